// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLocale>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace Leadline {

/// An amount of money: a whole number of minor units (cents) and its currency. Close sends and takes minor
/// units in requests and answers alike (observed: opportunity-create.json). Amounts of different currencies
/// are never added.
struct Money
{
    qint64 minor = 0;
    QString currency; ///< ISO 4217, "EUR"

    friend bool operator==(const Money &, const Money &) = default;
};

/// How often an opportunity's value is paid; Close's value_period.
enum class ValuePeriod { OneTime, Monthly, Annual };

/// Close's word for a period: "one_time", "monthly", "annual".
QString periodKey(ValuePeriod period);
/// The period Close means; OneTime for a word that is not known.
ValuePeriod periodFromKey(QStringView key);
/// What is written behind an amount: "/mo", "/yr" or nothing.
QString periodSuffix(ValuePeriod period);
/// The value over a year: twelve times a monthly amount, the amount itself otherwise.
qint64 annualized(qint64 minor, ValuePeriod period);
/// The sum, at the end of the range where 64 bits do not suffice.
qint64 addedMinor(qint64 a, qint64 b);
/// minor x percent / 100, half cents away from zero; the percentage is held within 0-100.
qint64 expectedValue(qint64 minor, int percent);

/// "€ 9,900", "€ 12,400 /mo", "1.250,50 €": the locale's order and separators, cents only where there are
/// some, non-breaking spaces between the parts.
QString formatMoney(qint64 minor, const QString &currency, ValuePeriod period = ValuePeriod::OneTime,
                    const QLocale &locale = QLocale());
/// Whether the locale groups digits as 12,34,567.
bool groupsInIndianWay(const QLocale &locale);
/// The symbol for an ISO 4217 code, or the code itself.
QString currencySymbol(const QString &currency);

/// What was read from a typed amount.
struct ParsedMoney
{
    qint64 minor = 0;
    std::optional<ValuePeriod> period; ///< set by "/mo", "per year" and the like
};

/// Why a typed amount was not understood.
enum class MoneyProblem { NotANumber, Ambiguous, OtherCurrency, TooManyDecimals, TooLarge, Negative };

/// Reads an amount typed in the locale's way: "1,200.50", "12.500,50", "1.2k", "900/mo", "€ 3m". What the
/// locale leaves open or what names another currency is a problem, never a guess. In particular three digits
/// behind a single decimal point are ambiguous ("1.200" where the point parts decimals), as the next country
/// groups that way and no amount has tenths of cents.
class MoneyParser
{
public:
    explicit MoneyParser(QString currency, QLocale locale = QLocale());

    /// True when \a text was understood; the answer is in result(), else the reason in problem().
    bool parse(const QString &text);
    ParsedMoney result() const { return m_result; }
    MoneyProblem problem() const { return m_problem; }
    /// A sentence for the field, in the person's language.
    QString problemText() const;

private:
    bool fail(MoneyProblem problem);
    void takePeriod(QString *text);
    static int takeMultiplier(QString *text);
    bool takeGroups(QString *whole, bool hasPoint, bool isScaled) const;
    bool readNumber(QString text, int scale);

    QString m_currency;
    QLocale m_locale;
    QStringList m_names; ///< what may stand beside the number, longest first
    ParsedMoney m_result;
    MoneyProblem m_problem = MoneyProblem::NotANumber;
};

} // namespace Leadline

Q_DECLARE_METATYPE(Leadline::Money)
