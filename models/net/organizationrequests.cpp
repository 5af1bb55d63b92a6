// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "organizationrequests.h"

#include "bounds.h"
#include "qjson.h"

#include <QJsonArray>

namespace Leadline {

namespace {

ApiCall listCall(const QString &path, int limit, int skip)
{
    ApiCall call{Verb::Get, path, {}, {}};
    call.with(QStringLiteral("_limit"), limit);
    if (skip > 0) {
        call.with(QStringLiteral("_skip"), skip);
    }
    return call;
}

// These lists are short; their envelope is read on its own.
template <typename T>
Result<Page<T>> pageOf(const QByteArray &body, Result<QList<T>> records)
{
    const Result<QJsonObject> envelope = jsonObject(body);
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    if (!records) {
        return tl::unexpected(records.error());
    }
    Page<T> page;
    page.records = std::move(*records);
    page.hasMore = envelope->value(QLatin1String("has_more")).toBool();
    return page;
}

} // namespace

ApiCall MeRequest::call() const
{
    return {Verb::Get, QStringLiteral("me/"), {}, {}};
}

ApiCall KeyOrganizationRequest::call() const
{
    return {Verb::Get, QStringLiteral("status/lead/"), {}, {}};
}

Result<QString> KeyOrganizationRequest::read(const QByteArray &body)
{
    const Result<QList<QJsonObject>> statuses = jsonList(body);
    if (!statuses)
        return tl::unexpected(statuses.error());
    for (const QJsonObject &status : *statuses) {
        const QString id = status.value(QLatin1String("organization_id")).toString();
        if (!id.isEmpty())
            return id;
    }
    return malformedAnswer(QStringLiteral("The answer names no organization."));
}

ApiCall UserListRequest::call() const
{
    return listCall(QStringLiteral("user/"), caps.limit, skip).with(QStringLiteral("_order_by"), orderBy);
}

Result<Page<User>> UserListRequest::read(const QByteArray &body)
{
    return pageOf(body, decodeUsers(body));
}

ApiCall OrganizationRequest::call() const
{
    return {Verb::Get, QStringLiteral("organization/") + pathSegment(id) + QLatin1Char('/'), {}, {}};
}

ApiCall CustomFieldSchemaRequest::call() const
{
    return {Verb::Get,
            QStringLiteral("custom_field_schema/") + pathSegment(objectType) + QLatin1Char('/'),
            {},
            {}};
}

ApiCall SmartViewListRequest::call() const
{
    ApiCall call = listCall(QStringLiteral("saved_search/"), caps.limit, skip);
    addOneOrSeveral(call, QStringLiteral("type"), types);
    return call;
}

Result<Page<SmartView>> SmartViewListRequest::read(const QByteArray &body)
{
    return pageOf(body, decodeSmartViews(body));
}

ApiCall CallOutcomeListRequest::call() const
{
    return listCall(QStringLiteral("outcome/"), caps.limit, skip);
}

Result<Page<CallOutcome>> CallOutcomeListRequest::read(const QByteArray &body)
{
    const Result<QList<QJsonObject>> objects = jsonList(body);
    if (!objects) {
        return tl::unexpected(objects.error());
    }
    QList<CallOutcome> outcomes;
    for (const QJsonObject &object : *objects) {
        // Some are for meetings only; the key is on its way out.
        const QJsonArray uses = object.value(QLatin1String("applies_to")).toArray();
        if (!uses.isEmpty() && !uses.contains(QLatin1String("calls"))) {
            continue;
        }
        outcomes.append(
            {object.value(QLatin1String("id")).toString(), object.value(QLatin1String("name")).toString()});
    }
    return pageOf<CallOutcome>(body, outcomes);
}

} // namespace Leadline
