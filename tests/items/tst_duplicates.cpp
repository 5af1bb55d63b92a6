// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "columnblock.h"
#include "duplicates.h"
#include "recordtable.h"
#include "schema.h"
#include "testprogram.h"

#include <QTest>

namespace tst_duplicates {

using namespace Leadline;
using namespace Qt::StringLiterals;
using Reason = PossibleDuplicate::Reason;

/// Which leads of a table are taken for the one that is being typed.
class DuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void comparesNames_data();
    void comparesNames();
    void readsHosts_data();
    void readsHosts();
    void finds_data();
    void finds();
    void surestFirst();

private:
    QString nameOf(const PossibleDuplicate &duplicate) const;

    RecordTable m_leads{builtInFields<Lead>().list()};
};

void DuplicatesTest::initTestCase()
{
    const auto lead = [](const QString &id, const QString &name, const QString &url,
                         const QString &email = {}, const QString &phone = {}) {
        Lead made;
        made.id = id;
        made.name = made.displayName = name;
        made.url = url;
        Contact person;
        person.id = u"cont_"_s + id;
        person.leadId = id;
        person.name = u"Somebody"_s;
        if (!email.isEmpty())
            person.emails = {{email, u"office"_s}};
        if (!phone.isEmpty())
            person.phones = {{phone, u"office"_s, {}, {}}};
        made.contacts = {person};
        return made;
    };
    m_leads.merge(columnBlock(
        builtInFields<Lead>(),
        QList<Lead>{lead(u"lead_1"_s, u"Bergmann Präzision AG"_s,
                         u"https://www.bergmann-praezision.example/de"_s,
                         u"uta@bergmann-praezision.example"_s, u"+497115550142"_s),
                    lead(u"lead_2"_s, u"Bergmann & Söhne"_s, u"https://bergmann-soehne.example"_s,
                         u"info@bergmann-soehne.example"_s),
                    lead(u"lead_3"_s, u"Iron Harbor Brewing"_s, {}, u"kate@gmail.com"_s, u"+19025550177"_s),
                    lead(u"lead_4"_s, u"Tamarind Foods Pvt. Ltd."_s, u"http://tamarind.example"_s),
                    lead(u"lead_5"_s, u"3M"_s, {})}));
}

QString DuplicatesTest::nameOf(const PossibleDuplicate &duplicate) const
{
    return m_leads.valueAt(u"shown_name"_s, quint32(m_leads.rowOf(duplicate.leadId))).toString();
}

void DuplicatesTest::comparesNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("known");
    QTest::addColumn<bool>("alike");
    QTest::newRow("case and form") << u"TAMARIND FOODS gmbh"_s << u"Tamarind Foods Ltd"_s << true;
    QTest::newRow("one letter") << u"Bergman Präzision"_s << u"Bergmann Präzision AG"_s << true;
    QTest::newRow("without accents") << u"Bergmann Prazision"_s << u"Bergmann Präzision AG"_s << true;
    QTest::newRow("half typed") << u"Iron Harbor B"_s << u"Iron Harbor Brewing"_s << true;
    QTest::newRow("one shared word") << u"Bergmann Bau"_s << u"Bergmann Präzision AG"_s << false;
    QTest::newRow("others") << u"Vetro Nobile"_s << u"Iron Harbor Brewing"_s << false;
    QTest::newRow("blank") << QString() << u"Iron Harbor Brewing"_s << false;
    QTest::newRow("only a form") << u"GmbH"_s << u"AG"_s << false;
}

void DuplicatesTest::comparesNames()
{
    QFETCH(QString, typed);
    QFETCH(QString, known);
    QFETCH(bool, alike);
    QCOMPARE(nameLikeness(typed, known) > 0.75, alike);
}

void DuplicatesTest::readsHosts_data()
{
    QTest::addColumn<QString>("website");
    QTest::addColumn<QString>("host");
    QTest::newRow("whole") << u"https://www.Bergmann.example/about?x=1"_s << u"bergmann.example"_s;
    QTest::newRow("bare") << u"bergmann.example"_s << u"bergmann.example"_s;
    QTest::newRow("half typed") << u"bergmann"_s << QString();
    QTest::newRow("blank") << QString() << QString();
}

void DuplicatesTest::readsHosts()
{
    QFETCH(QString, website);
    QFETCH(QString, host);
    QCOMPARE(hostOf(website), host);
}

void DuplicatesTest::finds_data()
{
    QTest::addColumn<DuplicateQuery>("query");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("reason");
    const auto bergmann = u"Bergmann Präzision AG"_s;
    QTest::newRow("website") << DuplicateQuery{.website = u"bergmann-praezision.example"_s} << bergmann
                             << int(Reason::SameWebsite);
    QTest::newRow("email") << DuplicateQuery{.emails = {u"Uta@Bergmann-praezision.example"_s}} << bergmann
                           << int(Reason::SameEmail);
    QTest::newRow("phone") << DuplicateQuery{.phones = {u"0711 555 0142"_s}} << bergmann
                           << int(Reason::SamePhone);
    QTest::newRow("domain") << DuplicateQuery{.emails = {u"new@bergmann-praezision.example"_s}} << bergmann
                            << int(Reason::SameDomain);
    QTest::newRow("similar name") << DuplicateQuery{.name = u"Bergman Prazision"_s} << bergmann
                                  << int(Reason::SimilarName);
    QTest::newRow("same name") << DuplicateQuery{.name = u"tamarind foods pvt"_s}
                               << u"Tamarind Foods Pvt. Ltd."_s << int(Reason::SameName);
    QTest::newRow("short name") << DuplicateQuery{.name = u"3m"_s} << u"3M"_s << int(Reason::SameName);
    QTest::newRow("mail of everybody") << DuplicateQuery{.emails = {u"other@gmail.com"_s}} << QString() << 0;
    QTest::newRow("part of a host") << DuplicateQuery{.website = u"praezision.example"_s} << QString() << 0;
    QTest::newRow("few digits") << DuplicateQuery{.phones = {u"555"_s}} << QString() << 0;
    QTest::newRow("nothing") << DuplicateQuery{} << QString() << 0;
}

void DuplicatesTest::finds()
{
    QFETCH(DuplicateQuery, query);
    QFETCH(QString, name);
    QFETCH(int, reason);
    const QList<PossibleDuplicate> found = findDuplicates(m_leads, query, 5);
    if (name.isEmpty()) {
        QVERIFY(found.isEmpty());
        return;
    }
    QVERIFY(!found.isEmpty());
    QCOMPARE(nameOf(found.first()), name);
    QCOMPARE(int(found.first().reason), reason);
}

void DuplicatesTest::surestFirst()
{
    const DuplicateQuery query{.name = u"Iron Harbour Brewing"_s,
                               .website = u"tamarind.example"_s,
                               .emails = {u"info@bergmann-soehne.example"_s}};
    const QList<PossibleDuplicate> found = findDuplicates(m_leads, query, 5);
    QCOMPARE(found.size(), 3);
    QCOMPARE(nameOf(found.at(0)), u"Bergmann & Söhne"_s);
    QCOMPARE(nameOf(found.at(1)), u"Tamarind Foods Pvt. Ltd."_s);
    QCOMPARE(nameOf(found.at(2)), u"Iron Harbor Brewing"_s);
    QCOMPARE(findDuplicates(m_leads, query, 1).size(), 1);
}

LEADLINE_TEST(tst_duplicates, QTEST_GUILESS_MAIN, DuplicatesTest)

} // namespace tst_duplicates

#include "tst_duplicates.moc"
