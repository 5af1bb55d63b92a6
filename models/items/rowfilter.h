// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "filterset.h"
#include "recordtable.h"

#include <QDateTime>

#include <functional>

namespace Leadline {

/// Whether a row passes; for one part of a filter set, made for one state of the table's dictionaries.
using RowTest = std::function<bool(quint32 row)>;

/// The test a filter means at \a now; empty for a filter of a field that is not there or that leaves nothing
/// out. Holds on to \a data.
RowTest testOf(const Filter &filter, const TableData &data, const QDateTime &now, const QLocale &locale);

/// The rows of a table that pass a filter set. Each word and each filter keeps its own set of rows, so that a
/// key typed scans for what is new only, and a merge looks at its own rows only.
class RowFilter
{
public:
    explicit RowFilter(RecordTable *table);

    const FilterSet &set() const { return m_set; }
    /// False when the set is the one that holds already.
    bool setSet(const FilterSet &set, const QDateTime &now);
    /// True when rows passed or failed anew because the day has changed.
    bool updateTime(const QDateTime &now);
    /// The table has changed.
    void apply(const TableChange &change);
    /// The table has become another one.
    void reset();

    /// Rows that were not removed and pass.
    const RowSet &rows() const { return m_rows; }

private:
    struct Part
    {
        QByteArray word{}; ///< of the search text
        QString phone{};   ///< of the search text, what is typed like a phone number
        std::optional<Filter> filter{};
        QString leadId{};
        std::optional<QStringList> ids{};
        RowSet rows{};

        bool isSame(const Part &other) const
        {
            return word == other.word && phone == other.phone && filter == other.filter &&
                   leadId == other.leadId && ids == other.ids;
        }
    };

    QList<Part> wantedParts() const;
    RowTest testOf(const Part &part) const;
    void scan(Part &part) const;
    void combine();

    RecordTable *m_table;
    FilterSet m_set;
    QDateTime m_now;
    std::vector<Part> m_parts;
    RowSet m_rows;
};

} // namespace Leadline
