// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "syncpass.h"

#include <algorithm>

namespace Leadline {

namespace {

/// Half as many again as the six requests that HTTP/1.1 has under way: the next ones stand ready at the client while
/// pages are taken in.
constexpr int Lanes = 9;
constexpr qint64 RateMs = 2000; ///< over which the rate is taken

QList<WalkSource> sources()
{
    return {WalkSource::leads(), WalkSource::opportunities(), WalkSource::tasks(), WalkSource::statusChanges()};
}

} // namespace

SyncPass::SyncPass(SyncParts parts, SchemaPointer schema, SyncMarks &marks, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_schema(std::move(schema))
    , m_marks(marks)
{
}

QMap<QString, WindowPlan> SyncPass::wholePlans()
{
    QMap<QString, WindowPlan> plans;
    for (const WalkSource &source : sources())
        plans.insert(source.name, WindowPlan::whole());
    return plans;
}

void SyncPass::start(bool isPaused)
{
    m_isPaused = isPaused;
    m_rateClock.start();
    m_parts.reader.mark([plans = m_marks.plans](SyncMarks &marks) { marks.plans = plans; });
    for (const WalkSource &source : sources())
        addWalk(source);
    if (!isPaused)
        resume();
}

TimeWalk *SyncPass::addWalk(WalkSource source)
{
    const WindowPlan plan = m_marks.plans.value(source.name, WindowPlan::whole());
    auto *walk = new TimeWalk(m_parts, std::move(source), plan, m_schema, true, this);
    m_walks.append(walk);
    const auto whileItCounts = [this, walk](auto method) {
        return [this, walk, method](const auto &...arguments) {
            if (m_walks.contains(walk))
                (this->*method)(walk, arguments...);
        };
    };
    connect(walk, &TimeWalk::pageTaken, this, whileItCounts(&SyncPass::takePage));
    connect(walk, &TimeWalk::finished, this, whileItCounts(&SyncPass::endWalk));
    connect(walk, &TimeWalk::refused, this, whileItCounts(&SyncPass::refuse));
    connect(walk, &TimeWalk::failed, this, &SyncPass::failed);
    return walk;
}

void SyncPass::takePage(TimeWalk *walk, const RecordBatch &batch)
{
    m_marks.plans[walk->source().name] = walk->plan();
    if (m_marks.followed == 0)
        m_marks.followed = batch.newestUpdate.value_or(0);
    if (!hasLeadsLeft())
        return;
    // The others' newest page is there: today's work. The rest waits until the leads have been read.
    if (walk != m_walks.first())
        walk->setLanes(0);
    else
        noteProgress();
}

void SyncPass::refuse(TimeWalk *walk, const ApiError &error)
{
    if (walk->source().kind == DocumentKind::Lead && walk->source().manner == WalkManner::Cursor) {
        m_marks.plans[walk->source().name] = WindowPlan::whole();
        m_walks.removeOne(walk);
        walk->deleteLater();
        TimeWalk *list = addWalk(WalkSource::leadList());
        m_walks.move(m_walks.size() - 1, 0);
        list->setLanes(m_isPaused ? 0 : 1);
    } else if (walk->source().kind == DocumentKind::StatusChange) {
        m_isStatusRefused = true;
        endWalk(walk); // without them the pipeline does not tell days in stage
    } else {
        Q_EMIT failed(error);
    }
}

void SyncPass::endWalk(TimeWalk *walk)
{
    m_marks.plans[walk->source().name] = WindowPlan();
    m_walks.removeOne(walk);
    walk->deleteLater();
    if (m_walks.isEmpty()) {
        m_marks.plans.clear();
        m_parts.reader.mark([](SyncMarks &marks) { marks.plans.clear(); });
        Q_EMIT finished(m_isStatusRefused);
    } else if (walk->source().kind == DocumentKind::Lead && !m_isPaused) {
        resume();
    }
}

void SyncPass::noteProgress()
{
    const TimeWalk *leads = m_walks.first();
    m_expected = leads->total() ? leads->total() : m_expected;
    if (const auto left = leads->plan().left(); left && m_expected)
        m_loaded = std::max<qint64>(0, *m_expected - *left);
    else
        m_loaded = m_parts.feed.tables().leads->count();
    if (m_rateClock.elapsed() > RateMs) {
        const double now = double(m_loaded - m_rateFrom) * 1000 / double(m_rateClock.restart());
        m_rate = m_rate ? *m_rate * 0.7 + now * 0.3 : now;
        m_rateFrom = m_loaded;
    }
    Q_EMIT progressed();
}

void SyncPass::pause()
{
    m_isPaused = true;
    for (TimeWalk *walk : QList(m_walks))
        walk->setLanes(0);
}

void SyncPass::resume()
{
    m_isPaused = false;
    m_rateClock.restart();
    m_rateFrom = m_loaded;
    for (TimeWalk *walk : QList(m_walks))
        walk->setLanes(!hasLeadsLeft() || walk == m_walks.first() ? Lanes : 1);
}

void SyncPass::drop()
{
    m_walks.clear();
    disconnect();
}

} // namespace Leadline
