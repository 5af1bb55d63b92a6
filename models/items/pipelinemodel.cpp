// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinemodel.h"

#include "nexttasks.h"
#include "stageclock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// More changed rows than this are told group by group.
constexpr size_t ManyRows = 200;
/// Of an index whose row has gone, and of a group that is not there.
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

PipelineModel::PipelineModel(RecordTableModel *source, QObject *parent)
    : QAbstractItemModel(parent)
    , m_source(source)
{
    build();
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(source, &QAbstractItemModel::modelReset, this, [this] {
        build();
        endResetModel();
        Q_EMIT totalsChanged();
    });
    // The groups hold row numbers, which become others before the source says that its rows have changed.
    connect(source->table(), &RecordTable::aboutToBeRenumbered, this, [this] {
        beginResetModel();
        m_isRenumbered = true;
    });
    connect(source->table(), &RecordTable::wasRenumbered, this, [this] {
        m_isRenumbered = false;
        build();
        endResetModel();
        Q_EMIT totalsChanged();
    });
    connect(source, &RecordTableModel::rowsChanged, this, [this](const RowInsertion *inserted) {
        if (!m_isRenumbered && !(inserted && takeIn(*inserted)))
            regroup();
    });
    // A page of a sync changes many rows, each of which is told by itself: they are grouped once.
    connect(source, &RecordTableModel::recordsAboutToChange, this, [this] { m_isGathering = true; });
    connect(source, &RecordTableModel::recordsChanged, this, [this] {
        m_isGathering = false;
        takeChanges();
    });
    connect(source, &QAbstractItemModel::dataChanged, this, &PipelineModel::onSourceData);
    connect(source->table(), &RecordTable::namesChanged, this, &PipelineModel::rebuild);
}

void PipelineModel::setPipeline(const QString &pipelineId)
{
    setLayout(pipelineId, m_grouping);
}

void PipelineModel::setGrouping(PipelineGrouping grouping)
{
    setLayout(m_pipeline, grouping);
}

void PipelineModel::setLayout(const QString &pipelineId, PipelineGrouping grouping)
{
    if (pipelineId == m_pipeline && grouping == m_grouping)
        return;
    m_pipeline = pipelineId;
    m_grouping = grouping;
    rebuild();
}

PipelineModel::~PipelineModel() = default;

void PipelineModel::setRelated(RecordTable *leads, RecordTable *tasks)
{
    if (m_leads)
        m_leads->disconnect(this);
    m_leads = leads;
    if (leads) {
        connect(leads, &RecordTable::changed, this, &PipelineModel::dropLeadGroups);
        connect(leads, &RecordTable::wasReset, this, &PipelineModel::dropLeadGroups);
        connect(leads, &RecordTable::wasRenumbered, this, &PipelineModel::dropLeadGroups);
    }
    m_nextTasks = tasks ? std::make_unique<NextTasks>(tasks) : nullptr;
    if (tasks)
        connect(m_nextTasks.get(), &NextTasks::changed, this, &PipelineModel::announceRows);
    announceRows();
    dropLeadGroups();
}

void PipelineModel::setStageClock(StageClock *clock)
{
    if (m_stages)
        m_stages->disconnect(this);
    m_stages = clock;
    if (clock)
        connect(clock, &StageClock::changed, this, &PipelineModel::announceRows);
    announceRows();
}

void PipelineModel::updateTime()
{
    m_now = {};
    if (m_today == now().date())
        return;
    m_today = now().date();
    if (ClosePeriods::isPeriod(m_grouping))
        rebuild();
    else
        announceRows();
}

/// A lead's status may be another one.
void PipelineModel::dropLeadGroups()
{
    m_leadGroups.clear();
    if (m_grouping == PipelineGrouping::LeadStatus)
        regroup();
}

/// What rows say may be something else; which rows there are is not.
void PipelineModel::announceRows()
{
    for (int group = 0; group < groupCount(); ++group) {
        if (groupSize(group) > 0)
            Q_EMIT dataChanged(index(0, 0, index(group, 0)),
                               index(groupSize(group) - 1, ColumnCount - 1, index(group, 0)));
    }
}

void PipelineModel::rebuild()
{
    beginResetModel();
    build();
    endResetModel();
    Q_EMIT totalsChanged();
}

void PipelineModel::findFields()
{
    const FieldList &fields = m_source->table()->fields();
    m_statusField = fields.indexOf(u"status_id"_s);
    m_pipelineField = fields.indexOf(u"pipeline_id"_s);
    m_leadField = fields.indexOf(u"lead_name"_s);
    m_valueField = fields.indexOf(u"value"_s);
    m_periodField = fields.indexOf(u"value_period"_s);
    m_currencyField = fields.indexOf(u"value_currency"_s);
    m_confidenceField = fields.indexOf(u"confidence"_s);
    m_closeField = fields.indexOf(u"date_won"_s);
    m_ownerField = fields.indexOf(u"user_id"_s);
    m_updatedField = fields.indexOf(u"date_updated"_s);
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

PipelineTotals PipelineModel::totalsOf(const std::vector<quint32> &rows) const
{
    PipelineTotals totals;
    if (m_valueField < 0)
        return totals;
    const TableData &data = m_source->table()->data();
    const ColumnData &values = data.columns[size_t(m_valueField)];
    std::vector<ValuePeriod> periods;
    if (m_periodField >= 0) {
        for (const QString &symbol : data.columns[size_t(m_periodField)].dictionary)
            periods.push_back(periodFromKey(symbol));
    }
    std::vector<bool> isLeftOut;
    if (m_currencyField >= 0) {
        for (const QString &currency : data.columns[size_t(m_currencyField)].dictionary)
            isLeftOut.push_back(isForeign(currency));
    }
    const std::unordered_map<quint32, const QVariantMap *> changing = shownRows();
    for (const quint32 row : rows) {
        qint64 minor = values.integer(row);
        qint64 confidence =
            m_confidenceField < 0 ? NoInteger : data.columns[size_t(m_confidenceField)].integer(row);
        ValuePeriod period = m_periodField < 0 ? ValuePeriod::OneTime
                                               : periods[data.columns[size_t(m_periodField)].symbol(row)];
        if (const auto shown = changing.find(row); shown != changing.end()) {
            const QVariantMap &after = *shown->second;
            if (const auto value = after.constFind(u"value"_s); value != after.cend())
                minor = integerCell(FieldType::Money, *value);
            if (const auto percent = after.constFind(u"confidence"_s); percent != after.cend())
                confidence = integerCell(FieldType::Percent, *percent);
            if (const auto key = after.constFind(u"value_period"_s); key != after.cend())
                period = periodFromKey(key->toString());
        }
        if (minor != NoInteger && m_currencyField >= 0 &&
            isLeftOut[data.columns[size_t(m_currencyField)].symbol(row)]) {
            ++totals.count;
            ++totals.otherCurrencies;
            continue;
        }
        if (minor == NoInteger) {
            ++totals.count;
            continue;
        }
        const int percent = confidence == NoInteger ? 0 : int(std::clamp<qint64>(confidence, 0, 100));
        totals.add(minor, percent, period);
    }
    return totals;
}

/// What is shown while Close has not answered, by row.
std::unordered_map<quint32, const QVariantMap *> PipelineModel::shownRows() const
{
    std::unordered_map<quint32, const QVariantMap *> rows;
    for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown) {
        if (const int row = m_source->table()->rowOf(shown.key()); row >= 0)
            rows.emplace(quint32(row), &*shown);
    }
    return rows;
}

/// Close has one currency for an organization, and tells of a change of it with the records that are read
/// anew: as long as all are alike there is nothing to keep apart.
bool PipelineModel::hasSeveralCurrencies() const
{
    if (m_currencyField < 0)
        return false;
    const QStringList &all = m_source->table()->data().columns[size_t(m_currencyField)].dictionary;
    return all.size() - all.count(QString()) > 1;
}

bool PipelineModel::isForeign(const QString &currency) const
{
    return hasSeveralCurrencies() && !currency.isEmpty() &&
           currency != m_source->table()->directory().currency();
}

bool PipelineModel::updateTotals(int group)
{
    return setTotals(group, totalsOf(m_groups[size_t(group)].rows));
}

/// Whether the group has other sums now.
bool PipelineModel::setTotals(int group, const PipelineTotals &totals)
{
    Group &held = m_groups[size_t(group)];
    if (totals == held.totals)
        return false;
    held.totals = totals;
    Q_EMIT dataChanged(index(group, 0), index(group, ColumnCount - 1));
    return true;
}

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

PipelineTotals PipelineModel::totals(const QString &type) const
{
    PipelineTotals sum;
    for (const Group &group : m_groups) {
        if (type.isEmpty() || group.type == type)
            sum.add(group.totals);
    }
    return sum;
}

int PipelineModel::groupOfKey(const QString &key) const
{
    return m_groupOf.value(key, Nowhere);
}

QModelIndex PipelineModel::indexOf(const QString &id) const
{
    const int row = m_source->table()->rowOf(id);
    for (int group = 0; row >= 0 && group < groupCount(); ++group) {
        const std::vector<quint32> &rows = m_groups[size_t(group)].rows;
        if (const auto found = std::find(rows.begin(), rows.end(), quint32(row)); found != rows.end())
            return createIndex(int(found - rows.begin()), 0, quintptr(group) + 1);
    }
    return {};
}

void PipelineModel::setShownValues(const QString &id, const QVariantMap &values)
{
    if (values.isEmpty() ? m_shown.remove(id) == 0 : m_shown.value(id) == values)
        return;
    if (!values.isEmpty())
        m_shown.insert(id, values);
    regroup();
    const QModelIndex at = indexOf(id);
    if (!at.isValid())
        return;
    Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
    if (updateTotals(int(at.internalId()) - 1))
        Q_EMIT totalsChanged();
}

QVariant PipelineModel::shownValue(const QString &id, const QString &key) const
{
    if (const auto shown = m_shown.constFind(id); shown != m_shown.cend() && shown->contains(key))
        return shown->value(key);
    const int row = m_source->table()->rowOf(id);
    return row < 0 ? QVariant() : m_source->table()->valueAt(key, quint32(row));
}

} // namespace Leadline
