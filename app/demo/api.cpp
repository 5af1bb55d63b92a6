// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

using Handler = Reply (*)(Workspace &, const Request &);

const std::map<std::string, Handler> &handlers()
{
    static const std::map<std::string, Handler> all = {
        {"me", answerMe},
        {"user", answerUsers},
        {"organization", answerOrganization},
        {"status", answerStatuses},
        {"pipeline", answerPipelines},
        {"custom_field", answerCustomFields},
        {"custom_fields", answerCustomFields},
        {"custom_field_schema", answerCustomFieldSchema},
        {"lead", answerLeads},
        {"contact", answerContacts},
        {"opportunity", answerOpportunities},
        {"task", answerTasks},
        {"activity", answerActivities},
        {"outcome", answerOutcomes},
        {"event", answerEvents},
        {"saved_search", answerSavedSearches},
        {"data", answerData},
    };
    return all;
}

} // namespace

Reply dispatch(Workspace &workspace, const Request &request)
{
    const auto handler = handlers().find(request.segment(0));
    if (handler == handlers().end())
        throwError(404, "Not Found");
    // The restricted member may look and search, nothing else.
    if (request.method != "GET" && handler->first != "data")
        requirePermission(workspace, request, "edit_all_leads");
    return handler->second(workspace, request);
}

void throwNoMethod()
{
    throwError(405, "Method Not Allowed");
}

void throwNotFound(const std::string &model)
{
    throwError(404, "Empty query: " + model + " matching query does not exist.");
}

void requirePermission(const Workspace &workspace, const Request &request, const std::string &permission)
{
    const Json &granted =
        member(workspace.reference.memberships.at(request.user - 1u), "permissions_granted");
    if (std::find(granted.begin(), granted.end(), permission) == granted.end())
        throwError(403, "You do not have permission to perform this action.");
}

Reply listReply(const Request &request, const std::vector<Json> &items, std::size_t maxLimit)
{
    const Page page = pageOf(request, maxLimit, 100'000);
    const FieldChoice fields(request);
    Json data = Json::array();
    for (std::size_t i = page.skip; i < items.size() && data.size() < page.limit; ++i) {
        data.push_back(items[i]);
        fields.trim(data.back());
    }
    const bool more = page.skip + data.size() < items.size();
    return {200, {{"data", std::move(data)}, {"has_more", more}}};
}

const char *eventName(Kind kind)
{
    switch (kind) {
    case Kind::Contact:
        return "contact";
    case Kind::Opportunity:
        return "opportunity";
    case Kind::Task:
        return "task.lead";
    default:
        return "lead";
    }
}

void touchLead(Workspace &w, const Request &request, std::uint32_t lead)
{
    LeadRow &row = w.store.leads.at(lead);
    row.updated = w.store.tick();
    row.updatedBy = request.user;
    w.store.touch();
}

void removeObject(Workspace &w, const Request &request, Kind kind, std::uint32_t row)
{
    const Json before = kind == Kind::Lead ? w.leadCoreJson(row) : w.objectJson(kind, row, request.tzOffset);
    const std::uint32_t lead = w.store.row(kind, row).parent;
    w.keepStale(w.store.id(kind, row), kind == Kind::Lead ? w.leadJson(row) : before);
    w.store.remove(kind, row);
    w.recordEvent(request, eventName(kind), w.store.id(Kind::Lead, lead), before, nullptr);
}

} // namespace Leadline::Demo
