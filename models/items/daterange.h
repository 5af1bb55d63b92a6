// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace Leadline {

/// A span of days that moves with the calendar.
enum class DatePreset {
    Custom, ///< from and to a given day, both included; either may be open
    Today,
    Yesterday,
    Tomorrow,
    Last7Days, ///< today and the six days before
    Last30Days,
    Last90Days,
    Next7Days, ///< today and the six days after
    Next30Days,
    ThisWeek,
    LastWeek,
    NextWeek,
    ThisMonth,
    LastMonth,
    NextMonth,
    ThisQuarter,
    LastQuarter,
    NextQuarter,
    ThisYear,
    LastYear,
    NextYear,
    Overdue, ///< before today
};

/// Days from and to, both included; an invalid day leaves that end open.
struct DayRange
{
    QDate from{};
    QDate to{};

    friend bool operator==(const DayRange &, const DayRange &) = default;
};

/// All presets in the order menus offer them, Custom last.
QList<DatePreset> datePresets();
/// The word a preset is stored by: "last_month".
QString presetKey(DatePreset preset);
/// The preset of a stored word; Custom for one that is not known.
DatePreset presetFromKey(const QString &key);
/// "last month", in the person's language.
QString presetName(DatePreset preset);
/// The days a preset means on \a today; nothing but open ends for Custom.
DayRange daysOf(DatePreset preset, const QDate &today, Qt::DayOfWeek firstDayOfWeek);

} // namespace Leadline
