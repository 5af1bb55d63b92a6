// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copyreader.h"

#include "codec.h"
#include "columnblock.h"
#include "recordbatch.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

template <typename R>
struct Replay
{
    QList<R> records;
    QStringList removed;
    qint64 position = 0;
    bool isLast = true;
};

template <typename R>
Replay<R> replay(LocalCopy &copy, qint64 since, int limit = std::numeric_limits<int>::max())
{
    Replay<R> read;
    read.position = since;
    copy.forEachSince(documentKindOf<R>(), since, [&](const Document &document, qint64 position) {
        if (limit-- == 0) {
            read.isLast = false;
            return false;
        }
        read.position = position;
        if (document.json.isNull())
            read.removed.append(document.key.id);
        else if (Result<R> record = decodeRecord<R>(document.json))
            read.records.append(*std::move(record));
        return true;
    });
    return read;
}

ColumnBlock contactBlock(const Schema &schema, const QList<Lead> &leads)
{
    QList<Contact> contacts;
    for (const Lead &lead : leads)
        contacts.append(lead.contacts);
    return columnBlock(schema.contacts, contacts);
}

std::shared_ptr<const Snapshot> snapshotOf(LocalCopy &copy, const QString &name, const FieldList &fields)
{
    std::shared_ptr<const Snapshot> snapshot = copy.snapshot(name);
    return snapshot && snapshot->schema() == snapshotSchema(fields) ? snapshot : nullptr;
}

ChunkSource sourceOf(const Snapshot &snapshot)
{
    return {[&snapshot](int index) { return size_t(snapshot.size(index)); },
            [&snapshot](int index, char *to) { return snapshot.read(index, to); }};
}

template <typename R>
std::optional<LoadedTable> openRecords(LocalCopy &copy, const Schema &schema, const QString &name,
                                       const QLocale &locale, QThreadPool *pool)
{
    std::optional<LoadedTable> opened;
    const FieldTable<R> &fields = fieldsOf<R>(schema);
    const auto snapshot = snapshotOf(copy, name, fields.list());
    if (snapshot)
        opened = readTable(fields.list(), locale, sourceOf(*snapshot), pool);
    if (!opened)
        return opened;
    Replay<R> since = replay<R>(copy, snapshot->position());
    opened->changed = columnBlock(fields, since.records);
    opened->removed = std::move(since.removed);
    return opened;
}

/// Contacts of leads that changed, which these no longer have.
QStringList contactsLeft(const TableData &contacts, const LeadReplay &replay)
{
    QStringList left;
    const int leadField = contacts.fields.indexOf(u"lead_id"_s);
    if (replay.leadIds.isEmpty() || leadField < 0)
        return left;
    const ColumnData &leads = contacts.columns[size_t(leadField)];
    const auto raw = [](std::string_view text) {
        return QByteArray::fromRawData(text.data(), qsizetype(text.size()));
    };
    for (quint32 row = 0; row < contacts.rows; ++row) {
        const IdText leadId = leads.id(row);
        const IdText id = contacts.id(row);
        if (contacts.live.contains(row) && replay.leadIds.contains(raw(leadId)) &&
            !replay.contactIds.contains(raw(id)))
            left.append(QString::fromUtf8(raw(id)));
    }
    return left;
}

} // namespace

std::optional<ReferenceData> readReference(LocalCopy &copy, const QString &organizationId)
{
    QMap<QString, QByteArray> answers;
    for (const QString &name : ReferenceName::all()) {
        if (auto answer = copy.document({DocumentKind::Reference, name}))
            answers.insert(name, *std::move(answer));
    }
    return readReference(answers, organizationId);
}

std::optional<LoadedTable> readFirstLeads(LocalCopy &copy, const Schema &schema)
{
    const auto snapshot = snapshotOf(copy, SnapshotName::leads, schema.leads.list());
    return snapshot ? readFirstScreen(schema.leads.list(), sourceOf(*snapshot)) : std::nullopt;
}

std::optional<LoadedTable> openLeads(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                     QThreadPool *pool, LeadReplay &replayed)
{
    std::optional<LoadedTable> opened;
    const auto snapshot = snapshotOf(copy, SnapshotName::leads, schema.leads.list());
    // Contacts have no documents of their own: both tables are read, or both are made anew.
    const auto contacts = snapshotOf(copy, SnapshotName::contacts, schema.contacts.list());
    if (snapshot && contacts)
        opened = readTable(schema.leads.list(), locale, sourceOf(*snapshot), pool);
    if (!opened)
        return opened;
    Replay<Lead> since = replay<Lead>(copy, qMin(snapshot->position(), contacts->position()));
    opened->changed = columnBlock(schema.leads, since.records);
    for (const Lead &lead : since.records) {
        replayed.leadIds.insert(lead.id.toUtf8());
        for (const Contact &contact : lead.contacts)
            replayed.contactIds.insert(contact.id.toUtf8());
    }
    for (const QString &id : since.removed)
        replayed.leadIds.insert(id.toUtf8());
    replayed.contacts = contactBlock(schema, since.records);
    opened->removed = std::move(since.removed);
    return opened;
}

std::optional<LoadedTable> openContacts(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                        QThreadPool *pool, LeadReplay &replayed)
{
    std::optional<LoadedTable> opened;
    const auto snapshot = snapshotOf(copy, SnapshotName::contacts, schema.contacts.list());
    if (snapshot)
        opened = readTable(schema.contacts.list(), locale, sourceOf(*snapshot), pool);
    if (!opened)
        return opened;
    opened->removed = contactsLeft(opened->data, replayed);
    opened->changed = std::move(replayed.contacts);
    return opened;
}

std::optional<LoadedTable> openOpportunities(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                             QThreadPool *pool)
{
    return openRecords<Opportunity>(copy, schema, SnapshotName::opportunities, locale, pool);
}

std::optional<LoadedTable> openTasks(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                     QThreadPool *pool)
{
    return openRecords<Task>(copy, schema, SnapshotName::tasks, locale, pool);
}

std::optional<LoadedTable> openStatusChanges(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                             QThreadPool *pool)
{
    return openRecords<StatusChange>(copy, schema, SnapshotName::statusChanges, locale, pool);
}

template <typename R>
DocumentBatch readDocuments(LocalCopy &copy, const Schema &schema, qint64 position, int limit)
{
    const Replay<R> read = replay<R>(copy, position, limit);
    DocumentBatch batch{columnBlock(fieldsOf<R>(schema), read.records), {}, read.position, read.isLast};
    if constexpr (std::is_same_v<R, Lead>)
        batch.contacts = contactBlock(schema, read.records);
    return batch;
}

template DocumentBatch readDocuments<Lead>(LocalCopy &, const Schema &, qint64, int);
template DocumentBatch readDocuments<Opportunity>(LocalCopy &, const Schema &, qint64, int);
template DocumentBatch readDocuments<Task>(LocalCopy &, const Schema &, qint64, int);
template DocumentBatch readDocuments<StatusChange>(LocalCopy &, const Schema &, qint64, int);

} // namespace Leadline
