// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "ids.h"
#include "names.h"
#include "reference.h"

#include <array>

namespace Leadline::Demo {

namespace {

/// One custom field as it is written down below.
struct FieldSketch
{
    std::uint16_t number;
    const char *objectType;
    const char *name;
    const char *type;
    bool multiple = false;
    const char *description = nullptr;
    std::vector<const char *> sharedBy = {}; ///< of a shared field: the object types it stands on
    const char *role = nullptr;              ///< the only role that may edit it
};

/// In display order; shared fields stand behind a type's own ones.
std::vector<FieldSketch> sketches()
{
    namespace F = CustomField;
    const std::vector<const char *> everywhere = {"lead", "contact", "opportunity"};
    return {
        {F::Industry, "lead", "Industry", "choices"},
        {F::Seats, "lead", "Seats", "number", false, "People who would use it"},
        {F::RenewalDate, "lead", "Renewal date", "date"},
        {F::Source, "lead", "Source", "text", false, "Where they heard of us"},
        {F::Tags, "lead", "Tags", "choices", true},
        {F::NextDemo, "lead", "Next demo", "datetime"},
        {F::MainContact, "lead", "Main contact", "contact"},
        {F::SiteContacts, "lead", "Site contacts", "contact", true},
        {F::CustomerNumber, "lead", "Customer number", "text", false, "Given by accounting", {}, "superuser"},
        {F::ImportId, "lead", "Import ID", "hidden"},
        {F::BuyingRole, "contact", "Buying role", "choices", true},
        {F::Language, "contact", "Language", "choices"},
        {F::YearsInRole, "contact", "Years in role", "number"},
        {F::KnownSince, "contact", "Known since", "date"},
        {F::Profile, "contact", "Profile", "text", false, "Their page on the web"},
        {F::BestTime, "contact", "Next meeting", "datetime"},
        {F::ReportsTo, "contact", "Reports to", "contact"},
        {F::WorksWith, "contact", "Works with", "contact", true},
        {F::Sponsor, "contact", "Looked after by", "user"},
        {F::ContractLink, "opportunity", "Contract link", "text"},
        {F::Competitors, "opportunity", "Competitors", "choices", true},
        {F::LossReason, "opportunity", "Loss reason", "choices"},
        {F::Units, "opportunity", "Units", "number"},
        {F::TrialStart, "opportunity", "Trial start", "date"},
        {F::DecisionCall, "opportunity", "Decision call", "datetime"},
        {F::Champion, "opportunity", "Champion", "contact"},
        {F::Stakeholders, "opportunity", "Stakeholders", "contact", true},
        {F::AccountOwner, "shared", "Account owner", "user", false, "Responsible", {"lead", "opportunity"}},
        {F::Team, "shared", "Team", "user", true, "Who else works on it", everywhere},
        {F::InternalNotes, "shared", "Internal notes", "textarea", false, nullptr, everywhere},
        {F::Devices, "shared", "Devices", "custom_object", true, nullptr, everywhere},
        {F::LegacyKey, "shared", "Legacy key", "hidden", false, nullptr, {"contact", "opportunity"}},
    };
}

Json rolesOf(const FieldSketch &sketch)
{
    return sketch.role ? Json::array({sketch.role}) : Json::array();
}

Json customField(const FieldSketch &sketch, Moment at)
{
    const auto &choices = customChoices(sketch.number);
    const bool isShared = !sketch.sharedBy.empty();
    Json field = {{"id", makeId("cf", sketch.number)},
                  {"name", sketch.name},
                  {"type", sketch.type},
                  {"choices", choices.empty() ? Json() : Json(choices)},
                  {"accepts_multiple_values", sketch.multiple},
                  {"description", sketch.description ? Json(sketch.description) : Json()},
                  {"editable_with_roles", rolesOf(sketch)},
                  {"is_shared", isShared},
                  {"referenced_custom_type_id",
                   sketch.number == CustomField::Devices ? Json(makeId("cotype", 1)) : Json()},
                  {"back_reference_is_visible", nullptr},
                  {"organization_id", makeId("orga", 1)},
                  {"created_by", userId(Ana)},
                  {"updated_by", userId(Ana)},
                  {"date_created", formatMoment(at + sketch.number * 1000)},
                  {"date_updated", formatMoment(at + sketch.number * 2000)},
                  {"object_type", sketch.objectType}};
    if (!isShared)
        return field;
    field["associations"] = Json::array();
    for (const char *type : sketch.sharedBy) {
        field["associations"].push_back(
            {{"object_type", type}, {"editable_with_roles", rolesOf(sketch)}, {"required", false}});
    }
    return field;
}

} // namespace

std::vector<Json> makeCustomFields(Moment created)
{
    std::vector<Json> list;
    for (const FieldSketch &sketch : sketches())
        list.push_back(customField(sketch, created));
    return list;
}

const std::string &customKey(std::uint16_t number)
{
    static const auto keys = [] {
        std::array<std::string, CustomField::End> list;
        for (std::uint16_t i = 1; i < list.size(); ++i)
            list[i] = "custom." + makeId("cf", i);
        return list;
    }();
    return keys.at(number);
}

const std::vector<std::string> &customChoices(std::uint16_t number)
{
    static const std::vector<std::string> none;
    static const std::vector<std::string> tags = {"Priority",    "Reference",        "Trade fair",
                                                  "Partner",     "Öffentliche Hand", "Pilot 2026",
                                                  "Do not call", "Expansion"};
    static const std::vector<std::string> roles = {"Decision maker", "Champion", "User",
                                                   "Purchasing",     "Legal",    "IT"};
    static const std::vector<std::string> rivals = {"In-house", "Spreadsheets", "Optera", "Nordwerk CRM",
                                                    "Salesgrid"};
    static const std::vector<std::string> languages = {"English", "Deutsch", "Français", "Español",
                                                       "Svenska", "日本語",  "العربية"};
    static const std::vector<std::string> losses = {"Price", "Timing", "No budget", "Chose a competitor",
                                                    "No answer"};
    switch (number) {
    case CustomField::Industry:
        return industryNames();
    case CustomField::Tags:
        return tags;
    case CustomField::BuyingRole:
        return roles;
    case CustomField::Competitors:
        return rivals;
    case CustomField::Language:
        return languages;
    case CustomField::LossReason:
        return losses;
    default:
        return none;
    }
}

} // namespace Leadline::Demo
