// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "searchtext.h"

#include <QString>

#include <algorithm>

namespace Leadline {

namespace {

/// Appends \a text where it is plain ASCII; else leaves \a out as it was.
bool appendAscii(QByteArray &out, QStringView text)
{
    const qsizetype start = out.size();
    out.resize(start + text.size());
    char *to = out.data() + start;
    bool afterSpace = false;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= 0x80) {
            out.truncate(start);
            return false;
        }
        const bool isSpace = u <= 0x20 || u == 0x7F;
        if (isSpace && afterSpace)
            continue;
        afterSpace = isSpace;
        *to++ = isSpace ? ' ' : char(u >= 'A' && u <= 'Z' ? u + ('a' - 'A') : u);
    }
    out.truncate(to - out.constData());
    return true;
}

/// Marks that are typed or left out at will: accents, Hebrew points, Arabic vowel signs. The vowels of Indian
/// and Thai scripts are marks too, but without them words fall together: their combining classes are 0, 9
/// (virama), 103 and 118.
bool isOptionalMark(QChar c)
{
    if (!c.isMark())
        return false;
    const bool isVariationSelector = c >= QChar(0xFE00) && c <= QChar(0xFE0F);
    const unsigned char combining = c.combiningClass();
    return isVariationSelector || (combining != 0 && combining != 9 && combining != 103 && combining != 118);
}

/// Letters that carry no separable accent, yet are typed without one.
QStringView plainLetters(char32_t letter)
{
    switch (letter) {
    case U'ß':
        return u"ss";
    case U'ø':
        return u"o";
    case U'ł':
        return u"l";
    case U'đ':
    case U'ð':
        return u"d";
    case U'ħ':
        return u"h";
    case U'ŧ':
        return u"t";
    case U'æ':
        return u"ae";
    case U'œ':
        return u"oe";
    case U'þ':
        return u"th";
    case U'ı':
        return u"i";
    default:
        return {};
    }
}

} // namespace

void appendFolded(QByteArray &out, QStringView text)
{
    if (appendAscii(out, text))
        return;
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString plain;
    plain.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (isOptionalMark(c) || c.category() == QChar::Other_Format)
            continue;
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            if (!plain.endsWith(u' '))
                plain += u' ';
        } else if (const QStringView letters = plainLetters(c.unicode()); !letters.isEmpty()) {
            plain += letters;
        } else {
            plain += c;
        }
    }
    out += plain.toUtf8();
}

QByteArray foldedForSearch(QStringView text)
{
    QByteArray out;
    appendFolded(out, text);
    return out;
}

QByteArray foldedUtf8(std::string_view text)
{
    return foldedForSearch(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

void appendFoldedWords(QByteArray &out, QStringView text)
{
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    const auto parts = [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; };
    auto end = text.begin();
    while (true) {
        const auto begin = std::find_if_not(end, text.end(), parts);
        if (begin == text.end())
            return;
        end = std::find_if(begin, text.end(), parts);
        if (std::all_of(begin, end, isAscii))
            continue;
        const QStringView word = text.mid(begin - text.begin(), end - begin);
        const QByteArray folded = foldedForSearch(word);
        if (folded == word.toUtf8().toLower()) // of ASCII letters alone
            continue;
        out += folded;
        out += ' ';
    }
}

QByteArray phoneDigitsForSearch(QStringView text)
{
    QByteArray digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            if (const char digit = char('0' + c.digitValue()); digit != '0' || !digits.isEmpty())
                digits.append(digit);
        } else if (!c.isSpace() && !QStringView(u"+-/().").contains(c)) {
            return {};
        }
    }
    return digits.size() < 3 ? QByteArray() : digits;
}

} // namespace Leadline
