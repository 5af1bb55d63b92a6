// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace Leadline {

bool RetryPolicy::isWorthwhile(const ApiCall &call, const ApiError &error)
{
    using Kind = ApiError::Kind;
    if (!call.isRepeatable()) {
        return false;
    }
    switch (error.kind) {
    case Kind::Offline:
    case Kind::Timeout:
        return true;
    case Kind::Server:
        return error.status == 502 || error.status == 503 || error.status == 504;
    default:
        return false;
    }
}

std::chrono::milliseconds RetryPolicy::wait(int failures, double chance) const
{
    const double doubled = double(firstWait.count()) * std::exp2(std::clamp(failures - 1, 0, 30));
    const double capped = std::min(doubled, double(longestWait.count()));
    return std::chrono::milliseconds(qint64(capped * (0.5 + chance)));
}

bool leavesWriteOpen(const ApiError &error)
{
    // 503 is the refusal of a server that did not start; Close's own client repeats even a POST after it.
    return error.kind == ApiError::Kind::Server && error.status != 503;
}

} // namespace Leadline
