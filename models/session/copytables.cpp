// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copytables.h"

#include "copyreader.h"
#include "piecearray.h"
#include "recordtable.h"
#include "sortorders.h"
#include "startmark.h"
#include "worker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// So many rows of a table may differ from its snapshot: a start reads them from the documents in passing.
constexpr quint32 FewRows = 50;
constexpr quint32 FewParts = 200;
/// While changes come without a pause, as in a first sync, a snapshot is written now and then.
constexpr quint32 ManyRows = 20000;
/// Before the table is read, what changes is held beside it; of so many rows it costs more than reading it.
constexpr quint32 ManyUnread = 1000;
/// Documents that are merged at once: the screen waits for it.
constexpr int BatchDocuments = 200;
/// Orders that are kept with a table.
constexpr size_t KeptOrders = 2;

/// What a snapshot is made of, as it was at one moment.
struct Captured
{
    QString name;
    TableData data;
    std::vector<int> sortFields;
    Directory directory;
    QLocale locale;
};

bool writeSnapshot(LocalCopy &copy, Captured &captured, qint64 position)
{
    const QByteArray schema = snapshotSchema(captured.data.fields);
    const TableSnapshotWriter writer(std::move(captured.data), captured.sortFields, captured.directory,
                                     captured.locale);
    return bool(copy.writeSnapshot(captured.name, {schema, position, writer.chunks(),
                                                   [&writer](int index) { return writer.chunk(index); }}));
}

/// What was removed before all snapshots is in none of them.
void forgetRemoved(LocalCopy &copy)
{
    qint64 position = copy.position();
    for (const QString &name : {SnapshotName::leads, SnapshotName::contacts, SnapshotName::opportunities,
                                SnapshotName::tasks, SnapshotName::statusChanges}) {
        const auto snapshot = copy.snapshot(name);
        position = snapshot ? qMin(position, snapshot->position()) : 0;
    }
    if (position > 0)
        (void)copy.forgetRemoved(position);
}

} // namespace

CopyTables::CopyTables(Worker &worker, const std::array<RecordTable *, 5> &tables,
                       std::chrono::milliseconds calm, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
{
    const std::array names{SnapshotName::leads, SnapshotName::contacts, SnapshotName::opportunities,
                           SnapshotName::tasks, SnapshotName::statusChanges};
    for (size_t i = 0; i < tables.size(); ++i) {
        m_kept[i] = {names[i], tables[i], 0, false};
        connect(tables[i], &RecordTable::changed, this, [this, i](const TableChange &change) {
            note(Place(i), change.newRows + quint32(change.changedRows().size() + change.removedRows.size()));
        });
    }
    connect(tables[StatusChanges], &RecordTable::wholeWanted, this, &CopyTables::readStatusChanges);
    m_idle.setSingleShot(true);
    m_idle.setInterval(calm);
    connect(&m_idle, &QTimer::timeout, this, &CopyTables::writeDue);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &CopyTables::readAll);
}

CopyTables::~CopyTables() = default;

template <typename Reader>
void CopyTables::open(Place place, Reader read)
{
    RecordTable *table = m_kept[place].table;
    m_worker.run([read, schema = m_schema, locale = table->locale(), pool = table->pool()](
                     LocalCopy *copy) { return copy ? read(*copy, *schema, locale, pool) : std::nullopt; },
                 this, [this, place](std::optional<LoadedTable> opened) { take(place, std::move(opened)); });
}

void CopyTables::load(SchemaPointer schema, std::chrono::milliseconds patience)
{
    m_schema = std::move(schema);
    m_left = StatusChanges; // all before it
    for (const Kept &kept : m_kept)
        kept.table->beginLoading();
    m_patience.start(patience);
}

void CopyTables::proceed()
{
    if (!m_patience.isActive())
        return;
    m_patience.stop();
    readAll();
}

void CopyTables::readAll()
{
    // In this order, since the leads are what one looks at first.
    const auto replay = std::make_shared<LeadReplay>();
    open(Leads, [replay](LocalCopy &copy, const Schema &fields, const QLocale &locale, QThreadPool *pool) {
        return openLeads(copy, fields, locale, pool, *replay);
    });
    open(Contacts, [replay](LocalCopy &copy, const Schema &fields, const QLocale &locale, QThreadPool *pool) {
        return openContacts(copy, fields, locale, pool, *replay);
    });
    open(Opportunities, openOpportunities);
    open(Tasks, openTasks);
    if (m_areStatusChangesWanted)
        open(StatusChanges, openStatusChanges);
    // What was read went through buffers of its size: 7 MB at 100,000 leads.
    m_worker.run(
        [](LocalCopy *) {
            releaseFreedMemory();
            return true;
        },
        this, [](bool) {});
}

void CopyTables::readStatusChanges()
{
    if (std::exchange(m_areStatusChangesWanted, true) || m_patience.isActive())
        return;
    open(StatusChanges, openStatusChanges);
}

void CopyTables::take(Place place, std::optional<LoadedTable> opened)
{
    Kept &kept = m_kept[place];
    if (opened) {
        kept.table->adopt(*std::move(opened));
        kept.isWritten = true;
        tableDone(place);
        return;
    }
    // A first screen may stand there, of a snapshot whose rest is torn.
    kept.table->clear();
    switch (place) {
    case Leads:
        rebuild<Lead>(place, 0);
        break;
    case Contacts:
        kept.table->endLoading(); // they come with the leads
        tableDone(place);
        break;
    case Opportunities:
        rebuild<Opportunity>(place, 0);
        break;
    case Tasks:
        rebuild<Task>(place, 0);
        break;
    case StatusChanges:
        rebuild<StatusChange>(place, 0);
        break;
    }
}

template <typename R>
void CopyTables::rebuild(Place place, qint64 position)
{
    m_worker.run(
        [schema = m_schema, position](LocalCopy *copy) {
            return copy ? readDocuments<R>(*copy, *schema, position, BatchDocuments)
                        : DocumentBatch{.isLast = true};
        },
        this,
        [this, place](const DocumentBatch &batch) {
            m_kept[place].table->fill(batch.block);
            if (place == Leads)
                m_kept[Contacts].table->fill(batch.contacts);
            if (!batch.isLast) {
                rebuild<R>(place, batch.position);
                return;
            }
            m_kept[place].table->endLoading();
            tableDone(place);
        });
}

void CopyTables::tableDone(Place place)
{
    if (place == Leads)
        markStart(qPrintable(u"leads whole: %1"_s.arg(m_kept[place].table->count())));
    if (place == StatusChanges || --m_left > 0)
        return;
    markStart("tables whole");
    Q_EMIT loaded();
}

void CopyTables::note(Place place, quint32 rows)
{
    Kept &kept = m_kept[place];
    kept.pending += rows;
    m_idle.start();
    if (place == StatusChanges && kept.pending > ManyUnread && !kept.table->isWhole())
        readStatusChanges();
    if (kept.pending > ManyRows && kept.pending > kept.table->count() / 2)
        writeDue();
}

bool CopyTables::isDue(const Kept &kept) const
{
    return kept.table->isWhole() && kept.pending > 0 &&
           (!kept.isWritten || kept.pending >= qMax(FewRows, kept.table->count() / FewParts));
}

void CopyTables::writeDue()
{
    if (m_isWriting || isLoading())
        return;
    std::vector<Place> due;
    // Both come from the same documents.
    if (isDue(m_kept[Leads]) || isDue(m_kept[Contacts]))
        due = {Leads, Contacts};
    for (const Place place : {Opportunities, Tasks, StatusChanges}) {
        const Kept &kept = m_kept[place];
        if (isDue(kept) || (!due.empty() && !kept.isWritten && kept.table->isWhole()))
            due.push_back(place);
    }
    if (!due.empty())
        write(due);
}

void CopyTables::write(const std::vector<Place> &places)
{
    m_isWriting = true;
    // Whatever the worker committed up to here has reached the tables when its answer does, since answers
    // come in order: the tables have all up to this position.
    m_worker.run([](LocalCopy *copy) { return copy ? copy->position() : -1; }, this,
                 [this, places](qint64 position) {
                     if (position >= 0)
                         capture(places, position);
                     else
                         m_isWriting = false;
                 });
}

void CopyTables::capture(const std::vector<Place> &places, qint64 position)
{
    auto captured = std::make_shared<std::vector<Captured>>();
    for (const Place place : places) {
        Kept &kept = m_kept[place];
        kept.pending = 0;
        std::vector<int> fields = kept.table->orders().fields();
        fields.erase(fields.begin() + std::ptrdiff_t(std::min(fields.size(), KeptOrders)), fields.end());
        captured->push_back({kept.name, kept.table->settled(), std::move(fields), kept.table->directory(),
                             kept.table->locale()});
    }
    m_worker.run(
        [captured, position](LocalCopy *copy) {
            bool isGood = copy != nullptr;
            for (Captured &table : *captured)
                isGood = isGood && writeSnapshot(*copy, table, position);
            if (isGood)
                forgetRemoved(*copy);
            captured->clear();
            return isGood;
        },
        this,
        [this, places](bool isGood) {
            m_isWriting = false;
            markStart("snapshots written");
            // On a full disk the ones before stay; the next change asks for another try.
            for (const Place place : places)
                m_kept[place].isWritten = isGood || m_kept[place].isWritten;
            // What changed meanwhile found the way taken.
            if (std::any_of(m_kept.begin(), m_kept.end(), [this](const Kept &kept) { return isDue(kept); }))
                m_idle.start();
        });
}

} // namespace Leadline
