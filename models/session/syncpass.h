// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "syncmarks.h"
#include "syncstate.h"
#include "timewalk.h"

#include <QElapsedTimer>

namespace Leadline {

/// One pass through everything Close has: the walks of leads, opportunities, tasks and status changes, and which of
/// them may ask. The first page of each comes at once; then the leads have the connection to themselves.
class SyncPass : public QObject
{
    Q_OBJECT

public:
    /// Goes on where \a marks say, which outlive it, and keeps them as it comes along.
    SyncPass(SyncParts parts, SchemaPointer schema, SyncMarks &marks, QObject *parent);

    /// The plans of a pass that has everything before it, by the name of each walk.
    static QMap<QString, WindowPlan> wholePlans();

    void start(bool isPaused);
    /// What is under way arrives; nothing more is asked for.
    void pause();
    void resume();
    /// Nothing that still arrives counts.
    void drop();

    qint64 loaded() const { return m_loaded; }                     ///< leads of this pass so far
    std::optional<qint64> expected() const { return m_expected; } ///< leads in Close, once it said so
    std::optional<double> rate() const { return m_rate; }         ///< leads a second, lately

Q_SIGNALS:
    void progressed();
    /// All has been read, but for status changes that Close does not let the person read.
    void finished(bool isStatusRefused);
    void failed(const Leadline::ApiError &error);

private:
    TimeWalk *addWalk(WalkSource source);
    bool hasLeadsLeft() const { return m_walks.first()->source().kind == DocumentKind::Lead; }
    void takePage(TimeWalk *walk, const RecordBatch &batch);
    void endWalk(TimeWalk *walk);
    void refuse(TimeWalk *walk, const ApiError &error);
    void noteProgress();

    SyncParts m_parts;
    SchemaPointer m_schema;
    SyncMarks &m_marks;
    QList<TimeWalk *> m_walks; ///< the leads' first
    bool m_isPaused = false;
    bool m_isStatusRefused = false;
    qint64 m_loaded = 0;
    std::optional<qint64> m_expected;
    std::optional<double> m_rate;
    QElapsedTimer m_rateClock;
    qint64 m_rateFrom = 0;
};

} // namespace Leadline
