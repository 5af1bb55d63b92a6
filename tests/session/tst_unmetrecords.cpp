// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "lead.h"
#include "testprogram.h"
#include "unmetrecords.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tst_unmetrecords {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// What a sweep knows of a table must stay right whatever happens to the table's rows meanwhile.
class UnmetRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void metOnesAreOut();
    void newOnesAreMet();
    void removedOnesAreOut();
    void onesMadeHereAreNotAskedFor();
    void survivesNewRowNumbers();
    void survivesNewColumns();

private:
    static QString id(int number) { return u"lead_%1"_s.arg(number); }
    static QStringList ids(int from, int count);
    static ColumnBlock block(int from, int count);

    std::unique_ptr<RecordTable> m_table;
};

QStringList UnmetRecordsTest::ids(int from, int count)
{
    QStringList list;
    for (int number = from; number < from + count; ++number)
        list.append(id(number));
    return list;
}

ColumnBlock UnmetRecordsTest::block(int from, int count)
{
    QList<Lead> leads;
    for (const QString &id : ids(from, count)) {
        Lead lead;
        lead.id = id;
        lead.name = u"Name of "_s + id;
        leads.append(lead);
    }
    return columnBlock(builtInFields<Lead>(), leads);
}

void UnmetRecordsTest::init()
{
    m_table = std::make_unique<RecordTable>(builtInFields<Lead>().list());
    m_table->merge(block(0, 5));
}

void UnmetRecordsTest::metOnesAreOut()
{
    UnmetRecords unmet(*m_table);
    QCOMPARE(unmet.ids(), ids(0, 5));
    unmet.meet(id(1));
    unmet.meetThoseOfLead(id(3)); // a lead is of itself
    unmet.meet(u"lead_unheard_of"_s);
    QCOMPARE(unmet.ids(), (QStringList{id(0), id(2), id(4)}));
}

void UnmetRecordsTest::newOnesAreMet()
{
    UnmetRecords unmet(*m_table);
    m_table->merge(block(5, 100));
    unmet.meet(id(80));
    QCOMPARE(unmet.ids(), ids(0, 5));
}

void UnmetRecordsTest::removedOnesAreOut()
{
    UnmetRecords unmet(*m_table);
    m_table->remove({id(0)});
    m_table->merge(block(0, 1)); // and back again, as a new one
    QCOMPARE(unmet.ids(), ids(1, 4));
}

void UnmetRecordsTest::onesMadeHereAreNotAskedFor()
{
    PendingRecords waiting;
    waiting.insert(id(9), {.kind = PendingKind::Made});
    m_table->setPending(waiting, block(9, 1));
    QVERIFY(m_table->contains(id(9)));
    QCOMPARE(UnmetRecords(*m_table).ids(), ids(0, 5));
}

void UnmetRecordsTest::survivesNewRowNumbers()
{
    m_table->merge(block(5, 3000));
    UnmetRecords unmet(*m_table);
    unmet.meet(id(2999));
    const QSignalSpy renumbered(m_table.get(), &RecordTable::wasRenumbered);
    m_table->remove(ids(0, 2000));
    QCOMPARE(renumbered.size(), 1);
    unmet.meet(id(3000));
    QCOMPARE(unmet.ids(), ids(2000, 999) + ids(3001, 4));
}

void UnmetRecordsTest::survivesNewColumns()
{
    UnmetRecords unmet(*m_table);
    unmet.meet(id(0));
    const CustomFieldSchema schema{
        .objectType = u"lead"_s, .fields = {{.id = u"cf_1"_s, .name = u"Region"_s, .type = u"text"_s}}};
    const QSignalSpy reset(m_table.get(), &RecordTable::wasReset);
    m_table->setFields(builtInFields<Lead>().withCustomFields(schema).list());
    QCOMPARE(reset.size(), 1);
    QCOMPARE(unmet.ids(), ids(1, 4));
}

LEADLINE_TEST(tst_unmetrecords, QTEST_GUILESS_MAIN, UnmetRecordsTest)

} // namespace tst_unmetrecords

#include "tst_unmetrecords.moc"
