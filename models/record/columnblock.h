// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldtable.h"

#include <QByteArray>

#include <limits>
#include <string_view>
#include <variant>
#include <vector>

namespace Leadline {

/// Texts and ids end to end in one buffer; blank is empty.
class TextColumn
{
public:
    size_t size() const { return m_ends.size(); }
    std::string_view at(size_t row) const;
    void append(std::string_view text);
    void append(QStringView text);
    void reserve(size_t rows, size_t bytes);
    /// The whole buffer, for scans that cross rows.
    std::string_view buffer() const { return m_text; }
    /// Where \a row ends in the buffer.
    quint32 end(size_t row) const { return m_ends[row]; }

private:
    std::string m_text;
    std::vector<quint32> m_ends;
};

/// Few different texts: each row is an index into a dictionary whose entry 0 is the blank.
struct SymbolColumn
{
    QStringList dictionary{QString()};
    std::vector<quint32> values;
};

/// What an Integer column holds for no value.
constexpr qint64 NoInteger = std::numeric_limits<qint64>::min();

using IntegerColumn = std::vector<qint64>;
using RealColumn = std::vector<double>; ///< NaN is no value

using Column = std::variant<std::monostate, TextColumn, SymbolColumn, IntegerColumn, RealColumn>;

/// Some records of one type as columns: what a page becomes on the worker thread, and what the tables merge.
/// The columns stand in the order of the FieldList they were built by; fields without storage are monostate.
struct ColumnBlock
{
    size_t rows = 0;
    TextColumn ids;
    /// Per row the folded words of the searchable fields, but for those that the search finds in a Text column as they
    /// stand there (appendFoldedWords()), and for Symbol columns, where it looks, too.
    TextColumn search;
    std::vector<Column> columns;

    /// Some of the rows.
    ColumnBlock sliced(size_t from, size_t count) const;
};

/// The number that stands for \a value in an Integer column: minor units, milliseconds, Julian days.
qint64 integerCell(FieldType type, const QVariant &value);
/// The text that stands for \a value in a Text or Symbol column.
QString textCell(FieldType type, const QVariant &value);

/// Collects values field by field into a block.
class ColumnBlockBuilder
{
public:
    explicit ColumnBlockBuilder(const FieldList &fields);
    void beginRow(QStringView id);
    /// Whether the field has a column or is searched; the others' values need not be computed.
    bool needs(qsizetype index) const
    {
        return m_block.columns[size_t(index)].index() != 0 ||
               m_fields.at(index).flags.testFlag(FieldFlag::Searchable);
    }
    void append(qsizetype index, const QVariant &value);
    void endRow();
    ColumnBlock take();

private:
    const FieldList &m_fields;
    ColumnBlock m_block;
    std::vector<QHash<QString, quint32>> m_symbols;
    QByteArray m_search;
};

/// The records' columns, in the table's order.
template <typename R>
ColumnBlock columnBlock(const FieldTable<R> &table, const QList<R> &records)
{
    ColumnBlockBuilder builder(table.list());
    for (const R &record : records) {
        builder.beginRow(record.id);
        for (qsizetype i = 0; i < table.rows().size(); ++i) {
            if (builder.needs(i))
                builder.append(i, table.value(record, i));
        }
        builder.endRow();
    }
    return builder.take();
}

} // namespace Leadline
