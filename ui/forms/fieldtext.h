// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "field.h"
#include "money.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace Leadline {

/// What was read from a typed text.
struct TypedValue
{
    QVariant value{};  ///< as FieldType describes it; invalid for no value, and where there is a problem
    QString problem{}; ///< a sentence for the field, or blank
    std::optional<ValuePeriod> period{}; ///< set by an amount with "/mo" behind it
};

/// Reads and writes the values that are edited as one line of text, in the way of a locale.
class FieldText
{
    Q_DECLARE_TR_FUNCTIONS(FieldText)

public:
    FieldText(QString currency, QLocale locale, QDate today);

    TypedValue read(const Field &field, const QString &text) const;
    /// The text that stands in the editor; what read() reads back.
    QString write(const Field &field, const QVariant &value) const;
    /// A day: "27.2.2026", "2026-02-27", "today", "friday", "+2w".
    std::optional<QDate> readDay(const QString &text) const;

private:
    TypedValue readDate(const QString &text) const;
    TypedValue readMoment(const QString &text) const;
    TypedValue readNumber(const QString &text) const;
    TypedValue readInteger(const QString &text) const;
    TypedValue readPercent(const QString &text) const;
    TypedValue readMoney(const QString &text) const;
    std::optional<QDate> readRelativeDay(const QString &text) const;

    QString m_currency;
    QLocale m_locale;
    QDate m_today;
    QString m_dayFormat;
};

/// Why \a text is no plausible e-mail address, phone number or web address, as a sentence; blank when it is
/// one.
QString emailProblem(const QString &text);
QString phoneProblem(const QString &text);
QString linkProblem(const QString &text);
/// Why a deal whose status is of \a statusType ("won", "active") cannot close on \a day; blank when it can.
QString closeDayProblem(const QString &statusType, const QDate &day, const QDate &today);
/// \a text with "https://" in front unless it names its scheme.
QString withScheme(const QString &text);

} // namespace Leadline
