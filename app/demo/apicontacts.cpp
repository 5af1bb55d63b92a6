// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include "validate.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

constexpr std::size_t MaxLimit = 200;
constexpr std::size_t MaxSkip = 35'000; // the cap of leads; that of contacts is not known

Workspace::Rows newestFirst(const Workspace &w, std::optional<std::uint32_t> lead)
{
    Workspace::Rows rows;
    if (lead) {
        rows = w.store.children(Kind::Contact, *lead);
    } else {
        for (std::uint32_t row = 0; row < w.store.contacts.size(); ++row) {
            if (!w.store.contacts[row].deleted)
                rows.push_back(row);
        }
    }
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Moment left = w.store.contacts[a].created;
        const Moment right = w.store.contacts[b].created;
        return left != right ? left > right : a > b;
    });
    return rows;
}

Reply listContacts(Workspace &w, const Request &request)
{
    const Page page = pageOf(request, MaxLimit, MaxSkip);
    const FieldChoice fields(request);
    Workspace::Rows ofLead;
    const Workspace::Rows *rows = &ofLead;
    if (request.has("lead_id")) {
        if (const auto lead = w.store.find(Kind::Lead, request.param("lead_id")))
            ofLead = newestFirst(w, lead);
    } else {
        rows = &w.cached("contact list", [&] { return newestFirst(w, std::nullopt); });
    }
    Json data = Json::array();
    for (std::size_t i = page.skip; i < rows->size() && data.size() < page.limit; ++i) {
        data.push_back(w.contactJson((*rows)[i]));
        fields.trim(data.back());
    }
    const bool more = page.skip + data.size() < rows->size();
    return {200, {{"data", std::move(data)}, {"has_more", more}}}; // no total_results here (observed)
}

void takeContact(const Workspace &w, std::uint32_t lead, const Json &body, Json &doc, FieldErrors &errors)
{
    takeText(body, "name", doc, errors);
    takeText(body, "title", doc, errors);
    takeContactLists(body, doc, errors);
    takeCustomFields(w, "contact", lead, body, doc, errors);
}

void inferTimezone(Json &doc)
{
    for (const Json &phone : member(doc, "phones")) {
        for (const Region &region : regions()) {
            if (region.country == text(phone, "country")) {
                doc["timezone"] = region.timezone;
                doc["timezone_source"] = "inferred_from_phone_number";
                return;
            }
        }
    }
    doc["timezone"] = nullptr;
    doc["timezone_source"] = nullptr;
}

Reply postContact(Workspace &w, const Request &request)
{
    requireObject(request.body);
    std::optional<std::uint32_t> lead;
    if (request.body.contains("lead_id") && !request.body["lead_id"].is_null()) {
        lead = w.store.find(Kind::Lead, text(request.body, "lead_id"));
        if (!lead)
            throwFieldError("lead", "Object does not exist.");
    }
    FieldErrors errors;
    Json scratch = Json::object();
    takeContact(w, lead.value_or(NoRow), request.body, scratch, errors);
    errors.throwIfAny();
    if (!lead) // since 2025-02-14 a contact without a lead gets one named after it
               // (developer.close.com/changelog)
        lead = createLead(w, request, {{"name", member(scratch, "name")}});
    const std::uint32_t row = createContact(w, request, *lead, request.body, true);
    Json out = w.contactJson(row);
    FieldChoice(request).trim(out);
    return {200, std::move(out)};
}

Reply updateContact(Workspace &w, const Request &request, std::uint32_t row)
{
    requireObject(request.body);
    FieldErrors errors;
    const std::uint32_t lead = w.store.contacts[row].parent;
    const Json old = w.store.doc(Kind::Contact, row);
    Json doc = old;
    takeContact(w, lead, request.body, doc, errors);
    if (request.body.contains("lead_id") && text(request.body, "lead_id") != w.store.id(Kind::Lead, lead))
        errors.add("lead", "A contact cannot be moved to another lead.");
    errors.throwIfAny();
    if (doc != old) {
        if (doc["phones"] != old["phones"])
            inferTimezone(doc);
        const Json before = w.contactJson(row);
        w.store.edit(Kind::Contact, row, request.user) = std::move(doc);
        w.recordEvent(request, "contact", w.store.id(Kind::Lead, lead), before, w.contactJson(row));
    }
    Json out = w.contactJson(row);
    FieldChoice(request).trim(out);
    return {200, std::move(out)};
}

} // namespace

std::uint32_t createContact(Workspace &w, const Request &request, std::uint32_t lead, const Json &body,
                            bool recordIt)
{
    FieldErrors errors;
    Json doc = {{"name", nullptr},         {"title", ""},           {"emails", Json::array()},
                {"phones", Json::array()}, {"urls", Json::array()}, {"integration_links", Json::array()}};
    takeContact(w, lead, body, doc, errors);
    errors.throwIfAny();
    inferTimezone(doc);
    const std::uint32_t row = w.store.add(Kind::Contact, lead, request.user);
    *w.store.contacts[row].doc = std::move(doc);
    touchLead(w, request, lead);
    if (recordIt)
        w.recordEvent(request, "contact", w.store.id(Kind::Lead, lead), nullptr, w.contactJson(row));
    return row;
}

Reply answerContacts(Workspace &w, const Request &request)
{
    if (request.segments.size() == 1) {
        if (request.method == "GET")
            return listContacts(w, request);
        if (request.method == "POST")
            return postContact(w, request);
        throwNoMethod();
    }
    const auto row = w.store.find(Kind::Contact, request.segment(1));
    if (!row) {
        if (Json stale = request.method == "GET" ? w.takeStale(request.segment(1)) : Json(); !stale.is_null())
            return {200, std::move(stale)};
        throwNotFound("Contact");
    }
    if (request.method == "PUT")
        return updateContact(w, request, *row);
    if (request.method == "DELETE") {
        const std::uint32_t lead = w.store.contacts[*row].parent;
        removeObject(w, request, Kind::Contact, *row);
        touchLead(w, request, lead);
        return {200, Json::object()};
    }
    if (request.method != "GET")
        throwNoMethod();
    Json out = w.contactJson(*row);
    FieldChoice(request).trim(out);
    return {200, std::move(out)};
}

} // namespace Leadline::Demo
