// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "batchreader.h"
#include "closeclient.h"
#include "tablefeed.h"
#include "walksource.h"

namespace Leadline {

/// What every part of a sync works with.
struct SyncParts
{
    CloseClient &client;
    BatchReader &reader;
    TableFeed &feed;
};

/// Reads the records of one type, newest first, into the tables and the local copy: several windows of time
/// at once, so that as many requests are under way as the rate limit has room for.
class TimeWalk : public QObject
{
    Q_OBJECT

public:
    /// Reads what \a plan leaves. With \a isMarked each page is kept together with the mark to go on from.
    TimeWalk(SyncParts parts, WalkSource source, WindowPlan plan, SchemaPointer schema, bool isMarked,
             QObject *parent = nullptr);

    const WalkSource &source() const { return m_source; }
    const WindowPlan &plan() const { return m_plan; }
    /// How many records there are, once Close has said so.
    std::optional<qint64> total() const { return m_total; }
    /// How many requests may be under way. With none the walk rests when those under way have been answered.
    void setLanes(int lanes);

Q_SIGNALS:
    void pageTaken(const Leadline::RecordBatch &batch);
    void finished();
    void failed(const Leadline::ApiError &error);
    /// Close does not serve such a walk at all.
    void refused(const Leadline::ApiError &error);

private:
    void fill();
    std::optional<int> idleWindow();
    void ask(int id);
    void takeError(int id, const ApiError &error);
    void takePage(int id, const WindowChain &asked, const RecordBatch &batch);
    BatchReader::Mark markFor(int id, const WindowChain &asked);

    SyncParts m_parts;
    WalkSource m_source;
    WindowPlan m_plan;
    SchemaPointer m_schema;
    bool m_isMarked;
    QMap<int, WindowChain> m_chains;
    QSet<int> m_busy;
    QMap<int, SyncWindow> m_unmarked; ///< windows that were cut, for the next mark
    std::optional<qint64> m_total;
    int m_lanes = 0;
    bool m_isAnswered = false;
    bool m_isOver = false;
};

} // namespace Leadline
