// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "timestamp.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Reads exactly \a digits digits at \a at.
std::optional<int> number(std::string_view text, size_t at, size_t digits)
{
    if (at + digits > text.size())
        return {};
    int value = 0;
    for (size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return {};
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's days_from_civil).
constexpr qint64 daysFromCivil(int year, int month, int day)
{
    year -= month <= 2;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The day at the front of \a text, as numbers that form a real day.
struct CivilDay
{
    int year;
    int month;
    int day;
};

std::optional<CivilDay> dayAtFront(std::string_view text)
{
    constexpr int Lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const auto year = number(text, 0, 4);
    const auto month = number(text, 5, 2);
    const auto day = number(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-' || *year < 1 || *month < 1 || *month > 12)
        return {};
    const bool isLeap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
    if (*day < 1 || *day > Lengths[*month - 1] + (isLeap && *month == 2 ? 1 : 0))
        return {};
    return CivilDay{*year, *month, *day};
}

/// Milliseconds of "Z", "+00:00", "-0430", "+02" behind the time; nothing means UTC.
std::optional<qint64> offsetMilliseconds(std::string_view zone)
{
    if (zone.empty() || zone == "Z" || zone == "z")
        return 0;
    if (zone[0] != '+' && zone[0] != '-')
        return {};
    const size_t minutesAt = zone.size() > 3 && zone[3] == ':' ? 4 : 3;
    const auto hours = number(zone, 1, 2);
    const auto minutes = zone.size() == 3 ? std::optional(0) : number(zone, minutesAt, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59 ||
        (zone.size() != 3 && zone.size() != minutesAt + 2))
        return {};
    const qint64 offset = (*hours * 60 + *minutes) * 60000LL;
    return zone[0] == '-' ? -offset : offset;
}

/// Takes the fraction of a second from the front of \a rest, in milliseconds; finer digits are cut off.
std::optional<int> takeFraction(std::string_view *rest)
{
    if (rest->empty() || (*rest)[0] != '.')
        return 0;
    size_t end = 1;
    int milliseconds = 0;
    int weight = 100;
    for (; end < rest->size() && isDigit((*rest)[end]); ++end) {
        milliseconds += ((*rest)[end] - '0') * weight;
        weight /= 10;
    }
    rest->remove_prefix(end);
    return end > 1 ? std::optional(milliseconds) : std::nullopt;
}

} // namespace

std::optional<QDate> parseDay(std::string_view text)
{
    const auto day = dayAtFront(text);
    if (!day || (text.size() > 10 && text[10] != 'T' && text[10] != ' '))
        return {};
    return QDate(day->year, day->month, day->day);
}

std::optional<qint64> parseTimestamp(std::string_view text)
{
    const auto day = dayAtFront(text);
    if (!day)
        return {};
    const qint64 midnight = daysFromCivil(day->year, day->month, day->day) * 86400000LL;
    if (text.size() == 10)
        return midnight;
    const auto hour = number(text, 11, 2);
    const auto minute = number(text, 14, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59 || text[13] != ':' ||
        (text[10] != 'T' && text[10] != ' '))
        return {};
    std::string_view rest = text.substr(16);
    int second = 0;
    int milliseconds = 0;
    if (!rest.empty() && rest[0] == ':') {
        const auto read = number(rest, 1, 2);
        if (!read || *read > 60) // 60 is a leap second
            return {};
        second = *read;
        rest.remove_prefix(3);
        const auto fraction = takeFraction(&rest);
        if (!fraction)
            return {};
        milliseconds = *fraction;
    }
    const auto offset = offsetMilliseconds(rest);
    if (!offset)
        return {};
    return midnight + (*hour * 3600 + *minute * 60 + second) * 1000LL + milliseconds - *offset;
}

QString timestampText(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz+00:00"_s);
}

} // namespace Leadline
