// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "contact.h"
#include "fieldtable.h"

#include <QDateTime>

namespace Leadline {

/// An opportunity went from one status to another (developer.close.com/resources/activities/opportunity-status-change).
struct StatusChange
{
    QString id;
    QString leadId;
    QString opportunityId;
    QString oldStatusId;
    QString newStatusId;
    QString userId;
    QDateTime dateCreated;
    QDateTime dateUpdated;
    CustomValues custom; ///< always empty: activities of this type have no custom fields
};

} // namespace Leadline
