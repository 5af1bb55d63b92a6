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

/// Whether folding \a text changes nothing but the case of ASCII letters and its white space: then a search
/// for folded words, which have none, finds them in the text itself when it does not mind the case.
bool isPlainForSearch(QStringView text);

/// The digits of what is typed like a phone number, without the leading zeros that a number in international
/// form does not have, so that "0711 555-01" finds "+4971155501"; blank for anything else than digits
/// and what stands between them, and for less than three digits.
QByteArray phoneDigitsForSearch(QStringView text);

} // namespace Leadline
