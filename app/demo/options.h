// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "times.h"

#include <string>

namespace Leadline::Demo {

/// What `leadline-demo` was asked to do.
struct Options
{
    std::uint32_t leads = 400;
    int port = 0;
    std::string key = "api_demo";
    std::string restrictedKey = "api_demo_restricted";
    std::string forbiddenKey = "api_demo_forbidden";
    std::string organization; ///< another name, and an id with it; empty for the usual ones
    double rateLimit = 0;                ///< requests a second and endpoint group; 0 = none
    std::string rateLimitStyle = "none"; ///< comma, semicolon, legacy or none
    int latencyMs = 0;
    int cursorSeconds = 30; ///< life of a search cursor
    Day today = dayOf({2026, 11, 20});
    std::optional<Moment> now; ///< when it starts; three in the afternoon of `today` without it
    bool detach = false;
    bool help = false;
    std::string error; ///< why the command line makes no sense; empty when it does
};

Options parseOptions(int argc, char **argv);
std::string usage();

} // namespace Leadline::Demo
