// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "changeauthor.h"
#include "event.h"
#include "timewalk.h"

#include <QQueue>

namespace Leadline {

/// What was followed before, so that the overlap of two rounds costs nothing.
struct FollowedSoFar
{
    QHash<QString, QDateTime> events;     ///< date_updated by id
    QHash<QString, qint64> opportunities; ///< likewise; what Close computes of a lead hangs on them
    QHash<QString, ChangeAuthor> authors; ///< by record id

    /// What no later round meets again.
    void forgetBefore(qint64 moment);
};

/// One round of keeping in step: reads Close's log of changes back to a moment, fetches what changed, drops
/// what was deleted or merged, and finds by date_updated what leaves no entry in the log.
class EventFollower : public QObject
{
    Q_OBJECT

public:
    /// Events become visible out of order (developer.close.com/resources/event-log).
    static constexpr qint64 Overlap = 300'000;

    /// \a since is the moment of Close's up to which everything was followed.
    EventFollower(SyncParts parts, SchemaPointer schema, qint64 since, FollowedSoFar &before,
                  QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    /// Up to that moment everything is followed; \a isReferenceStale: fields, statuses or people changed.
    void finished(qint64 followed, bool isReferenceStale);
    void failed(const Leadline::ApiError &error);
    /// Whether Close lets status changes be read.
    void statusChangesAsked(bool isAllowed);

private:
    void askEvents(const struct EventListRequest &request);
    void takeEvents();
    void takeEvent(const Event &event);
    void noteAuthor(const Event &event);
    void noteMerge(const Event &event);
    void sortDeletion(const Event &event);
    void walkUpdates();
    void addWalk(WalkSource source);
    void noteOpportunities(const RecordBatch &batch);
    void dropGone();
    void fetchChanged();
    void fetchTogether(const QStringList &leads);
    void fetchTasks(const QSet<QString> &tasks);
    void relistTasks(const QSet<QString> &leads);
    void get(DocumentKind kind, const QString &id);
    void askMore();
    void ask(DocumentKind kind, const QString &id);
    void take(const ApiCall &call, BatchDecoder decode, std::function<void(Result<RecordBatch>)> taker);
    void followNames();
    void followSomeNames(const QSet<QString> &relisted);
    void later(std::function<void()> step);
    void next(std::function<void()> step);
    void answered(const Result<RecordBatch> &batch);
    void finish();
    void fail(const ApiError &error);

    SyncParts m_parts;
    SchemaPointer m_schema;
    qint64 m_since;
    qint64 m_followed;
    FollowedSoFar &m_before;
    QList<Event> m_events; ///< not yet taken
    QStringList m_taken;   ///< events, by id
    QStringList m_toName;  ///< leads whose name is to be looked for in other records
    QHash<QString, qint64> m_leads; ///< to be read; when the latest event about them was
    QSet<QString> m_tasks;
    QSet<QString> m_mergedInto;
    QMap<DocumentKind, QSet<QString>> m_gone;
    QSet<QString> m_goneContacts;
    QSet<QString> m_met; ///< tasks
    bool m_isReferenceStale = false;
    bool m_isRelisted = false;
    QQueue<DocumentKey> m_toGet;
    int m_asked = 0; ///< of those
    int m_open = 0;
    bool m_isOver = false;
};

} // namespace Leadline
