// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "collation.h"
#include "organization.h"
#include "rowinsertion.h"

#include <QThreadPool>

#include <atomic>
#include <functional>
#include <optional>

namespace Leadline {

/// All rows of a table by one field, ascending; rows without a value behind all others. Equal ones stay in
/// the table's order.
struct SortOrder
{
    std::vector<quint32> rows;
    quint32 filled = 0; ///< so many have a value
    Alphabet alphabet;  ///< of a text field
    bool alphabetHolds = true;
};

/// By what rows are compared: a number for each, and for texts the collator where the numbers are equal.
/// Holds on to \a data, which must stay.
class RowKeys
{
public:
    /// Statuses and pipelines go by their place in \a directory, users by name, choices by their place in the
    /// field's list, texts by the alphabet of \a locale, money over a year.
    RowKeys(const TableData &data, int field, const Directory &directory, const QLocale &locale);

    bool isText() const { return m_column.storage == Storage::Text; }
    bool isBlank(quint32 row) const { return isText() ? m_column.isBlank(row) : !number(row); }
    /// Not for text fields: nothing for a row without a value.
    std::optional<quint64> number(quint32 row) const;
    std::string_view text(quint32 row) const { return m_column.text(row); }
    const ColumnData &column() const { return m_column; }
    const QLocale &locale() const { return m_locale; }

private:
    void rankSymbols(const Field &field, const Directory &directory);

    const ColumnData &m_column;
    const ColumnData *m_unit = nullptr; ///< of money
    std::vector<bool> m_monthly;        ///< by the unit's symbol
    std::vector<quint32> m_ranks;       ///< by symbol
    QLocale m_locale;
};

/// Compares rows one at a time, texts by their weights where these can tell.
class RowLess
{
public:
    /// Rows of \a keys as \a order has them, which must stay.
    RowLess(RowKeys keys, const SortOrder &order, Qt::SortOrder direction = Qt::AscendingOrder);

    /// Rows without a value are behind all others in both directions.
    bool operator()(quint32 a, quint32 b);
    /// Where \a added, in any order, come into \a rows, which stand in this one.
    RowInsertion placesIn(const std::vector<quint32> &rows, std::vector<quint32> added);

private:
    bool isTextBelow(quint32 a, quint32 b);

    RowKeys m_keys;
    const SortOrder &m_order;
    Qt::SortOrder m_direction;
    TextCompare m_compare;
};

/// Sorts all rows of \a data. Looks at \a stop now and then and comes back early, with any order, once it is
/// set. Other threads of \a pool help if there are any.
SortOrder sortRows(const TableData &data, const RowKeys &keys, QThreadPool *pool = nullptr,
                   const std::atomic<bool> *stop = nullptr);

/// Puts \a dirty, rows that are new or whose value has changed (ascending), into \a order at their places.
void mergeIntoOrder(SortOrder &order, const TableData &data, RowKeys keys, const std::vector<quint32> &dirty);

/// The first \a count of the rows \a among, in order: the first screen of a sort that takes longer.
std::vector<quint32> firstRows(const TableData &data, const RowKeys &keys, const RowSet &among, quint32 count,
                               Qt::SortOrder direction);

} // namespace Leadline
