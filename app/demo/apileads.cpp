// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include "textquery.h"
#include "validate.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

constexpr std::size_t MaxLimit = 200;
constexpr std::size_t MaxSkip = 35'000;

/// Living leads, last changed first: the recorded order without a query.
Workspace::Rows byDateUpdated(const Workspace &w)
{
    Workspace::Rows rows;
    for (std::uint32_t row = 0; row < w.store.leads.size(); ++row) {
        if (!w.store.leads[row].deleted)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Moment left = w.store.leads[a].updated;
        const Moment right = w.store.leads[b].updated;
        return left != right ? left > right : a > b;
    });
    return rows;
}

Reply listLeads(Workspace &w, const Request &request)
{
    const Page page = pageOf(request, MaxLimit, MaxSkip);
    const FieldChoice fields(request);
    const std::string query = request.param("query");
    const auto &rows = w.cached("lead list " + std::to_string(request.tzOffset) + query, [&] {
        return query.empty() ? byDateUpdated(w) : runTextQuery(Subjects(w, request), query, "lead");
    });
    Json data = Json::array();
    for (std::size_t i = page.skip; i < rows.size() && data.size() < page.limit; ++i)
        data.push_back(w.leadJson(rows[i], fields));
    const bool more = page.skip + data.size() < rows.size();
    return {200, {{"data", std::move(data)}, {"has_more", more}, {"total_results", rows.size()}}};
}

void recordLeadStatusChange(Workspace &w, const Request &request, std::uint32_t row, std::uint16_t from,
                            std::uint16_t to)
{
    const Json *before = findLeadStatus(w.reference, from);
    const Json *after = findLeadStatus(w.reference, to);
    Json doc = {{"_type", "LeadStatusChange"},     {"user_id", userId(request.user)},
                {"old_status_id", statusId(from)}, {"old_status_label", before ? (*before)["label"] : Json()},
                {"new_status_id", statusId(to)},   {"new_status_label", after ? (*after)["label"] : Json()}};
    recordStatusChange(w, request, row, std::move(doc));
}

Reply createLeadReply(Workspace &w, const Request &request)
{
    const std::uint32_t row = createLead(w, request, request.body);
    return {200, w.leadJson(row, FieldChoice(request))};
}

Reply updateLead(Workspace &w, const Request &request, std::uint32_t row)
{
    requireObject(request.body);
    FieldErrors errors;
    Json doc = w.store.doc(Kind::Lead, row);
    for (const char *key : {"name", "description", "url"})
        takeText(request.body, key, doc, errors);
    takeAddresses(request.body, doc, errors);
    takeCustomFields(w, "lead", row, request.body, doc, errors);
    const std::uint16_t status = takeLeadStatus(w, request.body, errors);
    errors.throwIfAny();

    LeadRow &lead = w.store.leads[row];
    const std::uint16_t oldStatus = lead.status;
    const bool moved = status != 0 && status != oldStatus;
    if (moved || doc != w.store.doc(Kind::Lead, row)) {
        const Json before = w.leadCoreJson(row);
        w.store.edit(Kind::Lead, row, request.user) = std::move(doc);
        if (moved)
            lead.status = status;
        w.recordEvent(request, "lead", w.store.id(Kind::Lead, row), before, w.leadCoreJson(row));
        if (moved)
            recordLeadStatusChange(w, request, row, oldStatus, status);
    }
    return {200, w.leadJson(row, FieldChoice(request))};
}

void removeLead(Workspace &w, const Request &request, std::uint32_t row)
{
    for (const Kind kind : {Kind::Contact, Kind::Opportunity, Kind::Task}) {
        for (const std::uint32_t child : w.store.children(kind, row))
            removeObject(w, request, kind, child);
    }
    removeObject(w, request, Kind::Lead, row);
}

Reply mergeLeads(Workspace &w, const Request &request)
{
    requirePermission(w, request, "merge_leads");
    const std::string sourceId = text(request.body, "source");
    const std::string destinationId = text(request.body, "destination");
    const auto source = w.store.find(Kind::Lead, sourceId);
    const auto destination = w.store.find(Kind::Lead, destinationId);
    if (!source)
        throw HttpError{404, {{"errors", {"Source lead does not exist."}}}};
    if (!destination)
        throw HttpError{404, {{"errors", {"Destination lead does not exist."}}}};
    if (*source == *destination)
        throw HttpError{400, {{"errors", {"Source and destination leads must be different."}}}};
    for (const Kind kind : {Kind::Contact, Kind::Opportunity, Kind::Task}) {
        for (const std::uint32_t child : w.store.children(kind, *source)) {
            const Json before = w.objectJson(kind, child, request.tzOffset);
            w.store.move(kind, child, *destination);
            w.recordEvent(request, eventName(kind), destinationId, before,
                          w.objectJson(kind, child, request.tzOffset));
        }
    }
    w.activities.moveAll(*source, *destination);
    touchLead(w, request, *destination);
    const Json gone = w.leadCoreJson(*source);
    w.store.remove(Kind::Lead, *source);
    w.recordEvent(request, "lead", sourceId, gone, nullptr);
    w.activities.add(*destination, w.store.tick(),
                     {{"_type", "LeadMerge"},
                      {"user_id", userId(request.user)},
                      {"status", "done"},
                      {"source_lead_id", sourceId},
                      {"source_lead_name", member(gone, "name")},
                      {"destination_lead_id", destinationId}});
    Event merged;
    merged.objectType = "lead";
    merged.objectId = destinationId;
    merged.action = "merged";
    merged.leadId = destinationId;
    merged.user = request.user;
    merged.requestId = request.id;
    merged.method = request.method;
    merged.path = "/api/v1" + request.path;
    merged.created = merged.updated = w.store.tick();
    merged.data = w.leadCoreJson(*destination);
    merged.meta = {{"merge_source_lead_id", sourceId}, {"merge_destination_lead_id", destinationId}};
    w.events.record(std::move(merged));
    return {200, {{"status", "ok"}}};
}

} // namespace

std::uint32_t createLead(Workspace &w, const Request &request, const Json &body)
{
    requireObject(body);
    FieldErrors errors;
    Json doc = {{"name", nullptr},
                {"description", ""},
                {"url", nullptr},
                {"addresses", Json::array()},
                {"integration_links", Json::array()}};
    for (const char *key : {"name", "description", "url"})
        takeText(body, key, doc, errors);
    takeAddresses(body, doc, errors);
    takeCustomFields(w, "lead", NoRow, body, doc, errors);
    const std::uint16_t status = takeLeadStatus(w, body, errors);
    const Json &contacts = member(body, "contacts");
    if (!contacts.is_null() && !contacts.is_array())
        errors.add("contacts", "Value must be of list type.");
    for (std::size_t i = 0; i < contacts.size() && contacts.is_array(); ++i) {
        FieldErrors inner;
        Json scratch = Json::object();
        if (!contacts[i].is_object()) {
            inner.add("contact", "Value must be of dict type.");
        } else {
            takeText(contacts[i], "name", scratch, inner);
            takeText(contacts[i], "title", scratch, inner);
            takeContactLists(contacts[i], scratch, inner);
            takeCustomFields(w, "contact", NoRow, contacts[i], scratch, inner);
        }
        if (!inner.isEmpty())
            errors.add("contacts", {{"errors", {{std::to_string(i), inner.body()}}}});
    }
    errors.throwIfAny();

    const std::uint32_t row = w.store.add(Kind::Lead, NoRow, request.user);
    *w.store.leads[row].doc = std::move(doc);
    // neither status nor status_id: the organization's first (developer.close.com/api/resources/leads/create)
    w.store.leads[row].status =
        status ? status
               : static_cast<std::uint16_t>(
                     numberOf("stat", text(w.reference.leadStatuses.front(), "id")).value_or(1));
    w.recordEvent(request, "lead", w.store.id(Kind::Lead, row), nullptr, w.leadCoreJson(row));
    for (const Json &contact : contacts)
        createContact(w, request, row, contact, true);
    w.activities.add(
        row, w.store.leads[row].created,
        {{"_type", "Created"}, {"user_id", userId(request.user)}, {"source", "api"}, {"import_id", nullptr}});
    return row;
}

Reply answerLeads(Workspace &w, const Request &request)
{
    if (request.segments.size() == 1) {
        if (request.method == "GET")
            return listLeads(w, request);
        if (request.method == "POST")
            return createLeadReply(w, request);
        throwNoMethod();
    }
    if (request.segment(1) == "merge") {
        if (request.method != "POST")
            throwNoMethod();
        return mergeLeads(w, request);
    }
    const auto row = w.store.find(Kind::Lead, request.segment(1));
    if (!row) {
        if (Json stale = request.method == "GET" ? w.takeStale(request.segment(1)) : Json(); !stale.is_null())
            return {200, std::move(stale)};
        throwNotFound("Lead");
    }
    if (request.method == "GET")
        return {200, w.leadJson(*row, FieldChoice(request))};
    if (request.method == "PUT")
        return updateLead(w, request, *row);
    if (request.method != "DELETE")
        throwNoMethod();
    requirePermission(w, request, "delete_leads");
    removeLead(w, request, *row);
    return {200, Json::object()};
}

} // namespace Leadline::Demo
