// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "columnblock.h"
#include "opportunity.h"
#include "recordexport.h"
#include "recordtable.h"
#include "testprogram.h"

#include <QBuffer>
#include <QTest>

namespace tst_recordexport {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// What another program reads must not depend on the person's language, nor be shortened as a cell is.
class RecordExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void valuesAreForPrograms();
    void periodIsNotTwice();
    void blanksAreBlank();
    void formulasAreTexts();
    void fullDeviceIsTold();
    void stops();

private:
    QByteArray written(const QStringList &keys);

    Opportunity m_deal;
    std::atomic<bool> m_isToStop = false;
};

void RecordExportTest::init()
{
    m_deal = {};
    m_deal.id = u"oppo_1"_s;
    m_deal.leadName = u"Müller & Söhne; Wien"_s;
    m_deal.value = 123450;
    m_deal.valuePeriod = u"monthly"_s;
    m_deal.confidence = 75;
    m_deal.dateWon = QDate(2026, 2, 27);
    m_deal.dateCreated = QDateTime(QDate(2026, 1, 5), QTime(13, 7, 59), Qt::UTC);
    m_deal.note = u"First line\nsecond \"line\""_s + QString(600, u'x');
    m_isToStop = false;
}

/// The line below the titles.
QByteArray RecordExportTest::written(const QStringList &keys)
{
    RecordTable table(builtInFields<Opportunity>().list());
    table.merge(columnBlock(builtInFields<Opportunity>(), {m_deal}));
    RecordExport records{table.data(), CellFormatter({}, QLocale(QLocale::German)), {0}, {}};
    for (const QString &key : keys)
        records.fields.push_back(table.fields().indexOf(key));
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    if (!writeCsv(records, file, m_isToStop))
        return "not written";
    return file.data().mid(file.data().indexOf("\r\n") + 2);
}

void RecordExportTest::valuesAreForPrograms()
{
    QCOMPARE(written({u"value"_s, u"confidence"_s, u"date_won"_s}), "1234.50,Monthly,75,2026-02-27\r\n");
    QCOMPARE(written({u"date_created"_s}), "2026-01-05 14:07\r\n"); // in Vienna
    QCOMPARE(written({u"lead_name"_s}), "\"Müller & Söhne; Wien\"\r\n");
    QCOMPARE(written({u"note"_s}), "\"First line\nsecond \"\"line\"\"" + QByteArray(600, 'x') + "\"\r\n");
}

void RecordExportTest::periodIsNotTwice()
{
    QCOMPARE(written({u"value_period"_s, u"value"_s}), "Monthly,1234.50\r\n");
}

void RecordExportTest::blanksAreBlank()
{
    m_deal.value.reset();
    m_deal.confidence.reset();
    m_deal.dateWon = {};
    QCOMPARE(written({u"value"_s, u"confidence"_s, u"date_won"_s}), ",Monthly,,\r\n");
}

void RecordExportTest::formulasAreTexts()
{
    m_deal.leadName = u"=cmd|' /C calc'!A0"_s;
    QCOMPARE(written({u"lead_name"_s}), "'=cmd|' /C calc'!A0\r\n");
}

void RecordExportTest::fullDeviceIsTold()
{
    class Full : public QIODevice
    {
    protected:
        qint64 readData(char *, qint64) override { return -1; }
        qint64 writeData(const char *, qint64 size) override { return m_room-- > 0 ? size : -1; }

    private:
        int m_room = 1; // for the titles
    } full;
    full.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    RecordTable table(builtInFields<Opportunity>().list());
    table.merge(columnBlock(builtInFields<Opportunity>(), {m_deal}));
    QVERIFY(!writeCsv({table.data(), CellFormatter(), {0}, {0}}, full, m_isToStop));
}

void RecordExportTest::stops()
{
    m_isToStop = true;
    QCOMPARE(written({u"lead_name"_s}), "not written");
}

LEADLINE_TEST(tst_recordexport, QTEST_GUILESS_MAIN, RecordExportTest)

} // namespace tst_recordexport

#include "tst_recordexport.moc"
