// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinegrouping.h"

#include "cellformatter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Leadline::PipelineModel", text);
}

/// \a months after a first day, as far into the month as \a day is, at most its last day.
QDate sameDay(const QDate &first, int months, int day)
{
    const QDate month = first.addMonths(months);
    return QDate(month.year(), month.month(), qMin(day, month.daysInMonth()));
}

} // namespace

const QString ClosePeriods::Overdue = u"overdue"_s;
const QString ClosePeriods::Undated = u"undated"_s;

QList<PipelineGrouping> pipelineGroupings()
{
    using enum PipelineGrouping;
    return {Status, Owner, LeadStatus, CloseWeek, CloseMonth, CloseQuarter};
}

QString groupingKey(PipelineGrouping grouping)
{
    switch (grouping) {
    case PipelineGrouping::Owner:
        return u"owner"_s;
    case PipelineGrouping::LeadStatus:
        return u"lead-status"_s;
    case PipelineGrouping::CloseWeek:
        return u"close-week"_s;
    case PipelineGrouping::CloseMonth:
        return u"close-month"_s;
    case PipelineGrouping::CloseQuarter:
        return u"close-quarter"_s;
    case PipelineGrouping::Status:
        break;
    }
    return u"status"_s;
}

std::optional<PipelineGrouping> groupingFromKey(const QString &key)
{
    for (const PipelineGrouping grouping : pipelineGroupings()) {
        if (groupingKey(grouping) == key)
            return grouping;
    }
    return {};
}

QString groupingName(PipelineGrouping grouping)
{
    switch (grouping) {
    case PipelineGrouping::Owner:
        return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "Owner"));
    case PipelineGrouping::LeadStatus:
        return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "Lead status"));
    case PipelineGrouping::CloseWeek:
        return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "Week of close"));
    case PipelineGrouping::CloseMonth:
        return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "Month of close"));
    case PipelineGrouping::CloseQuarter:
        return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "Quarter of close"));
    case PipelineGrouping::Status:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "Status"));
}

ClosePeriods::ClosePeriods(PipelineGrouping grouping, const QLocale &locale, const QDate &today)
    : m_grouping(grouping)
    , m_locale(locale)
    , m_today(today)
{
}

QDate ClosePeriods::start(const QDate &day) const
{
    switch (m_grouping) {
    case PipelineGrouping::CloseWeek:
        return day.addDays(-((day.dayOfWeek() - int(m_locale.firstDayOfWeek()) + 7) % 7));
    case PipelineGrouping::CloseQuarter:
        return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
    default:
        return {day.year(), day.month(), 1};
    }
}

QDate ClosePeriods::end(const QDate &day) const
{
    switch (m_grouping) {
    case PipelineGrouping::CloseWeek:
        return start(day).addDays(6);
    case PipelineGrouping::CloseQuarter:
        return start(day).addMonths(3).addDays(-1);
    default:
        return start(day).addMonths(1).addDays(-1);
    }
}

int ClosePeriods::always() const
{
    return m_grouping == PipelineGrouping::CloseWeek ? 6 : 4;
}

QString ClosePeriods::key(const QDate &day) const
{
    if (!day.isValid())
        return Undated;
    return day < m_today ? Overdue : start(day).toString(Qt::ISODate);
}

QString ClosePeriods::title(const QString &key) const
{
    if (key == Overdue)
        return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "Overdue"));
    if (key == Undated)
        return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "No close date"));
    const QDate first = QDate::fromString(key, Qt::ISODate);
    const bool isOtherYear = first.year() != m_today.year();
    switch (m_grouping) {
    case PipelineGrouping::CloseWeek:
        return u"%1 – %2"_s.arg(shortDay(first, m_today, m_locale),
                                shortDay(end(first), m_today, m_locale));
    case PipelineGrouping::CloseQuarter:
        return translated(QT_TRANSLATE_NOOP("Leadline::PipelineModel", "Q%1 %2"))
            .arg(QString::number((first.month() + 2) / 3), QString::number(first.year()));
    default:
        break;
    }
    const QString month = m_locale.standaloneMonthName(first.month());
    return isOtherYear ? month + u' ' + QString::number(first.year()) : month;
}

std::optional<QDate> ClosePeriods::moved(const QDate &day, const QString &key) const
{
    if (key == Undated)
        return QDate();
    const QDate first = QDate::fromString(key, Qt::ISODate);
    if (!first.isValid())
        return {};
    const QDate last = end(first);
    QDate to = last;
    if (day.isValid() && m_grouping == PipelineGrouping::CloseWeek)
        to = first.addDays(start(day).daysTo(day));
    else if (day.isValid() && m_grouping == PipelineGrouping::CloseQuarter)
        to = sameDay(first, (day.month() - 1) % 3, day.day());
    else if (day.isValid())
        to = sameDay(first, 0, day.day());
    return qMin(qMax(to, m_today), last);
}

} // namespace Leadline
