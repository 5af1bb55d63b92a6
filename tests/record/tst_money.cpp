// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "money.h"
#include "testprogram.h"

#include <QTest>

#include <limits>

Q_DECLARE_METATYPE(Leadline::ValuePeriod)

namespace tst_money {

using namespace Leadline;
using namespace Qt::StringLiterals;

class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatted_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<ValuePeriod>("period");
        QTest::addColumn<QString>("text"); // with plain spaces for non-breaking ones
        const auto row = [](const char *locale, const char *currency, qint64 minor, const QString &text,
                            ValuePeriod period = ValuePeriod::OneTime) {
            QTest::addRow("%s %s %lld", locale, currency, minor)
                << QString::fromLatin1(locale) << QString::fromLatin1(currency) << minor << period << text;
        };
        row("en_US", "EUR", 990000, u"€ 9,900"_s);
        row("en_US", "USD", 1720351520, u"$ 17,203,515.20"_s);
        row("en_US", "EUR", 1240000, u"€ 12,400 /mo"_s, ValuePeriod::Monthly);
        row("en_US", "EUR", 500, u"€ 5 /yr"_s, ValuePeriod::Annual);
        row("en_US", "CHF", 105, u"CHF 1.05"_s);
        row("en_US", "EUR", 0, u"€ 0"_s);
        row("en_US", "", 100, u"1"_s);
        row("de_DE", "EUR", 125050, u"1.250,50 €"_s);
        row("de_DE", "EUR", 1240000, u"12.400 € /mo"_s, ValuePeriod::Monthly);
        row("de_AT", "", 125050, u"1 250,50"_s);
        row("ja_JP", "JPY", 123456700, u"¥ 1,234,567"_s);
        row("en_IN", "INR", 123456789, u"₹ 12,34,567.89"_s);
        row("fr_FR", "EUR", 125050, u"1 250,50 €"_s);
        row("de_CH", "", 125005, u"1’250.05"_s);
        row("es_ES", "EUR", 123456789, u"1.234.567,89 €"_s);
        row("ar_EG", "", 125005, u"١٬٢٥٠٫٠٥"_s);
        row("en_US", "USD", -5, u"$ -0.05"_s);
        row("en_US", "USD", -99, u"$ -0.99"_s);
        row("en_US", "USD", -100, u"$ -1"_s);
        row("en_US", "USD", -150, u"$ -1.50"_s);
        row("en_US", "USD", std::numeric_limits<qint64>::max(), u"$ 92,233,720,368,547,758.07"_s);
        row("en_US", "USD", std::numeric_limits<qint64>::min(), u"$ -92,233,720,368,547,758.08"_s);
    }

    void formatted()
    {
        QFETCH(QString, locale);
        QFETCH(QString, currency);
        QFETCH(qint64, minor);
        QFETCH(ValuePeriod, period);
        QFETCH(QString, text);
        QString shown = formatMoney(minor, currency, period, QLocale(locale));
        QVERIFY2(!shown.contains(u' '), "an amount must not break over two lines");
        QCOMPARE(shown.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' '), text);
    }

    void periods()
    {
        for (const ValuePeriod period : {ValuePeriod::OneTime, ValuePeriod::Monthly, ValuePeriod::Annual})
            QCOMPARE(periodFromKey(periodKey(period)), period);
        QCOMPARE(periodKey(ValuePeriod::OneTime), u"one_time"_s);
        QCOMPARE(periodFromKey(u"weekly"), ValuePeriod::OneTime);
        QCOMPARE(annualized(500, ValuePeriod::Monthly), 6000);
        QCOMPARE(annualized(500, ValuePeriod::Annual), 500);
        QCOMPARE(annualized(500, ValuePeriod::OneTime), 500);
    }

    void expected()
    {
        QCOMPARE(expectedValue(5000, 90), 4500);
        QCOMPARE(expectedValue(1, 50), 1); // half a cent, away from zero
        QCOMPARE(expectedValue(-1, 50), -1);
        QCOMPARE(expectedValue(149, 33), 49);
        QCOMPARE(expectedValue(250, 1), 3);
        QCOMPARE(expectedValue(12345, 0), 0);
        QCOMPARE(expectedValue(12345, 100), 12345);
        QCOMPARE(expectedValue(12345, 400), 12345);
        QCOMPARE(expectedValue(12345, -7), 0);
    }

    void hugeAmountsStayInRange()
    {
        constexpr qint64 Max = std::numeric_limits<qint64>::max();
        QCOMPARE(expectedValue(Max, 100), Max);
        QCOMPARE(expectedValue(Max - 7, 50), Max / 2 - 3);
        QCOMPARE(annualized(Max / 2, ValuePeriod::Monthly), Max);
        QCOMPARE(annualized(-Max / 2, ValuePeriod::Monthly), -Max);
        QCOMPARE(addedMinor(Max - 1, 5), Max);
        QCOMPARE(addedMinor(-Max + 1, -5), -Max);
        QCOMPARE(addedMinor(Max, -5), Max - 5);
    }
};

LEADLINE_TEST(tst_money, QTEST_APPLESS_MAIN, MoneyTest)

} // namespace tst_money

#include "tst_money.moc"
