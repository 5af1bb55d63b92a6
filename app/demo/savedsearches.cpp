// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "ids.h"
#include "reference.h"

namespace Leadline::Demo {

namespace {

Json objectType(const char *type)
{
    return {{"type", "object_type"}, {"object_type", type}, {"negate", false}};
}

Json all(Json queries)
{
    return {{"type", "and"}, {"negate", false}, {"queries", std::move(queries)}};
}

Json condition(const char *objectType, const char *name, Json what, bool negate = false)
{
    return {{"type", "field_condition"},
            {"negate", negate},
            {"field", {{"type", "regular_field"}, {"object_type", objectType}, {"field_name", name}}},
            {"condition", std::move(what)}};
}

Json customCondition(std::uint16_t field, Json what)
{
    return {{"type", "field_condition"},
            {"negate", false},
            {"field", {{"type", "custom_field"}, {"custom_field_id", makeId("cf", field)}}},
            {"condition", std::move(what)}};
}

Json related(const char *type, Json query, bool negate)
{
    return {{"type", "has_related"},
            {"this_object_type", "lead"},
            {"related_object_type", type},
            {"related_query", std::move(query)},
            {"negate", negate}};
}

Json statusIs(std::initializer_list<std::uint16_t> statuses)
{
    Json ids = Json::array();
    for (const std::uint16_t status : statuses)
        ids.push_back(statusId(status));
    return condition("lead", "status_id",
                     {{"type", "reference"}, {"reference_type", "status.lead"}, {"object_ids", ids}});
}

Json daysAway(const char *direction, int days)
{
    return {{"type", "offset"},
            {"direction", direction},
            {"moment", {{"type", "now"}}},
            {"offset",
             {{"years", 0},
              {"months", 0},
              {"weeks", 0},
              {"days", days},
              {"hours", 0},
              {"minutes", 0},
              {"seconds", 0}}},
            {"which_day_end", nullptr}};
}

Json period(const char *range, const char *which)
{
    return {{"type", "start_end_of_predefined_relative_period"}, {"range", range}, {"which", which}};
}

Json openOpportunity()
{
    return condition("opportunity", "status_type", {{"type", "term"}, {"values", {"active"}}});
}

Json byName()
{
    return Json::array(
        {{{"direction", "asc"},
          {"field", {{"type", "regular_field"}, {"object_type", "lead"}, {"field_name", "display_name"}}}}});
}

Json view(std::uint64_t number, const char *name, const char *type, Json query, Json sort,
          std::uint16_t owner, Moment at)
{
    return {{"id", makeId("save", number)},
            {"name", name},
            {"description", ""},
            {"type", type},
            {"is_shared", true},
            {"is_user_dependent", false},
            {"query", nullptr},
            {"s_query", {{"query", std::move(query)}, {"results_limit", nullptr}, {"sort", std::move(sort)}}},
            {"selected_fields", nullptr},
            {"shared_with", nullptr},
            {"sharing_settings", nullptr},
            {"organization_id", makeId("orga", 1)},
            {"user_id", owner == NoUser ? Json() : Json(userId(owner))},
            {"date_created", formatMoment(at + static_cast<Moment>(number) * MsPerDay)},
            {"date_updated", formatMoment(at + static_cast<Moment>(number) * MsPerDay + 515)}};
}

} // namespace

std::vector<Json> makeSavedSearches(const Reference &reference, Moment created)
{
    std::vector<Json> list;
    const Json openTask = condition("task", "is_complete", {{"type", "boolean"}, {"value", false}});
    list.push_back(
        view(1, "Qualified, no next step", "lead",
             all({objectType("lead"), statusIs({Status::Qualified}), related("task", openTask, true)}),
             byName(), Ana, created));
    list.push_back(
        view(2, "Trials ending this week", "lead",
             all({objectType("lead"), statusIs({Status::Trial}),
                  related("opportunity",
                          all({openOpportunity(), condition("opportunity", "date_won",
                                                            {{"type", "moment_range"},
                                                             {"on_or_after", period("this-week", "start")},
                                                             {"before", period("this-week", "end")}})}),
                          false)}),
             byName(), Ana, created));
    Json countries = Json::array();
    for (const char *country : {"DE", "AT", "CH"})
        countries.push_back(country);
    list.push_back(view(
        3, "Customers in DACH", "lead",
        all({objectType("lead"), statusIs({Status::Customer}),
             related("address", condition("address", "country", {{"type", "term"}, {"values", countries}}),
                     false)}),
        byName(), Ida, created));
    list.push_back(view(4, "Stalled over 30 days", "lead",
                        all({objectType("lead"),
                             related("opportunity",
                                     all({openOpportunity(), condition("opportunity", "date_updated",
                                                                       {{"type", "moment_range"},
                                                                        {"on_or_after", nullptr},
                                                                        {"before", daysAway("past", 30)}})}),
                                     false)}),
                        byName(), Tomas, created));
    list.push_back(
        view(5, "🔭 Optics & Lab, reference customers", "lead",
             all({objectType("lead"),
                  customCondition(CustomField::Industry, {{"type", "term"}, {"values", {"Optics & Lab"}}}),
                  customCondition(CustomField::Tags, {{"type", "term"}, {"values", {"Reference"}}})}),
             byName(), Ana, created));
    list.push_back(view(6, "Contacts without e-mail", "contact",
                        all({objectType("contact"),
                             condition("contact", "emails_count", {{"type", "number_range"}, {"lt", 1}})}),
                        Json::array(), NoUser, created));
    Json old =
        view(7, "Interested since spring (old language)", "lead", nullptr, Json::array(), Ida, created);
    old["s_query"] = nullptr;
    old["query"] = "lead_status:Interested created >= \"2026-04-01\" sort:-created";
    list.push_back(std::move(old));
    for (Json &one : list)
        one["organization_id"] = reference.organizationId;
    return list;
}

} // namespace Leadline::Demo
