// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QTest>
#include <QTimer>

namespace Leadline::Test {

/// In milliseconds: far above what anything takes, on a busy machine and with sanitizers, too.
constexpr int Patience = 60000;

/// Works off events until \a predicate holds; false when that took more than \a patience milliseconds. Events are
/// worked off as they come: QTest::qWaitFor() looks for them every ten milliseconds, and an answer that goes
/// through a proxy in this thread needs several of those.
template <typename Predicate>
bool waitFor(Predicate predicate, int patience = Patience)
{
    const QDeadlineTimer deadline(patience);
    // Not all that is waited for comes with an event.
    QTimer tick;
    tick.start(10);
    while (!predicate()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace Leadline::Test

// Qt Test's own, whose waits are coarser still, with this wait and this patience.
#undef QTRY_VERIFY
#undef QTRY_VERIFY_WITH_TIMEOUT
#undef QTRY_VERIFY2
#undef QTRY_VERIFY2_WITH_TIMEOUT
#undef QTRY_COMPARE
#undef QTRY_COMPARE_WITH_TIMEOUT
#define QTRY_VERIFY_WITH_TIMEOUT(expression, timeout)                                                        \
    do {                                                                                                     \
        (void)Leadline::Test::waitFor([&] { return bool(expression); }, timeout);                            \
        QVERIFY(expression);                                                                                 \
    } while (false)
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, Leadline::Test::Patience)
#define QTRY_VERIFY2_WITH_TIMEOUT(expression, message, timeout)                                              \
    do {                                                                                                     \
        (void)Leadline::Test::waitFor([&] { return bool(expression); }, timeout);                            \
        QVERIFY2(expression, message);                                                                       \
    } while (false)
#define QTRY_VERIFY2(expression, message)                                                                    \
    QTRY_VERIFY2_WITH_TIMEOUT(expression, message, Leadline::Test::Patience)
#define QTRY_COMPARE_WITH_TIMEOUT(expression, expected, timeout)                                             \
    do {                                                                                                     \
        (void)Leadline::Test::waitFor([&] { return bool((expression) == (expected)); }, timeout);            \
        QCOMPARE(expression, expected);                                                                      \
    } while (false)
#define QTRY_COMPARE(expression, expected)                                                                   \
    QTRY_COMPARE_WITH_TIMEOUT(expression, expected, Leadline::Test::Patience)
