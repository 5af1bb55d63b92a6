// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "testprogram.h"
#include "worker.h"

#include <QScopeGuard>
#include <QTest>

#include <atomic>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace tst_worker {

using namespace Leadline;

/// Counts where it ends.
struct ThreadProbe
{
    ~ThreadProbe()
    {
        if (QThread::currentThread() != home)
            ++endedElsewhere;
    }
    QThread *home = QThread::currentThread();
    static inline std::atomic<int> endedElsewhere = 0;
};

class WorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInOrder();
    void dropsTheAnswerOfOneThatWent();
    void callbackEndsWhereItCameFrom();
};

void WorkerTest::answersInOrder()
{
    Worker worker;
    QList<int> answers;
    for (int i = 0; i < 100; ++i)
        worker.run([i] { return i; }, this, [&answers](int answer) { answers.append(answer); });
    QTRY_COMPARE(answers.size(), 100);
    QVERIFY(std::is_sorted(answers.cbegin(), answers.cend()));
}

void WorkerTest::dropsTheAnswerOfOneThatWent()
{
    Worker worker;
    bool isCalled = false;
    bool isLastDone = false;
    auto context = std::make_unique<QObject>();
    worker.run([] { return 1; }, context.get(), [&isCalled](int) { isCalled = true; });
    context.reset();
    worker.run([] { return 2; }, this, [&isLastDone](int) { isLastDone = true; });
    QTRY_VERIFY(isLastDone);
    QVERIFY(!isCalled);
}

/// What a callback holds, a worker among it, must not end in the worker's own thread, where waiting for that thread
/// would be waiting for oneself. On one processor the two threads take turns at the worst of moments.
void WorkerTest::callbackEndsWhereItCameFrom()
{
#ifdef Q_OS_LINUX
    cpu_set_t before;
    QCOMPARE(sched_getaffinity(0, sizeof(before), &before), 0);
    const auto restore = qScopeGuard([&before] { sched_setaffinity(0, sizeof(before), &before); });
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    QCOMPARE(sched_setaffinity(0, sizeof(one), &one), 0);
#endif
    constexpr int Rounds = 200'000;
    int answers = 0;
    Worker worker;
    for (int i = 0; i < Rounds; ++i) {
        worker.run([] { return true; }, this,
                   [&answers, probe = std::make_shared<ThreadProbe>()](bool) { ++answers; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers, Rounds, 60'000);
    QCOMPARE(ThreadProbe::endedElsewhere.load(), 0);
}

LEADLINE_TEST(tst_worker, QTEST_GUILESS_MAIN, WorkerTest)

} // namespace tst_worker

#include "tst_worker.moc"
