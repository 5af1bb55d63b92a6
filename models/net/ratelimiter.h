// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apicall.h"
#include "ratelimitheaders.h"

#include <QHash>

#include <chrono>

namespace Leadline {

/// Says when a request may leave: a token bucket per group of endpoints, fed by what the server tells of its
/// limits. Knows neither sockets nor timers; the present is always handed in.
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;
    using Milliseconds = std::chrono::milliseconds;

    struct Options
    {
        /// Requests a second as long as the server has not said more (the example of
        /// developer.close.com/api/overview/rate-limits; live answers often carry no header at all).
        double assumedRate = 20;
        /// How long after an interactive request the background keeps to its third.
        Milliseconds yieldFor{3000};
        /// After a 429 that does not say how long.
        Milliseconds defaultPause{2000};
    };

    explicit RateLimiter(const Options &options);

    /// How long a request of this group has to wait yet; zero: it may leave now.
    Milliseconds waitBefore(const QString &group, Priority priority, TimePoint now);
    /// A request left. Takes a token.
    void sent(const QString &group, Priority priority, TimePoint now);
    /// An answer arrived. A 429 goes to pause() in addition.
    void answered(const QString &group, Priority priority, const RateLimitHeaders &headers,
                  Milliseconds latency, TimePoint now);
    /// A request ended without an answer.
    void lost(const QString &group);
    /// After a 429: nothing of the group leaves until the limit is lifted. `bodyReset` (seconds, negative:
    /// unknown) is what the body said. Returns the pause.
    Milliseconds pause(const QString &group, const RateLimitHeaders &headers, double bodyReset,
                       TimePoint now);

    /// How many requests of the group are worth having under way at once: rate times latency, at least 2 and
    /// at most `most`.
    int concurrency(const QString &group, int most) const;
    int inFlight(const QString &group) const;
    /// Whether the background has to leave room for a person right now.
    bool isYielding(TimePoint now) const;
    /// What is left of the tightest group's budget, in percent.
    int budgetPercent(TimePoint now) const;

private:
    struct Bucket
    {
        double rate = 0; // tokens a second
        double tokens = 0;
        double backgroundTokens = 0;
        TimePoint refilled;
        double limit = 0; // of the server's window; 0: it never said one
        double windowLeft = 0;
        TimePoint windowEnds;
        Milliseconds longestReset{0};
        TimePoint pausedUntil;
        double latencySeconds = 0; // running mean; 0: none measured yet
        int inFlight = 0;
    };

    Bucket &bucket(const QString &group, TimePoint now);
    void refill(Bucket &bucket, TimePoint now) const;
    void learn(Bucket &bucket, const RateLimitHeaders &headers, TimePoint now) const;

    Options m_options;
    QHash<QString, Bucket> m_buckets;
    TimePoint m_lastInteractive = TimePoint::min();
};

} // namespace Leadline
