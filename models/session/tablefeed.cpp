// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tablefeed.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Close's indexes are behind by up to a minute (observed); events may be by more.
constexpr qint64 FreshFor = 120'000;
constexpr qint64 GoneFor = 600'000;

QStringList recordsOfLead(const RecordTable &table, const QString &leadId)
{
    QStringList ids;
    for (const quint32 row : table.rowsOfLead(leadId))
        ids.append(table.idAt(row));
    return ids;
}

QSet<QString> keys(const QHash<QString, qint64> &hash)
{
    return QSet<QString>(hash.keyBegin(), hash.keyEnd());
}

} // namespace

TableFeed::TableFeed(SyncTables tables, QObject *parent)
    : QObject(parent)
    , m_tables(tables)
{
    m_clock.start();
}

RecordTable *TableFeed::table(DocumentKind kind) const
{
    switch (kind) {
    case DocumentKind::Lead:
        return m_tables.leads;
    case DocumentKind::Opportunity:
        return m_tables.opportunities;
    case DocumentKind::Task:
        return m_tables.tasks;
    default:
        return m_tables.statusChanges;
    }
}

PassedOver TableFeed::passedOver() const
{
    return {keys(m_gone), m_fresh};
}

void TableFeed::merge(RecordTable *table, const ColumnBlock &block, bool isNoted)
{
    if (block.rows == 0)
        return;
    if (!isNoted) {
        table->merge(block, MergeRule::KeepNewer);
        return;
    }
    std::vector<FormerCell> former;
    const quint32 first = table->rows();
    table->merge(block, MergeRule::KeepNewer, &former);
    if (table == m_tables.leads) {
        const int name = table->fields().indexOf(u"shown_name"_s);
        for (const FormerCell &cell : former) {
            if (cell.field == name)
                m_renamed.insert(table->idAt(cell.row));
        }
    }
    if (!former.empty())
        Q_EMIT cellsReplaced(table, former);
    if (table->rows() > first)
        Q_EMIT recordsAdded(table, first, table->rows() - first);
}

QSet<QString> TableFeed::misnamedLeads(const RecordTable &children, const QSet<QString> &leads) const
{
    const ColumnData &carried = children.data().columns[size_t(children.fields().indexOf(u"lead_name"_s))];
    const ColumnData &names = m_tables.leads->data().columns[size_t(m_tables.leads->fields().indexOf(u"shown_name"_s))];
    QSet<QString> found;
    for (const quint32 row : children.rowsOfLeads(leads)) {
        const QString id = children.leadIdAt(row);
        const int lead = m_tables.leads->rowOf(id);
        if (lead >= 0 && names.text(quint32(lead)) != carried.text(row))
            found.insert(id);
    }
    return found;
}

void TableFeed::remove(RecordTable *table, const QStringList &ids, bool isNoted)
{
    if (ids.isEmpty())
        return;
    if (isNoted)
        Q_EMIT recordsLeaving(table, ids);
    table->remove(ids);
}

void TableFeed::take(const RecordBatch &batch)
{
    merge(table(batch.kind), batch.block, batch.isNoted);
    if (batch.isWhole)
        takeWhole(batch);
    else if (batch.kind == DocumentKind::Lead)
        merge(m_tables.contacts, batch.contacts, batch.isNoted);
    removeLate(batch);
    meet(batch);
}

void TableFeed::takeWhole(const RecordBatch &batch)
{
    noteFresh(batch.ids, batch.updates);
    if (batch.kind != DocumentKind::Lead || batch.ids.isEmpty())
        return;
    merge(m_tables.contacts, batch.contacts, batch.isNoted);
    QStringList moved = recordsOfLead(*m_tables.contacts, batch.ids.first());
    moved.removeIf([&](const QString &id) { return batch.contactIds.contains(id); });
    remove(m_tables.contacts, moved, batch.isNoted);
    merge(m_tables.opportunities, batch.opportunities, batch.isNoted);
    noteFresh(batch.opportunityIds, batch.opportunityUpdates);
}

void TableFeed::noteFresh(const QStringList &ids, const QList<qint64> &updates)
{
    for (qsizetype i = 0; i < ids.size(); ++i) {
        m_fresh.insert(ids.at(i), updates.at(i));
        m_freshAt.insert(ids.at(i), m_clock.elapsed());
    }
}

/// A record may have been dropped while the worker was still busy with an answer that holds it.
void TableFeed::removeLate(const RecordBatch &batch)
{
    if (m_gone.isEmpty())
        return;
    QStringList late;
    for (qsizetype i = 0; i < batch.ids.size(); ++i) {
        if (m_gone.contains(batch.ids.at(i)) || m_gone.contains(batch.leadIds.at(i)))
            late.append(batch.ids.at(i));
    }
    table(batch.kind)->remove(late);
    QStringList lateContacts;
    for (const QString &id : batch.contactIds) {
        if (m_gone.contains(id))
            lateContacts.append(id);
    }
    for (const QString &lead : std::as_const(late)) {
        if (batch.kind == DocumentKind::Lead)
            lateContacts += recordsOfLead(*m_tables.contacts, lead);
    }
    m_tables.contacts->remove(lateContacts);
    QStringList lateDeals;
    for (const QString &id : batch.opportunityIds) {
        if (m_gone.contains(id))
            lateDeals.append(id);
    }
    m_tables.opportunities->remove(lateDeals);
}

void TableFeed::meet(const RecordBatch &batch)
{
    if (!isSweeping())
        return;
    UnmetRecords &records = *m_sweep->at(table(batch.kind));
    UnmetRecords &contacts = *m_sweep->at(m_tables.contacts);
    for (const QString &id : batch.ids)
        records.meet(id);
    for (const QString &id : batch.contactIds)
        contacts.meet(id);
    for (const QString &id : batch.opportunityIds)
        m_sweep->at(m_tables.opportunities)->meet(id);
    for (const QString &id : batch.fresherIds) {
        records.meet(id);
        if (batch.kind == DocumentKind::Lead)
            contacts.meetThoseOfLead(id);
    }
}

QList<DocumentKey> TableFeed::drop(DocumentKind kind, const QStringList &ids)
{
    QList<DocumentKey> forgotten;
    const auto dropFrom = [&](DocumentKind of, const QStringList &gone) {
        for (const QString &id : gone) {
            m_gone.insert(id, m_clock.elapsed());
            forgotten.append({of, id});
        }
        remove(table(of), gone, m_isNoting);
    };
    for (const QString &id : ids) {
        if (kind != DocumentKind::Lead)
            break;
        for (const DocumentKind child : {DocumentKind::Opportunity, DocumentKind::Task, DocumentKind::StatusChange}) {
            // Not gone for good: a merge moves them to another lead, where they are met again.
            const QStringList children = recordsOfLead(*table(child), id);
            for (const QString &childId : children)
                forgotten.append({child, childId});
            table(child)->remove(children);
        }
        m_tables.contacts->remove(recordsOfLead(*m_tables.contacts, id));
    }
    dropFrom(kind, ids);
    return forgotten;
}

void TableFeed::whenDroppable(const QList<DocumentKind> &kinds, QObject *context,
                              std::function<void()> callback)
{
    if (kinds.contains(DocumentKind::Lead))
        m_tables.statusChanges->whenWhole(context, std::move(callback));
    else
        callback();
}

void TableFeed::dropContacts(const QStringList &ids)
{
    for (const QString &id : ids)
        m_gone.insert(id, m_clock.elapsed());
    remove(m_tables.contacts, ids, m_isNoting);
}

void TableFeed::beginSweep()
{
    m_sweep = std::make_unique<Sweep>();
    for (const RecordTable *table :
         {m_tables.leads, m_tables.contacts, m_tables.opportunities, m_tables.tasks, m_tables.statusChanges})
        m_sweep->emplace(table, std::make_unique<UnmetRecords>(*table));
}

QStringList TableFeed::unmet(const RecordTable *table) const
{
    return isSweeping() ? m_sweep->at(table)->ids() : QStringList();
}

void TableFeed::endSweep()
{
    m_sweep.reset();
}

void TableFeed::forgetOld()
{
    const qint64 now = m_clock.elapsed();
    m_gone.removeIf([now](const auto &entry) { return now - entry.value() > GoneFor; });
    m_freshAt.removeIf([now](const auto &entry) { return now - entry.value() > FreshFor; });
    m_fresh.removeIf([this](const auto &entry) { return !m_freshAt.contains(entry.key()); });
}

} // namespace Leadline
