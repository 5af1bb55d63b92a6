// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "timewalk.h"

namespace Leadline {

namespace {

bool isRefusal(const ApiError &error)
{
    return error.kind == ApiError::Kind::Validation || error.kind == ApiError::Kind::NotFound ||
           error.kind == ApiError::Kind::Forbidden;
}

PageFacts pageFacts(const RecordBatch &batch, bool isByCreation)
{
    return {.received = batch.received,
            .hasMore = batch.hasMore,
            .cursor = batch.cursor,
            .oldest = isByCreation ? batch.oldestCreation : batch.oldestUpdate,
            .creation = batch.oldestCreation};
}

} // namespace

TimeWalk::TimeWalk(SyncParts parts, WalkSource source, WindowPlan plan, SchemaPointer schema, bool isMarked,
                   QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_source(std::move(source))
    , m_plan(std::move(plan))
    , m_schema(std::move(schema))
    , m_isMarked(isMarked)
{
}

void TimeWalk::setLanes(int lanes)
{
    m_lanes = lanes;
    fill();
}

std::optional<int> TimeWalk::idleWindow()
{
    int newest = -1;
    for (auto it = m_plan.windows().begin(); it != m_plan.windows().end(); ++it) {
        if (!m_busy.contains(it.key()) && (newest < 0 || it->to > m_plan.windows()[newest].to))
            newest = it.key();
    }
    if (newest >= 0)
        return newest;
    if (m_source.manner == WalkManner::Skip)
        return {};
    // Two more pages for each half, or it is not worth the question.
    const auto windows = m_plan.windows();
    const auto cut = m_plan.split(2 * m_source.pageSize);
    if (cut) {
        for (auto it = m_plan.windows().begin(); it != m_plan.windows().end(); ++it) {
            if (!windows.contains(it.key()) || windows[it.key()].from != it->from)
                m_unmarked.insert(it.key(), *it);
        }
    }
    return cut;
}

void TimeWalk::fill()
{
    while (!m_isOver && m_busy.size() < m_lanes) {
        const auto id = idleWindow();
        if (!id)
            break;
        ask(*id);
    }
    if (!m_isOver && m_busy.isEmpty() && m_plan.isDone()) {
        m_isOver = true;
        Q_EMIT finished();
    }
}

void TimeWalk::ask(int id)
{
    m_busy.insert(id);
    if (!m_chains.contains(id))
        m_chains.insert(id, WindowChain::of(m_source.manner, m_plan.window(id)));
    const WindowChain asked = m_chains[id];
    m_parts.client.sendRaw(
        m_source.call(asked, *m_schema), this,
        [this, id, asked](Result<QByteArray> body) {
            if (!body) {
                takeError(id, body.error());
                return;
            }
            m_parts.reader.read(*std::move(body), m_source.decode, m_schema, m_parts.feed.passedOver(),
                                markFor(id, asked), this, [this, id, asked](Result<RecordBatch> batch) {
                                    if (batch)
                                        takePage(id, asked, *batch);
                                    else
                                        takeError(id, batch.error());
                                });
        },
        Priority::Background);
}

BatchReader::Mark TimeWalk::markFor(int id, const WindowChain &asked)
{
    if (!m_isMarked)
        return {};
    return [name = m_source.name, isByCreation = m_source.isByCreation, id, asked,
            cut = std::exchange(m_unmarked, {})](SyncMarks &marks, const RecordBatch &batch) {
        WindowPlan &plan = marks.plans[name];
        for (auto it = cut.begin(); it != cut.end(); ++it)
            plan.put(it.key(), *it);
        if (!plan.contains(id))
            return;
        WindowChain chain = asked;
        if (!chain.advance(pageFacts(batch, isByCreation), plan.window(id)))
            plan.finish(id);
    };
}

void TimeWalk::takeError(int id, const ApiError &error)
{
    m_busy.remove(id);
    if (m_isOver)
        return;
    WindowChain &chain = m_chains[id];
    if (!chain.cursor.isEmpty() && error.kind == ApiError::Kind::Validation) {
        // A cursor lives for 30 seconds; a pause or a slow line outlasts it.
        chain.restart(m_plan.window(id));
        fill();
        return;
    }
    m_isOver = true;
    m_lanes = 0;
    if (!m_isAnswered && isRefusal(error))
        Q_EMIT refused(error);
    else
        Q_EMIT failed(error);
}

void TimeWalk::takePage(int id, const WindowChain &asked, const RecordBatch &batch)
{
    m_busy.remove(id);
    if (m_isOver)
        return;
    m_isAnswered = true;
    SyncWindow &window = m_plan.window(id);
    const qint64 before = window.to;
    if (batch.total && asked.isFirst()) {
        if (!m_total)
            m_total = batch.total;
        if (asked.from == window.from)
            m_plan.counted(id, std::max<qint64>(0, *batch.total - batch.received));
    } else if (window.left) {
        window.left = std::max<qint64>(0, *window.left - batch.received);
    }
    if (!m_chains[id].advance(pageFacts(batch, m_source.isByCreation), window)) {
        m_plan.finish(id);
        m_chains.remove(id);
    } else if (before != SyncWindow::Now && window.to < before) {
        window.pace = before - window.to;
    }
    Q_EMIT pageTaken(batch);
    fill();
}

} // namespace Leadline
