// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "money.h"
#include "testprogram.h"

#include <QTest>

Q_DECLARE_METATYPE(Leadline::MoneyProblem)
Q_DECLARE_METATYPE(std::optional<Leadline::ValuePeriod>)

namespace tst_moneyparser {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

void understood(const char *locale, const char *currency, const QString &text, qint64 minor,
                std::optional<ValuePeriod> period = {})
{
    QTest::addRow("%s %s \"%s\"", locale, currency, qPrintable(text))
        << QString::fromLatin1(locale) << QString::fromLatin1(currency) << text << minor << period;
}

void refused(const char *locale, const char *currency, const QString &text, MoneyProblem problem)
{
    QTest::addRow("%s %s \"%s\"", locale, currency, qPrintable(text))
        << QString::fromLatin1(locale) << QString::fromLatin1(currency) << text << problem;
}

} // namespace

class MoneyParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understoods_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<std::optional<ValuePeriod>>("period");
        const auto monthly = ValuePeriod::Monthly;
        const auto annual = ValuePeriod::Annual;
        for (const auto &[text, minor] : std::initializer_list<std::pair<const char16_t *, qint64>>{
                 {u"0", 0},
                 {u"12", 1200},
                 {u" 12 ", 1200},
                 {u"12.5", 1250},
                 {u"12.50", 1250},
                 {u"12.", 1200},
                 {u".5", 50},
                 {u".500", 50},
                 {u"0.500", 50},
                 {u"12.5000", 1250},
                 {u"1234.500", 123450},
                 {u"1,200", 120000},
                 {u"1,200.50", 120050},
                 {u"12,500,000", 1250000000},
                 {u"1,200.500", 120050},
                 {u"1 200", 120000},
                 {u"1\u00a0200.50", 120050},
                 {u"1\u202f200", 120000},
                 {u"1'200.05", 120005},
                 {u"1’200", 120000},
                 {u"1.2k", 120000},
                 {u"1.2 K", 120000},
                 {u"1.25k", 125000},
                 {u"1.2345k", 123450},
                 {u"3m", 300000000},
                 {u"3.5 M", 350000000},
                 {u"2 million", 200000000},
                 {u"２００", 20000},
                 {u"١٢", 1200},
                 {u"90071992547409.91", 9007199254740991}})
            understood("en_US", "EUR", QString::fromUtf16(text), minor);
        for (const auto &[text, minor] :
             std::initializer_list<std::pair<const char16_t *, qint64>>{{u"€ 3m", 300000000},
                                                                        {u"€3m", 300000000},
                                                                        {u"3m €", 300000000},
                                                                        {u"EUR 12", 1200},
                                                                        {u"12 eur", 1200},
                                                                        {u"12EUR", 1200},
                                                                        {u"12 Euro", 1200},
                                                                        {u"€\u00a09,900", 990000}})
            understood("en_US", "EUR", QString::fromUtf16(text), minor);
        understood("en_US", "EUR", u"900/mo"_s, 90000, monthly);
        understood("en_US", "EUR", u"€ 900 / month"_s, 90000, monthly);
        understood("en_US", "EUR", u"900 per month"_s, 90000, monthly);
        understood("en_US", "EUR", u"1.2k/m"_s, 120000, monthly);
        understood("en_US", "EUR", u"5m"_s, 500000000);
        understood("en_US", "EUR", u"900 /yr"_s, 90000, annual);
        understood("en_US", "EUR", u"900 per year"_s, 90000, annual);
        understood("en_US", "EUR", u"900 annually"_s, 90000, annual);
        understood("en_US", "USD", u"US$5"_s, 500);
        understood("en_US", "USD", u"$5"_s, 500);
        understood("en_CA", "CAD", u"$5"_s, 500);
        understood("sv_SE", "SEK", u"5 kr"_s, 500);
        understood("sv_SE", "SEK", u"5kr"_s, 500);
        understood("sv_SE", "SEK", u"5k"_s, 500000);
        understood("pl_PL", "PLN", u"12,50 zł"_s, 1250);
        understood("ja_JP", "JPY", u"￥1,200"_s, 120000);
        germanUnderstood();
        understood("en_IN", "INR", u"12,34,567.89"_s, 123456789);
        understood("en_IN", "INR", u"₹1,234,567"_s, 123456700);
        understood("de_CH", "CHF", u"1'250.05"_s, 125005);
        understood("fr_FR", "EUR", u"1 250,50"_s, 125050);
        understood("fr_FR", "EUR", u"12.500,50"_s, 1250050);
        understood("ar_EG", "EUR", u"١٬٢٠٠٫٥٠"_s, 120050);
    }

    void understoods()
    {
        QFETCH(QString, locale);
        QFETCH(QString, currency);
        QFETCH(QString, text);
        QFETCH(qint64, minor);
        QFETCH(std::optional<ValuePeriod>, period);
        MoneyParser parser(currency, QLocale(locale));
        QVERIFY2(parser.parse(text), qPrintable(parser.problemText()));
        QCOMPARE(parser.result().minor, minor);
        QCOMPARE(parser.result().period, period);
    }

    void refuseds_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("text");
        QTest::addColumn<MoneyProblem>("problem");
        using enum MoneyProblem;
        // The neighbour's way of grouping and parting.
        for (const char16_t *text :
             {u"1.200", u"12.345", u"1.200k",    u"1.250m",    u"1.200.000", u"12.500,50", u"1,20",
              u"12,5",  u"1,2k",   u"1,200k",    u"1,200,50",  u"12,34,567", u"1,2345",    u"0,123",
              u"12 5",  u"1 20",   u"1,200 300", u"1 200,300", u",5",        u"12,"})
            refused("en_US", "EUR", QString::fromUtf16(text), Ambiguous);
        for (const char16_t *text : {u"1,200", u"1.2", u"1.2k", u"12.5", u"1.200k", u"1,250k", u"1.20",
                                     u"1,200.50", u"0.123", u"1.2000,5"})
            refused("de_DE", "EUR", QString::fromUtf16(text), Ambiguous);
        refused("fr_FR", "EUR", u"1.200"_s, Ambiguous);
        refused("fr_FR", "EUR", u"12.5"_s, Ambiguous);
        refused("de_AT", "EUR", u"1.2"_s, Ambiguous);
        refused("en_IN", "INR", u"12,34,56"_s, Ambiguous);
        for (const char16_t *text :
             {u"$5", u"5 $", u"£5", u"¥ 5", u"5 USD", u"5usd", u"CHF 5", u"5 kr", u"5kr", u"5 zł", u"R$ 5",
              u"CHF 5k", u"5 USD/mo", u"€5 USD", u"EURO5 NOK"})
            refused("en_US", "EUR", QString::fromUtf16(text), OtherCurrency);
        refused("en_US", "USD", u"A$5"_s, OtherCurrency);
        refused("en_US", "CAD", u"$5"_s, OtherCurrency); // whose dollar?
        for (const char16_t *text : {u"", u" ", u"€", u"abc", u"k", u"/mo", u".", u"1e5", u"5%", u"1/2", u"½",
                                     u"(500)", u"5 or 6", u"5-6", u"+-5", u"5kk", u"#5", u"5xy"})
            refused("en_US", "EUR", QString::fromUtf16(text), NotANumber);
        for (const char16_t *text : {u"-5", u"\u22125", u"€ -5", u"-€5", u"- 5/mo", u"-0.01"})
            refused("en_US", "EUR", QString::fromUtf16(text), Negative);
        for (const char16_t *text : {u"1.2345", u"0.125", u"0.001", u"1234.567", u"1.234567k"})
            refused("en_US", "EUR", QString::fromUtf16(text), TooManyDecimals);
        for (const char16_t *text : {u"90071992547409.92", u"99999999999999999999999", u"90071993m"})
            refused("en_US", "EUR", QString::fromUtf16(text), TooLarge);
    }

    void refuseds()
    {
        QFETCH(QString, locale);
        QFETCH(QString, currency);
        QFETCH(QString, text);
        QFETCH(MoneyProblem, problem);
        MoneyParser parser(currency, QLocale(locale));
        QVERIFY2(!parser.parse(text), qPrintable(QString::number(parser.result().minor)));
        QCOMPARE(parser.problem(), problem);
        QVERIFY(!parser.problemText().isEmpty());
        QCOMPARE(parser.result().minor, 0);
        QVERIFY(!parser.result().period);
    }

    /// What the tables show is understood when it is typed back.
    void everyLocaleReadsItsOwn()
    {
        const qint64 amounts[] = {0, 5, 50, 99, 100, 1250, 120000, 120050, 123456789, 100000000000};
        for (const char *name : {"en_US", "en_GB", "en_IN", "hi_IN", "de_DE", "de_AT", "de_CH",
                                 "fr_FR", "es_ES", "it_IT", "pt_BR", "sv_SE", "pl_PL", "ru_RU",
                                 "tr_TR", "ja_JP", "zh_CN", "ar_EG", "fa_IR", "he_IL", "C"}) {
            const QLocale locale{QString::fromLatin1(name)};
            for (const QString &currency : {u"EUR"_s, u"USD"_s, u"SEK"_s, u"JPY"_s}) {
                for (const qint64 amount : amounts) {
                    const QString text = formatMoney(amount, currency, ValuePeriod::Monthly, locale);
                    MoneyParser parser(currency, locale);
                    const bool ok = parser.parse(text);
                    if (!ok || parser.result().minor != amount ||
                        parser.result().period != ValuePeriod::Monthly)
                        QFAIL(qPrintable(u"%1: %2"_s.arg(locale.name(), text)));
                }
            }
        }
    }

private:
    static void germanUnderstood()
    {
        for (const char *locale : {"de_DE", "de_AT"}) {
            for (const auto &[text, minor] :
                 std::initializer_list<std::pair<const char16_t *, qint64>>{{u"12.500,50", 1250050},
                                                                            {u"1.200", 120000},
                                                                            {u"1.200.000", 120000000},
                                                                            {u"12,5", 1250},
                                                                            {u"1,2k", 120000},
                                                                            {u"1,2 Tsd.", 120000},
                                                                            {u"3 Mio. €", 300000000},
                                                                            {u"1 200,50", 120050}})
                understood(locale, "EUR", QString::fromUtf16(text), minor);
            understood(locale, "EUR", u"900 €/Monat"_s, 90000, ValuePeriod::Monthly);
            understood(locale, "EUR", u"900 € mtl."_s, 90000, ValuePeriod::Monthly);
            understood(locale, "EUR", u"900 pro Jahr"_s, 90000, ValuePeriod::Annual);
            understood(locale, "EUR", u"900 p.a."_s, 90000, ValuePeriod::Annual);
        }
    }
};

LEADLINE_TEST(tst_moneyparser, QTEST_APPLESS_MAIN, MoneyParserTest)

} // namespace tst_moneyparser

#include "tst_moneyparser.moc"
