// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>

#include <optional>

namespace Leadline {

/// By what open opportunities are put together. Those won or lost stand behind them, by status.
enum class PipelineGrouping { Status, Owner, LeadStatus, CloseWeek, CloseMonth, CloseQuarter };

/// All of them, in the order menus offer them.
QList<PipelineGrouping> pipelineGroupings();
/// The word a grouping is stored and asked for by: "status", "close-month".
QString groupingKey(PipelineGrouping grouping);
/// The grouping of a stored word; nothing for one that is not known.
std::optional<PipelineGrouping> groupingFromKey(const QString &key);
/// "Status", "Month of close", in the person's language.
QString groupingName(PipelineGrouping grouping);

/// The weeks, months or quarters that opportunities are expected to close in.
class ClosePeriods
{
public:
    /// The keys of the two groups in front: closes that have passed, and opportunities without one.
    static const QString Overdue;
    static const QString Undated;

    /// \a grouping is one of the periods.
    ClosePeriods(PipelineGrouping grouping, const QLocale &locale, const QDate &today);

    static bool isPeriod(PipelineGrouping grouping) { return grouping >= PipelineGrouping::CloseWeek; }

    QDate start(const QDate &day) const;
    QDate end(const QDate &day) const;
    QDate next(const QDate &start) const { return end(start).addDays(1); }
    /// How many periods are there even when nothing closes in them.
    int always() const;
    /// Overdue, Undated, or the first day of the period as "2026-12-01".
    QString key(const QDate &day) const;
    /// "Overdue", "No close date", "December", "Q1 2027", "30 Nov - 6 Dec".
    QString title(const QString &key) const;
    /// The day for an opportunity that is moved to a period: the same place in it as \a day has in its own,
    /// held within the period and not before today; the period's last day for one without a close.
    /// Invalid for the undated; nothing for Overdue, which nothing can be moved to.
    std::optional<QDate> moved(const QDate &day, const QString &key) const;

private:
    PipelineGrouping m_grouping;
    QLocale m_locale;
    QDate m_today;
};

} // namespace Leadline
