// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include "validate.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

constexpr std::size_t MaxLimit = 1000; // 1000 was seen in use; the real cap is not known
constexpr std::size_t MaxBulk = 1000;

using Test = std::function<bool(const TaskRow &)>;

void addDateTests(const Request &request, const std::string &name, std::vector<Test> &tests,
                  const std::function<std::optional<Moment>(const TaskRow &)> &column)
{
    const auto bound = [&](const std::string &suffix, bool endOfDay) -> std::optional<Moment> {
        const std::string parameter = name + suffix;
        if (!request.has(parameter))
            return std::nullopt;
        const std::string value = request.param(parameter);
        const auto moment = parseMoment(value, request.tzOffset);
        if (!moment)
            throwFieldError(parameter, "Invalid date.");
        return endOfDay && value.size() == 10 ? *moment + MsPerDay - 1 : *moment;
    };
    const auto add = [&](std::optional<Moment> limit, auto compare) {
        if (limit)
            tests.push_back([limit = *limit, compare, column](const TaskRow &t) {
                const auto at = column(t);
                return at && compare(*at, limit);
            });
    };
    add(bound("__gt", true), std::greater<>());
    add(bound("__gte", false), std::greater_equal<>());
    add(bound("__lt", false), std::less<>());
    add(bound("__lte", true), std::less_equal<>());
    add(bound("", false), std::greater_equal<>());
    add(bound("", true), std::less_equal<>());
}

std::vector<Test> testsOf(const Workspace &w, const Request &request)
{
    std::vector<Test> tests;
    const double offset = request.tzOffset;
    const auto date = [offset](const TaskRow &t) {
        return t.date == NoDay ? std::nullopt : std::optional(startOfDay(t.date, offset));
    };
    const std::string view = request.param("view");
    if (!view.empty()) {
        if (view != "inbox" && view != "future" && view != "archive")
            throwFieldError("view", "Not a valid choice.");
        tests.push_back([&w, view, offset](const TaskRow &t) { return w.taskView(t, offset) == view; });
    }
    if (view != "inbox" && view != "future") { // those two override the date filters (developer.close.com)
        addDateTests(request, "date", tests, date);
        addDateTests(request, "due_date", tests, date);
    }
    addDateTests(request, "date_created", tests, [](const TaskRow &t) { return std::optional(t.created); });
    addDateTests(request, "date_updated", tests, [](const TaskRow &t) { return std::optional(t.updated); });
    if (const auto complete = request.flag("is_complete"))
        tests.push_back([wanted = *complete](const TaskRow &t) { return t.complete == wanted; });
    if (request.has("assigned_to") || request.has("assigned_to__in")) {
        std::vector<std::uint16_t> users;
        for (const char *name : {"assigned_to", "assigned_to__in"}) {
            for (const std::string &id : request.list(name))
                users.push_back(findUser(w, id).value_or(UINT16_MAX));
        }
        tests.push_back([users](const TaskRow &t) {
            return std::find(users.begin(), users.end(), t.assignedTo) != users.end();
        });
    }
    return tests;
}

Workspace::Rows matching(const Workspace &w, const Request &request)
{
    const auto tests = testsOf(w, request);
    Workspace::Rows rows;
    std::vector<std::string> types = request.list("_type__in");
    if (request.has("_type"))
        types.push_back(request.param("_type"));
    const bool leadTasks = types.empty() || std::find(types.begin(), types.end(), "lead") != types.end() ||
                           std::find(types.begin(), types.end(), "all") != types.end();
    const auto consider = [&](std::uint32_t row) {
        const TaskRow &task = w.store.tasks[row];
        if (task.deleted ||
            !std::all_of(tests.begin(), tests.end(), [&](const Test &test) { return test(task); }))
            return;
        const std::string type = task.doc ? text(*task.doc, "_type") : "lead";
        if (type == "lead" ? leadTasks
                           : std::find(types.begin(), types.end(), type) != types.end() ||
                                 std::find(types.begin(), types.end(), "all") != types.end())
            rows.push_back(row);
    };
    if (request.has("id") || request.has("id__in")) {
        for (const char *name : {"id", "id__in"}) {
            for (const std::string &id : request.list(name)) {
                if (const auto row = w.store.find(Kind::Task, id))
                    consider(*row);
            }
        }
    } else if (request.has("lead_id")) {
        if (const auto lead = w.store.find(Kind::Lead, request.param("lead_id"))) {
            for (const std::uint32_t row : w.store.children(Kind::Task, *lead))
                consider(row);
        }
    } else {
        for (std::uint32_t row = 0; row < w.store.tasks.size(); ++row)
            consider(row);
    }
    const std::string order = request.param("_order_by");
    const bool byDate = order == "date" || order == "-date";
    const bool ascending = order == "date" || order == "date_created";
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        const TaskRow &x = w.store.tasks[a];
        const TaskRow &y = w.store.tasks[b];
        const Moment left = byDate ? x.date : x.created;
        const Moment right = byDate ? y.date : y.created;
        return left != right ? (ascending ? left < right : left > right) : a > b;
    });
    return rows;
}

Reply listTasks(Workspace &w, const Request &request)
{
    const Page page = pageOf(request, MaxLimit, 100'000);
    const FieldChoice fields(request);
    std::string key = "task list " + std::to_string(request.tzOffset);
    for (const auto &[name, value] : request.params) {
        if (name != "_skip" && name != "_limit" && name != "_fields")
            key += "&" + name + "=" + value;
    }
    const auto &rows = w.cached(key, [&] { return matching(w, request); });
    Json data = Json::array();
    for (std::size_t i = page.skip; i < rows.size() && data.size() < page.limit; ++i) {
        data.push_back(w.taskJson(rows[i], request.tzOffset));
        fields.trim(data.back());
    }
    const bool more = page.skip + data.size() < rows.size();
    return {200, {{"data", std::move(data)}, {"has_more", more}, {"total_results", rows.size()}}};
}

struct Draft
{
    Day date = NoDay;
    std::uint16_t assignedTo = 0;
    bool complete = false;
    bool dateless = false;
};

void takeTask(const Workspace &w, const Request &request, const Json &body, Draft &draft, Json &doc,
              FieldErrors &errors)
{
    takeText(body, "text", doc, errors);
    for (const char *key : {"due_date", "date"}) { // due_date is deprecated, date wins
        if (!body.contains(key))
            continue;
        const std::string value = text(body, key);
        doc.erase("date");
        if (body[key].is_null()) {
            draft.dateless = true;
            draft.date = dayOfMoment(w.store.now(), request.tzOffset);
        } else if (const auto day = parseDay(value)) {
            draft.date = *day;
            draft.dateless = false;
        } else if (const auto moment = parseMoment(value, request.tzOffset)) {
            draft.date = dayOfMoment(*moment, request.tzOffset);
            draft.dateless = false;
            doc["date"] = formatMoment(*moment);
        } else {
            errors.add(key, "Invalid date.");
        }
    }
    if (body.contains("assigned_to")) {
        const auto user = findUser(w, text(body, "assigned_to"));
        if (user)
            draft.assignedTo = *user;
        else
            errors.add("assigned_to", "Object does not exist.");
    }
    if (body.contains("is_complete")) {
        if (body["is_complete"].is_boolean())
            draft.complete = body["is_complete"];
        else
            errors.add("is_complete", "Value must be of bool type.");
    }
    for (const char *key : {"priority", "resolution"}) {
        if (body.contains(key))
            doc[key] = body[key];
    }
}

void store(TaskRow &task, const Draft &draft)
{
    task.date = draft.date;
    task.assignedTo = draft.assignedTo;
    task.complete = draft.complete;
    task.dateless = draft.dateless;
}

Reply createTask(Workspace &w, const Request &request)
{
    requireObject(request.body);
    FieldErrors errors;
    const std::string type = text(request.body, "_type").empty() ? "lead" : text(request.body, "_type");
    if (type != "lead" && type != "outgoing_call")
        errors.add("_type", "Not a valid choice.");
    const auto lead = w.store.find(Kind::Lead, text(request.body, "lead_id"));
    if (!request.body.contains("lead_id"))
        errors.add("lead", "This field is required.");
    else if (!lead)
        errors.add("lead", "Object does not exist.");
    Draft draft{dayOfMoment(w.store.now(), request.tzOffset), request.user, false, true};
    Json doc = {{"_type", type}, {"text", ""}, {"priority", "medium"}, {"resolution", nullptr}};
    takeTask(w, request, request.body, draft, doc, errors);
    errors.throwIfAny();
    const std::uint32_t row = w.store.add(Kind::Task, *lead, request.user);
    *w.store.tasks[row].doc = std::move(doc);
    store(w.store.tasks[row], draft);
    w.recordEvent(request, "task." + type, w.store.id(Kind::Lead, *lead), nullptr,
                  w.taskJson(row, request.tzOffset));
    return {200, w.taskJson(row, request.tzOffset)};
}

void recordCompletion(Workspace &w, const Request &request, std::uint32_t row, Json &doc)
{
    const TaskRow &task = w.store.tasks[row];
    const ActivityStub stub =
        w.activities.add(task.parent, w.store.tick(),
                         {{"_type", "TaskCompleted"},
                          {"user_id", userId(request.user)},
                          {"task_id", w.store.id(Kind::Task, row)},
                          {"task_text", member(doc, "text")},
                          {"task_assigned_to", w.userOrNull(task.assignedTo)},
                          {"task_assigned_to_name", w.userNameOrNull(task.assignedTo)}});
    doc["object_id"] = makeId("acti", stub.number);
    w.recordEvent(request, "activity.task_completed", w.store.id(Kind::Lead, task.parent), nullptr,
                  w.activityJson(stub));
}

void updateTask(Workspace &w, const Request &request, std::uint32_t row)
{
    requireObject(request.body);
    FieldErrors errors;
    const TaskRow &task = w.store.tasks[row];
    Draft draft{task.date, task.assignedTo, task.complete, task.dateless};
    Json doc = w.store.doc(Kind::Task, row);
    takeTask(w, request, request.body, draft, doc, errors);
    errors.throwIfAny();
    const Json before = w.taskJson(row, request.tzOffset);
    const bool completed = draft.complete && !task.complete;
    if (completed)
        recordCompletion(w, request, row, doc);
    w.store.editQuietly(Kind::Task, row) = std::move(doc);
    store(w.store.tasks[row], draft);
    if (w.taskJson(row, request.tzOffset) == before)
        return;
    w.store.edit(Kind::Task, row, request.user);
    const Json after = w.taskJson(row, request.tzOffset);
    w.recordEvent(request, "task." + text(after, "_type"), text(after, "lead_id"), before, after);
}

/// `PUT /task/?id__in=a,b`: the same change to many.
Reply updateMany(Workspace &w, const Request &request)
{
    if (!request.has("id__in"))
        throwFieldError("id__in", "This field is required.");
    const auto rows = matching(w, request);
    if (rows.size() > MaxBulk)
        throwError(400, "Too many objects to update at once (max. 1000).");
    for (const std::uint32_t row : rows)
        updateTask(w, request, row);
    return {200, {{"count", rows.size()}}};
}

} // namespace

Reply answerTasks(Workspace &w, const Request &request)
{
    if (request.segments.size() == 1) {
        if (request.method == "GET")
            return listTasks(w, request);
        if (request.method == "POST")
            return createTask(w, request);
        if (request.method == "PUT")
            return updateMany(w, request);
        throwNoMethod();
    }
    const auto row = w.store.find(Kind::Task, request.segment(1));
    if (!row)
        throwNotFound("Task");
    if (request.method == "DELETE") {
        removeObject(w, request, Kind::Task, *row);
        return {200, Json::object()};
    }
    if (request.method == "PUT")
        updateTask(w, request, *row);
    else if (request.method != "GET")
        throwNoMethod();
    Json out = w.taskJson(*row, request.tzOffset);
    FieldChoice(request).trim(out);
    return {200, std::move(out)};
}

} // namespace Leadline::Demo
