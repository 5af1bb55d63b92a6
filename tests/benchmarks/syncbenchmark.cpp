// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "syncbenchmark.h"

#include "demoserver.h"
#include "lead.h"
#include "searchrequest.h"
#include "signedin.h"
#include "workspacefixture.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int Limit = 20;
constexpr int LatencyMs = 200;
/// Leads a request, of those that a first sync makes.
const int PageSize = SearchRequest<Lead>().limit;
/// An event that takes more milliseconds is named.
constexpr double Remarkable = 2.5;
constexpr int SyncPatience = 30 * 60 * 1000;

bool waitForLeads(const Session &session, quint32 count)
{
    return QTest::qWaitFor([&] { return session.leads()->count() >= count; }, SyncPatience);
}

double ownMs()
{
    timespec own{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &own);
    return double(own.tv_sec) * 1000 + double(own.tv_nsec) / 1e6;
}

} // namespace

void measureSyncRate(int leads)
{
    DemoServer server;
    const QStringList options{u"--leads"_s,           QString::number(leads), u"--rate-limit"_s,
                              QString::number(Limit), u"--latency"_s,         QString::number(LatencyMs)};
    if (!server.start(options).isValid()) {
        std::fprintf(stderr, "sync: %s\n", qPrintable(server.errorText()));
        return;
    }
    const auto session = Test::signedIn(server.baseUrl(), DemoServer::key(), false, Pacing());
    if (!session)
        return;
    session->refresh();
    if (!waitForLeads(*session, PageSize))
        return;
    const quint32 from = session->leads()->count();
    QElapsedTimer timer;
    timer.start();
    if (!waitForLeads(*session, quint32(leads)))
        return;
    const double pages = double(leads - int(from)) / PageSize;
    const double rate = pages / (double(timer.elapsed()) / 1000);
    print({.name = u"first_sync_of_the_limit"_s,
           .rows = leads,
           .times = {.wall = {rate / Limit * 100}},
           .unit = u"%, at least 98"_s});
}

void measureHold(TimedApplication &application, int leads)
{
    DemoServer server;
    if (!server.start({u"--leads"_s, QString::number(leads)}).isValid()) {
        std::fprintf(stderr, "sync: %s\n", qPrintable(server.errorText()));
        return;
    }
    const QTemporaryDir folder;
    Test::WorkspaceFixture fixture(Test::signedIn(server.baseUrl(), DemoServer::key(), false, Pacing()),
                                   folder.filePath(u"settings.ini"_s));
    if (!QTest::qWaitForWindowExposed(&fixture.window))
        std::fputs("The window is not exposed: nothing is painted.\n", stderr);
    application.takeHeld();
    if (!Test::syncNow(fixture.session(), SyncPatience))
        std::fputs("sync: it did not end\n", stderr);
    Times taken = application.takeHeld();
    if (taken.wall.empty())
        return;
    // The thread's own time: on a busy machine the clock also tells how long others had the processor.
    std::vector<double> &held = taken.processor;
    std::sort(held.begin(), held.end());
    print({.name = u"sync_event_held_the_thread"_s, .rows = leads, .times = {.wall = held}, .target = 4});
    print({.name = u"sync_event_held_the_thread_99_of_100"_s,
           .rows = leads,
           .times = {.wall = {held[held.size() * 99 / 100]}},
           .target = 4});
    print({.name = u"sync_event_held_the_thread_worst"_s,
           .rows = leads,
           .times = {.wall = {held.back()}},
           .target = 4});
}

bool TimedApplication::notify(QObject *receiver, QEvent *event)
{
    // The worker's and the network's threads come here, too.
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const bool isPainting = event->type() == QEvent::UpdateRequest || event->type() == QEvent::Paint;
    if (m_depth > 0 || isPainting)
        return QApplication::notify(receiver, event);
    ++m_depth;
    bool isHandled = false;
    // Asked before: the receiver may go. A timer that is a member is known by its interval.
    const auto *timer = qobject_cast<QTimer *>(receiver);
    const QObject *named = timer && receiver->parent() ? receiver->parent() : receiver;
    const char *name = named->metaObject()->className();
    const int interval = timer ? timer->interval() : -1;
    const QEvent::Type type = event->type();
    const double before = ownMs();
    const double ms = milliseconds([&] { isHandled = QApplication::notify(receiver, event); });
    --m_depth;
    if (ms > 0.1) {
        m_held.wall.push_back(ms);
        m_held.processor.push_back(ownMs() - before);
        if (m_held.processor.back() > Remarkable)
            std::fprintf(stderr, "%s held the thread for %.1f ms with event %d, timer of %d ms\n", name,
                         m_held.processor.back(), type, interval);
    }
    return isHandled;
}

} // namespace Leadline
