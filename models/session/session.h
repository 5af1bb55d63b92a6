// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "accountlist.h"
#include "activity.h"
#include "copystate.h"
#include "drafts.h"
#include "duplicates.h"
#include "editconflict.h"
#include "opportunitytotals.h"
#include "pacing.h"
#include "pendingdeletes.h"
#include "recordkind.h"
#include "recordtable.h"
#include "result.h"
#include "schema.h"
#include "smartview.h"
#include "syncstate.h"
#include "written.h"

#include <QCache>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace Leadline {

class AwayLog;
class CloseClient;
class CopyTables;
class Creations;
class DraftKeeper;
class Outbox;
class RecordWriter;
class SyncEngine;
class UndoStack;
class Worker;
struct OpenedCopy;
struct ReferenceData;

/// What a query on Close found: the leads' ids in Close's order. They are in the table by then.
struct LeadSearchAnswer
{
    QStringList leadIds;
    std::optional<qint64> total; ///< how many there are in Close, where it says so
};

/// Which activities of a lead are asked for.
struct ActivityQuery
{
    QString leadId;
    QStringList types; ///< Close's words; empty means all
    int skip = 0;
};

/// One signed-in organization: its tables, what keeps them in step, and every request the screen makes. Writes
/// belong to the session, so that an answer reaches the tables when the form that asked has closed long ago.
///
/// Callbacks run on this thread, later, and never once their context is gone.
class Session : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Callback = std::function<void(Result<T>)>;

    /// With \a copy, whose worker has a local copy open, tables come from there and stay there; without, or with
    /// none, they are in memory only.
    Session(std::unique_ptr<CloseClient> client, Me me, Account account, OpenedCopy copy,
            const Pacing &pacing = {});
    Session(std::unique_ptr<CloseClient> client, Me me, Account account);
    ~Session() override;

    const Account &account() const { return m_account; }
    /// The field tables and the directory; replaced, never altered.
    SchemaPointer schema() const { return m_schema; }
    const Directory &directory() const { return m_schema->directory; }
    bool isReadOnly() const;
    /// Whether the signed-in user was granted a permission ("delete_leads") and writes may leave.
    bool mayDo(const QString &permission) const;

    /// Whether records of a kind may be deleted: Close has a permission of its own for leads.
    bool mayDelete(RecordKind kind) const;

    RecordTable *leads() const { return m_leads; }
    RecordTable *contacts() const { return m_contacts; }
    RecordTable *opportunities() const { return m_opportunities; }
    RecordTable *tasks() const { return m_tasks; }
    /// How opportunities went from status to status.
    RecordTable *statusChanges() const { return m_statusChanges; }
    RecordTable *table(RecordKind kind) const;
    QList<SmartView> smartViews() const { return m_smartViews; }

    SyncState syncState() const;
    /// Whether it is known how far the tables are in step: soon after the first refresh().
    bool isSyncKnown() const;
    bool isOnline() const;
    /// What is left of the tightest rate limit, in percent.
    int rateBudget() const;
    /// Brings everything in step with Close. Does nothing while that is under way.
    void refresh();
    /// Holds a first pass where it is until resumeSync().
    void pauseSync();
    void resumeSync();
    /// Whether somebody can see the tables: unseen, Close is asked more rarely.
    void setVisible(bool isVisible);
    /// Whether somebody works with the program: what others change then is seen as it comes.
    void setInFront(bool isInFront);
    /// What others changed while nobody looked.
    AwayLog *awayLog() const { return m_awayLog.get(); }
    /// The rows that were there at once stand on the screen; only then is the rest of the copy read, so that it takes
    /// them no processor. A session that is not told reads it after a moment all the same.
    void firstRowsPainted();
    /// Whether the network costs by volume: likewise.
    void setMetered(bool isMetered);
    void setSyncPace(const SyncPace &pace);
    /// How long until the tables are brought in step by themselves; nothing where they are not.
    std::optional<std::chrono::milliseconds> nextSyncIn() const;
    /// The system says that there is a network: what waits for it tries at once.
    void checkNetwork();
    /// Asks Close whether the key is still that of this user, for a session that was opened without asking.
    void verifyUser();

    /// Whether the records are kept on this machine.
    const CopyState &copyState() const { return m_copyState; }
    /// How many drafts and writes the local copy holds that Close does not have.
    void countUnsent(QObject *context, std::function<void(qint64)> callback);
    /// What was typed and Close does not have.
    DraftKeeper *drafts() const { return m_drafts; }
    /// Has everybody who holds such text hand it in.
    void gatherDrafts() { Q_EMIT draftsWanted(); }
    /// Lets go of the local copy, so that it can be erased; the session goes on in memory.
    void closeCopy(QObject *context, std::function<void()> callback);
    /// Lets go of the local copy, so that another session can open it and take this one over.
    void releaseCopy(QObject *context, std::function<void()> callback);
    /// Takes over what was typed in a session that is about to go, whether or not it is on disk; nothing of
    /// another organization or person.
    void takeOver(Session &before);

    /// The lead as it was last read whole, or nothing.
    std::optional<Lead> knownLead(const QString &id) const;
    /// The lead from the local copy, with its opportunities and tasks; nothing where it is not there.
    void readLead(const QString &id, QObject *context, std::function<void(std::optional<Lead>)> callback);
    /// Reads a lead whole: contacts, opportunities, open tasks.
    void loadLead(const QString &id, QObject *context, Callback<Lead> callback);
    void loadActivities(const ActivityQuery &query, QObject *context, Callback<ActivityPage> callback);
    /// Asks Close in its text query language.
    void searchLeads(const QString &query, QObject *context, Callback<LeadSearchAnswer> callback);
    /// Runs a Smart View of leads on Close.
    void runSmartView(const SmartView &view, QObject *context, Callback<LeadSearchAnswer> callback);

    /// Asks Close what the opportunities in some statuses are worth together. Nobody waits for this.
    void loadOpportunityTotals(const QStringList &statusIds, QObject *context,
                               Callback<OpportunityTotals> callback);

    /// Asks Close for leads that may be the one in \a query; they are in the table then. Nobody waits for this.
    void searchDuplicates(const DuplicateQuery &query, QObject *context, Callback<LeadSearchAnswer> callback);

    /// Makes a lead with its contacts in one request. Values by field key.
    void createLead(const QVariantMap &values, const QList<QVariantMap> &contacts, QObject *context,
                    Callback<Lead> callback);
    void createContact(const QVariantMap &values, QObject *context, Callback<Contact> callback);
    void createOpportunity(const QVariantMap &values, QObject *context, Callback<Opportunity> callback);
    // Each is created once: after an attempt without an answer, the next with the same creation looks first.
    // An error with maybeApplied says that not even looking was possible.
    void createNote(const NoteDraft &draft, const CreationPointer &creation, QObject *context,
                    Callback<Activity> callback);
    void createCall(const CallDraft &draft, const CreationPointer &creation, QObject *context,
                    Callback<Activity> callback);
    void createTask(const TaskDraft &draft, const CreationPointer &creation, QObject *context,
                    Callback<Task> callback);
    /// How calls can end, in the organization's words.
    void loadCallOutcomes(QObject *context, Callback<QList<CallOutcome>> callback);
    /// Sends the keys whose values differ. When none does nothing is written; the answer is the record as it is.
    /// What somebody else changed meanwhile stays; where both changed the same, conflictFound() asks first.
    void updateLead(const QString &id, const QVariantMap &before, const QVariantMap &after, QObject *context,
                    Callback<Lead> callback);
    void updateContact(const QString &id, const QVariantMap &before, const QVariantMap &after,
                       QObject *context, Callback<Contact> callback);
    void updateOpportunity(const QString &id, const QVariantMap &before, const QVariantMap &after,
                           QObject *context, Callback<Opportunity> callback);
    void updateTask(const QString &id, const QVariantMap &before, const QVariantMap &after, QObject *context,
                    Callback<Task> callback);
    /// Changes a record of any kind, or, where Close cannot be reached, leaves that to the outbox.
    void change(RecordKind kind, const QString &id, const QVariantMap &before, const QVariantMap &after,
                QObject *context, Callback<Written> callback);
    /// What createLead() sends.
    QJsonObject leadBody(const QVariantMap &values, const QList<QVariantMap> &contacts) const;
    /// Moves everything of a lead to another one and deletes it; Close cannot take that back. The answer is
    /// nothing when it was done.
    void mergeLeads(const QString &source, const QString &destination, QObject *context,
                    std::function<void(const std::optional<ApiError> &)> callback);
    /// The saves that can be undone.
    UndoStack *undoStack() const { return m_undoStack; }
    /// What could not be sent yet.
    Outbox *outbox() const { return m_outbox; }
    /// Deletions, which can be taken back for a while.
    PendingDeletes *deletions() const { return m_deletions; }
    /// What a person calls a record: its name, or that of its lead.
    QString nameOf(RecordKind kind, const QString &id) const;

Q_SIGNALS:
    /// The sync has changed or added these records, which had been read before.
    void recordsArrived(Leadline::RecordKind kind, const QStringList &ids);
    void schemaChanged();
    void smartViewsChanged();
    void syncStateChanged();
    void syncKnown();
    void onlineChanged(bool online);
    void rateBudgetChanged(int percent);
    /// The key stopped working while signed in.
    void keyRefused();
    /// The key is another person's, or another organization's, by now.
    void userChanged();
    void copyStateChanged();
    /// The session, or its local copy, is about to end: whoever holds text that Close does not have hands it
    /// to drafts() now.
    void draftsWanted();
    /// A record was created or changed through this session and stands in its table.
    void recordSaved(Leadline::RecordKind kind, const QString &id);
    /// A note or a call was written through this session.
    void activitySaved(const Leadline::Activity &activity);
    /// A record was deleted through this session and has left its table.
    void recordDeleted(Leadline::RecordKind kind, const QString &id);
    /// A save waits for a choice between one's own and somebody else's changes.
    void conflictFound(const Leadline::EditConflictPointer &conflict);

private:
    friend class RecordWriter;

    template <typename R>
    void changeAs(const QString &id, const QVariantMap &before, const QVariantMap &after,
                  const Callback<Written> &callback);
    void sendDeletion(const PendingDeletes::Entry &entry, PendingDeletes::Answer answer);
    std::optional<Lead> laidOver(std::optional<Lead> lead) const;

    void setSchema(SchemaPointer schema);
    void openCopy(OpenedCopy copy, std::chrono::milliseconds calm);
    void openAwayLog();
    void dropCopy(QObject *context, std::function<void()> callback);
    void announce(RecordTable *table, const QStringList &ids);
    void keepMe(const QByteArray &body);
    void setReference(const ReferenceData &reference);
    void keepActivities(const QString &leadId, const QByteArray &body);
    void keepAnswer(RecordKind kind, const QString &id, const QString &leadId, const QDateTime &updated,
                    const QByteArray &body);
    void readActivities(const ActivityQuery &query, QObject *context, const ApiError &error,
                        const Callback<ActivityPage> &callback);
    void take(const Lead &lead, bool isOwn = true);
    void take(const Contact &contact);
    void take(const Opportunity &opportunity);
    void take(const Task &task);
    void drop(RecordKind kind, const QString &id);
    Callback<Activity> savingActivity(QObject *context, Callback<Activity> callback);
    void refreshLead(const QString &id);
    /// Close has a change of ours to that lead or to a record on it. An answer to loadLead() that was asked for
    /// before is older than what stands here, so that it is asked for again.
    void noteWrite(const QString &leadId);
    std::function<void(Result<QByteArray>)> takingAnswer(QObject *context, Callback<LeadSearchAnswer> callback);

    Account m_account;
    Me m_me;
    std::unique_ptr<CloseClient> m_client;
    std::shared_ptr<Worker> m_worker;
    CopyState m_copyState;
    std::unique_ptr<CopyTables> m_copyTables; ///< null without a copy
    bool m_refreshWhenLoaded = false;
    SchemaPointer m_schema;
    QList<SmartView> m_smartViews;
    RecordTable *m_leads;
    RecordTable *m_contacts;
    RecordTable *m_opportunities;
    RecordTable *m_tasks;
    RecordTable *m_statusChanges;
    SyncEngine *m_sync;
    std::unique_ptr<AwayLog> m_awayLog;
    std::unique_ptr<RecordWriter> m_writer;
    std::unique_ptr<Creations> m_creations;
    UndoStack *m_undoStack;
    PendingDeletes *m_deletions;
    DraftKeeper *m_drafts;
    Outbox *m_outbox = nullptr;
    mutable QCache<QString, Lead> m_knownLeads;
    QHash<QString, quint64> m_lastWrites; ///< by lead; noteWrite()
    quint64 m_writes = 0;
};

} // namespace Leadline
