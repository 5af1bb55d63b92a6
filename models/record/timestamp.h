// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <optional>
#include <string_view>

namespace Leadline {

/// Milliseconds since the epoch of an ISO 8601 moment as Close writes it: "2026-06-19T11:04:15.763000+00:00",
/// or without an offset (pipelines, events), which means UTC; a bare day is its midnight in UTC. Nothing for
/// text that is no moment.
std::optional<qint64> parseTimestamp(std::string_view text);

/// The day of "2026-02-27", or of a moment that begins with one.
std::optional<QDate> parseDay(std::string_view text);

/// The moment as Close reads it, in UTC with milliseconds.
QString timestampText(const QDateTime &moment);

} // namespace Leadline
