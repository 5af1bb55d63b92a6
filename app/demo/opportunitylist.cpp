// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "opportunitylist.h"

#include "searchquery.h"
#include "textquery.h"
#include "totals.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

constexpr std::size_t MaxLimit = 250; // 250 was seen in use; the real cap is not known
constexpr std::size_t MaxSkip = 35'000;

using Test = std::function<bool(const OpportunityRow &)>;

/// `name` and `name__in` of a request as one list.
std::vector<std::string> alternatives(const Request &request, const std::string &name)
{
    std::vector<std::string> values = request.list(name + "__in");
    if (request.has(name))
        values.push_back(request.param(name));
    return values;
}

bool asked(const Request &request, const std::string &name)
{
    return request.has(name) || request.has(name + "__in");
}

void addStatusTests(const Workspace &w, const Request &request, std::vector<Test> &tests)
{
    for (const auto &[parameter, key] : {std::pair("status_id", "id"), std::pair("status_type", "type"),
                                         std::pair("status_label", "label"), std::pair("status", "label")}) {
        if (!asked(request, parameter))
            continue;
        const auto wanted = alternatives(request, parameter);
        std::vector<std::uint16_t> numbers;
        for (const Json &pipeline : w.reference.pipelines) {
            for (const Json &status : pipeline["statuses"]) {
                if (std::find(wanted.begin(), wanted.end(), text(status, key)) != wanted.end())
                    numbers.push_back(
                        static_cast<std::uint16_t>(numberOf("stat", text(status, "id")).value_or(0)));
            }
        }
        tests.push_back([numbers](const OpportunityRow &o) {
            return std::find(numbers.begin(), numbers.end(), o.status) != numbers.end();
        });
    }
}

/// One bound of a date filter. A day without a time means its start for __gte and __lt, its end for __gt and
/// __lte, seen from the caller's offset.
struct Bound
{
    Day day = NoDay;
    Moment moment = 0;
};

Bound boundOf(const Request &request, const std::string &name, bool endOfDay)
{
    const std::string value = request.param(name);
    const auto moment = parseMoment(value, request.tzOffset);
    if (!moment)
        throwFieldError(name, "Invalid date.");
    const auto day = parseDay(value.substr(0, 10));
    return {*day, endOfDay && value.size() == 10 ? *moment + MsPerDay - 1 : *moment};
}

void addDateTests(const Request &request, std::vector<Test> &tests)
{
    const std::pair<const char *, Moment OpportunityRow::*> moments[] = {{"date_created", &Row::created},
                                                                         {"date_updated", &Row::updated}};
    for (const auto &[name, column] : moments) {
        const std::string base = name;
        const auto field = column;
        if (request.has(base + "__gt"))
            tests.push_back([b = boundOf(request, base + "__gt", true), field](const OpportunityRow &o) {
                return o.*field > b.moment;
            });
        if (request.has(base + "__gte"))
            tests.push_back([b = boundOf(request, base + "__gte", false), field](const OpportunityRow &o) {
                return o.*field >= b.moment;
            });
        if (request.has(base + "__lt"))
            tests.push_back([b = boundOf(request, base + "__lt", false), field](const OpportunityRow &o) {
                return o.*field < b.moment;
            });
        if (request.has(base + "__lte"))
            tests.push_back([b = boundOf(request, base + "__lte", true), field](const OpportunityRow &o) {
                return o.*field <= b.moment;
            });
        if (request.has(base)) {
            const Bound from = boundOf(request, base, false);
            const Bound to = boundOf(request, base, true);
            tests.push_back([from, to, field](const OpportunityRow &o) {
                return o.*field >= from.moment && o.*field <= to.moment;
            });
        }
    }
    const auto won = [&](const char *suffix, auto compare) {
        const std::string name = std::string("date_won") + suffix;
        if (!request.has(name))
            return;
        const Day day = boundOf(request, name, false).day;
        tests.push_back([day, compare](const OpportunityRow &o) {
            return o.dateWon != NoDay && compare(o.dateWon, day);
        });
    };
    won("", std::equal_to<>());
    won("__gt", std::greater<>());
    won("__gte", std::greater_equal<>());
    won("__lt", std::less<>());
    won("__lte", std::less_equal<>());
}

std::vector<Test> testsOf(Workspace &w, const Request &request)
{
    std::vector<Test> tests;
    addStatusTests(w, request, tests);
    addDateTests(request, tests);
    if (asked(request, "user_id")) {
        std::vector<std::uint16_t> users;
        for (const std::string &id : alternatives(request, "user_id"))
            users.push_back(findUser(w, id).value_or(UINT16_MAX));
        tests.push_back([users](const OpportunityRow &o) {
            return std::find(users.begin(), users.end(), o.user) != users.end();
        });
    }
    if (asked(request, "value_period")) {
        const auto periods = alternatives(request, "value_period");
        tests.push_back([periods](const OpportunityRow &o) {
            return std::find(periods.begin(), periods.end(), periodName(o.period)) != periods.end();
        });
    }
    if (const auto stalled = request.flag("is_stalled"))
        tests.push_back(
            [&w, wanted = *stalled](const OpportunityRow &o) { return w.isStalled(o) == wanted; });
    if (request.has("organization_id") && request.param("organization_id") != w.reference.organizationId)
        tests.push_back([](const OpportunityRow &) { return false; });
    return tests;
}

/// `query`, `lead_query` and `lead_saved_search_id` look beyond the columns. \a subjects outlives the result.
Predicate deepTest(const Subjects &subjects, const Request &request)
{
    std::vector<Predicate> tests;
    if (!request.param("query").empty())
        tests.push_back(compileTextQuery(subjects, request.param("query"), "opportunity").test);
    std::vector<Predicate> ofLead;
    if (!request.param("lead_query").empty())
        ofLead.push_back(compileTextQuery(subjects, request.param("lead_query"), "lead").test);
    if (request.has("lead_saved_search_id")) {
        const Json *saved =
            findById(subjects.workspace().reference.savedSearches, request.param("lead_saved_search_id"));
        if (!saved)
            throwFieldError("lead_saved_search_id", "Object does not exist.");
        ofLead.push_back(compileSavedSearch(subjects, *saved));
    }
    for (const Predicate &test : ofLead) {
        tests.push_back([&subjects, test](const Subject &s) {
            return test({"lead", subjects.workspace().store.opportunities[s.row].parent, 0, {}});
        });
    }
    return [tests](const Subject &s) {
        return std::all_of(tests.begin(), tests.end(), [&](const Predicate &test) { return test(s); });
    };
}

Workspace::Rows matching(Workspace &w, const Request &request)
{
    const auto tests = testsOf(w, request);
    const Subjects subjects(w, request);
    const Predicate deep = deepTest(subjects, request);
    Workspace::Rows rows;
    const auto consider = [&](std::uint32_t row) {
        const OpportunityRow &o = w.store.opportunities[row];
        if (!o.deleted &&
            std::all_of(tests.begin(), tests.end(), [&](const Test &test) { return test(o); }) &&
            deep({"opportunity", row, 0, {}}))
            rows.push_back(row);
    };
    if (request.has("lead_id")) {
        if (const auto lead = w.store.find(Kind::Lead, request.param("lead_id"))) {
            for (const std::uint32_t row : w.store.children(Kind::Opportunity, *lead))
                consider(row);
        }
        return rows;
    }
    for (std::uint32_t row = 0; row < w.store.opportunities.size(); ++row)
        consider(row);
    return rows;
}

/// What `_order_by` sorts by; values not on the list are ignored (observed in the legacy layer).
std::function<double(std::uint32_t)> sortKey(const Workspace &w, const std::string &name)
{
    const auto &list = w.store.opportunities;
    if (name == "date_won")
        return [&list](std::uint32_t r) {
            return list[r].dateWon == NoDay ? -1e18 : static_cast<double>(list[r].dateWon);
        };
    if (name == "date_updated")
        return [&list](std::uint32_t r) { return static_cast<double>(list[r].updated); };
    if (name == "date_created")
        return [&list](std::uint32_t r) { return static_cast<double>(list[r].created); };
    if (name == "confidence")
        return [&list](std::uint32_t r) { return static_cast<double>(list[r].confidence); };
    if (name == "value")
        return [&list](std::uint32_t r) {
            return list[r].value == NoValue ? -1e18 : static_cast<double>(list[r].value);
        };
    if (name == "annualized_value")
        return [&list](std::uint32_t r) {
            return list[r].value == NoValue ? -1e18 : static_cast<double>(annualizedValue(list[r]));
        };
    if (name == "annualized_expected_value")
        return [&list](std::uint32_t r) {
            return list[r].value == NoValue ? -1e18 : static_cast<double>(annualizedExpectedValue(list[r]));
        };
    if (name == "user_name") {
        std::vector<std::pair<std::string, std::uint16_t>> names;
        for (std::uint16_t u = 1; u <= w.reference.users.size(); ++u)
            names.emplace_back(userName(w.reference, u), u);
        std::sort(names.begin(), names.end());
        std::map<std::uint16_t, double> ranks;
        for (std::size_t i = 0; i < names.size(); ++i)
            ranks[names[i].second] = static_cast<double>(i);
        return [&list, ranks](std::uint32_t r) {
            return ranks.count(list[r].user) ? ranks.at(list[r].user) : -1;
        };
    }
    return {};
}

void sortRows(const Workspace &w, const Request &request, Workspace::Rows &rows)
{
    std::string order = request.param("_order_by");
    bool descending = !order.empty() && order[0] == '-';
    auto key = sortKey(w, descending ? order.substr(1) : order);
    if (!key) { // the recorded order without one
        key = sortKey(w, "date_created");
        descending = true;
    }
    std::vector<std::pair<double, std::uint32_t>> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows)
        keyed.emplace_back(key(row), row);
    std::sort(keyed.begin(), keyed.end(), [descending](const auto &a, const auto &b) {
        if (a.first != b.first)
            return descending ? a.first > b.first : a.first < b.first;
        return a.second > b.second;
    });
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = keyed[i].second;
}

struct Group
{
    std::string key;
    Json head = Json::object();
    std::string order;
    Workspace::Rows rows;
};

Group groupOf(const Workspace &w, const std::string &by, const OpportunityRow &o)
{
    Group group;
    if (by == "user_id") {
        group.key = userId(o.user);
        group.order = userName(w.reference, o.user);
        group.head = {{"user_id", w.userOrNull(o.user)}, {"user_name", w.userNameOrNull(o.user)}};
        return group;
    }
    if (o.dateWon == NoDay) {
        group.order = "~"; // how Close keys rows without a date is not known
        return group;
    }
    const Civil date = civilOf(o.dateWon);
    char buffer[48];
    if (by == "date_won__week") {
        const IsoWeek week = isoWeekOf(o.dateWon);
        std::snprintf(buffer, sizeof buffer, "%04d-W%02d", week.year, week.week);
        group.head = {{"weekyear", week.year}, {"week", week.week}};
    } else if (by == "date_won__month") {
        std::snprintf(buffer, sizeof buffer, "%04d-%02d", date.year, date.month);
        group.head = {{"year", date.year}, {"month", date.month}};
    } else if (by == "date_won__quarter") {
        const int quarter = (date.month - 1) / 3 + 1;
        std::snprintf(buffer, sizeof buffer, "%04d-Q%d", date.year, quarter);
        group.head = {{"year", date.year}, {"quarter", quarter}};
    } else {
        std::snprintf(buffer, sizeof buffer, "%04d", date.year);
        group.head = {{"year", date.year}};
    }
    group.key = group.order = buffer;
    return group;
}

bool knownGrouping(const std::string &by)
{
    return by == "user_id" || by == "date_won__week" || by == "date_won__month" ||
           by == "date_won__quarter" || by == "date_won__year";
}

/// Paging counts objects, so that a group may be cut at a page's edge.
Json groupedData(const Workspace &w, const Workspace::Rows &rows, const std::string &by, bool reversed,
                 const Page &page, const FieldChoice &fields)
{
    std::map<std::string, Group> groups;
    for (const std::uint32_t row : rows) {
        Group one = groupOf(w, by, w.store.opportunities[row]);
        groups.try_emplace(one.order + '\n' + one.key, one).first->second.rows.push_back(row);
    }
    std::vector<const Group *> ordered;
    for (const auto &entry : groups)
        ordered.push_back(&entry.second);
    if (reversed)
        std::reverse(ordered.begin(), ordered.end());
    Json data = Json::array();
    std::size_t position = 0;
    for (const Group *group : ordered) {
        Json objects = Json::array();
        Totals totals;
        for (const std::uint32_t row : group->rows) {
            totals.add(w.store.opportunities[row]);
            if (position >= page.skip && position < page.skip + page.limit) {
                objects.push_back(w.opportunityJson(row));
                fields.trim(objects.back());
            }
            ++position;
        }
        if (objects.empty())
            continue;
        Json out = group->head;
        out["key"] = group->key.empty() ? Json() : Json(group->key);
        totals.writeTo(out);
        out["objects"] = std::move(objects);
        data.push_back(std::move(out));
    }
    return data;
}

std::string cacheKey(const Request &request)
{
    std::string key = "opportunity list " + std::to_string(request.tzOffset);
    for (const auto &[name, value] : request.params) {
        if (name != "_skip" && name != "_limit" && name != "_fields" && name != "_group_by")
            key += "&" + name + "=" + value;
    }
    return key;
}

} // namespace

Reply listOpportunities(Workspace &w, const Request &request)
{
    const Page page = pageOf(request, MaxLimit, MaxSkip);
    const FieldChoice fields(request);
    const auto &rows = w.cached(cacheKey(request), [&] {
        auto found = matching(w, request);
        sortRows(w, request, found);
        return found;
    });
    Totals totals;
    for (const std::uint32_t row : rows)
        totals.add(w.store.opportunities[row]);
    Json out = Json::object();
    totals.writeTo(out);
    std::string by = request.param("_group_by");
    const bool reversed = !by.empty() && by[0] == '-';
    if (reversed)
        by.erase(0, 1);
    if (knownGrouping(by)) {
        out["data"] = groupedData(w, rows, by, reversed, page, fields);
        out["has_more"] = page.skip + page.limit < rows.size();
        return {200, std::move(out)};
    }
    Json data = Json::array();
    for (std::size_t i = page.skip; i < rows.size() && data.size() < page.limit; ++i) {
        data.push_back(w.opportunityJson(rows[i]));
        fields.trim(data.back());
    }
    out["has_more"] = page.skip + data.size() < rows.size();
    out["data"] = std::move(data);
    return {200, std::move(out)};
}

} // namespace Leadline::Demo
