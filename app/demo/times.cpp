// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "times.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace Leadline::Demo {

namespace {

Day floorDays(Moment moment)
{
    return static_cast<Day>(moment >= 0 ? moment / MsPerDay : -((-moment + MsPerDay - 1) / MsPerDay));
}

/// Reads exactly \a count digits at \a at, moving it on.
std::optional<int> digits(std::string_view text, std::size_t &at, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i, ++at) {
        if (at >= text.size() || text[at] < '0' || text[at] > '9')
            return std::nullopt;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

bool take(std::string_view text, std::size_t &at, char c)
{
    if (at >= text.size() || text[at] != c)
        return false;
    ++at;
    return true;
}

int lengthOfMonth(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month == 2 && (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)))
        return 29;
    return lengths[month - 1];
}

std::optional<Day> dayAt(std::string_view text, std::size_t &at)
{
    const auto year = digits(text, at, 4);
    if (!year || !take(text, at, '-'))
        return std::nullopt;
    const auto month = digits(text, at, 2);
    if (!month || !take(text, at, '-'))
        return std::nullopt;
    const auto day = digits(text, at, 2);
    if (!day || *month < 1 || *month > 12 || *day < 1 || *day > lengthOfMonth(*year, *month))
        return std::nullopt;
    return dayOf({*year, *month, *day});
}

} // namespace

// Both conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain).
Day dayOf(const Civil &date)
{
    const int y = date.year - (date.month <= 2);
    const int era = (y >= 0 ? y : y - 399) / 400;
    const unsigned yoe = static_cast<unsigned>(y - era * 400);
    const unsigned doy = (153u * static_cast<unsigned>(date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 +
                         static_cast<unsigned>(date.day) - 1;
    const unsigned doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + static_cast<Day>(doe) - 719468;
}

Civil civilOf(Day day)
{
    const int z = day + 719468;
    const int era = (z >= 0 ? z : z - 146096) / 146097;
    const unsigned doe = static_cast<unsigned>(z - era * 146097);
    const unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const unsigned mp = (5 * doy + 2) / 153;
    const int d = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
    const int m = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
    return {static_cast<int>(yoe) + era * 400 + (m <= 2), m, d};
}

Day dayOfMoment(Moment moment, double offsetHours)
{
    return floorDays(moment + std::llround(offsetHours * 3'600'000));
}

Moment startOfDay(Day day, double offsetHours)
{
    return day * MsPerDay - std::llround(offsetHours * 3'600'000);
}

std::string formatDay(Day day)
{
    const Civil c = civilOf(day);
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", c.year, c.month, c.day);
    return buffer;
}

std::string formatNaiveMoment(Moment moment)
{
    const Day day = floorDays(moment);
    const Civil c = civilOf(day);
    const int rest = static_cast<int>(moment - day * MsPerDay);
    char buffer[80];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02d.%03d000", c.year, c.month, c.day,
                  rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60, rest % 1000);
    return buffer;
}

std::string formatMoment(Moment moment)
{
    return formatNaiveMoment(moment) + "+00:00";
}

std::optional<Day> parseDay(std::string_view text)
{
    std::size_t at = 0;
    const auto day = dayAt(text, at);
    return at == text.size() ? day : std::nullopt;
}

std::optional<Moment> parseMoment(std::string_view text, double offsetHours)
{
    std::size_t at = 0;
    const auto day = dayAt(text, at);
    if (!day)
        return std::nullopt;
    if (at == text.size())
        return startOfDay(*day, offsetHours);
    if (!take(text, at, 'T') && !take(text, at, ' '))
        return std::nullopt;
    const auto hour = digits(text, at, 2);
    if (!hour || *hour > 24 || !take(text, at, ':'))
        return std::nullopt;
    const auto minute = digits(text, at, 2);
    if (!minute || *minute > 59)
        return std::nullopt;
    Moment moment = *day * MsPerDay + *hour * 3'600'000LL + *minute * 60'000LL;
    if (take(text, at, ':')) {
        const auto second = digits(text, at, 2);
        if (!second || *second > 60)
            return std::nullopt;
        moment += *second * 1000;
        if (take(text, at, '.')) {
            int scale = 100;
            for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
                moment += scale * (text[at] - '0');
        }
    }
    if (at == text.size())
        return moment - std::llround(offsetHours * 3'600'000);
    if (take(text, at, 'Z'))
        return at == text.size() ? std::optional(moment) : std::nullopt;
    const bool minus = text[at] == '-';
    if (!minus && text[at] != '+')
        return std::nullopt;
    ++at;
    const auto offHour = digits(text, at, 2);
    take(text, at, ':');
    const auto offMinute = at < text.size() ? digits(text, at, 2) : std::optional(0);
    if (!offHour || !offMinute || at != text.size())
        return std::nullopt;
    const Moment offset = *offHour * 3'600'000LL + *offMinute * 60'000LL;
    return minus ? moment + offset : moment - offset;
}

int weekdayOf(Day day)
{
    return ((day + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday
}

Day addMonths(Day day, int months)
{
    Civil c = civilOf(day);
    const int total = c.year * 12 + c.month - 1 + months;
    c.year = total / 12;
    c.month = total % 12 + 1;
    c.day = std::min(c.day, lengthOfMonth(c.year, c.month));
    return dayOf(c);
}

IsoWeek isoWeekOf(Day day)
{
    const Day thursday = day - weekdayOf(day) + 3;
    const int year = civilOf(thursday).year;
    return {year, (thursday - dayOf({year, 1, 1})) / 7 + 1};
}

} // namespace Leadline::Demo
