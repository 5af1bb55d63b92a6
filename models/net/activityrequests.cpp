// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activityrequests.h"

#include "codec.h"

#include <algorithm>

namespace Leadline {

namespace {

// Keys without a value are left out: Close has defaults for them.
void insertText(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty()) {
        object.insert(key, value);
    }
}

} // namespace

ApiCall ActivityListRequest::call() const
{
    ApiCall call{Verb::Get, QStringLiteral("activity/"), {}, {}};
    filter.addTo(call);
    call.with(QStringLiteral("_fields"), fields)
        .with(QStringLiteral("_limit"), std::clamp(limit, 1, caps.limit));
    if (skip > 0) {
        call.with(QStringLiteral("_skip"), skip);
    }
    return call;
}

ApiCall CreateNoteRequest::call() const
{
    QJsonObject object{{QStringLiteral("lead_id"), leadId}, {QStringLiteral("note"), note}};
    insertText(object, QStringLiteral("contact_id"), contactId);
    if (isPinned) {
        object.insert(QStringLiteral("pinned"), true);
    }
    return ApiCall{Verb::Post, QStringLiteral("activity/note/"), {}, {}}.withBody(object);
}

ApiCall CreateCallRequest::call() const
{
    QJsonObject object{{QStringLiteral("lead_id"), leadId}};
    insertText(object, QStringLiteral("contact_id"), contactId);
    insertText(object, QStringLiteral("direction"), direction);
    insertText(object, QStringLiteral("status"), status);
    insertText(object, QStringLiteral("phone"), phone);
    insertText(object, QStringLiteral("note"), note);
    insertText(object, QStringLiteral("outcome_id"), outcomeId);
    if (duration > 0) {
        object.insert(QStringLiteral("duration"), duration);
    }
    return ApiCall{Verb::Post, QStringLiteral("activity/call/"), {}, {}}.withBody(object);
}

ApiCall CreateTaskRequest::call() const
{
    QJsonObject object{{QStringLiteral("_type"), QStringLiteral("lead")},
                       {QStringLiteral("lead_id"), leadId},
                       {QStringLiteral("text"), text}};
    insertText(object, QStringLiteral("date"), wireText(date));
    insertText(object, QStringLiteral("assigned_to"), assignedTo);
    return ApiCall{Verb::Post, QStringLiteral("task/"), {}, {}}.withBody(object);
}

Result<Task> CreateTaskRequest::read(const QByteArray &body)
{
    return decodeRecord<Task>(body);
}

} // namespace Leadline
