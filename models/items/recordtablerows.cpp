// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// Which rows RecordTableModel shows, and in what order.

#include "recordtablemodel.h"

#include "sortorders.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Rows put in order at once while the rest is still being sorted: more than any screen shows.
constexpr quint32 FirstScreen = 128;

} // namespace

void RecordTableModel::appendOrdered(std::vector<quint32> &rows, const SortOrder &order,
                                     const RowSet &shown) const
{
    // Written without a branch, since whether a row is shown cannot be guessed: one place too many is kept.
    if (rows.capacity() <= order.rows.size())
        rows.reserve(roomFor(order.rows.size() + 1));
    rows.resize(order.rows.size() + 1);
    quint32 *to = rows.data();
    const quint32 *all = order.rows.data();
    if (m_direction == Qt::AscendingOrder) {
        for (quint32 i = 0; i < order.filled; ++i) {
            *to = all[i];
            to += shown.contains(all[i]) ? 1 : 0;
        }
    } else {
        for (quint32 i = order.filled; i-- > 0;) {
            *to = all[i];
            to += shown.contains(all[i]) ? 1 : 0;
        }
    }
    for (size_t i = order.filled; i < order.rows.size(); ++i) {
        *to = all[i];
        to += shown.contains(all[i]) ? 1 : 0;
    }
    rows.resize(size_t(to - rows.data()));
}

void RecordTableModel::appendProvisional(std::vector<quint32> &rows, int field, const RowSet &shown) const
{
    rows = m_table->orders().first(field, shown, FirstScreen, m_direction);
    rows.reserve(roomFor(m_table->rows()));
    RowSet rest = shown;
    for (const quint32 row : rows)
        rest.remove(row);
    for (quint32 row = 0; row < m_table->rows(); ++row) {
        if (rest.contains(row))
            rows.push_back(row);
    }
}

std::vector<quint32> RecordTableModel::matchingRows()
{
    const RowSet &shown = m_filter.rows();
    std::vector<quint32> rows = std::move(m_spare);
    const int sortField = m_table->fields().indexOf(m_sortKey);
    m_isSorting = false;
    m_isStale = false;
    if (sortField < 0) {
        rows.clear();
        rows.reserve(roomFor(m_table->rows()));
        for (quint32 row = 0; row < m_table->rows(); ++row) {
            if (shown.contains(row))
                rows.push_back(row);
        }
        return rows;
    }
    if (const SortOrder *order = m_table->orders().order(sortField)) {
        appendOrdered(rows, *order, shown);
    } else {
        m_isSorting = true;
        appendProvisional(rows, sortField, shown);
    }
    return rows;
}

void RecordTableModel::setHeld(bool held)
{
    if (held == m_isHeld)
        return;
    m_isHeld = held;
    showAnew(NoLayoutChangeHint);
}

void RecordTableModel::setResting(bool resting)
{
    if (resting == m_isResting)
        return;
    m_isResting = resting;
    if (resting || !m_isStale)
        return;
    Q_EMIT recordsAboutToChange();
    showAnew(NoLayoutChangeHint);
    Q_EMIT recordsChanged();
}

void RecordTableModel::showAnew(QAbstractItemModel::LayoutChangeHint hint)
{
    if (m_isHeld)
        return;
    std::vector<quint32> rows = matchingRows();
    if (rows != m_visible)
        relayout(std::move(rows), hint);
    else
        m_spare = std::move(rows);
}

void RecordTableModel::onOrderReady(int field)
{
    if (!m_isSorting || m_table->fields().indexOf(m_sortKey) != field)
        return;
    showAnew(VerticalSortHint);
    if (!m_isSorting)
        Q_EMIT sorted();
}

void RecordTableModel::onAboutToBeRenumbered()
{
    Q_EMIT recordsAboutToChange();
    Q_EMIT layoutAboutToBeChanged();
    for (const QModelIndex &index : persistentIndexList())
        m_kept.append({index, idAt(index.row())});
}

void RecordTableModel::onWasRenumbered()
{
    m_filter.reset();
    m_visible = matchingRows();
    std::unordered_map<quint32, int> places;
    for (const auto &[index, id] : m_kept) {
        if (const int row = m_table->rowOf(id); row >= 0)
            places.emplace(quint32(row), -1);
    }
    for (size_t i = 0; i < m_visible.size() && !places.empty(); ++i) {
        if (const auto place = places.find(m_visible[i]); place != places.end())
            place->second = int(i);
    }
    QModelIndexList before;
    QModelIndexList after;
    for (const auto &[index, id] : m_kept) {
        const int row = m_table->rowOf(id);
        const int place = row < 0 ? -1 : places.at(quint32(row));
        before.append(index);
        after.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
    }
    m_kept.clear();
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT rowsChanged(nullptr);
    Q_EMIT recordsChanged();
}

void RecordTableModel::relayout(std::vector<quint32> rows, QAbstractItemModel::LayoutChangeHint hint)
{
    Q_EMIT layoutAboutToBeChanged({}, hint);
    const QModelIndexList before = persistentIndexList();
    std::unordered_map<quint32, int> places;
    RowSet wanted(m_table->rows());
    for (const QModelIndex &index : before)
        wanted.insert(m_visible[size_t(index.row())]);
    if (!before.isEmpty()) {
        for (size_t i = 0; i < rows.size(); ++i) {
            if (wanted.contains(rows[i]))
                places.emplace(rows[i], int(i));
        }
    }
    m_visible.swap(rows);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const auto place = places.find(rows[size_t(index.row())]);
        after.append(place == places.end() ? QModelIndex() : createIndex(place->second, index.column()));
    }
    changePersistentIndexList(before, after);
    m_spare = std::move(rows);
    Q_EMIT layoutChanged({}, hint);
    Q_EMIT rowsChanged(nullptr);
}

void RecordTableModel::touchAll()
{
    if (!m_visible.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace Leadline
