// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

Json statusesWithoutOrganization(const std::vector<Json> &statuses)
{
    Json list = Json::array();
    for (const Json &status : statuses)
        list.push_back({{"id", status["id"]}, {"label", status["label"]}});
    return list;
}

Json opportunityStatuses(const Reference &reference)
{
    Json list = Json::array();
    for (const Json &pipeline : reference.pipelines) {
        for (const Json &status : pipeline["statuses"])
            list.push_back(status);
    }
    return list;
}

Json organizationJson(const Workspace &w)
{
    Json out = w.reference.organization;
    out["lead_statuses"] = statusesWithoutOrganization(w.reference.leadStatuses);
    out["opportunity_statuses"] = opportunityStatuses(w.reference);
    out["pipelines"] = w.reference.pipelines;
    Json fields = Json::array();
    for (Json field : w.reference.customFields) {
        if (text(field, "object_type") != "lead")
            continue;
        field.erase("object_type");
        fields.push_back(std::move(field));
    }
    out["lead_custom_fields"] = std::move(fields);
    return out;
}

/// A membership with its user's data, flattened with a `user_` prefix or, expanded, as an object.
Json memberJson(const Workspace &w, std::size_t index, bool expand)
{
    Json out = w.reference.memberships[index];
    const Json &user = w.reference.users[index];
    if (expand) {
        out["user"] = user;
        return out;
    }
    for (const char *key : {"email", "first_name", "last_name", "image"})
        out[std::string("user_") + key] = user[key];
    out["user_full_name"] = userName(w.reference, static_cast<std::uint16_t>(index + 1));
    out["user_phone"] = nullptr;
    out["user_phone_formatted"] = nullptr;
    return out;
}

} // namespace

Reply answerMe(Workspace &w, const Request &request)
{
    if (request.method != "GET")
        throwNoMethod();
    const std::size_t index = request.user - 1u;
    Json out = w.reference.users.at(index);
    out["is_passwordless"] = true;
    out["country"] = "AT";
    for (const char *key :
         {"email_accounts", "connected_accounts", "email_signatures", "phone_numbers", "all_group_numbers"})
        out[key] = Json::array();
    out["memberships"] = Json::array({w.reference.memberships.at(index)});
    out["organizations"] =
        Json::array({organizationJson(w)}); // objects here, id strings in /user/ (observed)
    FieldChoice(request).trim(out);
    Reply reply{200, std::move(out)};
    reply.shuffleKeys = true;
    return reply;
}

Reply answerUsers(Workspace &w, const Request &request)
{
    if (request.method != "GET")
        throwNoMethod();
    if (request.segments.size() > 1) {
        if (request.segment(1) == "availability")
            return {200, {{"availability", Json::array()}}};
        const Json *user = findById(w.reference.users, request.segment(1));
        if (!user)
            throwNotFound("User");
        Json out = *user;
        FieldChoice(request).trim(out);
        return {200, std::move(out)};
    }
    std::vector<Json> users = w.reference.users;
    const std::string order = request.param("_order_by"); // only these two are allowed (OpenAPI document)
    if (order == "last_name,first_name" || order == "first_name,last_name") {
        const auto names = splitText(order, ',');
        std::stable_sort(users.begin(), users.end(), [&](const Json &a, const Json &b) {
            return std::pair(text(a, names[0]), text(a, names[1])) <
                   std::pair(text(b, names[0]), text(b, names[1]));
        });
    }
    return listReply(request, users);
}

Reply answerOrganization(Workspace &w, const Request &request)
{
    if (request.segment(1) != w.reference.organizationId)
        throwNotFound("Organization");
    if (request.method == "PUT") {
        requirePermission(w, request, "manage_organization");
        const std::string name = text(request.body, "name");
        if (!name.empty())
            w.reference.organization["name"] = name;
        std::vector<Json> ordered;
        for (const Json &wanted : member(request.body, "lead_statuses")) {
            if (const Json *status =
                    findById(w.reference.leadStatuses,
                             wanted.is_string() ? wanted.get<std::string>() : text(wanted, "id")))
                ordered.push_back(*status);
        }
        if (ordered.size() == w.reference.leadStatuses.size())
            w.reference.leadStatuses = std::move(ordered);
    } else if (request.method != "GET") {
        throwNoMethod();
    }
    Json out = organizationJson(w);
    const bool expand = request.param("_expand").find("memberships__user") != std::string::npos;
    out["memberships"] = Json::array();
    for (std::size_t i = 0; i < w.reference.memberships.size(); ++i)
        out["memberships"].push_back(memberJson(w, i, expand));
    FieldChoice(request).trim(out);
    return {200, std::move(out)};
}

} // namespace Leadline::Demo
