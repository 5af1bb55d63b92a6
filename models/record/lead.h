// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "contact.h"
#include "opportunity.h"
#include "task.h"

namespace Leadline {

/// A company; contacts, opportunities, tasks and activities hang off it
/// (developer.close.com/resources/leads).
struct Lead
{
    QString id;
    QString name;        ///< may be blank
    QString displayName; ///< never blank in Close's answers
    QString description;
    QString url;
    QString htmlUrl;
    QString statusId;
    QString statusLabel;
    QList<PostalAddress> addresses;
    QList<Contact> contacts;
    QList<Opportunity> opportunities;
    QList<Task> tasks; ///< open ones only, since 2024-06-07 (developer.close.com/changelog)
    QString createdBy;
    QString createdByName;
    QString updatedBy;
    QString updatedByName;
    QDateTime dateCreated;
    QDateTime dateUpdated;
    CustomValues custom;
};

} // namespace Leadline
