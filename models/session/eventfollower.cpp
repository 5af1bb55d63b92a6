// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "eventfollower.h"

#include "eventrequests.h"
#include "recordrequests.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// With more leads than this the search reads those that its index must know by now, a hundred at a time.
constexpr int MostSingly = 40;
constexpr qsizetype Together = 100;
constexpr qint64 IndexDelay = 120'000;
/// Of records that are read one by one: as many as keep the client busy.
constexpr int SinglyAtOnce = 20;
/// Of what is gone through in one event of ours.
constexpr int EventsAtOnce = 150;
constexpr qsizetype LeadsAtOnce = 100;

bool isAbout(const Event &event, QLatin1StringView type)
{
    // Tasks come as "task.lead", "task.outgoing_call" ...
    return event.objectType == type || (event.objectType.startsWith(type) && event.objectType.at(type.size()) == u'.');
}

bool isReference(const Event &event)
{
    static const QStringList prefixes{u"custom_field"_s, u"status."_s, u"saved_search"_s, u"membership"_s,
                                      u"pipeline"_s, u"user"_s};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const QString &prefix) { return event.objectType.startsWith(prefix); });
}

qint64 millisecondsOf(const QDateTime &moment)
{
    return moment.isValid() ? moment.toMSecsSinceEpoch() : 0;
}

} // namespace

void FollowedSoFar::forgetBefore(qint64 moment)
{
    events.removeIf([moment](const auto &entry) { return millisecondsOf(entry.value()) < moment; });
    opportunities.removeIf([moment](const auto &entry) { return entry.value() < moment; });
    authors.removeIf([moment](const auto &entry) { return millisecondsOf(entry.value().at) < moment; });
}

EventFollower::EventFollower(SyncParts parts, SchemaPointer schema, qint64 since, FollowedSoFar &before,
                             QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_schema(std::move(schema))
    , m_since(std::max<qint64>(0, since - Overlap))
    , m_followed(since)
    , m_before(before)
{
}

void EventFollower::start()
{
    EventListRequest request;
    request.dateUpdated.onOrAfter = QDateTime::fromMSecsSinceEpoch(m_since, Qt::UTC);
    askEvents(request);
}

void EventFollower::askEvents(const EventListRequest &request)
{
    m_parts.client.send(
        request, this,
        [this, request](const Result<EventPage> &page) {
            if (!page && page.error().kind == ApiError::Kind::Forbidden) {
                walkUpdates(); // counts find what is gone
                return;
            }
            if (!page) {
                fail(page.error());
                return;
            }
            m_events += page->events;
            const bool isBack =
                !page->events.isEmpty() && millisecondsOf(page->events.last().dateUpdated) < m_since;
            if (const auto next = requestAfter(request, *page); next && !isBack) {
                askEvents(*next);
                return;
            }
            takeEvents();
        },
        Priority::Background);
}

/// The oldest first, which came last.
void EventFollower::takeEvents()
{
    for (int i = 0; i < EventsAtOnce && !m_events.isEmpty(); ++i) {
        takeEvent(m_events.last());
        m_taken.append(m_events.takeLast().id);
    }
    if (!m_events.isEmpty())
        next([this] { takeEvents(); });
    else
        m_parts.feed.whenDroppable(m_gone.keys(), this, [this] { walkUpdates(); });
}

void EventFollower::takeEvent(const Event &event)
{
    m_followed = std::max(m_followed, millisecondsOf(event.dateUpdated));
    if (m_before.events.value(event.id) == event.dateUpdated && event.dateUpdated.isValid())
        return;
    m_before.events.insert(event.id, event.dateUpdated);
    noteAuthor(event);
    m_isReferenceStale = m_isReferenceStale || isReference(event);
    if (event.action == "deleted"_L1) {
        sortDeletion(event);
        return;
    }
    const qint64 at = millisecondsOf(event.dateUpdated);
    if (event.action == "merged"_L1) {
        noteMerge(event);
    } else if (isAbout(event, "lead"_L1)) {
        m_leads.insert(event.objectId, at);
    } else if ((isAbout(event, "contact"_L1) || isAbout(event, "opportunity"_L1)) && !event.leadId.isEmpty()) {
        m_leads.insert(event.leadId, at);
    } else if (isAbout(event, "task"_L1)) {
        m_tasks.insert(event.objectId);
    }
}

void EventFollower::noteAuthor(const Event &event)
{
    ChangeAuthor &author = m_before.authors[event.objectId];
    author.userId = event.userId;
    author.at = event.dateUpdated;
    for (const QString &field : event.changedFields)
        author.byField.insert(field, event.userId);
}

void EventFollower::noteMerge(const Event &event)
{
    const QString source = event.meta.value("merge_source_lead_id"_L1).toString();
    const QString into = event.meta.value("merge_destination_lead_id"_L1).toString(event.objectId);
    if (!source.isEmpty()) {
        m_gone[DocumentKind::Lead].insert(source);
        ChangeAuthor &author = m_before.authors[source];
        author.userId = event.userId;
        author.at = event.dateUpdated;
        author.mergedInto = into;
    }
    m_leads.insert(into, millisecondsOf(event.dateUpdated));
    m_mergedInto.insert(into);
}

void EventFollower::sortDeletion(const Event &event)
{
    if (isAbout(event, "lead"_L1))
        m_gone[DocumentKind::Lead].insert(event.objectId);
    else if (isAbout(event, "contact"_L1))
        m_goneContacts.insert(event.objectId);
    else if (isAbout(event, "opportunity"_L1))
        m_gone[DocumentKind::Opportunity].insert(event.objectId);
    else if (isAbout(event, "task"_L1))
        m_gone[DocumentKind::Task].insert(event.objectId);
    else if (event.objectType == "activity.opportunity_status_change"_L1)
        m_gone[DocumentKind::StatusChange].insert(event.objectId);
    else
        return;
    // What Close computes of the lead may hang on what is gone.
    if (!isAbout(event, "lead"_L1) && !isAbout(event, "task"_L1) && !event.leadId.isEmpty())
        m_leads.insert(event.leadId, millisecondsOf(event.dateUpdated));
}

void EventFollower::walkUpdates()
{
    dropGone();
    addWalk(WalkSource::leads());
    addWalk(WalkSource::opportunities());
    // Here by date_updated: what changed, and in whichever order.
    WalkSource tasks = WalkSource::tasks();
    tasks.call = [since = m_since](const WindowChain &chain, const Schema &) {
        ListRequest<Task> request;
        request.filter.dateUpdated.onOrAfter = QDateTime::fromMSecsSinceEpoch(since, Qt::UTC);
        request.skip = chain.skip;
        return request.call();
    };
    tasks.manner = WalkManner::Skip;
    addWalk(tasks);
    addWalk(WalkSource::statusChanges());
}

void EventFollower::addWalk(WalkSource source)
{
    const DocumentKind kind = source.kind;
    auto *walk = new TimeWalk(m_parts, std::move(source), WindowPlan::since(m_since), m_schema, false, this);
    ++m_open;
    const auto done = [this] {
        if (--m_open == 0 && !m_isOver)
            fetchChanged();
    };
    connect(walk, &TimeWalk::pageTaken, this, [this, kind](const RecordBatch &batch) {
        m_followed = std::max(m_followed, batch.newestUpdate.value_or(0));
        if (kind == DocumentKind::Opportunity)
            noteOpportunities(batch);
        else if (kind == DocumentKind::Task)
            m_met += QSet<QString>(batch.ids.begin(), batch.ids.end());
    });
    connect(walk, &TimeWalk::finished, this, done);
    connect(walk, &TimeWalk::failed, this, &EventFollower::fail);
    // What cannot be asked for is left to the events.
    connect(walk, &TimeWalk::refused, this, done);
    if (kind == DocumentKind::StatusChange) {
        connect(walk, &TimeWalk::finished, this, [this] { Q_EMIT statusChangesAsked(true); });
        connect(walk, &TimeWalk::refused, this, [this] { Q_EMIT statusChangesAsked(false); });
    }
    walk->setLanes(1);
}

/// A lead's open value changes with its opportunities, and no event says so.
void EventFollower::noteOpportunities(const RecordBatch &batch)
{
    for (qsizetype i = 0; i < batch.ids.size(); ++i) {
        const QString &id = batch.ids.at(i);
        if (m_before.opportunities.value(id) == batch.updates.at(i))
            continue;
        m_before.opportunities.insert(id, batch.updates.at(i));
        qint64 &at = m_leads[batch.leadIds.at(i)];
        at = std::max(at, batch.updates.at(i));
    }
}

void EventFollower::dropGone()
{
    QList<DocumentKey> forgotten;
    for (auto it = m_gone.begin(); it != m_gone.end(); ++it)
        forgotten += m_parts.feed.drop(it.key(), it->values());
    m_parts.feed.dropContacts(m_goneContacts.values());
    if (!forgotten.isEmpty())
        m_parts.reader.forget(forgotten);
    for (const QString &id : std::as_const(m_gone[DocumentKind::Lead]))
        m_leads.remove(id);
    m_tasks.subtract(m_gone[DocumentKind::Task]);
}

void EventFollower::fetchChanged()
{
    ++m_open;
    QStringList indexed;
    for (auto it = m_leads.begin(); it != m_leads.end(); ++it) {
        if (m_gone[DocumentKind::Lead].contains(it.key()))
            continue;
        if (m_leads.size() > MostSingly && it.value() < m_followed - IndexDelay && !m_mergedInto.contains(it.key()))
            indexed.append(it.key());
        else
            get(DocumentKind::Lead, it.key());
    }
    if (!indexed.isEmpty())
        fetchTogether(indexed);
    fetchTasks(m_tasks - m_met);
    relistTasks(m_mergedInto);
    answered(RecordBatch());
}

/// A call an event: each names many leads.
void EventFollower::fetchTogether(const QStringList &leads)
{
    take(leadsByIdCall(leads.first(qMin(Together, leads.size())), *m_schema), decodeSynced<Lead>,
         [this](const Result<RecordBatch> &batch) { answered(batch); });
    if (leads.size() > Together)
        later([this, left = leads.sliced(Together)] { fetchTogether(left); });
}

void EventFollower::fetchTasks(const QSet<QString> &tasks)
{
    for (const QString &id : tasks)
        get(DocumentKind::Task, id);
}

void EventFollower::relistTasks(const QSet<QString> &leads)
{
    for (const QString &id : leads) {
        ListRequest<Task> request;
        request.filter.leadId = id;
        take(request.call(), decodeSynced<Task>, [this](Result<RecordBatch> batch) {
            if (batch) {
                // A list may be behind what was read by its id, and yet that may carry the lead's former name.
                for (const QString &fresher : batch->fresherIds)
                    get(DocumentKind::Task, fresher);
            }
            answered(batch);
        });
    }
}

void EventFollower::get(DocumentKind kind, const QString &id)
{
    ++m_open;
    m_toGet.enqueue({kind, id});
    askMore();
}

/// After a bulk edit there are thousands, and the window would wait while all of them are asked for.
void EventFollower::askMore()
{
    while (m_asked < SinglyAtOnce && !m_toGet.isEmpty() && !m_isOver) {
        const DocumentKey key = m_toGet.dequeue();
        ++m_asked;
        ask(key.kind, key.id);
        --m_open; // counted as asked for now
    }
}

void EventFollower::ask(DocumentKind kind, const QString &id)
{
    const ApiCall call = kind == DocumentKind::Lead ? GetRequest<Lead>{id, m_schema->leads.requestedKeys()}.call()
                                                    : GetRequest<Task>{id}.call();
    take(call, kind == DocumentKind::Lead ? decodeWhole<Lead> : decodeWhole<Task>,
         [this, kind, id](Result<RecordBatch> batch) {
             --m_asked;
             askMore();
             if (!batch && batch.error().kind == ApiError::Kind::NotFound) {
                 m_parts.feed.whenDroppable({kind}, this, [this, kind, id] {
                     m_parts.reader.forget(m_parts.feed.drop(kind, {id}));
                     answered(RecordBatch());
                 });
                 return;
             }
             answered(batch);
         });
}

void EventFollower::take(const ApiCall &call, BatchDecoder decode, std::function<void(Result<RecordBatch>)> taker)
{
    ++m_open;
    m_parts.client.sendRaw(
        call, this,
        [this, decode, taker = std::move(taker)](Result<QByteArray> body) {
            if (body)
                m_parts.reader.read(*std::move(body), decode, m_schema, m_parts.feed.passedOver(), {}, this, taker);
            else
                taker(tl::make_unexpected(body.error()));
        },
        Priority::Background);
}

/// Tasks and opportunities carry their lead's name, and a new one is no change of theirs.
void EventFollower::followNames()
{
    const QSet<QString> renamed = m_parts.feed.takeRenamedLeads();
    relistTasks(renamed - m_mergedInto);
    m_toName = (QSet<QString>(m_leads.keyBegin(), m_leads.keyEnd()) + renamed).values();
    followSomeNames(renamed + m_mergedInto);
}

void EventFollower::followSomeNames(const QSet<QString> &relisted)
{
    const QSet<QString> some(m_toName.cbegin(), m_toName.cbegin() + qMin(LeadsAtOnce, m_toName.size()));
    m_toName.remove(0, some.size());
    const TableFeed &feed = m_parts.feed;
    relistTasks(feed.misnamedLeads(*feed.tables().tasks, some) - relisted);
    later([this, some, relisted] {
        const TableFeed &tables = m_parts.feed;
        for (const QString &id : tables.misnamedLeads(*tables.tables().opportunities, some))
            get(DocumentKind::Lead, id); // which holds its opportunities
        if (!m_toName.isEmpty())
            later([this, relisted] { followSomeNames(relisted); });
    });
}

/// The round does not end before.
void EventFollower::later(std::function<void()> step)
{
    ++m_open;
    next([this, step = std::move(step)] {
        step();
        answered(RecordBatch());
    });
}

/// In an event of its own, since the window waits for each: looking through a whole table takes a millisecond or two.
/// And of a timer, so that keys and painting have their turn, which come behind all that is posted.
void EventFollower::next(std::function<void()> step)
{
    QTimer::singleShot(1, this, [this, step = std::move(step)] {
        if (!m_isOver)
            step();
    });
}

void EventFollower::answered(const Result<RecordBatch> &batch)
{
    if (!batch)
        fail(batch.error());
    if (--m_open > 0 || m_isOver)
        return;
    if (!std::exchange(m_isRelisted, true)) {
        later([this] { followNames(); });
        return;
    }
    m_isOver = true;
    // After what was looked through last, since who hears of it looks through more.
    QMetaObject::invokeMethod(this, &EventFollower::finish, Qt::QueuedConnection);
}

void EventFollower::finish()
{
    m_before.forgetBefore(m_followed - 2 * Overlap);
    Q_EMIT finished(m_followed, m_isReferenceStale);
}

void EventFollower::fail(const ApiError &error)
{
    if (m_isOver)
        return;
    m_isOver = true;
    // What this round knew and did not get done is new to the next one.
    for (const QString &id : std::as_const(m_taken))
        m_before.events.remove(id);
    for (auto it = m_before.opportunities.begin(); it != m_before.opportunities.end(); ++it)
        *it = 0;
    Q_EMIT failed(error);
}

} // namespace Leadline
