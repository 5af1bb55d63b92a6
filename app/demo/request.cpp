// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "request.h"

#include <algorithm>
#include <charconv>

namespace Leadline::Demo {

std::vector<std::string> splitText(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at == text.size() || text[at] == separator) {
            if (at > start)
                parts.emplace_back(text.substr(start, at - start));
            start = at + 1;
        }
    }
    return parts;
}

std::string decodeBase64(std::string_view in)
{
    static constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : in) {
        const auto value = alphabet.find(c);
        if (value == std::string_view::npos)
            break;
        buffer = buffer << 6 | static_cast<unsigned>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>(buffer >> bits & 0xFF);
        }
    }
    return out;
}

std::string Request::param(const std::string &name) const
{
    const auto it = params.find(name);
    return it == params.end() ? std::string() : it->second;
}

std::vector<std::string> Request::list(const std::string &name) const
{
    return splitText(param(name), ',');
}

std::optional<bool> Request::flag(const std::string &name) const
{
    const auto it = params.find(name);
    if (it == params.end() || it->second.empty())
        return std::nullopt;
    return it->second != "false" && it->second != "False" && it->second != "0";
}

namespace {

std::size_t readCount(const Request &request, const std::string &name, std::size_t fallback)
{
    if (!request.has(name))
        return fallback;
    const std::string value = request.param(name);
    long long number = 0;
    const auto result = std::from_chars(value.data(), value.data() + value.size(), number);
    if (result.ec != std::errc() || result.ptr != value.data() + value.size())
        throwFieldError(name, "Input should be a valid integer, unable to parse string as an integer");
    if (number < 0)
        throwFieldError(name, "Input should be greater than or equal to 0");
    return static_cast<std::size_t>(number);
}

} // namespace

Page pageOf(const Request &request, std::size_t maxLimit, std::size_t maxSkip, std::size_t defaultLimit)
{
    Page page;
    page.limit = readCount(request, "_limit", defaultLimit);
    page.skip = readCount(request, "_skip", 0);
    if (page.limit > maxLimit)
        throwFieldError("_limit", "Input should be less than or equal to " + std::to_string(maxLimit));
    if (page.skip > maxSkip) {
        throwFieldError("_skip",
                        "The skip you set is larger than the maximum skip for this resource (max_skip = " +
                            std::to_string(maxSkip) + ").");
    }
    page.skip -= std::min(page.skip, request.shift);
    return page;
}

FieldChoice::FieldChoice(const Request &request)
{
    if (request.has("_fields"))
        *this = FieldChoice(request.list("_fields"));
}

FieldChoice::FieldChoice(const std::vector<std::string> &names)
    : m_all(false)
{
    for (const std::string &name : names) {
        if (name == "_all")
            m_all = true;
        else if (name == "custom")
            m_custom = true;
        m_names.push_back(name);
    }
    std::sort(m_names.begin(), m_names.end());
}

bool FieldChoice::wants(std::string_view key) const
{
    if (m_all || std::binary_search(m_names.begin(), m_names.end(), key))
        return true;
    return m_custom && key.substr(0, 7) == "custom.";
}

void FieldChoice::trim(Json &object) const
{
    if (m_all || !object.is_object())
        return;
    for (auto it = object.begin(); it != object.end();) {
        if (wants(it.key()))
            ++it;
        else
            it = object.erase(it);
    }
}

} // namespace Leadline::Demo
