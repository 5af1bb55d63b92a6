// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "reference.h"

#include "ids.h"

#include <array>

namespace Leadline::Demo {

namespace {

/// In display order, which is not that of their ids.
constexpr std::pair<std::uint16_t, const char *> LeadStatuses[] = {
    {Status::Potential, "Potential"}, {Status::Qualified, "Qualified"}, {Status::Customer, "Customer"},
    {Status::Trial, "Trial"},         {Status::BadFit, "Bad Fit"},      {Status::Interested, "Interested"}};

Json user(std::uint16_t number, const char *first, const char *last, const char *email, const char *zone,
          Moment at)
{
    return {{"id", userId(number)},
            {"email", email},
            {"first_name", first},
            {"last_name", last},
            {"image", nullptr},
            {"google_profile_image_url", nullptr},
            {"email_verified_at", formatMoment(at + 60'000)},
            {"last_used_timezone", zone},
            {"date_created", formatMoment(at)},
            {"date_updated", formatMoment(at + 40 * MsPerDay)},
            {"organizations", Json::array({makeId("orga", 1)})}};
}

Json membership(std::uint16_t number, const char *role, Json permissions)
{
    return {{"id", makeId("memb", number)},
            {"user_id", userId(number)},
            {"organization_id", makeId("orga", 1)},
            {"role", role},
            {"role_id", role},
            {"auto_record_calls", "unset"},
            {"track_email_opens", true},
            {"permissions_granted", std::move(permissions)}};
}

Json pipeline(std::uint16_t number, const char *name, std::uint16_t firstStatus,
              const std::vector<std::pair<const char *, const char *>> &statuses, Moment at)
{
    Json list = Json::array();
    for (const auto &[label, type] : statuses)
        list.push_back({{"id", statusId(firstStatus++)}, {"label", label}, {"type", type}});
    return {{"id", pipelineId(number)},
            {"name", name},
            {"organization_id", makeId("orga", 1)},
            {"statuses", list},
            {"created_by", userId(Ana)},
            {"updated_by", userId(Ana)},
            {"date_created", formatNaiveMoment(at)},
            {"date_updated", formatNaiveMoment(at + 9 * MsPerDay)}};
}

Json makeOrganization(Moment at)
{
    return {{"id", makeId("orga", 1)},
            {"name", "Halden & Reyes Instruments"},
            {"currency", "EUR"},
            {"currency_symbol", "€"},
            {"status", "active"},
            {"plan_id", "scale"},
            {"features",
             Json::array({"ai-search", "custom-objects", "pipelines", "shared-fields", "smart-fields"})},
            {"leads_email", "halden-x1@leads.close.com"},
            {"created_by", nullptr},
            {"date_created", formatMoment(at)},
            {"date_updated", formatMoment(at + 19'000)},
            {"inactive_memberships", Json::array()}};
}

/// Without a copy: every object shown asks for several.
bool hasId(const Json &object, const std::string &id)
{
    const Json &value = member(object, "id");
    return value.is_string() && value.get_ref<const std::string &>() == id;
}

} // namespace

std::string userId(std::uint16_t number)
{
    static const auto ids = [] {
        std::array<std::string, UserCount + 1> list;
        for (std::uint16_t i = 1; i <= UserCount; ++i)
            list[i] = makeId("user", i);
        return list;
    }();
    return number >= 1 && number <= UserCount ? ids[number] : std::string();
}

std::string statusId(std::uint16_t number)
{
    return makeId("stat", number);
}

std::string pipelineId(std::uint16_t number)
{
    return makeId("pipe", number);
}

Reference makeReference(Day today)
{
    Reference r;
    const Moment at = (today - 900) * MsPerDay + 8 * 3'600'000;
    r.organizationId = makeId("orga", 1);
    r.organization = makeOrganization(at);
    r.users = {
        user(Ana, "Ana", "Reyes", "ana.reyes@halden.example", "Europe/Vienna", at + 543),
        user(Ida, "Ida", "Berg", "ida.berg@halden.example", "Europe/Stockholm", at + MsPerDay + 120),
        user(Tomas, "Tomás", "Marques", "tomas.marques@halden.example", "Europe/Lisbon", at + 30 * MsPerDay),
        user(Wei, "Wen", "Wei", "wen.wei@halden.example", "Asia/Shanghai", at + 200 * MsPerDay),
        user(Noor, "Noor", "Haddad", "noor.haddad@halden.example", "Europe/Amsterdam", at + 420 * MsPerDay)};
    const Json all = {"bulk_edit",      "bulk_email",    "delete_leads",          "delete_own_opportunities",
                      "edit_all_leads", "export",        "manage_customizations", "manage_organization",
                      "merge_leads",    "view_all_leads"};
    const Json most = {"bulk_edit", "delete_leads", "edit_all_leads",
                       "export",    "merge_leads",  "view_all_leads"};
    r.memberships = {membership(Ana, "admin", all), membership(Ida, "user", most),
                     membership(Tomas, "user", most),
                     membership(Wei, "restricteduser", Json::array({"view_all_leads"})),
                     membership(Noor, "superuser", all)};
    for (const auto &[number, label] : LeadStatuses)
        r.leadStatuses.push_back(
            {{"id", statusId(number)}, {"label", label}, {"organization_id", r.organizationId}});
    r.pipelines = {
        pipeline(1, "Sales", Status::DemoBooked,
                 {{"Demo booked", "active"},
                  {"Trial running", "active"},
                  {"Proposal sent", "active"},
                  {"Contract", "active"},
                  {"Won", "won"},
                  {"Lost", "lost"}},
                 at + 931),
        pipeline(2, "Renewals", Status::Upcoming,
                 {{"Upcoming", "active"}, {"In talks", "active"}, {"Renewed", "won"}, {"Churned", "lost"}},
                 at + 90 * MsPerDay)};
    r.customFields = makeCustomFields(at + MsPerDay);
    r.savedSearches = makeSavedSearches(r, at + 60 * MsPerDay);
    return r;
}

void rename(Reference &reference, const std::string &name)
{
    std::uint64_t number = 1;
    for (const char letter : name)
        number = (number * 131 + static_cast<unsigned char>(letter)) % 1'000'003;
    reference.organizationId = makeId("orga", number + 2);
    reference.organization["name"] = name;
    reference.organization["id"] = reference.organizationId;
    for (Json &user : reference.users)
        user["organizations"] = Json::array({reference.organizationId});
    for (auto *list : {&reference.memberships, &reference.leadStatuses, &reference.pipelines,
                       &reference.customFields, &reference.savedSearches}) {
        for (Json &one : *list)
            one["organization_id"] = reference.organizationId;
    }
}

std::string userName(const Reference &reference, std::uint16_t number)
{
    if (number < 1 || number > reference.users.size())
        return {};
    const Json &one = reference.users[number - 1u];
    return text(one, "first_name") + " " + text(one, "last_name");
}

StatusPlace findOpportunityStatus(const Reference &reference, std::uint16_t number)
{
    const std::string id = statusId(number);
    for (const Json &pipe : reference.pipelines) {
        for (const Json &status : member(pipe, "statuses")) {
            if (hasId(status, id))
                return {&status, &pipe};
        }
    }
    return {};
}

const Json *findLeadStatus(const Reference &reference, std::uint16_t number)
{
    return findById(reference.leadStatuses, statusId(number));
}

const Json *findById(const std::vector<Json> &list, const std::string &id)
{
    for (const Json &item : list) {
        if (hasId(item, id))
            return &item;
    }
    return nullptr;
}

Json *findById(std::vector<Json> &list, const std::string &id)
{
    return const_cast<Json *>(findById(std::as_const(list), id));
}

} // namespace Leadline::Demo
