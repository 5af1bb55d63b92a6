// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// How the outbox takes a write: as an entry of its own, or as part of what waits already.

#include "codec.h"
#include "outbox.h"
#include "session.h"
#include "undostack.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QJsonObject narrowed(const QJsonObject &object, const QStringList &keys)
{
    QJsonObject narrow;
    for (const QString &key : keys)
        narrow.insert(key, object.value(key));
    return narrow;
}

} // namespace

/// A record that Close does not know is made with its changes, unless it may be there already.
std::optional<QString> Outbox::amendCreation(const QString &id, const QJsonObject &body)
{
    for (OutboxEntry &entry : m_entries) {
        const qsizetype contact = entry.contactIds.indexOf(id);
        if (!entry.madeIds().contains(id) || isBusy(entry) || entry.isAttempted)
            continue;
        QJsonArray people = entry.body.value("contacts"_L1).toArray();
        QJsonObject record = contact < 0 ? entry.body : people.at(contact).toObject();
        for (auto member = body.begin(); member != body.end(); ++member) {
            if (member->isNull())
                record.remove(member.key());
            else
                record.insert(member.key(), *member);
        }
        if (contact < 0) {
            entry.body = record;
        } else {
            people.replace(contact, record);
            entry.body.insert("contacts"_L1, people);
        }
        const QString entryId = entry.id;
        freshen(entry);
        return entryId;
    }
    return {};
}

/// The last change of a record takes in what follows it, as long as it is not on its way.
std::optional<QString> Outbox::amendChange(const QString &id, const QJsonObject &before,
                                           const QJsonObject &body)
{
    const auto last = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                   [&id](const OutboxEntry &entry) { return entry.recordId == id; });
    // Behind the records that it names, and behind what Close may have: that would be somebody else's change.
    if (last == m_entries.rend() || last->action != Action::Change || isBusy(*last) || last->isAttempted ||
        namesLocalId(body))
        return {};
    OutboxEntry &entry = *last;
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (!entry.before.contains(member.key()))
            entry.before.insert(member.key(), before.value(member.key()));
        entry.body.insert(member.key(), *member);
        if (entry.before.value(member.key()) == *member) {
            entry.before.remove(member.key());
            entry.body.remove(member.key());
        }
    }
    const QString entryId = entry.id;
    if (entry.body.isEmpty())
        takeOut({entryId});
    else
        freshen(entry);
    return entryId;
}

QString Outbox::addChange(RecordKind kind, const QString &id, const QVariantMap &before,
                          const QVariantMap &after, bool isAttempted)
{
    const FieldList &fields = m_session.table(kind)->fields();
    const QJsonObject body = changedBody(fields, before, after);
    if (body.isEmpty())
        return {};
    const QJsonObject was = narrowed(changedBody(fields, after, before), body.keys());
    UndoStack::Entry undo{.kind = kind, .id = id, .name = m_session.nameOf(kind, id)};
    for (const QString &key : body.keys()) {
        undo.before.insert(key, before.value(key));
        undo.after.insert(key, after.value(key));
    }
    OutboxEntry entry{.kind = kind, .recordId = id, .name = undo.name, .before = was, .body = body};
    entry.isAttempted = isAttempted;
    std::optional<QString> amended = amendCreation(id, body);
    if (!amended)
        amended = amendChange(id, was, body);
    undo.queued = amended ? *amended : add(std::move(entry));
    if (!find(undo.queued))
        return {};
    m_session.undoStack()->addQueued(undo);
    Q_EMIT queued(undo.queued);
    return undo.queued;
}

QString Outbox::addCreation(RecordKind kind, const QJsonObject &body, const Creation &creation)
{
    OutboxEntry entry{.action = Action::Create, .kind = kind, .recordId = newLocalId(), .body = body};
    if (kind == RecordKind::Lead) {
        for (qsizetype i = body["contacts"_L1].toArray().size(); i > 0; --i)
            entry.contactIds.append(newLocalId());
    }
    const bool isNamed = kind == RecordKind::Lead || kind == RecordKind::Contact;
    entry.name = isNamed ? body["name"_L1].toString()
                 : kind == RecordKind::Task
                     ? body["text"_L1].toString()
                     : m_session.nameOf(RecordKind::Lead, body["lead_id"_L1].toString());
    UndoStack::Entry undo{.kind = kind, .id = entry.recordId, .name = entry.name, .isCreation = true};
    undo.queued = add(std::move(entry), creation);
    m_session.undoStack()->addQueued(undo);
    Q_EMIT queued(undo.queued);
    return undo.queued;
}

QString Outbox::addActivity(Action action, const QString &leadId, const QJsonObject &body,
                            const Creation &creation)
{
    OutboxEntry entry{.action = action, .recordId = leadId, .body = body};
    entry.name = m_session.nameOf(RecordKind::Lead, leadId);
    const QString id = add(std::move(entry), creation);
    Q_EMIT queued(id);
    return id;
}

QString Outbox::addNote(const NoteDraft &draft, const Creation &creation)
{
    return addActivity(Action::Note, draft.leadId,
                       {{u"lead_id"_s, draft.leadId}, {u"note"_s, draft.note}, {u"pinned"_s, draft.isPinned}},
                       creation);
}

QString Outbox::addCall(const CallDraft &draft, const Creation &creation)
{
    return addActivity(Action::Call, draft.leadId,
                       {{u"lead_id"_s, draft.leadId},
                        {u"contact_id"_s, draft.contactId},
                        {u"phone"_s, draft.phone},
                        {u"direction"_s, draft.direction},
                        {u"status"_s, draft.status},
                        {u"outcome_id"_s, draft.outcomeId},
                        {u"note"_s, draft.note},
                        {u"duration"_s, draft.duration}},
                       creation);
}

QString Outbox::addTask(const TaskDraft &draft, const Creation &creation)
{
    QJsonObject body{{u"lead_id"_s, draft.leadId}, {u"text"_s, draft.text}};
    if (draft.date.isValid())
        body.insert(u"date"_s, draft.date.toString(Qt::ISODate));
    if (!draft.assignedTo.isEmpty())
        body.insert(u"assigned_to"_s, draft.assignedTo);
    return addCreation(RecordKind::Task, body, creation);
}

QString Outbox::addDeletion(RecordKind kind, const QString &id, const QString &name)
{
    QStringList gone;
    for (const OutboxEntry &entry : std::as_const(m_entries)) {
        const bool concerns = entry.recordId == id || entry.body["lead_id"_L1].toString() == id;
        if (concerns && !isBusy(entry) && !(entry.isCreation() && entry.isAttempted))
            gone.append(entry.id);
    }
    const bool wasMadeHere = std::any_of(gone.cbegin(), gone.cend(), [&](const QString &entryId) {
        return find(entryId)->madeIds().contains(id);
    });
    for (const QString &entryId : std::as_const(gone))
        drop(entryId);
    if (wasMadeHere)
        return {};
    const QString entryId = add({.action = Action::Delete, .kind = kind, .recordId = id, .name = name});
    Q_EMIT queued(entryId);
    return entryId;
}

} // namespace Leadline
