// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "ratelimiter.h"
#include "testprogram.h"

#include <QTest>

namespace tst_ratelimiter {

using namespace Leadline;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_data();
    void headers();
    void bucketHoldsASecondAndRefills();
    void groupsAreApart();
    void limitFromHeaders();
    void usedUpWindowWaitsForItsEnd();
    void pause_data();
    void pause();
    void backgroundYieldsToAPerson();
    void concurrencyFollowsLatency();
    void budget();

private:
    RateLimiter::TimePoint m_now = RateLimiter::Clock::now();
    const QString m_group = QStringLiteral("lead read");

    int sendAll(RateLimiter &limiter, Priority priority, int atMost = 1000)
    {
        int sent = 0;
        while (sent < atMost && limiter.waitBefore(m_group, priority, m_now).count() == 0) {
            limiter.sent(m_group, priority, m_now);
            ++sent;
        }
        return sent;
    }
    static RateLimitHeaders told(double limit, double remaining, milliseconds reset)
    {
        RateLimitHeaders headers;
        headers.limit = limit;
        headers.remaining = remaining;
        headers.reset = reset;
        return headers;
    }
};

void TestRateLimiter::headers_data()
{
    using Headers = QMap<QByteArray, QByteArray>;
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<RateLimitHeaders>("expected");
    const RateLimitHeaders three = told(100, 50, 5s);
    QTest::newRow("commas") << Headers{{"ratelimit", "limit=100, remaining=50, reset=5"}} << three;
    QTest::newRow("semicolons") << Headers{{"ratelimit", "limit=100; remaining=50; reset=5"}} << three;
    QTest::newRow("apart") << Headers{{"ratelimit-limit", "100"},
                                      {"ratelimit-remaining", "50"},
                                      {"ratelimit-reset", "5"}}
                           << three;
    QTest::newRow("old") << Headers{{"x-rate-limit-limit", "320"},
                                    {"x-rate-limit-remaining", "319"},
                                    {"x-rate-limit-reset", "7.699090"}}
                         << told(320, 319, 7700ms);
    RateLimitHeaders after;
    after.retryAfter = 3s;
    QTest::newRow("retry-after") << Headers{{"retry-after", "3"}} << after;
    QTest::newRow("retry-after as a date")
        << Headers{{"retry-after", "Fri, 20 Feb 2026 12:00:03 GMT"}} << after;
    QTest::newRow("none") << Headers{} << RateLimitHeaders{};
    QTest::newRow("nonsense") << Headers{{"ratelimit", "limit=many, remaining=-3;;=, reset=nan"},
                                         {"retry-after", "later"}}
                              << RateLimitHeaders{};
}

void TestRateLimiter::headers()
{
    using Headers = QMap<QByteArray, QByteArray>;
    QFETCH(Headers, headers);
    QFETCH(RateLimitHeaders, expected);
    const QDateTime now(QDate(2026, 2, 20), QTime(12, 0), Qt::UTC);
    const RateLimitHeaders read =
        readRateLimitHeaders([&](const char *name) { return headers.value(name); }, now);
    QVERIFY(read == expected);
}

void TestRateLimiter::bucketHoldsASecondAndRefills()
{
    RateLimiter limiter({.assumedRate = 20});
    QCOMPARE(sendAll(limiter, Priority::Interactive), 20);
    QCOMPARE(limiter.waitBefore(m_group, Priority::Interactive, m_now), 50ms);
    m_now += 250ms;
    QCOMPARE(sendAll(limiter, Priority::Interactive), 5);
    m_now += 60s;
    QCOMPARE(sendAll(limiter, Priority::Interactive), 20);
}

void TestRateLimiter::groupsAreApart()
{
    RateLimiter limiter({.assumedRate = 20});
    sendAll(limiter, Priority::Interactive);
    limiter.pause(m_group, {}, -1, m_now);
    QCOMPARE(limiter.waitBefore(QStringLiteral("lead write"), Priority::Interactive, m_now), 0ms);
    QVERIFY(limiter.waitBefore(m_group, Priority::Interactive, m_now) > 0ms);
}

void TestRateLimiter::limitFromHeaders()
{
    // 300 in 5 seconds are 60 a second.
    RateLimiter limiter({.assumedRate = 20});
    limiter.sent(m_group, Priority::Interactive, m_now);
    limiter.answered(m_group, Priority::Interactive, told(300, 299, 5s), 100ms, m_now);
    m_now += 2s;
    QCOMPARE(sendAll(limiter, Priority::Interactive), 60);
}

void TestRateLimiter::usedUpWindowWaitsForItsEnd()
{
    RateLimiter limiter({.assumedRate = 20});
    limiter.sent(m_group, Priority::Interactive, m_now);
    limiter.answered(m_group, Priority::Interactive, told(100, 3, 4s), 100ms, m_now);
    QCOMPARE(sendAll(limiter, Priority::Interactive), 3);
    QCOMPARE(limiter.waitBefore(m_group, Priority::Interactive, m_now), 4000ms);
    m_now += 4001ms;
    QCOMPARE(limiter.waitBefore(m_group, Priority::Interactive, m_now), 0ms);
}

void TestRateLimiter::pause_data()
{
    QTest::addColumn<RateLimitHeaders>("headers");
    QTest::addColumn<double>("body");
    QTest::addColumn<int>("wait");
    RateLimitHeaders both = told(100, 0, 700ms);
    both.retryAfter = 1s;
    RateLimitHeaders after;
    after.retryAfter = 3s;
    QTest::newRow("reset wins over the rounded retry-after") << both << -1.0 << 700;
    QTest::newRow("retry-after") << after << 0.5 << 3000;
    QTest::newRow("body") << RateLimitHeaders{} << 0.5 << 500;
    QTest::newRow("nothing") << RateLimitHeaders{} << -1.0 << 2000;
}

void TestRateLimiter::pause()
{
    QFETCH(RateLimitHeaders, headers);
    QFETCH(double, body);
    QFETCH(int, wait);
    RateLimiter limiter({});
    QCOMPARE(limiter.pause(m_group, headers, body, m_now), milliseconds(wait));
    QCOMPARE(limiter.waitBefore(m_group, Priority::Interactive, m_now), milliseconds(wait));
    QCOMPARE(limiter.budgetPercent(m_now), 0);
    m_now += milliseconds(wait);
    QCOMPARE(limiter.waitBefore(m_group, Priority::Interactive, m_now), 0ms);
}

void TestRateLimiter::backgroundYieldsToAPerson()
{
    RateLimiter limiter({.assumedRate = 30, .yieldFor = 3s});
    // Undisturbed the background has everything.
    const auto perSecond = [&](Priority priority) {
        int sent = 0;
        for (int tick = 0; tick < 100; ++tick) {
            m_now += 10ms;
            sent += sendAll(limiter, priority);
        }
        return sent;
    };
    QCOMPARE(sendAll(limiter, Priority::Background), 30);
    const int alone = perSecond(Priority::Background);
    QVERIFY2(alone >= 29 && alone <= 31, qPrintable(QString::number(alone)));
    limiter.sent(m_group, Priority::Interactive, m_now);
    QVERIFY(limiter.isYielding(m_now));
    const int beside = perSecond(Priority::Background);
    QVERIFY2(beside >= 9 && beside <= 11, qPrintable(QString::number(beside)));
    m_now += 3s;
    QVERIFY(!limiter.isYielding(m_now));
    sendAll(limiter, Priority::Background);
    QVERIFY(perSecond(Priority::Background) >= 29);
}

void TestRateLimiter::concurrencyFollowsLatency()
{
    RateLimiter limiter({.assumedRate = 20});
    QCOMPARE(limiter.concurrency(m_group, 6), 6); // nothing measured yet
    const auto answer = [&](milliseconds latency) {
        limiter.sent(m_group, Priority::Interactive, m_now);
        limiter.answered(m_group, Priority::Interactive, told(60, 59, 1s), latency, m_now);
    };
    answer(250ms);
    QCOMPARE(limiter.concurrency(m_group, 20), 16); // 60 a second x 0.25 s, and one to spare
    QCOMPARE(limiter.concurrency(m_group, 6), 6);
    for (int i = 0; i < 100; ++i) {
        answer(5ms);
    }
    QCOMPARE(limiter.concurrency(m_group, 20), 2);
}

void TestRateLimiter::budget()
{
    RateLimiter limiter({.assumedRate = 20});
    QCOMPARE(limiter.budgetPercent(m_now), 100);
    limiter.sent(m_group, Priority::Interactive, m_now);
    limiter.answered(m_group, Priority::Interactive, told(100, 25, 5s), 100ms, m_now);
    QCOMPARE(limiter.budgetPercent(m_now), 25);
    m_now += 5s;
    QCOMPARE(limiter.budgetPercent(m_now), 100);
}

LEADLINE_TEST(tst_ratelimiter, QTEST_GUILESS_MAIN, TestRateLimiter)

} // namespace tst_ratelimiter

#include "tst_ratelimiter.moc"
