// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "awaymodel.h"

#include "awaylog.h"
#include "itemroles.h"
#include "recordtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// The tables change page by page while a sync runs.
constexpr int AwayLaterMilliseconds = 200;
constexpr QChar AwayNoValue(0x2014);

QString awaySubject(RecordKind kind, AwayChange::What what)
{
    using enum AwayChange::What;
    const bool isAdded = what == Added;
    const bool isGone = what == Deleted;
    switch (kind) {
    case RecordKind::Lead:
        return isAdded  ? AwayModel::tr("New lead")
               : isGone ? AwayModel::tr("Deleted lead")
                        : AwayModel::tr("Lead");
    case RecordKind::Contact:
        return isAdded  ? AwayModel::tr("New contact")
               : isGone ? AwayModel::tr("Deleted contact")
                        : AwayModel::tr("Contact");
    case RecordKind::Opportunity:
        return isAdded  ? AwayModel::tr("New opportunity")
               : isGone ? AwayModel::tr("Deleted opportunity")
                        : AwayModel::tr("Opportunity");
    case RecordKind::Task:
        break;
    }
    return isAdded  ? AwayModel::tr("New task")
           : isGone ? AwayModel::tr("Deleted task")
                    : AwayModel::tr("Task");
}

/// The fields that say what a new record is, where they have a value.
QStringList awayTellingKeys(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Lead:
        return {u"status_id"_s};
    case RecordKind::Contact:
        return {u"title"_s, u"lead_name"_s};
    case RecordKind::Opportunity:
        return {u"value"_s, u"status_id"_s};
    case RecordKind::Task:
        break;
    }
    return {u"lead_name"_s, u"date"_s};
}

} // namespace

AwayModel::AwayModel(AwayLog *log, QObject *parent)
    : QAbstractListModel(parent)
    , m_log(log)
    , m_formatter(log->table(RecordKind::Lead)->directory(), log->table(RecordKind::Lead)->locale())
{
    m_later.setSingleShot(true);
    m_later.setInterval(AwayLaterMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &AwayModel::update);
    connect(log, &AwayLog::changed, this, &AwayModel::update);
    const auto later = [this] {
        if (!m_log->isEmpty() && !m_later.isActive())
            m_later.start();
    };
    for (const RecordKind kind :
         {RecordKind::Lead, RecordKind::Contact, RecordKind::Opportunity, RecordKind::Task}) {
        connect(log->table(kind), &RecordTable::changed, this, later);
        connect(log->table(kind), &RecordTable::wasRenumbered, this, later);
        connect(log->table(kind), &RecordTable::wasReset, this, later);
    }
    update();
}

void AwayModel::setFormatter(const CellFormatter &formatter)
{
    m_formatter = formatter;
    update();
}

QString AwayModel::textOf(const Field &field, const QVariant &value, const QString &period) const
{
    QString text;
    // Addresses come as the text that is shown for them.
    if (storageOf(field.type) == Storage::Text && value.typeId() == QMetaType::QString)
        text = value.toString().replace(ListSeparator, u", "_s).simplified();
    else
        text = m_formatter.text(field, value, period).simplified();
    return text.isEmpty() ? QString(AwayNoValue) : text;
}

QList<AwayModel::Line> AwayModel::linesOf(const AwayChange &change, const RecordTable &table,
                                          quint32 row) const
{
    QList<Line> lines;
    for (const Field &field : table.fields()) {
        const auto unit = change.former.constFind(field.unitKey);
        const auto own = change.former.constFind(field.key);
        // An amount is told with its period, whichever of the two has changed.
        if (own == change.former.cend() && unit == change.former.cend())
            continue;
        const bool isUnit =
            std::any_of(table.fields().begin(), table.fields().end(), [&](const Field &other) {
                return other.unitKey == field.key && other.flags.testFlag(FieldFlag::Editable);
            });
        if (isUnit || !(field.flags.testFlag(FieldFlag::Editable) || field.key == "shown_name"_L1))
            continue;
        const QVariant now = table.valueAt(field.key, row);
        const QString nowPeriod = table.valueAt(field.unitKey, row).toString();
        const QVariant was = own != change.former.cend() ? own->value : now;
        const QString wasPeriod = unit != change.former.cend() ? unit->value.toString() : nowPeriod;
        const QString userId = own != change.former.cend() ? own->userId : unit->userId;
        if (was == now && wasPeriod == nowPeriod)
            continue;
        lines.append({field.title, textOf(field, was, wasPeriod), textOf(field, now, nowPeriod),
                      userId == change.userId ? QString() : m_formatter.directory().nameOf(userId)});
    }
    return lines;
}

AwayModel::Entry AwayModel::described(const AwayChange &change) const
{
    Entry entry{.kind = change.kind, .what = change.what, .id = change.id, .leadId = change.leadId};
    const RecordTable &table = *m_log->table(change.kind);
    const RecordTable &leads = *m_log->table(RecordKind::Lead);
    const int row = table.rowOf(change.id);
    entry.name = row < 0 ? change.name : table.valueAt(nameKeyOf(change.kind), quint32(row)).toString();
    entry.subject = awaySubject(change.kind, change.what);
    entry.byLine = byLine(change);
    entry.isSeen = change.isSeen;
    if (row >= 0)
        entry.leadId = table.leadIdAt(quint32(row));
    if (change.what == AwayChange::What::Merged) {
        entry.leadId = change.mergedInto;
        const int into = leads.rowOf(change.mergedInto);
        entry.subject = into < 0
                            ? tr("Merged lead")
                            : tr("Lead, merged into %1")
                                  .arg(leads.valueAt(nameKeyOf(RecordKind::Lead), quint32(into)).toString());
    } else if (change.what == AwayChange::What::Changed && row >= 0) {
        entry.lines = linesOf(change, table, quint32(row));
    } else if (change.what == AwayChange::What::Added && row >= 0) {
        for (const QString &key : awayTellingKeys(change.kind)) {
            const Field *field = table.fields().find(key);
            const QVariant value = table.valueAt(key, quint32(row));
            if (field && !isBlank(value))
                entry.lines.append(
                    {field->title,
                     {},
                     textOf(*field, value, table.valueAt(field->unitKey, quint32(row)).toString()),
                     {}});
        }
    }
    if (!leads.contains(entry.leadId))
        entry.leadId.clear();
    return entry;
}

QList<AwayModel::Entry> AwayModel::found() const
{
    QList<Entry> entries;
    for (const AwayChange &change : m_log->changes()) {
        const bool isGone =
            change.what == AwayChange::What::Deleted || change.what == AwayChange::What::Merged;
        const Entry entry = described(change);
        const bool isThere = m_log->table(change.kind)->contains(change.id);
        // A field that has its old value again is no change, and what one deleted oneself is no news.
        if (isGone || (isThere && (change.what == AwayChange::What::Added || !entry.lines.isEmpty())))
            entries.append(entry);
    }
    return entries;
}

void AwayModel::update()
{
    m_later.stop();
    QList<Entry> entries = found();
    const auto isSameRecord = [](const Entry &a, const Entry &b) { return a.id == b.id; };
    if (std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(), isSameRecord)) {
        for (int row = 0; row < int(entries.size()); ++row) {
            if (m_entries.at(row) == entries.at(row))
                continue;
            m_entries[row] = entries.at(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
    } else {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
    }
    Q_EMIT countsChanged();
}

int AwayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant AwayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    if (role == RecordIdRole)
        return entry.id;
    if (role == LeadIdRole)
        return entry.leadId;
    if (role == Qt::DisplayRole)
        return entry.name;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList said{tr("%1, %2").arg(entry.name, entry.subject)};
    for (const Line &line : entry.lines) {
        said.append(line.before.isEmpty() ? tr("%1: %2").arg(line.title, line.after)
                                          : tr("%1: from %2 to %3").arg(line.title, line.before, line.after));
        if (!line.who.isEmpty())
            said.last() += u" ("_s + line.who + u')';
    }
    if (!entry.byLine.isEmpty())
        said.append(entry.byLine);
    if (entry.isSeen)
        said.append(tr("seen"));
    return said.join(u"; "_s);
}

int AwayModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int AwayModel::unseenCount() const
{
    return int(
        std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return !entry.isSeen; }));
}

qint64 AwayModel::droppedCount() const
{
    return m_log->dropped();
}

QString AwayModel::byLine(const AwayChange &change) const
{
    const QString name = m_formatter.directory().nameOf(change.userId);
    const QString at = moment(change.at);
    return name.isEmpty() ? at : tr("%1, %2").arg(name, at);
}

/// The time of today, else the day too.
QString AwayModel::moment(const QDateTime &at) const
{
    const QDateTime here = at.toLocalTime();
    const QDate today = m_formatter.now().toLocalTime().date();
    const QString time = m_formatter.locale().toString(here.time(), QLocale::ShortFormat);
    const qint64 days = here.date().daysTo(today);
    if (days == 0)
        return time;
    if (days == 1)
        return tr("yesterday %1").arg(time);
    if (days > 1 && days < 7)
        return tr("%1 %2").arg(m_formatter.locale().dayName(here.date().dayOfWeek()), time);
    return tr("%1 %2").arg(shortDay(here.date(), today, m_formatter.locale()), time);
}

QString AwayModel::sinceText() const
{
    return m_log->since().isValid() ? moment(m_log->since()) : QString();
}

QString AwayModel::shortSinceText() const
{
    const QDateTime here = m_log->since().toLocalTime();
    const QDate today = m_formatter.now().toLocalTime().date();
    const qint64 days = here.date().daysTo(today);
    if (days == 0)
        return tr("Since %1").arg(m_formatter.locale().toString(here.time(), QLocale::ShortFormat));
    if (days == 1)
        return tr("Since yesterday");
    if (days > 1 && days < 7)
        return tr("Since %1").arg(m_formatter.locale().dayName(here.date().dayOfWeek()));
    return tr("Since %1").arg(shortDay(here.date(), today, m_formatter.locale()));
}

} // namespace Leadline
