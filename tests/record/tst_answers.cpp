// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activity.h"
#include "event.h"
#include "fixture.h"
#include "opportunitytotals.h"
#include "smartview.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace tst_answers {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

const QList<QByteArray> NoLists{"", "[]", "null", "{}", R"({"data":{}})", R"({"data":null})", "{\"data\":["};

QHash<QString, Activity> activitiesByType()
{
    QHash<QString, Activity> byType;
    if (const auto page = decodeActivities(fixture(u"activity-list"_s))) {
        for (const Activity &activity : page->activities)
            byType.insert(activity.type, activity);
    }
    return byType;
}

} // namespace

/// Activities, events, Smart Views and the totals of opportunities.
class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void activities()
    {
        const auto page = decodeActivities(fixture(u"activity-list"_s));
        QVERIFY(page);
        QCOMPARE(page->hasMore, true);
        QCOMPARE(page->activities.size(), 13);
        for (const Activity &activity : page->activities) {
            QVERIFY(activity.id.startsWith(u"acti_"_s));
            QVERIFY(activity.leadId.startsWith(u"lead_"_s));
            // Of the e-mail, whose activity_at is null, date_created.
            QCOMPARE(activity.at, QDateTime(QDate(2026, 2, 20), QTime(12, 16, 56, 507), Qt::UTC));
        }
        for (const QByteArray &body : NoLists)
            QVERIFY2(!decodeActivities(body), body.constData());
        QVERIFY(!decodeActivity("{}"_ba));
    }

    void kindsOfActivity()
    {
        const auto all = activitiesByType();
        QCOMPARE(all.value(u"Note"_s).note, u"Met at the fair → call"_s);
        QVERIFY(all.value(u"Note"_s).isPinned);
        const Activity call = all.value(u"Call"_s);
        QCOMPARE(call.direction, u"inbound"_s);
        QCOMPARE(call.disposition, u"answered"_s);
        QCOMPARE(call.duration, 183);
        QCOMPARE(call.phone, u"+49 711 55501"_s);
        QCOMPARE(call.userId, QString());
        const Activity email = all.value(u"Email"_s);
        QCOMPARE(email.subject, u"Ihr Angebot"_s);
        QCOMPARE(email.sender, u"Ida Marek <ida@polarstern.example>"_s);
        QCOMPARE(email.to, QStringList({u"jordis@nordlicht.example"_s, u"pal@nordlicht.example"_s}));
        QCOMPARE(email.bodyText, u"Guten Tag,\n\nanbei."_s);
        QCOMPARE(email.bodyPreview, u"Guten Tag, anbei."_s);
        QCOMPARE(all.value(u"SMS"_s).text, u"Bin um 9 da"_s);
        QCOMPARE(all.value(u"Meeting"_s).title, u"Werksbesuch"_s);
        QCOMPARE(all.value(u"Meeting"_s).duration, 3600);
        QCOMPARE(all.value(u"Created"_s).source, u"import"_s);
        QCOMPARE(all.value(u"TaskCompleted"_s).text, u"Angebot nachfassen"_s);
        QCOMPARE(all.value(u"LeadStatusChange"_s).oldStatusLabel, u"Potential"_s);
        QCOMPARE(all.value(u"LeadStatusChange"_s).newStatusLabel, u"Qualified"_s);
        const Activity won = all.value(u"OpportunityStatusChange"_s);
        QCOMPARE(won.newStatusLabel, u"Won"_s);
        QVERIFY(won.opportunityId.startsWith(u"oppo_"_s));
        QVERIFY(won.oldStatusId.startsWith(u"stat_"_s) && won.newStatusId != won.oldStatusId);
    }

    void events()
    {
        const auto page = decodeEvents(fixture(u"event-list"_s));
        QVERIFY(page);
        QCOMPARE(page->cursorNext, u"b3BhcXVl"_s);
        QCOMPARE(page->cursorPrevious, QString());
        QCOMPARE(page->events.size(), 3);
        const Event &updated = page->events.at(0);
        QCOMPARE(updated.objectType, u"opportunity"_s);
        QCOMPARE(updated.action, u"updated"_s);
        QCOMPARE(updated.changedFields, QStringList({u"confidence"_s, u"status_id"_s, u"date_updated"_s}));
        // No offset means UTC.
        QCOMPARE(updated.dateCreated, QDateTime(QDate(2026, 2, 27), QTime(12, 48, 23, 395), Qt::UTC));
        QCOMPARE(updated.dateUpdated, QDateTime(QDate(2026, 2, 27), QTime(12, 50, 1), Qt::UTC));
        QCOMPARE(updated.data.value(u"confidence"_s).toInt(), 100);
        QCOMPARE(updated.previousData.value(u"confidence"_s).toInt(), 70);
        QVERIFY(page->events.at(1).data.isEmpty());
        QCOMPARE(page->events.at(1).previousData.value(u"name"_s).toString(), u"Gone GmbH"_s);
        QVERIFY(page->events.at(2).data.isEmpty() && page->events.at(2).previousData.isEmpty());
        for (const QByteArray &body : NoLists)
            QVERIFY2(!decodeEvents(body), body.constData());
    }

    void smartViews()
    {
        const auto views = decodeSmartViews(fixture(u"smart-view-list"_s));
        QVERIFY(views);
        QCOMPARE(views->size(), 3);
        QVERIFY(views->at(0).query.isEmpty());
        QCOMPARE(views->at(0).sQuery.value(u"query"_s).toObject().value(u"type"_s).toString(), u"and"_s);
        QVERIFY(views->at(0).isShared);
        QCOMPARE(views->at(1).query, u"lead_status:\"Potential\" sort:created"_s);
        QVERIFY(views->at(1).sQuery.isEmpty());
        QVERIFY(!views->at(1).isShared);
        QCOMPARE(views->at(2).type, u"contact"_s);
        QCOMPARE(views->at(2).sQuery.value(u"results_limit"_s).toInt(), 50);
        for (const QByteArray &body : NoLists)
            QVERIFY2(!decodeSmartViews(body), body.constData());
    }

    void totals()
    {
        const auto totals = decodeOpportunityTotals(fixture(u"opportunity-list"_s));
        QVERIFY(totals);
        const OpportunityTotals expected{.count = 3,
                                         .countByPeriod = {1, 1, 1},
                                         .value = {25000, 5000, 50000},
                                         .expected = {12500, 4500, 25000},
                                         .annualizedValue = 135000,
                                         .annualizedExpected = 91500};
        QVERIFY(*totals == expected);
        const auto none = decodeOpportunityTotals(fixture(u"odd-01-no-value"_s));
        QVERIFY(none);
        const OpportunityTotals blank{.count = 2, .countByPeriod = {}, .value = {}, .expected = {}};
        QVERIFY(*none == blank);
        for (const QByteArray &body : NoLists)
            QVERIFY2(!decodeOpportunityTotals(body), body.constData());
    }

    void hugeTotals()
    {
        QJsonObject body = fixtureObject(u"opportunity-list"_s);
        body[u"total_value_one_time"_s] = qint64(9007199254740993);
        const auto totals = decodeOpportunityTotals(jsonBytes(body));
        QVERIFY(totals);
        QCOMPARE(totals->value.oneTime, 9007199254740993LL);
    }

    void groups()
    {
        const auto page = decodeOpportunityPage(fixture(u"opportunity-groups-user"_s));
        QVERIFY(page);
        QCOMPARE(page->hasMore, false);
        QCOMPARE(page->totals.annualizedValue, 135000);
        QCOMPARE(page->groups.size(), 2);
        const OpportunityGroup &ida = page->groups.at(0);
        QCOMPARE(ida.userName, u"Ida Marek"_s);
        QCOMPARE(ida.userId, ida.key);
        QCOMPARE(ida.opportunities.size(), 2);
        QCOMPARE(ida.totals.count, 2);
        QCOMPARE(ida.totals.value.monthly, 5000);
        QCOMPARE(ida.totals.annualizedValue, 85000);
        QCOMPARE(ida.opportunities.at(1).confidence, 90);
        QCOMPARE(page->groups.at(1).totals.countByPeriod.annual, 1);
        const auto months = decodeOpportunityPage(fixture(u"opportunity-groups-month"_s));
        QVERIFY(months);
        QCOMPARE(months->hasMore, true);
        QCOMPARE(months->groups.at(0).year, 2026);
        QCOMPARE(months->groups.at(0).month, 3);
        const auto weeks = decodeOpportunityPage(fixture(u"opportunity-groups-week"_s));
        QVERIFY(weeks);
        QCOMPARE(weeks->groups.at(0).year, 2026);
        QCOMPARE(weeks->groups.at(0).week, 11);
        for (const QByteArray &body : NoLists)
            QVERIFY2(!decodeOpportunityPage(body), body.constData());
    }

    /// A group that a page cuts goes on in the next.
    void groupsGoOn()
    {
        QList<OpportunityGroup> groups =
            decodeOpportunityPage(fixture(u"opportunity-groups-month"_s))->groups;
        QList<OpportunityGroup> more = groups;
        more.append(decodeOpportunityPage(fixture(u"opportunity-groups-week"_s))->groups);
        appendGroups(&groups, more);
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups.at(0).opportunities.size(), 2);
        QCOMPARE(groups.at(0).totals.count, 2);
        QCOMPARE(groups.at(1).key, u"2026-W11"_s);
    }
};

LEADLINE_TEST(tst_answers, QTEST_APPLESS_MAIN, AnswersTest)

} // namespace tst_answers

#include "tst_answers.moc"
