// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxmodel.h"

#include "apierrortext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

using Action = OutboxEntry::Action;

constexpr qsizetype MostText = 200;

QVariantMap valuesOf(const Schema &schema, RecordKind kind, const QJsonObject &body)
{
    switch (kind) {
    case RecordKind::Lead:
        return bodyValues(schema.leads, body);
    case RecordKind::Contact:
        return bodyValues(schema.contacts, body);
    case RecordKind::Opportunity:
        return bodyValues(schema.opportunities, body);
    case RecordKind::Task:
        break;
    }
    return bodyValues(schema.tasks, body);
}

QString createTitle(const OutboxEntry &entry)
{
    switch (entry.kind) {
    case RecordKind::Lead:
        return OutboxModel::tr("New lead “%1”").arg(entry.name);
    case RecordKind::Contact:
        return OutboxModel::tr("New contact “%1”").arg(entry.name);
    case RecordKind::Opportunity:
        return OutboxModel::tr("New opportunity of “%1”").arg(entry.name);
    case RecordKind::Task:
        break;
    }
    return OutboxModel::tr("New task “%1”").arg(entry.name);
}

QString changeTitle(const OutboxEntry &entry)
{
    switch (entry.kind) {
    case RecordKind::Lead:
        return OutboxModel::tr("Change the lead “%1”").arg(entry.name);
    case RecordKind::Contact:
        return OutboxModel::tr("Change the contact “%1”").arg(entry.name);
    case RecordKind::Opportunity:
        return OutboxModel::tr("Change the opportunity of “%1”").arg(entry.name);
    case RecordKind::Task:
        break;
    }
    return OutboxModel::tr("Change the task “%1”").arg(entry.name);
}

QString deleteTitle(const OutboxEntry &entry)
{
    switch (entry.kind) {
    case RecordKind::Lead:
        return OutboxModel::tr("Delete the lead “%1”").arg(entry.name);
    case RecordKind::Contact:
        return OutboxModel::tr("Delete the contact “%1”").arg(entry.name);
    case RecordKind::Opportunity:
        return OutboxModel::tr("Delete the opportunity of “%1”").arg(entry.name);
    case RecordKind::Task:
        break;
    }
    return OutboxModel::tr("Delete the task “%1”").arg(entry.name);
}

} // namespace

OutboxModel::OutboxModel(Session &session, std::function<QDateTime()> clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(&session)
    , m_clock(std::move(clock))
{
    connect(session.outbox(), &Outbox::changed, this, &OutboxModel::follow);
    connect(&session, &Session::onlineChanged, this, &OutboxModel::updateTime);
    follow();
}

/// Rows come, go and change places one by one, so that the current one stays with its entry.
void OutboxModel::follow()
{
    if (!m_session)
        return;
    QStringList ids;
    for (const OutboxEntry &entry : m_session->outbox()->entries())
        ids.append(entry.id);
    for (qsizetype row = m_ids.size() - 1; row >= 0; --row) {
        if (ids.contains(m_ids.at(row)))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_ids.removeAt(row);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < ids.size(); ++row) {
        const qsizetype was = m_ids.indexOf(ids.at(row));
        if (was < 0) {
            beginInsertRows({}, int(row), int(row));
            m_ids.insert(row, ids.at(row));
            endInsertRows();
        } else if (was != row) {
            beginMoveRows({}, int(was), int(was), {}, int(row));
            m_ids.move(was, row);
            endMoveRows();
        }
    }
    updateTime();
}

void OutboxModel::updateTime()
{
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

const OutboxEntry *OutboxModel::entryAt(int row) const
{
    return m_session && row >= 0 && row < m_ids.size() ? m_session->outbox()->find(m_ids.at(row)) : nullptr;
}

QString OutboxModel::title(const OutboxEntry &entry)
{
    switch (entry.action) {
    case Action::Change:
        return changeTitle(entry);
    case Action::Create:
        return createTitle(entry);
    case Action::Delete:
        return deleteTitle(entry);
    case Action::Note:
        return tr("Note about “%1”").arg(entry.name);
    case Action::Call:
        break;
    }
    return tr("Call with “%1”").arg(entry.name);
}

QString OutboxModel::reason(const OutboxEntry &entry, const FieldList &fields)
{
    if (!entry.error)
        return {};
    QStringList lines;
    for (auto error = entry.error->fieldErrors.cbegin(); error != entry.error->fieldErrors.cend(); ++error) {
        const int field = fields.indexOfErrorKey(error.key());
        lines.append(tr("%1: %2").arg(field < 0 ? error.key() : fields.at(field).accessibleName(), *error));
    }
    if (!lines.isEmpty())
        return lines.join(u' ');
    if (entry.error->kind == ApiError::Kind::Cancelled)
        return tr("Somebody else changed the same, and you have not chosen yet.");
    return apiErrorText(*entry.error);
}

/// "Status: Customer, Website: none"
QString OutboxModel::valuesText(const OutboxEntry &entry) const
{
    const Schema &schema = *m_session->schema();
    const CellFormatter formatter(m_session->directory(), QLocale(), m_clock);
    const QVariantMap values = valuesOf(schema, entry.kind, entry.body);
    QStringList parts;
    for (const Field &field : m_session->table(entry.kind)->fields()) {
        if (field.key == "contacts"_L1 || !entry.body.contains(field.key) || field.type == FieldType::LeadReference ||
            field.type == FieldType::Contact)
            continue;
        const QString text =
            formatter.text(field, values.value(field.key), entry.body.value(field.unitKey).toString());
        parts.append(tr("%1: %2").arg(field.title, text.isEmpty() ? tr("none") : text.simplified()));
    }
    for (const QJsonValue &person : entry.body["contacts"_L1].toArray())
        parts.append(person["name"_L1].toString());
    parts.removeAll(QString());
    return parts.join(u", "_s).left(MostText);
}

QString OutboxModel::detail(const OutboxEntry &entry) const
{
    switch (entry.action) {
    case Action::Change:
    case Action::Create:
        return valuesText(entry);
    case Action::Delete:
        return tr("Close cannot restore what was deleted.");
    case Action::Note:
    case Action::Call:
        break;
    }
    return entry.body["note"_L1].toString().simplified().left(MostText);
}

QString OutboxModel::stateText(const OutboxEntry &entry) const
{
    switch (entry.state) {
    case OutboxEntry::State::Sending:
        return tr("Sending");
    case OutboxEntry::State::Stopped:
        return tr("Needs you");
    case OutboxEntry::State::Waiting:
        break;
    }
    if (entry.waitsForRoom)
        return tr("Waits for room on the disk");
    return tr("Waits");
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const OutboxEntry *entry = entryAt(index.row());
    if (!entry)
        return {};
    const CellFormatter formatter(m_session->directory(), QLocale(), m_clock);
    switch (role) {
    case Qt::DisplayRole:
        return title(*entry);
    case DetailRole:
        return detail(*entry);
    case StateRole:
        return int(entry->state);
    case StateTextRole:
        return stateText(*entry);
    case WhenRole:
        return formatter.relative(entry->queued);
    case ReasonRole:
        return entry->state == OutboxEntry::State::Stopped
                   ? reason(*entry, m_session->table(entry->kind)->fields())
                   : QString();
    case Qt::ToolTipRole:
        return QString(u"<qt>"_s + formatter.exact(entry->queued).toHtmlEscaped() + u"<br>"_s +
                       detail(*entry).toHtmlEscaped() + u"</qt>"_s);
    case Qt::AccessibleTextRole: {
        QStringList parts{title(*entry), detail(*entry), stateText(*entry),
                          data(index, ReasonRole).toString(), formatter.relative(entry->queued)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

} // namespace Leadline
