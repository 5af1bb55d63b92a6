// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxview.h"

#include "columnblock.h"
#include "recordtable.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

using Action = OutboxEntry::Action;

/// Whether Close computes the field from others, which a change of them makes untrue.
bool isStale(const QString &key, const QJsonObject &body)
{
    return key == "display_name"_L1 && body.contains("name"_L1);
}

} // namespace

OutboxView::OutboxView(const QList<OutboxEntry> &entries, SchemaPointer schema,
                       const std::array<RecordTable *, 4> &tables)
    : m_entries(entries)
    , m_schema(std::move(schema))
    , m_tables(tables)
{
}

/// With what Close will add by itself to such a body.
QJsonObject OutboxView::completed(RecordKind kind, QJsonObject body) const
{
    const Directory &directory = m_schema->directory;
    if (body.contains("name"_L1))
        body.insert("display_name"_L1, body.value("name"_L1).toString());
    if (const QString status = body.value("status_id"_L1).toString(); !status.isEmpty()) {
        body.insert("status_label"_L1, directory.nameOf(status));
        if (kind == RecordKind::Opportunity) {
            body.insert("status_type"_L1, directory.statusType(status));
            body.insert("pipeline_id"_L1, directory.pipelineOf(status));
        }
    }
    if (kind == RecordKind::Task && body.contains("date"_L1))
        body.insert("is_dateless"_L1, body.value("date"_L1).isNull());
    return body;
}

QString OutboxView::leadName(const QString &leadId) const
{
    for (const OutboxEntry &entry : m_entries) {
        if (entry.action == Action::Create && entry.recordId == leadId)
            return entry.body["name"_L1].toString();
    }
    const RecordTable &leads = *m_tables[size_t(RecordKind::Lead)];
    const int row = leads.rowOf(leadId);
    return row < 0 ? QString() : leads.valueAt(u"shown_name"_s, quint32(row)).toString();
}

bool OutboxView::isDeleted(const QString &id) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&id](const OutboxEntry &entry) {
        return entry.action == Action::Delete && entry.recordId == id;
    });
}

template <typename R>
void OutboxView::applyChanges(R &record) const
{
    for (const OutboxEntry &entry : m_entries) {
        if (entry.action == Action::Change && entry.kind == kindOf<R>() && entry.recordId == record.id)
            applyBody(record, completed(entry.kind, entry.body));
    }
}

/// The records of one kind that an entry makes.
template <typename R>
void OutboxView::addCreated(QList<R> &records, const OutboxEntry &entry) const
{
    if (entry.action != Action::Create)
        return;
    if constexpr (std::is_same_v<R, Contact>) {
        const QJsonArray people = entry.body["contacts"_L1].toArray();
        for (qsizetype i = 0; i < qMin(entry.contactIds.size(), people.size()); ++i) {
            Contact contact;
            applyBody(contact, completed(RecordKind::Contact, people.at(i).toObject()));
            contact.id = entry.contactIds.at(i);
            contact.leadId = entry.recordId;
            contact.leadName = leadName(entry.recordId);
            records.append(contact);
        }
    }
    if (entry.kind != kindOf<R>())
        return;
    R record;
    applyBody(record, completed(entry.kind, entry.body));
    record.id = entry.recordId;
    record.dateCreated = entry.queued;
    record.dateUpdated = entry.queued;
    if constexpr (!std::is_same_v<R, Task>)
        record.createdBy = m_schema->directory.currentUser().id;
    if constexpr (!std::is_same_v<R, Lead>)
        record.leadName = leadName(record.leadId);
    else
        record.contacts.clear();
    records.append(record);
}

template <typename R>
QList<R> OutboxView::made() const
{
    QList<R> records;
    for (const OutboxEntry &entry : m_entries)
        addCreated(records, entry);
    for (R &record : records) {
        applyChanges(record);
        if constexpr (std::is_same_v<R, Lead>) {
            layOver(record.contacts, record.id);
            layOver(record.opportunities, record.id);
            layOver(record.tasks, record.id);
        }
    }
    return records;
}

/// The cells that a change of a record alters, those computed from it among them.
template <typename R>
QVariantMap OutboxView::shownValues(const RecordTable &table, const QString &id,
                                    const QJsonObject &body) const
{
    const FieldTable<R> &fields = fieldsOf<R>(*m_schema);
    QVariantMap values;
    R record;
    applyBody(record, body);
    for (const QString &key : body.keys())
        values.insert(key, fields.value(record, key));
    const int row = table.rowOf(id);
    for (const FieldRow<R> &derived : fields.rows()) {
        const QStringList &reads = derived.field.reads;
        if (std::none_of(reads.begin(), reads.end(),
                         [&body](const QString &key) { return body.contains(key); }))
            continue;
        QJsonObject inputs;
        for (const QString &key : reads) {
            const int at = table.fields().indexOf(key);
            if (body.contains(key))
                inputs.insert(key, body[key]);
            else if (row >= 0 && at >= 0 && !isStale(key, body) &&
                     columnStorage(table.fields().at(at)) != Storage::None)
                inputs.insert(key, encodeValue(table.fields().at(at), table.valueAt(at, quint32(row))));
        }
        R computed;
        applyBody(computed, inputs);
        values.insert(derived.field.key, derived.value(computed));
    }
    return values;
}

template <typename R>
void OutboxView::show(RecordTable *table) const
{
    const QList<R> records = made<R>();
    PendingRecords pending;
    for (const R &record : records)
        pending.insert(record.id, {PendingKind::Made, {}});
    QHash<QString, QJsonObject> bodies;
    for (const OutboxEntry &entry : m_entries) {
        if (entry.kind != kindOf<R>() || pending.value(entry.recordId).kind == PendingKind::Made)
            continue;
        if (entry.action == Action::Change) {
            QJsonObject &body = bodies[entry.recordId];
            const QJsonObject later = completed(entry.kind, entry.body);
            for (auto member = later.begin(); member != later.end(); ++member)
                body.insert(member.key(), *member);
        } else if (entry.action == Action::Delete) {
            pending.insert(entry.recordId, {PendingKind::Deleted, {}});
        }
    }
    for (auto body = bodies.cbegin(); body != bodies.cend(); ++body) {
        const PendingKind kind = isDeleted(body.key()) ? PendingKind::Deleted : PendingKind::Changed;
        pending.insert(body.key(), {kind, shownValues<R>(*table, body.key(), *body)});
    }
    table->setPending(pending, columnBlock(fieldsOf<R>(*m_schema), records));
}

void OutboxView::showIn() const
{
    show<Lead>(m_tables[size_t(RecordKind::Lead)]);
    show<Contact>(m_tables[size_t(RecordKind::Contact)]);
    show<Opportunity>(m_tables[size_t(RecordKind::Opportunity)]);
    show<Task>(m_tables[size_t(RecordKind::Task)]);
}

template <typename R>
void OutboxView::layOver(QList<R> &records, const QString &leadId) const
{
    for (R &record : records)
        applyChanges(record);
    for (const R &record : made<R>()) {
        if (record.leadId == leadId)
            records.append(record);
    }
    if constexpr (std::is_same_v<R, Task>)
        records.removeIf([](const Task &task) { return task.isComplete; });
}

void OutboxView::layOver(Lead &lead) const
{
    if (m_entries.isEmpty())
        return;
    applyChanges(lead);
    layOver(lead.contacts, lead.id);
    layOver(lead.opportunities, lead.id);
    layOver(lead.tasks, lead.id);
}

std::optional<Lead> OutboxView::madeLead(const QString &id) const
{
    for (const Lead &lead : made<Lead>()) {
        if (lead.id == id)
            return lead;
    }
    return {};
}

} // namespace Leadline
