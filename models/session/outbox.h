// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activity.h"
#include "drafts.h"
#include "lead.h"
#include "outboxentry.h"
#include "result.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace Leadline {

class OutboxSender;
class OutboxView;
class Session;
class Worker;
struct CopyChange;

/// What a person wrote while Close could not be reached, in order. It is kept sealed in the local copy, or in
/// memory where there is none, and sent entry by entry when Close can be reached again. An entry that Close
/// does not take stops it, until the person changes, drops or retries that entry. Until then the tables show
/// what is to be.
class Outbox : public QObject
{
    Q_OBJECT

public:
    using State = OutboxEntry::State;
    using Action = OutboxEntry::Action;

    /// \a sender is what the entries go through. \a session and \a worker are not owned and outlive this.
    Outbox(Session &session, Worker &worker, std::unique_ptr<OutboxSender> sender, QObject *parent = nullptr);
    ~Outbox() override;

    const QList<OutboxEntry> &entries() const { return m_entries; }
    qsizetype size() const { return m_entries.size(); }
    bool isEmpty() const { return m_entries.isEmpty(); }
    const OutboxEntry *find(const QString &entryId) const;
    /// Whether what was kept has been read; until then there may be more.
    bool isLoaded() const { return m_isLoaded; }
    /// Whether it survives the end of the program.
    bool isKept() const;
    /// The entry that Close did not take, or nullptr.
    const OutboxEntry *stopped() const;
    /// Whether a write of this record has to take its turn: it waits itself, or others of it do.
    bool mustWait(const QString &recordId, const QJsonObject &body = {}) const;

    /// The lead that an entry is about, or that its record belongs to.
    QString leadIdOf(const OutboxEntry &entry) const;

    /// The notes and calls about a lead that wait.
    QList<Activity> activitiesOf(const QString &leadId) const;

    // Each takes a write and answers the id of its entry.

    /// Becomes part of what waits of the record already, of its creation too. Nothing where nothing waits
    /// then. \a isAttempted: it was sent, and nobody knows whether it arrived.
    QString addChange(RecordKind kind, const QString &id, const QVariantMap &before, const QVariantMap &after,
                      bool isAttempted = false);
    /// \a body is what Close is sent. The record's id is find()->recordId.
    QString addCreation(RecordKind kind, const QJsonObject &body, const Creation &creation = {});
    QString addNote(const NoteDraft &draft, const Creation &creation);
    QString addCall(const CallDraft &draft, const Creation &creation);
    QString addTask(const TaskDraft &draft, const Creation &creation);
    /// Deletes a record; what else waits of it goes.
    QString addDeletion(RecordKind kind, const QString &id, const QString &name);

    // What a person does with it. Of an entry that is being sent none of it is possible.

    bool canMove(const QString &entryId, int step) const;
    void move(const QString &entryId, int step);
    /// The entries that cannot be sent without this one.
    QStringList dependants(const QString &entryId) const;
    /// Takes an entry out, with its dependants: the records are as Close has them again.
    void drop(const QString &entryId);
    /// Sends now, what was stopped too.
    void retry();
    /// Forgets everything, because the person removed what is kept.
    void clear();
    /// Sends nothing any more: another session is about to have the same entries.
    void stop() { m_isOver = true; }
    /// Stops, and gives away what waits.
    QList<OutboxEntry> letGo();
    /// Takes over what the session before let go of.
    void adopt(const QList<OutboxEntry> &entries);

    /// How long, and how often, Close is asked for a record before its creation is sent again: its indexes
    /// lag.
    void setLooking(std::chrono::milliseconds lookFor, std::chrono::milliseconds every);

    /// What is to become of the records.
    OutboxView view() const;

Q_SIGNALS:
    void changed();
    /// Something waits that did not before, or waits with other values.
    void queued(const QString &entryId);
    /// Close did not take an entry; nothing behind it is sent.
    void stoppedAt(const Leadline::OutboxEntry &entry);
    /// Close has it.
    void sent(const Leadline::OutboxEntry &entry);
    /// The last one has been sent.
    void emptied();
    /// A record that was made here has Close's id now.
    void renamed(Leadline::RecordKind kind, const QString &localId, const QString &id);
    /// The disk refused: what waits is in memory only.
    void keepingFailed();

private:
    using Ids = QHash<QString, QString>;

    void load();
    void putBefore(QList<OutboxEntry> kept);
    QString add(OutboxEntry entry);
    QString add(OutboxEntry entry, const Creation &creation);
    qsizetype indexOf(const QString &entryId) const;
    std::optional<QString> amendCreation(const QString &id, const QJsonObject &body);
    std::optional<QString> amendChange(const QString &id, const QJsonObject &before, const QJsonObject &body);
    QString addActivity(Action action, const QString &leadId, const QJsonObject &body,
                        const Creation &creation);
    void freshen(OutboxEntry &entry);
    bool isBusy(const OutboxEntry &entry) const { return entry.state == State::Sending; }
    void takeOut(const QStringList &entryIds);
    void sendNext();
    void send(const OutboxEntry &entry);
    void taken(const QString &entryId, const Ids &ids);
    void refused(const QString &entryId, const ApiError &error, bool wasAttempted);
    void holdBack(const QString &entryId);
    void tryAgainLater();
    QStringList handBack(const OutboxEntry &dropped);
    void keep(const QStringList &entryIds, const QStringList &removed = {},
              std::function<void(bool)> done = {});
    void keepAll();
    void show();

    Session &m_session;
    Worker &m_worker;
    std::unique_ptr<OutboxSender> m_sender;
    QList<OutboxEntry> m_entries;
    QTimer m_again;
    int m_failures = 0; ///< in a row, that pass by themselves
    bool m_isLoaded = false;
    bool m_isOver = false;
    bool m_hasFailed = false; ///< the disk did not take an entry
    QStringList m_unremoved;  ///< entries that it still has
};

} // namespace Leadline
