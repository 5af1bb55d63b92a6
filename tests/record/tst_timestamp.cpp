// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "testprogram.h"
#include "timestamp.h"

#include <QTest>

namespace tst_timestamp {

using namespace Leadline;
using namespace Qt::StringLiterals;

class TimestampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moments_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("utc"); // blank: no moment
        const auto row = [](const char *text, const char *utc) {
            QTest::addRow("%s", text) << QByteArray(text) << QString::fromLatin1(utc);
        };
        row("2026-06-19T11:04:15.763000+00:00", "2026-06-19T11:04:15.763Z");
        row("2026-06-19T09:22:10.931820", "2026-06-19T09:22:10.931Z");
        row("2026-06-19T09:22:10", "2026-06-19T09:22:10.000Z");
        row("2026-06-19T09:22:10Z", "2026-06-19T09:22:10.000Z");
        row("2026-06-19 09:22:10", "2026-06-19T09:22:10.000Z");
        row("2026-01-05T10:30", "2026-01-05T10:30:00.000Z");
        row("2026-01-05T10:30+01:00", "2026-01-05T09:30:00.000Z");
        row("2026-06-19T11:04:15.7+00:00", "2026-06-19T11:04:15.700Z");
        row("2026-06-19T11:04:15.76+00:00", "2026-06-19T11:04:15.760Z");
        row("2026-06-19T11:04:15.763999999+00:00", "2026-06-19T11:04:15.763Z");
        row("2026-06-19T11:04:15.5+02:00", "2026-06-19T09:04:15.500Z");
        row("2026-06-19T11:04:15-0430", "2026-06-19T15:34:15.000Z");
        row("2026-06-19T11:04:15+02", "2026-06-19T09:04:15.000Z");
        row("2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00.000Z");
        row("2026-02-27", "2026-02-27T00:00:00.000Z");
        row("2024-02-29T12:00:00", "2024-02-29T12:00:00.000Z");
        row("2000-02-29T12:00:00", "2000-02-29T12:00:00.000Z");
        row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
        row("0001-01-01T00:00:00", "0001-01-01T00:00:00.000Z");
        row("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z");
        for (const char *bad : {"",
                                "yesterday",
                                "2026",
                                "2026-02",
                                "2026-2-3",
                                "2026-02-30T00:00:00",
                                "2026-02-29",
                                "1900-02-29",
                                "2026-13-01",
                                "2026-00-10",
                                "2026-01-00",
                                "0000-01-01",
                                "2026/02/27",
                                "2026-02-27T",
                                "2026-02-27T1",
                                "2026-02-27T10",
                                "2026-02-27T10:",
                                "2026-02-27T10:0",
                                "2026-02-27T24:00:00",
                                "2026-02-27T10:60:00",
                                "2026-02-27T10:00:",
                                "2026-02-27T10:00:0",
                                "2026-02-27T10:00:xx",
                                "2026-02-27T10:00:61",
                                "2026-02-27T10.00.00",
                                "2026-02-27T10:00:00.",
                                "2026-02-27T10:00:00+",
                                "2026-02-27T10:00:00+1",
                                "2026-02-27T10:00:00+01:",
                                "2026-02-27T10:00:00+01:0",
                                "2026-02-27T10:00:00+25:00",
                                "2026-02-27T10:00:00+00:99",
                                "2026-02-27T10:00:00+00:00x",
                                "2026-02-27T10:00:00 UTC",
                                "2026-02-27x10:00:00",
                                "-026-02-27",
                                "2026-02-27T-1:00:00"})
            row(bad, "");
    }

    void moments()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, utc);
        const auto moment = parseTimestamp(text.toStdString());
        QCOMPARE(moment.has_value(), !utc.isEmpty());
        if (moment)
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC).toString(Qt::ISODateWithMs), utc);
    }

    /// Against Qt's own calendar, over four centuries and their odd years.
    void everyDay()
    {
        for (QDate day(1899, 12, 31); day < QDate(2301, 1, 2); day = day.addDays(1)) {
            const auto moment = parseTimestamp(day.toString(Qt::ISODate).toStdString());
            QVERIFY(moment);
            if (*moment != (day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86400000LL)
                QFAIL(qPrintable(day.toString(Qt::ISODate)));
        }
    }

    void days_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDate>("day");
        QTest::newRow("day") << "2026-02-27"_ba << QDate(2026, 2, 27);
        QTest::newRow("moment") << "2026-03-01T23:30:00+00:00"_ba << QDate(2026, 3, 1);
        QTest::newRow("midnight") << "2026-05-05T00:00:00+00:00"_ba << QDate(2026, 5, 5);
        QTest::newRow("no such day") << "2026-02-30"_ba << QDate();
        QTest::newRow("more behind") << "2026-02-271"_ba << QDate();
        QTest::newRow("cut off") << "2026-02-2"_ba << QDate();
        QTest::newRow("blank") << ""_ba << QDate();
    }

    void days()
    {
        QFETCH(QByteArray, text);
        QFETCH(QDate, day);
        QCOMPARE(parseDay(text.toStdString()).value_or(QDate()), day);
    }

    void written()
    {
        const QDateTime moment(QDate(2026, 6, 19), QTime(11, 4, 15, 63), Qt::OffsetFromUTC, 7200);
        QCOMPARE(timestampText(moment), u"2026-06-19T09:04:15.063+00:00"_s);
        QCOMPARE(parseTimestamp(timestampText(moment).toStdString()).value(), moment.toMSecsSinceEpoch());
    }
};

LEADLINE_TEST(tst_timestamp, QTEST_APPLESS_MAIN, TimestampTest)

} // namespace tst_timestamp

#include "tst_timestamp.moc"
