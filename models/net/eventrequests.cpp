// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "eventrequests.h"

namespace Leadline {

ApiCall EventListRequest::call() const
{
    ApiCall call{Verb::Get, QStringLiteral("event/"), {}, {}};
    call.with(QStringLiteral("object_type"), objectType)
        .with(QStringLiteral("object_id"), objectId)
        .with(QStringLiteral("action"), action)
        .with(QStringLiteral("lead_id"), leadId)
        .with(QStringLiteral("user_id"), userId)
        .with(QStringLiteral("request_id"), requestId)
        .with(QStringLiteral("_limit"), mostPerPage);
    if (cursor.isEmpty()) {
        dateUpdated.addTo(call, QStringLiteral("date_updated"));
    } else {
        call.with(QStringLiteral("_cursor"), cursor);
    }
    return call;
}

std::optional<EventListRequest> requestAfter(const EventListRequest &request, const EventPage &answer)
{
    if (answer.cursorNext.isEmpty() || answer.events.isEmpty()) {
        return std::nullopt;
    }
    EventListRequest next = request;
    next.cursor = answer.cursorNext;
    return next;
}

} // namespace Leadline
