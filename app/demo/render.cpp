// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "workspace.h"

#include "money.h"

namespace Leadline::Demo {

namespace {

constexpr Moment StalledAfter = 30 * MsPerDay;

Json nullIfEmpty(std::string value)
{
    return value.empty() ? Json() : Json(std::move(value));
}

/// Half cents go away from zero; how Close rounds is not known.
std::int64_t percentOf(std::int64_t value, int percent)
{
    const std::int64_t product = value * percent;
    return (product + (product >= 0 ? 50 : -50)) / 100;
}

void addCommon(const Workspace &w, Json &target, const Row &row)
{
    target["organization_id"] = w.reference.organizationId;
    target["created_by"] = w.userOrNull(row.createdBy);
    target["updated_by"] = w.userOrNull(row.updatedBy);
    target["date_created"] = formatMoment(row.created);
    target["date_updated"] = formatMoment(row.updated);
}

void addNames(const Workspace &w, Json &target, const Row &row)
{
    target["created_by_name"] = w.userNameOrNull(row.createdBy);
    target["updated_by_name"] = w.userNameOrNull(row.updatedBy);
}

std::string displayName(const Json &name)
{
    return name.is_string() && !name.get_ref<const std::string &>().empty() ? name.get<std::string>()
                                                                            : "Untitled";
}

} // namespace

std::int64_t annualizedValue(const OpportunityRow &o)
{
    return o.value == NoValue ? 0 : o.period == Period::Monthly ? o.value * 12 : o.value;
}

std::int64_t expectedValue(const OpportunityRow &o)
{
    return o.value == NoValue ? 0 : percentOf(o.value, o.confidence);
}

std::int64_t annualizedExpectedValue(const OpportunityRow &o)
{
    return percentOf(annualizedValue(o), o.confidence);
}

Json Workspace::userOrNull(std::uint16_t user) const
{
    return nullIfEmpty(userId(user));
}

Json Workspace::userNameOrNull(std::uint16_t user) const
{
    return nullIfEmpty(userName(reference, user));
}

void Workspace::addCustom(Json &target, const Json &doc) const
{
    Json byName = Json::object();
    const auto &entries = doc.get_ref<const Json::object_t &>();
    for (auto it = entries.lower_bound("custom.");
         it != entries.end() && it->first.compare(0, 7, "custom.") == 0; ++it) {
        if (&target != &doc)
            target[it->first] = it->second;
        if (const Json *field = findById(reference.customFields, it->first.substr(7)))
            byName[text(*field, "name")] = it->second;
    }
    target["custom"] = std::move(byName);
}

Json Workspace::leadCoreJson(std::uint32_t row) const
{
    const LeadRow &lead = store.leads[row];
    Json out = store.doc(Kind::Lead, row);
    addCustom(out, out);
    addCommon(*this, out, lead);
    addNames(*this, out, lead);
    const std::string id = store.id(Kind::Lead, row);
    out["display_name"] = displayName(member(out, "name"));
    out["html_url"] =
        (row % 97 == 3 ? "https://app.close.io/lead/" : "https://app.close.com/lead/") + id + "/";
    out["status_id"] = statusId(lead.status);
    const Json *status = findLeadStatus(reference, lead.status);
    out["status_label"] = status ? member(*status, "label") : Json();
    out["id"] = id;
    return out;
}

Json Workspace::leadJson(std::uint32_t row, const FieldChoice &fields) const
{
    Json out = leadCoreJson(row);
    if (fields.wants("contacts")) {
        Json list = Json::array();
        for (const std::uint32_t contact : store.children(Kind::Contact, row))
            list.push_back(contactJson(contact));
        out["contacts"] = std::move(list);
    }
    if (fields.wants("opportunities")) {
        Json list = Json::array();
        for (const std::uint32_t opportunity : store.children(Kind::Opportunity, row))
            list.push_back(opportunityJson(opportunity));
        out["opportunities"] = std::move(list);
    }
    if (fields.wants("tasks")) {
        Json list = Json::array();
        for (const std::uint32_t task : store.children(Kind::Task, row)) {
            if (!store.tasks[task].complete) // since 2024-06-07 (developer.close.com/changelog)
                list.push_back(taskJson(task, 0));
        }
        out["tasks"] = std::move(list);
    }
    fields.trim(out);
    return out;
}

Json Workspace::contactJson(std::uint32_t row) const
{
    const ContactRow &contact = store.contacts[row];
    Json out = store.doc(Kind::Contact, row);
    out["id"] = store.id(Kind::Contact, row);
    out["lead_id"] = store.id(Kind::Lead, contact.parent);
    std::string shown = text(out, "name");
    for (const char *list : {"emails", "phones"}) {
        if (shown.empty() && !member(out, list).empty())
            shown = text(out[list][0], list[0] == 'e' ? "email" : "phone_formatted");
    }
    out["display_name"] = displayName(shown);
    addCommon(*this, out, contact);
    return out;
}

std::string Workspace::opportunityStatusType(const OpportunityRow &opportunity) const
{
    const StatusPlace place = findOpportunityStatus(reference, opportunity.status);
    return place.status ? text(*place.status, "type") : "active";
}

bool Workspace::isStalled(const OpportunityRow &opportunity) const
{
    return opportunityStatusType(opportunity) == "active" &&
           store.generator().now() - opportunity.updated > StalledAfter;
}

Json Workspace::opportunityJson(std::uint32_t row) const
{
    const OpportunityRow &o = store.opportunities[row];
    Json out = store.doc(Kind::Opportunity, row);
    out["id"] = store.id(Kind::Opportunity, row);
    out["lead_id"] = store.id(Kind::Lead, o.parent);
    out["lead_name"] = displayName(store.leadName(o.parent));
    const auto contact = store.find(Kind::Contact, text(out, "contact_id"));
    out["contact_id"] = contact ? member(out, "contact_id") : Json();
    out["contact_name"] = contact ? nullIfEmpty(store.contactName(*contact)) : Json();
    out["user_id"] = userOrNull(o.user);
    out["user_name"] = userNameOrNull(o.user);
    const StatusPlace place = findOpportunityStatus(reference, o.status);
    out["status_id"] = statusId(o.status);
    if (place.status) {
        out["status_label"] = out["status_display_name"] = (*place.status)["label"];
        out["status_type"] = (*place.status)["type"];
        out["pipeline_id"] = (*place.pipeline)["id"];
        out["pipeline_name"] = (*place.pipeline)["name"];
    }
    const bool blank = o.value == NoValue;
    out["value"] = blank ? Json() : Json(o.value);
    out["value_currency"] = reference.organization["currency"];
    out["value_period"] = periodName(o.period);
    out["value_formatted"] = blank ? "" : formatValue(o.value, periodName(o.period));
    out["annualized_value"] = blank ? Json() : Json(annualizedValue(o));
    out["confidence"] = o.confidence;
    out["expected_value"] = blank ? Json() : Json(expectedValue(o));
    out["annualized_expected_value"] = blank ? Json() : Json(annualizedExpectedValue(o));
    out["date_won"] = o.dateWon == NoDay ? Json() : Json(formatDay(o.dateWon));
    out["date_lost"] = o.dateLost == 0 ? Json() : Json(formatMoment(o.dateLost));
    addCommon(*this, out, o);
    addNames(*this, out, o);
    return out;
}

std::string Workspace::taskView(const TaskRow &task, double tzOffset) const
{
    if (task.complete)
        return "archive";
    return task.date == NoDay || task.date <= dayOfMoment(store.now(), tzOffset) ? "inbox" : "future";
}

Json Workspace::taskJson(std::uint32_t row, double tzOffset) const
{
    const TaskRow &task = store.tasks[row];
    Json out = store.doc(Kind::Task, row);
    out["id"] = store.id(Kind::Task, row);
    out["lead_id"] = store.id(Kind::Lead, task.parent);
    out["lead_name"] = displayName(store.leadName(task.parent));
    if (!out.contains("date"))
        out["date"] = task.date == NoDay ? Json() : Json(formatDay(task.date));
    out["due_date"] = out["date"];
    out["is_dateless"] = task.dateless;
    out["is_complete"] = task.complete;
    out["view"] = taskView(task, tzOffset);
    out["assigned_to"] = userOrNull(task.assignedTo);
    out["assigned_to_name"] = userNameOrNull(task.assignedTo);
    out["object_type"] = task.complete ? Json("taskcompleted") : Json();
    if (!task.complete || !out.contains("object_id"))
        out["object_id"] = nullptr;
    out["is_primary_lead_notification"] = true;
    for (const char *key : {"contact_id", "contact_name", "agent_config_id", "deduplication_key",
                            "sequence_id", "sequence_subscription_id"})
        out.emplace(key, nullptr);
    addCommon(*this, out, task);
    addNames(*this, out, task);
    return out;
}

Json Workspace::objectJson(Kind kind, std::uint32_t row, double tzOffset) const
{
    switch (kind) {
    case Kind::Contact:
        return contactJson(row);
    case Kind::Opportunity:
        return opportunityJson(row);
    case Kind::Task:
        return taskJson(row, tzOffset);
    default:
        return leadJson(row);
    }
}

Json Workspace::activityJson(const ActivityStub &stub) const
{
    Json out = activities.doc(stub);
    out["id"] = makeId("acti", stub.number);
    out["organization_id"] = reference.organizationId;
    out["lead_id"] = store.id(Kind::Lead, stub.lead);
    const auto user = findUser(*this, text(out, "user_id"));
    out["user_name"] = userNameOrNull(user.value_or(NoUser));
    out.emplace("user_id", nullptr);
    out.emplace("contact_id", nullptr);
    out.emplace("users", Json::array());
    out.emplace("created_by", member(out, "user_id"));
    out.emplace("updated_by", member(out, "user_id"));
    for (const char *who : {"created_by", "updated_by"})
        out[std::string(who) + "_name"] = userNameOrNull(findUser(*this, text(out, who)).value_or(NoUser));
    out.emplace("activity_at", formatMoment(stub.at));
    out.emplace("date_created", formatMoment(stub.at));
    out.emplace("date_updated", formatMoment(stub.at));
    return out;
}

} // namespace Leadline::Demo
