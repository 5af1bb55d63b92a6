// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "json.h"
#include "times.h"

namespace Leadline::Demo {

/// A stretch of time, its end not included.
struct Span
{
    Moment start = 0;
    Moment end = 0;
};

/// Where "now" is and in which offset days are meant.
struct Clock
{
    Moment now = 0;
    double offset = 0;
};

/// `today`, `last-week`, `this_month`, `next quarter`, ... Weeks start on Monday.
std::optional<Span> namedPeriod(std::string name, const Clock &clock);

/// A moment of an advanced-filtering query (developer.close.com/api/resources/advanced-filtering); throws
/// HttpError when it is not understood. Null gives nothing.
std::optional<Moment> momentOf(const Json &moment, const Clock &clock);

/// A date of the text query language: ISO date or date and time, a named period, `7 days ago`, `in 7 days`.
std::optional<Span> spanOfText(const std::string &text, const Clock &clock);

} // namespace Leadline::Demo
