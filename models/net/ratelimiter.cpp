// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace Leadline {

namespace {

using std::chrono::duration;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

// One second's worth: enough for a page's handful of requests at once, and a server that counts in windows
// of several seconds is not overrun at their start.
double capacity(double rate)
{
    return std::max(1.0, rate);
}

milliseconds roundedUp(double seconds)
{
    return milliseconds(std::max<qint64>(1, qint64(std::ceil(seconds * 1000))));
}

double seconds(RateLimiter::Clock::duration span)
{
    return duration<double>(span).count();
}

milliseconds until(RateLimiter::TimePoint when, RateLimiter::TimePoint now)
{
    return roundedUp(seconds(when - now));
}

} // namespace

RateLimiter::RateLimiter(const Options &options)
    : m_options(options)
{
}

RateLimiter::Bucket &RateLimiter::bucket(const QString &group, TimePoint now)
{
    auto found = m_buckets.find(group);
    if (found == m_buckets.end()) {
        Bucket fresh;
        fresh.rate = m_options.assumedRate;
        fresh.tokens = capacity(fresh.rate);
        fresh.backgroundTokens = fresh.tokens;
        fresh.refilled = now;
        found = m_buckets.insert(group, fresh);
    }
    return *found;
}

bool RateLimiter::isYielding(TimePoint now) const
{
    return m_lastInteractive != TimePoint::min() && now - m_lastInteractive < m_options.yieldFor;
}

void RateLimiter::refill(Bucket &bucket, TimePoint now) const
{
    if (bucket.limit > 0 && bucket.windowEnds != TimePoint() && now >= bucket.windowEnds &&
        bucket.longestReset.count() > 0) {
        // The next window has begun. What is still under way may be counted in it, and the first answer that
        // tells of it is still to come.
        bucket.windowLeft = bucket.limit - bucket.inFlight;
        bucket.windowEnds = now + bucket.longestReset;
    }
    const double share = isYielding(now) ? 1.0 / 3 : 1.0;
    if (now > bucket.refilled) {
        const double gained = bucket.rate * seconds(now - bucket.refilled);
        bucket.tokens += gained;
        bucket.backgroundTokens += gained * share;
        bucket.refilled = now;
    }
    const double full = capacity(bucket.rate);
    bucket.tokens = std::min(bucket.tokens, full);
    bucket.backgroundTokens = std::min(bucket.backgroundTokens, std::max(1.0, full * share));
}

milliseconds RateLimiter::waitBefore(const QString &group, Priority priority, TimePoint now)
{
    Bucket &b = bucket(group, now);
    if (now < b.pausedUntil) {
        return until(b.pausedUntil, now);
    }
    refill(b, now);
    const bool background = priority == Priority::Background;
    milliseconds wait{0};
    if (b.tokens < 1) {
        wait = roundedUp((1 - b.tokens) / b.rate);
    }
    if (background && b.backgroundTokens < 1) {
        const double share = isYielding(now) ? 1.0 / 3 : 1.0;
        wait = std::max(wait, roundedUp((1 - b.backgroundTokens) / (b.rate * share)));
    }
    if (now < b.windowEnds) {
        // A person's next click should not find the window used up to the last request.
        const double kept = !background ? 0 : isYielding(now) ? b.limit * 2 / 3 : std::min(2.0, b.limit / 10);
        if (b.windowLeft - kept < 1) {
            wait = std::max(wait, until(b.windowEnds, now));
        }
    }
    return wait;
}

void RateLimiter::sent(const QString &group, Priority priority, TimePoint now)
{
    if (priority == Priority::Interactive) {
        m_lastInteractive = now;
    }
    Bucket &b = bucket(group, now);
    refill(b, now);
    b.tokens -= 1;
    b.backgroundTokens -= priority == Priority::Background ? 1 : 0;
    b.windowLeft -= 1;
    ++b.inFlight;
}

void RateLimiter::answered(const QString &group, Priority priority, const RateLimitHeaders &headers,
                           Milliseconds latency, TimePoint now)
{
    if (priority == Priority::Interactive) {
        m_lastInteractive = now;
    }
    Bucket &b = bucket(group, now);
    b.inFlight = std::max(0, b.inFlight - 1);
    const double measured = std::max(0.001, duration<double>(latency).count());
    b.latencySeconds = b.latencySeconds == 0 ? measured : b.latencySeconds * 0.8 + measured * 0.2;
    refill(b, now);
    learn(b, headers, now);
}

void RateLimiter::learn(Bucket &b, const RateLimitHeaders &headers, TimePoint now) const
{
    if (headers.limit && *headers.limit >= 1) {
        if (*headers.limit != b.limit) {
            b.limit = *headers.limit;
            b.longestReset = Milliseconds{0};
        }
        // The window's length is not told, only how much of it is left: the longest rest seen is the best
        // guess, and what remains of this window guards against a wrong one.
        b.longestReset = std::max(b.longestReset, headers.reset.value_or(Milliseconds{0}));
        b.rate = std::max(0.1, b.limit / std::max(1.0, duration<double>(b.longestReset).count()));
    } else if (b.limit == 0) {
        // Nothing known: creep back towards the assumed rate after a 429 has lowered it.
        b.rate = std::min(m_options.assumedRate, b.rate * 1.02);
    }
    if (headers.remaining && headers.reset) {
        // Requests still under way are not in the server's count yet.
        b.windowLeft = *headers.remaining - b.inFlight;
        b.windowEnds = now + *headers.reset;
    }
}

void RateLimiter::lost(const QString &group)
{
    const auto found = m_buckets.find(group);
    if (found != m_buckets.end()) {
        found->inFlight = std::max(0, found->inFlight - 1);
    }
}

milliseconds RateLimiter::pause(const QString &group, const RateLimitHeaders &headers, double bodyReset,
                                TimePoint now)
{
    Bucket &b = bucket(group, now);
    const Milliseconds fromBody = bodyReset >= 0 ? roundedUp(bodyReset) : m_options.defaultPause;
    const Milliseconds told = headers.reset.value_or(headers.retryAfter.value_or(fromBody));
    const Milliseconds wait = std::max(told, Milliseconds{20});
    if (b.limit == 0) {
        b.rate = std::max(1.0, b.rate * 0.7);
    }
    b.pausedUntil = std::max(b.pausedUntil, now + wait);
    b.refilled = b.pausedUntil;
    b.tokens = 1;
    b.backgroundTokens = 1;
    b.windowEnds = TimePoint();
    return duration_cast<milliseconds>(b.pausedUntil - now);
}

int RateLimiter::concurrency(const QString &group, int most) const
{
    const auto found = m_buckets.constFind(group);
    if (found == m_buckets.constEnd() || found->latencySeconds == 0) {
        return most;
    }
    const double wanted = std::ceil(found->rate * found->latencySeconds) + 1;
    return int(std::clamp(wanted, 2.0, double(std::max(2, most))));
}

int RateLimiter::inFlight(const QString &group) const
{
    const auto found = m_buckets.constFind(group);
    return found == m_buckets.constEnd() ? 0 : found->inFlight;
}

int RateLimiter::budgetPercent(TimePoint now) const
{
    double least = 1;
    for (const Bucket &b : m_buckets) {
        if (now < b.pausedUntil) {
            return 0;
        }
        if (b.limit > 0) {
            least = now < b.windowEnds ? std::min(least, b.windowLeft / b.limit) : least;
        } else {
            const double full = capacity(b.rate);
            const double gained = now > b.refilled ? b.rate * seconds(now - b.refilled) : 0;
            least = std::min(least, std::min(full, b.tokens + gained) / full);
        }
    }
    return int(std::lround(std::clamp(least, 0.0, 1.0) * 100));
}

} // namespace Leadline
