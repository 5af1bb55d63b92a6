// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace Leadline::Demo {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The rate-limit headers in one of the styles seen in the wild: `comma`
/// (developer.close.com/topics/rate-limits), `semicolon` (observed 2026-08), `legacy` (x-rate-limit-*,
/// observed before 2020), `none`.
Headers rateLimitHeaders(const std::string &style, int limit, int remaining, double resetSeconds);

/// A token bucket per endpoint group (first path segment, reads and writes apart) and key. As on Close the
/// organization's limit, three times that of a key, holds over all keys.
class RateLimiter
{
public:
    explicit RateLimiter(double perSecond)
        : m_rate(perSecond)
    {
    }

    struct Verdict
    {
        bool allowed = true;
        int limit = 0;
        int remaining = 0;
        double reset = 0; ///< seconds until the next request will be let through
    };
    Verdict ask(const std::string &key, const std::string &group);
    bool isOn() const { return m_rate > 0; }

private:
    struct Bucket
    {
        double tokens = 0;
        std::chrono::steady_clock::time_point filled;
    };
    Bucket &filled(const std::string &name, double rate);

    double m_rate;
    std::map<std::string, Bucket> m_buckets;
};

} // namespace Leadline::Demo
