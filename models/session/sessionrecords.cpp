// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What a session reads and writes of records, and how its tables take what comes.

#include "session.h"

#include "awaylog.h"
#include "closeclient.h"
#include "creations.h"
#include "duplicatesearch.h"
#include "organizationrequests.h"
#include "outbox.h"
#include "outboxview.h"
#include "recordbatch.h"
#include "recordrequests.h"
#include "recordwriter.h"
#include "searchrequest.h"
#include "syncengine.h"
#include "worker.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// In the place of the one with its id, else behind the others.
template <typename R>
void putInto(QList<R> *records, const R &record)
{
    const auto at =
        std::find_if(records->begin(), records->end(), [&](const R &r) { return r.id == record.id; });
    if (at != records->end())
        *at = record;
    else
        records->append(record);
}

} // namespace

/// \a isOwn: an answer to what was changed here, which is no news.
void Session::take(const Lead &lead, bool isOwn)
{
    const auto merge = [this, isOwn](RecordTable *table, const ColumnBlock &block) {
        if (isOwn)
            table->merge(block);
        else
            m_awayLog->merge(table, block);
    };
    merge(m_leads, columnBlock(m_schema->leads, QList<Lead>{lead}));
    QStringList gone;
    for (const quint32 row : m_contacts->rowsOfLead(lead.id))
        gone.append(m_contacts->idAt(row));
    for (const Contact &contact : lead.contacts)
        gone.removeAll(contact.id);
    merge(m_contacts, columnBlock(m_schema->contacts, lead.contacts));
    m_contacts->remove(gone);
    merge(m_opportunities, columnBlock(m_schema->opportunities, lead.opportunities));
    m_knownLeads.insert(lead.id, new Lead(lead));
}

void Session::take(const Contact &contact)
{
    Contact named = contact;
    if (const int row = m_leads->rowOf(contact.leadId); row >= 0)
        named.leadName = m_leads->valueAt(u"shown_name"_s, quint32(row)).toString();
    m_contacts->merge(columnBlock(m_schema->contacts, QList<Contact>{named}));
    if (Lead *lead = m_knownLeads.object(contact.leadId))
        putInto(&lead->contacts, named);
}

void Session::take(const Opportunity &opportunity)
{
    m_opportunities->merge(columnBlock(m_schema->opportunities, QList<Opportunity>{opportunity}));
    if (Lead *lead = m_knownLeads.object(opportunity.leadId))
        putInto(&lead->opportunities, opportunity);
}

void Session::take(const Task &task)
{
    m_tasks->merge(columnBlock(m_schema->tasks, QList<Task>{task}));
    Lead *lead = m_knownLeads.object(task.leadId);
    if (!lead)
        return;
    // A lead carries its open tasks.
    QList<Task> &tasks = lead->tasks;
    const auto at = std::find_if(tasks.begin(), tasks.end(), [&](const Task &t) { return t.id == task.id; });
    if (task.isComplete && at != tasks.end())
        tasks.erase(at);
    else if (!task.isComplete)
        putInto(&tasks, task);
}

/// Takes a deleted record out of its table; a lead's children go with it.
void Session::drop(RecordKind kind, const QString &id)
{
    const int row = table(kind)->rowOf(id);
    const QString leadId = row < 0 ? QString() : table(kind)->leadIdAt(quint32(row));
    if (kind == RecordKind::Lead)
        m_knownLeads.remove(id);
    noteWrite(kind == RecordKind::Lead ? id : leadId);
    m_sync->forget(kind, id);
    if (kind != RecordKind::Lead)
        refreshLead(leadId);
    Q_EMIT recordDeleted(kind, id);
}

QString Session::nameOf(RecordKind kind, const QString &id) const
{
    const RecordTable *records = table(kind);
    const int row = records->rowOf(id);
    if (row < 0)
        return id;
    return records->valueAt(nameKeyOf(kind), quint32(row)).toString();
}

std::optional<Lead> Session::knownLead(const QString &id) const
{
    const Lead *lead = m_knownLeads.object(id);
    if (isLocalId(id))
        return m_outbox->view().madeLead(id);
    return laidOver(lead ? std::optional(*lead) : std::nullopt);
}

void Session::loadLead(const QString &id, QObject *context, Callback<Lead> callback)
{
    if (isLocalId(id)) {
        QMetaObject::invokeMethod(
            context, [self = QPointer(this), id, callback = std::move(callback)] {
                if (const auto made = self ? self->knownLead(id) : std::nullopt)
                    callback(*made);
                else
                    callback(tl::make_unexpected(ApiError{.kind = ApiError::Kind::NotFound}));
            },
            Qt::QueuedConnection);
        return;
    }
    const auto take = [this, id, context, writes = m_writes,
                       callback = std::move(callback)](Result<Lead> lead) {
        if (m_lastWrites.value(id) > writes) {
            loadLead(id, context, callback);
            return;
        }
        if (lead) {
            this->take(*lead, false);
            lead = *laidOver(*std::move(lead));
        }
        callback(std::move(lead));
    };
    m_client->send(GetRequest<Lead>{id}, context, take);
}

void Session::searchLeads(const QString &query, QObject *context, Callback<LeadSearchAnswer> callback)
{
    ListRequest<Lead> request;
    request.filter.query = query;
    request.fields = m_schema->leads.requestedKeys();
    m_client->sendRaw(request, context, takingAnswer(context, std::move(callback)));
}

void Session::runSmartView(const SmartView &view, QObject *context, Callback<LeadSearchAnswer> callback)
{
    if (!view.query.isEmpty()) {
        searchLeads(view.query, context, std::move(callback));
        return;
    }
    SearchRequest<Lead> request;
    request.query = view.sQuery.value("query"_L1).toObject();
    request.sort = view.sQuery.value("sort"_L1).toArray();
    request.fields = m_schema->leads.requestedKeys();
    request.includeCounts = true;
    m_client->sendRaw(request, context, takingAnswer(context, std::move(callback)));
}

void Session::searchDuplicates(const DuplicateQuery &query, QObject *context, Callback<LeadSearchAnswer> callback)
{
    constexpr int Most = 20;
    SearchRequest<Lead> request;
    request.query = duplicateQuery(query.name, hostOf(query.website), query.emails, query.phones);
    if (request.query.isEmpty())
        return;
    request.fields = m_schema->leads.requestedKeys();
    request.limit = Most;
    m_client->sendRaw(request, context, takingAnswer(context, std::move(callback)), Priority::Background);
}

void Session::loadOpportunityTotals(const QStringList &statusIds, QObject *context,
                                    Callback<OpportunityTotals> callback)
{
    m_client->send(
        ListRequest<Opportunity>{.filter = {.statusIds = statusIds}, .fields = {u"id"_s}, .limit = 1},
        context,
        [callback = std::move(callback)](const Result<OpportunityPage> &page) {
            callback(page ? Result<OpportunityTotals>(page->totals) : tl::make_unexpected(page.error()));
        },
        Priority::Background);
}

std::function<void(Result<QByteArray>)> Session::takingAnswer(QObject *context,
                                                              Callback<LeadSearchAnswer> callback)
{
    return [this, guard = QPointer<QObject>(context),
            callback = std::move(callback)](Result<QByteArray> body) {
        if (!body) {
            callback(tl::make_unexpected(body.error()));
            return;
        }
        m_worker->run([body = std::move(*body), schema = m_schema] { return decodeBatch<Lead>(body, *schema); },
                      guard, [this, callback](Result<RecordBatch> batch) {
                          if (!batch) {
                              callback(tl::make_unexpected(batch.error()));
                              return;
                          }
                          m_awayLog->merge(m_leads, batch->block);
                          m_awayLog->merge(m_contacts, batch->contacts);
                          callback(LeadSearchAnswer{batch->ids, batch->total});
                      });
    };
}

Session::Callback<Activity> Session::savingActivity(QObject *context, Callback<Activity> callback)
{
    return [this, guard = QPointer<QObject>(context),
            callback = std::move(callback)](Result<Activity> answer) {
        if (answer)
            Q_EMIT activitySaved(*answer);
        else if (answer.error().kind == ApiError::Kind::Unauthorized)
            Q_EMIT keyRefused();
        if (guard)
            callback(std::move(answer));
    };
}

void Session::noteWrite(const QString &leadId)
{
    m_lastWrites.insert(leadId, ++m_writes);
}

void Session::refreshLead(const QString &id)
{
    if (!id.isEmpty())
        loadLead(id, this, [](const Result<Lead> &) {});
}

void Session::createLead(const QVariantMap &values, const QList<QVariantMap> &contacts, QObject *context,
                         Callback<Lead> callback)
{
    m_writer->create<Lead>(leadBody(values, contacts), context, std::move(callback));
}

void Session::createContact(const QVariantMap &values, QObject *context, Callback<Contact> callback)
{
    m_writer->create<Contact>(createdBody(m_schema->contacts.list(), values), context, std::move(callback));
}

void Session::createOpportunity(const QVariantMap &values, QObject *context, Callback<Opportunity> callback)
{
    m_writer->create<Opportunity>(createdBody(m_schema->opportunities.list(), values), context, std::move(callback));
}

void Session::updateLead(const QString &id, const QVariantMap &before, const QVariantMap &after,
                         QObject *context, Callback<Lead> callback)
{
    m_writer->update<Lead>(id, before, after, context, std::move(callback));
}

void Session::updateContact(const QString &id, const QVariantMap &before, const QVariantMap &after,
                            QObject *context, Callback<Contact> callback)
{
    m_writer->update<Contact>(id, before, after, context, std::move(callback));
}

void Session::updateOpportunity(const QString &id, const QVariantMap &before, const QVariantMap &after,
                                QObject *context, Callback<Opportunity> callback)
{
    m_writer->update<Opportunity>(id, before, after, context, std::move(callback));
}

void Session::createNote(const NoteDraft &draft, const CreationPointer &creation, QObject *context,
                         Callback<Activity> callback)
{
    m_creations->createNote(draft, creation, savingActivity(context, std::move(callback)));
}

void Session::createCall(const CallDraft &draft, const CreationPointer &creation, QObject *context,
                         Callback<Activity> callback)
{
    m_creations->createCall(draft, creation, savingActivity(context, std::move(callback)));
}

void Session::createTask(const TaskDraft &draft, const CreationPointer &creation, QObject *context,
                         Callback<Task> callback)
{
    std::optional<QSet<QString>> known;
    if (syncState().finished.isValid()) {
        known.emplace();
        for (const quint32 row : m_tasks->rowsOfLead(draft.leadId))
            known->insert(m_tasks->idAt(row));
    }
    m_creations->createTask(draft, std::move(known), creation,
                            m_writer->creating<Task>(context, std::move(callback)));
}

void Session::loadCallOutcomes(QObject *context, Callback<QList<CallOutcome>> callback)
{
    m_client->send(CallOutcomeListRequest{}, context,
                   [callback = std::move(callback)](Result<Page<CallOutcome>> page) {
                       callback(page.map([](const Page<CallOutcome> &found) { return found.records; }));
                   });
}

void Session::updateTask(const QString &id, const QVariantMap &before, const QVariantMap &after,
                         QObject *context, Callback<Task> callback)
{
    m_writer->update<Task>(id, before, after, context, std::move(callback));
}

void Session::mergeLeads(const QString &source, const QString &destination, QObject *context,
                         std::function<void(const std::optional<ApiError> &)> callback)
{
    const auto finish = [this, source, destination, guard = QPointer<QObject>(context),
                         callback = std::move(callback)](const std::optional<ApiError> &error) {
        if (!error) {
            drop(RecordKind::Lead, source);
            refreshLead(destination);
        }
        if (guard)
            callback(error);
    };
    m_client->send(MergeLeadsRequest{source, destination}, this,
                   [this, source, finish](const Result<Done> &answer) {
                       if (answer || !answer.error().maybeApplied) {
                           finish(answer ? std::nullopt : std::optional(answer.error()));
                           return;
                       }
                       // The answer was lost: a lead that was merged away is gone.
                       m_client->send(GetRequest<Lead>{source, {u"id"_s}}, this,
                                      [finish, error = answer.error()](const Result<Lead> &lead) {
                                          const bool isGone =
                                              !lead && lead.error().kind == ApiError::Kind::NotFound;
                                          finish(isGone ? std::nullopt : std::optional(error));
                                      });
                   });
}

} // namespace Leadline
