// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "session.h"

#include "awaylog.h"
#include "closeclient.h"
#include "copykeeper.h"
#include "copytables.h"
#include "creations.h"
#include "draftkeeper.h"
#include "outbox.h"
#include "outboxsender.h"
#include "recordwriter.h"
#include "syncengine.h"
#include "undostack.h"
#include "worker.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int KnownLeads = 200;
/// So long the rest of the copy waits for the first rows to be painted.
constexpr std::chrono::milliseconds PaintPatience{250};

} // namespace

Session::Session(std::unique_ptr<CloseClient> client, Me me, Account account)
    : Session(std::move(client), std::move(me), std::move(account), OpenedCopy())
{
}

Session::Session(std::unique_ptr<CloseClient> client, Me me, Account account, OpenedCopy copy,
                 const Pacing &pacing)
    : m_account(std::move(account))
    , m_me(std::move(me))
    , m_client(std::move(client))
    , m_worker(copy.worker ? std::move(copy.worker) : std::make_shared<Worker>())
    , m_copyState(copy.state)
    , m_leads(new RecordTable(builtInFields<Lead>().list(), this))
    , m_contacts(new RecordTable(builtInFields<Contact>().list(), this))
    , m_opportunities(new RecordTable(builtInFields<Opportunity>().list(), this))
    , m_tasks(new RecordTable(builtInFields<Task>().list(), this))
    , m_statusChanges(new RecordTable(builtInFields<StatusChange>().list(), this))
    , m_sync(nullptr)
    , m_writer(std::make_unique<RecordWriter>(*m_client, *this))
    , m_creations(std::make_unique<Creations>(*m_client, m_me.user.id, pacing.looks))
    , m_undoStack(new UndoStack(this))
    , m_deletions(new PendingDeletes(
          [this](const PendingDeletes::Entry &entry, PendingDeletes::Answer answer) {
              sendDeletion(entry, std::move(answer));
          },
          this))
    , m_drafts(nullptr)
    , m_knownLeads(KnownLeads)
{
    // /me/ carries the organization's statuses and pipelines, so that names stand before the first pass.
    Organization organization = m_me.organizations.first();
    for (const Organization &candidate : m_me.organizations) {
        if (candidate.id == m_account.organizationId)
            organization = candidate;
    }
    auto schema = std::make_shared<Schema>();
    schema->directory = Directory(organization, m_me);
    m_schema = schema;
    m_sync = new SyncEngine(*m_client, *m_worker, {m_leads, m_contacts, m_opportunities, m_tasks, m_statusChanges}, m_me,
                            m_account.organizationId, this);
    connect(m_sync, &SyncEngine::stateChanged, this, [this] {
        if (const auto &error = m_sync->state().error; error && error->kind == ApiError::Kind::Unauthorized)
            Q_EMIT keyRefused();
        Q_EMIT syncStateChanged();
    });
    connect(m_sync, &SyncEngine::marksRead, this, &Session::syncKnown);
    connect(m_sync, &SyncEngine::schemaRead, this, &Session::setSchema);
    connect(m_sync, &SyncEngine::smartViewsRead, this, [this](const QList<SmartView> &views) {
        m_smartViews = views;
        Q_EMIT smartViewsChanged();
    });
    connect(m_client.get(), &CloseClient::onlineChanged, this, &Session::onlineChanged);
    connect(m_client.get(), &CloseClient::rateBudgetChanged, this, &Session::rateBudgetChanged);
    openCopy(std::move(copy), pacing.calm);
    // Behind the tables, which are what one looks at first.
    m_drafts = new DraftKeeper(*m_worker, m_copyState.isKept(), this);
    openAwayLog();
    m_outbox = new Outbox(*this, *m_worker, std::make_unique<OutboxSender>(*m_client, *m_writer, *this), this);
}

/// Called once, near the end of the constructor.
void Session::openCopy(OpenedCopy copy, std::chrono::milliseconds calm)
{
    if (!m_copyState.isKept())
        return;
    connect(m_sync, &SyncEngine::keepingFailed, this, [this](const CopyError &error) {
        m_copyState = copyStateOf(error);
        Q_EMIT copyStateChanged();
    });
    m_copyTables = std::make_unique<CopyTables>(
        *m_worker, std::array{m_leads, m_contacts, m_opportunities, m_tasks, m_statusChanges}, calm);
    if (!copy.me.isEmpty())
        keepMe(copy.me);
    if (!copy.reference)
        return;
    setReference(*copy.reference);
    const bool copyHasFirstLeads = copy.firstLeads.has_value();
    if (copyHasFirstLeads)
        m_leads->adopt(*std::move(copy.firstLeads), RecordTable::Extent::FirstScreen);
    connect(m_copyTables.get(), &CopyTables::loaded, this, [this] {
        if (std::exchange(m_refreshWhenLoaded, false))
            m_sync->start();
    });
    m_copyTables->load(m_schema, copyHasFirstLeads ? PaintPatience : std::chrono::milliseconds(0));
}

Session::~Session()
{
    gatherDrafts();
    m_awayLog->keepNow();
    // Their callbacks reach into the client and the worker.
    delete m_outbox;
    delete m_sync;
}

bool Session::isReadOnly() const
{
    return m_client->isReadOnly();
}

bool Session::mayDo(const QString &permission) const
{
    return !isReadOnly() && directory().mayDo(permission);
}

bool Session::mayDelete(RecordKind kind) const
{
    return kind == RecordKind::Lead ? mayDo(u"delete_leads"_s) : !isReadOnly();
}

RecordTable *Session::table(RecordKind kind) const
{
    switch (kind) {
    case RecordKind::Lead:
        return m_leads;
    case RecordKind::Contact:
        return m_contacts;
    case RecordKind::Opportunity:
        return m_opportunities;
    case RecordKind::Task:
        break;
    }
    return m_tasks;
}

SyncState Session::syncState() const
{
    SyncState state = m_sync->state();
    // Begins with the next thing to happen.
    if (m_refreshWhenLoaded)
        state.phase = SyncState::Phase::Loading;
    return state;
}

bool Session::isSyncKnown() const
{
    return m_sync->hasMarks();
}

bool Session::isOnline() const
{
    return m_client->isOnline();
}

int Session::rateBudget() const
{
    return m_client->rateBudget();
}

void Session::refresh()
{
    // What the copy has is not asked for again.
    if (!m_copyTables || !m_copyTables->isLoading()) {
        m_sync->start();
        return;
    }
    m_refreshWhenLoaded = true;
    Q_EMIT syncStateChanged();
}

void Session::setReference(const ReferenceData &reference)
{
    setSchema(reference.schema);
    m_smartViews = reference.smartViews;
    Q_EMIT smartViewsChanged();
}

void Session::pauseSync()
{
    m_sync->pause();
}

void Session::resumeSync()
{
    m_sync->resume();
}

void Session::setVisible(bool isVisible)
{
    m_sync->setVisible(isVisible);
}

void Session::setInFront(bool isInFront)
{
    m_awayLog->setInFront(isInFront);
}

void Session::firstRowsPainted()
{
    if (m_copyTables)
        m_copyTables->proceed();
}

void Session::setMetered(bool isMetered)
{
    m_sync->setMetered(isMetered);
}

void Session::setSyncPace(const SyncPace &pace)
{
    m_sync->setPace(pace);
}

std::optional<std::chrono::milliseconds> Session::nextSyncIn() const
{
    return m_sync->nextRoundIn();
}

void Session::checkNetwork()
{
    m_sync->checkNetwork();
}

void Session::setSchema(SchemaPointer schema)
{
    m_schema = std::move(schema);
    const auto apply = [this](RecordTable *table, const FieldList &fields) {
        table->setFields(fields);
        table->setDirectory(directory());
    };
    apply(m_leads, m_schema->leads.list());
    apply(m_contacts, m_schema->contacts.list());
    apply(m_opportunities, m_schema->opportunities.list());
    apply(m_tasks, m_schema->tasks.list());
    apply(m_statusChanges, m_schema->statusChanges.list());
    Q_EMIT schemaChanged();
}

} // namespace Leadline
