// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "contact.h"

#include <QDate>

namespace Leadline {

/// Something to be done (developer.close.com/resources/tasks).
struct Task
{
    QString id;
    QString type; ///< "lead", "outgoing_call", "incoming_email" ...
    QString text;
    QString leadId;
    QString leadName;
    QString contactId;
    QString contactName;
    QString assignedTo;
    QString assignedToName;
    QDate date; ///< Close sends a day or a moment; the day counts here
    bool isDateless = false;
    bool isComplete = false;
    QString priority;
    QString view; ///< "inbox", "future", "archive"
    QDateTime dateCreated;
    QDateTime dateUpdated;
    CustomValues custom; ///< always empty: tasks have no custom fields
};

} // namespace Leadline
