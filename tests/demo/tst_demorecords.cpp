// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"
#include "testprogram.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_demorecords {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// What writing and reading records does: bodies, side effects, the wording of refusals.
class TestDemoRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void refusals_data();
    void refusals();
    void pageCaps_data();
    void pageCaps();
    void envelopes_data();
    void envelopes();
    void leadIsMadeWithContacts();
    void putChangesOnlyWhatIsSent();
    void multiValuesAreAddedAndRemoved();
    void fieldsLimitTheAnswer();
    void longFiltersComeInTheBody();
    void contactWithoutLeadMakesOne();
    void opportunityWithoutLeadMakesOne();
    void winningSetsTheDayOfTheCaller();
    void statusChangeLeavesActivityAndEvent();
    void quickStatusChangesBecomeOne();
    void totalsAddUp();
    void groupsAddUpToTheWhole();
    void opportunityFilters_data();
    void opportunityFilters();
    void completingATaskLeavesAnActivity();
    void bulkTaskUpdateCounts();
    void notesKeepPlainAndRichInStep();
    void deletedLeadTakesItsOwnAlong();
    void mergeMovesWhatHangsOnTheSource();
    void leadDateMovesOnlyForItsOwnFields();
    void quickUpdatesBecomeOneEvent();
    void schemaListsOwnAndSharedFields();

private:
    QString firstId(const QString &path) const { return m_server.get(path)[u"data"][0][u"id"].toString(); }
    QString statusId(const QString &label) const;
    QString fieldId(const QString &objectType, const QString &name) const;

    DemoServer m_server;
};

QString TestDemoRecords::statusId(const QString &label) const
{
    for (const QString &path : {u"/status/lead/"_s, u"/status/opportunity/"_s}) {
        const QJsonArray statuses = m_server.get(path)[u"data"].toArray();
        for (const QJsonValue &status : statuses) {
            if (status[u"label"].toString() == label)
                return status[u"id"].toString();
        }
    }
    return {};
}

QString TestDemoRecords::fieldId(const QString &objectType, const QString &name) const
{
    const QJsonArray fields =
        m_server.get(u"/custom_field_schema/%1/"_s.arg(objectType))[u"fields"].toArray();
    for (const QJsonValue &field : fields) {
        if (field[u"name"].toString() == name)
            return field[u"id"].toString();
    }
    return {};
}

void TestDemoRecords::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"300"_s}).isValid(), qPrintable(m_server.errorText()));
}

void TestDemoRecords::init()
{
    QVERIFY(m_server.reset());
}

void TestDemoRecords::refusals_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QJsonObject>("fieldErrors");
    QTest::newRow("lead status")
        << u"/lead/"_s << QJsonObject{{u"status"_s, u"foo"_s}}
        << QJsonObject{{u"status"_s,
                        u"Not a valid choice. Please go to Customizations in your organization settings and "
                        "add \"foo\" to the list of lead statuses."_s}};
    QTest::newRow("task lead") << u"/task/"_s << QJsonObject{{u"lead_id"_s, u"lead_x"_s}}
                               << QJsonObject{{u"lead"_s, u"Object does not exist."_s}};
    QTest::newRow("note lead") << u"/activity/note/"_s << QJsonObject{{u"note"_s, u"x"_s}}
                               << QJsonObject{{u"lead"_s, u"This field is required."_s}};
    QTest::newRow("contact lead") << u"/contact/"_s << QJsonObject{{u"lead_id"_s, u"lead_x"_s}}
                                  << QJsonObject{{u"lead"_s, u"Object does not exist."_s}};
    QTest::newRow("confidence") << u"/opportunity/"_s << QJsonObject{{u"confidence"_s, 101}}
                                << QJsonObject{{u"confidence"_s, u"Value must be between 0 and 100."_s}};
    QTest::newRow("value") << u"/opportunity/"_s << QJsonObject{{u"value"_s, u"500"_s}}
                           << QJsonObject{{u"value"_s, u"Value must be of int type."_s}};
    QTest::newRow("name type") << u"/lead/"_s << QJsonObject{{u"name"_s, 1}}
                               << QJsonObject{{u"name"_s, u"Value must be of basestring type."_s}};
    const QJsonObject email{{u"errors"_s, QJsonArray()},
                            {u"field-errors"_s, QJsonObject{{u"email"_s, u"Invalid email address."_s}}}};
    const QJsonObject emails{{u"emails"_s, QJsonObject{{u"errors"_s, QJsonObject{{u"0"_s, email}}}}}};
    QTest::newRow("email") << u"/contact/"_s
                           << QJsonObject{{u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"nobody"_s}}}}}
                           << emails;
}

void TestDemoRecords::refusals()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(QJsonObject, fieldErrors);
    const auto answer = m_server.exchange("POST", path, body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.object()[u"field-errors"].toObject(), fieldErrors);
    QVERIFY(answer.object()[u"errors"].isArray());
}

void TestDemoRecords::pageCaps_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    QTest::newRow("lead limit") << u"/lead/?_limit=201"_s << u"_limit"_s
                                << u"Input should be less than or equal to 200"_s;
    QTest::newRow("lead skip")
        << u"/lead/?_skip=35001"_s << u"_skip"_s
        << u"The skip you set is larger than the maximum skip for this resource (max_skip = 35000)."_s;
    QTest::newRow("event limit") << u"/event/?_limit=51"_s << u"_limit"_s
                                 << u"Input should be less than or equal to 50"_s;
    QTest::newRow("activity limit") << u"/activity/?_limit=101"_s << u"_limit"_s
                                    << u"Input should be less than or equal to 100"_s;
}

void TestDemoRecords::pageCaps()
{
    QFETCH(QString, path);
    QFETCH(QString, field);
    QFETCH(QString, message);
    const auto answer = m_server.exchange("GET", path);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.object()[u"field-errors"].toObject(), (QJsonObject{{field, message}}));
}

void TestDemoRecords::envelopes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("total");
    for (const QString &path : {u"/lead/"_s, u"/opportunity/"_s, u"/task/"_s})
        QTest::newRow(qPrintable(path)) << path << true;
    for (const QString &path :
         {u"/contact/"_s, u"/user/"_s, u"/activity/"_s, u"/activity/note/"_s, u"/pipeline/"_s,
          u"/status/lead/"_s, u"/status/opportunity/"_s, u"/custom_field/lead/"_s, u"/saved_search/"_s})
        QTest::newRow(qPrintable(path)) << path << false;
}

void TestDemoRecords::envelopes()
{
    QFETCH(QString, path);
    QFETCH(bool, total);
    const QJsonObject page = m_server.get(path + u"?_limit=2"_s);
    QVERIFY(page[u"data"].isArray());
    QVERIFY(!page[u"data"].toArray().isEmpty());
    QVERIFY(page[u"has_more"].isBool());
    QCOMPARE(page.contains(u"total_results"_s), total);
}

void TestDemoRecords::leadIsMadeWithContacts()
{
    const QJsonObject contact{
        {u"name"_s, u"Bo Lind"_s},
        {u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"bo@lumen.example"_s}, {u"type"_s, u"office"_s}}}},
        {u"phones"_s, QJsonArray{QJsonObject{{u"phone"_s, u"01 555010"_s}}}}};
    const auto answer = m_server.exchange("POST", u"/lead/"_s,
                                          {{u"name"_s, u"Lumen"_s}, {u"contacts"_s, QJsonArray{contact}}});
    QCOMPARE(answer.status, 200);
    const QJsonObject lead = answer.object();
    QCOMPARE(lead[u"status_label"].toString(), u"Potential"_s); // the organization's first
    QCOMPARE(lead[u"contacts"].toArray().size(), 1);
    QCOMPARE(lead[u"contacts"][0][u"lead_id"], lead[u"id"]);
    QCOMPARE(lead[u"contacts"][0][u"phones"][0][u"phone"].toString(), u"+431555010"_s);
    static const QRegularExpression stamp(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00$"_s);
    QVERIFY(stamp.match(lead[u"date_created"].toString()).hasMatch());
    QCOMPARE(m_server.get(u"/lead/?_limit=1"_s)[u"data"][0][u"id"], lead[u"id"]);
}

void TestDemoRecords::putChangesOnlyWhatIsSent()
{
    const QString path = u"/lead/%1/"_s.arg(firstId(u"/lead/"_s));
    const QJsonObject before = m_server.get(path);
    const QJsonObject after =
        m_server.exchange("PUT", path, {{u"description"_s, u"New"_s}, {u"url"_s, QJsonValue::Null}}).object();
    QCOMPARE(after[u"description"].toString(), u"New"_s);
    QVERIFY(after[u"url"].isNull());
    QCOMPARE(after[u"name"], before[u"name"]);
    QCOMPARE(after[u"addresses"], before[u"addresses"]);
    QVERIFY(after[u"date_updated"].toString() > before[u"date_updated"].toString());
    const QJsonObject same = m_server.exchange("PUT", path, {{u"description"_s, u"New"_s}}).object();
    QCOMPARE(same[u"date_updated"], after[u"date_updated"]);
}

void TestDemoRecords::multiValuesAreAddedAndRemoved()
{
    const QString key = u"custom."_s + fieldId(u"lead"_s, u"Tags"_s);
    const QString path = u"/lead/%1/"_s.arg(
        m_server.exchange("POST", u"/lead/"_s, {{key, QJsonArray{u"Partner"_s}}}).object()[u"id"].toString());
    QCOMPARE(m_server.exchange("PUT", path, {{key + u".add"_s, u"Priority"_s}}).object()[key].toArray(),
             (QJsonArray{u"Partner"_s, u"Priority"_s}));
    QCOMPARE(m_server.exchange("PUT", path, {{key + u".remove"_s, u"Partner"_s}}).object()[key].toArray(),
             (QJsonArray{u"Priority"_s}));
    QCOMPARE(m_server.exchange("PUT", path, {{key + u".add"_s, u"No such"_s}}).status, 400);
    QVERIFY(!m_server.exchange("PUT", path, {{key, QJsonValue::Null}}).object().contains(key));
}

void TestDemoRecords::fieldsLimitTheAnswer()
{
    const QJsonObject lead =
        m_server.get(u"/lead/?_limit=1&_fields=id,display_name"_s)[u"data"][0].toObject();
    QCOMPARE(lead.keys(), (QStringList{u"display_name"_s, u"id"_s}));
}

void TestDemoRecords::longFiltersComeInTheBody()
{
    const QByteArray headers =
        DemoServer::authorization() + "Content-Type: application/json\r\nx-http-method-override: GET\r\n";
    const auto answer =
        m_server.send("POST", "/api/v1/opportunity/", headers,
                      R"({"_params": {"status_type": "won", "_limit": 3, "_fields": "status_type"}})");
    QCOMPARE(answer.status, 200);
    const QJsonArray data = answer.object()[u"data"].toArray();
    QCOMPARE(data.size(), 3);
    for (const QJsonValue &one : data)
        QCOMPARE(one.toObject(), (QJsonObject{{u"status_type"_s, u"won"_s}}));
}

void TestDemoRecords::contactWithoutLeadMakesOne()
{
    const QJsonObject contact =
        m_server.exchange("POST", u"/contact/"_s, {{u"name"_s, u"Solo Person"_s}}).object();
    const QJsonObject lead = m_server.get(u"/lead/%1/"_s.arg(contact[u"lead_id"].toString()));
    QCOMPARE(lead[u"name"].toString(), u"Solo Person"_s);
    QCOMPARE(lead[u"contacts"][0][u"id"], contact[u"id"]);
}

void TestDemoRecords::opportunityWithoutLeadMakesOne()
{
    const QJsonObject o = m_server.exchange("POST", u"/opportunity/"_s, {{u"value"_s, 50000}}).object();
    QCOMPARE(o[u"value_formatted"].toString(), u"€500"_s);
    QCOMPARE(o[u"confidence"].toInt(), 50);
    QCOMPARE(o[u"status_label"].toString(), u"Demo booked"_s);
    QVERIFY(m_server.get(u"/lead/%1/"_s.arg(o[u"lead_id"].toString()))[u"name"].isNull());
}

void TestDemoRecords::winningSetsTheDayOfTheCaller()
{
    const auto tomorrow =
        m_server.send("POST", "/api/v1/opportunity/",
                      DemoServer::authorization() + "Content-Type: application/json\r\nx-tz-offset: 12.5\r\n",
                      "{\"status_id\": \"" + statusId(u"Won"_s).toUtf8() + "\"}");
    QCOMPARE(tomorrow.object()[u"date_won"].toString(), u"2026-11-21"_s); // 15:00 UTC is past midnight there
    QCOMPARE(tomorrow.object()[u"confidence"].toInt(), 100);
    const QString id =
        m_server.exchange("POST", u"/opportunity/"_s, {{u"value"_s, 100}}).object()[u"id"].toString();
    const QString path = u"/opportunity/%1/"_s.arg(id);
    const QJsonObject won = m_server.exchange("PUT", path, {{u"status_id"_s, statusId(u"Won"_s)}}).object();
    QCOMPARE(won[u"date_won"].toString(), u"2026-11-20"_s);
    QCOMPARE(won[u"status_type"].toString(), u"won"_s);
    const QJsonObject back =
        m_server.exchange("PUT", path, {{u"status_id"_s, statusId(u"Contract"_s)}}).object();
    QCOMPARE(back[u"date_won"].toString(), u"2026-11-20"_s); // leaving won does not clear it
}

void TestDemoRecords::statusChangeLeavesActivityAndEvent()
{
    const QJsonObject o = m_server.exchange("POST", u"/opportunity/"_s, {{u"value"_s, 100}}).object();
    m_server.exchange("PUT", u"/opportunity/%1/"_s.arg(o[u"id"].toString()),
                      {{u"status_id"_s, statusId(u"Contract"_s)}});
    const QJsonArray changes = m_server
                                   .get(u"/activity/status_change/opportunity/?opportunity_id=%1"_s.arg(
                                       o[u"id"].toString()))[u"data"]
                                   .toArray();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][u"old_status_label"].toString(), u"Demo booked"_s);
    QCOMPARE(changes[0][u"new_status_label"].toString(), u"Contract"_s);
    const QJsonArray events =
        m_server.get(u"/event/?object_type=opportunity&object_id=%1"_s.arg(o[u"id"].toString()))[u"data"]
            .toArray();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0][u"action"].toString(), u"updated"_s);
    QVERIFY(events[0][u"changed_fields"].toArray().contains(u"status_id"_s));
    QCOMPARE(events[0][u"previous_data"][u"status_label"].toString(), u"Demo booked"_s);
    QCOMPARE(events[1][u"action"].toString(), u"created"_s);
}

void TestDemoRecords::quickStatusChangesBecomeOne()
{
    const QString id =
        m_server.exchange("POST", u"/opportunity/"_s, {{u"value"_s, 100}}).object()[u"id"].toString();
    const auto moveTo = [&](const QString &label) {
        m_server.exchange("PUT", u"/opportunity/%1/"_s.arg(id), {{u"status_id"_s, statusId(label)}});
    };
    const auto changes = [&] {
        return m_server.get(u"/activity/status_change/opportunity/?opportunity_id="_s + id)[u"data"]
            .toArray();
    };
    moveTo(u"Proposal sent"_s);
    const QJsonObject once = changes()[0].toObject();
    moveTo(u"Contract"_s);
    QCOMPARE(changes().size(), 1);
    const QJsonObject twice = changes()[0].toObject();
    QCOMPARE(twice[u"id"], once[u"id"]);
    QCOMPARE(twice[u"old_status_label"].toString(), u"Demo booked"_s); // from the first to the last
    QCOMPARE(twice[u"new_status_label"].toString(), u"Contract"_s);
    QCOMPARE(twice[u"activity_at"], once[u"activity_at"]);
    QVERIFY(twice[u"date_updated"].toString() > once[u"date_updated"].toString());
    const QJsonObject event =
        m_server
            .get(u"/event/?object_type=activity.opportunity_status_change&object_id="_s +
                 once[u"id"].toString())[u"data"][0]
            .toObject();
    QCOMPARE(event[u"data"][u"new_status_label"].toString(), u"Contract"_s);

    moveTo(u"Demo booked"_s); // taken back
    QCOMPARE(changes().size(), 0);
    QCOMPARE(
        m_server.exchange("GET", u"/activity/status_change/opportunity/%1/"_s.arg(once[u"id"].toString()))
            .status,
        404);
}

void TestDemoRecords::totalsAddUp()
{
    const QJsonObject lead = m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"Totals"_s}}).object();
    const auto add = [&](int value, const QString &period, int confidence) {
        m_server.exchange("POST", u"/opportunity/"_s,
                          {{u"lead_id"_s, lead[u"id"]},
                           {u"value"_s, value},
                           {u"value_period"_s, period},
                           {u"confidence"_s, confidence}});
    };
    add(25000, u"one_time"_s, 50);
    add(5000, u"monthly"_s, 90);
    add(50000, u"annual"_s, 50);
    const QJsonObject page = m_server.get(u"/opportunity/?_limit=1&lead_id="_s + lead[u"id"].toString());
    QCOMPARE(page[u"total_results"].toInt(), 3);
    QCOMPARE(page[u"data"].toArray().size(), 1); // totals do not heed paging
    QCOMPARE(page[u"total_value_annualized"].toInt(), 135000);
    QCOMPARE(page[u"expected_value_annualized"].toInt(), 91500);
    QCOMPARE(page[u"total_value_annualized_formatted"].toString(), u"€1,350"_s);
    QCOMPARE(page[u"count_by_value_period"].toObject(),
             (QJsonObject{{u"one_time"_s, 1}, {u"annual"_s, 1}, {u"monthly"_s, 1}}));
    const QJsonObject none = m_server.get(u"/opportunity/?lead_id=lead_none"_s);
    QVERIFY(none[u"total_value_one_time_formatted"].isNull());
    QCOMPARE(none[u"count_by_value_period"].toObject(), QJsonObject());
}

void TestDemoRecords::groupsAddUpToTheWhole()
{
    for (const QString &by : {u"user_id"_s, u"date_won__month"_s, u"-date_won__quarter"_s,
                              u"date_won__week"_s, u"date_won__year"_s}) {
        const QJsonObject page = m_server.get(u"/opportunity/?_limit=250&_group_by="_s + by);
        int objects = 0;
        qint64 value = 0;
        for (const QJsonValue &group : page[u"data"].toArray()) {
            objects += static_cast<int>(group[u"objects"].toArray().size());
            value += group[u"total_value_one_time"].toInteger();
        }
        QCOMPARE(objects, page[u"total_results"].toInt());
        QCOMPARE(value, page[u"total_value_one_time"].toInteger());
    }
}

void TestDemoRecords::opportunityFilters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("allowed");
    QTest::newRow("type") << u"status_type=won"_s << u"status_type"_s << QStringList{u"won"_s};
    QTest::newRow("types") << u"status_type__in=won,lost"_s << u"status_type"_s
                           << QStringList{u"won"_s, u"lost"_s};
    QTest::newRow("label") << u"status_label=Contract"_s << u"status_label"_s << QStringList{u"Contract"_s};
    QTest::newRow("period") << u"value_period=monthly"_s << u"value_period"_s << QStringList{u"monthly"_s};
    QTest::newRow("text") << u"query=status_type:won"_s << u"status_type"_s << QStringList{u"won"_s};
}

void TestDemoRecords::opportunityFilters()
{
    QFETCH(QString, filter);
    QFETCH(QString, key);
    QFETCH(QStringList, allowed);
    const QJsonArray data = m_server.get(u"/opportunity/?_limit=200&"_s + filter)[u"data"].toArray();
    QVERIFY(!data.isEmpty());
    for (const QJsonValue &one : data)
        QVERIFY(allowed.contains(one[key].toString()));
    const int all = m_server.get(u"/opportunity/?_limit=0"_s)[u"total_results"].toInt();
    QVERIFY(data.size() < all);
}

void TestDemoRecords::completingATaskLeavesAnActivity()
{
    const QString lead = firstId(u"/lead/"_s);
    const QJsonObject task =
        m_server.exchange("POST", u"/task/"_s, {{u"lead_id"_s, lead}, {u"text"_s, u"Call back"_s}}).object();
    QVERIFY(task[u"is_dateless"].toBool());
    QCOMPARE(task[u"date"].toString(), u"2026-11-20"_s);
    const QJsonObject done =
        m_server.exchange("PUT", u"/task/%1/"_s.arg(task[u"id"].toString()), {{u"is_complete"_s, true}})
            .object();
    QCOMPARE(done[u"view"].toString(), u"archive"_s);
    QCOMPARE(done[u"object_type"].toString(), u"taskcompleted"_s);
    const QJsonObject activity =
        m_server.get(u"/activity/task_completed/%1/"_s.arg(done[u"object_id"].toString()));
    QCOMPARE(activity[u"task_text"].toString(), u"Call back"_s);
}

void TestDemoRecords::bulkTaskUpdateCounts()
{
    const QJsonArray tasks = m_server.get(u"/task/?_limit=2&is_complete=false"_s)[u"data"].toArray();
    QCOMPARE(tasks.size(), 2);
    const QString ids = tasks[0][u"id"].toString() + u","_s + tasks[1][u"id"].toString();
    const QJsonObject answer =
        m_server.exchange("PUT", u"/task/?id__in="_s + ids, {{u"date"_s, u"2026-12-01"_s}}).object();
    QCOMPARE(answer[u"count"].toInt(), 2);
    QCOMPARE(m_server.get(u"/task/%1/"_s.arg(tasks[1][u"id"].toString()))[u"view"].toString(), u"future"_s);
}

void TestDemoRecords::notesKeepPlainAndRichInStep()
{
    const QString lead = firstId(u"/lead/"_s);
    const QJsonObject plain =
        m_server.exchange("POST", u"/activity/note/"_s, {{u"lead_id"_s, lead}, {u"note"_s, u"a < b\nc"_s}})
            .object();
    QCOMPARE(plain[u"note_html"].toString(), u"<body><p>a &lt; b<br />c</p></body>"_s);
    const QJsonObject rich = m_server
                                 .exchange("POST", u"/activity/note/"_s,
                                           {{u"lead_id"_s, lead},
                                            {u"note"_s, u"x"_s},
                                            {u"note_html"_s, u"<body><p>y &amp; z</p></body>"_s}})
                                 .object();
    QCOMPARE(rich[u"note"].toString(), u"y & z"_s);
    QCOMPARE(m_server.get(u"/activity/?_limit=1&lead_id="_s + lead)[u"data"][0][u"id"],
             rich[u"id"]); // newest first
}

void TestDemoRecords::deletedLeadTakesItsOwnAlong()
{
    const QJsonObject contact = m_server.get(u"/contact/?_limit=1"_s)[u"data"][0].toObject();
    const QString lead = contact[u"lead_id"].toString();
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(lead)).body, QByteArray("{}"));
    const auto gone = m_server.exchange("GET", u"/contact/%1/"_s.arg(contact[u"id"].toString()));
    QCOMPARE(gone.status, 404);
    QCOMPARE(gone.object()[u"error"].toString(), u"Empty query: Contact matching query does not exist."_s);
    const QJsonArray events =
        m_server.get(u"/event/?object_type=contact&action=deleted"_s)[u"data"].toArray();
    QVERIFY(!events.isEmpty());
    QVERIFY(events[0][u"data"].isNull());
    QVERIFY(!events[0][u"previous_data"].toObject().isEmpty());
}

void TestDemoRecords::mergeMovesWhatHangsOnTheSource()
{
    const QJsonObject contact = m_server.get(u"/contact/?_limit=1"_s)[u"data"][0].toObject();
    const QString source = contact[u"lead_id"].toString();
    const qsizetype before = m_server.get(u"/activity/?lead_id="_s + source)[u"data"].toArray().size();
    const QString target =
        m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"Target"_s}}).object()[u"id"].toString();
    QCOMPARE(m_server.exchange("POST", u"/lead/merge/"_s, {{u"source"_s, source}, {u"destination"_s, target}})
                 .object()[u"status"]
                 .toString(),
             u"ok"_s);
    QCOMPARE(m_server.exchange("GET", u"/lead/%1/"_s.arg(source)).status, 404);
    QCOMPARE(m_server.get(u"/contact/%1/"_s.arg(contact[u"id"].toString()))[u"lead_id"].toString(), target);
    // those of the source, and the target's own Created and LeadMerge
    QCOMPARE(m_server.get(u"/activity/?lead_id="_s + target)[u"data"].toArray().size(), before + 2);
    const auto again =
        m_server.exchange("POST", u"/lead/merge/"_s, {{u"source"_s, source}, {u"destination"_s, target}});
    QCOMPARE(again.status, 404);
    QCOMPARE(again.object()[u"errors"][0].toString(), u"Source lead does not exist."_s);
}

void TestDemoRecords::leadDateMovesOnlyForItsOwnFields()
{
    const QString id = firstId(u"/lead/"_s);
    const QString path = u"/lead/%1/?_fields=date_updated"_s.arg(id);
    const QJsonObject before = m_server.get(path);
    m_server.exchange("POST", u"/activity/note/"_s, {{u"lead_id"_s, id}, {u"note"_s, u"x"_s}});
    m_server.exchange("POST", u"/opportunity/"_s, {{u"lead_id"_s, id}});
    m_server.exchange("POST", u"/task/"_s, {{u"lead_id"_s, id}});
    QCOMPARE(m_server.get(path), before);
    m_server.exchange("POST", u"/contact/"_s, {{u"lead_id"_s, id}, {u"name"_s, u"New"_s}});
    QVERIFY(m_server.get(path) != before);
}

void TestDemoRecords::quickUpdatesBecomeOneEvent()
{
    const QString id = firstId(u"/lead/"_s);
    for (const QString &name : {u"One"_s, u"Two"_s})
        m_server.exchange("PUT", u"/lead/%1/"_s.arg(id), {{u"name"_s, name}});
    const QJsonArray events = m_server.get(u"/event/?object_type=lead&object_id="_s + id)[u"data"].toArray();
    QCOMPARE(events[0][u"data"][u"name"].toString(), u"Two"_s);
    QVERIFY(events[0][u"previous_data"][u"name"].toString() != u"One"_s); // as before the first of them
    QVERIFY(events[0][u"date_updated"].toString() > events[0][u"date_created"].toString());
}

void TestDemoRecords::schemaListsOwnAndSharedFields()
{
    QVERIFY(!fieldId(u"lead"_s, u"Account owner"_s).isEmpty());
    QVERIFY(!fieldId(u"opportunity"_s, u"Account owner"_s).isEmpty());
    QVERIFY(fieldId(u"contact"_s, u"Account owner"_s).isEmpty());
    for (const QJsonValue &field : m_server.get(u"/custom_field/lead/"_s)[u"data"].toArray())
        QVERIFY(field[u"name"].toString() != u"Account owner"_s);
}

LEADLINE_TEST(tst_demorecords, QTEST_GUILESS_MAIN, TestDemoRecords)

} // namespace tst_demorecords

#include "tst_demorecords.moc"
