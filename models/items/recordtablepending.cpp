// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What RecordTable shows of what waits to be sent.

#include "recordtable.h"
#include "sortorders.h"

#include <algorithm>
#include <unordered_set>

namespace Leadline {

/// The rows of records that wait and of which \a block tells.
std::vector<quint32> RecordTable::pendingRows(const ColumnBlock &block) const
{
    std::vector<quint32> rows;
    if (m_pending.isEmpty())
        return rows;
    for (size_t from = 0; from < block.rows; ++from) {
        const std::string_view id = block.ids.at(from);
        if (m_pending.kindOf(id) == PendingKind::None)
            continue;
        if (const int row = m_index.rowOf(m_data, id); row >= 0)
            rows.push_back(quint32(row));
    }
    return rows;
}

std::vector<quint32> RecordTable::pendingRows() const
{
    std::vector<quint32> rows;
    for (const std::string_view id : m_pending.ids()) {
        if (const int row = m_index.rowOf(m_data, id); row >= 0)
            rows.push_back(quint32(row));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void RecordTable::liftPending(const std::vector<quint32> &rows)
{
    for (const quint32 row : rows) {
        m_pending.lift(m_data, row, [this](size_t field, const QString &text) { return intern(field, text); });
        m_leadTags.put(m_data, row);
    }
}

void RecordTable::layPending(const std::vector<quint32> &rows)
{
    for (const quint32 row : rows) {
        m_pending.lay(m_data, row, [this](size_t field, const QString &text) { return intern(field, text); });
        m_leadTags.put(m_data, row);
    }
}

/// Takes the records out that Close did not know and that \a made has no longer.
void RecordTable::removeMade(const ColumnBlock &made, TableChange &change)
{
    std::unordered_set<std::string_view> kept;
    const size_t staying = fits(made) ? made.rows : 0;
    for (size_t i = 0; i < staying; ++i)
        kept.insert(made.ids.at(i));
    for (size_t i = 0; i < m_made.rows; ++i) {
        const std::string_view id = m_made.ids.at(i);
        const int row = m_index.rowOf(m_data, id);
        if (row < 0 || kept.contains(id))
            continue;
        m_index.remove(m_data, id);
        m_data.live.remove(quint32(row));
        change.removedRows.push_back(quint32(row));
    }
    m_live -= quint32(change.removedRows.size());
    std::sort(change.removedRows.begin(), change.removedRows.end());
}

/// A record that stands there already keeps its row, and so the views their current and selected ones.
void RecordTable::putMade(TableChange &change)
{
    m_madeCount = 0;
    if (m_made.rows == 0 || !fits(m_made))
        return;
    const auto symbols = internSymbols(m_made);
    for (size_t i = 0; i < m_made.rows; ++i) {
        if (const int row = m_index.rowOf(m_data, m_made.ids.at(i)); row < 0)
            appendRow(m_made, i, symbols);
        else
            updateRow(quint32(row), m_made, i, symbols, change, nullptr);
    }
    m_madeCount = quint32(m_made.rows);
}

void RecordTable::setPending(const PendingRecords &records, const ColumnBlock &made)
{
    TableChange change;
    const std::vector<quint32> before = pendingRows();
    const auto noteCells = [&](const std::vector<quint32> &rows) {
        for (const quint32 row : rows) {
            if (!m_data.live.contains(row) || row >= change.firstNew)
                continue;
            change.cells.push_back({row, ChangedCell::SearchText});
            for (const int field : m_pending.fieldsOf(m_data.id(row)))
                change.cells.push_back({row, field});
        }
    };
    liftPending(before);
    removeMade(made, change);
    change.firstNew = m_data.rows;
    noteCells(before);
    m_pending.set(records, m_data.fields);
    m_made = made;
    putMade(change);
    change.newRows = m_data.rows - change.firstNew;
    layPending(pendingRows());
    noteCells(pendingRows());
    std::stable_sort(change.cells.begin(), change.cells.end(),
                     [](const ChangedCell &a, const ChangedCell &b) {
                         return std::pair(a.row, a.field) < std::pair(b.row, b.field);
                     });
    const auto last =
        std::unique(change.cells.begin(), change.cells.end(), [](const ChangedCell &a, const ChangedCell &b) {
            return a.row == b.row && a.field == b.field;
        });
    change.cells.erase(last, change.cells.end());
    if (change.isEmpty())
        return;
    tell(change);
    compactIfSparse();
}

/// After all rows have become other ones: what waits belongs over these.
void RecordTable::layAgain()
{
    if (m_pending.isEmpty())
        return;
    TableChange change;
    change.firstNew = m_data.rows;
    putMade(change);
    change.newRows = m_data.rows - change.firstNew;
    layPending(pendingRows());
    for (const quint32 row : pendingRows()) {
        for (const int field : m_pending.fieldsOf(m_data.id(row)))
            change.cells.push_back({row, field});
    }
    m_orders->note(change);
}

RowSet RecordTable::rowsInClose() const
{
    RowSet rows = m_data.live;
    for (const quint32 row : pendingRows()) {
        if (pendingKind(row) == PendingKind::Made)
            rows.remove(row);
    }
    return rows;
}

TableData RecordTable::settled() const
{
    TableData data = m_data;
    data.live = rowsInClose();
    for (const quint32 row : pendingRows()) {
        // What was there before is in the dictionary.
        if (data.live.contains(row))
            m_pending.liftFrom(data, row, [this](size_t field, const QString &text) {
                return m_symbols[field].value(text);
            });
    }
    return data;
}

} // namespace Leadline
