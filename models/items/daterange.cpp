// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "daterange.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

struct Preset
{
    DatePreset preset;
    QLatin1StringView key;
    const char *name;
};

constexpr std::array Presets{
    Preset{DatePreset::Today, "today"_L1, QT_TRANSLATE_NOOP("DatePreset", "today")},
    Preset{DatePreset::Yesterday, "yesterday"_L1, QT_TRANSLATE_NOOP("DatePreset", "yesterday")},
    Preset{DatePreset::Tomorrow, "tomorrow"_L1, QT_TRANSLATE_NOOP("DatePreset", "tomorrow")},
    Preset{DatePreset::Last7Days, "last_7_days"_L1, QT_TRANSLATE_NOOP("DatePreset", "last 7 days")},
    Preset{DatePreset::Last30Days, "last_30_days"_L1, QT_TRANSLATE_NOOP("DatePreset", "last 30 days")},
    Preset{DatePreset::Last90Days, "last_90_days"_L1, QT_TRANSLATE_NOOP("DatePreset", "last 90 days")},
    Preset{DatePreset::Next7Days, "next_7_days"_L1, QT_TRANSLATE_NOOP("DatePreset", "next 7 days")},
    Preset{DatePreset::Next30Days, "next_30_days"_L1, QT_TRANSLATE_NOOP("DatePreset", "next 30 days")},
    Preset{DatePreset::ThisWeek, "this_week"_L1, QT_TRANSLATE_NOOP("DatePreset", "this week")},
    Preset{DatePreset::LastWeek, "last_week"_L1, QT_TRANSLATE_NOOP("DatePreset", "last week")},
    Preset{DatePreset::NextWeek, "next_week"_L1, QT_TRANSLATE_NOOP("DatePreset", "next week")},
    Preset{DatePreset::ThisMonth, "this_month"_L1, QT_TRANSLATE_NOOP("DatePreset", "this month")},
    Preset{DatePreset::LastMonth, "last_month"_L1, QT_TRANSLATE_NOOP("DatePreset", "last month")},
    Preset{DatePreset::NextMonth, "next_month"_L1, QT_TRANSLATE_NOOP("DatePreset", "next month")},
    Preset{DatePreset::ThisQuarter, "this_quarter"_L1, QT_TRANSLATE_NOOP("DatePreset", "this quarter")},
    Preset{DatePreset::LastQuarter, "last_quarter"_L1, QT_TRANSLATE_NOOP("DatePreset", "last quarter")},
    Preset{DatePreset::NextQuarter, "next_quarter"_L1, QT_TRANSLATE_NOOP("DatePreset", "next quarter")},
    Preset{DatePreset::ThisYear, "this_year"_L1, QT_TRANSLATE_NOOP("DatePreset", "this year")},
    Preset{DatePreset::LastYear, "last_year"_L1, QT_TRANSLATE_NOOP("DatePreset", "last year")},
    Preset{DatePreset::NextYear, "next_year"_L1, QT_TRANSLATE_NOOP("DatePreset", "next year")},
    Preset{DatePreset::Overdue, "overdue"_L1, QT_TRANSLATE_NOOP("DatePreset", "overdue")},
    Preset{DatePreset::Custom, "custom"_L1, QT_TRANSLATE_NOOP("DatePreset", "from … to …")},
};

/// \a months from \a first, a first of a month, to the day before the same again, moved by \a steps of them.
DayRange months(const QDate &first, int count, int steps)
{
    const QDate from = first.addMonths(count * steps);
    return {from, from.addMonths(count).addDays(-1)};
}

DayRange week(const QDate &today, Qt::DayOfWeek firstDayOfWeek, int steps)
{
    const int since = (today.dayOfWeek() - int(firstDayOfWeek) + 7) % 7;
    const QDate from = today.addDays(7 * steps - since);
    return {from, from.addDays(6)};
}

} // namespace

QList<DatePreset> datePresets()
{
    QList<DatePreset> presets;
    for (const Preset &entry : Presets)
        presets.append(entry.preset);
    return presets;
}

QString presetKey(DatePreset preset)
{
    for (const Preset &entry : Presets) {
        if (entry.preset == preset)
            return entry.key;
    }
    return {};
}

DatePreset presetFromKey(const QString &key)
{
    for (const Preset &entry : Presets) {
        if (key == entry.key)
            return entry.preset;
    }
    return DatePreset::Custom;
}

QString presetName(DatePreset preset)
{
    for (const Preset &entry : Presets) {
        if (entry.preset == preset)
            return QCoreApplication::translate("DatePreset", entry.name);
    }
    return {};
}

DayRange daysOf(DatePreset preset, const QDate &today, Qt::DayOfWeek firstDayOfWeek)
{
    const QDate month(today.year(), today.month(), 1);
    const QDate quarter(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    const QDate year(today.year(), 1, 1);
    switch (preset) {
    case DatePreset::Custom:
        return {};
    case DatePreset::Today:
        return {today, today};
    case DatePreset::Yesterday:
        return {today.addDays(-1), today.addDays(-1)};
    case DatePreset::Tomorrow:
        return {today.addDays(1), today.addDays(1)};
    case DatePreset::Last7Days:
        return {today.addDays(-6), today};
    case DatePreset::Last30Days:
        return {today.addDays(-29), today};
    case DatePreset::Last90Days:
        return {today.addDays(-89), today};
    case DatePreset::Next7Days:
        return {today, today.addDays(6)};
    case DatePreset::Next30Days:
        return {today, today.addDays(29)};
    case DatePreset::ThisWeek:
        return week(today, firstDayOfWeek, 0);
    case DatePreset::LastWeek:
        return week(today, firstDayOfWeek, -1);
    case DatePreset::NextWeek:
        return week(today, firstDayOfWeek, 1);
    case DatePreset::ThisMonth:
        return months(month, 1, 0);
    case DatePreset::LastMonth:
        return months(month, 1, -1);
    case DatePreset::NextMonth:
        return months(month, 1, 1);
    case DatePreset::ThisQuarter:
        return months(quarter, 3, 0);
    case DatePreset::LastQuarter:
        return months(quarter, 3, -1);
    case DatePreset::NextQuarter:
        return months(quarter, 3, 1);
    case DatePreset::ThisYear:
        return months(year, 12, 0);
    case DatePreset::LastYear:
        return months(year, 12, -1);
    case DatePreset::NextYear:
        return months(year, 12, 1);
    case DatePreset::Overdue:
        return {QDate(), today.addDays(-1)};
    }
    return {};
}

} // namespace Leadline
