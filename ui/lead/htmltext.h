// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Leadline {

/// The readable text of a rich note: tags fall away, blocks become lines, list items get a bullet, links keep
/// their address behind their text, character references are resolved. Scripts, styles and comments are left
/// out whole; nothing is ever fetched. Characters that could turn the reading order of what follows are
/// removed. Understands what Close writes (developer.close.com/topics/rich-text-fields) and survives
/// anything else; takes linear time.
QString plainTextOf(const QString &html);

/// Plain text from the CRM made fit for the eye: line ends are "\n", control characters and marks that turn
/// the reading order are gone, more than one blank line in a row becomes one.
QString tidyText(const QString &text);

} // namespace Leadline
