// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>

namespace Leadline {

/// How fast a session asks, and how long it waits for what. The defaults suit Close; a server on the same
/// machine needs none of that patience.
struct Pacing
{
    /// Requests a second while the server has not told its limit.
    double assumedRate = 20;
    /// Before a request that failed is sent again; each further wait is twice as long.
    std::chrono::milliseconds firstRetry{500};
    /// The tables have not changed for so long: the moment to write their snapshots.
    std::chrono::milliseconds calm{3000};
    /// When a lead is looked through for a note, call or task whose creation was not answered, each time
    /// counted from the one before.
    std::array<std::chrono::milliseconds, 3> looks{
        std::chrono::milliseconds{0}, std::chrono::milliseconds{2000}, std::chrono::milliseconds{5000}};
};

} // namespace Leadline
