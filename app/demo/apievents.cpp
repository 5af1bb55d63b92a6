// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

constexpr std::size_t MaxLimit = 50; // also the default (developer.close.com/api/resources/event-log)
constexpr Moment Retention = 30 * MsPerDay;
constexpr Moment DataHiddenAfter = 3'600'000; // from members who are no administrators

/// An event as a list needs it: one of the log, or one that follows from a generated object's dates.
struct Entry
{
    const Event *event = nullptr; ///< null for a made-up one
    Kind kind = Kind::Lead;
    std::uint32_t row = NoRow;
    bool created = false;
    Moment updated = 0;
    std::uint64_t number = 0;
};

std::uint64_t generatedNumber(Kind kind, std::uint32_t row, bool created)
{
    return (static_cast<std::uint64_t>(row) * 4 + static_cast<std::uint64_t>(kind)) * 2 + created;
}

Json generatedJson(const Workspace &w, const Entry &entry, bool hideData)
{
    const Row &row = w.store.row(entry.kind, entry.row);
    const std::string id = w.store.id(entry.kind, entry.row);
    Json out = {{"id", makeId("ev", entry.number)},
                {"object_type", eventName(entry.kind)},
                {"object_id", id},
                {"action", entry.created ? "created" : "updated"},
                {"changed_fields", entry.created ? Json::array() : Json::array({"date_updated"})},
                {"lead_id", w.store.id(Kind::Lead, row.parent)},
                {"organization_id", w.reference.organizationId},
                {"user_id", w.userOrNull(entry.created ? row.createdBy : row.updatedBy)},
                {"api_key_id", nullptr},
                {"request_id", makeId("req", (1ULL << 50) + entry.number)},
                {"date_created", formatNaiveMoment(entry.updated)},
                {"date_updated", formatNaiveMoment(entry.updated)},
                {"meta",
                 {{"request_method", entry.created ? "POST" : "PUT"},
                  {"request_path", std::string("/api/v1/") +
                                       (entry.kind == Kind::Task ? "task" : eventName(entry.kind)) + "/" +
                                       (entry.created ? "" : id + "/")}}}};
    if (!hideData) {
        out["data"] =
            entry.kind == Kind::Lead ? w.leadCoreJson(entry.row) : w.objectJson(entry.kind, entry.row, 0);
        out["previous_data"] = Json::object();
    }
    return out;
}

Json eventJson(const Workspace &w, const Event &event, bool hideData)
{
    Json meta = event.meta;
    meta["request_method"] = event.method;
    meta["request_path"] = event.path;
    Json out = {{"id", makeId("ev", event.number)},
                {"object_type", event.objectType},
                {"object_id", event.objectId},
                {"action", event.action},
                {"changed_fields", event.changedFields},
                {"lead_id", event.leadId.empty() ? Json() : Json(event.leadId)},
                {"organization_id", w.reference.organizationId},
                {"user_id", w.userOrNull(event.user)},
                {"api_key_id", nullptr},
                {"request_id", event.requestId},
                {"date_created", formatNaiveMoment(event.created)},
                {"date_updated", formatNaiveMoment(event.updated)},
                {"meta", std::move(meta)}};
    if (!hideData) { // the keys are absent then, not null (observed)
        out["data"] = event.data;
        out["previous_data"] = event.previous.is_null() ? Json::object() : event.previous;
    }
    return out;
}

bool isAdmin(const Workspace &w, const Request &request)
{
    const std::string role = text(w.reference.memberships.at(request.user - 1u), "role_id");
    return role == "admin" || role == "superuser";
}

bool isDataHidden(const Workspace &w, const Request &request, const Entry &entry)
{
    return !isAdmin(w, request) && w.store.now() - entry.updated > DataHiddenAfter;
}

using Test = std::function<bool(const Entry &)>;

/// The events of the last 30 days that pass every test, last updated first.
std::vector<Entry> events(const Workspace &w, const std::vector<Test> &tests)
{
    std::vector<Entry> list;
    const auto consider = [&](const Entry &entry) {
        if (std::all_of(tests.begin(), tests.end(), [&](const Test &test) { return test(entry); }))
            list.push_back(entry);
    };
    const Moment oldest = w.store.now() - Retention;
    const Moment now = w.store.now();
    for (const Event &event : w.events.events()) {
        const Moment delay = static_cast<Moment>(event.number % 3) * w.eventDelayMs / 2;
        if (event.updated >= oldest && event.updated + delay <= now)
            consider({&event, Kind::Lead, NoRow, false, event.updated, event.number});
    }
    const Moment start = w.store.generator().now();
    for (const Kind kind : {Kind::Lead, Kind::Contact, Kind::Opportunity, Kind::Task}) {
        for (std::uint32_t number = 0; number < w.store.count(kind); ++number) {
            const Row &row = w.store.row(kind, number);
            if (!row.generated || row.deleted)
                continue;
            if (row.created >= oldest && row.created <= start)
                consider({nullptr, kind, number, true, row.created, generatedNumber(kind, number, true)});
            if (row.updated > row.created && row.updated >= oldest && row.updated <= start)
                consider({nullptr, kind, number, false, row.updated, generatedNumber(kind, number, false)});
        }
    }
    std::sort(list.begin(), list.end(), [](const Entry &a, const Entry &b) {
        return a.updated != b.updated ? a.updated > b.updated : a.number > b.number;
    });
    return list;
}

/// Only certain sets of filters exist (developer.close.com/api/resources/event-log).
void checkFilterSet(const Request &request)
{
    std::string set;
    for (const char *name : {"object_type", "object_id", "action", "lead_id", "user_id", "request_id"}) {
        if (request.has(name))
            set += std::string(set.empty() ? "" : "+") + name;
    }
    static const std::vector<std::string> allowed = {"",
                                                     "object_id",
                                                     "object_type",
                                                     "object_type+object_id",
                                                     "object_type+action",
                                                     "object_type+object_id+action",
                                                     "object_id+action",
                                                     "lead_id",
                                                     "lead_id+user_id",
                                                     "object_type+lead_id",
                                                     "object_type+lead_id+user_id",
                                                     "object_type+action+lead_id",
                                                     "object_type+action+lead_id+user_id",
                                                     "user_id",
                                                     "object_type+user_id",
                                                     "object_id+user_id",
                                                     "action+user_id",
                                                     "object_type+action+user_id",
                                                     "object_id+action+user_id",
                                                     "request_id"};
    if (std::find(allowed.begin(), allowed.end(), set) == allowed.end())
        throwError(400, "This combination of filters is not supported: " + set);
}

std::string fieldOf(const Workspace &w, const Entry &entry, const std::string &name)
{
    if (const Event *event = entry.event) {
        return name == "object_type" ? event->objectType
               : name == "object_id" ? event->objectId
               : name == "action"    ? event->action
               : name == "lead_id"   ? event->leadId
               : name == "user_id"   ? userId(event->user)
                                     : event->requestId;
    }
    const Row &row = w.store.row(entry.kind, entry.row);
    return name == "object_type" ? eventName(entry.kind)
           : name == "object_id" ? w.store.id(entry.kind, entry.row)
           : name == "action"    ? (entry.created ? "created" : "updated")
           : name == "lead_id"   ? w.store.id(Kind::Lead, row.parent)
           : name == "user_id"   ? userId(entry.created ? row.createdBy : row.updatedBy)
                                 : "";
}

std::vector<Test> testsOf(const Workspace &w, const Request &request)
{
    checkFilterSet(request);
    std::vector<Test> tests;
    for (const char *op : {"__gt", "__gte", "__lt", "__lte"}) {
        const std::string name = std::string("date_updated") + op;
        if (!request.has(name))
            continue;
        const auto limit = parseMoment(request.param(name));
        if (!limit)
            throwFieldError(name, "Invalid date.");
        const std::string_view how = op;
        tests.push_back([limit = *limit, how](const Entry &e) {
            return how == "__gt"    ? e.updated > limit
                   : how == "__gte" ? e.updated >= limit
                   : how == "__lt"  ? e.updated < limit
                                    : e.updated <= limit;
        });
    }
    for (const char *name : {"object_type", "object_id", "action", "lead_id", "user_id", "request_id"}) {
        if (request.has(name))
            tests.push_back([&w, key = std::string(name), wanted = request.param(name)](const Entry &e) {
                return fieldOf(w, e, key) == wanted;
            });
    }
    return tests;
}

/// `date.number` of the event a page starts after (or, with a leading '-', ends before).
std::string cursorText(const Entry &entry, bool back)
{
    std::string cursor = back ? "-" : "";
    cursor += std::to_string(entry.updated);
    cursor += '.';
    cursor += std::to_string(entry.number);
    return cursor;
}

struct Position
{
    bool back = false;
    Moment updated = 0;
    std::uint64_t number = 0;
};

Position readCursor(const std::string &cursor)
{
    Position position;
    position.back = !cursor.empty() && cursor[0] == '-';
    const auto parts = splitText(position.back ? cursor.substr(1) : cursor, '.');
    if (parts.size() != 2 || parts[0].find_first_not_of("0123456789") != std::string::npos ||
        parts[1].find_first_not_of("0123456789") != std::string::npos)
        throwFieldError("_cursor", "Invalid cursor.");
    position.updated = std::strtoll(parts[0].c_str(), nullptr, 10);
    position.number = std::strtoull(parts[1].c_str(), nullptr, 10);
    return position;
}

bool isBefore(const Entry &entry, const Position &p)
{
    return entry.updated != p.updated ? entry.updated > p.updated : entry.number > p.number;
}

bool isAt(const Entry &entry, const Position &p)
{
    return entry.updated == p.updated && entry.number == p.number;
}

Reply listEvents(Workspace &w, const Request &request)
{
    const Page page = pageOf(request, MaxLimit, 0, MaxLimit);
    const auto tests = testsOf(w, request);
    const std::vector<Entry> list = events(w, tests);
    std::size_t first = 0;
    if (request.has("_cursor")) {
        const Position position = readCursor(request.param("_cursor"));
        const auto at =
            std::find_if(list.begin(), list.end(), [&](const Entry &e) { return !isBefore(e, position); });
        first = static_cast<std::size_t>(at - list.begin());
        if (position.back)
            first = first > page.limit ? first - page.limit : 0;
        else if (at != list.end() && isAt(*at, position))
            ++first;
    }
    const std::size_t end = std::min(list.size(), first + page.limit);
    Json data = Json::array();
    for (std::size_t i = first; i < end; ++i) {
        const bool hide = isDataHidden(w, request, list[i]);
        data.push_back(list[i].event ? eventJson(w, *list[i].event, hide) : generatedJson(w, list[i], hide));
    }
    Reply reply{
        200,
        {{"data", std::move(data)},
         {"cursor_next", end < list.size() && end > 0 ? Json(cursorText(list[end - 1], false)) : Json()},
         {"cursor_previous",
          first > 0 && first < list.size() ? Json(cursorText(list[first], true)) : Json()}}};
    reply.shuffleKeys = true;
    return reply;
}

} // namespace

Reply answerEvents(Workspace &w, const Request &request)
{
    if (request.method != "GET")
        throwNoMethod();
    if (request.segments.size() == 1)
        return listEvents(w, request);
    for (const Entry &entry : events(w, {})) {
        if (makeId("ev", entry.number) != request.segment(1))
            continue;
        const bool hide = isDataHidden(w, request, entry);
        return {200, entry.event ? eventJson(w, *entry.event, hide) : generatedJson(w, entry, hide)};
    }
    throwNotFound("Event");
}

} // namespace Leadline::Demo
