// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Calendar arithmetic on plain integers: a moment is milliseconds since 1970 UTC, a day is days since 1970.
namespace Leadline::Demo {

using Moment = std::int64_t;
using Day = std::int32_t;

inline constexpr Moment MsPerDay = 86'400'000;
inline constexpr Day NoDay = INT32_MIN;

struct Civil
{
    int year = 1970;
    int month = 1;
    int day = 1;
};

Day dayOf(const Civil &date);
Civil civilOf(Day day);

/// The day a moment falls on at \a offsetHours from UTC (Close's x-tz-offset, may be fractional).
Day dayOfMoment(Moment moment, double offsetHours = 0);

/// The first moment of \a day at \a offsetHours from UTC.
Moment startOfDay(Day day, double offsetHours = 0);

/// `2026-06-19`.
std::string formatDay(Day day);

/// `2026-06-19T11:04:15.763000+00:00`: always six digits and an offset (observed on leads, contacts,
/// opportunities, tasks and activities).
std::string formatMoment(Moment moment);

/// `2026-06-19T11:04:15.763000`: the form without an offset of pipelines and events.
std::string formatNaiveMoment(Moment moment);

std::optional<Day> parseDay(std::string_view text);

/// ISO date or date and time, with or without seconds, fraction and offset; without an offset the text is
/// read at \a offsetHours.
std::optional<Moment> parseMoment(std::string_view text, double offsetHours = 0);

/// 0 = Monday.
int weekdayOf(Day day);

/// \a day moved by whole months, the day of the month clamped.
Day addMonths(Day day, int months);

/// ISO 8601 year and week.
struct IsoWeek
{
    int year = 0;
    int week = 0;
};
IsoWeek isoWeekOf(Day day);

} // namespace Leadline::Demo
