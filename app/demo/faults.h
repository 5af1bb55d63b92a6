// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "json.h"

#include <list>
#include <optional>
#include <string>

namespace Leadline::Demo {

/// A wrong answer tests asked for: the next \a times requests that match get it.
struct Fault
{
    std::string method;       ///< empty = any
    std::string path;         ///< a start of the path below /api/v1; empty = any
    int status = 0;           ///< 0 = the real answer (after the delay)
    int times = 1;            ///< -1 = until reset
    std::optional<Json> body; ///< absent = an empty body
    std::string raw;          ///< sent as it is in place of body (no JSON)
    int delayMs = 0;
    std::optional<double> retryAfter;
    std::string rateLimitStyle; ///< header style of a 429; empty = none
    std::string location;       ///< of a redirect
    bool applied = false;       ///< the request takes effect before it is answered wrongly
    int cutAfter = -1;          ///< close the connection after so many bytes of the real body
};

class Faults
{
public:
    /// Adds one from its JSON form; throws HttpError when it makes no sense.
    void add(const Json &description);
    void clear() { m_faults.clear(); }
    /// The fault for that request, used up by one.
    std::optional<Fault> take(const std::string &method, const std::string &path);

private:
    std::list<Fault> m_faults;
};

} // namespace Leadline::Demo
