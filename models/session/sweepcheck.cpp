// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sweepcheck.h"

#include "recordrequests.h"

namespace Leadline {

namespace {

/// More than these are not asked for one by one: after a long time away the pass itself is the better witness.
constexpr qsizetype MostAsked = 500;

} // namespace

SweepCheck::SweepCheck(SyncParts parts, SchemaPointer schema, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_schema(std::move(schema))
{
}

void SweepCheck::start()
{
    ++m_open;
    for (const DocumentKind kind : {DocumentKind::Lead, DocumentKind::Opportunity, DocumentKind::Task}) {
        const QStringList unmet = m_parts.feed.unmet(m_parts.feed.table(kind));
        if (unmet.size() > MostAsked) {
            m_gone[kind] = unmet;
            continue;
        }
        for (const QString &id : unmet)
            check(kind, id);
    }
    m_gone[DocumentKind::StatusChange] = m_parts.feed.unmet(m_parts.feed.tables().statusChanges);
    answered();
}

void SweepCheck::check(DocumentKind kind, const QString &id)
{
    const bool isLead = kind == DocumentKind::Lead;
    const bool isTask = kind == DocumentKind::Task;
    const ApiCall call = isLead   ? GetRequest<Lead>{id, m_schema->leads.requestedKeys()}.call()
                         : isTask ? GetRequest<Task>{id}.call()
                                  : GetRequest<Opportunity>{id}.call();
    const BatchDecoder decode = isLead   ? decodeWhole<Lead>
                                : isTask ? decodeWhole<Task>
                                         : decodeWhole<Opportunity>;
    ++m_open;
    m_parts.client.sendRaw(
        call, this,
        [this, kind, id, decode](Result<QByteArray> body) {
            const auto taker = [this, kind, id](const Result<RecordBatch> &batch) { take(kind, id, batch); };
            if (body)
                m_parts.reader.read(*std::move(body), decode, m_schema, m_parts.feed.passedOver(), {}, this, taker);
            else
                taker(tl::make_unexpected(body.error()));
        },
        Priority::Background);
}

void SweepCheck::take(DocumentKind kind, const QString &id, const Result<RecordBatch> &batch)
{
    if (!batch && batch.error().kind == ApiError::Kind::NotFound) {
        m_gone[kind].append(id);
    } else if (!batch && !m_isOver) {
        m_isOver = true;
        Q_EMIT failed(batch.error());
    }
    answered();
}

void SweepCheck::answered()
{
    if (--m_open > 0 || m_isOver)
        return;
    m_isOver = true;
    QList<DocumentKey> forgotten;
    for (auto it = m_gone.begin(); it != m_gone.end(); ++it)
        forgotten += m_parts.feed.drop(it.key(), *it);
    m_parts.feed.dropContacts(m_parts.feed.unmet(m_parts.feed.tables().contacts));
    if (!forgotten.isEmpty())
        m_parts.reader.forget(forgotten);
    m_parts.feed.endSweep();
    Q_EMIT finished();
}

} // namespace Leadline
