// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What Session does with the local copy beside its tables: opened leads, their activity, what others
// changed, answers to writes, erasing.

#include "activityrequests.h"
#include "awaylog.h"
#include "closeclient.h"
#include "copykeeper.h"
#include "copytables.h"
#include "creations.h"
#include "draftkeeper.h"
#include "localcopy.h"
#include "organizationrequests.h"
#include "outbox.h"
#include "recordbatch.h"
#include "referencedata.h"
#include "session.h"
#include "syncengine.h"
#include "worker.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

template <typename R>
QList<R> readAll(LocalCopy &copy, DocumentKind kind, const QStringList &ids)
{
    QList<R> records;
    for (const QString &id : ids) {
        const auto json = copy.document({kind, id});
        if (auto record = json ? decodeRecord<R>(*json) : tl::make_unexpected(ApiError()))
            records.append(*std::move(record));
    }
    return records;
}

/// The document of a lead with one of its contacts as it is now, or with one more.
QByteArray withContact(const QByteArray &lead, const QString &id, const QByteArray &contact)
{
    QJsonObject document = QJsonDocument::fromJson(lead).object();
    QJsonArray contacts = document["contacts"_L1].toArray();
    const QJsonObject now = QJsonDocument::fromJson(contact).object();
    const auto at = std::find_if(contacts.begin(), contacts.end(),
                                 [&id](const QJsonValueConstRef held) { return held["id"_L1] == id; });
    if (at == contacts.end())
        contacts.append(now);
    else
        *at = now;
    document.insert("contacts"_L1, contacts);
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

QStringList idsOfLead(const RecordTable &table, const QString &leadId)
{
    QStringList ids;
    for (const quint32 row : table.rowsOfLead(leadId))
        ids.append(table.idAt(row));
    return ids;
}

} // namespace

/// Called once, when the tables have the fields of the copy.
void Session::openAwayLog()
{
    m_awayLog = std::make_unique<AwayLog>(
        *m_worker, std::array{m_leads, m_contacts, m_opportunities, m_tasks}, m_me.user.id,
        [this](const QString &id) { return m_sync->authorOf(id); });
    connect(&m_sync->feed(), &TableFeed::cellsReplaced, this,
            [this](RecordTable *table, const std::vector<FormerCell> &former) {
                m_awayLog->noteFormer(table, former);
                QStringList ids;
                for (size_t i = 0; i < former.size(); ++i) {
                    if (i == 0 || former[i].row != former[i - 1].row)
                        ids.append(table->idAt(former[i].row));
                }
                announce(table, ids);
            });
    connect(&m_sync->feed(), &TableFeed::recordsAdded, this, [this](RecordTable *table, quint32 first, quint32 count) {
        m_awayLog->noteAdded(table, first, count);
        QStringList ids;
        for (quint32 row = first; row < first + count; ++row)
            ids.append(table->idAt(row));
        announce(table, ids);
    });
    connect(&m_sync->feed(), &TableFeed::recordsLeaving, m_awayLog.get(), &AwayLog::noteLeaving);
    m_sync->reader().keepFormerWhile([this] { return m_awayLog->isListening(); });
    connect(&m_sync->reader(), &BatchReader::formerKept, m_awayLog.get(), &AwayLog::noteUntold);
    if (m_copyTables)
        connect(m_copyTables.get(), &CopyTables::loaded, m_awayLog.get(),
                [this] { m_awayLog->readUntold(m_schema); });
    connect(m_sync, &SyncEngine::caughtUp, m_awayLog.get(), [this] { m_awayLog->noteRound(m_sync->followedUntil()); });
    connect(this, &Session::recordSaved, m_awayLog.get(),
            [this](RecordKind, const QString &id) { m_awayLog->setSeen(id, true); });
}

void Session::announce(RecordTable *changed, const QStringList &ids)
{
    const bool isFirstPass = !m_sync->state().finished.isValid();
    for (const RecordKind kind : {RecordKind::Lead, RecordKind::Contact, RecordKind::Opportunity, RecordKind::Task}) {
        if (table(kind) == changed && !isFirstPass && !ids.isEmpty())
            Q_EMIT recordsArrived(kind, ids);
    }
}

void Session::verifyUser()
{
    m_client->sendRaw(MeRequest{}, this, [this](const Result<QByteArray> &body) {
        if (!body) {
            // Anything else than a refusal is the sync's to say.
            if (body.error().kind == ApiError::Kind::Unauthorized)
                Q_EMIT keyRefused();
            return;
        }
        const Result<Me> me = decodeMe(*body);
        if (!me)
            return;
        const bool isMember = std::any_of(
            me->organizations.begin(), me->organizations.end(),
            [this](const Organization &organization) { return organization.id == m_account.organizationId; });
        if (me->user.id != m_me.user.id || !isMember) {
            Q_EMIT userChanged();
            return;
        }
        keepMe(*body);
    });
}

void Session::keepMe(const QByteArray &body)
{
    m_worker->run(
        [body](LocalCopy *copy) {
            CopyChange change;
            change.put.append({{DocumentKind::Reference, ReferenceName::me}, body});
            return copy && copy->commit(change);
        },
        this, [](bool) {});
}

void Session::readLead(const QString &id, QObject *context, std::function<void(std::optional<Lead>)> callback)
{
    m_worker->run(
        [id, opportunities = idsOfLead(*m_opportunities, id),
         tasks = idsOfLead(*m_tasks, id)](LocalCopy *copy) -> std::optional<Lead> {
            const auto json = copy ? copy->document({DocumentKind::Lead, id}) : std::nullopt;
            Result<Lead> lead = json ? decodeRecord<Lead>(*json) : tl::make_unexpected(ApiError());
            if (!lead)
                return {};
            // Theirs are newer than what a list said of the lead.
            lead->opportunities = readAll<Opportunity>(*copy, DocumentKind::Opportunity, opportunities);
            lead->tasks = readAll<Task>(*copy, DocumentKind::Task, tasks);
            return *std::move(lead);
        },
        context,
        [this, id, callback = std::move(callback)](std::optional<Lead> lead) {
            if (lead && !m_knownLeads.contains(lead->id))
                m_knownLeads.insert(lead->id, new Lead(*lead));
            callback(isLocalId(id) ? knownLead(id) : laidOver(std::move(lead)));
        });
}

void Session::loadActivities(const ActivityQuery &query, QObject *context, Callback<ActivityPage> callback)
{
    if (isLocalId(query.leadId)) {
        QMetaObject::invokeMethod(
            context, [callback = std::move(callback)] { callback(ActivityPage()); }, Qt::QueuedConnection);
        return;
    }
    ActivityListRequest request;
    request.filter.leadIds = QStringList{query.leadId};
    request.filter.types = query.types;
    request.filter.orderBy = u"-activity_at"_s;
    request.skip = query.skip;
    m_client->sendRaw(request, context,
                      [this, query, guard = QPointer<QObject>(context),
                       callback = std::move(callback)](const Result<QByteArray> &body) {
                          if (!body) {
                              readActivities(query, guard, body.error(), callback);
                              return;
                          }
                          if (query.skip == 0 && query.types.isEmpty())
                              keepActivities(query.leadId, *body);
                          Result<ActivityPage> page = ActivityListRequest::read(*body);
                          if (page)
                              m_creations->remember(query.leadId, *page);
                          callback(std::move(page));
                      });
}

void Session::keepActivities(const QString &leadId, const QByteArray &body)
{
    m_worker->run(
        [leadId, body](LocalCopy *copy) {
            CopyChange change;
            change.put.append({{DocumentKind::Activities, leadId}, body});
            return copy && copy->commit(change);
        },
        this, [](bool) {}, Worker::AtEnd::Do);
}

/// What Close said of a record that was written here.
void Session::keepAnswer(RecordKind kind, const QString &id, const QString &leadId, const QDateTime &updated,
                         const QByteArray &body)
{
    m_sync->noteAnswer(id, updated);
    m_worker->run(
        [kind, id, leadId, body](LocalCopy *copy) {
            if (!copy)
                return false;
            CopyChange change;
            if (kind != RecordKind::Contact) {
                change.put.append({{documentKindOf(kind), id}, body});
            } else if (const auto lead = copy->document({DocumentKind::Lead, leadId})) {
                change.put.append({{DocumentKind::Lead, leadId}, withContact(*lead, id, body)});
            }
            return bool(copy->commit(change));
        },
        this, [](bool) {}, Worker::AtEnd::Do);
}

/// The newest activities as they were when the lead was last opened, where Close cannot be asked.
void Session::readActivities(const ActivityQuery &query, QObject *context, const ApiError &error,
                             const Callback<ActivityPage> &callback)
{
    if (error.kind != ApiError::Kind::Offline || query.skip > 0) {
        callback(tl::make_unexpected(error));
        return;
    }
    m_worker->run(
        [query, error](LocalCopy *copy) -> Result<ActivityPage> {
            const auto body = copy ? copy->document({DocumentKind::Activities, query.leadId}) : std::nullopt;
            if (!body)
                return tl::make_unexpected(error);
            Result<ActivityPage> page = ActivityListRequest::read(*body);
            if (!page)
                return page;
            page->hasMore = false;
            if (!query.types.isEmpty()) {
                page->activities.removeIf(
                    [&query](const Activity &activity) { return !query.types.contains(activity.type); });
            }
            return page;
        },
        context, callback);
}

void Session::countUnsent(QObject *context, std::function<void(qint64)> callback)
{
    m_worker->run(
        [waiting = qint64(m_outbox->size())](LocalCopy *copy) {
            // What waits may not have been read from there yet, or not be kept at all.
            return copy ? copy->count(DocumentKind::Draft) + qMax(waiting, copy->count(DocumentKind::Outbox)) : waiting;
        },
        context, std::move(callback));
}

void Session::closeCopy(QObject *context, std::function<void()> callback)
{
    dropCopy(context, std::move(callback));
    m_outbox->clear();
}

void Session::releaseCopy(QObject *context, std::function<void()> callback)
{
    // The next session finds on disk what waits; both would send it.
    m_outbox->stop();
    dropCopy(context, std::move(callback));
}

void Session::takeOver(Session &before)
{
    if (before.account().organizationId != m_account.organizationId ||
        before.account().userId != m_account.userId)
        return;
    before.gatherDrafts();
    m_drafts->adopt(before.drafts()->drafts());
    m_outbox->adopt(before.outbox()->letGo());
}

void Session::dropCopy(QObject *context, std::function<void()> callback)
{
    gatherDrafts();
    m_drafts->setNotKept();
    m_copyState = {CopyState::Kind::Removed};
    Q_EMIT copyStateChanged();
    // The session goes on without the copy: what was left there is read first.
    m_statusChanges->whenWhole(this, [this, context = QPointer(context), callback = std::move(callback)] {
        m_copyTables.reset();
        m_worker->closeCopy(context, callback);
        if (std::exchange(m_refreshWhenLoaded, false))
            m_sync->start();
    });
}

} // namespace Leadline
