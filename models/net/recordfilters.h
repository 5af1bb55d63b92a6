// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bounds.h"

#include <optional>

namespace Leadline {

// What the lists of records can be narrowed by. Blank members are not sent; unknown ones are ignored by
// Close, so that each here is one of its documents.

/// developer.close.com/resources/leads
struct LeadFilter
{
    QString query{}; ///< Close's text query language

    void addTo(ApiCall &call) const;
};

/// developer.close.com/resources/contacts
struct ContactFilter
{
    QString leadId{};

    void addTo(ApiCall &call) const;
};

/// developer.close.com/resources/opportunities
struct OpportunityFilter
{
    QString leadId{};
    QString organizationId{};
    QStringList userIds{}; ///< ids of groups may stand among them
    QStringList statusIds{};
    QStringList statusTypes{}; ///< active, won, lost
    QStringList statusLabels{};
    QStringList statuses{};     ///< labels as well, under the name Close gave up for `statusLabels`
    QStringList valuePeriods{}; ///< one_time, monthly, annual
    Bounds<QDate> dateWon{};
    Bounds<QDateTime> dateCreated{};
    Bounds<QDateTime> dateUpdated{};
    std::optional<bool> isStalled{};
    QString query{};             ///< opportunities in Close's text query language
    QString leadQuery{};         ///< leads in the same; deprecated by Close
    QString leadSavedSearchId{}; ///< a Smart View of leads
    /// date_won date_updated date_created confidence user_name value annualized_value
    /// annualized_expected_value; a "-" in front: descending
    QString orderBy{};
    /// user_id, date_won__week, __month, __quarter, __year; a "-" in front: last group first
    QString groupBy{};

    void addTo(ApiCall &call) const;
};

/// developer.close.com/resources/tasks
struct TaskFilter
{
    QStringList ids{};
    QStringList types{}; ///< blank: Close lists those of type "lead" only; "all" is a type here
    QString leadId{};
    QString assignedTo{};
    QString organizationId{};
    std::optional<bool> isComplete{};
    QString view{}; ///< inbox, future, archive
    Bounds<QDate> date{};
    Bounds<QDate> dueDate{}; ///< deprecated by Close in favour of `date`
    Bounds<QDateTime> dateCreated{};
    Bounds<QDateTime> dateUpdated{};
    QString orderBy{}; ///< date or date_created; a "-" in front: descending

    void addTo(ApiCall &call) const;
};

/// developer.close.com/resources/activities. Close heeds users, contacts, types and the order only together
/// with a lead, and `activityAt` only in the order "-activity_at".
struct ActivityFilter
{
    QStringList leadIds{};
    QString organizationId{};
    QStringList ids{};
    QStringList types{}; ///< Note, Call, Email ...
    QStringList userIds{};
    QStringList contactIds{};
    Bounds<QDateTime> dateCreated{};
    Bounds<QDateTime> activityAt{};
    QString orderBy{}; ///< "-activity_at"

    void addTo(ApiCall &call) const;
};

} // namespace Leadline
