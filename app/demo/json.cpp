// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "json.h"

#include <algorithm>
#include <charconv>

namespace Leadline::Demo {

namespace {

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

/// What stands in a string for a character that is not plain.
std::string escaped(char c)
{
    static const char *digits = "0123456789abcdef";
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return {'\\', 'u', '0', '0', digits[(c >> 4) & 15], digits[c & 15]};
    }
}

void appendString(std::string_view value, std::string &out)
{
    out += '"';
    while (!value.empty()) {
        const auto special = std::find_if_not(value.begin(), value.end(), isPlain);
        const auto length = size_t(special - value.begin());
        out.append(value.substr(0, length));
        if (length == value.size())
            break;
        out.append(escaped(value[length]));
        value.remove_prefix(length + 1);
    }
    out += '"';
}

template <typename Number>
void appendNumber(Number value, std::string &out)
{
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    out.append(buffer, end);
}

void append(const Json &value, std::uint64_t order, std::string &out);

void appendShuffled(const Json &object, std::uint64_t order, std::string &out)
{
    std::vector<std::pair<std::uint64_t, Json::const_iterator>> entries;
    std::uint64_t state = order;
    for (auto it = object.begin(); it != object.end(); ++it) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        entries.emplace_back(state >> 20, it);
    }
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    bool first = true;
    for (const auto &entry : entries) {
        if (!first)
            out += ',';
        first = false;
        appendString(entry.second.key(), out);
        out += ':';
        append(entry.second.value(), order + 1, out);
    }
}

void append(const Json &value, std::uint64_t order, std::string &out)
{
    bool first = true;
    switch (value.type()) {
    case Json::value_t::object:
        out += '{';
        if (order) {
            appendShuffled(value, order, out);
        } else {
            for (auto it = value.begin(); it != value.end(); ++it) {
                if (!first)
                    out += ',';
                first = false;
                appendString(it.key(), out);
                out += ':';
                append(it.value(), 0, out);
            }
        }
        out += '}';
        break;
    case Json::value_t::array:
        out += '[';
        for (const Json &item : value) {
            if (!first)
                out += ',';
            first = false;
            append(item, order ? ++order : 0, out);
        }
        out += ']';
        break;
    case Json::value_t::string:
        appendString(value.get_ref<const std::string &>(), out);
        break;
    case Json::value_t::boolean:
        out += value.get<bool>() ? "true" : "false";
        break;
    case Json::value_t::number_integer:
        appendNumber(value.get<std::int64_t>(), out);
        break;
    case Json::value_t::number_unsigned:
        appendNumber(value.get<std::uint64_t>(), out);
        break;
    case Json::value_t::number_float:
        appendNumber(value.get<double>(), out);
        break;
    default:
        out += "null";
    }
}

} // namespace

std::string toText(const Json &value, std::uint64_t keyOrder)
{
    std::string out;
    append(value, keyOrder, out);
    return out;
}

const Json &member(const Json &object, std::string_view key)
{
    static const Json null;
    if (!object.is_object())
        return null;
    const auto it = object.find(key);
    return it == object.end() ? null : *it;
}

std::string text(const Json &object, std::string_view key)
{
    const Json &value = member(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

void throwFieldError(const std::string &field, const Json &message)
{
    FieldErrors errors;
    errors.add(field, message);
    throw HttpError{400, errors.body()};
}

void throwError(int status, const std::string &message)
{
    throw HttpError{status, {{"error", message}}};
}

void FieldErrors::throwIfAny() const
{
    if (!isEmpty())
        throw HttpError{400, body()};
}

} // namespace Leadline::Demo
