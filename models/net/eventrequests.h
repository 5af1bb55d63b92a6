// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bounds.h"
#include "event.h"

#include <optional>

namespace Leadline {

/// A page of the organization's log of changes, newest first, 30 days back
/// (developer.close.com/resources/event-log). Only certain sets of filters are allowed: object type with id
/// or action, id with action, lead with user and type and action, user with type or id and action, request
/// id; each with `dateUpdated`; or none.
struct EventListRequest
{
    using Answer = EventPage;
    static constexpr int mostPerPage = 50;
    QString objectType{};
    QString objectId{};
    QString action{};
    QString leadId{};
    QString userId{};
    QString requestId{};
    Bounds<QDateTime> dateUpdated{}; ///< not sent with a cursor, as Close demands
    QString cursor{};

    ApiCall call() const;
    static Result<EventPage> read(const QByteArray &body) { return decodeEvents(body); }
};

/// The request for the older page, or nothing at the end. An empty page ends as well.
std::optional<EventListRequest> requestAfter(const EventListRequest &request, const EventPage &answer);

} // namespace Leadline
