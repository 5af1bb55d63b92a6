// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include "subject.h"
#include "validate.h"

#include <algorithm>
#include <array>

namespace Leadline::Demo {

namespace {

constexpr std::size_t MaxLimit = 100;
constexpr std::size_t MaxSkip = 100'000;

struct Resource
{
    const char *first; ///< path segments after /activity/
    const char *second;
    const char *type;
};

constexpr std::array<Resource, 13> Resources = {{{"note", "", "Note"},
                                                 {"call", "", "Call"},
                                                 {"email", "", "Email"},
                                                 {"emailthread", "", "EmailThread"},
                                                 {"sms", "", "SMS"},
                                                 {"meeting", "", "Meeting"},
                                                 {"created", "", "Created"},
                                                 {"status_change", "lead", "LeadStatusChange"},
                                                 {"status_change", "opportunity", "OpportunityStatusChange"},
                                                 {"task_completed", "", "TaskCompleted"},
                                                 {"lead_merge", "", "LeadMerge"},
                                                 {"whatsapp_message", "", "WhatsAppMessage"},
                                                 {"form_submission", "", "FormSubmission"}}};

const Resource *resourceOf(const Request &request)
{
    for (const Resource &resource : Resources) {
        if (request.segment(1) == resource.first &&
            (!resource.second[0] || request.segment(2) == resource.second))
            return &resource;
    }
    return nullptr;
}

using Test = std::function<bool(const ActivityStub &)>;

void addDateTests(const Request &request, std::vector<Test> &tests)
{
    // activity_at filters need the ordering by it (developer.close.com/api/resources/activities/list)
    const std::string order = request.param("_order_by");
    for (const std::string field : {"date_created", "activity_at"}) {
        for (const std::string op : {"__gt", "__gte", "__lt", "__lte"}) {
            if (!request.has(field + op))
                continue;
            if (field == "activity_at" && order != "activity_at" && order != "-activity_at")
                throwFieldError(field + op,
                                "activity_at filters need _order_by=activity_at or -activity_at.");
            const auto limit = parseMoment(request.param(field + op), request.tzOffset);
            if (!limit)
                throwFieldError(field + op, "Invalid date.");
            tests.push_back([limit = *limit, op](const ActivityStub &a) {
                return op == "__gt"    ? a.at > limit
                       : op == "__gte" ? a.at >= limit
                       : op == "__lt"  ? a.at < limit
                                       : a.at <= limit;
            });
        }
    }
}

std::vector<std::string> both(const Request &request, const char *name)
{
    auto values = request.list(std::string(name) + "__in");
    if (request.has(name))
        values.push_back(request.param(name));
    return values;
}

void addDocTest(Workspace &w, const Request &request, const char *name, std::vector<Test> &tests)
{
    const auto values = both(request, name);
    if (values.empty())
        return;
    tests.push_back([&w, values, key = std::string(name)](const ActivityStub &a) {
        return std::find(values.begin(), values.end(), text(w.activities.doc(a), key)) != values.end();
    });
}

std::vector<Test> testsOf(Workspace &w, const Request &request, const std::string &type, bool ofLead)
{
    std::vector<Test> tests;
    addDateTests(request, tests);
    const auto types = both(request, "_type");
    if (type.empty() && ofLead && !types.empty())
        tests.push_back([types](const ActivityStub &a) {
            return std::find(types.begin(), types.end(), a.type) != types.end();
        });
    if (ofLead) { // without lead_id these are silently ignored (observed)
        addDocTest(w, request, "user_id", tests);
        addDocTest(w, request, "contact_id", tests);
    }
    if (type == "OpportunityStatusChange")
        addDocTest(w, request, "opportunity_id", tests);
    return tests;
}

/// Newest first.
std::vector<ActivityStub> ofLeads(const Workspace &w, const std::vector<std::string> &ids)
{
    std::vector<ActivityStub> all;
    for (const std::string &id : ids) {
        const auto lead = w.store.find(Kind::Lead, id);
        const auto own = lead ? w.activities.ofLead(*lead) : std::vector<ActivityStub>();
        all.insert(all.end(), own.begin(), own.end());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const ActivityStub &x, const ActivityStub &y) { return x.at > y.at; });
    return all;
}

Reply listActivities(Workspace &w, const Request &request, const std::string &type)
{
    const Page page = pageOf(request, MaxLimit, MaxSkip);
    const FieldChoice fields(request);
    const auto leads = both(request, "lead_id");
    const bool ofLead = !leads.empty();
    const auto tests = testsOf(w, request, type, ofLead);
    std::vector<ActivityStub> own;
    const std::vector<ActivityStub> *list = &own;
    if (request.has("id__in")) {
        for (const std::string &id : request.list("id__in")) {
            if (const auto stub = w.activities.find(id))
                own.push_back(*stub);
        }
    } else if (ofLead) {
        own = ofLeads(w, leads);
    } else {
        list = &w.activities.all(type);
    }
    Json data = Json::array();
    std::size_t position = 0;
    bool more = false;
    const bool oldestFirst = request.param("_order_by") == "activity_at";
    for (std::size_t i = 0; i < list->size(); ++i) {
        const ActivityStub &stub = (*list)[oldestFirst ? list->size() - 1 - i : i];
        if ((!type.empty() && type != stub.type) ||
            !std::all_of(tests.begin(), tests.end(), [&](const Test &test) { return test(stub); }))
            continue;
        if (position++ < page.skip)
            continue;
        if (data.size() == page.limit) { // one row beyond the page decides has_more
            more = true;
            break;
        }
        data.push_back(w.activityJson(stub));
        fields.trim(data.back());
    }
    Reply reply{200, {{"data", std::move(data)}, {"has_more", more}}};
    reply.shuffleKeys = true;
    return reply;
}

bool isOneOf(const std::string &value, std::initializer_list<const char *> choices)
{
    return std::find(choices.begin(), choices.end(), value) != choices.end();
}

/// What Close checks of a logged call (CreateCallActivity of its OpenAPI document).
void checkCall(const Workspace &w, const Json &body, FieldErrors &errors)
{
    if (body.contains("direction") && !isOneOf(text(body, "direction"), {"inbound", "outbound"}))
        errors.add("direction", "Not a valid choice.");
    if (body.contains("status") &&
        !isOneOf(text(body, "status"), {"created", "in-progress", "completed", "cancel", "no-answer", "busy",
                                        "failed", "timeout"}))
        errors.add("status", "Not a valid choice.");
    if (body.contains("duration") && !body["duration"].is_number_unsigned())
        errors.add("duration", "Value must be of int type.");
    if (body.contains("outcome_id") && !body["outcome_id"].is_null() &&
        !isCallOutcome(w, text(body, "outcome_id")))
        errors.add("outcome", "Object does not exist.");
}

/// A logged call is with the number that was sent, and ended as its status says.
void completeCall(const Json &body, Json &doc)
{
    if (body.contains("phone")) {
        doc["remote_phone"] = body["phone"];
        doc["remote_phone_formatted"] = body["phone"];
    }
    const std::string status = text(doc, "status");
    if (body.contains("status") && !body.contains("disposition"))
        doc["disposition"] = status == "completed"                          ? Json("answered")
                             : isOneOf(status, {"no-answer", "busy"}) ? Json(status)
                                                                            : Json();
}

void takeActivity(const Workspace &w, std::uint32_t lead, const std::string &type, const Json &body,
                  Json &doc, FieldErrors &errors)
{
    if (type == "Note" || type == "Call")
        takeNote(body, doc, errors);
    if (type == "Call")
        checkCall(w, body, errors);
    if (type == "Note" && body.contains("pinned") && !body["pinned"].is_boolean())
        errors.add("pinned", "Value must be of bool type.");
    if (body.contains("contact_id") && !body["contact_id"].is_null()) {
        const auto contact = w.store.find(Kind::Contact, text(body, "contact_id"));
        if (!contact || w.store.contacts[*contact].parent != lead)
            errors.add("contact", "Object does not exist.");
    }
    static const std::map<std::string, std::vector<const char *>> plain = {
        {"Note", {"title", "pinned", "contact_id", "attachments"}},
        {"Call",
         {"status", "direction", "duration", "disposition", "phone", "remote_phone", "local_phone",
          "contact_id", "outcome_id", "recording_url", "voicemail_url"}},
        {"Email",
         {"status", "direction", "subject", "sender", "to", "cc", "bcc", "body_text", "body_html",
          "contact_id", "attachments"}},
        {"SMS", {"status", "direction", "text", "remote_phone", "local_phone", "contact_id"}},
        {"Meeting", {"title", "note", "starts_at", "ends_at", "location", "contact_id"}}};
    const auto keys = plain.find(type);
    if (keys == plain.end())
        throwNoMethod();
    for (const char *key : keys->second) {
        if (body.contains(key))
            doc[key] = body[key];
    }
    if (type == "Call")
        completeCall(body, doc);
}

Json emptyDoc(const std::string &type, const Request &request)
{
    Json doc = {{"_type", type}, {"user_id", userId(request.user)}};
    if (type == "Note") {
        doc.update({{"title", nullptr},
                    {"note", ""},
                    {"note_html", "<body><p></p></body>"},
                    {"pinned", false},
                    {"pinned_at", nullptr},
                    {"attachments", Json::array()},
                    {"note_mentions", Json::array()},
                    {"source", "api"}});
    } else if (type == "Call") {
        doc.update({{"status", "completed"},
                    {"direction", "outbound"},
                    {"duration", 0},
                    {"disposition", nullptr},
                    {"call_method", "regular"},
                    {"source", "External"},
                    {"phone", nullptr},
                    {"remote_phone", nullptr},
                    {"local_phone", nullptr},
                    {"remote_country_iso", ""},
                    {"local_country_iso", ""},
                    {"recording_url", nullptr},
                    {"voicemail_url", nullptr},
                    {"voicemail_duration", 0},
                    {"has_recording", false},
                    {"outcome_id", nullptr},
                    {"note", ""},
                    {"note_html", "<body><p></p></body>"},
                    {"cost", nullptr}});
    } else if (type == "Email") {
        doc.update({{"status", "draft"},
                    {"direction", nullptr},
                    {"subject", ""},
                    {"to", Json::array()},
                    {"cc", Json::array()},
                    {"bcc", Json::array()},
                    {"body_text", ""},
                    {"body_html", ""},
                    {"attachments", Json::array()}});
    }
    return doc;
}

void pinned(Json &doc, const Json &body, Moment now)
{
    if (body.contains("pinned"))
        doc["pinned_at"] = body["pinned"] == true ? Json(formatMoment(now)) : Json();
}

Reply createActivity(Workspace &w, const Request &request, const std::string &type)
{
    const Json &body = request.body;
    requireObject(body);
    if (!body.contains("lead_id"))
        throwFieldError("lead", "This field is required.");
    const auto lead = w.store.find(Kind::Lead, text(body, "lead_id"));
    if (!lead)
        throwFieldError("lead", "Object does not exist.");
    if (type == "Email" && text(body, "status") == "outbox") // nothing here ever sends mail
        throwFieldError("status", "This workspace does not send e-mail.");
    FieldErrors errors;
    Json doc = emptyDoc(type, request);
    takeActivity(w, *lead, type, body, doc, errors);
    errors.throwIfAny();
    const Moment now = w.store.tick();
    pinned(doc, body, now);
    doc["created_by"] = doc["updated_by"] = userId(request.user);
    const ActivityStub stub = w.activities.add(*lead, now, std::move(doc));
    const Json shown = w.activityJson(stub);
    w.recordEvent(request, activityObjectType(type), text(body, "lead_id"), nullptr, shown);
    Reply reply{200, shown};
    reply.shuffleKeys = true;
    return reply;
}

Reply answerOne(Workspace &w, const Request &request, const std::string &type, const std::string &id)
{
    const auto stub = w.activities.find(id);
    if (!stub || type != stub->type)
        throwNotFound(type);
    const std::string lead = w.store.id(Kind::Lead, stub->lead);
    const Json before = w.activityJson(*stub);
    if (request.method == "PUT") {
        requireObject(request.body);
        FieldErrors errors;
        Json doc = w.activities.doc(*stub);
        takeActivity(w, stub->lead, type, request.body, doc, errors);
        errors.throwIfAny();
        const Moment now = w.store.tick();
        pinned(doc, request.body, now);
        doc["updated_by"] = userId(request.user);
        doc["date_updated"] = formatMoment(now);
        w.activities.replace(*stub, std::move(doc));
        w.recordEvent(request, activityObjectType(type), lead, before, w.activityJson(*stub));
    } else if (request.method == "DELETE") {
        w.activities.remove(*stub);
        w.recordEvent(request, activityObjectType(type), lead, before, nullptr);
        return {200, Json::object()};
    } else if (request.method != "GET") {
        throwNoMethod();
    }
    Reply reply{200, w.activityJson(*stub)};
    FieldChoice(request).trim(reply.body);
    reply.shuffleKeys = true;
    return reply;
}

/// The status change \a doc goes on from: of the same record, by the same person, a moment ago.
std::optional<ActivityStub> changeBefore(const Workspace &w, std::uint32_t lead, const Json &doc, Moment now)
{
    for (const ActivityStub &stub : w.activities.ofLead(lead)) { // newest first
        if (now - stub.at >= ConsolidatedFor)
            break;
        if (text(doc, "_type") != stub.type)
            continue;
        const Json known = w.activities.doc(stub);
        if (member(known, "opportunity_id") != member(doc, "opportunity_id"))
            continue;
        if (member(known, "user_id") == member(doc, "user_id") &&
            member(known, "new_status_id") == member(doc, "old_status_id"))
            return stub;
        break;
    }
    return std::nullopt;
}

} // namespace

/// From the first status to the last (developer.close.com/api/resources/event-log); a change that was taken
/// back leaves none.
void recordStatusChange(Workspace &w, const Request &request, std::uint32_t lead, Json doc)
{
    const std::string objectType = activityObjectType(text(doc, "_type"));
    const std::string leadId = w.store.id(Kind::Lead, lead);
    const Moment now = w.store.tick();
    const auto known = changeBefore(w, lead, doc, now);
    if (!known) {
        const ActivityStub stub = w.activities.add(lead, now, std::move(doc));
        w.recordEvent(request, objectType, leadId, nullptr, w.activityJson(stub));
        return;
    }
    const Json before = w.activityJson(*known);
    const Json first = w.activities.doc(*known);
    if (member(first, "old_status_id") == member(doc, "new_status_id")) {
        w.activities.remove(*known);
        w.recordEvent(request, objectType, leadId, before, nullptr);
        return;
    }
    for (const auto &[key, value] : first.items()) {
        if (key.compare(0, 4, "old_") == 0)
            doc[key] = value;
    }
    doc["date_updated"] = formatMoment(now);
    w.activities.replace(*known, std::move(doc));
    w.recordEvent(request, objectType, leadId, before, w.activityJson(*known));
}

Reply answerActivities(Workspace &w, const Request &request)
{
    if (request.segments.size() == 1) {
        if (request.method != "GET")
            throwNoMethod();
        return listActivities(w, request, "");
    }
    if (request.segment(1) == "custom") {
        if (request.method != "GET" || request.segments.size() > 2)
            throwNoMethod();
        return listActivities(w, request, "Custom");
    }
    const Resource *resource = resourceOf(request);
    if (!resource)
        throwError(404, "Not Found");
    const std::size_t length = resource->second[0] ? 3 : 2;
    if (request.segments.size() > length)
        return answerOne(w, request, resource->type, request.segment(length));
    if (request.method == "GET")
        return listActivities(w, request, resource->type);
    if (request.method != "POST")
        throwNoMethod();
    return createActivity(w, request, resource->type);
}

} // namespace Leadline::Demo
