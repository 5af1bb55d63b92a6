// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinemodel.h"

#include "nexttasks.h"
#include "stageclock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

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
    return m_groupOf.value(key, -1);
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
