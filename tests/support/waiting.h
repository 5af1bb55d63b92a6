// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QTimer>

namespace Leadline::Test {

/// Works off events until \a predicate holds; false when that took more than \a patience milliseconds. Events are
/// worked off as they come: QTest::qWaitFor() looks for them every ten milliseconds, and an answer that goes
/// through a proxy in this thread needs several of those.
template <typename Predicate>
bool waitFor(Predicate predicate, int patience = 5000)
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
