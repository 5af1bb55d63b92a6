// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

constexpr const char *Required = "This field is required.";

std::string requiredText(const Json &body, const char *key)
{
    if (!body.is_object() || text(body, key).empty())
        throwFieldError(key, Required);
    return text(body, key);
}

bool anyRowHas(const Workspace &w, Kind kind, std::uint64_t status)
{
    for (std::uint32_t row = 0; row < w.store.count(kind); ++row) {
        const Row &object = w.store.row(kind, row);
        if (!object.deleted && object.status == status)
            return true;
    }
    return false;
}

Json opportunityStatusJson(const Workspace &w, const Json &status, const Json &pipeline)
{
    Json out = status;
    out["organization_id"] = w.reference.organizationId;
    out["pipeline_id"] = pipeline["id"];
    return out;
}

Reply listOpportunityStatuses(const Workspace &w, const Request &request)
{
    std::vector<Json> list;
    for (const Json &pipeline : w.reference.pipelines) {
        for (const Json &status : pipeline["statuses"])
            list.push_back(opportunityStatusJson(w, status, pipeline));
    }
    return listReply(request, list);
}

Reply answerLeadStatuses(Workspace &w, const Request &request)
{
    auto &statuses = w.reference.leadStatuses;
    if (request.segments.size() == 2) {
        if (request.method == "POST") {
            requirePermission(w, request, "manage_customizations");
            statuses.push_back({{"id", makeId("stat", w.reference.nextNumber++)},
                                {"label", requiredText(request.body, "label")},
                                {"organization_id", w.reference.organizationId}});
            w.store.touch();
            w.recordEvent(request, "status.lead", "", nullptr, statuses.back());
            return {200, statuses.back()};
        }
        if (request.method != "GET")
            throwNoMethod();
        std::vector<Json> sorted =
            statuses; // sorted by id; the display order is the organization's (observed)
        std::sort(sorted.begin(), sorted.end(),
                  [](const Json &a, const Json &b) { return text(a, "id") < text(b, "id"); });
        return listReply(request, sorted);
    }
    Json *status = findById(statuses, request.segment(2));
    if (!status)
        throwNotFound("LeadStatus");
    const Json before = *status;
    if (request.method == "PUT") {
        requirePermission(w, request, "manage_customizations");
        (*status)["label"] = requiredText(request.body, "label");
        w.store.touch();
        w.recordEvent(request, "status.lead", "", before, *status);
    } else if (request.method == "DELETE") {
        requirePermission(w, request, "manage_customizations");
        if (anyRowHas(w, Kind::Lead, numberOf("stat", request.segment(2)).value_or(0)))
            throwError(400, "This status is in use and cannot be deleted.");
        statuses.erase(statuses.begin() + (status - statuses.data()));
        w.recordEvent(request, "status.lead", "", before, nullptr);
        return {200, Json::object()};
    } else if (request.method != "GET") {
        throwNoMethod();
    }
    return {200, *status};
}

Reply createOpportunityStatus(Workspace &w, const Request &request)
{
    requirePermission(w, request, "manage_customizations");
    const std::string label = requiredText(request.body, "label");
    const std::string type = requiredText(request.body, "type");
    if (type != "active" && type != "won" && type != "lost")
        throwFieldError("type", "Not a valid choice.");
    const std::string wanted = text(request.body, "pipeline_id");
    Json *pipeline =
        wanted.empty() ? &w.reference.pipelines.front() : findById(w.reference.pipelines, wanted);
    if (!pipeline)
        throwFieldError("pipeline", "Object does not exist.");
    (*pipeline)["statuses"].push_back(
        {{"id", makeId("stat", w.reference.nextNumber++)}, {"label", label}, {"type", type}});
    w.store.touch();
    const Json out = opportunityStatusJson(w, (*pipeline)["statuses"].back(), *pipeline);
    w.recordEvent(request, "status.opportunity", "", nullptr, out);
    return {200, out};
}

Reply answerOpportunityStatus(Workspace &w, const Request &request)
{
    const auto number = numberOf("stat", request.segment(2));
    const StatusPlace place =
        findOpportunityStatus(w.reference, static_cast<std::uint16_t>(number.value_or(0)));
    if (!place.status)
        throwNotFound("OpportunityStatus");
    Json &pipeline = *findById(w.reference.pipelines, text(*place.pipeline, "id"));
    Json &list = pipeline["statuses"];
    const auto at = std::find_if(list.begin(), list.end(),
                                 [&](const Json &s) { return text(s, "id") == request.segment(2); });
    if (request.method == "PUT") {
        requirePermission(w, request, "manage_customizations");
        (*at)["label"] = requiredText(request.body, "label");
        w.store.touch();
    } else if (request.method == "DELETE") {
        requirePermission(w, request, "manage_customizations");
        if (anyRowHas(w, Kind::Opportunity, *number))
            throwError(400, "This status is in use and cannot be deleted.");
        list.erase(at);
        return {200, Json::object()};
    } else if (request.method != "GET") {
        throwNoMethod();
    }
    return {200, opportunityStatusJson(w, *at, pipeline)};
}

} // namespace

Reply answerStatuses(Workspace &w, const Request &request)
{
    const std::string kind = request.segment(1);
    if (kind == "lead")
        return answerLeadStatuses(w, request);
    if (kind != "opportunity")
        throwError(404, "Not Found");
    if (request.segments.size() > 2)
        return answerOpportunityStatus(w, request);
    if (request.method == "POST")
        return createOpportunityStatus(w, request);
    if (request.method != "GET")
        throwNoMethod();
    return listOpportunityStatuses(w, request);
}

Reply answerPipelines(Workspace &w, const Request &request)
{
    auto &pipelines = w.reference.pipelines;
    if (request.segments.size() == 1) {
        if (request.method == "GET")
            return listReply(request, pipelines);
        if (request.method != "POST")
            throwNoMethod();
        requirePermission(w, request, "manage_customizations");
        const std::string now = formatNaiveMoment(w.store.tick());
        Json statuses = Json::array();
        for (Json status : member(request.body, "statuses")) {
            status["id"] = makeId("stat", w.reference.nextNumber++);
            statuses.push_back(std::move(status));
        }
        pipelines.push_back({{"id", makeId("pipe", w.reference.nextNumber++)},
                             {"name", requiredText(request.body, "name")},
                             {"organization_id", w.reference.organizationId},
                             {"statuses", statuses},
                             {"created_by", userId(request.user)},
                             {"updated_by", userId(request.user)},
                             {"date_created", now},
                             {"date_updated", now}});
        Reply reply{201, pipelines.back()};
        reply.headers.emplace_back("Location", "/api/v1/pipeline/" + text(pipelines.back(), "id") + "/");
        return reply;
    }
    Json *pipeline = findById(pipelines, request.segment(1));
    if (!pipeline)
        throwNotFound("Pipeline");
    if (request.method != "PUT" && request.method != "DELETE")
        throwNoMethod(); // there is no GET of a single pipeline (OpenAPI document)
    requirePermission(w, request, "manage_customizations");
    if (request.method == "DELETE") {
        if (!(*pipeline)["statuses"].empty())
            throwError(400, "Only an empty pipeline can be deleted.");
        pipelines.erase(pipelines.begin() + (pipeline - pipelines.data()));
        return {204, nullptr, false, false};
    }
    if (request.body.contains("name"))
        (*pipeline)["name"] = requiredText(request.body, "name");
    if (request.body.contains("statuses")) {
        Json ordered = Json::array();
        for (const Json &wanted : request.body["statuses"]) {
            for (const Json &known : (*pipeline)["statuses"]) {
                if (text(known, "id") == text(wanted, "id"))
                    ordered.push_back(known);
            }
        }
        if (ordered.size() != (*pipeline)["statuses"].size())
            throwFieldError("statuses", "Every status of the pipeline must be listed once.");
        (*pipeline)["statuses"] = std::move(ordered);
    }
    (*pipeline)["date_updated"] = formatNaiveMoment(w.store.tick());
    w.store.touch();
    return {200, *pipeline};
}

} // namespace Leadline::Demo
