// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QDateTime>
#include <QStringList>

namespace Leadline {

/// Something that happened with a lead (developer.close.com/resources/activities). One struct for all kinds:
/// what a kind does not have stays blank.
struct Activity
{
    QString id;
    QString type; ///< Close's _type: "Note", "Call", "Email", "LeadStatusChange" ...
    QString leadId;
    QString contactId;
    QString userId;
    QString userName;
    QDateTime at; ///< activity_at, else date_created
    bool isPinned = false;
    bool isWaiting = false; ///< written here, not in Close yet

    QString title;       ///< of a note or a meeting
    QString note;        ///< plain text
    QString noteHtml;    ///< untrusted
    QString direction;   ///< of calls: inbound, outbound; of e-mails: incoming, outgoing
    QString disposition; ///< of calls: answered, no-answer, vm-left ...
    QString status;      ///< of calls: completed, no-answer, busy ...
    QString outcomeId;   ///< of calls: one of the organization's outcomes
    qint64 duration = 0; ///< of calls and meetings, seconds
    QString phone;

    QString subject;
    QString sender;
    QStringList to;
    QString bodyText;
    QString bodyHtml; ///< untrusted
    QString bodyPreview;

    QString text; ///< of SMS, completed tasks
    QString oldStatusLabel;
    QString newStatusLabel;
    QString oldStatusId;
    QString newStatusId;
    QString opportunityId;
    QString source; ///< of Created: ui, api, import ...
};

/// How a call can end, in the organization's words (developer.close.com/resources/outcomes).
struct CallOutcome
{
    QString id{};
    QString name{};
};

/// A page of /activity/; \a hasMore as the envelope says.
struct ActivityPage
{
    QList<Activity> activities;
    bool hasMore = false;
};

Result<ActivityPage> decodeActivities(const QByteArray &body);
Result<Activity> decodeActivity(const QByteArray &body);

} // namespace Leadline
