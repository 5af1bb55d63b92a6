// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What Session leaves to the outbox.

#include "closeclient.h"
#include "outbox.h"
#include "outboxview.h"
#include "recordwriter.h"
#include "session.h"

#include <QJsonArray>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

/// Whether a write may wait for the way to Close, as nothing is wrong with it.
bool mayWait(const ApiError &error)
{
    return error.kind == ApiError::Kind::Offline || error.kind == ApiError::Kind::Timeout;
}

} // namespace

QJsonObject Session::leadBody(const QVariantMap &values, const QList<QVariantMap> &contacts) const
{
    QJsonObject body = createdBody(m_schema->leads.list(), values);
    QJsonArray people;
    for (const QVariantMap &contact : contacts) {
        if (const QJsonObject person = createdBody(m_schema->contacts.list(), contact); !person.isEmpty())
            people.append(person);
    }
    if (!people.isEmpty())
        body.insert("contacts"_L1, people);
    return body;
}

template <typename R>
void Session::changeAs(const QString &id, const QVariantMap &before, const QVariantMap &after,
                       const Callback<Written> &callback)
{
    // The session's own: what cannot be sent is kept, though whoever asked has gone.
    m_writer->update<R>(id, before, after, this,
                        [this, id, before, after, callback](const Result<R> &record) {
                            if (record) {
                                callback(Written::Sent);
                            } else if (mayWait(record.error())) {
                                m_outbox->addChange(kindOf<R>(), id, before, after,
                                                    record.error().maybeApplied);
                                callback(Written::Waits);
                            } else {
                                callback(tl::make_unexpected(record.error()));
                            }
                        });
}

void Session::change(RecordKind kind, const QString &id, const QVariantMap &before, const QVariantMap &after,
                     QObject *context, Callback<Written> callback)
{
    const auto answered = [guard = QPointer<QObject>(context),
                           callback = std::move(callback)](const Result<Written> &written) {
        if (guard)
            callback(written);
    };
    const bool waits =
        !isOnline() || m_outbox->mustWait(id, changedBody(table(kind)->fields(), before, after));
    if (waits && !isReadOnly()) {
        m_outbox->addChange(kind, id, before, after);
        QMetaObject::invokeMethod(
            this, [answered] { answered(Written::Waits); }, Qt::QueuedConnection);
        return;
    }
    switch (kind) {
    case RecordKind::Lead:
        changeAs<Lead>(id, before, after, answered);
        break;
    case RecordKind::Contact:
        changeAs<Contact>(id, before, after, answered);
        break;
    case RecordKind::Opportunity:
        changeAs<Opportunity>(id, before, after, answered);
        break;
    case RecordKind::Task:
        changeAs<Task>(id, before, after, answered);
        break;
    }
}

void Session::sendDeletion(const PendingDeletes::Entry &entry, PendingDeletes::Answer answer)
{
    if (!isOnline() || m_outbox->mustWait(entry.id)) {
        m_outbox->addDeletion(entry.kind, entry.id, entry.name);
        answer(Written::Waits);
        return;
    }
    m_writer->remove(entry.kind, entry.id, [this, entry, answer](const std::optional<ApiError> &error) {
        if (!error) {
            answer(Written::Sent);
        } else if (mayWait(*error)) {
            m_outbox->addDeletion(entry.kind, entry.id, entry.name);
            answer(Written::Waits);
        } else {
            answer(tl::make_unexpected(*error));
        }
    });
}

std::optional<Lead> Session::laidOver(std::optional<Lead> lead) const
{
    if (lead && !m_outbox->isEmpty())
        m_outbox->view().layOver(*lead);
    return lead;
}

} // namespace Leadline
