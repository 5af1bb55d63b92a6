// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activity.h"
#include "paging.h"
#include "recordfilters.h"
#include "task.h"

namespace Leadline {

/// What happened, newest first.
struct ActivityListRequest
{
    using Answer = ActivityPage;
    static constexpr PageCaps caps{100, -1};
    ActivityFilter filter{};
    QStringList fields{};
    int skip = 0;
    int limit = caps.limit;

    ApiCall call() const;
    static Result<ActivityPage> read(const QByteArray &body) { return decodeActivities(body); }
};

inline qsizetype recordCount(const ActivityPage &page)
{
    return page.activities.size();
}

/// Writes a note about a lead (developer.close.com/resources/activities/note).
struct CreateNoteRequest
{
    using Answer = Activity;
    QString leadId{};
    QString note{}; ///< plain text: Close escapes it
    QString contactId{};
    bool isPinned = false;

    ApiCall call() const;
    static Result<Activity> read(const QByteArray &body) { return decodeActivity(body); }
};

/// Logs a call that took place elsewhere (developer.close.com/resources/activities/call).
struct CreateCallRequest
{
    using Answer = Activity;
    QString leadId{};
    QString contactId{};
    QString direction{}; ///< outbound, inbound
    QString status{};    ///< completed, no-answer, busy ...
    QString phone{};
    QString note{};
    QString outcomeId{};
    int duration = 0; ///< seconds

    ApiCall call() const;
    static Result<Activity> read(const QByteArray &body) { return decodeActivity(body); }
};

/// Adds a task to a lead (developer.close.com/resources/tasks). To change one: UpdateRequest<Task>.
struct CreateTaskRequest
{
    using Answer = Task;
    QString leadId{};
    QString text{};
    QDate date{}; ///< invalid: a task without a date
    QString assignedTo{};

    ApiCall call() const;
    static Result<Task> read(const QByteArray &body);
};

} // namespace Leadline
