// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "textquery.h"

#include "searchquery.h"

#include <algorithm>
#include <charconv>

namespace Leadline::Demo {

namespace {

[[noreturn]] void bad(const std::string &what)
{
    throwFieldError("query", "The query could not be understood: " + what);
}

/// How a field of the language is answered.
enum class Manner { Text, Choice, Number, Date, User, Id };

struct LanguageField
{
    const char *type; ///< whose field
    const char *name; ///< in the language
    Manner manner;
    const char *related; ///< object to look at in place of the subject; empty = itself
    const char *field;   ///< what Subjects calls it; "#" = how many related ones there are
};

constexpr LanguageField Fields[] = {
    {"lead", "name", Manner::Text, "", "name"},
    {"lead", "company", Manner::Text, "", "name"},
    {"lead", "lead_name", Manner::Text, "", "name"},
    {"lead", "display_name", Manner::Text, "", "name"},
    {"lead", "description", Manner::Text, "", "description"},
    {"lead", "url", Manner::Text, "", "url"},
    {"lead", "id", Manner::Id, "", "id"},
    {"lead", "lead_id", Manner::Id, "", "id"},
    {"lead", "status", Manner::Choice, "", "status_label"},
    {"lead", "lead_status", Manner::Choice, "", "status_label"},
    {"lead", "status_label", Manner::Choice, "", "status_label"},
    {"lead", "status_id", Manner::Id, "", "status_id"},
    {"lead", "lead_status_id", Manner::Id, "", "status_id"},
    {"lead", "created", Manner::Date, "", "date_created"},
    {"lead", "date_created", Manner::Date, "", "date_created"},
    {"lead", "updated", Manner::Date, "", "date_updated"},
    {"lead", "date_updated", Manner::Date, "", "date_updated"},
    {"lead", "created_by", Manner::User, "", "created_by"},
    {"lead", "updated_by", Manner::User, "", "updated_by"},
    {"lead", "email", Manner::Text, "contact_email", "email"},
    {"lead", "email_address", Manner::Text, "contact_email", "email"},
    {"lead", "phone", Manner::Text, "contact_phone", "phone"},
    {"lead", "phone_number", Manner::Text, "contact_phone", "phone"},
    {"lead", "title", Manner::Text, "contact", "title"},
    {"lead", "contact_name", Manner::Text, "contact", "name"},
    {"lead", "contact_title", Manner::Text, "contact", "title"},
    {"lead", "city", Manner::Text, "address", "city"},
    {"lead", "state", Manner::Text, "address", "state"},
    {"lead", "zipcode", Manner::Text, "address", "zipcode"},
    {"lead", "zip", Manner::Text, "address", "zipcode"},
    {"lead", "country", Manner::Choice, "address", "country"},
    {"lead", "address", Manner::Text, "address", "address_1"},
    {"lead", "contacts", Manner::Number, "contact", "#"},
    {"lead", "addresses", Manner::Number, "address", "#"},
    {"lead", "opportunities", Manner::Number, "opportunity", "#"},
    {"lead", "tasks", Manner::Number, "task", "#"},
    {"lead", "calls", Manner::Number, "activity.call", "#"},
    {"lead", "emails", Manner::Number, "activity.email", "#"},
    {"lead", "sms_messages", Manner::Number, "activity.sms", "#"},
    {"lead", "notes", Manner::Number, "activity.note", "#"},
    {"lead", "meetings", Manner::Number, "activity.meeting", "#"},
    {"lead", "activities", Manner::Number, "activity", "#"},
    {"lead", "opportunity_status", Manner::Choice, "opportunity", "status_label"},
    {"lead", "opportunity_status_type", Manner::Choice, "opportunity", "status_type"},
    {"lead", "opportunity_value", Manner::Number, "opportunity", "value"},
    {"lead", "opportunity_confidence", Manner::Number, "opportunity", "confidence"},
    {"lead", "opportunity_user", Manner::User, "opportunity", "user_id"},
    {"lead", "task_updated", Manner::Date, "task", "date_updated"},
    {"lead", "task_created", Manner::Date, "task", "date_created"},
    {"lead", "task_date", Manner::Date, "task", "date"},
    {"opportunity", "id", Manner::Id, "", "id"},
    {"opportunity", "lead_id", Manner::Id, "", "lead_id"},
    {"opportunity", "note", Manner::Text, "", "note"},
    {"opportunity", "status", Manner::Choice, "", "status_label"},
    {"opportunity", "status_label", Manner::Choice, "", "status_label"},
    {"opportunity", "opportunity_status", Manner::Choice, "", "status_label"},
    {"opportunity", "status_id", Manner::Id, "", "status_id"},
    {"opportunity", "status_type", Manner::Choice, "", "status_type"},
    {"opportunity", "opportunity_status_type", Manner::Choice, "", "status_type"},
    {"opportunity", "pipeline", Manner::Choice, "", "pipeline_name"},
    {"opportunity", "value", Manner::Number, "", "value"},
    {"opportunity", "annualized_value", Manner::Number, "", "annualized_value"},
    {"opportunity", "confidence", Manner::Number, "", "confidence"},
    {"opportunity", "value_period", Manner::Choice, "", "value_period"},
    {"opportunity", "user", Manner::User, "", "user_id"},
    {"opportunity", "user_id", Manner::User, "", "user_id"},
    {"opportunity", "created_by", Manner::User, "", "created_by"},
    {"opportunity", "date", Manner::Date, "", "date_won"},
    {"opportunity", "date_won", Manner::Date, "", "date_won"},
    {"opportunity", "created", Manner::Date, "", "date_created"},
    {"opportunity", "date_created", Manner::Date, "", "date_created"},
    {"opportunity", "updated", Manner::Date, "", "date_updated"},
    {"opportunity", "date_updated", Manner::Date, "", "date_updated"},
    {"opportunity", "lead", Manner::Text, "lead", "name"},
    {"opportunity", "lead_name", Manner::Text, "lead", "name"},
    {"opportunity", "company", Manner::Text, "lead", "name"},
    {"opportunity", "lead_status", Manner::Choice, "lead", "status_label"},
    {"contact", "id", Manner::Id, "", "id"},
    {"contact", "name", Manner::Text, "", "name"},
    {"contact", "title", Manner::Text, "", "title"},
    {"contact", "email", Manner::Text, "contact_email", "email"},
    {"contact", "email_address", Manner::Text, "contact_email", "email"},
    {"contact", "phone", Manner::Text, "contact_phone", "phone"},
    {"contact", "created", Manner::Date, "", "date_created"},
    {"contact", "updated", Manner::Date, "", "date_updated"},
    {"contact", "emails", Manner::Number, "contact_email", "#"},
    {"contact", "phones", Manner::Number, "contact_phone", "#"},
    {"task", "text", Manner::Text, "", "text"},
    {"task", "is_complete", Manner::Choice, "", "is_complete"},
    {"task", "assigned_to", Manner::User, "", "assigned_to"},
    {"task", "date", Manner::Date, "", "date"},
    {"task", "created", Manner::Date, "", "date_created"},
    {"task", "updated", Manner::Date, "", "date_updated"},
    {"activity", "date", Manner::Date, "", "activity_at"},
    {"activity", "created", Manner::Date, "", "date_created"},
    {"activity", "user", Manner::User, "", "user_id"},
    {"activity", "user_id", Manner::User, "", "user_id"},
    {"activity", "created_by", Manner::User, "", "created_by"},
    {"activity", "status", Manner::Choice, "", "status"},
    {"activity", "direction", Manner::Choice, "", "direction"},
    {"activity", "disposition", Manner::Choice, "", "disposition"},
    {"activity", "duration", Manner::Number, "", "duration"},
    {"activity", "note", Manner::Text, "", "note"},
    {"activity", "text", Manner::Text, "", "text"},
    {"activity", "subject", Manner::Text, "", "subject"},
    {"activity", "body", Manner::Text, "", "body_text"},
    {"activity", "sender", Manner::Text, "", "sender"},
    {"activity", "old_status", Manner::Choice, "", "old_status_label"},
    {"activity", "new_status", Manner::Choice, "", "new_status_label"},
    {"activity", "old_status_type", Manner::Choice, "", "old_status_type"},
    {"activity", "new_status_type", Manner::Choice, "", "new_status_type"},
    {"address", "city", Manner::Text, "", "city"},
    {"address", "country", Manner::Choice, "", "country"},
    {"address", "state", Manner::Text, "", "state"},
    {"address", "zipcode", Manner::Text, "", "zipcode"},
};

/// `call(...)`, `contact(...)` and the like, and the names `has:` takes.
constexpr std::pair<const char *, const char *> Objects[] = {
    {"contact", "contact"},           {"contacts", "contact"},    {"opportunity", "opportunity"},
    {"opportunities", "opportunity"}, {"task", "task"},           {"tasks", "task"},
    {"call", "activity.call"},        {"calls", "activity.call"}, {"email", "activity.email"},
    {"emails", "activity.email"},     {"sms", "activity.sms"},    {"sms_messages", "activity.sms"},
    {"note", "activity.note"},        {"notes", "activity.note"}, {"meeting", "activity.meeting"},
    {"meetings", "activity.meeting"}, {"address", "address"},     {"addresses", "address"},
    {"activity", "activity"},         {"activities", "activity"}, {"lead", "lead"}};

std::string lowered(std::string word)
{
    for (char &c : word)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return word;
}

std::string objectNamed(const std::string &name, const std::string &type)
{
    if (name == "status_change" || name == "lead_status_change" || name == "opportunity_status_change")
        return name[0] == 'l' || (name[0] == 's' && type == "lead") ? "activity.lead_status_change"
                                                                    : "activity.opportunity_status_change";
    for (const auto &[known, object] : Objects) {
        if (name == known)
            return object;
    }
    return {};
}

const LanguageField *fieldNamed(const std::string &type, const std::string &name)
{
    const std::string group = type.compare(0, 9, "activity.") == 0 ? "activity" : type;
    for (const LanguageField &field : Fields) {
        if (group == field.type && name == field.name)
            return &field;
    }
    return nullptr;
}

template <typename T>
bool compare(const T &left, const std::string &op, const T &right)
{
    return op == ">"    ? left > right
           : op == ">=" ? left >= right
           : op == "<"  ? left < right
           : op == "<=" ? left <= right
                        : left == right;
}

using ValueTest = std::function<bool(const Json &)>;

bool isSet(const Json &value)
{
    return !value.is_null() && value != "" && !(value.is_array() && value.empty());
}

double numberIn(const std::string &value)
{
    double number = 0;
    const auto result = std::from_chars(value.data(), value.data() + value.size(), number);
    if (result.ec != std::errc() || result.ptr != value.data() + value.size())
        bad("\"" + value + "\" is no number.");
    return number;
}

ValueTest dateTest(const Subjects &subjects, const TextNode &node)
{
    const auto span = spanOfText(node.value, subjects.clock());
    if (!span)
        bad("\"" + node.value + "\" is no date.");
    return [span = *span, op = node.op, offset = subjects.clock().offset](const Json &v) {
        const auto at = v.is_string() ? parseMoment(v.get<std::string>(), offset) : std::nullopt;
        if (!at)
            return false;
        return op == ">"    ? *at >= span.end
               : op == ">=" ? *at >= span.start
               : op == "<"  ? *at < span.start
               : op == "<=" ? *at < span.end
                            : *at >= span.start && *at < span.end;
    };
}

ValueTest textTest(const TextNode &node)
{
    std::string wanted = node.value;
    MatchMode mode = node.quoted ? MatchMode::Phrase : MatchMode::FullWords;
    if (!node.quoted && wanted.size() > 1 && wanted.back() == '*') {
        wanted.pop_back();
        mode = MatchMode::BeginningOfWords;
    }
    return [wanted, mode](const Json &v) {
        return v.is_string() && matches(normalised(v.get_ref<const std::string &>()), wanted, mode);
    };
}

ValueTest userTest(const Subjects &subjects, const std::string &wanted)
{
    std::string id = wanted == "me" ? userId(subjects.caller()) : wanted;
    const Reference &reference = subjects.workspace().reference;
    for (std::uint16_t user = 1; user <= reference.users.size(); ++user) {
        if (normalised(userName(reference, user)) == normalised(wanted) ||
            text(reference.users[user - 1u], "email") == wanted)
            id = userId(user);
    }
    return [id](const Json &v) { return v == id; };
}

ValueTest valueTest(const Subjects &subjects, Manner manner, const TextNode &node)
{
    if (node.value == "*" && !node.quoted)
        return isSet;
    switch (manner) {
    case Manner::Date:
        return dateTest(subjects, node);
    case Manner::Number:
        return [number = numberIn(node.value), op = node.op](const Json &v) {
            return v.is_number() && compare(v.get<double>(), op, number);
        };
    case Manner::User:
        return userTest(subjects, node.value);
    case Manner::Id:
        return [wanted = node.value](const Json &v) { return v == wanted; };
    case Manner::Choice:
        return [wanted = normalised(node.value), plain = lowered(node.value)](const Json &v) {
            return v.is_boolean() ? (v.get<bool>() ? "true" : "false") == plain
                                  : v.is_string() && normalised(v.get_ref<const std::string &>()) == wanted;
        };
    case Manner::Text:
        break;
    }
    return textTest(node);
}

Predicate withList(const Subjects &subjects, const std::string &field, const ValueTest &test)
{
    return [&subjects, field, test](const Subject &s) {
        const Json value = subjects.value(s, field);
        return value.is_array() ? std::any_of(value.begin(), value.end(), test) : test(value);
    };
}

/// `custom.Name`, `custom.cf_x`, or the bare name of a custom field.
const Json *customField(const Subjects &subjects, const std::string &name)
{
    const std::string wanted = name.compare(0, 7, "custom.") == 0 ? name.substr(7) : name;
    for (const Json &field : subjects.workspace().reference.customFields) {
        if (text(field, "id") == wanted || normalised(text(field, "name")) == normalised(wanted))
            return &field;
    }
    return nullptr;
}

Predicate customTest(const Subjects &subjects, const Json &field, const TextNode &node)
{
    const std::string type = text(field, "type");
    const Manner manner = type == "number"                       ? Manner::Number
                          : type == "date" || type == "datetime" ? Manner::Date
                          : type == "user"                       ? Manner::User
                          : type == "choices"                    ? Manner::Choice
                                                                 : Manner::Text;
    return withList(subjects, "custom." + text(field, "id"), valueTest(subjects, manner, node));
}

std::vector<Subject> relatedTo(const Subjects &subjects, const Subject &s, const std::string &type)
{
    if (s.type != "contact" && type.compare(0, 8, "contact_") == 0) { // of all contacts of the lead
        std::vector<Subject> all;
        for (const Subject &contact : subjects.related(s, "contact")) {
            for (Subject &part : subjects.related(contact, type))
                all.push_back(std::move(part));
        }
        return all;
    }
    std::vector<Subject> list = subjects.related(s, type);
    if (s.type == "opportunity" && type == "activity.opportunity_status_change") {
        const std::string own = subjects.id(s);
        list.erase(
            std::remove_if(list.begin(), list.end(),
                           [&](const Subject &a) { return subjects.value(a, "opportunity_id") != own; }),
            list.end());
    }
    return list;
}

Predicate conditionTest(const Subjects &subjects, const TextNode &node, const std::string &type)
{
    const std::string name = lowered(node.name);
    if (name == "has") {
        const std::string object = objectNamed(lowered(node.value), type);
        if (object.empty())
            bad("has:" + node.value + " is not known.");
        return [&subjects, object](const Subject &s) { return !relatedTo(subjects, s, object).empty(); };
    }
    if (name == "in") {
        for (const Json &saved : subjects.workspace().reference.savedSearches) {
            if (text(saved, "name") == node.value || text(saved, "id") == node.value)
                return compileSavedSearch(subjects, saved);
        }
        bad("there is no Smart View \"" + node.value + "\".");
    }
    const LanguageField *field = fieldNamed(type, name);
    if (!field) {
        if (const Json *custom = customField(subjects, node.name))
            return customTest(subjects, *custom, node);
        bad("unknown field \"" + node.name + "\".");
    }
    const std::string what = field->field;
    if (what == "#") {
        if (node.value == "*")
            return [&subjects, object = std::string(field->related)](const Subject &s) {
                return !relatedTo(subjects, s, object).empty();
            };
        return [&subjects, object = std::string(field->related), number = numberIn(node.value),
                op = node.op](const Subject &s) {
            return compare(static_cast<double>(relatedTo(subjects, s, object).size()), op, number);
        };
    }

    const Predicate own = withList(subjects, what, valueTest(subjects, field->manner, node));
    const std::string related = field->related;
    if (related.empty())
        return own;
    return [&subjects, related, own](const Subject &s) {
        const auto list = relatedTo(subjects, s, related);
        return std::any_of(list.begin(), list.end(), own);
    };
}

Predicate compileNode(const Subjects &subjects, const TextNode &node, const std::string &type)
{
    std::vector<Predicate> parts;
    if (node.type != TextNode::Type::Nested) {
        for (const TextNode &part : node.parts)
            parts.push_back(compileNode(subjects, part, type));
    }
    switch (node.type) {
    case TextNode::Type::And:
        return [parts](const Subject &s) {
            return std::all_of(parts.begin(), parts.end(), [&](const Predicate &p) { return p(s); });
        };
    case TextNode::Type::Or:
        return [parts](const Subject &s) {
            return std::any_of(parts.begin(), parts.end(), [&](const Predicate &p) { return p(s); });
        };
    case TextNode::Type::Not:
        return [part = parts.front()](const Subject &s) { return !part(s); };
    case TextNode::Type::Everything:
        return [](const Subject &) { return true; };
    case TextNode::Type::Condition:
        return conditionTest(subjects, node, type);
    case TextNode::Type::Word:
        return [&subjects, node](const Subject &s) {
            const bool start = !node.quoted && node.value.size() > 1 && node.value.back() == '*';
            const std::string word = start ? node.value.substr(0, node.value.size() - 1) : node.value;
            return matches(subjects.searchText(s), word,
                           node.quoted ? MatchMode::Phrase
                           : start     ? MatchMode::BeginningOfWords
                                       : MatchMode::FullWords);
        };
    case TextNode::Type::Nested:
        break;
    }
    if (node.name == "sequence_subscription") // nobody here is in a sequence
        return [](const Subject &) { return false; };
    const std::string object = objectNamed(node.name, type);
    if (object.empty())
        bad("unknown object \"" + node.name + "(...)\".");
    const Predicate inner = compileNode(subjects, node.parts.front(), object);
    return [&subjects, object, inner](const Subject &s) {
        const auto list = relatedTo(subjects, s, object);
        return std::any_of(list.begin(), list.end(), inner);
    };
}

} // namespace

TextQuery compileTextQuery(const Subjects &subjects, const std::string &query, const std::string &type)
{
    const ParsedText parsed = parseTextQuery(query);
    TextQuery result{compileNode(subjects, parsed.root, type), {}, parsed.slice, parsed.slices};
    for (const std::string &sort : parsed.sorts) {
        const bool descending = !sort.empty() && sort[0] == '-';
        const std::string name = lowered(descending ? sort.substr(1) : sort);
        const LanguageField *field = fieldNamed(type, name);
        if (!field)
            bad("sort:" + sort + " is not known.");
        std::string key = field->field;
        if (key == "#")
            key += field->related;
        result.sorts.emplace_back(std::move(key), descending);
    }
    return result;
}

std::vector<std::uint32_t> runTextQuery(const Subjects &subjects, const std::string &query,
                                        const std::string &type)
{
    const TextQuery compiled = compileTextQuery(subjects, query, type);
    struct Entry
    {
        std::vector<std::pair<double, std::string>> keys;
        std::uint32_t row;
    };
    auto sorts = compiled.sorts;
    if (sorts.empty())
        sorts.emplace_back("date_updated", true);
    std::vector<Entry> found;
    for (const Subject &s : subjects.all(type)) {
        if (!compiled.test(s) ||
            (compiled.slices > 0 &&
             static_cast<int>(s.row % static_cast<unsigned>(compiled.slices)) != compiled.slice - 1))
            continue;
        Entry entry{{}, s.row};
        for (const auto &[field, descending] : sorts) {
            if (field[0] == '#') {
                entry.keys.emplace_back(static_cast<double>(relatedTo(subjects, s, field.substr(1)).size()),
                                        std::string());
            } else if (field.compare(0, 5, "date_") == 0) {
                entry.keys.emplace_back(static_cast<double>(subjects.moment(s, field).value_or(0)),
                                        std::string());
            } else {
                const Json value = subjects.value(s, field);
                entry.keys.emplace_back(value.is_number() ? value.get<double>() : 0,
                                        value.is_string() ? normalised(value.get<std::string>())
                                                          : std::string());
            }
        }
        found.push_back(std::move(entry));
    }
    std::sort(found.begin(), found.end(), [&](const Entry &a, const Entry &b) {
        for (std::size_t i = 0; i < sorts.size(); ++i) {
            if (a.keys[i] != b.keys[i])
                return sorts[i].second ? a.keys[i] > b.keys[i] : a.keys[i] < b.keys[i];
        }
        return a.row > b.row;
    });
    std::vector<std::uint32_t> rows;
    rows.reserve(found.size());
    for (const Entry &entry : found)
        rows.push_back(entry.row);
    return rows;
}

} // namespace Leadline::Demo
