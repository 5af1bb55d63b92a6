// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "walksource.h"

#include "bounds.h"
#include "searchrequest.h"
#include "timestamp.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QDateTime momentAt(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
}

QJsonObject leadField(const QString &name)
{
    return {{u"type"_s, u"regular_field"_s}, {u"object_type"_s, u"lead"_s}, {u"field_name"_s, name}};
}

QJsonValue fixedMoment(qint64 at, qint64 open)
{
    if (at == open)
        return {};
    return QJsonObject{{u"type"_s, u"fixed_utc"_s}, {u"value"_s, timestampText(momentAt(at))}};
}

QJsonObject between(const QString &field, qint64 from, qint64 to)
{
    QJsonObject range{{u"type"_s, u"moment_range"_s}};
    if (from != SyncWindow::Always)
        range.insert(u"on_or_after"_s, fixedMoment(from, SyncWindow::Always));
    if (to != SyncWindow::Now)
        range.insert(u"before"_s, fixedMoment(to, SyncWindow::Now));
    return {{u"type"_s, u"field_condition"_s}, {u"field"_s, leadField(field)}, {u"condition"_s, range}};
}

QJsonArray newestFirst(const QString &field)
{
    return {QJsonObject{{u"direction"_s, u"desc"_s}, {u"field"_s, leadField(field)}}};
}

ApiCall leadSearch(const WindowChain &chain, const Schema &schema)
{
    SearchRequest<Lead> request;
    request.fields = schema.leads.requestedKeys();
    request.cursor = chain.cursor;
    request.includeCounts = chain.isFirst();
    if (chain.crowded) {
        QJsonArray both{between(u"date_updated"_s, *chain.crowded, *chain.crowded + 1)};
        if (chain.createdBefore)
            both.append(between(u"date_created"_s, SyncWindow::Always, *chain.createdBefore));
        request.query = {{u"type"_s, u"and"_s}, {u"queries"_s, both}};
        request.sort = newestFirst(u"date_created"_s);
        return request.call();
    }
    if (chain.from != SyncWindow::Always || chain.start != SyncWindow::Now)
        request.query = between(u"date_updated"_s, chain.from, chain.start);
    request.sort = newestFirst(u"date_updated"_s);
    return request.call();
}

template <typename R>
ApiCall listCall(const WindowChain &chain, Bounds<QDateTime> Resource<R>::Filter::*bounds, const QString &order)
{
    ListRequest<R> request;
    if (chain.from != SyncWindow::Always)
        (request.filter.*bounds).onOrAfter = momentAt(chain.from);
    if (chain.start != SyncWindow::Now)
        (request.filter.*bounds).before = momentAt(chain.start);
    request.filter.orderBy = order;
    request.skip = chain.skip;
    return request.call();
}

} // namespace

WalkSource WalkSource::leads()
{
    return {.name = u"lead"_s, .kind = DocumentKind::Lead, .call = leadSearch, .decode = decodeSynced<Lead>};
}

WalkSource WalkSource::leadList()
{
    WalkSource source = leads();
    source.manner = WalkManner::Skip;
    source.call = [](const WindowChain &chain, const Schema &schema) {
        ListRequest<Lead> request;
        request.fields = schema.leads.requestedKeys();
        request.skip = chain.skip;
        return request.call();
    };
    return source;
}

WalkSource WalkSource::opportunities()
{
    return {.name = u"opportunity"_s,
            .kind = DocumentKind::Opportunity,
            .manner = WalkManner::Keyset,
            .call =
                [](const WindowChain &chain, const Schema &) {
                    return listCall<Opportunity>(chain, &OpportunityFilter::dateUpdated, u"-date_updated"_s);
                },
            .decode = decodeSynced<Opportunity>};
}

WalkSource WalkSource::tasks()
{
    // Tasks have no order by date_updated (developer.close.com/resources/tasks).
    return {.name = u"task"_s,
            .kind = DocumentKind::Task,
            .manner = WalkManner::Keyset,
            .isByCreation = true,
            .call =
                [](const WindowChain &chain, const Schema &) {
                    return listCall<Task>(chain, &TaskFilter::dateCreated, u"-date_created"_s);
                },
            .decode = decodeSynced<Task>};
}

WalkSource WalkSource::statusChanges()
{
    return {.name = u"status_change"_s,
            .kind = DocumentKind::StatusChange,
            .manner = WalkManner::Keyset,
            .isByCreation = true,
            .pageSize = 100,
            .call =
                [](const WindowChain &chain, const Schema &) {
                    ApiCall list{Verb::Get, u"activity/status_change/opportunity/"_s, {}, {}};
                    if (chain.from != SyncWindow::Always)
                        list.with(u"date_created__gte"_s, wireText(momentAt(chain.from)));
                    if (chain.start != SyncWindow::Now)
                        list.with(u"date_created__lt"_s, wireText(momentAt(chain.start)));
                    list.with(u"_limit"_s, 100);
                    if (chain.skip > 0)
                        list.with(u"_skip"_s, chain.skip);
                    return list;
                },
            .decode = decodeSynced<StatusChange>};
}

ApiCall leadsByIdCall(const QStringList &ids, const Schema &schema)
{
    QJsonArray nodes;
    for (const QString &id : ids)
        nodes.append(QJsonObject{{u"type"_s, u"id"_s}, {u"value"_s, id}});
    SearchRequest<Lead> request;
    request.query = {{u"type"_s, u"or"_s}, {u"queries"_s, nodes}};
    request.fields = schema.leads.requestedKeys();
    return request.call();
}

} // namespace Leadline
