// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "batchreader.h"
#include "recordtable.h"
#include "tablefeed.h"
#include "testprogram.h"
#include "worker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_batchreader {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// Pages on their way through the worker into the tables.
class BatchReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pageReachesTheTablesThoughNobodyWaits();
    void contactsOfAPageComeByThemselves();
    void contactsOfALeadThatWentMeanwhileStayOut();

private:
    static QByteArray page(int leads, int contactsEach);
    void read(const QByteArray &body, QObject *context, const BatchReader::Taker &taker);

    SchemaPointer m_schema = std::make_shared<Schema>();
    std::unique_ptr<RecordTable> m_leads;
    std::unique_ptr<RecordTable> m_contacts;
    std::unique_ptr<RecordTable> m_others;
    std::unique_ptr<TableFeed> m_feed;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<BatchReader> m_reader;
};

void BatchReaderTest::init()
{
    m_leads = std::make_unique<RecordTable>(m_schema->leads.list());
    m_contacts = std::make_unique<RecordTable>(m_schema->contacts.list());
    m_others = std::make_unique<RecordTable>(m_schema->opportunities.list());
    m_feed = std::make_unique<TableFeed>(
        SyncTables{m_leads.get(), m_contacts.get(), m_others.get(), m_others.get(), m_others.get()});
    m_worker = std::make_unique<Worker>();
    m_reader = std::make_unique<BatchReader>(*m_worker);
    connect(m_reader.get(), &BatchReader::batchRead, m_feed.get(), &TableFeed::take);
}

void BatchReaderTest::cleanup()
{
    m_reader.reset();
    m_worker.reset();
    m_feed.reset();
}

QByteArray BatchReaderTest::page(int leads, int contactsEach)
{
    QJsonArray data;
    for (int i = 0; i < leads; ++i) {
        const QString id = u"lead_%1"_s.arg(i);
        QJsonArray contacts;
        for (int j = 0; j < contactsEach; ++j)
            contacts.append(QJsonObject{{u"id"_s, u"cont_%1_%2"_s.arg(i).arg(j)}, {u"lead_id"_s, id}});
        data.append(QJsonObject{{u"id"_s, id}, {u"contacts"_s, contacts}});
    }
    return QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson();
}

void BatchReaderTest::read(const QByteArray &body, QObject *context, const BatchReader::Taker &taker)
{
    m_reader->read(body, decodeSynced<Lead>, m_schema, m_feed->passedOver(), {}, context, taker);
}

/// The marks say that it was read, so no later pass asks for it again.
void BatchReaderTest::pageReachesTheTablesThoughNobodyWaits()
{
    bool isTold = false;
    auto context = std::make_unique<QObject>();
    read(page(3, 2), context.get(), [&isTold](const Result<RecordBatch> &) { isTold = true; });
    context.reset();
    QTRY_COMPARE(m_leads->count(), 3U);
    QTRY_COMPARE(m_contacts->count(), 6U);
    bool isNextDone = false;
    m_worker->run([] { return true; }, this, [&isNextDone](bool) { isNextDone = true; });
    QTRY_VERIFY(isNextDone);
    QVERIFY(!isTold);
}

void BatchReaderTest::contactsOfAPageComeByThemselves()
{
    QList<quint32> contactsAtEach;
    connect(m_reader.get(), &BatchReader::batchRead, this,
            [&](const RecordBatch &) { contactsAtEach.append(m_contacts->count()); });
    quint32 contactsWhenTold = 0;
    bool isLaterDone = false;
    read(page(100, 2), this, [&](const Result<RecordBatch> &batch) {
        QVERIFY(batch);
        QCOMPARE(batch->ids.size(), 100);
        contactsWhenTold = m_contacts->count();
    });
    // Such as a snapshot: it must not find half a page.
    m_worker->run([] { return true; }, this, [&](bool) {
        isLaterDone = true;
        QCOMPARE(m_contacts->count(), 200U);
    });
    QTRY_VERIFY(isLaterDone);
    QCOMPARE(m_leads->count(), 100U);
    QCOMPARE(contactsAtEach, QList<quint32>({0, 100, 200}));
    QCOMPARE(contactsWhenTold, 200U);
    for (const auto &[contact, lead] : {std::pair(u"cont_0_0"_s, u"lead_0"_s), std::pair(u"cont_49_1"_s, u"lead_49"_s),
                                        std::pair(u"cont_50_0"_s, u"lead_50"_s), std::pair(u"cont_99_1"_s, u"lead_99"_s)})
        QCOMPARE(m_contacts->leadIdAt(quint32(m_contacts->rowOf(contact))), lead);
}

void BatchReaderTest::contactsOfALeadThatWentMeanwhileStayOut()
{
    bool isDropped = false;
    connect(m_reader.get(), &BatchReader::batchRead, this, [&](const RecordBatch &) {
        if (!std::exchange(isDropped, true))
            m_feed->drop(DocumentKind::Lead, {u"lead_7"_s});
    });
    bool isTold = false;
    read(page(100, 2), this, [&isTold](const Result<RecordBatch> &) { isTold = true; });
    QTRY_VERIFY(isTold);
    QCOMPARE(m_leads->count(), 99U);
    QCOMPARE(m_contacts->count(), 198U);
    QVERIFY(!m_contacts->contains(u"cont_7_0"_s));
}

LEADLINE_TEST(tst_batchreader, QTEST_GUILESS_MAIN, BatchReaderTest)

} // namespace tst_batchreader

#include "tst_batchreader.moc"
