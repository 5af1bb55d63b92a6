// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outcome.h"
#include "testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSignalSpy>

namespace tst_closeclient {

using namespace Leadline;
using Kind = ApiError::Kind;
using Fault = TcpProxy::Fault;

namespace {
const QByteArray key = QByteArrayLiteral("api_topsecret42");
QStringList logged;
void collect(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}
} // namespace

class TestCloseClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestOnTheWire();
    void queryIsEncodedWhole();
    void longQueryGoesAsPost();
    void errorsOverTheWire_data();
    void errorsOverTheWire();
    void callbackIsNeverDirect();
    void contextDeathSilencesTheCallback();
    void writeOutlivesItsContext();
    void cancelIsSilent();
    void cancelAllReports();
    void clientMayDieInACallback();
    void readOnlyRefusesWrites();
    void redirectToAnotherHostIsRefused();
    void redirectOnTheSameHostIsFollowed();
    void cookiesAreIgnored();
    void unreadableAnswerOfAWrite();
    void apiBase_data();
    void apiBase();
    void plainHttpIsRefused();
    void logNeverHoldsTheKey();
};

void TestCloseClient::requestOnTheWire()
{
    TcpProxy server;
    CloseClient client(server.url(), key, {}, quickOptions());
    QVERIFY(outcomeOf(client, getCall()).succeeded());
    QVERIFY(outcomeOf(client, postCall()).succeeded());
    QCOMPARE(server.requests().size(), 2);
    const TcpProxy::Request get = server.requests().at(0);
    QCOMPARE(get.method, QByteArray("GET"));
    QCOMPARE(get.target, QByteArray("/api/v1/me/"));
    QCOMPARE(get.headers.value("authorization"), "Basic " + (key + ':').toBase64());
    QVERIFY(get.headers.value("user-agent").startsWith("Leadline/" LEADLINE_VERSION " ("));
    QVERIFY(get.headers.value("accept-encoding").contains("gzip"));
    QVERIFY(!get.headers.contains("upgrade"));
    const QByteArray offset = get.headers.value("x-tz-offset");
    QCOMPARE(offset.toDouble(), QDateTime::currentDateTime().offsetFromUtc() / 3600.0);
    const TcpProxy::Request post = server.requests().at(1);
    QCOMPARE(post.method, QByteArray("POST"));
    QCOMPARE(post.target, QByteArray("/api/v1/lead/"));
    QCOMPARE(post.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(post.headers.value("content-length"), QByteArray::number(postCall().body.size()));
    QCOMPARE(post.body, postCall().body);
}

void TestCloseClient::queryIsEncodedWhole()
{
    TcpProxy server;
    CloseClient client(server.url(), key, {}, quickOptions());
    ApiCall call = getCall(QStringLiteral("lead/"));
    call.with(QStringLiteral("query"), QStringLiteral("a+b & \"50%41\" ü"))
        .with(QStringLiteral("empty"), QString());
    QVERIFY(outcomeOf(client, call).succeeded());
    QCOMPARE(server.requests().first().target,
             QByteArray("/api/v1/lead/?query=a%2Bb%20%26%20%2250%2541%22%20%C3%BC"));
    QVERIFY(outcomeOf(client, getCall(QStringLiteral("lead/") + pathSegment(QStringLiteral("../me?x")) +
                                      QLatin1Char('/')))
                .succeeded());
    QCOMPARE(server.requests().last().target, QByteArray("/api/v1/lead/..%2Fme%3Fx/"));
}

void TestCloseClient::longQueryGoesAsPost()
{
    TcpProxy server;
    ClientOptions options = quickOptions();
    options.readOnly = true; // it is still a read
    CloseClient client(server.url(), key, {}, options);
    const QString ids = QStringLiteral("task_0123456789,").repeated(200);
    ApiCall call = getCall(QStringLiteral("task/"));
    call.with(QStringLiteral("id__in"), ids).with(QStringLiteral("_limit"), 100);
    QVERIFY(outcomeOf(client, call).succeeded());
    const TcpProxy::Request request = server.requests().first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/api/v1/task/"));
    QCOMPARE(request.headers.value("x-http-method-override"), QByteArray("GET"));
    const QJsonObject params =
        QJsonDocument::fromJson(request.body).object().value(QLatin1String("_params")).toObject();
    QCOMPARE(params.value(QLatin1String("id__in")).toString(), ids);
    QCOMPARE(params.value(QLatin1String("_limit")).toString(), QStringLiteral("100"));
}

void TestCloseClient::errorsOverTheWire_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](int status, const char *body, Kind kind, const char *message) {
        QTest::addRow("%d", status) << status << QByteArray(body) << int(kind) << QString::fromUtf8(message);
    };
    row(400, R"({"errors":[],"field-errors":{"name":"Too long."}})", Kind::Validation, "name: Too long.");
    row(401, R"({"error":"Unauthorized"})", Kind::Unauthorized, "Unauthorized");
    row(402, R"({"error":"Plan limit reached."})", Kind::PaymentRequired, "Plan limit reached.");
    row(403, R"({"error":"Not allowed."})", Kind::Forbidden, "Not allowed.");
    row(404, R"({"errors":["Source lead does not exist."]})", Kind::NotFound, "Source lead does not exist.");
    row(405, "", Kind::Validation, "405 Scripted");
    row(415, "<html>", Kind::Validation, "415 Scripted");
    row(500, "", Kind::Server, "500 Scripted");
}

void TestCloseClient::errorsOverTheWire()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TcpProxy server;
    server.setAnswer([&](const TcpProxy::Request &) {
        return TcpProxy::answer(status, body, {"www-authenticate: Basic realm=\"Close\""});
    });
    CloseClient client(server.url(), key, {}, quickOptions());
    for (const ApiCall &call : {getCall(), postCall()}) {
        const Outcome outcome = outcomeOf(client, call);
        QVERIFY(outcome.result && !outcome.succeeded());
        QTEST(int(outcome.error().kind), "kind");
        QCOMPARE(outcome.error().status, status);
        QTEST(outcome.error().message, "message");
        QCOMPARE(outcome.error().maybeApplied, status >= 500 && call.verb == Verb::Post);
    }
    QCOMPARE(server.requests().size(), 2); // none of these is tried again
}

void TestCloseClient::callbackIsNeverDirect()
{
    TcpProxy server;
    ClientOptions options = quickOptions();
    options.readOnly = true;
    CloseClient client(server.url(), key, {}, options);
    Outcome read;
    Outcome refused;
    read.send(client, getCall(), &client);
    refused.send(client, postCall(), &client);
    QCOMPARE(read.callbacks + refused.callbacks, 0);
    QVERIFY(read.handle.isActive());
    QVERIFY(read.wait() && refused.wait());
    QVERIFY(!read.handle.isActive());
}

void TestCloseClient::contextDeathSilencesTheCallback()
{
    TcpProxy server;
    server.setHolding(true);
    CloseClient client(server.url(), key, {}, quickOptions());
    auto context = std::make_unique<QObject>();
    Outcome doomed;
    doomed.send(client, getCall(), context.get());
    QTRY_COMPARE(server.requests().size(), 1);
    context.reset();
    QVERIFY(!doomed.handle.isActive());
    server.release();
    QVERIFY(outcomeOf(client, getCall()).succeeded());
    QCOMPARE(doomed.callbacks, 0);
}

void TestCloseClient::writeOutlivesItsContext()
{
    TcpProxy server;
    CloseClient client(server.url(), key, {}, quickOptions());
    auto context = std::make_unique<QObject>();
    Outcome orphan;
    orphan.send(client, postCall(), context.get());
    context.reset();
    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().body, postCall().body);
    QVERIFY(outcomeOf(client, getCall()).succeeded());
    QCOMPARE(orphan.callbacks, 0);
}

void TestCloseClient::cancelIsSilent()
{
    TcpProxy server;
    server.setHolding(true);
    CloseClient client(server.url(), key, {}, quickOptions());
    Outcome given;
    given.send(client, getCall(), &client);
    QTRY_COMPARE(server.requests().size(), 1);
    given.handle.cancel();
    given.handle.cancel();
    QVERIFY(!given.handle.isActive());
    server.release();
    QVERIFY(outcomeOf(client, getCall()).succeeded());
    QCOMPARE(given.callbacks, 0);
}

void TestCloseClient::cancelAllReports()
{
    TcpProxy server;
    server.setHolding(true);
    CloseClient client(server.url(), key, {}, quickOptions());
    Outcome read;
    Outcome write;
    read.send(client, getCall(), &client);
    write.send(client, postCall(), &client);
    QTRY_COMPARE(server.requests().size(), 2);
    client.cancelAll();
    QCOMPARE(read.error().kind, Kind::Cancelled);
    QVERIFY(!read.error().maybeApplied);
    QCOMPARE(write.error().kind, Kind::Cancelled);
    QVERIFY(write.error().maybeApplied);
}

void TestCloseClient::clientMayDieInACallback()
{
    TcpProxy server;
    server.enqueueFault(Fault::Silence); // a timeout aborts from within the client
    server.enqueueAnswer(TcpProxy::answer(200));
    for (const ApiCall &call : {postCall(), getCall()}) {
        auto client =
            std::make_unique<CloseClient>(server.url(), key, QByteArray(), quickOptions(Fault::Silence));
        bool called = false;
        client->sendRaw(call, this, [&](const Result<QByteArray> &) {
            client.reset();
            called = true;
        });
        QTRY_VERIFY(called);
    }
}

void TestCloseClient::readOnlyRefusesWrites()
{
    TcpProxy server;
    ClientOptions options = quickOptions();
    options.readOnly = true;
    CloseClient client(server.url(), key, {}, options);
    const QList<ApiCall> writes{postCall(), ApiCall{Verb::Put, QStringLiteral("lead/lead_1/"), {}, "{}"},
                                ApiCall{Verb::Delete, QStringLiteral("lead/lead_1/"), {}, {}},
                                ApiCall{Verb::Post, QStringLiteral("lead/merge/"), {}, "{}"}};
    for (const ApiCall &call : writes) {
        const ApiError error = outcomeOf(client, call).error();
        QCOMPARE(error.kind, Kind::Forbidden);
        QCOMPARE(error.message, QStringLiteral("Leadline was started read-only"));
    }
    QCOMPARE(server.connections(), 0);
    QVERIFY(outcomeOf(client, getCall()).succeeded());
    QVERIFY(outcomeOf(client, postCall(QStringLiteral("data/search/"))).succeeded());
}

void TestCloseClient::redirectToAnotherHostIsRefused()
{
    TcpProxy other;
    TcpProxy server;
    server.setAnswer([&](const TcpProxy::Request &) {
        return TcpProxy::answer(302, "{}", {"location: " + other.url().toEncoded() + "me/"});
    });
    CloseClient client(server.url(), key, {}, quickOptions());
    for (const ApiCall &call : {getCall(), postCall()}) {
        const ApiError error = outcomeOf(client, call).error();
        QCOMPARE(error.kind, Kind::Malformed);
        QVERIFY(error.message.contains(other.url().authority()));
    }
    QCOMPARE(other.connections(), 0);
}

void TestCloseClient::redirectOnTheSameHostIsFollowed()
{
    TcpProxy server;
    server.enqueueAnswer(TcpProxy::answer(301, "{}", {"location: /api/v1/elsewhere/"}));
    CloseClient client(server.url(), key, {}, quickOptions());
    QVERIFY(outcomeOf(client, getCall()).succeeded());
    QCOMPARE(server.requests().last().target, QByteArray("/api/v1/elsewhere/"));
    QVERIFY(!server.requests().last().headers.value("authorization").isEmpty());

    // A write is not carried elsewhere, and a circle ends.
    server.enqueueAnswer(TcpProxy::answer(302, "{}", {"location: /api/v1/elsewhere/"}));
    QCOMPARE(outcomeOf(client, postCall()).error().kind, Kind::Malformed);
    const qsizetype before = server.requests().size();
    server.setAnswer(
        [](const TcpProxy::Request &) { return TcpProxy::answer(302, "{}", {"location: /api/v1/me/"}); });
    QCOMPARE(outcomeOf(client, getCall()).error().kind, Kind::Malformed);
    QCOMPARE(server.requests().size() - before, 6);
}

void TestCloseClient::cookiesAreIgnored()
{
    TcpProxy server;
    server.enqueueAnswer(TcpProxy::answer(200, "{}", {"set-cookie: session=abc; path=/"}));
    CloseClient client(server.url(), key, {}, quickOptions());
    outcomeOf(client, getCall());
    outcomeOf(client, getCall());
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().last().headers.contains("cookie"));
}

namespace {
struct CreateSomething
{
    using Answer = int;
    ApiCall call() const { return postCall(); }
    static Result<int> read(const QByteArray &body)
    {
        bool ok = false;
        const int value = body.toInt(&ok);
        if (!ok) {
            return tl::unexpected(ApiError{.kind = Kind::Malformed, .message = QStringLiteral("no number")});
        }
        return value;
    }
};
} // namespace

void TestCloseClient::unreadableAnswerOfAWrite()
{
    TcpProxy server;
    server.enqueueAnswer(TcpProxy::answer(200, "42"));
    server.enqueueAnswer(TcpProxy::answer(200, "<html>"));
    CloseClient client(server.url(), key, {}, quickOptions());
    std::optional<Result<int>> result;
    client.send(CreateSomething{}, this, [&](Result<int> answer) { result = answer; });
    QTRY_VERIFY(result);
    QCOMPARE(result->value_or(0), 42);
    result.reset();
    client.send(CreateSomething{}, this, [&](Result<int> answer) { result = answer; });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QCOMPARE(result->error().kind, Kind::Malformed);
    QVERIFY(result->error().maybeApplied);
}

void TestCloseClient::apiBase_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: refused
    const auto row = [](const char *text, const char *url) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(url);
    };
    row("https://api.close.com/api/v1", "https://api.close.com/api/v1/");
    row(" https://api.close.com/api/v1/ ", "https://api.close.com/api/v1/");
    row("http://127.0.0.1:8123/api/v1", "http://127.0.0.1:8123/api/v1/");
    row("http://[::1]:8123", "http://[::1]:8123/");
    row("http://localhost/api/v1/", "http://localhost/api/v1/");
    row("http://api.close.com/api/v1", "");
    row("http://localhost.evil.example/", "");
    row("http://127.0.0.1.evil.example/", "");
    row("https://key:@api.close.com/api/v1", "");
    row("https://api.close.com/api/v1?x=1", "");
    row("https://api.close.com/api/v1#x", "");
    row("ftp://api.close.com/", "");
    row("api.close.com", "");
    row("https://", "");
    row("", "");
}

void TestCloseClient::apiBase()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const Result<QUrl> result = validatedApiBase(text);
    QCOMPARE(result.has_value(), !url.isEmpty());
    if (result) {
        QCOMPARE(result->toString(), url);
    } else {
        QCOMPARE(result.error().kind, Kind::Validation);
        QVERIFY(result.error().message.endsWith(QLatin1Char('.')) ||
                result.error().message.endsWith(QLatin1Char(')')));
    }
}

void TestCloseClient::plainHttpIsRefused()
{
    CloseClient client(QUrl(QStringLiteral("http://192.0.2.1/api/v1/")), key, {}, quickOptions());
    QCOMPARE(outcomeOf(client, getCall()).error().kind, Kind::Validation);
}

void TestCloseClient::logNeverHoldsTheKey()
{
    QLoggingCategory::setFilterRules(QStringLiteral("leadline.net*=true\nqt.network*=true"));
    const auto previous = qInstallMessageHandler(collect);
    {
        TcpProxy server;
        server.enqueueAnswer(TcpProxy::answer(401, R"({"error":"Unauthorized"})"));
        server.enqueueFault(Fault::Close);
        CloseClient client(server.url(), key, {}, quickOptions());
        outcomeOf(client, getCall());
        outcomeOf(client, postCall());
        outcomeOf(client, getCall());
    }
    qInstallMessageHandler(previous);
    QLoggingCategory::setFilterRules(QString());
    const QString all = logged.join(QLatin1Char('\n'));
    QVERIFY(all.contains(QLatin1String("401")));
    QVERIFY(!all.contains(QString::fromLatin1(key)));
    QVERIFY(!all.contains(QString::fromLatin1((key + ':').toBase64())));
}

LEADLINE_TEST(tst_closeclient, QTEST_GUILESS_MAIN, TestCloseClient)

} // namespace tst_closeclient

#include "tst_closeclient.moc"
