// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "collation.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>

namespace Leadline {

namespace {

/// The code point at \a at, which is moved behind it; broken bytes stand for themselves.
char32_t nextLetter(std::string_view text, size_t &at)
{
    const auto byte = [&](size_t i) { return i < text.size() ? quint8(text[i]) : quint8(0); };
    const quint8 lead = byte(at++);
    if (lead < 0xC0)
        return lead;
    if (lead < 0xE0) {
        const char32_t letter = (char32_t(lead & 0x1F) << 6) | (byte(at) & 0x3F);
        at += 1;
        return letter;
    }
    if (lead < 0xF0) {
        const char32_t letter =
            (char32_t(lead & 0x0F) << 12) | (char32_t(byte(at) & 0x3F) << 6) | (byte(at + 1) & 0x3F);
        at += 2;
        return letter;
    }
    const char32_t letter = (char32_t(lead & 0x07) << 18) | (char32_t(byte(at) & 0x3F) << 12) |
                            (char32_t(byte(at + 1) & 0x3F) << 6) | (byte(at + 2) & 0x3F);
    at += 3;
    return letter;
}

/// The letters beyond ASCII in \a text, added to \a letters.
void collectLetters(std::string_view text, std::vector<bool> &plane, std::set<char32_t> &others)
{
    size_t at = 0;
    while (at < text.size()) {
        quint64 word = 0;
        if (at + 8 <= text.size()) {
            std::memcpy(&word, text.data() + at, 8);
            if ((word & 0x8080808080808080) == 0) {
                at += 8;
                continue;
            }
        }
        const char32_t letter = nextLetter(text, at);
        if (letter < 0x80)
            continue;
        if (letter < 0x10000)
            plane[letter] = true;
        else
            others.insert(letter);
    }
}

} // namespace

qsizetype TextCompare::decode(std::string_view text, QString &into)
{
    if (into.size() < qsizetype(text.size()))
        into.resize(qsizetype(text.size()) * 2);
    QChar *begin = into.data();
    qsizetype size = 0;
    for (const char c : text) {
        if (quint8(c) >= 0x80) {
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            return decoder.appendToBuffer(begin, QByteArrayView(text.data(), qsizetype(text.size()))) - begin;
        }
        begin[size++] = QLatin1Char(c);
    }
    return size;
}

int TextCompare::operator()(std::string_view left, std::string_view right)
{
    setLeft(left);
    return compareLeftWith(right);
}

int TextCompare::compareLeftWith(std::string_view right)
{
    m_rightSize = decode(right, m_right);
    return m_collator.compare(QStringView(m_left.constData(), m_leftSize),
                              QStringView(m_right.constData(), m_rightSize));
}

void TextCompare::shift()
{
    m_left.swap(m_right);
    m_leftSize = m_rightSize;
}

Alphabet::Alphabet(const ColumnData &column, const QLocale &locale)
{
    std::vector<bool> plane(0x10000, false);
    std::set<char32_t> others;
    for (size_t i = 0; i < column.texts.count(); ++i)
        collectLetters(column.texts.piece(i).buffer(), plane, others);
    std::vector<char32_t> letters(others.begin(), others.end());
    for (char32_t letter = 1; letter < 0x10000; ++letter) {
        if (letter < 0x80 || plane[letter])
            letters.push_back(letter);
    }
    learn(std::move(letters), locale);
}

namespace {

/// What the collator may take a letter for.
QString spelledOut(char32_t letter)
{
    switch (letter) {
    case U'ß':
        return QStringLiteral("ss");
    case U'æ':
    case U'Æ':
        return QStringLiteral("ae");
    case U'œ':
    case U'Œ':
        return QStringLiteral("oe");
    case U'þ':
    case U'Þ':
        return QStringLiteral("th");
    default:
        break;
    }
    QString spelled = QString::fromUcs4(&letter, 1).normalized(QString::NormalizationForm_KD).toCaseFolded();
    spelled.removeIf([](QChar c) { return c.isMark(); });
    const bool plain =
        std::all_of(spelled.begin(), spelled.end(), [](QChar c) { return c.unicode() < 0x80; });
    return plain && spelled.size() > 1 && spelled.size() <= 3 ? spelled : QString();
}

} // namespace

void Alphabet::learn(std::vector<char32_t> letters, const QLocale &locale)
{
    const QCollator collator(locale);
    const auto text = [](char32_t letter) { return QString::fromUcs4(&letter, 1); };
    // A letter without weight of its own, such as a combining accent, leaves the order to what follows it.
    const auto weighs = [&](char32_t letter) {
        const QString c = text(letter);
        const auto after = [&](char16_t a, char16_t b) {
            return collator.compare(c + QChar(a), QChar(b)) > 0;
        };
        return !(after(u'z', u'y') && !after(u'y', u'z') && after(u'1', u'0') && !after(u'0', u'1'));
    };
    // Two letters weigh the same when what follows them decides.
    const auto sameWeight = [&](const QString &a, const QString &b) {
        return collator.compare(a + u'z', b + u'y') > 0 && collator.compare(b + u'z', a + u'y') > 0;
    };
    std::vector<std::pair<char32_t, QString>> spelled;
    std::erase_if(letters, [&](char32_t letter) {
        if (!weighs(letter)) {
            setWeight(letter, 0);
            return true;
        }
        const QString other = letter < 0x80 ? QString() : spelledOut(letter);
        if (other.isEmpty() || !sameWeight(text(letter), other))
            return false;
        spelled.emplace_back(letter, other);
        return true;
    });
    std::stable_sort(letters.begin(), letters.end(),
                     [&](char32_t a, char32_t b) { return collator.compare(text(a), text(b)) < 0; });
    quint32 weight = 0;
    for (size_t i = 0; i < letters.size(); ++i) {
        if (i == 0 || !sameWeight(text(letters[i - 1]), text(letters[i])))
            ++weight;
        setWeight(letters[i], quint16(qMin(weight, 0xFFFEU)));
    }
    for (const auto &[letter, other] : spelled) {
        Weights weights = 0;
        for (qsizetype i = other.size() - 1; i >= 0; --i)
            weights = (weights << 16) | m_ascii[other.at(i).unicode()];
        m_others[letter] = weights;
    }
    m_bits = quint32(std::bit_width(weight + 1));
    m_length = 64 / m_bits;
}

Alphabet::Weights Alphabet::weightsOf(char32_t letter) const
{
    if (letter < 128)
        return m_ascii[letter];
    const auto found = m_others.find(letter);
    return found == m_others.end() ? Unknown : found->second;
}

void Alphabet::setWeight(char32_t letter, quint16 weight)
{
    if (letter < 128)
        m_ascii[letter] = weight;
    else
        m_others[letter] = weight;
}

Alphabet::Key Alphabet::key(std::string_view text, quint32 skip) const
{
    Key key;
    quint32 taken = 0;
    size_t at = 0;
    while (at < text.size()) {
        Weights weights = weightsOf(nextLetter(text, at));
        if (weights == Unknown) {
            key.unknown = true;
            return key;
        }
        for (; weights != 0; weights >>= 16) {
            if (skip > 0) {
                --skip;
                continue;
            }
            key.weights = (key.weights << m_bits) | (weights & 0xFFFF);
            if (++taken == m_length)
                return key;
        }
    }
    if (taken > 0)
        key.weights <<= (m_length - taken) * m_bits;
    return key;
}

} // namespace Leadline
