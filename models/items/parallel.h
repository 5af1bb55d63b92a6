// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSemaphore>
#include <QThreadPool>

#include <atomic>

namespace Leadline {

/// Calls \a work(0) ... \a work(count - 1), on this thread and on those of \a pool that are free, and comes
/// back when all are done. \a work must be safe to call from several threads.
template <typename Work>
void parallelFor(QThreadPool *pool, quint32 count, const Work &work)
{
    std::atomic<quint32> next = 0;
    const auto run = [&] {
        for (quint32 i = next++; i < count; i = next++)
            work(i);
    };
    QSemaphore done;
    int helpers = 0;
    const int wanted = pool ? qMin(pool->maxThreadCount() - 1, int(count) - 1) : 0;
    while (helpers < wanted && pool->tryStart([&] {
        run();
        done.release();
    }))
        ++helpers;
    run();
    done.acquire(helpers);
}

} // namespace Leadline
