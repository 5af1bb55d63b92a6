// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"
#include "testprogram.h"

#include <QSet>
#include <QTest>

namespace tst_demoserver {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// The server as a process, its access rules and the switches tests steer it with.
class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void access_data();
    void access();
    void pathsEndInASlash();
    void contentTypeAndJson();
    void missingPermissionsAreRefused();
    void logHoldsBodiesButNoKeys();
    void faultsAreUsedUp();
    void appliedFaultTakesEffect();
    void rateLimitHeaders_data();
    void rateLimitHeaders();
    void rateLimitRefusesTheSurplus();
    void deletedObjectsStayReadableForAWhile();
    void untidyPagesOverlap();
    void zipsForThoseWhoAskForIt();
    void cutAnswersEndEarly();
    void resetBringsTheDataBack();
    void endsWithItsInput();
    void sameDataEveryTime();
    void nothingIsLaterThanNow();

private:
    DemoServer m_server;
};

void TestDemoServer::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"60"_s}).isValid(), qPrintable(m_server.errorText()));
}

void TestDemoServer::init()
{
    QVERIFY(m_server.reset());
}

void TestDemoServer::access_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("status");
    QTest::newRow("administrator") << DemoServer::key() << 200;
    QTest::newRow("restricted") << DemoServer::restrictedKey() << 200;
    QTest::newRow("forbidden") << DemoServer::forbiddenKey() << 403;
    QTest::newRow("unknown") << u"nobody"_s << 401;
    QTest::newRow("empty") << QString() << 401;
    QTest::newRow("with a password") << DemoServer::key() + u":secret"_s << 401;
}

void TestDemoServer::access()
{
    QFETCH(QString, key);
    QFETCH(int, status);
    const auto answer = m_server.exchange("GET", u"/me/"_s, {}, key);
    QCOMPARE(answer.status, status);
    if (status == 401)
        QCOMPARE(answer.body, QByteArray("{\"error\":\"Unauthorized\"}"));
}

void TestDemoServer::pathsEndInASlash()
{
    QCOMPARE(m_server.exchange("GET", u"/lead"_s).status, 404);
    QCOMPARE(m_server.exchange("GET", u"/lead/"_s).status, 200);
    QCOMPARE(m_server.exchange("GET", u"/nonsense/"_s).status, 404);
    QCOMPARE(m_server.exchange("DELETE", u"/lead/"_s).status, 405);
}

void TestDemoServer::contentTypeAndJson()
{
    const QByteArray json = DemoServer::authorization() + "Content-Type: application/json\r\n";
    const QByteArray form =
        DemoServer::authorization() + "Content-Type: application/x-www-form-urlencoded\r\n";
    QCOMPARE(m_server.send("POST", "/api/v1/lead/", form, "name=x").status, 415);
    const auto broken = m_server.send("POST", "/api/v1/lead/", json, "{\"name\": ");
    QCOMPARE(broken.status, 400);
    QCOMPARE(broken.object()[u"error"].toString(), u"The request contains invalid JSON."_s);
    QCOMPARE(m_server.send("POST", "/api/v1/lead/", json, "[1]").status, 400);
}

void TestDemoServer::missingPermissionsAreRefused()
{
    const QJsonObject lead = m_server.get(u"/lead/?_limit=1"_s)[u"data"][0].toObject();
    const QString path = u"/lead/%1/"_s.arg(lead[u"id"].toString());
    QCOMPARE(m_server.exchange("DELETE", path, {}, DemoServer::restrictedKey()).status, 403);
    QCOMPARE(m_server.exchange("GET", path).status, 200);
    QCOMPARE(m_server.exchange("DELETE", path).status, 200);
    QCOMPARE(m_server.exchange("DELETE", path).status, 404);
}

void TestDemoServer::logHoldsBodiesButNoKeys()
{
    m_server.exchange("POST", u"/lead/?_fields=id"_s, {{u"name"_s, u"Logged"_s}});
    const QJsonArray found = m_server.requests(u"POST"_s, u"/lead/"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"body"].toObject(), (QJsonObject{{u"name"_s, u"Logged"_s}}));
    QCOMPARE(found[0][u"params"][u"_fields"].toString(), u"id"_s);
    QCOMPARE(found[0][u"status"].toInt(), 200);
    QVERIFY(!found[0][u"headers"].toObject().contains(u"authorization"_s));
}

void TestDemoServer::faultsAreUsedUp()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/me/"_s}}},
                               {u"status"_s, 503},
                               {u"times"_s, 2}}));
    QCOMPARE(m_server.exchange("GET", u"/user/"_s).status, 200);
    QCOMPARE(m_server.exchange("GET", u"/me/"_s).status, 503);
    QCOMPARE(m_server.exchange("GET", u"/me/"_s).body, QByteArray());
    QCOMPARE(m_server.exchange("GET", u"/me/"_s).status, 200);
}

void TestDemoServer::appliedFaultTakesEffect()
{
    const int before = m_server.get(u"/lead/?_limit=0"_s)[u"total_results"].toInt();
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}}}, {u"status"_s, 504}, {u"applied"_s, true}}));
    QCOMPARE(m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"Made anyway"_s}}).status, 504);
    QCOMPARE(m_server.get(u"/lead/?_limit=0"_s)[u"total_results"].toInt(), before + 1);
}

void TestDemoServer::rateLimitHeaders_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("comma") << u"comma"_s << QByteArray("ratelimit")
                           << QByteArray("limit=100, remaining=0, reset=3.500000");
    QTest::newRow("semicolon") << u"semicolon"_s << QByteArray("ratelimit")
                               << QByteArray("limit=100; remaining=0; reset=3.500000");
    QTest::newRow("legacy") << u"legacy"_s << QByteArray("x-rate-limit-reset") << QByteArray("3.500000");
    QTest::newRow("none") << u"none"_s << QByteArray("ratelimit") << QByteArray();
}

void TestDemoServer::rateLimitHeaders()
{
    QFETCH(QString, style);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QVERIFY(m_server.addFault({{u"status"_s, 429}, {u"retry_after"_s, 3.5}, {u"ratelimit_style"_s, style}}));
    const auto answer = m_server.exchange("GET", u"/me/"_s);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.header(header), value);
    QCOMPARE(answer.header("retry-after"), QByteArray("4")); // rounded up
}

void TestDemoServer::rateLimitRefusesTheSurplus()
{
    QVERIFY(m_server.configure({{u"rate_limit"_s, 2}, {u"ratelimit_style"_s, u"comma"_s}}));
    int refused = 0;
    for (int i = 0; i < 6; ++i)
        refused += m_server.exchange("GET", u"/me/"_s).status == 429;
    QVERIFY(refused > 0);
    QCOMPARE(m_server.exchange("GET", u"/user/"_s).status, 200); // another endpoint group
    QVERIFY(m_server.configure({{u"rate_limit"_s, 0}}));
    QCOMPARE(m_server.exchange("GET", u"/me/"_s).status, 200);
}

void TestDemoServer::deletedObjectsStayReadableForAWhile()
{
    QVERIFY(m_server.configure({{u"stale_reads"_s, 1}}));
    const QString id = m_server.get(u"/lead/?_limit=1"_s)[u"data"][0][u"id"].toString();
    const QString path = u"/lead/%1/"_s.arg(id);
    QCOMPARE(m_server.exchange("DELETE", path).status, 200);
    const auto stale = m_server.exchange("GET", path);
    QCOMPARE(stale.status, 200);
    QCOMPARE(stale.object()[u"id"].toString(), id);
    QCOMPARE(m_server.exchange("GET", path).status, 404);
}

/// What an index shows while it is written to: records of the page before once more, in an order of their
/// own.
void TestDemoServer::untidyPagesOverlap()
{
    const auto idsIn = [](const QJsonObject &page) {
        QStringList ids;
        for (const QJsonValue &record : page.value(u"data"_s).toArray())
            ids.append(record[u"id"].toString());
        return ids;
    };
    const auto walk = [&](bool byCursor, int step) {
        QStringList met;
        QString cursor;
        bool hasMore = true;
        for (int skip = 0; hasMore; skip += step) {
            const QJsonObject page =
                byCursor ? m_server
                               .exchange("POST", u"/data/search/"_s,
                                         {{u"query"_s, QJsonObject{{u"type"_s, u"object_type"_s},
                                                                   {u"object_type"_s, u"lead"_s}}},
                                          {u"_limit"_s, 20},
                                          {u"cursor"_s, cursor.isEmpty() ? QJsonValue() : cursor}})
                               .object()
                         : m_server.get(u"/lead/?_fields=id&_limit=20&_skip=%1"_s.arg(skip));
            met += idsIn(page);
            cursor = page.value(u"cursor"_s).toString();
            hasMore = byCursor ? !cursor.isEmpty() : page.value(u"has_more"_s).toBool();
        }
        return met;
    };
    for (const bool byCursor : {false, true}) {
        QVERIFY(m_server.configure({{u"untidy_pages"_s, 0}}));
        const QStringList tidy = walk(byCursor, 20);
        QVERIFY(m_server.configure({{u"untidy_pages"_s, 4}}));
        const QStringList untidy = walk(byCursor, 16); // as many may have come or gone in front
        QVERIFY(tidy.size() > 40);
        QVERIFY(untidy.size() > tidy.size());
        QVERIFY(untidy.mid(0, 20) != tidy.mid(0, 20));
        QCOMPARE(QSet<QString>(untidy.begin(), untidy.end()), QSet<QString>(tidy.begin(), tidy.end()));
    }
}

void TestDemoServer::zipsForThoseWhoAskForIt()
{
    const auto zipped = m_server.send("GET", "/api/v1/lead/",
                                      DemoServer::authorization() + "Accept-Encoding: br, gzip\r\n", {});
    QCOMPARE(zipped.header("content-encoding"), QByteArray("gzip"));
    QVERIFY(zipped.body.startsWith("\x1f\x8b"));
    QVERIFY(m_server.exchange("GET", u"/lead/"_s).header("content-encoding").isEmpty());
}

void TestDemoServer::cutAnswersEndEarly()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"path"_s, u"/lead/"_s}}}, {u"cut_after"_s, 100}}));
    const auto cut = m_server.exchange("GET", u"/lead/"_s);
    QCOMPARE(cut.body.size(), 100);
    QVERIFY(cut.header("content-length").toInt() > 100);
}

void TestDemoServer::resetBringsTheDataBack()
{
    const QByteArray before = m_server.exchange("GET", u"/lead/?_limit=5"_s).body;
    const QString id = m_server.get(u"/lead/?_limit=1"_s)[u"data"][0][u"id"].toString();
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(id)).status, 200);
    QVERIFY(m_server.exchange("GET", u"/lead/?_limit=5"_s).body != before);
    QVERIFY(m_server.reset());
    QCOMPARE(m_server.exchange("GET", u"/lead/?_limit=5"_s).body, before);
    QCOMPARE(m_server.requests().size(), 1);
}

void TestDemoServer::endsWithItsInput()
{
    DemoServer other;
    QVERIFY(other.start({u"--leads"_s, u"5"_s}).isValid());
    QVERIFY(other.isRunning());
    other.stop(); // closes the input and waits
    QVERIFY(!other.isRunning());
    QCOMPARE(other.exchange("GET", u"/me/"_s).status, 0);
}

void TestDemoServer::sameDataEveryTime()
{
    DemoServer other;
    QVERIFY(other.start({u"--leads"_s, u"60"_s}).isValid());
    QCOMPARE(other.exchange("GET", u"/lead/?_limit=60"_s).body,
             m_server.exchange("GET", u"/lead/?_limit=60"_s).body);
    QSet<QString> ids;
    const QJsonArray leads = other.get(u"/lead/?_limit=60"_s)[u"data"].toArray();
    for (const QJsonValue &lead : leads)
        ids.insert(lead[u"id"].toString());
    QCOMPARE(ids.size(), 60);
}

void TestDemoServer::nothingIsLaterThanNow()
{
    for (const QString &now :
         {u"2026-11-27T00:20:00"_s, u"2026-11-27T07:05:00"_s, u"2026-11-27T19:40:00"_s}) {
        DemoServer server;
        QVERIFY2(server.start({u"--now"_s, now}).isValid(), qPrintable(server.errorText()));
        QSet<QString> days;
        for (const QString &list :
             {u"/lead/?_limit=200"_s, u"/contact/?_limit=200"_s, u"/opportunity/?_limit=200"_s}) {
            for (const QJsonValue &record : server.get(list)[u"data"].toArray()) {
                QVERIFY2(record[u"date_updated"].toString() <= now,
                         qPrintable(record[u"date_updated"].toString()));
                QVERIFY(record[u"date_created"].toString() <= record[u"date_updated"].toString());
                days.insert(record[u"date_updated"].toString().left(10));
            }
        }
        QVERIFY(days.size() > 20);
    }
}

LEADLINE_TEST(tst_demoserver, QTEST_GUILESS_MAIN, TestDemoServer)

} // namespace tst_demoserver

#include "tst_demoserver.moc"
