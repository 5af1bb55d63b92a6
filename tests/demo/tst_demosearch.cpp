// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"
#include "testprogram.h"

#include <QSet>
#include <QTest>

namespace tst_demosearch {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// The text query language, advanced filtering, Smart Views and the event log's pages.
class TestDemoSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textFinds_data();
    void textFinds();
    void textIsRefused_data();
    void textIsRefused();
    void textSorts();
    void slicesPartTheWhole();
    void conditions_data();
    void conditions();
    void searchIsRefused_data();
    void searchIsRefused();
    void onlyIdsWithoutFields();
    void cursorsWalkTheWholeResult();
    void expiredCursor();
    void countsAndResultsLimit();
    void sortedByDateUpdated();
    void smartViewsRun();
    void smartViewNarrowsOpportunities();
    void eventPagesJoin();
    void eventFiltersAreLimited();
    void activitiesOfALead();

private:
    QJsonObject search(const QJsonArray &queries, const QJsonObject &more = {}) const;
    int total(const QJsonArray &queries) const
    {
        return search(queries, {{u"include_counts"_s, true}})[u"count"][u"total"].toInt();
    }
    static QJsonObject leads() { return {{u"type"_s, u"object_type"_s}, {u"object_type"_s, u"lead"_s}}; }
    static QJsonObject condition(const QString &type, const QString &field, const QJsonObject &what);

    DemoServer m_server;
    QString m_lead; ///< a lead made for these tests
    QString m_other;
};

QJsonObject TestDemoSearch::condition(const QString &type, const QString &field, const QJsonObject &what)
{
    const QJsonObject name{
        {u"type"_s, u"regular_field"_s}, {u"object_type"_s, type}, {u"field_name"_s, field}};
    return {{u"type"_s, u"field_condition"_s}, {u"field"_s, name}, {u"condition"_s, what}};
}

QJsonObject TestDemoSearch::search(const QJsonArray &queries, const QJsonObject &more) const
{
    QJsonObject body = more;
    body[u"query"_s] = QJsonObject{{u"type"_s, u"and"_s}, {u"queries"_s, queries}};
    return m_server.exchange("POST", u"/data/search/"_s, body).object();
}

void TestDemoSearch::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"250"_s}).isValid(), qPrintable(m_server.errorText()));
    const QJsonObject contact{{u"name"_s, u"Zoë Minogue"_s},
                              {u"title"_s, u"Chief Zebra"_s},
                              {u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"zoe@quagga.example"_s}}}}};
    const QJsonObject address{{u"city"_s, u"Zebratown"_s}, {u"country"_s, u"AT"_s}};
    m_lead = m_server
                 .exchange("POST", u"/lead/"_s,
                           {{u"name"_s, u"Quagga Lens Works"_s},
                            {u"status"_s, u"Trial"_s},
                            {u"description"_s, u"striped"_s},
                            {u"custom.Source"_s, u"Zoo fair"_s},
                            {u"custom.Seats"_s, 77},
                            {u"contacts"_s, QJsonArray{contact}},
                            {u"addresses"_s, QJsonArray{address}}})
                 .object()[u"id"]
                 .toString();
    m_other =
        m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"Okapi Princess"_s}}).object()[u"id"].toString();
    QVERIFY(!m_lead.isEmpty() && !m_other.isEmpty());
    m_server.exchange("POST", u"/activity/call/"_s,
                      {{u"lead_id"_s, m_other}, {u"direction"_s, u"inbound"_s}});
}

void TestDemoSearch::textFinds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("found"); // 1 = the first lead, 2 = the other, 3 = both
    QTest::newRow("word") << u"quagga"_s << 1;
    QTest::newRow("word of a contact, no accents") << u"zoe minogue"_s << 1;
    QTest::newRow("or") << u"Minogue OR Princess"_s << 3;
    QTest::newRow("and") << u"quagga and princess"_s << 0;
    QTest::newRow("implicit and") << u"quagga striped"_s << 1;
    QTest::newRow("phrase") << u"\"quagga lens\""_s << 1;
    QTest::newRow("phrase in another order") << u"\"lens quagga\""_s << 0;
    QTest::newRow("prefix") << u"quag*"_s << 1;
    QTest::newRow("part of a word") << u"quag"_s << 0;
    QTest::newRow("name") << u"name:\"Quagga Lens\""_s << 1;
    QTest::newRow("company") << u"company:okapi"_s << 2;
    QTest::newRow("status") << u"lead_status:Trial quagga"_s << 1;
    QTest::newRow("quoted status") << u"status:\"Trial\" striped"_s << 1;
    QTest::newRow("e-mail") << u"email_address:\"zoe@quagga.example\""_s << 1;
    QTest::newRow("city") << u"city:Zebratown"_s << 1;
    QTest::newRow("custom by name") << u"\"custom.Source\":\"Zoo fair\""_s << 1;
    QTest::newRow("bare custom name") << u"\"Source\":\"Zoo fair\""_s << 1;
    QTest::newRow("custom number") << u"custom.Seats = 77 quagga"_s << 1;
    QTest::newRow("custom is set") << u"custom.Source:* quagga"_s << 1;
    QTest::newRow("not") << u"(quagga OR okapi) not custom.Source:*"_s << 2;
    QTest::newRow("counts") << u"contacts > 0 addresses >= 1 quagga"_s << 1;
    QTest::newRow("no contacts") << u"contacts < 1 okapi"_s << 2;
    QTest::newRow("has") << u"has:calls okapi"_s << 2;
    QTest::newRow("nested") << u"contact(title:zebra) quagga"_s << 1;
    QTest::newRow("nested call") << u"call(direction:inbound date >= \"2026-11-20\") okapi"_s << 2;
    QTest::newRow("no sequences") << u"contact(sequence_subscription(sequence:*))"_s << 0;
    QTest::newRow("created today") << u"created:today (quagga or okapi)"_s << 3;
    QTest::newRow("created since") << u"date_created>=\"2026-11-20T10:30\" okapi"_s << 2;
    QTest::newRow("created before") << u"created < yesterday okapi"_s << 0;
}

void TestDemoSearch::textFinds()
{
    QFETCH(QString, query);
    QFETCH(int, found);
    const auto answer = m_server.exchange("GET", u"/lead/?_fields=id&query="_s +
                                                     QString::fromLatin1(QUrl::toPercentEncoding(query)));
    QVERIFY2(answer.status == 200, answer.body.constData());
    QSet<QString> ids;
    for (const QJsonValue &lead : answer.object()[u"data"].toArray())
        ids.insert(lead[u"id"].toString());
    QSet<QString> expected;
    if (found & 1)
        expected.insert(m_lead);
    if (found & 2)
        expected.insert(m_other);
    QCOMPARE(ids, expected);
}

void TestDemoSearch::textIsRefused_data()
{
    QTest::addColumn<QString>("query");
    for (const QString &query : {u"no_such_field:1"_s, u"(quagga"_s, u"quagga)"_s, u"name:"_s, u"\"open"_s,
                                 u"contacts > many"_s, u"created > whenever"_s, u"in:\"No such view\""_s,
                                 u"slice:9/2"_s, u"elephant(x:1)"_s, u"sort:nonsense"_s})
        QTest::newRow(qPrintable(query)) << query;
}

void TestDemoSearch::textIsRefused()
{
    QFETCH(QString, query);
    const auto answer =
        m_server.exchange("GET", u"/lead/?query="_s + QString::fromLatin1(QUrl::toPercentEncoding(query)));
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.object()[u"field-errors"][u"query"].toString().startsWith(
        u"The query could not be understood"_s));
}

void TestDemoSearch::textSorts()
{
    QString last;
    for (const QJsonValue &lead :
         m_server.get(u"/lead/?_limit=50&query=*%20sort:created"_s)[u"data"].toArray()) {
        QVERIFY(lead[u"date_created"].toString() >= last);
        last = lead[u"date_created"].toString();
    }
    QVERIFY(!last.isEmpty());
    QCOMPARE(m_server.get(u"/lead/?_limit=1&query=*%20sort:-created"_s)[u"data"][0][u"id"].toString(),
             m_other);
}

void TestDemoSearch::slicesPartTheWhole()
{
    int sum = 0;
    for (int slice = 1; slice <= 3; ++slice)
        sum += m_server.get(u"/lead/?_limit=0&query=*%20slice:%1/3"_s.arg(slice))[u"total_results"].toInt();
    QCOMPARE(sum, m_server.get(u"/lead/?_limit=0"_s)[u"total_results"].toInt());
}

void TestDemoSearch::conditions_data()
{
    QTest::addColumn<QJsonObject>("query");
    QTest::addColumn<bool>("mine"); // whether it finds the test lead among those named Quagga
    const auto related = [](const QString &type, const QJsonObject &query) {
        return QJsonObject{{u"type"_s, u"has_related"_s},
                           {u"this_object_type"_s, u"lead"_s},
                           {u"related_object_type"_s, type},
                           {u"related_query"_s, query}};
    };
    const auto now = QJsonObject{{u"type"_s, u"now"_s}};
    const auto offset = [&](const QString &direction, int days) {
        return QJsonObject{{u"type"_s, u"offset"_s},
                           {u"direction"_s, direction},
                           {u"moment"_s, now},
                           {u"offset"_s, QJsonObject{{u"days"_s, days}}}};
    };
    const auto range = [](const QJsonValue &from, const QJsonValue &to) {
        return QJsonObject{{u"type"_s, u"moment_range"_s}, {u"on_or_after"_s, from}, {u"before"_s, to}};
    };
    const auto period = [](const QString &name, const QString &which) {
        return QJsonObject{{u"type"_s, u"start_end_of_predefined_relative_period"_s},
                           {u"range"_s, name},
                           {u"which"_s, which}};
    };
    const auto local = [](const QString &date, const QString &which) {
        return QJsonObject{{u"type"_s, u"fixed_local_date"_s}, {u"value"_s, date}, {u"which"_s, which}};
    };
    const auto text = [](const QString &value, const QString &mode) {
        return QJsonObject{{u"type"_s, u"text"_s}, {u"value"_s, value}, {u"mode"_s, mode}};
    };
    QTest::newRow("all") << QJsonObject{{u"type"_s, u"match_all"_s}} << true;
    QTest::newRow("none") << QJsonObject{{u"type"_s, u"match_all"_s}, {u"negate"_s, true}} << false;
    QTest::newRow("text node") << text(u"minogue"_s, u"full_words"_s) << true;
    QTest::newRow("full words") << condition(u"lead"_s, u"name"_s, text(u"works lens"_s, u"full_words"_s))
                                << true;
    QTest::newRow("phrase") << condition(u"lead"_s, u"name"_s, text(u"works lens"_s, u"phrase"_s)) << false;
    QTest::newRow("beginning") << condition(u"lead"_s, u"name"_s, text(u"quag"_s, u"beginning_of_words"_s))
                               << true;
    QTest::newRow("exists") << condition(u"lead"_s, u"url"_s, {{u"type"_s, u"exists"_s}}) << false;
    QTest::newRow("current user") << condition(u"lead"_s, u"created_by"_s, {{u"type"_s, u"current_user"_s}})
                                  << true;
    QTest::newRow("number") << condition(u"lead"_s, u"addresses_count"_s,
                                         {{u"type"_s, u"number_range"_s}, {u"gte"_s, 1}, {u"lt"_s, 2}})
                            << true;
    QTest::newRow("contact title") << related(u"contact"_s, condition(u"contact"_s, u"title"_s,
                                                                      text(u"zebra"_s, u"full_words"_s)))
                                   << true;
    QTest::newRow("e-mail of a contact")
        << related(u"contact"_s,
                   {{u"type"_s, u"has_related"_s},
                    {u"this_object_type"_s, u"contact"_s},
                    {u"related_object_type"_s, u"contact_email"_s},
                    {u"related_query"_s, condition(u"contact_email"_s, u"email"_s,
                                                   {{u"type"_s, u"term"_s},
                                                    {u"values"_s, QJsonArray{u"zoe@quagga.example"_s}}})}})
        << true;
    QTest::newRow("country") << related(u"address"_s,
                                        condition(u"address"_s, u"country"_s,
                                                  {{u"type"_s, u"term"_s},
                                                   {u"values"_s, QJsonArray{u"AT"_s, u"DE"_s}}}))
                             << true;
    QTest::newRow("today") << condition(u"lead"_s, u"date_created"_s,
                                        range(period(u"today"_s, u"start"_s), period(u"today"_s, u"end"_s)))
                           << true;
    QTest::newRow("last week") << condition(u"lead"_s, u"date_created"_s,
                                            range(period(u"last-week"_s, u"start"_s),
                                                  period(u"last-week"_s, u"end"_s)))
                               << false;
    QTest::newRow("past days") << condition(u"lead"_s, u"date_created"_s,
                                            range(offset(u"past"_s, 2), QJsonValue()))
                               << true;
    QTest::newRow("before") << condition(u"lead"_s, u"date_created"_s,
                                         range(QJsonValue(), offset(u"past"_s, 2)))
                            << false;
    QTest::newRow("local day, end included")
        << condition(u"lead"_s, u"date_created"_s,
                     range(local(u"2026-11-20"_s, u"start"_s), local(u"2026-11-20"_s, u"end"_s)))
        << true;
    QTest::newRow("fixed") << condition(u"lead"_s, u"date_created"_s,
                                        range(QJsonObject{{u"type"_s, u"fixed_utc"_s},
                                                          {u"value"_s, u"2026-11-20T00:00:00+00:00"_s}},
                                              QJsonValue()))
                           << true;
    QTest::newRow("or") << QJsonObject{{u"type"_s, u"or"_s},
                                       {u"queries"_s, QJsonArray{text(u"nowhere"_s, u"full_words"_s),
                                                                 text(u"quagga"_s, u"full_words"_s)}}}
                        << true;
}

void TestDemoSearch::conditions()
{
    QFETCH(QJsonObject, query);
    QFETCH(bool, mine);
    const QJsonObject id{{u"type"_s, u"id"_s}, {u"value"_s, m_lead}};
    const QJsonObject answer = search({leads(), id, query});
    QVERIFY2(answer.contains(u"data"_s), qPrintable(answer[u"field-errors"][u"query"].toString()));
    QCOMPARE(answer[u"data"].toArray().size(), mine ? 1 : 0);
}

void TestDemoSearch::searchIsRefused_data()
{
    QTest::addColumn<QJsonObject>("query");
    QTest::newRow("node") << QJsonObject{{u"type"_s, u"nonsense"_s}};
    QTest::newRow("field") << condition(u"lead"_s, u"nonsense"_s, {{u"type"_s, u"exists"_s}});
    QTest::newRow("condition") << condition(u"lead"_s, u"name"_s, {{u"type"_s, u"nonsense"_s}});
    QTest::newRow("local date without which") << condition(
        u"lead"_s, u"date_created"_s,
        {{u"type"_s, u"moment_range"_s},
         {u"before"_s, QJsonObject{{u"type"_s, u"fixed_local_date"_s}, {u"value"_s, u"2026-01-01"_s}}}});
    QTest::newRow("object type") << QJsonObject{{u"type"_s, u"object_type"_s},
                                                {u"object_type"_s, u"elephant"_s}};
}

void TestDemoSearch::searchIsRefused()
{
    QFETCH(QJsonObject, query);
    const QJsonObject body{
        {u"query"_s, QJsonObject{{u"type"_s, u"and"_s}, {u"queries"_s, QJsonArray{leads(), query}}}}};
    QCOMPARE(m_server.exchange("POST", u"/data/search/"_s, body).status, 400);
}

void TestDemoSearch::onlyIdsWithoutFields()
{
    const QJsonObject one = search({leads()}, {{u"_limit"_s, 1}})[u"data"][0].toObject();
    QCOMPARE(one.keys(), (QStringList{u"__object_type"_s, u"id"_s}));
    const QJsonObject fields{{u"lead"_s, QJsonArray{u"id"_s, u"display_name"_s}}};
    const QJsonObject more =
        search({leads()}, {{u"_limit"_s, 1}, {u"_fields"_s, fields}})[u"data"][0].toObject();
    QCOMPARE(more.keys(), (QStringList{u"__object_type"_s, u"display_name"_s, u"id"_s}));
}

void TestDemoSearch::cursorsWalkTheWholeResult()
{
    QSet<QString> ids;
    int rows = 0;
    QJsonValue cursor;
    do {
        const QJsonObject page = search({leads()}, {{u"_limit"_s, 100}, {u"cursor"_s, cursor}});
        for (const QJsonValue &lead : page[u"data"].toArray()) {
            ids.insert(lead[u"id"].toString());
            ++rows;
        }
        QVERIFY(!page.contains(u"has_more"_s));
        cursor = page[u"cursor"];
    } while (!cursor.isNull());
    QCOMPARE(rows, 252);
    QCOMPARE(ids.size(), 252);
}

void TestDemoSearch::expiredCursor()
{
    QVERIFY(m_server.configure({{u"cursor_seconds"_s, 0}}));
    const QJsonObject page = search({leads()}, {{u"_limit"_s, 10}});
    const QJsonObject answer = search({leads()}, {{u"_limit"_s, 10}, {u"cursor"_s, page[u"cursor"]}});
    QVERIFY(m_server.configure({{u"cursor_seconds"_s, 30}}));
    QCOMPARE(answer[u"field-errors"][u"cursor"].toString(), u"Expired cursor"_s);
}

void TestDemoSearch::countsAndResultsLimit()
{
    const QJsonObject page =
        search({leads()}, {{u"include_counts"_s, true}, {u"results_limit"_s, 20}, {u"_limit"_s, 15}});
    QCOMPARE(page[u"count"].toObject(), (QJsonObject{{u"limited"_s, 20}, {u"total"_s, 252}}));
    const QJsonObject rest = search({leads()}, {{u"cursor"_s, page[u"cursor"]}});
    QCOMPARE(rest[u"data"].toArray().size(), 5);
    QVERIFY(rest[u"cursor"].isNull());
}

void TestDemoSearch::sortedByDateUpdated()
{
    const QJsonObject field{
        {u"type"_s, u"regular_field"_s}, {u"object_type"_s, u"lead"_s}, {u"field_name"_s, u"date_updated"_s}};
    const QJsonObject page = search(
        {leads()}, {{u"sort"_s, QJsonArray{QJsonObject{{u"direction"_s, u"desc"_s}, {u"field"_s, field}}}},
                    {u"_fields"_s, QJsonObject{{u"lead"_s, QJsonArray{u"date_updated"_s}}}},
                    {u"_limit"_s, 200}});
    QString last = u"9"_s;
    for (const QJsonValue &lead : page[u"data"].toArray()) {
        QVERIFY(lead[u"date_updated"].toString() <= last);
        last = lead[u"date_updated"].toString();
    }
    QVERIFY(last != u"9"_s);
}

void TestDemoSearch::smartViewsRun()
{
    const int all = total({leads()});
    int run = 0;
    for (const QJsonValue &view : m_server.get(u"/saved_search/"_s)[u"data"].toArray()) {
        if (view[u"s_query"].isNull())
            continue;
        const auto answer = m_server.exchange("POST", u"/data/search/"_s,
                                              {{u"query"_s, view[u"s_query"][u"query"]},
                                               {u"sort"_s, view[u"s_query"][u"sort"]},
                                               {u"include_counts"_s, true}});
        QVERIFY2(answer.status == 200, answer.body.constData());
        const int found = answer.object()[u"count"][u"total"].toInt();
        QVERIFY2(found > 0 && found < all, qPrintable(view[u"name"].toString()));
        ++run;
    }
    QVERIFY(run >= 4);
}

void TestDemoSearch::smartViewNarrowsOpportunities()
{
    const QJsonArray views = m_server.get(u"/saved_search/"_s)[u"data"].toArray();
    QString dach;
    for (const QJsonValue &view : views) {
        if (view[u"name"].toString() == u"Customers in DACH"_s)
            dach = view[u"id"].toString();
    }
    const QJsonObject page = m_server.get(u"/opportunity/?_limit=200&lead_saved_search_id="_s + dach);
    QVERIFY(page[u"total_results"].toInt() > 0);
    for (const QJsonValue &one : page[u"data"].toArray())
        QCOMPARE(
            m_server.get(u"/lead/%1/?_fields=status_label"_s.arg(one[u"lead_id"].toString()))[u"status_label"]
                .toString(),
            u"Customer"_s);
}

void TestDemoSearch::eventPagesJoin()
{
    QSet<QString> ids;
    QString last = u"9"_s;
    QString cursor;
    int rows = 0;
    for (int page = 0; page < 4; ++page) {
        const QJsonObject answer =
            m_server.get(u"/event/?_limit=20"_s + (cursor.isEmpty() ? QString() : u"&_cursor="_s + cursor));
        for (const QJsonValue &event : answer[u"data"].toArray()) {
            QVERIFY(event[u"date_updated"].toString() <= last);
            last = event[u"date_updated"].toString();
            ids.insert(event[u"id"].toString());
            ++rows;
        }
        cursor = answer[u"cursor_next"].toString();
    }
    QCOMPARE(rows, 80);
    QCOMPARE(ids.size(), 80);
}

void TestDemoSearch::eventFiltersAreLimited()
{
    QCOMPARE(m_server.exchange("GET", u"/event/?action=updated"_s).status, 400);
    const QJsonArray data =
        m_server.get(u"/event/?object_type=opportunity&action=updated"_s)[u"data"].toArray();
    QVERIFY(!data.isEmpty());
    for (const QJsonValue &event : data)
        QCOMPARE(event[u"object_type"].toString(), u"opportunity"_s);
    const QJsonObject restricted =
        m_server.exchange("GET", u"/event/"_s, {}, DemoServer::restrictedKey()).object();
    QString withheld; // from non-administrators after an hour
    for (const QJsonValue &event : restricted[u"data"].toArray())
        withheld = event.toObject().contains(u"data"_s) ? withheld : event[u"id"].toString();
    QVERIFY(!withheld.isEmpty());
    const auto alone = [&](const QString &key) {
        return m_server.exchange("GET", u"/event/%1/"_s.arg(withheld), {}, key).object();
    };
    QCOMPARE(alone(DemoServer::restrictedKey())[u"id"].toString(), withheld);
    QVERIFY(!alone(DemoServer::restrictedKey()).contains(u"data"_s));
    QVERIFY(alone(DemoServer::key()).contains(u"data"_s));
}

void TestDemoSearch::activitiesOfALead()
{
    const QString lead =
        m_server.get(u"/lead/?_limit=1&query=has:emails has:notes status:Customer"_s)[u"data"][0][u"id"]
            .toString();
    QVERIFY(!lead.isEmpty());
    QString last = u"9"_s;
    QSet<QString> types;
    for (const QJsonValue &activity : m_server.get(u"/activity/?lead_id="_s + lead)[u"data"].toArray()) {
        QVERIFY(activity[u"activity_at"].toString() <= last);
        last = activity[u"activity_at"].toString();
        types.insert(activity[u"_type"].toString());
    }
    QVERIFY(types.contains(u"Email"_s) && types.contains(u"Note"_s) && types.contains(u"Created"_s));
    const auto count = [this](const QString &filter) {
        return m_server.get(u"/activity/?_limit=100&"_s + filter)[u"data"].toArray().size();
    };
    QCOMPARE(count(u"lead_id__in=%1,%2"_s.arg(lead, m_other)),
             count(u"lead_id="_s + lead) + count(u"lead_id="_s + m_other));
    for (const QJsonValue &activity :
         m_server.get(u"/activity/?_type=Email&lead_id="_s + lead)[u"data"].toArray()) {
        QCOMPARE(activity[u"_type"].toString(), u"Email"_s);
        QVERIFY(!activity[u"body_text"].toString().isEmpty() && !activity[u"body_html"].toString().isEmpty());
    }
}

LEADLINE_TEST(tst_demosearch, QTEST_GUILESS_MAIN, TestDemoSearch)

} // namespace tst_demosearch

#include "tst_demosearch.moc"
