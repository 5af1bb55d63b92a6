// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordwriter.h"

#include "closeclient.h"
#include "editconflict.h"
#include "recordbatch.h"
#include "recordrequests.h"
#include "session.h"
#include "undostack.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// A write whose answer is handed over as it came, too.
template <typename Request>
struct Verbatim : Request
{
    struct Answer
    {
        typename Request::Answer record;
        QByteArray body;
    };
    static Result<Answer> read(const QByteArray &body)
    {
        return Request::read(body).map([&body](const typename Request::Answer &record) {
            return Answer{record, body};
        });
    }
};

} // namespace

RecordWriter::RecordWriter(CloseClient &client, Session &session)
    : m_client(client)
    , m_session(session)
{
}

/// \a note runs once the record stands in its table and before anybody is told.
template <typename R>
RecordWriter::Callback<R> RecordWriter::saving(QPointer<QObject> context, Callback<R> callback,
                                               std::function<void(const R &)> note)
{
    return [this, context, callback = std::move(callback), note = std::move(note)](Result<R> answer) {
        if (answer) {
            m_session.noteWrite(leadIdOf(*answer));
            m_session.take(*answer);
            if (note)
                note(*answer);
            Q_EMIT m_session.recordSaved(kindOf<R>(), answer->id);
            // A lead's derived cells are computed from what it carries, so it is read again.
            if constexpr (!std::is_same_v<R, Lead>)
                m_session.refreshLead(answer->leadId);
        } else if (answer.error().kind == ApiError::Kind::Unauthorized) {
            Q_EMIT m_session.keyRefused();
        }
        if (context)
            callback(std::move(answer));
    };
}

template <typename R>
void RecordWriter::create(const QJsonObject &body, QObject *context, Callback<R> callback)
{
    sendAndKeep<R>(CreateRequest<R>{body}, creating<R>(context, std::move(callback)));
}

/// Sends what ends a write. The local copy has the answer before anybody is told: whatever ends the program
/// then, the next start knows what Close has, and does not take one's own change for somebody else's.
template <typename R, typename Request>
void RecordWriter::sendAndKeep(const Request &request, Callback<R> callback)
{
    using Answer = typename Verbatim<Request>::Answer;
    m_client.send(
        Verbatim<Request>{request}, this, [this, callback = std::move(callback)](Result<Answer> answer) {
            if (!answer) {
                callback(tl::make_unexpected(std::move(answer.error())));
                return;
            }
            m_session.keepAnswer(kindOf<R>(), answer->record.id, leadIdOf(answer->record),
                                 answer->record.dateUpdated, answer->body);
            callback(std::move(answer->record));
        });
}

template <typename R>
RecordWriter::Callback<R> RecordWriter::creating(QObject *context, Callback<R> callback)
{
    const auto note = [this](const R &record) {
        m_session.undoStack()->addCreation(kindOf<R>(), record.id, m_session.nameOf(kindOf<R>(), record.id));
    };
    return saving<R>(context, std::move(callback), note);
}

template <typename R>
void RecordWriter::update(const QString &id, const QVariantMap &before, const QVariantMap &after,
                          QObject *context, Callback<R> callback)
{
    const QJsonObject body = changedBody(fieldsOf<R>(*m_session.schema()).list(), before, after);
    const Edit<R> edit{id, before, after, context, std::move(callback)};
    if (body.isEmpty())
        m_client.send(GetRequest<R>{id}, context, edit.callback);
    else if (m_client.isReadOnly())
        put(edit, body); // the client refuses it
    else
        readFirst(edit);
}

template <typename R>
void RecordWriter::fail(const Edit<R> &edit, const ApiError &error)
{
    saving<R>(edit.context, edit.callback)(tl::make_unexpected(error));
}

/// Only what was edited is read, and who was here last.
template <typename R>
void RecordWriter::readFirst(const Edit<R> &edit)
{
    const FieldList &fields = fieldsOf<R>(*m_session.schema()).list();
    const QStringList keys = changedKeys(fields, edit.before, edit.after) +
                             QStringList{u"id"_s, u"date_updated"_s, u"updated_by"_s};
    m_client.send(GetRequest<R>{edit.id, keys}, this, [this, edit](const Result<R> &theirs) {
        if (theirs)
            layOver(edit, *theirs);
        else
            fail(edit, theirs.error());
    });
}

template <typename R>
void RecordWriter::layOver(const Edit<R> &edit, const R &theirs)
{
    const FieldTable<R> &table = fieldsOf<R>(*m_session.schema());
    const QVariantMap held = table.values(theirs);
    const ThreeWayMerge merge = mergeThreeWays(table.list(), edit.before, edit.after, held);
    if (!merge.conflicts.isEmpty()) {
        ask(edit, theirs, held, merge);
        return;
    }
    if (merge.body.isEmpty()) {
        // Somebody else has done the same, or the answer to one's own was lost.
        sendAndKeep<R>(GetRequest<R>{edit.id}, saving<R>(edit.context, edit.callback));
        return;
    }
    Edit<R> sent = edit;
    sent.before.clear();
    for (const QString &key : merge.values.keys())
        sent.before.insert(key, held.value(key));
    sent.after = merge.values;
    put(sent, merge.body);
}

template <typename R>
void RecordWriter::ask(const Edit<R> &edit, const R &theirs, const QVariantMap &held,
                       const ThreeWayMerge &merge)
{
    auto conflict = std::make_shared<EditConflict>(kindOf<R>(), edit.id, merge.conflicts);
    if constexpr (!std::is_same_v<R, Task>)
        conflict->changedBy = theirs.updatedBy;
    conflict->changedAt = theirs.dateUpdated;
    const QPointer<RecordWriter> self(this);
    conflict->onDecided = [self, edit, held, merge](const QMap<QString, EditConflict::Choice> &choices) {
        if (!self)
            return;
        // Read once more before it is sent: the choice may have taken its time.
        Edit<R> next = edit;
        next.before = held;
        next.after = held;
        next.after.insert(merge.values);
        for (const FieldConflict &field : merge.conflicts) {
            const auto choice = choices.value(field.field.key, EditConflict::Choice::Theirs);
            if (choice != EditConflict::Choice::Theirs)
                next.after.insert(field.field.key,
                                  choice == EditConflict::Choice::Mine ? field.mine : field.before);
        }
        const QJsonObject body =
            changedBody(fieldsOf<R>(*self->m_session.schema()).list(), next.before, next.after);
        if (body.isEmpty())
            self->sendAndKeep<R>(GetRequest<R>{edit.id}, self->saving<R>(edit.context, edit.callback));
        else
            self->readFirst(next);
    };
    conflict->onGivenUp = [self, edit] {
        if (self)
            self->fail(edit, ApiError{.kind = ApiError::Kind::Cancelled,
                                      .message = tr("it was changed elsewhere meanwhile")});
    };
    Q_EMIT m_session.conflictFound(conflict);
}

template <typename R>
void RecordWriter::put(const Edit<R> &edit, const QJsonObject &body)
{
    const auto note = [this, edit](const R &) {
        m_session.undoStack()->addChange(
            {kindOf<R>(), edit.id, m_session.nameOf(kindOf<R>(), edit.id), edit.before, edit.after});
    };
    sendAndKeep<R>(UpdateRequest<R>{edit.id, body}, saving<R>(edit.context, edit.callback, note));
}

template <typename R>
void RecordWriter::removeAs(const QString &id, std::function<void(const std::optional<ApiError> &)> done)
{
    m_client.send(DeleteRequest<R>{id}, this, [this, id, done = std::move(done)](const Result<Done> &answer) {
        // What is gone already needs no deleting.
        const bool isGone = answer || answer.error().kind == ApiError::Kind::NotFound;
        if (isGone) {
            m_session.undoStack()->forget(id);
            m_session.drop(kindOf<R>(), id);
        } else if (answer.error().kind == ApiError::Kind::Unauthorized) {
            Q_EMIT m_session.keyRefused();
        }
        done(isGone ? std::nullopt : std::optional(answer.error()));
    });
}

void RecordWriter::remove(RecordKind kind, const QString &id,
                          std::function<void(const std::optional<ApiError> &)> done)
{
    switch (kind) {
    case RecordKind::Lead:
        removeAs<Lead>(id, std::move(done));
        break;
    case RecordKind::Contact:
        removeAs<Contact>(id, std::move(done));
        break;
    case RecordKind::Opportunity:
        removeAs<Opportunity>(id, std::move(done));
        break;
    case RecordKind::Task:
        removeAs<Task>(id, std::move(done));
        break;
    }
}

template void RecordWriter::create(const QJsonObject &, QObject *, Callback<Lead>);
template void RecordWriter::create(const QJsonObject &, QObject *, Callback<Contact>);
template void RecordWriter::create(const QJsonObject &, QObject *, Callback<Opportunity>);
template RecordWriter::Callback<Lead> RecordWriter::creating(QObject *, Callback<Lead>);
template RecordWriter::Callback<Contact> RecordWriter::creating(QObject *, Callback<Contact>);
template RecordWriter::Callback<Opportunity> RecordWriter::creating(QObject *, Callback<Opportunity>);
template RecordWriter::Callback<Task> RecordWriter::creating(QObject *, Callback<Task>);
template void RecordWriter::update(const QString &, const QVariantMap &, const QVariantMap &, QObject *,
                                   Callback<Lead>);
template void RecordWriter::update(const QString &, const QVariantMap &, const QVariantMap &, QObject *,
                                   Callback<Contact>);
template void RecordWriter::update(const QString &, const QVariantMap &, const QVariantMap &, QObject *,
                                   Callback<Opportunity>);
template void RecordWriter::update(const QString &, const QVariantMap &, const QVariantMap &, QObject *,
                                   Callback<Task>);

} // namespace Leadline
