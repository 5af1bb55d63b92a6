// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "json.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace Leadline::Demo {

/// One call as the handlers see it: method overridden, `_params` unpacked, body parsed, caller known.
struct Request
{
    std::string method;
    std::string path;                  ///< below /api/v1, `/lead/lead_x/`
    std::vector<std::string> segments; ///< `lead`, `lead_x`
    std::map<std::string, std::string> params;
    Json body;
    double tzOffset =
        0; ///< x-tz-offset: hours from UTC, decimal (developer.close.com/api/overview/timezone-offsets)
    std::uint16_t user = 1;
    std::string id; ///< request_id of its events
    std::uint64_t number = 0;
    /// How many records at the front came or went since the page before, as seen by this page: those of the
    /// page before that it shows again.
    std::size_t shift = 0;

    std::string segment(std::size_t index) const
    {
        return index < segments.size() ? segments[index] : std::string();
    }
    bool has(const std::string &name) const { return params.count(name) != 0; }
    std::string param(const std::string &name) const;
    std::vector<std::string> list(const std::string &name) const; ///< comma-separated
    /// Anything but `false` is true (observed in the legacy layer).
    std::optional<bool> flag(const std::string &name) const;
};

struct Reply
{
    int status = 200;
    Json body = {};
    bool shuffleKeys = false; ///< activity endpoints send keys in random order
    bool hasBody = true;
    std::vector<std::pair<std::string, std::string>> headers = {};
};

/// One page of a list: how many to send, how many to skip.
struct Page
{
    std::size_t limit = 100;
    std::size_t skip = 0;
};

/// Reads `_limit` and `_skip`; over the caps it answers 400 with the wording seen in 2026.
Page pageOf(const Request &request, std::size_t maxLimit, std::size_t maxSkip,
            std::size_t defaultLimit = 100);

/// The keys `_fields` asks for; every key when it is absent.
class FieldChoice
{
public:
    FieldChoice() = default;
    explicit FieldChoice(const Request &request);
    explicit FieldChoice(const std::vector<std::string> &names);

    bool wants(std::string_view key) const;
    bool all() const { return m_all; }
    /// Drops what was not asked for.
    void trim(Json &object) const;

private:
    bool m_all = true;
    bool m_custom = false;
    std::vector<std::string> m_names;
};

std::vector<std::string> splitText(std::string_view text, char separator);
std::string decodeBase64(std::string_view text);

} // namespace Leadline::Demo
