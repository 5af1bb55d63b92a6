// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "field.h"
#include "money.h"
#include "organization.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <functional>

namespace Leadline {

struct TableData;

/// Writes values as a person reads them: one for tables, pages, boards and export. A value; copies are cheap.
class CellFormatter
{
    Q_DECLARE_TR_FUNCTIONS(CellFormatter)

public:
    /// \a now is asked for the time; the clock when empty.
    explicit CellFormatter(Directory directory = {}, QLocale locale = QLocale(),
                           std::function<QDateTime()> now = {});

    /// The same with other names and another language.
    CellFormatter with(Directory directory, QLocale locale) const
    {
        return CellFormatter(std::move(directory), std::move(locale), m_now);
    }

    const Directory &directory() const { return m_directory; }
    const QLocale &locale() const { return m_locale; }
    QDateTime now() const { return m_now ? m_now() : QDateTime::currentDateTime(); }

    /// The cell of a table: one line, "—" for money without an amount, else nothing for no value.
    QString text(const TableData &data, int field, quint32 row) const;
    /// What the cell leaves out: the exact moment, a text of several lines. Blank when it leaves out nothing.
    QString toolTip(const TableData &data, int field, quint32 row) const;
    /// A value as FieldType describes it. \a period is Close's word, for money.
    QString text(const Field &field, const QVariant &value, const QString &period = {}) const;

    /// "12 min", "3 h", "Today", "Yesterday", "3 days", "2 weeks", then a day, with its year where
    /// that is not this one.
    QString relative(const QDateTime &moment) const;
    /// The moment to the minute, in local time.
    QString exact(const QDateTime &moment) const;
    /// "27 Feb 2026", in the locale's order.
    QString date(const QDate &day) const;
    QString money(qint64 minor, const QString &period = {}) const;
    /// The name of a status, pipeline or user, a period's word, a choice. What is not known is called so.
    QString symbol(const Field &field, const QString &value) const;

private:
    QString integer(const Field &field, qint64 value, const QString &period) const;
    QString symbols(const Field &field, const QString &joined) const;

    Directory m_directory;
    QLocale m_locale;
    std::function<QDateTime()> m_now;
    QString m_dateFormat;
};

/// A day as short as it stays clear: "18 Dec", "Dec 18", "18. Dez.", with its year when that is not today's.
QString shortDay(const QDate &day, const QDate &today, const QLocale &locale);

} // namespace Leadline
