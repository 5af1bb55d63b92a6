// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apicall.h"
#include "apierror.h"

#include <chrono>

namespace Leadline {

/// When a failed request is tried again, and how long that takes.
struct RetryPolicy
{
    /// Tries in all, the first included.
    int tries = 5;
    /// The wait after the first failure; each further one doubles it, up to `longestWait`.
    std::chrono::milliseconds firstWait{500};
    std::chrono::milliseconds longestWait{20000};
    /// A 429 or 503 that asks for more patience than this is reported instead of waited out.
    std::chrono::milliseconds longestPause{120000};

    /// Whether this failure may pass by itself and the call may be repeated without harm. (A 429 is not asked
    /// here: it was not carried out, so that everything may follow it.)
    static bool isWorthwhile(const ApiCall &call, const ApiError &error);
    /// The wait after `failures` failures. `chance` in [0, 1) spreads it over half to one and a half, so that
    /// many clients do not come back at the same moment.
    std::chrono::milliseconds wait(int failures, double chance) const;
};

/// Whether a write that ended so may have been carried out although its answer does not say so.
bool leavesWriteOpen(const ApiError &error);

} // namespace Leadline
