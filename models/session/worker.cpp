// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "worker.h"

#include "localcopy.h"

namespace Leadline {

/// What lives in the thread and ends in it.
struct Worker::InThread : QObject
{
    std::unique_ptr<LocalCopy> copy;
};

Worker::Worker(QObject *parent)
    : QObject(parent)
    , m_inThread(new InThread)
{
    m_thread.setObjectName(QStringLiteral("leadline worker"));
    m_inThread->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_inThread, &QObject::deleteLater);
    m_thread.start();
}

Worker::~Worker()
{
    m_isEnding = true;
    // Behind the jobs that wait.
    QMetaObject::invokeMethod(
        m_inThread, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void Worker::openCopy(const QString &folder, const QByteArray &key, QObject *context,
                      std::function<void(std::optional<CopyError>)> done)
{
    run(
        [this, folder, key]() -> std::optional<CopyError> {
            m_inThread->copy.reset();
            auto opened = LocalCopy::open(folder, key);
            if (!opened)
                return opened.error();
            m_inThread->copy = std::move(*opened);
            return {};
        },
        context, std::move(done));
}

void Worker::closeCopy(QObject *context, std::function<void()> done)
{
    run(
        [this] {
            m_inThread->copy.reset();
            return true;
        },
        context, [done = std::move(done)](bool) { done(); });
}

LocalCopy *Worker::copy() const
{
    return m_inThread->copy.get();
}

void Worker::post(AtEnd atEnd, std::function<void()> job)
{
    QMetaObject::invokeMethod(
        m_inThread,
        [this, atEnd, job = std::move(job)] {
            if (atEnd == AtEnd::Do || !m_isEnding)
                job();
        },
        Qt::QueuedConnection);
}

quint64 Worker::await(std::function<void(void *)> taker)
{
    m_awaited.emplace(++m_lastTicket, std::move(taker));
    return m_lastTicket;
}

void Worker::finish(quint64 ticket, void *answer)
{
    const auto taker = m_awaited.extract(ticket);
    taker.mapped()(answer);
}

} // namespace Leadline
