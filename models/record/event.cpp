// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "event.h"

#include "qjson.h"

using namespace Qt::StringLiterals;

namespace Leadline {

Result<EventPage> decodeEvents(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonEnvelope(body);
    if (!root)
        return tl::make_unexpected(root.error());
    if (!root->value("data"_L1).isArray())
        return tl::make_unexpected(
            ApiError{.kind = ApiError::Kind::Malformed, .message = u"The answer holds no list."_s});
    EventPage page;
    page.cursorNext = root->value("cursor_next"_L1).toString();
    page.cursorPrevious = root->value("cursor_previous"_L1).toString();
    for (const QJsonObject &item : jsonObjects(*root, "data"_L1)) {
        page.events.append({.id = item.value("id"_L1).toString(),
                            .objectType = item.value("object_type"_L1).toString(),
                            .objectId = item.value("object_id"_L1).toString(),
                            .action = item.value("action"_L1).toString(),
                            .changedFields = jsonTexts(item, "changed_fields"_L1),
                            .leadId = item.value("lead_id"_L1).toString(),
                            .userId = item.value("user_id"_L1).toString(),
                            .dateCreated = jsonMoment(item, "date_created"_L1),
                            .dateUpdated = jsonMoment(item, "date_updated"_L1),
                            .data = item.value("data"_L1).toObject(),
                            .previousData = item.value("previous_data"_L1).toObject(),
                            .meta = item.value("meta"_L1).toObject()});
    }
    return page;
}

} // namespace Leadline
