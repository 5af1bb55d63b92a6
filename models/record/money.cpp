// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "money.h"

#include "translate.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr QChar NoBreakSpace(0x00A0);

/// Whether the locale writes the currency before the number.
bool symbolComesFirst(const QLocale &locale)
{
    const QString sample = locale.toCurrencyString(1.0, u"¤"_s);
    return sample.indexOf(u'¤') <= 1 && !sample.at(0).isDigit();
}

/// a x b, at the end of the range where 64 bits do not suffice.
qint64 saturated(qint64 a, qint64 b)
{
    constexpr auto Max = std::numeric_limits<qint64>::max();
    if (a > Max / b)
        return Max;
    return a < -Max / b ? -Max : a * b;
}

/// A whole number with the locale's digits and separators. Grouped here, because Qt 6.4 writes "1234.567"
/// where a locale leaves four digits ungrouped (es, pl).
QString grouped(qint64 number, QLocale locale)
{
    const bool indian = groupsInIndianWay(locale);
    const QString separator = locale.groupSeparator();
    if (locale.zeroDigit().size() != 1)
        return locale.toString(number);
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(number);
    const auto firstDigit = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    const qsizetype begin = firstDigit - text.cbegin();
    for (qsizetype at = text.size() - 3; at > begin; at -= indian ? 2 : 3)
        text.insert(at, separator);
    return text;
}

/// "05" in the locale's digits.
QString twoDigits(qint64 number, const QLocale &locale)
{
    // Of "105", so that scripts whose digits take two code units come out whole.
    const QString three = locale.toString(100 + number);
    return three.right(three.size() / 3 * 2);
}

struct Symbol
{
    QLatin1StringView code;
    const char16_t *symbol;
};

constexpr std::array Symbols{
    Symbol{"EUR"_L1, u"€"},  Symbol{"USD"_L1, u"$"}, Symbol{"GBP"_L1, u"£"}, Symbol{"JPY"_L1, u"¥"},
    Symbol{"INR"_L1, u"₹"},  Symbol{"KRW"_L1, u"₩"}, Symbol{"ILS"_L1, u"₪"}, Symbol{"PLN"_L1, u"zł"},
    Symbol{"BRL"_L1, u"R$"}, Symbol{"UAH"_L1, u"₴"}, Symbol{"TRY"_L1, u"₺"}, Symbol{"VND"_L1, u"₫"},
};

} // namespace

QString periodKey(ValuePeriod period)
{
    switch (period) {
    case ValuePeriod::Monthly:
        return u"monthly"_s;
    case ValuePeriod::Annual:
        return u"annual"_s;
    case ValuePeriod::OneTime:
        break;
    }
    return u"one_time"_s;
}

ValuePeriod periodFromKey(QStringView key)
{
    if (key == "monthly"_L1)
        return ValuePeriod::Monthly;
    if (key == "annual"_L1)
        return ValuePeriod::Annual;
    return ValuePeriod::OneTime;
}

QString periodSuffix(ValuePeriod period)
{
    switch (period) {
    case ValuePeriod::Monthly:
        return tr("/mo");
    case ValuePeriod::Annual:
        return tr("/yr");
    case ValuePeriod::OneTime:
        break;
    }
    return {};
}

qint64 annualized(qint64 minor, ValuePeriod period)
{
    return period == ValuePeriod::Monthly ? saturated(minor, 12) : minor;
}

qint64 addedMinor(qint64 a, qint64 b)
{
    constexpr auto Max = std::numeric_limits<qint64>::max();
    constexpr auto Min = std::numeric_limits<qint64>::min() + 1;
    if (b > 0 ? a > Max - b : a < Min - b)
        return b > 0 ? Max : Min;
    return a + b;
}

qint64 expectedValue(qint64 minor, int percent)
{
    // In two parts, so that no amount is too large.
    const qint64 share = std::clamp(percent, 0, 100);
    const qint64 rest = minor % 100 * share;
    return minor / 100 * share + (rest + (rest < 0 ? -50 : 50)) / 100;
}

QString currencySymbol(const QString &currency)
{
    for (const Symbol &entry : Symbols) {
        if (currency == entry.code)
            return QString::fromUtf16(entry.symbol);
    }
    return currency;
}

bool groupsInIndianWay(const QLocale &locale)
{
    // "1,23,45,678" has a separator where "12,345,678" has a digit.
    const QString sample = locale.toString(12345678);
    return sample.size() == 11 && !sample.at(4).isDigit();
}

QString formatMoney(qint64 minor, const QString &currency, ValuePeriod period, const QLocale &locale)
{
    const qint64 cents = minor % 100;
    // Through an integer, so that no amount is too large to be exact.
    QString number = grouped(minor / 100, locale);
    if (minor < 0 && minor > -100)
        number.prepend(locale.negativeSign());
    if (cents != 0)
        number += locale.decimalPoint() + twoDigits(qAbs(cents), locale);
    const QString symbol = currencySymbol(currency);
    QString text = number;
    if (!symbol.isEmpty())
        text = symbolComesFirst(locale) ? symbol + NoBreakSpace + number : number + NoBreakSpace + symbol;
    if (const QString suffix = periodSuffix(period); !suffix.isEmpty())
        text += NoBreakSpace + suffix;
    return text;
}

} // namespace Leadline
