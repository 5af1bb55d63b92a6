// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// How RecordTableModel takes in what has happened to its records. Beside a million of them a page of a sync must not
// cost a walk for each step: rows that come are put in their places, and others are looked for once, and only where
// some were written or removed.

#include "recordtablemodel.h"
#include "sortorders.h"

#include <algorithm>
#include <unordered_map>

namespace Leadline {

namespace {

/// More changed ranges than this are told as one.
constexpr size_t ManyRanges = 200;
constexpr int NotShown = -1;

bool holds(const std::vector<quint32> &ascending, quint32 row)
{
    return std::binary_search(ascending.begin(), ascending.end(), row);
}

/// Where rows stand once some have left and some have come; a row may do both.
class Moves
{
public:
    Moves(const std::vector<int> &leaving, const RowInsertion &insertion)
        : m_leaving(leaving)
        , m_insertion(insertion)
    {
        for (size_t i = 0; !leaving.empty() && i < insertion.size(); ++i)
            m_arrivals.emplace(insertion.rows()[i], int(insertion.placeOf(i)));
    }

    /// \a row stood at \a place.
    int after(int place, quint32 row) const
    {
        const auto at = std::lower_bound(m_leaving.begin(), m_leaving.end(), place);
        if (at == m_leaving.end() || *at != place)
            return int(m_insertion.moved(size_t(place - int(at - m_leaving.begin()))));
        const auto arrival = m_arrivals.find(row);
        return arrival == m_arrivals.end() ? NotShown : arrival->second;
    }

private:
    const std::vector<int> &m_leaving;
    const RowInsertion &m_insertion;
    std::unordered_map<quint32, int> m_arrivals;
};

void takeOut(std::vector<quint32> &rows, const std::vector<int> &places)
{
    if (places.empty())
        return;
    auto to = rows.begin() + places.front();
    for (size_t i = 0; i < places.size(); ++i) {
        const auto from = rows.begin() + places[i] + 1;
        to = std::move(from, i + 1 < places.size() ? rows.begin() + places[i + 1] : rows.end(), to);
    }
    rows.erase(to, rows.end());
}

} // namespace

void RecordTableModel::onTableChanged(const TableChange &change)
{
    Q_EMIT recordsAboutToChange();
    m_filter.apply(change);
    std::vector<Touched> touched = findTouched(change);
    if (!takeIn(change, touched)) {
        showAnew(NoLayoutChangeHint);
        touched = findTouched(change);
    }
    announceCells(change, touched);
    Q_EMIT recordsChanged();
}

std::vector<RecordTableModel::Touched> RecordTableModel::findTouched(const TableChange &change) const
{
    std::vector<quint32> rows = change.changedRows();
    rows.insert(rows.end(), change.removedRows.begin(), change.removedRows.end());
    std::vector<Touched> touched;
    if (rows.empty())
        return touched;
    RowSet wanted(m_table->rows());
    for (const quint32 row : rows)
        wanted.insert(row);
    for (size_t place = 0; place < m_visible.size() && touched.size() < rows.size(); ++place) {
        if (wanted.contains(m_visible[place]))
            touched.push_back({m_visible[place], int(place)});
    }
    return touched;
}

/// The rows whose place may be another one, ascending.
std::vector<quint32> RecordTableModel::resortedRows(const TableChange &change) const
{
    std::vector<quint32> rows;
    const FieldList &fields = m_table->fields();
    const int sortField = fields.indexOf(m_sortKey);
    if (sortField < 0)
        return rows;
    const QString &unitKey = fields.at(sortField).unitKey;
    const int unit = unitKey.isEmpty() ? sortField : fields.indexOf(unitKey);
    for (const ChangedCell &cell : change.cells) {
        if ((cell.field == sortField || cell.field == unit) && (rows.empty() || rows.back() != cell.row))
            rows.push_back(cell.row);
    }
    return rows;
}

/// Whether rows with other values still stand between their neighbours. Then all do.
bool RecordTableModel::standRight(const std::vector<Touched> &touched, const std::vector<quint32> &resorted) const
{
    if (resorted.empty())
        return true;
    std::optional<RowLess> less = m_table->orders().comparison(m_table->fields().indexOf(m_sortKey), m_direction);
    return less && std::all_of(touched.begin(), touched.end(), [&](const Touched &each) {
               const auto at = m_visible.begin() + each.place;
               return !holds(resorted, each.row) || ((at == m_visible.begin() || (*less)(at[-1], each.row)) &&
                                                     (at + 1 == m_visible.end() || (*less)(each.row, at[1])));
           });
}

bool RecordTableModel::isOrderThere() const
{
    const int sortField = m_table->fields().indexOf(m_sortKey);
    return !m_isSorting && (sortField < 0 || m_table->orders().comparison(sortField, m_direction));
}

std::optional<RowInsertion> RecordTableModel::placesIn(const std::vector<quint32> &rows,
                                                       std::vector<quint32> added) const
{
    if (m_isResting)
        return RowInsertion(rows, std::move(added), [](quint32, quint32) { return false; });
    const int sortField = m_table->fields().indexOf(m_sortKey);
    if (sortField < 0) {
        std::sort(added.begin(), added.end());
        return RowInsertion(rows, std::move(added), std::less());
    }
    std::optional<RowLess> less = m_table->orders().comparison(sortField, m_direction);
    if (m_isSorting || !less)
        return {};
    return less->placesIn(rows, std::move(added));
}

/// False, and nothing done, while the order is not there. \a touched are where they stand afterwards.
bool RecordTableModel::takeIn(const TableChange &change, std::vector<Touched> &touched)
{
    const bool isStill = m_isHeld || m_isResting;
    if (!isStill && !isOrderThere())
        return false;
    const RowSet &shown = m_filter.rows();
    const std::vector<quint32> resorted = resortedRows(change);
    const bool isMoved = !isStill && !standRight(touched, resorted);
    std::vector<int> leaving;
    std::vector<quint32> coming;
    std::vector<quint32> found;
    for (const Touched &each : touched) {
        found.push_back(each.row);
        const bool isResorted = isMoved && holds(resorted, each.row);
        const bool leaves = m_isHeld ? !m_table->isLive(each.row) : isResorted || !shown.contains(each.row);
        if (leaves)
            leaving.push_back(each.place);
        if (isResorted && shown.contains(each.row))
            coming.push_back(each.row);
    }
    std::sort(found.begin(), found.end());
    if (!m_isHeld) {
        for (const quint32 row : change.changedRows()) {
            if (shown.contains(row) && !holds(found, row))
                coming.push_back(row);
        }
        for (quint32 row = change.firstNew; row < change.firstNew + change.newRows; ++row) {
            if (shown.contains(row))
                coming.push_back(row);
        }
    }
    m_isStale = m_isStale || (m_isResting && !(coming.empty() && resorted.empty()));
    rearrange(leaving, coming, touched);
    if (!isStill)
        m_table->orders().keepUp(m_table->fields().indexOf(m_sortKey));
    return true;
}

/// Takes out what stands at the places \a leaving, ascending, and puts rows in.
void RecordTableModel::rearrange(const std::vector<int> &leaving, const std::vector<quint32> &coming,
                                 std::vector<Touched> &touched)
{
    if (leaving.empty() && coming.empty())
        return;
    const auto follow = [&touched](const Moves &moves) {
        for (Touched &each : touched)
            each.place = moves.after(each.place, each.row);
    };
    const RowInsertion none(m_visible, {}, std::less());
    if (coming.empty() && leaving.back() - leaving.front() + 1 == int(leaving.size())) {
        removeRange(leaving.front(), leaving.back());
        follow(Moves(leaving, none));
        return;
    }
    if (leaving.empty()) {
        const RowInsertion insertion = *placesIn(m_visible, coming);
        if (insertion.isOneRange())
            insertRange(insertion);
        else
            insertApart(insertion);
        follow(Moves(leaving, insertion));
        Q_EMIT rowsChanged(&insertion);
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> rowsBefore;
    for (const QModelIndex &index : before)
        rowsBefore.push_back(m_visible[size_t(index.row())]);
    takeOut(m_visible, leaving);
    const RowInsertion insertion = coming.empty() ? none : *placesIn(m_visible, coming);
    insertion.applyTo(m_visible);
    const Moves moves(leaving, insertion);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int place = moves.after(before.at(i).row(), rowsBefore[size_t(i)]);
        after.append(place == NotShown ? QModelIndex() : createIndex(place, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    follow(moves);
    Q_EMIT layoutChanged();
    Q_EMIT rowsChanged(nullptr);
}

void RecordTableModel::insertRange(const RowInsertion &insertion)
{
    const auto first = int(insertion.firstPlace());
    beginInsertRows({}, first, first + int(insertion.size()) - 1);
    insertion.applyTo(m_visible);
    endInsertRows();
}

/// First behind all others: a header need not look at its rows again while they only change places.
void RecordTableModel::insertApart(const RowInsertion &insertion)
{
    const auto end = int(m_visible.size());
    beginInsertRows({}, end, end + int(insertion.size()) - 1);
    makeRoom(m_visible, insertion.size());
    m_visible.insert(m_visible.end(), insertion.rows().begin(), insertion.rows().end());
    endInsertRows();
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    m_visible.resize(size_t(end));
    insertion.applyTo(m_visible);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int row = index.row();
        const size_t place = row < end ? insertion.moved(size_t(row)) : insertion.placeOf(size_t(row - end));
        after.append(createIndex(int(place), index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void RecordTableModel::removeRange(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_visible.erase(m_visible.begin() + first, m_visible.begin() + last + 1);
    endRemoveRows();
    Q_EMIT rowsChanged(nullptr);
}

void RecordTableModel::announceCells(const TableChange &change, const std::vector<Touched> &touched)
{
    struct Range
    {
        int row;
        int first;
        int last;
    };
    std::vector<Range> ranges;
    for (const Touched &each : touched) {
        if (each.place == NotShown)
            continue;
        Range range{each.place, columnCount(), -1};
        const auto first = std::lower_bound(change.cells.begin(), change.cells.end(), each.row,
                                            [](const ChangedCell &cell, quint32 row) { return cell.row < row; });
        const auto include = [&](int column) {
            range.first = qMin(range.first, column);
            range.last = qMax(range.last, column);
        };
        for (auto cell = first; cell != change.cells.end() && cell->row == each.row; ++cell) {
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
    if (ranges.empty())
        return;
    std::sort(ranges.begin(), ranges.end(), [](const Range &a, const Range &b) { return a.row < b.row; });
    if (ranges.size() > ManyRanges) {
        Q_EMIT dataChanged(index(ranges.front().row, 0), index(ranges.back().row, columnCount() - 1));
        return;
    }
    for (const Range &range : ranges)
        Q_EMIT dataChanged(index(range.row, range.first), index(range.row, range.last));
}

} // namespace Leadline
