// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "syncengine.h"

#include "countcheck.h"
#include "eventrequests.h"
#include "organizationrequests.h"
#include "startmark.h"
#include "sweepcheck.h"
#include "worker.h"

#include <QPointer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Leadline {

namespace {

constexpr auto FirstRetry = 5s;
constexpr qint64 Daily = 86'400;
/// The log of changes reaches back 30 days (developer.close.com/resources/event-log).
constexpr int LogDays = 29;
bool isOlderThan(const QDateTime &moment, qint64 seconds)
{
    return !moment.isValid() || moment.secsTo(QDateTime::currentDateTimeUtc()) > seconds;
}

template <typename T>
bool isSameList(const FieldTable<T> &a, const FieldTable<T> &b)
{
    return a.list().fields() == b.list().fields();
}

} // namespace

SyncEngine::SyncEngine(CloseClient &client, Worker &worker, SyncTables tables, Me me, QString organizationId,
                       QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_reader(worker)
    , m_feed(tables)
    , m_reference(client, worker, std::move(me), std::move(organizationId))
{
    m_state.phase = SyncState::Phase::UpToDate;
    m_reader.noteWhile([this] { return m_feed.isNoting(); });
    connect(&m_reader, &BatchReader::batchRead, &m_feed, &TableFeed::take);
    connect(&m_reader, &BatchReader::keepingFailed, this, &SyncEngine::keepingFailed);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SyncEngine::goOnByItself);
    connect(&m_client, &CloseClient::onlineChanged, this, [this](bool isOnline) {
        if (!m_isPaused || m_isWorking)
            return;
        m_failures = isOnline ? 0 : 1;
        scheduleNext();
    });
}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start()
{
    begin(true);
}

void SyncEngine::begin(bool isLoud)
{
    if (m_isWorking || m_isPaused)
        return;
    m_next.stop();
    m_isWorking = true;
    m_isLoud = isLoud || !m_state.finished.isValid();
    m_isJustPassed = false;
    m_work = std::make_unique<QObject>();
    if (m_isLoud) {
        m_state.phase = SyncState::Phase::Loading;
        m_state.error.reset();
        Q_EMIT stateChanged();
    }
    if (m_hasMarks) {
        readReference();
        return;
    }
    m_reader.readMarks(m_work.get(), [this](SyncMarks marks) {
        m_hasMarks = true;
        m_marks = std::move(marks);
        if (m_marks.followed != 0 && !m_marks.isPassing())
            m_state.finished = m_marks.followedHere;
        Q_EMIT marksRead();
        readReference();
    });
}

void SyncEngine::readReference()
{
    if (m_schema && !m_isLoud && !m_isReferenceStale && !isOlderThan(m_referenceRead, Daily)) {
        goOn();
        return;
    }
    m_reference.read([this](Result<ReferenceData> reference) {
        if (!m_isWorking)
            return;
        if (!reference) {
            fail(reference.error());
            return;
        }
        // The values of a field that is new here are in records that did not change.
        m_isPassWanted = m_isPassWanted ||
                         (m_schema && (!isSameList(m_schema->leads, reference->schema->leads) ||
                                       !isSameList(m_schema->contacts, reference->schema->contacts) ||
                                       !isSameList(m_schema->opportunities, reference->schema->opportunities)));
        m_schema = reference->schema;
        m_isReferenceStale = false;
        m_referenceRead = QDateTime::currentDateTimeUtc();
        Q_EMIT schemaRead(m_schema);
        Q_EMIT smartViewsRead(reference->smartViews);
        goOn();
    });
}

void SyncEngine::goOn()
{
    m_feed.forgetOld();
    if (needsPass())
        beginPass();
    else
        follow();
}

bool SyncEngine::needsPass() const
{
    return m_isPassWanted || m_marks.isPassing() || m_marks.isSweep || m_marks.hasDoubt || m_marks.followed == 0 ||
           isOlderThan(m_marks.followedHere, LogDays * Daily);
}

void SyncEngine::beginPass()
{
    m_state.loaded = 0;
    m_state.expected.reset();
    m_state.rate.reset();
    // What a sweep has met is known only to the run that began it.
    const bool isResumed = m_marks.isPassing() && !m_isPassWanted && !m_marks.hasDoubt &&
                           m_marks.isSweep == m_feed.isSweeping();
    // It goes by what is here: all of that has to be, the status changes too.
    m_feed.tables().statusChanges->whenWhole(m_work.get(),
                                             [this, isResumed] { isResumed ? pass() : askNewestEvent(); });
}

/// The newest event says what time it is in Close: what happens from then on is followed when all is read.
void SyncEngine::askNewestEvent()
{
    m_client.send(
        EventListRequest{}, m_work.get(),
        [this](const Result<EventPage> &page) {
            if (!page && page.error().kind != ApiError::Kind::Forbidden) {
                fail(page.error());
                return;
            }
            m_marks.followed = 0;
            if (page && !page->events.isEmpty())
                m_marks.followed = page->events.first().dateUpdated.toMSecsSinceEpoch();
            m_marks.followedHere = QDateTime::currentDateTimeUtc();
            const SyncTables &tables = m_feed.tables();
            m_marks.isSweep = tables.leads->count() + tables.opportunities->count() + tables.tasks->count() > 0;
            m_marks.plans = SyncPass::wholePlans();
            if (m_marks.isSweep)
                m_feed.beginSweep();
            m_isPassWanted = false;
            m_reader.mark([marks = m_marks](SyncMarks &kept) {
                const bool hasDoubt = kept.hasDoubt;
                kept = marks;
                kept.hasDoubt = hasDoubt;
            });
            pass();
        },
        Priority::Background);
}

void SyncEngine::pass()
{
    m_feed.setNoting(m_marks.isSweep);
    m_pass = new SyncPass(parts(), m_schema, m_marks, m_work.get());
    connect(m_pass, &SyncPass::progressed, this, [this] {
        m_state.loaded = m_pass->loaded();
        m_state.expected = m_pass->expected();
        m_state.rate = m_pass->rate();
        Q_EMIT stateChanged();
    });
    connect(m_pass, &SyncPass::finished, this, [this](bool isStatusRefused) {
        m_pass = nullptr;
        m_isStatusRefused = isStatusRefused;
        m_isJustPassed = true;
        follow();
    });
    connect(m_pass, &SyncPass::failed, this, &SyncEngine::fail);
    m_pass->start(m_isPaused);
}

void SyncEngine::follow()
{
    m_feed.setNoting(true);
    auto *follower = new EventFollower(parts(), m_schema, m_marks.followed, m_followedSoFar, m_work.get());
    connect(follower, &EventFollower::finished, this, &SyncEngine::followed);
    connect(follower, &EventFollower::failed, this, &SyncEngine::fail);
    connect(follower, &EventFollower::statusChangesAsked, this,
            [this](bool isAllowed) { m_state.hasStatusChanges = isAllowed && !m_isStatusRefused; });
    follower->start();
}

void SyncEngine::followed(qint64 moment, bool isReferenceStale)
{
    m_marks.followed = moment;
    m_marks.followedHere = QDateTime::currentDateTimeUtc();
    m_isReferenceStale = isReferenceStale;
    m_reader.mark([moment, here = m_marks.followedHere](SyncMarks &marks) {
        marks.followed = moment;
        marks.followedHere = here;
    });
    if (m_marks.isSweep)
        sweep();
    else if (!m_isJustPassed && (m_isLoud || m_mismatches > 0 || isOlderThan(m_marks.countedHere, Daily)))
        count();
    else
        finish();
}

void SyncEngine::sweep()
{
    auto *check = new SweepCheck(parts(), m_schema, m_work.get());
    connect(check, &SweepCheck::failed, this, &SyncEngine::fail);
    connect(check, &SweepCheck::finished, this, [this] {
        m_marks.isSweep = false;
        m_reader.mark([](SyncMarks &marks) { marks.isSweep = false; });
        finish();
    });
    check->start();
}

void SyncEngine::count()
{
    auto *check = new CountCheck(m_client, m_feed, m_work.get());
    connect(check, &CountCheck::finished, this, &SyncEngine::counted);
    connect(check, &CountCheck::failed, this, &SyncEngine::fail);
    check->start();
}

void SyncEngine::counted(bool isEqual)
{
    m_mismatches = isEqual ? 0 : m_mismatches + 1;
    m_marks.countedHere = QDateTime::currentDateTimeUtc();
    m_reader.mark([here = m_marks.countedHere](SyncMarks &marks) { marks.countedHere = here; });
    // Close's counts lag as its indexes do: unasked, a second count has to say so too.
    if (m_mismatches < (m_isLoud ? 1 : 2)) {
        finish();
        return;
    }
    m_mismatches = 0;
    m_isPassWanted = true;
    beginPass();
}

void SyncEngine::finish()
{
    if (m_marks.hasDoubt) {
        m_marks.hasDoubt = false;
        m_reader.settleDoubt();
    }
    m_failures = 0;
    if (m_isJustPassed) {
        markStart("everything read");
        m_state.expected = m_feed.tables().leads->count();
        m_state.loaded = *m_state.expected;
    }
    m_state.phase = m_isPaused ? SyncState::Phase::Paused : SyncState::Phase::UpToDate;
    m_state.finished = QDateTime::currentDateTimeUtc();
    m_state.error.reset();
    endWork();
    Q_EMIT caughtUp();
    Q_EMIT stateChanged();
}

QDateTime SyncEngine::followedUntil() const
{
    return m_marks.followed == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(m_marks.followed, Qt::UTC);
}

void SyncEngine::fail(const ApiError &error)
{
    if (!m_isWorking)
        return;
    ++m_failures;
    m_state.phase = SyncState::Phase::Stopped;
    m_state.error = error;
    endWork();
    if (error.kind == ApiError::Kind::Unauthorized)
        m_next.stop(); // another key is asked for first
    Q_EMIT stateChanged();
}

void SyncEngine::endWork()
{
    m_isWorking = false;
    if (m_pass)
        std::exchange(m_pass, nullptr)->drop();
    m_feed.setNoting(false);
    // This may be a call of one of its own; it must not outlive what it works with either.
    if (QObject *done = m_work.release()) {
        done->setParent(this);
        done->deleteLater();
    }
    scheduleNext();
}

std::chrono::milliseconds SyncEngine::pace() const
{
    return (m_isVisible ? m_pace.visible : m_pace.unseen) * (m_isMetered ? m_pace.meteredFactor : 1);
}

std::optional<std::chrono::milliseconds> SyncEngine::nextRoundIn() const
{
    return m_next.isActive() ? std::optional(m_next.intervalAsDuration()) : std::nullopt;
}

void SyncEngine::scheduleNext()
{
    // While it is paused nothing but this would notice that the network is back.
    if (m_isPaused && m_client.isOnline()) {
        m_next.stop();
        return;
    }
    std::chrono::milliseconds wait = pace();
    if (m_failures > 0)
        wait = std::min<std::chrono::milliseconds>(wait, FirstRetry * (1 << std::min(m_failures - 1, 4)));
    m_next.start(wait);
}

void SyncEngine::goOnByItself()
{
    if (m_isPaused)
        probe();
    else
        begin(m_state.phase == SyncState::Phase::Stopped);
}

/// Asks the least there is.
void SyncEngine::probe()
{
    m_client.sendRaw(
        MeRequest{}, this,
        [this](const Result<QByteArray> &answer) {
            m_failures = answer ? 0 : m_failures + 1;
            if (m_isPaused && !m_isWorking)
                scheduleNext();
        },
        Priority::Background);
}

void SyncEngine::checkNetwork()
{
    if (!m_isWorking && !m_client.isOnline())
        goOnByItself();
}

void SyncEngine::pause()
{
    if (m_isPaused)
        return;
    m_isPaused = true;
    if (!m_isWorking)
        scheduleNext();
    if (m_pass)
        m_pass->pause();
    m_state.phase = SyncState::Phase::Paused;
    Q_EMIT stateChanged();
}

void SyncEngine::resume()
{
    if (!m_isPaused)
        return;
    m_isPaused = false;
    if (!m_isWorking) {
        begin(true);
        return;
    }
    m_state.phase = SyncState::Phase::Loading;
    if (m_pass)
        m_pass->resume();
    Q_EMIT stateChanged();
}

void SyncEngine::setVisible(bool isVisible)
{
    if (isVisible == m_isVisible)
        return;
    m_isVisible = isVisible;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(pace()).count();
    if (isVisible && m_state.finished.isValid() && isOlderThan(m_state.finished, seconds))
        begin(false);
    else
        paceChanged();
}

void SyncEngine::setMetered(bool isMetered)
{
    m_isMetered = isMetered;
    paceChanged();
}

void SyncEngine::setPace(const SyncPace &pace)
{
    m_pace = pace;
    paceChanged();
}

void SyncEngine::paceChanged()
{
    if (!m_isWorking && m_state.finished.isValid())
        scheduleNext();
}

void SyncEngine::forget(RecordKind kind, const QString &id)
{
    const bool isNoting = m_feed.isNoting();
    m_feed.setNoting(false); // one's own doing
    if (kind == RecordKind::Contact)
        m_feed.dropContacts({id});
    else
        m_reader.forget(m_feed.drop(documentKindOf(kind), {id}));
    m_feed.setNoting(isNoting);
    // It goes at once, what could not be found with it yet later.
    if (kind == RecordKind::Lead && !m_feed.tables().statusChanges->isWhole())
        m_feed.whenDroppable({DocumentKind::Lead}, this, [this, kind, id] { forget(kind, id); });
}

void SyncEngine::noteAnswer(const QString &id, const QDateTime &updated)
{
    m_feed.noteFresh({id}, {updated.toMSecsSinceEpoch()});
}

} // namespace Leadline
