// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "columnblock.h"

#include "contactdetails.h"
#include "searchtext.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

template <typename T, typename Text>
QString joined(const QVariant &value, Text text)
{
    QStringList parts;
    for (const T &item : value.value<QList<T>>())
        parts.append(text(item));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

/// Digits alone: what phoneDigitsForSearch() makes of a typed number is found in them.
void appendDigits(QByteArray &out, const QString &phone)
{
    for (const QChar c : phone) {
        if (c.isDigit())
            out.append(char('0' + c.digitValue()));
    }
}

/// What the search has to find of a value beside what it finds in the column of \a text, if there is one.
void appendSearchText(QByteArray &out, FieldType type, const QVariant &value, const QString &text,
                      bool hasColumn)
{
    if (!hasColumn) {
        appendFolded(out, text);
        out.append('\n');
    } else if (storageOf(type) == Storage::Text) {
        appendFoldedWords(out, text);
    }
    if (type != FieldType::Phones)
        return;
    for (const PhoneNumber &phone : value.value<QList<PhoneNumber>>()) {
        appendDigits(out, phone.phone);
        out.append('\n');
    }
}

} // namespace

std::string_view TextColumn::at(size_t row) const
{
    const size_t begin = row == 0 ? 0 : m_ends[row - 1];
    return std::string_view(m_text).substr(begin, m_ends[row] - begin);
}

void TextColumn::append(std::string_view text)
{
    m_text.append(text);
    m_ends.push_back(quint32(m_text.size()));
}

void TextColumn::append(QStringView text)
{
    // Most texts are ASCII: straight into the buffer, without a QByteArray in between.
    const size_t start = m_text.size();
    m_text.resize(start + size_t(text.size()));
    char *to = m_text.data() + start;
    for (const QChar c : text) {
        if (c.unicode() >= 0x80) {
            m_text.resize(start);
            const QByteArray utf8 = text.toUtf8();
            append(std::string_view(utf8.constData(), size_t(utf8.size())));
            return;
        }
        *to++ = char(c.unicode());
    }
    m_ends.push_back(quint32(m_text.size()));
}

void TextColumn::reserve(size_t rows, size_t bytes)
{
    m_text.reserve(bytes);
    m_ends.reserve(rows);
}

ColumnBlock ColumnBlock::sliced(size_t from, size_t count) const
{
    const auto texts = [&](const TextColumn &all) {
        TextColumn some;
        for (size_t row = from; row < from + count; ++row)
            some.append(all.at(row));
        return some;
    };
    const auto values = [&](const auto &all) {
        const auto first = all.begin() + std::ptrdiff_t(from);
        return std::decay_t<decltype(all)>(first, first + std::ptrdiff_t(count));
    };
    ColumnBlock some{count, texts(ids), texts(search), {}};
    for (const Column &column : columns) {
        if (const auto *all = std::get_if<TextColumn>(&column))
            some.columns.emplace_back(texts(*all));
        else if (const auto *symbols = std::get_if<SymbolColumn>(&column))
            some.columns.emplace_back(SymbolColumn{symbols->dictionary, values(symbols->values)});
        else if (const auto *integers = std::get_if<IntegerColumn>(&column))
            some.columns.emplace_back(values(*integers));
        else if (const auto *reals = std::get_if<RealColumn>(&column))
            some.columns.emplace_back(values(*reals));
        else
            some.columns.emplace_back();
    }
    return some;
}

qint64 integerCell(FieldType type, const QVariant &value)
{
    if (!value.isValid())
        return NoInteger;
    switch (type) {
    case FieldType::Date:
        return value.toDate().isValid() ? value.toDate().toJulianDay() : NoInteger;
    case FieldType::Moment:
        return value.toDateTime().isValid() ? value.toDateTime().toMSecsSinceEpoch() : NoInteger;
    case FieldType::Boolean:
        return value.toBool() ? 1 : 0;
    default:
        return value.toLongLong();
    }
}

QString textCell(FieldType type, const QVariant &value)
{
    switch (type) {
    case FieldType::Emails:
        return joined<EmailAddress>(value, [](const EmailAddress &email) { return email.email; });
    case FieldType::Phones:
        return joined<PhoneNumber>(value, [](const PhoneNumber &phone) { return phone.display(); });
    case FieldType::WebAddresses:
        return joined<WebAddress>(value, [](const WebAddress &url) { return url.url; });
    case FieldType::Addresses: {
        QStringList lines;
        for (const PostalAddress &address : value.value<QList<PostalAddress>>())
            lines.append(address.display());
        return lines.join(u"; "_s);
    }
    case FieldType::Choices:
    case FieldType::Users:
    case FieldType::Contacts:
    case FieldType::CustomObject:
        return value.toStringList().join(ListSeparator);
    default:
        return value.toString();
    }
}

ColumnBlockBuilder::ColumnBlockBuilder(const FieldList &fields)
    : m_fields(fields)
    , m_symbols(size_t(fields.size()))
{
    m_block.columns.resize(size_t(fields.size()));
    for (qsizetype i = 0; i < fields.size(); ++i) {
        Column &column = m_block.columns[size_t(i)];
        switch (storageOf(fields.at(i).type)) {
        case Storage::Text:
        case Storage::Id:
            column = TextColumn();
            break;
        case Storage::Symbol:
            column = SymbolColumn();
            m_symbols[size_t(i)].insert(QString(), 0);
            break;
        case Storage::Integer:
            column = IntegerColumn();
            break;
        case Storage::Real:
            column = RealColumn();
            break;
        case Storage::None:
            break;
        }
        // A field that only feeds the search keeps no column.
        if (!(fields.at(i).flags & (FieldFlag::Column | FieldFlag::Filterable)))
            column = std::monostate();
    }
}

void ColumnBlockBuilder::beginRow(QStringView id)
{
    m_block.ids.append(id);
    m_search.clear();
}

void ColumnBlockBuilder::append(qsizetype index, const QVariant &value)
{
    const Field &field = m_fields.at(index);
    Column &column = m_block.columns[size_t(index)];
    const bool isSearched = field.flags.testFlag(FieldFlag::Searchable) && !isBlank(value);
    auto *texts = std::get_if<TextColumn>(&column);
    auto *symbols = std::get_if<SymbolColumn>(&column);
    const QString text = texts || symbols || isSearched ? textCell(field.type, value) : QString();
    if (texts) {
        texts->append(QStringView(text));
    } else if (symbols) {
        auto &known = m_symbols[size_t(index)];
        auto found = known.constFind(text);
        if (found == known.constEnd()) {
            found = known.insert(text, quint32(symbols->dictionary.size()));
            symbols->dictionary.append(text);
        }
        symbols->values.push_back(*found);
    } else if (auto *integers = std::get_if<IntegerColumn>(&column)) {
        integers->push_back(integerCell(field.type, value));
    } else if (auto *reals = std::get_if<RealColumn>(&column)) {
        reals->push_back(value.isValid() ? value.toDouble() : std::nan(""));
    }
    if (isSearched)
        appendSearchText(m_search, field.type, value, text, texts || symbols);
}

void ColumnBlockBuilder::endRow()
{
    m_block.search.append(std::string_view(m_search.constData(), size_t(m_search.size())));
    ++m_block.rows;
}

ColumnBlock ColumnBlockBuilder::take()
{
    return std::move(m_block);
}

} // namespace Leadline
