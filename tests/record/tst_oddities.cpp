// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activity.h"
#include "codec.h"
#include "fixture.h"
#include "organization.h"
#include "smartview.h"
#include "testprogram.h"

#include <QTest>

namespace tst_oddities {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// What real answers of Close surprise with.
class OdditiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noValue()
    {
        const auto page = decodePage<Opportunity>(fixture(u"odd-01-no-value"_s));
        QVERIFY(page);
        QVERIFY(!page->records.at(0).value);
        QCOMPARE(page->records.at(1).value, 0);
        const auto &fields = builtInFields<Opportunity>();
        QVERIFY(isBlank(fields.value(page->records.at(0), u"expected_value"_s)));
        QCOMPARE(fields.value(page->records.at(1), u"expected_value"_s), QVariant(0LL));
    }

    void names()
    {
        const auto page = decodePage<Lead>(fixture(u"odd-02-names"_s));
        QVERIFY(page);
        QStringList names;
        for (const Lead &lead : page->records)
            names.append(lead.name);
        QCOMPARE(names,
                 QStringList({u"K"_s, u"4711"_s, u"Anders & Söhne;"_s, u"Example\u00a0Lead"_s,
                              u"Łódź Çelik "_s, u"Zoë's 🚀 Café"_s, u"株式会社テスト"_s, u"شركة النور"_s}));
        const auto views = decodeSmartViews(fixture(u"smart-view-list"_s));
        QVERIFY(views);
        QCOMPARE(views->at(0).name, u"🔥 Hot leads"_s);
    }

    void statusLabel()
    {
        const auto opportunity = decodeRecord<Opportunity>(fixture(u"odd-03-status-label"_s));
        QVERIFY(opportunity);
        QCOMPARE(opportunity->statusLabel, u"S01: Received Renewal Request"_s);
    }

    void dates()
    {
        const auto active = decodeRecord<Opportunity>(fixture(u"opportunity-active-date-won"_s));
        QVERIFY(active);
        QCOMPARE(active->statusType, u"active"_s);
        QCOMPARE(active->dateWon, QDate(2027, 6, 30));
        const auto page = decodePage<Opportunity>(fixture(u"odd-04-dates"_s));
        QVERIFY(page);
        QCOMPARE(page->records.at(0).dateWon, QDate(2025, 1, 1));
        QCOMPARE(page->records.at(1).dateWon, QDate(2031, 1, 1));
        QCOMPARE(page->records.at(2).dateWon, QDate(2026, 5, 5));
        QCOMPARE(page->records.at(2).dateLost, QDateTime(QDate(2026, 5, 6), QTime(10, 0), Qt::UTC));
        const auto tasks = decodePage<Task>(fixture(u"task-list"_s));
        QVERIFY(tasks);
        QCOMPARE(tasks->records.at(0).date, QDate(2026, 3, 1));
        QCOMPARE(tasks->records.at(1).date, QDate(2026, 3, 1));
        QVERIFY(tasks->records.at(2).isDateless);
        QVERIFY(tasks->records.at(3).id.startsWith(u"noti_"_s));
    }

    void timestamps()
    {
        const auto page = decodePage<Contact>(fixture(u"odd-05-timestamps"_s));
        QVERIFY(page);
        const auto utc = [](const QDateTime &moment) { return moment.toString(Qt::ISODateWithMs); };
        QCOMPARE(utc(page->records.at(0).dateCreated), u"0001-01-01T00:00:00.000Z"_s);
        QCOMPARE(utc(page->records.at(0).dateUpdated), u"2026-06-19T09:22:10.931Z"_s);
        QCOMPARE(utc(page->records.at(1).dateCreated), u"2026-06-19T09:22:10.000Z"_s);
        QCOMPARE(page->records.at(1).dateCreated, page->records.at(1).dateUpdated);
        QCOMPARE(utc(page->records.at(2).dateCreated), u"2026-06-19T09:22:10.500Z"_s);
        QVERIFY(!page->records.at(2).dateUpdated.isValid());
        QVERIFY(!page->records.at(3).dateCreated.isValid());
        QVERIFY(!page->records.at(3).dateUpdated.isValid());
    }

    void phones()
    {
        const auto contact = decodeRecord<Contact>(fixture(u"odd-06-phones"_s));
        QVERIFY(contact);
        QCOMPARE(contact->phones.at(0).display(), u"12345"_s);
        QCOMPARE(contact->phones.at(0).country, QString());
        QCOMPARE(contact->phones.at(1).display(), u"+4971155509"_s);
    }

    void blanks()
    {
        const auto page = decodePage<Task>(fixture(u"odd-07-blanks"_s));
        QVERIFY(page);
        const auto &fields = builtInFields<Task>();
        QVERIFY(isBlank(fields.value(page->records.at(0), u"contact_name"_s)));
        QCOMPARE(fields.values(page->records.at(0)).keys(), fields.values(page->records.at(1)).keys());
    }

    void emailBody()
    {
        const auto email = decodeActivity(fixture(u"odd-09-email-body"_s));
        QVERIFY(email);
        QCOMPARE(email->bodyText.size(), 400 * 9);
        QCOMPARE(email->subject, QString());
        const auto page = decodeActivities(fixture(u"activity-list"_s));
        QVERIFY(page);
        QVERIFY(page->activities.at(0).note.contains(u'\u2192'));
    }

    void oldHost()
    {
        const auto lead = decodeRecord<Lead>(fixture(u"odd-10-old-host"_s));
        QVERIFY(lead);
        QVERIFY(lead->htmlUrl.startsWith(u"https://app.close.io/lead/lead_"_s));
    }

    void integrationLinks()
    {
        const auto lead = decodeRecord<Lead>(fixture(u"odd-11-integration-links"_s));
        QVERIFY(lead);
        QCOMPARE(lead->contacts.size(), 1);
        QVERIFY(lead->custom.isEmpty());
    }

    void duplicateContacts()
    {
        const auto lead = decodeRecord<Lead>(fixture(u"odd-12-duplicate-contacts"_s));
        QVERIFY(lead);
        QCOMPARE(lead->contacts.size(), 2);
        QCOMPARE(lead->contacts.at(0).name, lead->contacts.at(1).name);
        QVERIFY(lead->contacts.at(0).id != lead->contacts.at(1).id);
    }

    void absentKeys()
    {
        const auto page = decodePage<Lead>(fixture(u"odd-13-absent-keys"_s));
        QVERIFY(page);
        const Opportunity &old = page->records.at(0).opportunities.at(0);
        QCOMPARE(old.value, 700);
        QCOMPARE(old.pipelineId, QString());
    }

    void unknownKeys()
    {
        const auto lead = decodeRecord<Lead>(fixture(u"odd-14-unknown-keys"_s));
        QVERIFY(lead);
        QCOMPARE(lead->name, u"Neu GmbH"_s);
        QCOMPARE(lead->addresses.at(0).city, u"Graz"_s);
        QVERIFY(decodeOrganization(fixture(u"organization"_s)));
    }
};

LEADLINE_TEST(tst_oddities, QTEST_APPLESS_MAIN, OdditiesTest)

} // namespace tst_oddities

#include "tst_oddities.moc"
