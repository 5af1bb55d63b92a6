// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// How a PipelineModel takes in what has happened to its source's rows.
#include "pipelinemodel.h"

#include <algorithm>

namespace Leadline {

namespace {

/// More changed rows than this are told group by group.
constexpr size_t ManyRows = 200;
/// Of an index whose row has gone.
constexpr int Nowhere = -1;

/// Where a row is in one list and not in the other, the lists being the same but for that row; -1 otherwise.
int oneMore(const std::vector<quint32> &longer, const std::vector<quint32> &shorter)
{
    if (longer.size() != shorter.size() + 1)
        return -1;
    const auto [at, other] = std::mismatch(longer.begin(), longer.end(), shorter.begin(), shorter.end());
    return std::equal(at + 1, longer.end(), other, shorter.end()) ? int(at - longer.begin()) : -1;
}

} // namespace

void PipelineModel::onSourceData(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    // Only how something is shown, which the cards do in their own way.
    if (!roles.isEmpty())
        return;
    for (int row = first.row(); row <= last.row(); ++row)
        m_changedRows.push_back(m_source->recordRow(row));
    if (!m_isGathering)
        takeChanges();
}

void PipelineModel::takeChanges()
{
    if (m_changedRows.empty())
        return;
    const std::vector<quint32> changed = std::exchange(m_changedRows, {});
    m_now = {}; // another formatter may be among what is new
    regroup();
    RowSet isChanged(m_source->table()->rows());
    for (const quint32 row : changed)
        isChanged.insert(row);
    const bool isOneByOne = changed.size() <= ManyRows;
    if (!isOneByOne)
        announceRows();
    for (int group = 0; group < groupCount(); ++group) {
        bool isTouched = false;
        for (int row = 0; row < groupSize(group); ++row) {
            if (!isChanged.contains(recordRow(group, row)))
                continue;
            isTouched = true;
            const QModelIndex at = createIndex(row, 0, quintptr(group) + 1);
            if (isOneByOne)
                Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
        }
        if (isTouched)
            updateTotals(group);
    }
    Q_EMIT totalsChanged();
}

void PipelineModel::regroup()
{
    auto [rows, isWhole] = grouped(m_source->visibleRows());
    if (!isWhole || hasSeveralCurrencies() != m_knewSeveralCurrencies) {
        rebuild();
        return;
    }
    std::vector<int> changed;
    for (int group = 0; group < groupCount(); ++group) {
        if (rows[size_t(group)] != m_groups[size_t(group)].rows)
            changed.push_back(group);
    }
    if (changed.empty())
        return;
    if (!applySingle(rows, changed) && !(changed.size() == 2 && applyMove(rows, changed[0], changed[1])))
        relayout(rows, changed);
    for (const int group : changed)
        updateTotals(group);
    Q_EMIT totalsChanged();
}

/// What a page of a first sync brings is put in its places, with its sums added, while all else stays. False, and
/// nothing done, where that is not all there is to it.
bool PipelineModel::takeIn(const RowInsertion &inserted)
{
    if (!m_shown.isEmpty() || hasSeveralCurrencies() != m_knewSeveralCurrencies)
        return false;
    const auto [came, isWhole] = grouped(inserted.rows());
    if (!isWhole)
        return false;
    std::vector<int> changed;
    std::vector<RowInsertion> insertions;
    for (int group = 0; group < groupCount(); ++group) {
        const std::vector<quint32> &rows = came[size_t(group)];
        if (rows.empty())
            continue;
        changed.push_back(group);
        insertions.push_back(*m_source->placesIn(m_groups[size_t(group)].rows, rows));
    }
    if (changed.empty())
        return true;
    if (changed.size() == 1 && insertions[0].isOneRange()) {
        const auto first = int(insertions[0].firstPlace());
        beginInsertRows(index(changed[0], 0), first, first + int(insertions[0].size()) - 1);
        insertions[0].applyTo(m_groups[size_t(changed[0])].rows);
        endInsertRows();
    } else {
        insertInto(changed, insertions);
    }
    for (size_t i = 0; i < changed.size(); ++i) {
        PipelineTotals totals = m_groups[size_t(changed[i])].totals;
        totals.add(totalsOf(insertions[i].rows()));
        setTotals(changed[i], totals);
    }
    Q_EMIT totalsChanged();
    return true;
}

void PipelineModel::insertInto(const std::vector<int> &changed, const std::vector<RowInsertion> &insertions)
{
    QList<QPersistentModelIndex> parents;
    for (const int group : changed)
        parents.append(index(group, 0));
    Q_EMIT layoutAboutToBeChanged(parents);
    QModelIndexList before;
    QModelIndexList after;
    for (const QModelIndex &held : persistentIndexList()) {
        const auto at = std::find(changed.begin(), changed.end(), int(held.internalId()) - 1);
        if (held.internalId() == 0 || at == changed.end())
            continue;
        const size_t place = insertions[size_t(at - changed.begin())].moved(size_t(held.row()));
        before.append(held);
        after.append(createIndex(int(place), held.column(), held.internalId()));
    }
    for (size_t i = 0; i < changed.size(); ++i)
        insertions[i].applyTo(m_groups[size_t(changed[i])].rows);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged(parents);
}

bool PipelineModel::applySingle(Rows &rows, const std::vector<int> &changed)
{
    if (changed.size() != 1)
        return false;
    std::vector<quint32> &held = m_groups[size_t(changed[0])].rows;
    std::vector<quint32> &wanted = rows[size_t(changed[0])];
    const auto [oldAt, newAt] = std::mismatch(held.begin(), held.end(), wanted.begin(), wanted.end());
    const auto front = int(oldAt - held.begin());
    const auto added = std::ptrdiff_t(wanted.size()) - std::ptrdiff_t(held.size());
    const QModelIndex parent = index(changed[0], 0);
    if (added > 0 && std::equal(oldAt, held.end(), newAt + added, wanted.end())) {
        beginInsertRows(parent, front, front + int(added) - 1);
        held.swap(wanted);
        endInsertRows();
        return true;
    }
    if (added < 0 && std::equal(oldAt - added, held.end(), newAt, wanted.end())) {
        beginRemoveRows(parent, front, front - int(added) - 1);
        held.swap(wanted);
        endRemoveRows();
        return true;
    }
    return false;
}

bool PipelineModel::applyMove(Rows &rows, int one, int other)
{
    const bool forth = rows[size_t(one)].size() < m_groups[size_t(one)].rows.size();
    const int from = forth ? one : other;
    const int to = forth ? other : one;
    const int leaves = oneMore(m_groups[size_t(from)].rows, rows[size_t(from)]);
    const int arrives = oneMore(rows[size_t(to)], m_groups[size_t(to)].rows);
    if (leaves < 0 || arrives < 0 || recordRow(from, leaves) != rows[size_t(to)][size_t(arrives)])
        return false;
    if (!beginMoveRows(index(from, 0), leaves, leaves, index(to, 0), arrives))
        return false;
    m_groups[size_t(from)].rows.swap(rows[size_t(from)]);
    m_groups[size_t(to)].rows.swap(rows[size_t(to)]);
    endMoveRows();
    return true;
}

void PipelineModel::relayout(Rows &rows, const std::vector<int> &changed)
{
    QList<QPersistentModelIndex> parents;
    for (const int group : changed)
        parents.append(index(group, 0));
    Q_EMIT layoutAboutToBeChanged(parents);
    const QModelIndexList before = persistentIndexList();
    std::unordered_map<quint32, std::pair<int, int>> places;
    for (const QModelIndex &held : before) {
        if (held.internalId() != 0)
            places.emplace(recordRow(int(held.internalId()) - 1, held.row()), std::pair(Nowhere, 0));
    }
    if (!places.empty()) {
        for (int group = 0; group < groupCount(); ++group) {
            for (size_t row = 0; row < rows[size_t(group)].size(); ++row) {
                if (const auto place = places.find(rows[size_t(group)][row]); place != places.end())
                    place->second = {group, int(row)};
            }
        }
    }
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &held : before) {
        if (held.internalId() == 0) {
            after.append(held);
            continue;
        }
        const auto [group, row] = places.at(recordRow(int(held.internalId()) - 1, held.row()));
        after.append(group < 0 ? QModelIndex() : createIndex(row, held.column(), quintptr(group) + 1));
    }
    for (const int group : changed)
        m_groups[size_t(group)].rows.swap(rows[size_t(group)]);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged(parents);
}

} // namespace Leadline
