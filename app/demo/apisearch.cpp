// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include "searchquery.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

constexpr std::size_t MaxLimit = 200;
constexpr std::size_t ChainCap = 10'000; // objects a cursor chain gives (developer.close.com)

std::size_t numberIn(const Json &body, const char *key, std::size_t fallback, std::size_t highest)
{
    const Json &value = member(body, key);
    if (value.is_null())
        return fallback;
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0)
        throwFieldError(key, "Input should be a valid integer");
    const auto number = value.get<std::uint64_t>();
    if (number > highest)
        throwFieldError(key, "Input should be less than or equal to " + std::to_string(highest));
    return number;
}

SearchCursors::Chain search(const Subjects &subjects, const Json &body, std::size_t resultsLimit)
{
    SearchCursors::Chain chain;
    const Json &query = member(body, "query");
    if (!query.is_object())
        throwFieldError("query", "This field is required.");
    const std::size_t most = std::min(resultsLimit, ChainCap);
    for (const std::string &type : objectTypesOf(query)) {
        if (!Subjects::isType(type))
            throwFieldError("query", "Unknown object type \"" + type + "\".");
        const auto found = runQuery(subjects, query, member(body, "sort"), type);
        chain.total += found.size();
        for (const Subject &subject : found) {
            if (chain.found.size() >= most)
                break;
            chain.found.emplace_back(type, subjects.id(subject));
        }
    }
    return chain;
}

std::optional<Subject> subjectOf(const Workspace &w, const std::string &type, const std::string &id)
{
    if (const auto kind = Subjects::kindOf(type)) {
        const auto row = w.store.find(*kind, id);
        return row ? std::optional(Subject{type, *row}) : std::nullopt;
    }
    const auto stub = w.activities.find(id);
    return stub ? std::optional(Subject{type, stub->lead, stub->number}) : std::nullopt;
}

/// The fields wanted of each type; a type not named gives only ids.
FieldChoice choiceFor(const Json &body, const std::string &type, std::map<std::string, FieldChoice> &known)
{
    const auto it = known.find(type);
    if (it != known.end())
        return it->second;
    std::vector<std::string> names;
    const Json &wanted = member(member(body, "_fields"), type);
    for (const Json &name : wanted) {
        if (name.is_string())
            names.push_back(name.get<std::string>());
    }
    if (wanted.is_null())
        names = {"id"};
    return known.emplace(type, FieldChoice(names)).first->second;
}

} // namespace

Reply answerData(Workspace &w, const Request &request)
{
    if (request.segment(1) != "search" || request.segments.size() != 2)
        throwError(404, "Not Found");
    if (request.method != "POST")
        throwNoMethod();
    const Json &body = request.body;
    const Subjects subjects(w, request);
    const std::size_t limit = numberIn(body, "_limit", 100, MaxLimit);
    const std::size_t resultsLimit = numberIn(body, "results_limit", SIZE_MAX, SIZE_MAX);
    const std::string cursor = text(body, "cursor");
    std::uint64_t number = 0;
    std::size_t at = 0;
    if (cursor.empty())
        number = w.cursors.open(search(subjects, body, resultsLimit));
    else
        std::tie(number, at) = w.cursors.read(cursor, w.options.cursorSeconds);
    at -= std::min(at, std::min(request.shift, limit / 2));
    const SearchCursors::Chain &chain = w.cursors.chain(number);

    Json data = Json::array();
    std::map<std::string, FieldChoice> choices;
    for (; at < chain.found.size() && data.size() < limit; ++at) {
        const auto &[type, id] = chain.found[at];
        const auto subject = subjectOf(w, type, id);
        if (!subject) // deleted meanwhile
            continue;
        const FieldChoice fields = choiceFor(body, type, choices);
        Json one = fields.wants("id") && member(body, "_fields").is_null() ? Json{{"id", id}}
                                                                           : subjects.shown(*subject, fields);
        one["__object_type"] = type;
        data.push_back(std::move(one));
    }
    const bool more = at < chain.found.size();
    Json out = {{"data", std::move(data)}, {"cursor", more ? Json(w.cursors.cursorFor(number, at)) : Json()}};
    if (member(body, "include_counts") == true)
        out["count"] = {{"limited", std::min(chain.total, resultsLimit)}, {"total", chain.total}};
    return {200, std::move(out)};
}

namespace {

Json newSavedSearch(Workspace &w, const Request &request)
{
    const Json &body = request.body;
    if (text(body, "name").empty())
        throwFieldError("name", "This field is required.");
    const std::string now = formatMoment(w.store.tick());
    return {{"id", makeId("save", w.reference.nextNumber++)},
            {"name", text(body, "name")},
            {"description", text(body, "description")},
            {"type", text(body, "type").empty() ? "lead" : text(body, "type")},
            {"is_shared", member(body, "is_shared") == true},
            {"is_user_dependent", false},
            {"query", member(body, "query")},
            {"s_query", member(body, "s_query")},
            {"selected_fields", member(body, "selected_fields")},
            {"shared_with", nullptr},
            {"sharing_settings", nullptr},
            {"organization_id", w.reference.organizationId},
            {"user_id", userId(request.user)},
            {"date_created", now},
            {"date_updated", now}};
}

} // namespace

Reply answerSavedSearches(Workspace &w, const Request &request)
{
    auto &list = w.reference.savedSearches;
    if (request.segments.size() == 1) {
        if (request.method == "POST") {
            list.push_back(newSavedSearch(w, request));
            w.recordEvent(request, "saved_search", "", nullptr, list.back());
            return {200, list.back()};
        }
        if (request.method != "GET")
            throwNoMethod();
        std::vector<std::string> types = request.list("type__in");
        if (request.has("type") || types.empty())
            types.push_back(request.has("type") ? request.param("type") : "lead");
        std::vector<Json> shown;
        for (const Json &one : list) {
            if (std::find(types.begin(), types.end(), text(one, "type")) != types.end())
                shown.push_back(one);
        }
        return listReply(request, shown);
    }
    Json *one = findById(list, request.segment(1));
    if (!one)
        throwNotFound("SavedSearch");
    const Json before = *one;
    if (request.method == "PUT") {
        for (const char *key :
             {"name", "description", "type", "is_shared", "query", "s_query", "selected_fields"}) {
            if (request.body.contains(key))
                (*one)[key] = request.body[key];
        }
        (*one)["date_updated"] = formatMoment(w.store.tick());
        w.store.touch();
        w.recordEvent(request, "saved_search", "", before, *one);
    } else if (request.method == "DELETE") {
        list.erase(list.begin() + (one - list.data()));
        w.recordEvent(request, "saved_search", "", before, nullptr);
        return {200, Json::object()};
    } else if (request.method != "GET") {
        throwNoMethod();
    }
    return {200, *one};
}

} // namespace Leadline::Demo
