// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordfilters.h"

namespace Leadline {

namespace {

QString flag(const std::optional<bool> &value)
{
    return !value ? QString() : *value ? QStringLiteral("true") : QStringLiteral("false");
}

} // namespace

void LeadFilter::addTo(ApiCall &call) const
{
    call.with(QStringLiteral("query"), query);
}

void ContactFilter::addTo(ApiCall &call) const
{
    call.with(QStringLiteral("lead_id"), leadId);
}

void OpportunityFilter::addTo(ApiCall &call) const
{
    call.with(QStringLiteral("lead_id"), leadId).with(QStringLiteral("organization_id"), organizationId);
    addOneOrSeveral(call, QStringLiteral("user_id"), userIds);
    addOneOrSeveral(call, QStringLiteral("status_id"), statusIds);
    addOneOrSeveral(call, QStringLiteral("status_type"), statusTypes);
    addOneOrSeveral(call, QStringLiteral("status_label"), statusLabels);
    addOneOrSeveral(call, QStringLiteral("status"), statuses);
    addOneOrSeveral(call, QStringLiteral("value_period"), valuePeriods);
    dateWon.addTo(call, QStringLiteral("date_won"));
    dateCreated.addTo(call, QStringLiteral("date_created"));
    dateUpdated.addTo(call, QStringLiteral("date_updated"));
    call.with(QStringLiteral("is_stalled"), flag(isStalled))
        .with(QStringLiteral("query"), query)
        .with(QStringLiteral("lead_query"), leadQuery)
        .with(QStringLiteral("lead_saved_search_id"), leadSavedSearchId)
        .with(QStringLiteral("_order_by"), orderBy)
        .with(QStringLiteral("_group_by"), groupBy);
}

void TaskFilter::addTo(ApiCall &call) const
{
    addOneOrSeveral(call, QStringLiteral("id"), ids);
    addOneOrSeveral(call, QStringLiteral("_type"), types);
    call.with(QStringLiteral("lead_id"), leadId)
        .with(QStringLiteral("assigned_to"), assignedTo)
        .with(QStringLiteral("organization_id"), organizationId)
        .with(QStringLiteral("is_complete"), flag(isComplete))
        .with(QStringLiteral("view"), view);
    date.addTo(call, QStringLiteral("date"));
    dueDate.addTo(call, QStringLiteral("due_date"));
    dateCreated.addTo(call, QStringLiteral("date_created"));
    dateUpdated.addTo(call, QStringLiteral("date_updated"));
    call.with(QStringLiteral("_order_by"), orderBy);
}

void ActivityFilter::addTo(ApiCall &call) const
{
    addOneOrSeveral(call, QStringLiteral("lead_id"), leadIds);
    call.with(QStringLiteral("organization_id"), organizationId).with(QStringLiteral("id__in"), ids);
    addOneOrSeveral(call, QStringLiteral("_type"), types);
    addOneOrSeveral(call, QStringLiteral("user_id"), userIds);
    addOneOrSeveral(call, QStringLiteral("contact_id"), contactIds);
    dateCreated.addTo(call, QStringLiteral("date_created"));
    activityAt.addTo(call, QStringLiteral("activity_at"));
    call.with(QStringLiteral("_order_by"), orderBy);
}

} // namespace Leadline
