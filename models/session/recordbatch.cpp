// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordbatch.h"

namespace Leadline {

namespace {

void noteTimes(RecordBatch &batch, const QDateTime &updated, const QDateTime &created)
{
    if (updated.isValid()) {
        const qint64 at = updated.toMSecsSinceEpoch();
        batch.oldestUpdate = batch.oldestUpdate ? std::min(*batch.oldestUpdate, at) : at;
        batch.newestUpdate = batch.newestUpdate ? std::max(*batch.newestUpdate, at) : at;
    }
    if (created.isValid()) {
        const qint64 at = created.toMSecsSinceEpoch();
        batch.oldestCreation = batch.oldestCreation ? std::min(*batch.oldestCreation, at) : at;
    }
}

template <typename R>
bool isPassedOver(const R &record, const PassedOver &passedOver)
{
    return passedOver.gone.contains(record.id) || passedOver.gone.contains(leadIdOf(record));
}

qint64 updateOf(const QDateTime &updated)
{
    return updated.isValid() ? updated.toMSecsSinceEpoch() : 0;
}

template <typename R>
bool isOlderThanFresh(const R &record, const PassedOver &passedOver)
{
    const auto fresh = passedOver.fresh.constFind(record.id);
    return fresh != passedOver.fresh.cend() && updateOf(record.dateUpdated) <= *fresh;
}

template <typename R>
void fill(RecordBatch &batch, const QList<R> &records, const Schema &schema)
{
    batch.block = columnBlock(fieldsOf<R>(schema), records);
    QList<Contact> contacts;
    for (const R &record : records) {
        batch.ids.append(record.id);
        batch.leadIds.append(leadIdOf(record));
        batch.updates.append(updateOf(record.dateUpdated));
        if constexpr (std::is_same_v<R, Lead>)
            contacts.append(record.contacts);
    }
    if constexpr (std::is_same_v<R, Lead>) {
        batch.contacts = columnBlock(schema.contacts, contacts);
        for (const Contact &contact : contacts)
            batch.contactIds.append(contact.id);
    }
}

template <typename R>
Result<QList<R>> readPage(RecordBatch &batch, const QByteArray &body, const PassedOver &passedOver)
{
    Result<Page<R>> page = decodePage<R>(body);
    if (!page)
        return tl::make_unexpected(page.error());
    batch.hasMore = page->hasMore;
    batch.total = page->total;
    batch.cursor = page->cursor;
    batch.received = int(page->records.size());
    for (const R &record : page->records) {
        noteTimes(batch, record.dateUpdated, record.dateCreated);
        if (isOlderThanFresh(record, passedOver) && !isPassedOver(record, passedOver))
            batch.fresherIds.append(record.id);
    }
    page->records.removeIf([&](const R &record) {
        return isOlderThanFresh(record, passedOver) || isPassedOver(record, passedOver);
    });
    if constexpr (std::is_same_v<R, Lead>) {
        for (Lead &lead : page->records)
            lead.contacts.removeIf([&](const Contact &contact) { return passedOver.gone.contains(contact.id); });
    }
    return std::move(page->records);
}

void keep(RecordBatch &batch, DocumentKind kind, const QByteArray &body, std::string_view key,
          const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    const auto records = rawRecords(body, key);
    if (!records)
        return;
    for (const RawRecord &record : *records) {
        if (wanted.contains(record.id))
            batch.documents.append({{kind, record.id}, record.json});
    }
}

} // namespace

template <typename R>
Result<RecordBatch> decodeBatch(const QByteArray &body, const Schema &schema)
{
    RecordBatch batch;
    const Result<QList<R>> records = readPage<R>(batch, body, {});
    if (!records)
        return tl::make_unexpected(records.error());
    fill(batch, *records, schema);
    return batch;
}

template <typename R>
Result<RecordBatch> decodeSynced(const QByteArray &body, const Schema &schema, const PassedOver &passedOver)
{
    RecordBatch batch;
    batch.kind = documentKindOf<R>();
    const Result<QList<R>> records = readPage<R>(batch, body, passedOver);
    if (!records)
        return tl::make_unexpected(records.error());
    fill(batch, *records, schema);
    keep(batch, batch.kind, body, "data", batch.ids);
    return batch;
}

template <typename R>
Result<RecordBatch> decodeWhole(const QByteArray &body, const Schema &schema, const PassedOver &passedOver)
{
    RecordBatch batch;
    batch.kind = documentKindOf<R>();
    batch.isWhole = true;
    const QByteArray list = R"({"data":[)" + body + "]}";
    const Result<QList<R>> records = readPage<R>(batch, list, {passedOver.gone, {}});
    if (!records)
        return tl::make_unexpected(records.error());
    fill(batch, *records, schema);
    keep(batch, batch.kind, list, "data", batch.ids);
    if constexpr (std::is_same_v<R, Lead>) {
        QList<Opportunity> opportunities;
        for (const Lead &lead : *records) {
            for (const Opportunity &opportunity : lead.opportunities) {
                if (!passedOver.gone.contains(opportunity.id))
                    opportunities.append(opportunity);
            }
        }
        batch.opportunities = columnBlock(schema.opportunities, opportunities);
        for (const Opportunity &opportunity : opportunities) {
            batch.opportunityIds.append(opportunity.id);
            batch.opportunityUpdates.append(updateOf(opportunity.dateUpdated));
        }
        keep(batch, DocumentKind::Opportunity, body, "opportunities", batch.opportunityIds);
    }
    return batch;
}

template Result<RecordBatch> decodeBatch<Lead>(const QByteArray &, const Schema &);

template Result<RecordBatch> decodeSynced<Lead>(const QByteArray &, const Schema &, const PassedOver &);
template Result<RecordBatch> decodeSynced<Opportunity>(const QByteArray &, const Schema &, const PassedOver &);
template Result<RecordBatch> decodeSynced<Task>(const QByteArray &, const Schema &, const PassedOver &);
template Result<RecordBatch> decodeSynced<StatusChange>(const QByteArray &, const Schema &, const PassedOver &);

template Result<RecordBatch> decodeWhole<Lead>(const QByteArray &, const Schema &, const PassedOver &);
template Result<RecordBatch> decodeWhole<Opportunity>(const QByteArray &, const Schema &, const PassedOver &);
template Result<RecordBatch> decodeWhole<Task>(const QByteArray &, const Schema &, const PassedOver &);

} // namespace Leadline
