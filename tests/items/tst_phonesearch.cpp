// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "columnblock.h"
#include "lead.h"
#include "recordtablemodel.h"
#include "testprogram.h"

#include <QTest>

namespace tst_phonesearch {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// A phone number is found however it is typed.
class PhoneSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();

private:
    RecordTable m_table{builtInFields<Contact>().list()};
};

void PhoneSearchTest::initTestCase()
{
    const auto contact = [](const QString &id, const QString &name, const QString &phone,
                            const QString &shown) {
        Contact made;
        made.id = id;
        made.name = name;
        made.phones = {{.phone = phone, .type = u"office"_s, .formatted = shown, .country = {}}};
        return made;
    };
    QVERIFY(m_table.merge(columnBlock(
        builtInFields<Contact>(),
        QList<Contact>{contact(u"cont_1"_s, u"Uta Bergmann"_s, u"+497115550142"_s, u"+49 711 5550142"_s),
                       contact(u"cont_2"_s, u"Haus 0711 am Platz"_s, u"+431555010"_s, u"+43 1 555010"_s)})));
}

void PhoneSearchTest::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("national") << u"0711 555-0142"_s << QStringList{u"cont_1"_s};
    QTest::newRow("with marks") << u"(0711) 555-01"_s << QStringList{u"cont_1"_s};
    QTest::newRow("international") << u"+49 711 5550142"_s << QStringList{u"cont_1"_s};
    QTest::newRow("double zero") << u"00431555010"_s << QStringList{u"cont_2"_s};
    QTest::newRow("its words in a name") << u"0711"_s << QStringList{u"cont_1"_s, u"cont_2"_s};
    QTest::newRow("another number") << u"0712 555"_s << QStringList();
    QTest::newRow("number and name") << u"711 uta"_s << QStringList{u"cont_1"_s};
    QTest::newRow("part with marks, and name") << u"uta 555-01"_s << QStringList{u"cont_1"_s};
}

void PhoneSearchTest::finds()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, ids);
    RecordTableModel model(&m_table);
    model.setSearchText(typed);
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.append(model.idAt(row));
    found.sort();
    QCOMPARE(found, ids);
}

LEADLINE_TEST(tst_phonesearch, QTEST_GUILESS_MAIN, PhoneSearchTest)

} // namespace tst_phonesearch

#include "tst_phonesearch.moc"
