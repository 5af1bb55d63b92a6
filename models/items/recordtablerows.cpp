// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// Which rows RecordTableModel shows, in what order, and how it tells the views what became of them.

#include "recordtablemodel.h"

#include "sortorders.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Rows put in order at once while the rest is still being sorted: more than any screen shows.
constexpr quint32 FirstScreen = 128;
/// More changed ranges than this are told as one.
constexpr size_t ManyRanges = 200;

} // namespace

void RecordTableModel::appendOrdered(std::vector<quint32> &rows, const SortOrder &order,
                                     const RowSet &shown) const
{
    // Written without a branch, since whether a row is shown cannot be guessed: one place too many is kept.
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
    if (sortField < 0) {
        rows.clear();
        rows.reserve(m_table->rows());
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

void RecordTableModel::dropRemoved(const TableChange &change)
{
    if (change.removedRows.empty())
        return;
    std::vector<quint32> rows = m_visible;
    const auto isGone = [&](quint32 row) {
        return std::binary_search(change.removedRows.begin(), change.removedRows.end(), row);
    };
    rows.erase(std::remove_if(rows.begin(), rows.end(), isGone), rows.end());
    applyRows(std::move(rows));
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
    Q_EMIT rowsChanged();
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
    Q_EMIT rowsChanged();
}

void RecordTableModel::applyRows(std::vector<quint32> rows)
{
    const auto [oldEnd, newEnd] = std::mismatch(m_visible.begin(), m_visible.end(), rows.begin(), rows.end());
    const auto front = oldEnd - m_visible.begin();
    if (oldEnd == m_visible.end() && newEnd == rows.end())
        return;
    const auto added = std::ptrdiff_t(rows.size()) - std::ptrdiff_t(m_visible.size());
    if (added > 0 && std::equal(oldEnd, m_visible.end(), newEnd + added, rows.end())) {
        beginInsertRows({}, int(front), int(front + added) - 1);
        m_visible.swap(rows);
        endInsertRows();
        Q_EMIT rowsChanged();
    } else if (added < 0 && std::equal(oldEnd - added, m_visible.end(), newEnd, rows.end())) {
        beginRemoveRows({}, int(front), int(front - added) - 1);
        m_visible.swap(rows);
        endRemoveRows();
        Q_EMIT rowsChanged();
    } else {
        relayout(std::move(rows), NoLayoutChangeHint);
    }
}

void RecordTableModel::onTableChanged(const TableChange &change)
{
    Q_EMIT recordsAboutToChange();
    m_filter.apply(change);
    if (m_isHeld)
        dropRemoved(change);
    else
        applyRows(matchingRows());
    announceCells(change);
    Q_EMIT recordsChanged();
}

void RecordTableModel::announceCells(const TableChange &change)
{
    if (change.cells.empty())
        return;
    struct Range
    {
        int row;
        int first;
        int last;
    };
    RowSet wanted(m_table->rows());
    for (const quint32 row : change.changedRows())
        wanted.insert(row);
    std::vector<Range> ranges;
    for (size_t place = 0; place < m_visible.size(); ++place) {
        if (!wanted.contains(m_visible[place]))
            continue;
        Range range{int(place), columnCount(), -1};
        const auto first =
            std::lower_bound(change.cells.begin(), change.cells.end(), m_visible[place],
                             [](const ChangedCell &cell, quint32 row) { return cell.row < row; });
        const auto include = [&](int column) {
            range.first = qMin(range.first, column);
            range.last = qMax(range.last, column);
        };
        for (auto cell = first; cell != change.cells.end() && cell->row == m_visible[place]; ++cell) {
            if (cell->field == ChangedCell::SearchText)
                continue;
            if (const int column = m_columnOfField[size_t(cell->field)]; column >= 0)
                include(column);
            for (const int column : m_seeAlso[size_t(cell->field)])
                include(column);
        }
        if (range.last >= 0)
            ranges.push_back(range);
    }
    if (ranges.size() > ManyRanges) {
        Q_EMIT dataChanged(index(ranges.front().row, 0), index(ranges.back().row, columnCount() - 1));
        return;
    }
    for (const Range &range : ranges)
        Q_EMIT dataChanged(index(range.row, range.first), index(range.row, range.last));
}

void RecordTableModel::touchAll()
{
    if (!m_visible.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace Leadline
