// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "periods.h"

#include "request.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

Span days(Day first, Day end, const Clock &clock)
{
    return {startOfDay(first, clock.offset), startOfDay(end, clock.offset)};
}

int number(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    return value.is_number() ? value.get<int>() : 0;
}

Moment offsetMoment(const Json &moment, const Clock &clock)
{
    const Json &base = member(moment, "moment");
    const Moment from = base.is_null() ? clock.now : momentOf(base, clock).value_or(clock.now);
    const int sign = text(moment, "direction") == "past" ? -1 : 1;
    const Json &by = member(moment, "offset");
    const Day fromDay = dayOfMoment(from, clock.offset);
    const Day day = addMonths(fromDay, sign * (12 * number(by, "years") + number(by, "months")));
    Moment result = from + (day - fromDay) * MsPerDay +
                    sign * ((7LL * number(by, "weeks") + number(by, "days")) * MsPerDay +
                            number(by, "hours") * 3'600'000LL + number(by, "minutes") * 60'000LL +
                            number(by, "seconds") * 1000LL);
    const std::string snap = text(moment, "which_day_end");
    if (!snap.empty())
        result = startOfDay(dayOfMoment(result, clock.offset) + (snap == "end" ? 1 : 0), clock.offset);
    return result;
}

} // namespace

std::optional<Span> namedPeriod(std::string name, const Clock &clock)
{
    for (char &c : name)
        c = c == '_' || c == ' ' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const Day today = dayOfMoment(clock.now, clock.offset);
    if (name == "today")
        return days(today, today + 1, clock);
    if (name == "yesterday")
        return days(today - 1, today, clock);
    if (name == "tomorrow")
        return days(today + 1, today + 2, clock);
    const auto dash = name.find('-');
    if (dash == std::string::npos)
        return std::nullopt;
    const std::string which = name.substr(0, dash);
    const std::string unit = name.substr(dash + 1);
    const int step = which == "this" ? 0 : which == "last" ? -1 : which == "next" ? 1 : 99;
    if (step == 99)
        return std::nullopt;
    if (unit == "week") {
        const Day monday = today - weekdayOf(today) + 7 * step;
        return days(monday, monday + 7, clock);
    }
    const Civil date = civilOf(today);
    const int months = unit == "month" ? 1 : unit == "quarter" ? 3 : unit == "year" ? 12 : 0;
    if (months == 0)
        return std::nullopt;
    const Day first = addMonths(dayOf({date.year, (date.month - 1) / months * months + 1, 1}), step * months);
    return days(first, addMonths(first, months), clock);
}

std::optional<Moment> momentOf(const Json &moment, const Clock &clock)
{
    if (moment.is_null())
        return std::nullopt;
    if (moment.is_string()) {
        if (const auto plain = parseMoment(moment.get<std::string>(), clock.offset))
            return plain;
        throwError(400, "Invalid date in query: " + moment.get<std::string>());
    }
    const std::string type = text(moment, "type");
    if (type == "now")
        return clock.now;
    if (type == "fixed_utc") {
        if (const auto fixed = parseMoment(text(moment, "value")))
            return fixed;
        throwError(400, "Invalid value of a fixed_utc moment.");
    }
    const std::string which = text(moment, "which");
    if (type == "fixed_local_date") {
        const auto day = parseDay(text(moment, "value"));
        if (!day || (which != "start" && which != "end"))
            throwError(400, "A fixed_local_date needs a date as value and \"start\" or \"end\" as which.");
        return startOfDay(*day + (which == "end" ? 1 : 0), clock.offset);
    }
    if (type == "offset")
        return offsetMoment(moment, clock);
    if (type == "start_end_of_predefined_relative_period") {
        const auto span = namedPeriod(text(moment, "range"), clock);
        if (!span || (which != "start" && which != "end"))
            throwError(400, "Unknown range of a relative period: \"" + text(moment, "range") + "\".");
        return which == "start" ? span->start : span->end;
    }
    throwError(400, "Unknown type of moment: \"" + type + "\".");
}

std::optional<Span> spanOfText(const std::string &value, const Clock &clock)
{
    if (const auto day = parseDay(value))
        return days(*day, *day + 1, clock);
    if (const auto moment = parseMoment(value, clock.offset))
        return Span{*moment, *moment + 60'000}; // minute precision (observed in clients' queries)
    if (const auto period = namedPeriod(value, clock))
        return period;
    const auto words = splitText(value, ' ');
    if (words.size() != 3)
        return std::nullopt;
    const bool past = words[2] == "ago";
    if (!past && words[0] != "in")
        return std::nullopt;
    const std::string count = past ? words[0] : words[1];
    const std::string unit = past ? words[1] : words[2];
    if (count.empty() ||
        !std::all_of(count.begin(), count.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
        count.size() > 5)
        return std::nullopt;
    const int n = std::stoi(count) * (past ? -1 : 1);
    const Day today = dayOfMoment(clock.now, clock.offset);
    const Day day = unit.compare(0, 3, "day") == 0     ? today + n
                    : unit.compare(0, 4, "week") == 0  ? today + 7 * n
                    : unit.compare(0, 5, "month") == 0 ? addMonths(today, n)
                    : unit.compare(0, 4, "year") == 0  ? addMonths(today, 12 * n)
                                                       : NoDay;
    return day == NoDay ? std::nullopt : std::optional(days(day, day + 1, clock));
}

} // namespace Leadline::Demo
