// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "validate.h"

#include "names.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

constexpr const char *NotText = "Value must be of basestring type.";
constexpr const char *NotList = "Value must be of list type.";
constexpr const char *NoSuchObject = "Object does not exist.";

bool looksLikeEmail(const std::string &email)
{
    const auto at = email.find('@');
    return at != std::string::npos && at > 0 && email.find('@', at + 1) == std::string::npos &&
           email.find('.', at + 2) != std::string::npos && email.back() != '.' &&
           email.find(' ') == std::string::npos;
}

/// One bad item of a list, as the legacy layer nests it.
Json nested(std::size_t index, const std::string &field, const Json &message)
{
    return {{"errors",
             {{std::to_string(index), {{"errors", Json::array()}, {"field-errors", {{field, message}}}}}}}};
}

const Region *regionOfNumber(const std::string &number)
{
    const Region *best = nullptr;
    for (const Region &region : regions()) {
        if (number.compare(0, region.dial.size(), region.dial) == 0 &&
            (!best || region.dial.size() > best->dial.size()))
            best = &region;
    }
    return best;
}

/// E.164 with the organization's country (Austria) applied, as Close stores numbers.
Json cleanPhone(const Json &item)
{
    const std::string typed = text(item, "phone");
    std::string digits;
    for (const char c : typed) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    const bool international = !typed.empty() && typed[0] == '+';
    Json phone = {{"phone", typed}, {"phone_formatted", typed}, {"country", nullptr}, {"type", "office"}};
    if (item.contains("type") && item["type"].is_string())
        phone["type"] = item["type"];
    if (digits.size() < 5)
        return phone; // kept as typed; Close gives such a number no country
    const std::string number = international ? "+" + digits : "+43" + digits.substr(digits[0] == '0' ? 1 : 0);
    phone["phone"] = number;
    const Region *region = regionOfNumber(number);
    phone["country"] = region ? Json(region->country) : Json();
    if (international && typed.find(' ') != std::string::npos)
        phone["phone_formatted"] = typed;
    else
        phone["phone_formatted"] = region ? region->dial + " " + number.substr(region->dial.size()) : number;
    return phone;
}

void takeList(const Json &body, const char *key, const char *itemKey, Json &doc, FieldErrors &errors)
{
    if (!body.contains(key))
        return;
    const Json &list = body[key];
    if (list.is_null()) {
        doc[key] = Json::array();
        return;
    }
    if (!list.is_array()) {
        errors.add(key, NotList);
        return;
    }
    Json clean = Json::array();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Json &item = list[i];
        if (!item.is_object() || !member(item, itemKey).is_string()) {
            errors.add(key, nested(i, itemKey,
                                   item.is_object() && item.contains(itemKey) ? NotText
                                                                              : "This field is required."));
            return;
        }
        const std::string value = text(item, itemKey);
        if (std::string_view(itemKey) == "email") {
            if (!looksLikeEmail(value)) {
                errors.add(key, nested(i, itemKey, "Invalid email address."));
                return;
            }
            clean.push_back({{"email", value},
                             {"type", item.contains("type") ? item["type"] : Json("office")},
                             {"is_unsubscribed", false}});
        } else if (std::string_view(itemKey) == "phone") {
            clean.push_back(cleanPhone(item));
        } else {
            clean.push_back({{"url", value}, {"type", item.contains("type") ? item["type"] : Json("url")}});
        }
    }
    doc[key] = std::move(clean);
}

/// Which objects a custom field can hold values on.
bool fieldServes(const Json &field, const std::string &objectType)
{
    if (text(field, "object_type") == objectType)
        return true;
    for (const Json &association : member(field, "associations")) {
        if (text(association, "object_type") == objectType)
            return true;
    }
    return false;
}

/// Why \a value does not fit a single-value field; empty when it does. Users may be named.
std::string checkSingle(const Workspace &w, const Json &field, std::uint32_t lead, Json &value)
{
    const std::string type = text(field, "type");
    if (type == "number")
        return value.is_number() ? "" : "Value must be of number type.";
    if (type == "hidden")
        return {};
    if (!value.is_string())
        return NotText;
    const std::string string = value.get<std::string>();
    if (type == "date")
        return parseDay(string) ? "" : "Invalid date.";
    if (type == "datetime") {
        const auto moment = parseMoment(string);
        if (moment)
            value = formatMoment(*moment);
        return moment ? "" : "Invalid datetime.";
    }
    if (type == "choices") {
        const Json &choices = member(field, "choices");
        return std::find(choices.begin(), choices.end(), value) != choices.end() ? "" : "Not a valid choice.";
    }
    if (type == "user") {
        if (findUser(w, string))
            return {};
        for (std::uint16_t user = 1; user <= w.reference.users.size(); ++user) {
            if (userName(w.reference, user) == string) {
                value = userId(user);
                return {};
            }
        }
        return NoSuchObject;
    }
    if (type == "contact") {
        const auto contact = w.store.find(Kind::Contact, string);
        return contact && w.store.contacts[*contact].parent == lead ? "" : NoSuchObject;
    }
    return {};
}

Json asList(const Json &value)
{
    return value.is_null() ? Json::array() : value.is_array() ? value : Json::array({value});
}

void changeList(const std::string &operation, const Json &value, const std::string &key, Json &doc)
{
    Json list = asList(member(doc, key));
    for (const Json &item : asList(value)) {
        const auto at = std::find(list.begin(), list.end(), item);
        if (operation == ".add" && at == list.end())
            list.push_back(item);
        else if (operation == ".remove" && at != list.end())
            list.erase(at);
    }
    if (list.empty())
        doc.erase(key);
    else
        doc[key] = std::move(list);
}

} // namespace

void requireObject(const Json &body)
{
    if (!body.is_object())
        throwError(400, "The request contains invalid JSON.");
}

void takeText(const Json &body, const char *key, Json &doc, FieldErrors &errors)
{
    if (!body.contains(key))
        return;
    if (!body[key].is_string() && !body[key].is_null())
        errors.add(key, NotText);
    else
        doc[key] = body[key];
}

void takeContactLists(const Json &body, Json &doc, FieldErrors &errors)
{
    takeList(body, "emails", "email", doc, errors);
    takeList(body, "phones", "phone", doc, errors);
    takeList(body, "urls", "url", doc, errors);
}

void takeAddresses(const Json &body, Json &doc, FieldErrors &errors)
{
    if (!body.contains("addresses"))
        return;
    const Json &list = body["addresses"];
    if (!list.is_array() && !list.is_null()) {
        errors.add("addresses", NotList);
        return;
    }
    Json clean = Json::array();
    for (std::size_t i = 0; i < list.size(); ++i) {
        Json address = {{"label", "business"}};
        for (const char *key : {"address_1", "address_2", "city", "state", "zipcode", "country", "label"}) {
            const Json &value = member(list[i], key);
            if (!value.is_string() && !value.is_null()) {
                errors.add("addresses", nested(i, key, NotText));
                return;
            }
            if (value.is_string() || std::string_view(key) != "label")
                address[key] = value.is_string() ? value : Json("");
        }
        const std::string country = text(address, "country");
        if (!country.empty() && (country.size() != 2 || country[0] < 'A' || country[0] > 'Z')) {
            errors.add("addresses", nested(i, "country", "Not a valid choice."));
            return;
        }
        clean.push_back(std::move(address));
    }
    doc["addresses"] = std::move(clean);
}

void takeCustomFields(const Workspace &w, const std::string &objectType, std::uint32_t lead, const Json &body,
                      Json &doc, FieldErrors &errors)
{
    const auto &entries = body.get_ref<const Json::object_t &>();
    for (auto it = entries.lower_bound("custom.");
         it != entries.end() && it->first.compare(0, 7, "custom.") == 0; ++it) {
        std::string name = it->first.substr(7);
        std::string operation;
        for (const char *suffix : {".add", ".remove"}) {
            const std::string_view tail = suffix;
            if (name.size() > tail.size() &&
                name.compare(name.size() - tail.size(), tail.size(), tail) == 0) {
                operation = tail;
                name.resize(name.size() - tail.size());
                break;
            }
        }
        const Json *field = nullptr;
        for (const Json &candidate : w.reference.customFields) {
            if (fieldServes(candidate, objectType) &&
                (text(candidate, "id") == name || text(candidate, "name") == name))
                field = &candidate;
        }
        if (!field) {
            errors.add("custom." + name, "Custom field does not exist.");
            continue;
        }
        const std::string key = "custom." + text(*field, "id");
        const bool multiple = member(*field, "accepts_multiple_values") == true;
        Json value = it->second;
        if (!operation.empty() && !multiple) {
            errors.add(it->first, "This field does not accept multiple values.");
            continue;
        }
        if (value.is_array() && !multiple) {
            errors.add(key, "This field does not accept multiple values.");
            continue;
        }
        std::string problem;
        if (value.is_array()) {
            for (Json &item : value)
                problem = problem.empty() ? checkSingle(w, *field, lead, item) : problem;
        } else if (!value.is_null()) {
            problem = checkSingle(w, *field, lead, value);
        }
        if (!problem.empty())
            errors.add(key, problem);
        else if (!operation.empty())
            changeList(operation, value, key, doc);
        else if (value.is_null() || (value.is_array() && value.empty()))
            doc.erase(key); // unset fields are absent, not null
        else
            doc[key] = multiple ? asList(value) : value;
    }
}

std::uint16_t takeLeadStatus(const Workspace &w, const Json &body, FieldErrors &errors)
{
    const bool byId = body.contains("status_id");
    if (!byId && !body.contains("status"))
        return 0;
    if (byId && body.contains("status")) {
        errors.add("status", "Send either status or status_id, not both.");
        return 0;
    }
    const std::string wanted = text(body, byId ? "status_id" : "status");
    for (const Json &status : w.reference.leadStatuses) {
        if (text(status, byId ? "id" : "label") == wanted)
            return static_cast<std::uint16_t>(numberOf("stat", text(status, "id")).value_or(0));
    }
    errors.add("status",
               "Not a valid choice. Please go to Customizations in your organization settings and add \"" +
                   wanted + "\" to the list of lead statuses.");
    return 0;
}

std::string htmlOfPlain(const std::string &plain)
{
    std::string html = "<body><p>";
    for (const char c : plain) {
        if (c == '&')
            html += "&amp;";
        else if (c == '<')
            html += "&lt;";
        else if (c == '>')
            html += "&gt;";
        else if (c == '\n')
            html += "<br />";
        else
            html += c;
    }
    return html + "</p></body>";
}

std::string plainOfHtml(const std::string &html)
{
    std::string plain;
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (html[at] == '<') {
            const auto end = html.find('>', at);
            const std::string tag = html.substr(at, end == std::string::npos ? end : end - at + 1);
            if (tag.compare(0, 3, "<br") == 0 || tag == "</p>" || tag == "</li>")
                plain += '\n';
            at = end == std::string::npos ? html.size() : end;
            continue;
        }
        static constexpr std::pair<std::string_view, char> entities[] = {
            {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
        bool replaced = false;
        for (const auto &[entity, c] : entities) {
            if (html.compare(at, entity.size(), entity) == 0) {
                plain += c;
                at += entity.size() - 1;
                replaced = true;
                break;
            }
        }
        if (!replaced)
            plain += html[at];
    }
    while (!plain.empty() && plain.back() == '\n')
        plain.pop_back();
    return plain;
}

void takeNote(const Json &body, Json &doc, FieldErrors &errors)
{
    takeText(body, "note", doc, errors);
    takeText(body, "note_html", doc, errors);
    if (body.contains("note_html") && body["note_html"].is_string())
        doc["note"] = plainOfHtml(text(body, "note_html"));
    else if (body.contains("note"))
        doc["note_html"] = htmlOfPlain(text(body, "note"));
}

} // namespace Leadline::Demo
