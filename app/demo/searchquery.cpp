// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "searchquery.h"

#include "textquery.h"

#include <algorithm>
#include <set>

namespace Leadline::Demo {

namespace {

struct Field
{
    std::string name;       ///< `custom.cf_x` for a custom field
    std::string objectType; ///< empty for a custom field
};

[[noreturn]] void bad(const std::string &what)
{
    throwFieldError("query", what);
}

Field fieldOf(const Subjects &subjects, const Json &field, const std::string &type)
{
    const std::string kind = text(field, "type");
    if (kind == "custom_field") {
        const std::string id = text(field, "custom_field_id");
        if (!findById(subjects.workspace().reference.customFields, id))
            bad("Custom field " + id + " does not exist.");
        return {"custom." + id, ""};
    }
    if (kind != "regular_field")
        bad("Unknown field type \"" + kind + "\".");
    Field found{text(field, "field_name"), text(field, "object_type")};
    if (!Subjects::isField(type, found.name))
        bad("Unknown field \"" + found.name + "\" of " + type + ".");
    return found;
}

using ValueTest = std::function<bool(const Json &)>;

/// A test of one value, used for each item of a list.
Predicate overValues(const Subjects &subjects, const std::string &field, ValueTest test)
{
    return [&subjects, field, test](const Subject &s) {
        const Json value = subjects.value(s, field);
        if (!value.is_array())
            return test(value);
        return std::any_of(value.begin(), value.end(), test);
    };
}

std::set<std::string> stringSet(const Json &list)
{
    std::set<std::string> values;
    for (const Json &value : list)
        values.insert(value.is_string() ? value.get<std::string>() : toText(value));
    return values;
}

Predicate referenceTest(const Subjects &subjects, const Field &field, const std::string &type,
                        const Json &condition)
{
    const auto ids = stringSet(member(condition, "object_ids"));
    const auto kind = Subjects::kindOf(type);
    if (field.name == "status_id" && (kind == Kind::Lead || kind == Kind::Opportunity)) {
        std::set<std::uint64_t> numbers; // the column, not a made-up id for every row
        for (const std::string &id : ids)
            numbers.insert(numberOf("stat", id).value_or(0));
        return [&subjects, numbers, kind](const Subject &s) {
            return numbers.count(subjects.workspace().store.row(*kind, s.row).status) != 0;
        };
    }
    return overValues(subjects, field.name,
                      [ids](const Json &v) { return v.is_string() && ids.count(v.get<std::string>()); });
}

Predicate textTest(const Subjects &subjects, const std::string &field, const Json &condition)
{
    const std::string wanted = text(condition, "value");
    const std::string name = text(condition, "mode");
    MatchMode mode = MatchMode::FullWords;
    if (name == "phrase" || name == "exact_phrase")
        mode = MatchMode::Phrase;
    else if (name == "beginning_of_words")
        mode = MatchMode::BeginningOfWords;
    else if (!name.empty() && name != "full_words")
        bad("Unknown text mode \"" + name + "\".");
    return overValues(subjects, field, [wanted, mode](const Json &v) {
        return v.is_string() && matches(normalised(v.get_ref<const std::string &>()), wanted, mode);
    });
}

Predicate numberTest(const Subjects &subjects, const std::string &field, const Json &condition)
{
    return overValues(subjects, field, [condition](const Json &v) {
        if (!v.is_number())
            return false;
        const double number = v.get<double>();
        const auto bound = [&](const char *key, auto compare) {
            const Json &limit = member(condition, key);
            return !limit.is_number() || compare(number, limit.get<double>());
        };
        return bound("gt", std::greater<>()) && bound("gte", std::greater_equal<>()) &&
               bound("lt", std::less<>()) && bound("lte", std::less_equal<>());
    });
}

Predicate momentTest(const Subjects &subjects, const std::string &field, const Json &condition)
{
    auto from = momentOf(member(condition, "on_or_after"), subjects.clock());
    auto before = momentOf(member(condition, "before"), subjects.clock());
    if (!from)
        from = momentOf(member(condition, "gte"), subjects.clock());
    if (!before)
        before = momentOf(member(condition, "lt"), subjects.clock());
    if (const auto after = momentOf(member(condition, "gt"), subjects.clock()))
        from = *after + 1;
    if (const auto until = momentOf(member(condition, "lte"), subjects.clock()))
        before = *until + 1;
    return [&subjects, field, from, before](const Subject &s) {
        const auto moment = subjects.moment(s, field);
        return moment && (!from || *moment >= *from) && (!before || *moment < *before);
    };
}

Predicate conditionTest(const Subjects &subjects, const Field &field, const std::string &type,
                        const Json &condition)
{
    const std::string kind = text(condition, "type");
    if (kind == "boolean") {
        const bool wanted = member(condition, "value") == true;
        return overValues(subjects, field.name, [wanted](const Json &v) { return (v == true) == wanted; });
    }
    if (kind == "current_user") {
        const std::string me = userId(subjects.caller());
        return overValues(subjects, field.name, [me](const Json &v) { return v == me; });
    }
    if (kind == "exists") {
        return [&subjects, name = field.name](const Subject &s) {
            const Json v = subjects.value(s, name);
            return !v.is_null() && v != "" && !(v.is_array() && v.empty());
        };
    }
    if (kind == "text")
        return textTest(subjects, field.name, condition);
    if (kind == "term") {
        const auto values = stringSet(member(condition, "values"));
        return overValues(subjects, field.name, [values](const Json &v) {
            return !v.is_null() && values.count(v.is_string() ? v.get<std::string>() : toText(v));
        });
    }
    if (kind == "reference")
        return referenceTest(subjects, field, type, condition);
    if (kind == "number_range")
        return numberTest(subjects, field.name, condition);
    if (kind == "moment_range")
        return momentTest(subjects, field.name, condition);
    bad("Unknown condition type \"" + kind + "\".");
}

Predicate relatedTest(const Subjects &subjects, const Json &query, const std::string &type)
{
    const std::string own = text(query, "this_object_type");
    const std::string other = text(query, "related_object_type");
    if (!Subjects::isType(other))
        bad("Unknown object type \"" + other + "\".");
    if (!own.empty() && own != type)
        return [](const Subject &) { return false; };
    const Predicate inner = compileQuery(subjects, member(query, "related_query"), other);
    return [&subjects, other, inner](const Subject &s) {
        const auto list = subjects.related(s, other);
        return std::any_of(list.begin(), list.end(), inner);
    };
}

Predicate compilePlain(const Subjects &subjects, const Json &query, const std::string &type)
{
    const std::string kind = text(query, "type");
    if (kind == "and" || kind == "or") {
        std::vector<Predicate> parts;
        if (!member(query, "queries").is_array())
            bad("\"" + kind + "\" needs a list of queries.");
        for (const Json &part : query["queries"])
            parts.push_back(compileQuery(subjects, part, type));
        if (kind == "and")
            return [parts](const Subject &s) {
                return std::all_of(parts.begin(), parts.end(), [&](const Predicate &p) { return p(s); });
            };
        return [parts](const Subject &s) {
            return std::any_of(parts.begin(), parts.end(), [&](const Predicate &p) { return p(s); });
        };
    }
    if (kind == "match_all")
        return [](const Subject &) { return true; };
    if (kind == "object_type") {
        const std::string wanted = text(query, "object_type");
        if (!Subjects::isType(wanted))
            bad("Unknown object type \"" + wanted + "\".");
        return [wanted](const Subject &s) {
            return s.type == wanted || (wanted == "task" && s.type == "task.lead");
        };
    }
    if (kind == "id") {
        const Json &value = member(query, "value");
        const auto ids = stringSet(value.is_array() ? value : Json::array({value}));
        return subjects.idTest(ids);
    }
    if (kind == "text") {
        const std::string wanted = text(query, "value");
        const std::string mode = text(query, "mode");
        const MatchMode how = mode == "phrase"               ? MatchMode::Phrase
                              : mode == "beginning_of_words" ? MatchMode::BeginningOfWords
                                                             : MatchMode::FullWords;
        return [&subjects, wanted, how](const Subject &s) {
            return matches(subjects.searchText(s), wanted, how);
        };
    }
    if (kind == "field_condition") {
        const std::string asked = text(member(query, "field"), "object_type");
        if (!asked.empty() && asked != type) { // a condition on another kind of object fits nothing here
            fieldOf(subjects, member(query, "field"), asked);
            return [](const Subject &) { return false; };
        }
        const Field field = fieldOf(subjects, member(query, "field"), type);
        return conditionTest(subjects, field, type, member(query, "condition"));
    }
    if (kind == "has_related")
        return relatedTest(subjects, query, type);
    if (kind == "saved_search") {
        const Json *saved =
            findById(subjects.workspace().reference.savedSearches, text(query, "saved_search_id"));
        if (!saved)
            bad("Smart View does not exist.");
        return compileSavedSearch(subjects, *saved);
    }
    bad("Unknown query type \"" + kind + "\".");
}

void collectTypes(const Json &query, std::vector<std::string> &types)
{
    if (text(query, "type") == "object_type" && member(query, "negate") != true) {
        const std::string type = text(query, "object_type");
        if (std::find(types.begin(), types.end(), type) == types.end())
            types.push_back(type);
    }
    const Json &parts = member(query, "queries");
    for (const Json &part : parts)
        collectTypes(part, types);
}

/// Sort keys as numbers where the field is a number or a date, else as normalised text.
struct Key
{
    double number = 0;
    std::string words;
    bool empty = true;
};

Key keyOf(const Subjects &subjects, const Subject &s, const std::string &field)
{
    if (field.compare(0, 5, "date_") == 0) {
        const auto moment = subjects.moment(s, field);
        return {static_cast<double>(moment.value_or(0)), {}, !moment};
    }
    const Json value = subjects.value(s, field);
    if (value.is_number())
        return {value.get<double>(), {}, false};
    if (value.is_boolean())
        return {value.get<bool>() ? 1.0 : 0.0, {}, false};
    return {0, value.is_string() ? normalised(value.get_ref<const std::string &>()) : std::string(),
            !value.is_string()};
}

void sortBy(const Subjects &subjects, std::vector<Subject> &list, const std::string &field, bool descending)
{
    std::vector<std::pair<Key, std::size_t>> keys;
    keys.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        keys.emplace_back(keyOf(subjects, list[i], field), i);
    std::stable_sort(keys.begin(), keys.end(), [descending](const auto &a, const auto &b) {
        const Key &x = a.first;
        const Key &y = b.first;
        if (x.empty != y.empty)
            return y.empty; // without a value last, either way
        if (x.number != y.number)
            return descending ? x.number > y.number : x.number < y.number;
        return descending ? x.words > y.words : x.words < y.words;
    });
    std::vector<Subject> sorted;
    sorted.reserve(list.size());
    for (const auto &key : keys)
        sorted.push_back(std::move(list[key.second]));
    list = std::move(sorted);
}

} // namespace

Predicate compileQuery(const Subjects &subjects, const Json &query, const std::string &type)
{
    if (!query.is_object())
        bad("This field is required.");
    Predicate plain = compilePlain(subjects, query, type);
    if (member(query, "negate") != true)
        return plain;
    return [plain](const Subject &s) { return !plain(s); };
}

std::vector<std::string> objectTypesOf(const Json &query)
{
    std::vector<std::string> types;
    collectTypes(query, types);
    if (types.empty())
        types = {"lead", "contact"}; // without an object_type node mixed objects come back (observed)
    return types;
}

std::vector<Subject> runQuery(const Subjects &subjects, const Json &query, const Json &sort,
                              const std::string &type)
{
    const Predicate test = compileQuery(subjects, query, type);
    std::vector<Subject> list = subjects.all(type);
    list.erase(std::remove_if(list.begin(), list.end(), [&](const Subject &s) { return !test(s); }),
               list.end());
    std::vector<std::pair<std::string, bool>> order;
    for (const Json &one : sort) {
        const Json &field = member(one, "field");
        const std::string owner = text(field, "object_type");
        if (!owner.empty() && owner != type)
            throwFieldError("sort", "Only fields of the object itself can be sorted by.");
        const std::string direction = text(one, "direction");
        if (direction != "asc" && direction != "desc")
            throwFieldError("sort", "direction must be \"asc\" or \"desc\".");
        order.emplace_back(fieldOf(subjects, field, type).name, direction == "desc");
    }
    if (order.empty())
        order.emplace_back("date_created", true);
    for (auto it = order.rbegin(); it != order.rend(); ++it) // stable, so the first one counts most
        sortBy(subjects, list, it->first, it->second);
    return list;
}

Predicate compileSavedSearch(const Subjects &subjects, const Json &savedSearch)
{
    const Json &tree = member(savedSearch, "s_query");
    const std::string type = text(savedSearch, "type");
    if (!tree.is_null())
        return compileQuery(subjects, tree.contains("query") ? tree["query"] : tree,
                            type.empty() ? "lead" : type);
    return compileTextQuery(subjects, text(savedSearch, "query"), "lead").test;
}

} // namespace Leadline::Demo
