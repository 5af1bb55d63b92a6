// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Leadline::Demo {

using Json = nlohmann::json;

/// Serialises \a value as UTF-8. With \a keyOrder 0 object keys come sorted; any other number shuffles
/// them (differently for each number): Close's activity endpoints send keys in random order.
std::string toText(const Json &value, std::uint64_t keyOrder = 0);

/// The string under \a key, or an empty one when it is absent, null or no string.
std::string text(const Json &object, std::string_view key);

/// The value under \a key, or null.
const Json &member(const Json &object, std::string_view key);

/// What a handler throws to answer with an error.
struct HttpError
{
    int status = 400;
    Json body;
};

/// A 400 with one entry under `field-errors`; \a message may itself be an object (nested errors).
[[noreturn]] void throwFieldError(const std::string &field, const Json &message);

/// `{"error": message}` with \a status.
[[noreturn]] void throwError(int status, const std::string &message);

/// Collects field errors of one request and throws them together.
class FieldErrors
{
public:
    void add(const std::string &field, const Json &message) { m_errors[field] = message; }
    bool isEmpty() const { return m_errors.empty(); }
    Json body() const { return {{"errors", Json::array()}, {"field-errors", m_errors}}; }
    void throwIfAny() const;

private:
    Json m_errors = Json::object();
};

} // namespace Leadline::Demo
