// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include "opportunitylist.h"
#include "validate.h"

namespace Leadline::Demo {

namespace {

/// The columns of an opportunity as a request wants them, before anything is written.
struct Draft
{
    std::int64_t value = NoValue;
    Day dateWon = NoDay;
    std::uint16_t user = 0;
    std::uint16_t status = 0;
    int confidence = 50;
    Period period = Period::OneTime;
    bool dateWonSent = false;
    bool confidenceSent = false;
};

void takeMoney(const Json &body, Draft &draft, FieldErrors &errors)
{
    if (body.contains("value")) {
        const Json &value = body["value"];
        if (value.is_null())
            draft.value = NoValue;
        else if (value.is_number_integer())
            draft.value = value.get<std::int64_t>();
        else
            errors.add("value", "Value must be of int type.");
    }
    if (body.contains("value_period")) {
        const std::string period = text(body, "value_period");
        if (period == "one_time" || period == "monthly" || period == "annual")
            draft.period = period == "monthly"  ? Period::Monthly
                           : period == "annual" ? Period::Annual
                                                : Period::OneTime;
        else
            errors.add("value_period", "Not a valid choice.");
    }
    if (body.contains("confidence")) {
        const Json &confidence = body["confidence"];
        if (!confidence.is_number_integer())
            errors.add("confidence", "Value must be of int type.");
        else if (confidence.get<std::int64_t>() < 0 || confidence.get<std::int64_t>() > 100)
            errors.add("confidence", "Value must be between 0 and 100.");
        else
            draft.confidence = confidence.get<int>();
        draft.confidenceSent = true;
    }
    if (body.contains("date_won")) {
        draft.dateWonSent = true;
        const Json &date = body["date_won"];
        const auto day = date.is_string() ? parseDay(date.get<std::string>().substr(0, 10)) : std::nullopt;
        if (day)
            draft.dateWon = *day;
        else if (date.is_null())
            draft.dateWon = NoDay;
        else
            errors.add("date_won", "Invalid date.");
    }
}

void takeStatus(const Workspace &w, const Json &body, Draft &draft, FieldErrors &errors)
{
    const std::string pipelineId = text(body, "pipeline_id");
    const Json *pipeline = pipelineId.empty() ? nullptr : findById(w.reference.pipelines, pipelineId);
    if (!pipelineId.empty() && !pipeline) {
        errors.add("pipeline", "Object does not exist.");
        return;
    }
    const bool byId = body.contains("status_id");
    if (byId || body.contains("status")) {
        const std::string wanted = text(body, byId ? "status_id" : "status");
        for (const Json &candidate : w.reference.pipelines) {
            for (const Json &status : candidate["statuses"]) {
                if (text(status, byId ? "id" : "label") != wanted)
                    continue;
                if (pipeline && pipelineId != text(candidate, "id"))
                    errors.add("status", "Status does not belong to the pipeline.");
                draft.status = static_cast<std::uint16_t>(numberOf("stat", text(status, "id")).value_or(0));
                return;
            }
        }
        errors.add(
            "status",
            "Not a valid choice. Please go to Customizations in your organization settings and add \"" +
                wanted + "\" to the list of opportunity statuses.");
        return;
    }
    const StatusPlace current = findOpportunityStatus(w.reference, draft.status);
    if (pipeline && current.pipeline == pipeline)
        return;
    const Json *first = pipeline ? pipeline : draft.status == 0 ? &w.reference.pipelines.front() : nullptr;
    if (first && !(*first)["statuses"].empty()) // the pipeline's first status (OpenAPI document)
        draft.status =
            static_cast<std::uint16_t>(numberOf("stat", text((*first)["statuses"][0], "id")).value_or(0));
}

void takeReferences(const Workspace &w, std::uint32_t lead, const Json &body, Draft &draft, Json &doc,
                    FieldErrors &errors)
{
    if (body.contains("user_id")) {
        const auto user = findUser(w, text(body, "user_id"));
        if (user)
            draft.user = *user;
        else
            errors.add("user", "Object does not exist.");
    }
    if (body.contains("contact_id")) {
        const auto contact = w.store.find(Kind::Contact, text(body, "contact_id"));
        if (body["contact_id"].is_null() || (contact && w.store.contacts[*contact].parent == lead))
            doc["contact_id"] = body["contact_id"];
        else
            errors.add("contact", "Object does not exist.");
    }
}

void store(Workspace &w, std::uint32_t row, const Draft &draft)
{
    OpportunityRow &o = w.store.opportunities[row];
    o.value = draft.value;
    o.dateWon = draft.dateWon;
    o.user = draft.user;
    o.confidence = static_cast<std::int8_t>(draft.confidence);
    o.period = draft.period;
}

Reply shown(const Workspace &w, const Request &request, std::uint32_t row)
{
    Json out = w.opportunityJson(row);
    FieldChoice(request).trim(out);
    return {200, std::move(out)};
}

Reply createOpportunity(Workspace &w, const Request &request)
{
    const Json &body = request.body;
    requireObject(body);
    FieldErrors errors;
    std::optional<std::uint32_t> lead;
    if (body.contains("lead_id") && !body["lead_id"].is_null()) {
        lead = w.store.find(Kind::Lead, text(body, "lead_id"));
        if (!lead)
            errors.add("lead", "Object does not exist.");
    }
    Draft draft;
    draft.user = request.user;
    Json doc = {{"note", ""},
                {"note_html", "<body><p></p></body>"},
                {"attachments", Json::array()},
                {"integration_links", Json::array()},
                {"contact_id", nullptr}};
    takeNote(body, doc, errors);
    takeMoney(body, draft, errors);
    takeStatus(w, body, draft, errors);
    takeReferences(w, lead.value_or(NoRow), body, draft, doc, errors);
    takeCustomFields(w, "opportunity", lead.value_or(NoRow), body, doc, errors);
    if (body.contains("attachments"))
        doc["attachments"] = body["attachments"];
    errors.throwIfAny();

    if (!lead) // an unnamed lead is made silently (developer.close.com/changelog 2025-02-14)
        lead = createLead(w, request, Json::object());
    const std::uint32_t row = w.store.add(Kind::Opportunity, *lead, request.user);
    OpportunityRow &o = w.store.opportunities[row];
    *o.doc = std::move(doc);
    if (body.contains("date_created")) {
        if (const auto created = parseMoment(text(body, "date_created")))
            o.created = *created;
    }
    const bool won = findOpportunityStatus(w.reference, draft.status).status &&
                     text(*findOpportunityStatus(w.reference, draft.status).status, "type") == "won";
    if (won && !draft.confidenceSent)
        draft.confidence = 100;
    if (won && draft.dateWon == NoDay)
        draft.dateWon = dayOfMoment(w.store.now(), request.tzOffset);
    store(w, row, draft);
    o.status = draft.status;
    w.recordEvent(request, "opportunity", w.store.id(Kind::Lead, *lead), nullptr, w.opportunityJson(row));
    return shown(w, request, row);
}

void recordDealStatusChange(Workspace &w, const Request &request, std::uint32_t row, std::uint16_t from)
{
    const OpportunityRow &o = w.store.opportunities[row];
    const StatusPlace before = findOpportunityStatus(w.reference, from);
    const StatusPlace after = findOpportunityStatus(w.reference, o.status);
    const Json shape = w.opportunityJson(row);
    Json doc = {
        {"_type", "OpportunityStatusChange"},
        {"user_id", userId(request.user)},
        {"contact_id", nullptr},
        {"opportunity_id", shape["id"]},
        {"opportunity_value", shape["value"]},
        {"opportunity_value_formatted", shape["value_formatted"]},
        {"opportunity_value_currency", shape["value_currency"]},
        {"opportunity_value_period", shape["value_period"]},
        {"opportunity_confidence", shape["confidence"]},
        {"opportunity_date_won", o.dateWon == NoDay ? Json() : Json(formatMoment(o.dateWon * MsPerDay))}};
    for (const auto &[which, place] : {std::pair("old", before), std::pair("new", after)}) {
        const std::string start = std::string(which) + "_";
        doc[start + "status_id"] = place.status ? (*place.status)["id"] : Json();
        doc[start + "status_label"] = place.status ? (*place.status)["label"] : Json();
        doc[start + "status_type"] = place.status ? (*place.status)["type"] : Json();
        doc[start + "pipeline_id"] = place.pipeline ? (*place.pipeline)["id"] : Json();
        doc[start + "pipeline_name"] = place.pipeline ? (*place.pipeline)["name"] : Json();
    }
    recordStatusChange(w, request, o.parent, std::move(doc));
}

Reply updateOpportunity(Workspace &w, const Request &request, std::uint32_t row)
{
    const Json &body = request.body;
    requireObject(body);
    FieldErrors errors;
    const OpportunityRow &o = w.store.opportunities[row];
    Draft draft{o.value, o.dateWon, o.user, o.status, o.confidence, o.period};
    Json doc = w.store.doc(Kind::Opportunity, row);
    takeNote(body, doc, errors);
    takeMoney(body, draft, errors);
    takeStatus(w, body, draft, errors);
    takeReferences(w, o.parent, body, draft, doc, errors);
    takeCustomFields(w, "opportunity", o.parent, body, doc, errors);
    if (body.contains("lead_id") && text(body, "lead_id") != w.store.id(Kind::Lead, o.parent))
        errors.add("lead", "An opportunity cannot be moved to another lead.");
    errors.throwIfAny();

    const Json before = w.opportunityJson(row);
    const std::uint16_t oldStatus = o.status;
    const Json oldDoc = w.store.doc(Kind::Opportunity, row);
    if (draft.status != oldStatus)
        setOpportunityStatus(w, request, row, draft.status);
    const bool wonToday = !draft.dateWonSent && draft.dateWon == NoDay && o.dateWon != NoDay;
    if (wonToday)
        draft.dateWon = o.dateWon;
    store(w, row, draft);
    w.store.editQuietly(Kind::Opportunity, row) = std::move(doc);
    if (w.opportunityJson(row) != before) {
        w.store.edit(Kind::Opportunity, row, request.user);
        w.recordEvent(request, "opportunity", w.store.id(Kind::Lead, o.parent), before,
                      w.opportunityJson(row));
        if (o.status != oldStatus)
            recordDealStatusChange(w, request, row, oldStatus);
    }
    return shown(w, request, row);
}

} // namespace

/// Moving to a won status fills date_won with today as the caller's clock has it unless it is set; leaving
/// it does not clear it (developer.close.com/api/resources/opportunities/update).
void setOpportunityStatus(Workspace &w, const Request &request, std::uint32_t row, std::uint16_t status)
{
    OpportunityRow &o = w.store.opportunities[row];
    o.status = status;
    const std::string type = w.opportunityStatusType(o);
    if (type == "won" && o.dateWon == NoDay)
        o.dateWon = dayOfMoment(w.store.now(), request.tzOffset);
    o.dateLost = type == "lost" ? w.store.now() : 0;
}

Reply answerOpportunities(Workspace &w, const Request &request)
{
    if (request.segments.size() == 1) {
        if (request.method == "GET")
            return listOpportunities(w, request);
        if (request.method == "POST")
            return createOpportunity(w, request);
        throwNoMethod();
    }
    const auto row = w.store.find(Kind::Opportunity, request.segment(1));
    if (!row) {
        if (Json stale = request.method == "GET" ? w.takeStale(request.segment(1)) : Json(); !stale.is_null())
            return {200, std::move(stale)};
        throwNotFound("Opportunity");
    }
    if (request.method == "GET")
        return shown(w, request, *row);
    if (request.method == "PUT")
        return updateOpportunity(w, request, *row);
    if (request.method != "DELETE")
        throwNoMethod();
    removeObject(w, request, Kind::Opportunity, *row);
    return {200, Json::object()};
}

} // namespace Leadline::Demo
