// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activity.h"

#include "qjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

void readStatusChange(Activity &activity, const QJsonObject &object)
{
    activity.oldStatusLabel = object.value("old_status_label"_L1).toString();
    activity.newStatusLabel = object.value("new_status_label"_L1).toString();
    activity.oldStatusId = object.value("old_status_id"_L1).toString();
    activity.newStatusId = object.value("new_status_id"_L1).toString();
    activity.opportunityId = object.value("opportunity_id"_L1).toString();
}

Activity readActivity(const QJsonObject &object)
{
    const auto text = [&object](QLatin1StringView key) { return object.value(key).toString(); };
    Activity activity;
    activity.id = text("id"_L1);
    activity.type = text("_type"_L1);
    activity.leadId = text("lead_id"_L1);
    activity.contactId = text("contact_id"_L1);
    activity.userId = text("user_id"_L1);
    activity.userName = text("user_name"_L1);
    activity.at = jsonMoment(object, "activity_at"_L1);
    if (!activity.at.isValid())
        activity.at = jsonMoment(object, "date_created"_L1);
    activity.isPinned = object.value("pinned"_L1).toBool();
    activity.title = text("title"_L1);
    activity.note = text("note"_L1);
    activity.noteHtml = text("note_html"_L1);
    activity.direction = text("direction"_L1);
    activity.disposition = text("disposition"_L1);
    activity.status = text("status"_L1);
    activity.outcomeId = text("outcome_id"_L1);
    activity.duration = object.value("duration"_L1).toInteger();
    activity.phone = text("remote_phone_formatted"_L1);
    if (activity.phone.isEmpty())
        activity.phone = text("phone"_L1);
    activity.subject = text("subject"_L1);
    activity.sender = text("sender"_L1);
    activity.to = jsonTexts(object, "to"_L1);
    activity.bodyText = text("body_text"_L1);
    activity.bodyHtml = text("body_html"_L1);
    activity.bodyPreview = text("body_preview"_L1);
    activity.text = activity.type == "TaskCompleted"_L1 ? text("task_text"_L1) : text("text"_L1);
    activity.source = text("source"_L1);
    readStatusChange(activity, object);
    return activity;
}

} // namespace

Result<ActivityPage> decodeActivities(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonEnvelope(body);
    if (!root)
        return tl::make_unexpected(root.error());
    if (!root->value("data"_L1).isArray())
        return tl::make_unexpected(
            ApiError{.kind = ApiError::Kind::Malformed, .message = u"The answer holds no list."_s});
    ActivityPage page;
    page.hasMore = root->value("has_more"_L1).toBool();
    for (const QJsonObject &item : jsonObjects(*root, "data"_L1))
        page.activities.append(readActivity(item));
    return page;
}

Result<Activity> decodeActivity(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonObject(body);
    if (!root)
        return tl::make_unexpected(root.error());
    Activity activity = readActivity(*root);
    if (activity.id.isEmpty())
        return malformedAnswer(u"The answer holds no activity."_s);
    return activity;
}

} // namespace Leadline
