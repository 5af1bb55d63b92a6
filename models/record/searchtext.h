// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringView>

#include <string_view>

namespace Leadline {

/// Text as the search sees it, in UTF-8: without case, accents and width, white space as single spaces, so
/// that "Präzision" is found by "prazision" and "PRÄZ". Never contains a control character, nor the invisible
/// marks that steer direction and line breaks.
QByteArray foldedForSearch(QStringView text);
/// The same, appended to \a out; quick for plain ASCII.
void appendFolded(QByteArray &out, QStringView text);

/// The same of a text in UTF-8.
QByteArray foldedUtf8(std::string_view text);

/// Appends those words of \a text, folded and parted by spaces, that folding changes by more than the case of ASCII
/// letters. The others are found in the text itself by a search that does not mind that case.
void appendFoldedWords(QByteArray &out, QStringView text);

/// The digits of what is typed like a phone number, without the leading zeros that a number in international
/// form does not have, so that "0711 555-01" finds "+4971155501"; blank for anything else than digits
/// and what stands between them, and for less than three digits.
QByteArray phoneDigitsForSearch(QStringView text);

} // namespace Leadline
