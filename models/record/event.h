// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace Leadline {

/// One entry of the organization's log of changes (developer.close.com/resources/event-log).
struct Event
{
    QString id{};
    QString objectType{}; ///< "lead", "opportunity", "activity.note" ...
    QString objectId{};
    QString action{}; ///< "created", "updated", "deleted", "merged" ...
    QStringList changedFields{};
    QString leadId{};
    QString userId{};
    QDateTime dateCreated{};
    QDateTime dateUpdated{};
    QJsonObject data{};         ///< empty on delete, and for those who may not see it
    QJsonObject previousData{}; ///< the state before the first of the consolidated changes
    QJsonObject meta{};
};

/// A page of /event/, newest first. Blank cursors end the list.
struct EventPage
{
    QList<Event> events;
    QString cursorNext;
    QString cursorPrevious;
};

Result<EventPage> decodeEvents(const QByteArray &body);

} // namespace Leadline
