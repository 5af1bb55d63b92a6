// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// The tree of a PipelineModel, and what its groups and rows say.
#include "pipelinemodel.h"

#include "nexttasks.h"
#include "stageclock.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int SoonDays = 7;
constexpr qint64 DayMs = 86'400'000;
constexpr qint64 MinuteMs = 60'000;

} // namespace

QString PipelineCard::stageText() const
{
    return daysInStage ? PipelineModel::tr("%1 d").arg(*daysInStage) : QString();
}

QString PipelineCard::accessibleName() const
{
    QStringList parts{leadName.isEmpty() ? PipelineModel::tr("No name") : leadName,
                      period.isEmpty() ? value : value + QChar(0x00A0) + period};
    if (confidence)
        parts.append(PipelineModel::tr("%1 %").arg(*confidence));
    if (!closes.isEmpty())
        parts.append(isOverdue ? closes : PipelineModel::tr("closes %1").arg(closes));
    if (daysInStage)
        parts.append(PipelineModel::tr("%n day(s) in stage", nullptr, *daysInStage));
    if (isStalled)
        parts.append(PipelineModel::tr("stalled"));
    if (!owner.isEmpty())
        parts.append(owner);
    if (!nextTask.isEmpty())
        parts.append(PipelineModel::tr("next: %1").arg(nextTask));
    if (!pending.isEmpty())
        parts.append(pending);
    return parts.join(u", "_s);
}

QModelIndex PipelineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex PipelineModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int PipelineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return groupCount();
    return parent.internalId() == 0 && parent.column() == 0 ? groupSize(parent.row()) : 0;
}

int PipelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() && (parent.internalId() != 0 || parent.column() != 0) ? 0 : ColumnCount;
}

QString PipelineModel::idAt(int group, int row) const
{
    return m_source->table()->idAt(recordRow(group, row));
}

QString PipelineModel::headline(qint64 minor, ValuePeriod period) const
{
    return formatMoney(minor, m_source->table()->directory().currency(), period, formatter().locale());
}

QString PipelineModel::shortHeadline(qint64 minor, ValuePeriod period) const
{
    constexpr qint64 Unit = 100;
    constexpr qint64 Large = 1000 * Unit;
    if (qAbs(minor) < Large || qAbs(minor) > std::numeric_limits<qint64>::max() - Unit)
        return headline(minor, period);
    return headline((minor < 0 ? minor - Unit / 2 : minor + Unit / 2) / Unit * Unit, period);
}

QString PipelineModel::periodText(const PipelineTotals &totals) const
{
    if (!totals.isMixed())
        return {};
    QStringList parts;
    const auto add = [&](ValuePeriod period, const QString &text) {
        if (totals.counts[size_t(period)] > 0)
            parts.append(text.arg(headline(totals.values[size_t(period)], period)));
    };
    add(ValuePeriod::OneTime, tr("one-time %1"));
    add(ValuePeriod::Monthly, tr("monthly %1"));
    add(ValuePeriod::Annual, tr("annual %1"));
    return parts.join(u", "_s);
}

QString PipelineModel::leftOutText(const PipelineTotals &totals) const
{
    return totals.otherCurrencies == 0
               ? QString()
               : tr("%n in other currencies left out", nullptr, int(totals.otherCurrencies));
}

QString PipelineModel::groupAccessibleName(int group) const
{
    const PipelineTotals &totals = groupTotals(group);
    return tr("%1, %2, %3, expected %4")
        .arg(groupTitle(group), countText(groupSize(group)),
             headline(totals.headlineValue(), totals.headlinePeriod()),
             headline(totals.headlineExpected(), totals.headlinePeriod()));
}

QString PipelineModel::countText(int count) const
{
    return count == 1 ? tr("1 opportunity")
                      : tr("%1 opportunities").arg(formatter().locale().toString(count));
}

/// Finding out the local time takes longer than the rest of a card, and each asks for it.
QDateTime PipelineModel::now() const
{
    if (!m_now.isValid() || m_nowAge.hasExpired(MinuteMs)) {
        m_now = formatter().now();
        m_nowAge.start();
    }
    return m_now;
}

QDate PipelineModel::closeOf(quint32 row) const
{
    if (!m_shown.isEmpty()) {
        const auto shown = m_shown.constFind(m_source->table()->idAt(row));
        if (shown != m_shown.cend() && shown->contains(u"date_won"_s))
            return shown->value(u"date_won"_s).toDate();
    }
    const qint64 day = m_closeField < 0 ? NoInteger : m_source->table()->integerAt(m_closeField, row);
    return day == NoInteger ? QDate() : QDate::fromJulianDay(day);
}

QString PipelineModel::closeText(quint32 row, const QString &type) const
{
    const QDate day = closeOf(row);
    if (!day.isValid())
        return {};
    const QDate today = now().date();
    const QString text = shortDay(day, today, formatter().locale());
    if (type != "active"_L1)
        return text;
    if (day < today)
        return tr("overdue %1").arg(text);
    if (day == today)
        return tr("today");
    return today.daysTo(day) <= SoonDays ? tr("%1 · %2 d").arg(text, QString::number(today.daysTo(day))) : text;
}

std::optional<int> PipelineModel::daysInStage(quint32 row) const
{
    if (!m_shown.isEmpty() && m_statusField >= 0) {
        const auto shown = m_shown.constFind(m_source->table()->idAt(row));
        if (shown != m_shown.cend() && shown->contains(u"status_id"_s) &&
            shown->value(u"status_id"_s).toString() != m_source->table()->textAt(m_statusField, row))
            return 0;
    }
    const auto since = m_stages ? m_stages->since(row) : std::nullopt;
    if (!since)
        return {};
    const QDate first = QDateTime::fromMSecsSinceEpoch(*since).date();
    return int(qMax<qint64>(0, first.daysTo(now().date())));
}

bool PipelineModel::isOverdue(quint32 row, const QString &type, const QDate &today) const
{
    if (type != "active"_L1)
        return false;
    const QDate day = closeOf(row);
    return day.isValid() && day < today;
}

bool PipelineModel::isStalled(quint32 row, const QString &type, qint64 now) const
{
    if (type != "active"_L1 || m_updatedField < 0)
        return false;
    const qint64 updated = m_source->table()->integerAt(m_updatedField, row);
    return updated != NoInteger && now - updated > StalledDays * DayMs;
}

std::optional<NextTask> PipelineModel::nextTask(quint32 row) const
{
    return m_nextTasks ? m_nextTasks->of(*m_source->table(), row) : std::nullopt;
}

bool PipelineModel::hasNextTask(quint32 row) const
{
    return m_nextTasks && m_nextTasks->rowOf(*m_source->table(), row);
}

QString PipelineModel::taskText(const NextTask &task) const
{
    const QString text = task.text.simplified().isEmpty() ? tr("Task") : task.text.simplified();
    return task.day.isValid() ? tr("%1, %2").arg(text, shortDay(task.day, now().date(), formatter().locale()))
                              : text;
}

/// Value, period and confidence: those that Close has not confirmed yet before those it has.
void PipelineModel::setWorth(PipelineCard *card, quint32 row) const
{
    const RecordTable &table = *m_source->table();
    const QVariantMap shown = m_shown.value(card->id);
    const auto integer = [&](const QString &key, int field) {
        if (const auto found = shown.constFind(key); found != shown.cend())
            return isBlank(*found) ? NoInteger : found->toLongLong();
        return field < 0 ? NoInteger : table.integerAt(field, row);
    };
    const qint64 minor = integer(u"value"_s, m_valueField);
    if (minor == NoInteger) {
        card->value = tr("No value");
    } else {
        card->value = formatMoney(minor, currencyOf(row), ValuePeriod::OneTime, formatter().locale());
        const QString period = m_periodField < 0 ? QString() : table.textAt(m_periodField, row);
        card->period = periodSuffix(periodFromKey(shown.value(u"value_period"_s, period).toString()));
    }
    if (const qint64 percent = integer(u"confidence"_s, m_confidenceField); percent != NoInteger)
        card->confidence = int(percent);
}

PipelineCard PipelineModel::card(int group, int row) const
{
    const RecordTable &table = *m_source->table();
    const quint32 record = recordRow(group, row);
    const QString type = groupType(group);
    const bool isOpen = type == "active"_L1;
    const QDate today = now().date();
    PipelineCard card;
    card.id = table.idAt(record);
    if (m_leadField >= 0)
        card.leadName = table.textAt(m_leadField, record);
    setWorth(&card, record);
    const QString owner = m_shown.isEmpty() && m_ownerField >= 0 ? table.textAt(m_ownerField, record)
                                                                 : shownValue(card.id, u"user_id"_s).toString();
    card.owner = table.directory().nameOf(owner);
    card.initials = m_initials.value(owner);
    switch (table.pendingKind(record)) {
    case PendingKind::None:
        break;
    case PendingKind::Changed:
    case PendingKind::Made:
        card.pending = tr("not in Close yet");
        break;
    case PendingKind::Deleted:
        card.pending = tr("not deleted in Close yet");
        break;
    }
    const QDate day = closeOf(record);
    card.closes = closeText(record, type);
    card.isOverdue = isOverdue(record, type, today);
    card.isSoon = isOpen && day.isValid() && day >= today && today.daysTo(day) <= SoonDays;
    card.isStalled = isStalled(record, type, now().toMSecsSinceEpoch());
    if (isOpen) {
        card.daysInStage = daysInStage(record);
        if (const auto task = nextTask(record)) {
            card.nextTask = taskText(*task);
            card.isTaskLate = task->day.isValid() && task->day < today;
        }
    }
    return card;
}

/// The organization's where the record's is not another one.
QString PipelineModel::currencyOf(quint32 row) const
{
    const QString currency =
        m_currencyField < 0 ? QString() : m_source->table()->textAt(m_currencyField, row);
    return isForeign(currency) ? currency : m_source->table()->directory().currency();
}

/// A value in the record's own currency.
QString PipelineModel::moneyCell(quint32 row, const QString &key) const
{
    const QString currency = currencyOf(row);
    const int field = m_source->table()->fields().indexOf(key);
    if (currency == m_source->table()->directory().currency() || field < 0 ||
        m_source->table()->isBlank(field, row))
        return cellText(row, key);
    const ValuePeriod period = m_periodField < 0
                                   ? ValuePeriod::OneTime
                                   : periodFromKey(m_source->table()->textAt(m_periodField, row));
    return formatMoney(m_source->table()->integerAt(field, row), currency, period, formatter().locale());
}

QString PipelineModel::cellText(quint32 row, const QString &key) const
{
    const int field = m_source->table()->fields().indexOf(key);
    if (field < 0)
        return {};
    if (!m_shown.isEmpty()) {
        const auto shown = m_shown.constFind(m_source->table()->idAt(row));
        if (shown != m_shown.cend() && shown->contains(key))
            return formatter().text(m_source->table()->fields().at(field), shown->value(key));
    }
    return formatter().text(m_source->table()->data(), field, row);
}

QVariant PipelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool right = index.column() >= ValueColumn && index.column() <= ExpectedColumn;
        return int(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    }
    const int group = index.internalId() == 0 ? index.row() : int(index.internalId()) - 1;
    if (role == GroupKeyRole)
        return groupKey(group);
    if (role == StatusTypeRole)
        return groupType(group);
    if (index.internalId() == 0)
        return groupData(m_groups[size_t(group)], index.column(), role);
    return rowData(group, index.row(), index.column(), role);
}

QVariant PipelineModel::groupData(const Group &group, int column, int role) const
{
    const PipelineTotals &totals = group.totals;
    switch (role) {
    case Qt::DisplayRole:
        if (column == NameColumn)
            return group.title;
        if (column == ValueColumn)
            return headline(totals.headlineValue(), totals.headlinePeriod());
        if (column == ExpectedColumn)
            return headline(totals.headlineExpected(), totals.headlinePeriod());
        break;
    case Qt::ToolTipRole:
        if (const QString periods = periodText(totals); !periods.isEmpty())
            return u"<qt>"_s + tr("Of it %1. The sum is that of a year.").arg(periods).toHtmlEscaped() +
                   u"</qt>"_s;
        break;
    case Qt::AccessibleTextRole:
        if (column == NameColumn)
            return groupAccessibleName(m_groupOf.value(group.key));
        break;
    case GroupCountRole:
        return uint(group.rows.size());
    default:
        break;
    }
    return {};
}

QVariant PipelineModel::rowData(int group, int row, int column, int role) const
{
    const RecordTable &table = *m_source->table();
    const quint32 record = recordRow(group, row);
    const bool isOpen = groupType(group) == "active"_L1;
    const auto today = [this] { return now().date(); };
    switch (role) {
    case Qt::DisplayRole:
        return rowText(group, record, column);
    case SortRole:
        return column == ConfidenceColumn && m_confidenceField >= 0 ? table.valueAt(m_confidenceField, record)
                                                                    : QVariant();
    case RecordIdRole:
        return table.idAt(record);
    case LeadIdRole:
        return table.leadIdAt(record);
    case RecordRowRole:
        return record;
    case OverdueRole:
        return isOverdue(record, groupType(group), today());
    case SoonRole: {
        const qint64 days = isOpen && closeOf(record).isValid() ? today().daysTo(closeOf(record)) : -1;
        return days >= 0 && days <= SoonDays;
    }
    case StalledRole:
        return isStalled(record, groupType(group), now().toMSecsSinceEpoch());
    case TaskLateRole: {
        const auto task = isOpen ? nextTask(record) : std::nullopt;
        return task && task->day.isValid() && task->day < today();
    }
    default:
        return {};
    }
}

QString PipelineModel::rowText(int group, quint32 record, int column) const
{
    const bool isOpen = groupType(group) == "active"_L1;
    switch (column) {
    case NameColumn:
        return cellText(record, u"lead_name"_s);
    case StatusColumn:
        return cellText(record, u"status_id"_s);
    case ValueColumn:
        return moneyCell(record, u"value"_s);
    case ConfidenceColumn:
        return cellText(record, u"confidence"_s);
    case ExpectedColumn:
        return moneyCell(record, u"expected_value"_s);
    case ClosesColumn:
        return closeText(record, groupType(group));
    case StageColumn: {
        if (!isOpen)
            return {};
        const auto days = daysInStage(record);
        const QString text = days ? tr("%1 d").arg(*days) : QString();
        if (!isStalled(record, groupType(group), now().toMSecsSinceEpoch()))
            return text;
        return text.isEmpty() ? tr("stalled") : tr("%1, stalled").arg(text);
    }
    case TaskColumn: {
        const auto task = isOpen ? nextTask(record) : std::nullopt;
        return task ? taskText(*task) : QString();
    }
    case OwnerColumn:
        return cellText(record, u"user_id"_s);
    default:
        return {};
    }
}

QString PipelineModel::columnKey(int column)
{
    static const QStringList keys{u"lead"_s,  u"status"_s, u"value"_s, u"confidence"_s, u"expected"_s,
                                  u"close"_s, u"stage"_s,  u"task"_s,  u"owner"_s};
    return keys.value(column);
}

QVariant PipelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter |
                   (section >= ValueColumn && section <= ExpectedColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Lead");
    case StatusColumn:
        return tr("Status");
    case ValueColumn:
        return tr("Value");
    case ConfidenceColumn:
        return tr("Confidence");
    case ExpectedColumn:
        return tr("Expected value");
    case ClosesColumn:
        return tr("Expected close");
    case StageColumn:
        return tr("In stage");
    case TaskColumn:
        return tr("Next task");
    default:
        return tr("Owner");
    }
}

} // namespace Leadline
