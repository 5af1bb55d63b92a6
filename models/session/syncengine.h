// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "eventfollower.h"
#include "recordkind.h"
#include "referencereader.h"
#include "smartview.h"
#include "syncpass.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace Leadline {

class Worker;

/// Brings the tables in step with Close and keeps them so. A first pass reads everything, newest first; from
/// then on the log of changes is followed, every minute while somebody looks. After a month away, or on
/// doubt, a whole pass finds out what is gone.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    SyncEngine(CloseClient &client, Worker &worker, SyncTables tables, Me me, QString organizationId,
               QObject *parent = nullptr);
    ~SyncEngine() override;

    const SyncState &state() const { return m_state; }
    TableFeed &feed() { return m_feed; }
    BatchReader &reader() { return m_reader; }
    ChangeAuthor authorOf(const QString &id) const { return m_followedSoFar.authors.value(id); }
    /// Up to here, in Close's time, the tables are in step; invalid before the first pass.
    QDateTime followedUntil() const;

    /// Whether the marks have been read, so that state().finished says how far the tables are in step.
    bool hasMarks() const { return m_hasMarks; }

    /// Brings everything in step and counts; does nothing while that is under way.
    void start();
    void pause();
    void resume();
    /// Nobody looks: the log is read more rarely.
    void setVisible(bool isVisible);
    /// The network costs by volume: likewise.
    void setMetered(bool isMetered);
    void setPace(const SyncPace &pace);
    /// How long until a round begins by itself; nothing where none does.
    std::optional<std::chrono::milliseconds> nextRoundIn() const;
    /// The network may be back: tries at once.
    void checkNetwork();
    /// What was deleted here leaves the tables and the local copy.
    void forget(RecordKind kind, const QString &id);
    /// What Close answered to a write here: a page that was asked for before it tells of an earlier state.
    void noteAnswer(const QString &id, const QDateTime &updated);

Q_SIGNALS:
    void stateChanged();
    void marksRead();
    /// A round is over and nothing of it is missing.
    void caughtUp();
    /// The receiver applies it to the tables before it returns.
    void schemaRead(Leadline::SchemaPointer schema);
    void smartViewsRead(const QList<Leadline::SmartView> &views);
    /// The local copy takes nothing more in this run.
    void keepingFailed(const Leadline::CopyError &error);

private:
    void begin(bool isLoud);
    void readReference();
    void goOn();
    bool needsPass() const;
    void beginPass();
    void askNewestEvent();
    void pass();
    void follow();
    void followed(qint64 moment, bool isReferenceStale);
    void sweep();
    void count();
    void counted(bool isEqual);
    void finish();
    void fail(const ApiError &error);
    void endWork();
    void scheduleNext();
    void paceChanged();
    void goOnByItself();
    void probe();
    std::chrono::milliseconds pace() const;
    SyncParts parts() { return {m_client, m_reader, m_feed}; }

    CloseClient &m_client;
    BatchReader m_reader;
    TableFeed m_feed;
    ReferenceReader m_reference;
    SchemaPointer m_schema;
    SyncState m_state;
    SyncMarks m_marks;
    FollowedSoFar m_followedSoFar;
    std::unique_ptr<QObject> m_work; ///< of the round under way: walks and checks, context of its answers
    SyncPass *m_pass = nullptr;      ///< of that, while it reads everything
    bool m_hasMarks = false;
    bool m_isStatusRefused = false; ///< the last pass could not read status changes
    bool m_isWorking = false;
    bool m_isLoud = false;
    bool m_isPaused = false;
    bool m_isVisible = true;
    bool m_isMetered = false;
    SyncPace m_pace;
    bool m_isPassWanted = false;
    bool m_isJustPassed = false;
    bool m_isReferenceStale = true;
    QDateTime m_referenceRead;
    int m_failures = 0;
    int m_mismatches = 0;
    QTimer m_next;
};

} // namespace Leadline
