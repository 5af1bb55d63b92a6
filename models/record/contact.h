// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "contactdetails.h"

#include <QDateTime>
#include <QVariant>

namespace Leadline {

/// Values of custom fields by JSON key ("custom.cf_..."), as Close sent them.
using CustomValues = QHash<QString, QVariant>;

/// A person at a lead (developer.close.com/resources/contacts).
struct Contact
{
    QString id;
    QString leadId;
    QString leadName; ///< not a key of Close's: filled in from the lead
    QString name;
    QString displayName;
    QString title;
    QList<EmailAddress> emails;
    QList<PhoneNumber> phones;
    QList<WebAddress> urls;
    QString timezone; ///< IANA name, or blank
    QString createdBy;
    QString updatedBy;
    QDateTime dateCreated;
    QDateTime dateUpdated;
    CustomValues custom;
};

} // namespace Leadline
