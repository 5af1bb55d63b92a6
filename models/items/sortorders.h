// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordtable.h"
#include "sortorder.h"

#include <QObject>

#include <list>
#include <memory>
#include <optional>

namespace Leadline {

/// The computed orders of a table, by field, kept for as long as they are asked for. What a merge changes is
/// noted and put in its place when the order is next asked for.
class SortOrders : public QObject
{
    Q_OBJECT

public:
    explicit SortOrders(RecordTable *table);
    ~SortOrders() override;

    /// The order by \a field if it is there or quickly made, else nullptr, and orderReady() follows. Good
    /// until the table's next change or the next call.
    const SortOrder *order(int field);
    /// What compares rows by \a field, where its order is there; good for as long as order()'s answer.
    std::optional<RowLess> comparison(int field, Qt::SortOrder direction);
    /// The first rows by a field whose order is still being made.
    std::vector<quint32> first(int field, const RowSet &among, quint32 count, Qt::SortOrder direction) const;

    /// An order that was computed elsewhere, of the table as it is now.
    void take(int field, SortOrder order);
    /// The fields of the orders there are, last used first.
    std::vector<int> fields() const;

    void note(const TableChange &change);
    /// For whom shows the rows by \a field: where much is noted, it is put in its place in an event of its own.
    void keepUp(int field);
    /// Forgets all; what is still being made is dropped.
    void clear();
    size_t bytes() const;
    /// Tables of more rows than this are sorted off the GUI thread; 200,000 until set.
    void setBackgroundRows(quint32 rows) { m_backgroundRows = rows; }

Q_SIGNALS:
    void orderReady(int field);

private:
    struct Entry
    {
        int field = -1;
        SortOrder order;
        bool ready = false;
        bool isKeepingUp = false;
        std::vector<quint32> dirty;
        std::shared_ptr<std::atomic<bool>> stop; ///< of the work under way
    };

    Entry *find(int field);
    bool isTooDirty(const Entry &entry) const;
    static void drop(Entry &entry);
    void bringUpToDate(Entry &entry);
    void start(Entry &entry);
    void finish(const std::shared_ptr<std::atomic<bool>> &stop, const std::shared_ptr<SortOrder> &made);

    RecordTable *m_table;
    std::list<Entry> m_entries; ///< last used first
    quint32 m_backgroundRows = 200'000;
};

} // namespace Leadline
