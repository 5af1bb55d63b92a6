// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "contact.h"
#include "money.h"

#include <QDate>

#include <optional>

namespace Leadline {

/// A deal with a lead (developer.close.com/resources/opportunities).
struct Opportunity
{
    QString id;
    QString leadId;
    QString leadName;
    QString contactId;
    QString contactName;
    QString userId;
    QString userName;
    QString statusId;
    QString statusLabel;
    QString statusType; ///< "active", "won" or "lost"
    QString pipelineId;
    QString pipelineName;
    std::optional<qint64> value; ///< minor units
    QString valueCurrency;
    QString valuePeriod;              ///< "one_time", "monthly", "annual"
    std::optional<qint64> confidence; ///< percent
    QString note;
    QDate dateWon; ///< while active, the expected close (observed: opportunity-active-date-won.json)
    QDateTime dateLost;
    QString createdBy;
    QString updatedBy;
    QDateTime dateCreated;
    QDateTime dateUpdated;
    std::optional<bool> isStalled;
    CustomValues custom;

    ValuePeriod period() const { return periodFromKey(valuePeriod); }
};

} // namespace Leadline
