// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace Leadline {

/// How long after a round the next one begins.
struct SyncPace
{
    std::chrono::milliseconds visible = std::chrono::minutes(1);
    std::chrono::milliseconds unseen = std::chrono::minutes(5);
    int meteredFactor = 5; ///< so many times as long where the network costs by volume
};

/// How far the tables are in step with Close.
struct SyncState
{
    enum class Phase {
        Loading, ///< pages are on their way
        Paused,  ///< by the person, in the middle of a pass
        UpToDate,
        Stopped, ///< the last pass ended early; error says why
    };

    Phase phase = Phase::Loading;
    qint64 loaded = 0;              ///< leads of this pass so far
    std::optional<qint64> expected; ///< leads in Close, once it said so
    std::optional<double> rate;     ///< leads a second, lately
    QDateTime finished;             ///< when the tables were last known to be in step; invalid before the first time
    std::optional<ApiError> error;
    /// Whether Close let all status changes be read; nothing before it was asked in this run.
    std::optional<bool> hasStatusChanges;

    /// How long the rest takes at this rate; nothing while that cannot be told.
    std::optional<qint64> secondsLeft() const
    {
        if (phase != Phase::Loading || !expected || !rate || *rate <= 0 || loaded >= *expected)
            return {};
        return qint64(double(*expected - loaded) / *rate);
    }
};

} // namespace Leadline
