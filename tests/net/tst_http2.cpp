// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outcome.h"
#include "securefront.h"
#include "testprogram.h"

#include <httplib.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tst_http2 {

using namespace Leadline;
using Kind = ApiError::Kind;

/// A plain HTTP/1.1 server in a thread of its own, behind nghttpx; keeps what it got.
class Backend
{
public:
    struct Seen
    {
        std::string method;
        std::string path;
        std::string body;
        std::string via;
    };

    Backend()
    {
        m_server.new_task_queue = [] { return new httplib::ThreadPool(40); };
        const auto handler = [this](const httplib::Request &request, httplib::Response &response) {
            handle(request, response);
        };
        m_server.Get(".*", handler).Post(".*", handler).Put(".*", handler).Delete(".*", handler);
        m_port = m_server.bind_to_any_port("127.0.0.1");
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
    }
    ~Backend()
    {
        release();
        m_server.stop();
        m_thread.join();
    }

    int port() const { return m_port; }
    std::vector<Seen> seen()
    {
        const std::lock_guard lock(m_mutex);
        return m_seen;
    }
    int most()
    {
        const std::lock_guard lock(m_mutex);
        return m_most;
    }
    void hold()
    {
        const std::lock_guard lock(m_mutex);
        m_holding = true;
    }
    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_holding = false;
        m_released.notify_all();
    }

private:
    void handle(const httplib::Request &request, httplib::Response &response)
    {
        std::unique_lock lock(m_mutex);
        m_seen.push_back({request.method, request.path, request.body, request.get_header_value("via")});
        m_most = std::max(m_most, ++m_active);
        // "slow" is an answer of a tenth of a second: what a server far away looks like.
        const bool slow = request.path.find("/slow/") != std::string::npos;
        const auto limit = std::chrono::milliseconds(slow ? 100 : 20000);
        m_released.wait_for(lock, limit, [&] { return !m_holding && !slow; });
        --m_active;
        response.set_content("{\"id\":\"x\"}", "application/json");
    }

    httplib::Server m_server;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_released;
    std::vector<Seen> m_seen;
    int m_port = 0;
    int m_active = 0;
    int m_most = 0;
    bool m_holding = false;
};

class TestHttp2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyVerbOverHttp2();
    void twentyAtOnce();
    void postReachesTheServerOnce();
    void unknownCertificateIsRefused();
    void certificateOfAnotherHostIsRefused();

private:
    static ClientOptions trusting(const SecureFront &front);

    Backend m_backend;
    SecureFront m_front;
    SecureFront m_otherFront; // whose certificate is for another host
};

ClientOptions TestHttp2::trusting(const SecureFront &front)
{
    ClientOptions options = quickOptions();
    options.assumedRate = 2000;
    options.extraCertificates = front.certificates();
    return options;
}

void TestHttp2::initTestCase()
{
    QVERIFY(m_front.start(m_backend.port()));
    QVERIFY(m_otherFront.start(m_backend.port(), QStringLiteral("DNS:close.example")));
}

void TestHttp2::everyVerbOverHttp2()
{
    CloseClient client(m_front.url(), "key", {}, trusting(m_front));
    const QByteArray large = "{\"note\":\"" + QByteArray(200000, 'n') + "\"}";
    const QList<ApiCall> calls{getCall(), ApiCall{Verb::Post, QStringLiteral("lead/"), {}, large},
                               ApiCall{Verb::Put, QStringLiteral("lead/lead_1/"), {}, "{\"name\":\"B\"}"},
                               ApiCall{Verb::Delete, QStringLiteral("lead/lead_1/"), {}, {}}};
    const std::size_t before = m_backend.seen().size();
    for (const ApiCall &call : calls) {
        const Outcome outcome = outcomeOf(client, call);
        QVERIFY2(outcome.succeeded(), qPrintable(outcome.error().message));
        const Backend::Seen seen = m_backend.seen().back();
        QCOMPARE(QByteArray::fromStdString(seen.method), call.verbName());
        QCOMPARE(QByteArray::fromStdString(seen.body), call.body);
        QCOMPARE(seen.via, std::string("2 nghttpx"));
    }
    QCOMPARE(m_backend.seen().size() - before, std::size_t(calls.size()));
}

void TestHttp2::twentyAtOnce()
{
    CloseClient client(m_front.url(), "key", {}, trusting(m_front));
    // The rate is high and the answer slow, so that as many as allowed are wanted.
    QVERIFY(outcomeOf(client, getCall(QStringLiteral("me/slow/"))).succeeded());
    m_backend.hold();
    std::vector<Outcome> all(45);
    for (Outcome &one : all) {
        one.send(client, getCall(), &client);
    }
    QTRY_COMPARE(m_backend.most(), 20);
    m_backend.release();
    for (Outcome &one : all) {
        QVERIFY(one.wait());
        QVERIFY(one.succeeded());
    }
    QCOMPARE(m_backend.most(), 20);
}

void TestHttp2::postReachesTheServerOnce()
{
    TcpProxy wire(m_front.port());
    wire.setTunnel(true);
    CloseClient client(SecureFront::urlAt(wire.serverPort()), "key", {}, trusting(m_front));
    QVERIFY(outcomeOf(client, getCall()).succeeded()); // the connection is kept
    const auto posts = [this] {
        const auto seen = m_backend.seen();
        return std::count_if(seen.begin(), seen.end(),
                             [](const Backend::Seen &one) { return one.path == "/api/v1/activity/note/"; });
    };
    m_backend.hold();
    Outcome outcome;
    outcome.send(client, postCall(QStringLiteral("activity/note/")), &client);
    QTRY_COMPARE(posts(), 1);
    wire.dropConnections();
    QVERIFY(outcome.wait());
    m_backend.release();
    QCOMPARE(outcome.error().kind, Kind::Offline);
    QVERIFY(outcome.error().maybeApplied);
    QVERIFY(outcomeOf(client, getCall()).succeeded());
    QCOMPARE(posts(), 1);
}

void TestHttp2::unknownCertificateIsRefused()
{
    const std::size_t before = m_backend.seen().size();
    CloseClient client(m_front.url(), "key", {}, quickOptions());
    for (const ApiCall &call : {getCall(), postCall()}) {
        const ApiError error = outcomeOf(client, call).error();
        QCOMPARE(error.kind, Kind::Tls);
        QVERIFY(!error.message.isEmpty());
        QVERIFY(!error.maybeApplied);
    }
    QCOMPARE(m_backend.seen().size(), before);
}

void TestHttp2::certificateOfAnotherHostIsRefused()
{
    const std::size_t before = m_backend.seen().size();
    CloseClient client(m_otherFront.url(), "key", {}, trusting(m_otherFront));
    QCOMPARE(outcomeOf(client, getCall()).error().kind, Kind::Tls);
    QCOMPARE(m_backend.seen().size(), before);
}

LEADLINE_TEST(tst_http2, QTEST_GUILESS_MAIN, TestHttp2)

} // namespace tst_http2

#include "tst_http2.moc"
