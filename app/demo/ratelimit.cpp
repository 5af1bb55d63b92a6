// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "ratelimit.h"

#include <algorithm>
#include <cstdio>

namespace Leadline::Demo {

namespace {

std::string decimal(double value)
{
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.6f", value);
    return buffer;
}

} // namespace

Headers rateLimitHeaders(const std::string &style, int limit, int remaining, double reset)
{
    const std::string l = std::to_string(limit);
    const std::string r = std::to_string(remaining);
    const std::string s = decimal(reset);
    if (style == "comma")
        return {{"RateLimit", "limit=" + l + ", remaining=" + r + ", reset=" + s}};
    if (style == "semicolon") {
        return {{"ratelimit", "limit=" + l + "; remaining=" + r + "; reset=" + s},
                {"ratelimit-limit", l},
                {"ratelimit-remaining", r},
                {"ratelimit-reset", s}};
    }
    if (style == "legacy")
        return {{"x-rate-limit-limit", l}, {"x-rate-limit-remaining", r}, {"x-rate-limit-reset", s}};
    return {};
}

RateLimiter::Bucket &RateLimiter::filled(const std::string &name, double rate)
{
    const auto now = std::chrono::steady_clock::now();
    const auto [it, fresh] = m_buckets.try_emplace(name, Bucket{rate, now});
    Bucket &bucket = it->second;
    if (!fresh) {
        const double passed = std::chrono::duration<double>(now - bucket.filled).count();
        bucket.tokens = std::min(std::max(rate, 1.0), bucket.tokens + passed * rate);
        bucket.filled = now;
    }
    return bucket;
}

RateLimiter::Verdict RateLimiter::ask(const std::string &key, const std::string &group)
{
    Verdict verdict;
    if (!isOn())
        return verdict;
    Bucket &own = filled(key + " " + group, m_rate);
    Bucket &shared = filled("organization " + group, 3 * m_rate);
    verdict.limit = static_cast<int>(std::max(m_rate, 1.0));
    verdict.allowed = own.tokens >= 1 && shared.tokens >= 1;
    if (verdict.allowed) {
        own.tokens -= 1;
        shared.tokens -= 1;
    }
    verdict.remaining = static_cast<int>(std::max(0.0, own.tokens));
    verdict.reset = own.tokens >= 1 && shared.tokens >= 1
                        ? 0
                        : std::max((1 - own.tokens) / m_rate, (1 - shared.tokens) / (3 * m_rate));
    return verdict;
}

} // namespace Leadline::Demo
