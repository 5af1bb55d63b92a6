// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <functional>
#include <optional>

namespace Leadline {

/// What an answer's headers say about the rate limit of its endpoint group.
struct RateLimitHeaders
{
    std::optional<double> limit;                    ///< requests in a window
    std::optional<double> remaining;                ///< requests left in this window
    std::optional<std::chrono::milliseconds> reset; ///< until the window ends
    std::optional<std::chrono::milliseconds> retryAfter;

    bool operator==(const RateLimitHeaders &) const = default;
};

/// Reads them from a function that gives a header's value, or an empty one, by its lower-case name.
/// Understands "ratelimit: limit=100, remaining=50, reset=5" with commas
/// (developer.close.com/api/overview/rate-limits) or semicolons (observed 2026), "ratelimit-limit" and kin
/// (observed 2026), "x-rate-limit-limit" and kin (observed before 2020, with decimals), and retry-after in
/// seconds or as a date, counted from `now`.
RateLimitHeaders readRateLimitHeaders(const std::function<QByteArray(const char *)> &header,
                                      const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace Leadline
