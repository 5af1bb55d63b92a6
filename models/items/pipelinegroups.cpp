// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// Which groups a PipelineModel has, and which of them an opportunity stands in.
#include "pipelinemodel.h"

#include <algorithm>
#include <set>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// No group: the status belongs to another pipeline.
constexpr int NoGroup = -1;
/// The organization does not know the status.
constexpr int UnknownStatus = -2;
/// Open, and grouped by something else than its status.
constexpr int OpenStatus = -3;
/// None of the groups that are there.
constexpr int Unplaced = -4;

/// More periods than this in one go are not shown empty.
constexpr int MostPeriods = 36;

} // namespace

/// Finds the group of a row; made for one pass over the rows.
class PipelinePlacer
{
public:
    explicit PipelinePlacer(const PipelineModel &model)
        : m_model(model)
        , m_table(*model.m_source->table())
        , m_periods(model.m_grouping, model.formatter().locale(), model.m_today)
    {
        if (model.m_statusField < 0)
            return;
        for (const QString &status : m_table.data().columns[size_t(model.m_statusField)].dictionary)
            m_statuses.push_back(placeOfStatus(status));
        if (model.m_grouping == PipelineGrouping::Owner && model.m_ownerField >= 0) {
            for (const QString &user : m_table.data().columns[size_t(model.m_ownerField)].dictionary)
                m_owners.push_back(groupOf(user));
        }
        if (ClosePeriods::isPeriod(model.m_grouping))
            preparePeriods();
    }

    int place(quint32 row) const
    {
        if (m_statuses.empty())
            return NoGroup;
        int place = m_statuses[m_table.data().columns[size_t(m_model.m_statusField)].symbol(row)];
        if (place == UnknownStatus)
            place = placeOfUnknown(row);
        return place == OpenStatus ? openPlace(row) : place;
    }

    /// The group of a row shown with other values than it has.
    int place(quint32 row, const QVariantMap &shown) const
    {
        int place = NoGroup;
        if (const auto status = shown.constFind(u"status_id"_s); status != shown.cend())
            place = placeOfStatus(status->toString());
        if (place == NoGroup || place == UnknownStatus)
            place = m_statuses[m_table.data().columns[size_t(m_model.m_statusField)].symbol(row)];
        if (place == UnknownStatus)
            place = placeOfUnknown(row);
        if (place != OpenStatus)
            return place;
        if (m_model.m_grouping == PipelineGrouping::Owner && shown.contains(u"user_id"_s))
            return groupOf(shown.value(u"user_id"_s).toString());
        if (ClosePeriods::isPeriod(m_model.m_grouping) && shown.contains(u"date_won"_s))
            return groupOf(m_periods.key(shown.value(u"date_won"_s).toDate()));
        return openPlace(row);
    }

    /// Whether the row is one of the chosen pipeline's.
    bool isOfPipeline(quint32 row) const { return !m_statuses.empty() && place(row) != NoGroup; }

private:
    int groupOf(const QString &key) const
    {
        return key.isEmpty() ? other() : m_model.m_groupOf.value(key, Unplaced);
    }

    int other() const { return m_model.m_groupOf.value(QString(), Unplaced); }

    int placeOfStatus(const QString &status) const
    {
        const Directory &directory = m_table.directory();
        const QString pipeline = directory.pipelineOf(status);
        if (pipeline.isEmpty())
            return UnknownStatus;
        if (m_model.m_grouping == PipelineGrouping::Status || directory.statusType(status) != "active"_L1)
            return m_model.m_groupOf.value(status, NoGroup);
        return m_model.m_pipeline.isEmpty() || pipeline == m_model.m_pipeline ? OpenStatus : NoGroup;
    }

    int placeOfUnknown(quint32 row) const
    {
        const QString pipeline =
            m_model.m_pipelineField < 0 ? QString() : m_table.textAt(m_model.m_pipelineField, row);
        if (!m_model.m_pipeline.isEmpty() && !pipeline.isEmpty() && pipeline != m_model.m_pipeline)
            return NoGroup;
        return m_model.m_grouping == PipelineGrouping::Status ? other() : OpenStatus;
    }

    int openPlace(quint32 row) const
    {
        switch (m_model.m_grouping) {
        case PipelineGrouping::Owner:
            return m_owners.empty()
                       ? other()
                       : m_owners[m_table.data().columns[size_t(m_model.m_ownerField)].symbol(row)];
        case PipelineGrouping::LeadStatus:
            return m_model.leadStatusGroup(row);
        default:
            return periodPlace(row);
        }
    }

    void preparePeriods()
    {
        for (size_t group = 0; group < m_model.m_groups.size(); ++group) {
            const QDate first = QDate::fromString(m_model.m_groups[group].key, Qt::ISODate);
            if (first.isValid() && m_model.m_groups[group].type == "active"_L1)
                m_starts.emplace_back(first.toJulianDay(), m_periods.end(first).toJulianDay(), int(group));
        }
        m_overdue = groupOf(ClosePeriods::Overdue);
        m_undated = groupOf(ClosePeriods::Undated);
    }

    int periodPlace(quint32 row) const
    {
        const qint64 day = m_model.m_closeField < 0 ? NoInteger : m_table.integerAt(m_model.m_closeField, row);
        if (day == NoInteger)
            return m_undated;
        if (day < m_model.m_today.toJulianDay())
            return m_overdue;
        const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), day,
                                            [](qint64 value, const auto &span) { return value < std::get<0>(span); });
        if (after == m_starts.begin() || day > std::get<1>(*std::prev(after)))
            return Unplaced;
        return std::get<2>(*std::prev(after));
    }

    const PipelineModel &m_model;
    const RecordTable &m_table;
    ClosePeriods m_periods;
    std::vector<int> m_statuses; ///< by the status column's symbol
    std::vector<int> m_owners;   ///< by the owner column's symbol
    std::vector<std::tuple<qint64, qint64, int>> m_starts; ///< first and last day of a period, and its group
    int m_overdue = Unplaced;
    int m_undated = Unplaced;
};

void PipelineModel::build()
{
    findFields();
    m_now = {};
    m_today = now().date();
    m_knewSeveralCurrencies = hasSeveralCurrencies();
    m_leadGroups.clear();
    m_counted = {};
    m_initials.clear();
    for (const User &user : m_source->table()->directory().organization().users)
        m_initials.insert(user.id, user.initials());
    m_groups.clear();
    m_groupOf.clear();
    addOpenGroups();
    addClosedStatuses();
    Grouped grouping = grouped(m_source->visibleRows());
    if (!grouping.isWhole) {
        addOtherGroup();
        grouping = grouped(m_source->visibleRows());
    }
    for (size_t group = 0; group < m_groups.size(); ++group) {
        m_groups[group].rows = std::move(grouping.rows[group]);
        m_groups[group].totals = totalsOf(m_groups[group].rows);
    }
}

void PipelineModel::addGroup(const QString &key, const QString &title, const QString &type)
{
    if (m_groupOf.contains(key))
        return;
    m_groupOf.insert(key, int(m_groups.size()));
    m_groups.push_back({key, title, type, {}, {}});
}

void PipelineModel::addOpenGroups()
{
    switch (m_grouping) {
    case PipelineGrouping::Status:
        addStatuses(u"active"_s);
        break;
    case PipelineGrouping::Owner:
        addOwners();
        break;
    case PipelineGrouping::LeadStatus:
        for (const Status &status : m_source->table()->directory().organization().leadStatuses)
            addGroup(status.id, status.label, u"active"_s);
        break;
    default:
        addPeriods();
    }
}

/// Of one kind. Where several pipelines are shown, those of all: their names stand beside the statuses'.
void PipelineModel::addStatuses(const QString &type)
{
    const QList<Pipeline> &pipelines = m_source->table()->directory().organization().pipelines;
    for (const Pipeline &pipeline : pipelines) {
        if (!m_pipeline.isEmpty() && pipeline.id != m_pipeline)
            continue;
        const bool named = m_pipeline.isEmpty() && pipelines.size() > 1;
        for (const Status &status : pipeline.statuses) {
            if (status.type == type)
                addGroup(status.id, named ? tr("%1 · %2").arg(status.label, pipeline.name) : status.label, type);
        }
    }
}

/// Closed deals stand behind the open ones.
void PipelineModel::addClosedStatuses()
{
    addStatuses(u"won"_s);
    addStatuses(u"lost"_s);
}

/// Everybody who owns an opportunity, oneself first.
void PipelineModel::addOwners()
{
    if (m_ownerField < 0)
        return;
    const Directory &directory = m_source->table()->directory();
    const QStringList &known = m_source->table()->data().columns[size_t(m_ownerField)].dictionary;
    const auto add = [&](const User &user) {
        if (!user.id.isEmpty() && known.contains(user.id))
            addGroup(user.id, user.name(), u"active"_s);
    };
    add(directory.currentUser());
    for (const User &user : directory.organization().users)
        add(user);
    for (const QString &id : known) {
        if (!id.isEmpty())
            addGroup(id, tr("Unknown owner"), u"active"_s);
    }
}

/// The periods from now on, empty ones among them so that cards can be dropped there, and later ones in which
/// something closes.
void PipelineModel::addPeriods()
{
    const ClosePeriods periods(m_grouping, formatter().locale(), m_today);
    addGroup(ClosePeriods::Overdue, periods.title(ClosePeriods::Overdue), u"active"_s);
    addGroup(ClosePeriods::Undated, periods.title(ClosePeriods::Undated), u"active"_s);
    std::set<qint64> days;
    const PipelinePlacer placer(*this);
    for (const quint32 row : m_source->visibleRows()) {
        if (m_closeField >= 0 && placer.place(row) == Unplaced)
            days.insert(m_source->table()->integerAt(m_closeField, row));
    }
    for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown) {
        if (const QDate day = shownValue(shown.key(), u"date_won"_s).toDate(); day >= m_today)
            days.insert(day.toJulianDay());
    }
    std::set<qint64> starts;
    for (const qint64 day : days)
        starts.insert(periods.start(QDate::fromJulianDay(day)).toJulianDay());
    QDate first = periods.start(m_today);
    const qint64 last = starts.empty() ? 0 : *starts.rbegin();
    for (int i = 0; i < periods.always() || (first.toJulianDay() <= last && i < MostPeriods); ++i) {
        starts.insert(first.toJulianDay());
        first = periods.next(first);
    }
    for (const qint64 start : starts) {
        const QString key = QDate::fromJulianDay(start).toString(Qt::ISODate);
        addGroup(key, periods.title(key), u"active"_s);
    }
}

void PipelineModel::addOtherGroup()
{
    m_leadGroups.clear();
    switch (m_grouping) {
    case PipelineGrouping::Owner:
        addGroup(QString(), tr("No owner"), u"active"_s);
        break;
    case PipelineGrouping::LeadStatus:
        addGroup(QString(), tr("Other lead status"), u"active"_s);
        break;
    default:
        addGroup(QString(), tr("Other status"), u"active"_s);
    }
}

/// Remembered: a lead is looked up by its id.
int PipelineModel::leadStatusGroup(quint32 row) const
{
    if (row >= m_leadGroups.size())
        m_leadGroups.resize(size_t(m_source->table()->rows()), NoGroup);
    int &group = m_leadGroups[row];
    if (group == NoGroup) {
        const int lead = m_leads ? m_leads->rowOf(m_source->table()->leadIdAt(row)) : -1;
        const QString status = lead < 0 ? QString() : m_leads->valueAt(u"status_id"_s, quint32(lead)).toString();
        group = m_groupOf.value(status, m_groupOf.value(QString(), Unplaced));
    }
    return group;
}

PipelineModel::Grouped PipelineModel::grouped(const std::vector<quint32> &among) const
{
    Grouped grouping{Rows(m_groups.size()), true};
    const PipelinePlacer placer(*this);
    std::unordered_map<quint32, int> shown;
    for (auto entry = m_shown.cbegin(); entry != m_shown.cend(); ++entry) {
        if (const int row = m_source->table()->rowOf(entry.key()); row >= 0 && m_statusField >= 0)
            shown.emplace(quint32(row), placer.place(quint32(row), entry.value()));
    }
    for (const quint32 row : among) {
        int group = placer.place(row);
        if (!shown.empty()) {
            if (const auto found = shown.find(row); found != shown.end())
                group = found->second;
        }
        if (group >= 0)
            grouping.rows[size_t(group)].push_back(row);
        else if (group == Unplaced)
            grouping.isWhole = false;
    }
    return grouping;
}

int PipelineModel::unfilteredCount() const
{
    const RecordTable &table = *m_source->table();
    if (m_pipeline.isEmpty() || m_statusField < 0)
        return int(table.count());
    // Asked for with each page of a sync: only what has come since is counted.
    if (m_counted.revision != table.revision())
        m_counted = {.revision = table.revision()};
    const PipelinePlacer placer(*this);
    for (; m_counted.rows < table.rows(); ++m_counted.rows)
        m_counted.ofPipeline += table.isLive(m_counted.rows) && placer.isOfPipeline(m_counted.rows) ? 1 : 0;
    return m_counted.ofPipeline;
}

QStringList PipelineModel::statusIds() const
{
    QStringList ids;
    for (const Pipeline &pipeline : m_source->table()->directory().organization().pipelines) {
        for (const Status &status : pipeline.statuses) {
            if (m_pipeline.isEmpty() || pipeline.id == m_pipeline)
                ids.append(status.id);
        }
    }
    return ids;
}

PipelineTotals PipelineModel::wholeTotals() const
{
    const RecordTable &table = *m_source->table();
    if (m_statusField < 0)
        return {};
    const ColumnData &statuses = table.data().columns[size_t(m_statusField)];
    const QStringList wanted = statusIds();
    std::vector<bool> isWanted;
    for (const QString &status : statuses.dictionary)
        isWanted.push_back(wanted.contains(status));
    std::vector<quint32> rows;
    for (quint32 row = 0; row < table.rows(); ++row) {
        if (table.isLive(row) && isWanted[statuses.symbol(row)])
            rows.push_back(row);
    }
    return totalsOf(rows);
}

std::optional<QVariantMap> PipelineModel::moveValues(const QString &id, int group) const
{
    const QString key = groupKey(group);
    if (key.isEmpty())
        return {};
    const QString status = shownStatus(id);
    const QDate today = now().date();
    if (m_grouping == PipelineGrouping::Status || groupType(group) != "active"_L1) {
        if (status == key)
            return QVariantMap();
        QVariantMap values{{u"status_id"_s, key}};
        // In Close that field holds the expected close of an open deal, which would stay there otherwise.
        if (groupType(group) == "won"_L1)
            values.insert(u"date_won"_s, today);
        return values;
    }
    const QString type = m_source->table()->directory().statusType(status);
    if (type == "won"_L1 || type == "lost"_L1 || m_grouping == PipelineGrouping::LeadStatus)
        return {};
    if (m_grouping == PipelineGrouping::Owner)
        return shownValue(id, u"user_id"_s) == key ? QVariantMap() : QVariantMap{{u"user_id"_s, key}};
    const ClosePeriods periods(m_grouping, formatter().locale(), today);
    const QDate day = shownValue(id, u"date_won"_s).toDate();
    if (periods.key(day) == key)
        return QVariantMap();
    const std::optional<QDate> to = periods.moved(day, key);
    if (!to)
        return {};
    return QVariantMap{{u"date_won"_s, to->isValid() ? QVariant(*to) : QVariant()}};
}

} // namespace Leadline
