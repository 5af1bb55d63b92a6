// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace Leadline {

/// The seconds of a typed duration: "12" are minutes, "4:30" minutes and seconds, "1:02:30" with hours,
/// "90s", "12 min", "1h 5m" name their units. Nothing for what is none; a blank text is 0.
std::optional<int> callDuration(const QString &text);

} // namespace Leadline
