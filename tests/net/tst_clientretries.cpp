// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outcome.h"
#include "testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>

Q_DECLARE_METATYPE(Leadline::TcpProxy::Fault)

namespace tst_clientretries {

using namespace Leadline;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;
using Fault = TcpProxy::Fault;

class TestClientRetries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unavailableIsTriedFiveTimes_data();
    void unavailableIsTriedFiveTimes();
    void itPassesByItself_data();
    void itPassesByItself();
    void postReachesTheServerOnce_data();
    void postReachesTheServerOnce();
    void searchIsTriedAgain();
    void onlyThisClientRepeatsWrites_data();
    void onlyThisClientRepeatsWrites();
    void deletedByAnEarlierTry();
    void deleteOfSomethingMissing();
    void refusedConnection();
    void acceptThenClose();
    void silenceIsATimeout();
    void slowBytesArrive();
    void tornBodyOfAPost();
    void waitsGrow();
    void throttledGroupPauses_data();
    void throttledGroupPauses();
    void throttledPostIsSentAgain();
    void throttledTooLong();
    void limitIsUsedAndKept_data();
    void limitIsUsedAndKept();
    void personGoesFirst();
    void sixAtOnceOverHttp1();
    void onlineIsTold();
    void budgetIsTold();

private:
    static ApiCall put() { return {Verb::Put, QStringLiteral("lead/lead_1/"), {}, "{\"name\":\"B\"}"}; }
    static ApiCall remove() { return {Verb::Delete, QStringLiteral("lead/lead_1/"), {}, {}}; }
};

void TestClientRetries::unavailableIsTriedFiveTimes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("tries");
    QTest::newRow("502") << 502 << 5;
    QTest::newRow("503") << 503 << 5;
    QTest::newRow("504") << 504 << 5;
    QTest::newRow("500") << 500 << 1;
}

void TestClientRetries::unavailableIsTriedFiveTimes()
{
    QFETCH(int, status);
    QFETCH(int, tries);
    for (const ApiCall &call : {getCall(), put(), remove()}) {
        TcpProxy server;
        server.setAnswer([&](const TcpProxy::Request &) { return TcpProxy::answer(status, ""); });
        CloseClient client(server.url(), "key", {}, quickOptions());
        const Outcome outcome = outcomeOf(client, call);
        QCOMPARE(outcome.error().kind, Kind::Server);
        QCOMPARE(outcome.error().status, status);
        QCOMPARE(server.requests().size(), tries);
        QCOMPARE(outcome.error().maybeApplied, call.verb != Verb::Get && status != 503);
    }
}

void TestClientRetries::itPassesByItself_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("closed") << Fault::Close;
    QTest::newRow("reset") << Fault::Reset;
    QTest::newRow("torn body") << Fault::TearBody;
    QTest::newRow("silence") << Fault::Silence;
}

void TestClientRetries::itPassesByItself()
{
    QFETCH(Fault, fault);
    for (const ApiCall &call : {getCall(), put(), remove()}) {
        TcpProxy server;
        server.setAnswer(
            [](const TcpProxy::Request &) { return TcpProxy::answer(200, "{\"id\":\"lead_1\"}"); });
        CloseClient client(server.url(), "key", {}, quickOptions(fault));
        QVERIFY(outcomeOf(client, getCall()).succeeded()); // a connection is open
        server.enqueueFault(fault);
        server.enqueueFault(fault);
        const Outcome outcome = outcomeOf(client, call);
        QVERIFY(outcome.succeeded());
        QCOMPARE(**outcome.result, QByteArray("{\"id\":\"lead_1\"}"));
    }
}

void TestClientRetries::postReachesTheServerOnce_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("keptAlive");
    QTest::addColumn<int>("kind");
    for (const bool keptAlive : {false, true}) {
        const char *on = keptAlive ? "kept-alive" : "fresh";
        QTest::addRow("closed, %s", on) << Fault::Close << keptAlive << int(Kind::Offline);
        QTest::addRow("reset, %s", on) << Fault::Reset << keptAlive << int(Kind::Offline);
        QTest::addRow("silence, %s", on) << Fault::Silence << keptAlive << int(Kind::Timeout);
        QTest::addRow("torn, %s", on) << Fault::TearBody << keptAlive << int(Kind::Offline);
    }
}

void TestClientRetries::postReachesTheServerOnce()
{
    QFETCH(Fault, fault);
    QFETCH(bool, keptAlive);
    TcpProxy server;
    CloseClient client(server.url(), "key", {}, quickOptions(fault));
    if (keptAlive) {
        QVERIFY(outcomeOf(client, getCall()).succeeded());
    }
    server.setFault(fault);
    const Outcome outcome = outcomeOf(client, postCall());
    QTEST(int(outcome.error().kind), "kind");
    QVERIFY(outcome.error().maybeApplied);
    if (keptAlive) {
        QCOMPARE(server.requests().last().connection, 1);
    }
    // Later traffic would bring a late repetition to light.
    server.setFault(Fault::None);
    QVERIFY(outcomeOf(client, getCall()).succeeded());
    const auto posts = std::count_if(server.requests().begin(), server.requests().end(),
                                     [](const TcpProxy::Request &r) { return r.method == "POST"; });
    QCOMPARE(posts, 1);
}

void TestClientRetries::searchIsTriedAgain()
{
    TcpProxy server;
    server.enqueueFault(Fault::Close);
    server.enqueueAnswer(TcpProxy::answer(503, ""));
    CloseClient client(server.url(), "key", {}, quickOptions());
    QVERIFY(outcomeOf(client, postCall(QStringLiteral("data/search/"))).succeeded());
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(server.requests().last().body, postCall().body);
}

void TestClientRetries::onlyThisClientRepeatsWrites_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("closed") << Fault::Close;
    QTest::newRow("reset") << Fault::Reset;
}

void TestClientRetries::onlyThisClientRepeatsWrites()
{
    QFETCH(Fault, fault);
    // (A GET is left to Qt, which sends it once more when a kept-alive connection proves dead.)
    for (const ApiCall &call : {put(), remove()}) {
        TcpProxy server;
        CloseClient client(server.url(), "key", {}, quickOptions());
        QVERIFY(outcomeOf(client, getCall()).succeeded());
        server.setFault(fault);
        const Outcome outcome = outcomeOf(client, call);
        QCOMPARE(outcome.error().kind, Kind::Offline);
        QVERIFY(outcome.error().maybeApplied);
        QCOMPARE(server.requests().size(), 1 + 5);
    }
}

void TestClientRetries::deletedByAnEarlierTry()
{
    TcpProxy server;
    server.enqueueFault(Fault::Close);
    server.setAnswer([](const TcpProxy::Request &) { return TcpProxy::answer(404, R"({"error":"gone"})"); });
    CloseClient client(server.url(), "key", {}, quickOptions());
    QVERIFY(outcomeOf(client, remove()).succeeded());
    QCOMPARE(server.requests().size(), 2);
}

void TestClientRetries::deleteOfSomethingMissing()
{
    TcpProxy server;
    // A 429 is proof that the first try did nothing: the 404 is real.
    server.enqueueAnswer(TcpProxy::answer(429, "", {"ratelimit-reset: 0.05"}));
    server.setAnswer([](const TcpProxy::Request &) { return TcpProxy::answer(404, R"({"error":"gone"})"); });
    CloseClient client(server.url(), "key", {}, quickOptions());
    QCOMPARE(outcomeOf(client, remove()).error().kind, Kind::NotFound);
    QCOMPARE(server.requests().size(), 2);
}

void TestClientRetries::refusedConnection()
{
    QUrl url;
    {
        TcpProxy server;
        url = server.url();
    }
    CloseClient client(url, "key", {}, quickOptions());
    const ApiError post = outcomeOf(client, postCall()).error();
    QCOMPARE(post.kind, Kind::Offline);
    QVERIFY(!post.maybeApplied); // it cannot have arrived
    QCOMPARE(outcomeOf(client, put()).error().kind, Kind::Offline);
}

void TestClientRetries::acceptThenClose()
{
    TcpProxy server;
    server.setAcceptThenClose(true);
    CloseClient client(server.url(), "key", {}, quickOptions());
    QCOMPARE(outcomeOf(client, getCall()).error().kind, Kind::Offline);
    QCOMPARE(outcomeOf(client, postCall()).error().kind, Kind::Offline);
    server.setAcceptThenClose(false);
    QVERIFY(outcomeOf(client, getCall()).succeeded());
}

void TestClientRetries::silenceIsATimeout()
{
    TcpProxy server;
    server.setFault(Fault::Silence);
    ClientOptions options = quickOptions();
    options.transferTimeout = 100ms;
    CloseClient client(server.url(), "key", {}, options);
    QCOMPARE(outcomeOf(client, getCall()).error().kind, Kind::Timeout);
    QCOMPARE(server.requests().size(), 5);
}

void TestClientRetries::slowBytesArrive()
{
    TcpProxy server;
    server.enqueueFault(Fault::SlowBytes);
    const QByteArray body = "{\"slow\":\"" + QByteArray(100, 'x') + "\"}";
    server.setAnswer([&](const TcpProxy::Request &) { return TcpProxy::answer(200, body); });
    ClientOptions options = quickOptions();
    options.transferTimeout = 1500ms; // the whole takes longer: what moves is not given up
    CloseClient client(server.url(), "key", {}, options);
    QElapsedTimer clock;
    clock.start();
    const Outcome outcome = outcomeOf(client, getCall());
    QVERIFY(outcome.succeeded());
    QCOMPARE(**outcome.result, body);
    QVERIFY(clock.elapsed() > 1500);
    QCOMPARE(server.requests().size(), 1);
}

void TestClientRetries::tornBodyOfAPost()
{
    // The status came, so the server did it: but what it made is not known.
    TcpProxy server;
    server.setAnswer(
        [](const TcpProxy::Request &) { return TcpProxy::answer(200, "{\"id\":\"lead_123456789\"}"); });
    server.setFault(Fault::TearBody);
    CloseClient client(server.url(), "key", {}, quickOptions());
    const ApiError error = outcomeOf(client, postCall()).error();
    QCOMPARE(error.kind, Kind::Offline);
    QCOMPARE(error.status, 200);
    QVERIFY(error.maybeApplied);
}

void TestClientRetries::waitsGrow()
{
    const RetryPolicy policy;
    QCOMPARE(policy.wait(1, 0.5), 500ms);
    QCOMPARE(policy.wait(2, 0.5), 1000ms);
    QCOMPARE(policy.wait(4, 0.5), 4000ms);
    QCOMPARE(policy.wait(1, 0.0), 250ms);
    QVERIFY(policy.wait(1, 0.999) < 750ms);
    QCOMPARE(policy.wait(60, 0.5), policy.longestWait);
}

void TestClientRetries::throttledGroupPauses_data()
{
    QTest::addColumn<QList<QByteArray>>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("pause");
    const auto row = [](const char *name, const QList<QByteArray> &headers, const char *body, int pause) {
        QTest::newRow(name) << headers << QByteArray(body) << pause;
    };
    row("commas", {"RateLimit: limit=100, remaining=0, reset=0.3", "retry-after: 1"}, "", 300);
    row("semicolons", {"ratelimit: limit=100; remaining=0; reset=0.3"}, "", 300);
    row("apart", {"ratelimit-limit: 100", "ratelimit-remaining: 0", "ratelimit-reset: 0.3"}, "", 300);
    row("old", {"X-Rate-Limit-Limit: 320", "X-Rate-Limit-Reset: 0.3"}, "", 300);
    row("retry-after", {"retry-after: 1"}, "", 1000);
    row("body", {}, R"({"rate_reset":"0.3"})", 300);
    row("nothing", {}, "", 2000);
}

void TestClientRetries::throttledGroupPauses()
{
    QFETCH(QList<QByteArray>, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, pause);
    TcpProxy server;
    server.enqueueAnswer(TcpProxy::answer(429, body, headers));
    CloseClient client(server.url(), "key", {}, quickOptions());
    QElapsedTimer clock;
    Outcome first;
    first.send(client, getCall(QStringLiteral("lead/")), &client);
    QTRY_COMPARE(server.requests().size(), 1);
    clock.start();
    QTRY_COMPARE(client.rateBudget(), 0);
    // Another of the group waits with it, another group does not.
    Outcome second;
    second.send(client, getCall(QStringLiteral("lead/lead_1/")), &client);
    Outcome other;
    other.send(client, getCall(QStringLiteral("me/")), &client);
    QVERIFY(other.wait());
    QCOMPARE(server.requests().at(1).target, QByteArray("/api/v1/me/"));
    QVERIFY(first.wait() && second.wait());
    QVERIFY(first.succeeded() && second.succeeded());
    QVERIFY2(clock.elapsed() >= pause - 30, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(server.requests().size(), 4);
}

void TestClientRetries::throttledPostIsSentAgain()
{
    TcpProxy server;
    server.enqueueAnswer(TcpProxy::answer(429, "", {"ratelimit-reset: 0.05"}));
    CloseClient client(server.url(), "key", {}, quickOptions());
    QVERIFY(outcomeOf(client, postCall()).succeeded());
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().last().body, postCall().body);
}

void TestClientRetries::throttledTooLong()
{
    TcpProxy server;
    server.setAnswer([](const TcpProxy::Request &) {
        return TcpProxy::answer(429, R"({"error":"Slow down"})", {"retry-after: 3600"});
    });
    CloseClient client(server.url(), "key", {}, quickOptions());
    const ApiError error = outcomeOf(client, getCall()).error();
    QCOMPARE(error.kind, Kind::RateLimited);
    QCOMPARE(error.message, QStringLiteral("Slow down"));
    QCOMPARE(error.retryAfter, 3600s);
    QCOMPARE(server.requests().size(), 1);
}

void TestClientRetries::limitIsUsedAndKept_data()
{
    QTest::addColumn<bool>("told");
    QTest::newRow("limit in the headers") << true;
    QTest::newRow("no headers") << false;
}

void TestClientRetries::limitIsUsedAndKept()
{
    QFETCH(bool, told);
    // A server that counts 40 requests in each second, and does or does not say so.
    constexpr int limit = 40;
    QElapsedTimer clock;
    clock.start();
    qint64 window = 0;
    int left = limit;
    int leastLeft = limit;
    int refused = 0;
    TcpProxy server;
    server.setAnswer([&](const TcpProxy::Request &) {
        if (clock.elapsed() >= window + 1000) {
            window = clock.elapsed() / 1000 * 1000;
            left = limit;
        }
        const QByteArray reset = QByteArray::number(double(window + 1000 - clock.elapsed()) / 1000);
        if (left == 0) {
            ++refused;
            return TcpProxy::answer(429, "", {"retry-after: 1", "ratelimit-reset: " + reset});
        }
        leastLeft = std::min(leastLeft, --left);
        const QList<QByteArray> headers{"ratelimit: limit=40, remaining=" + QByteArray::number(left) +
                                        ", reset=" + reset};
        return TcpProxy::answer(200, "{}", told ? headers : QList<QByteArray>());
    });
    ClientOptions options = quickOptions();
    options.assumedRate = told ? 20 : limit;
    CloseClient client(server.url(), "key", {}, options);
    std::vector<Outcome> all(4 * limit);
    for (Outcome &one : all) {
        one.send(client, getCall(), &client);
    }
    for (Outcome &one : all) {
        QVERIFY(one.wait());
        QVERIFY(one.succeeded());
    }
    QVERIFY2(leastLeft <= limit / 4, qPrintable(QString::number(leastLeft)));
    QVERIFY2(refused <= (told ? 0 : 12), qPrintable(QString::number(refused)));
}

void TestClientRetries::personGoesFirst()
{
    TcpProxy server;
    server.setHolding(true);
    CloseClient client(server.url(), "key", {}, quickOptions());
    std::vector<Outcome> pages(30);
    for (Outcome &page : pages) {
        page.send(client, getCall(QStringLiteral("lead/")), &client, Priority::Background);
    }
    // All places are the background's while nobody else wants one ...
    QTRY_COMPARE(server.waiting(), 6);
    Outcome click;
    click.send(client, getCall(QStringLiteral("contact/")), &client);
    Outcome next;
    next.send(client, getCall(QStringLiteral("opportunity/")), &client);
    server.release();
    server.setHolding(true);
    // ... and the next ones a person's, before the pages that already wait.
    QTRY_VERIFY(server.requests().size() >= 8);
    QCOMPARE(server.requests().at(6).target, QByteArray("/api/v1/contact/"));
    QCOMPARE(server.requests().at(7).target, QByteArray("/api/v1/opportunity/"));
    // Beside a person only a third of the places is the background's.
    QTRY_COMPARE(server.waiting(), 4);
    server.release();
    QVERIFY(next.wait() && click.wait());
    for (Outcome &page : pages) {
        QVERIFY(page.wait());
        QVERIFY(page.succeeded());
    }
}

void TestClientRetries::sixAtOnceOverHttp1()
{
    TcpProxy server;
    server.setHolding(true);
    CloseClient client(server.url(), "key", {}, quickOptions());
    std::vector<Outcome> all(15);
    for (Outcome &one : all) {
        one.send(client, getCall(), &client);
    }
    QTRY_COMPARE(server.waiting(), 6);
    server.release();
    for (Outcome &one : all) {
        QVERIFY(one.wait());
    }
    QCOMPARE(server.mostWaiting(), 6);
    QCOMPARE(server.connections(), 6);
}

void TestClientRetries::onlineIsTold()
{
    TcpProxy server;
    CloseClient client(server.url(), "key", {}, quickOptions());
    QSignalSpy spy(&client, &CloseClient::onlineChanged);
    server.setAcceptThenClose(true);
    outcomeOf(client, getCall());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.takeFirst().first().toBool(), false);
    QVERIFY(!client.isOnline());
    server.setAcceptThenClose(false);
    server.setAnswer([](const TcpProxy::Request &) { return TcpProxy::answer(401); });
    outcomeOf(client, getCall());
    QCOMPARE(spy.size(), 1); // any answer will do
    QCOMPARE(spy.takeFirst().first().toBool(), true);
}

void TestClientRetries::budgetIsTold()
{
    TcpProxy server;
    server.setAnswer([](const TcpProxy::Request &) {
        return TcpProxy::answer(200, "{}", {"ratelimit: limit=100, remaining=40, reset=0.2"});
    });
    CloseClient client(server.url(), "key", {}, quickOptions());
    QSignalSpy spy(&client, &CloseClient::rateBudgetChanged);
    outcomeOf(client, getCall());
    QTRY_VERIFY(spy.contains(QVariantList{40}));
    QTRY_COMPARE(client.rateBudget(), 100); // recovers without further traffic
}

LEADLINE_TEST(tst_clientretries, QTEST_GUILESS_MAIN, TestClientRetries)

} // namespace tst_clientretries

#include "tst_clientretries.moc"
