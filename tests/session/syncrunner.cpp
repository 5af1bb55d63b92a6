// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "memorykeychain.h"
#include "programstart.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Leadline;
using namespace Leadline::Test;

namespace {

void say(const char *what)
{
    std::puts(what);
    std::fflush(stdout);
}

/// Nothing of the thread of the screen goes on any more.
void halt()
{
    say("news");
    (void)std::getchar();
}

/// At the first news, when these are in the local copy and in the tables.
void haltAtNews(Session &session)
{
    QObject::connect(&session, &Session::recordsArrived, &session, halt);
    QObject::connect(session.leads(), &RecordTable::changed, &session, [&session](const TableChange &change) {
        // Behind what takes it out of the copy.
        if (!change.removedRows.empty())
            QMetaObject::invokeMethod(
                &session,
                [&session] { session.readLead({}, &session, [](const std::optional<Lead> &) { halt(); }); },
                Qt::QueuedConnection);
    });
}

} // namespace

/// sync_runner FOLDER API-URL KEYCHAIN API-KEY [news]: a start of the program without its window. Says "kept"
/// when the local copy is open and "in step" after each round, and works until it is killed; with "news" only
/// until there are some, which it says.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    MemoryKeychain keychain;
    keychain.takeArgument(arguments.at(3));
    ProgramStart start(keychain, QUrl(arguments.at(2)), arguments.at(1));
    QObject::connect(&start.signIn(), &SignIn::signedIn, &application,
                     [&](const std::shared_ptr<Session> &session) {
                         say(session->copyState().kind == CopyState::Kind::Kept ? "kept" : "not kept");
                         QObject::connect(session.get(), &Session::syncStateChanged, &application,
                                          [session = session.get()] {
                                              if (session->syncState().phase != SyncState::Phase::UpToDate)
                                                  return;
                                              say("in step");
                                              QTimer::singleShot(0, session, &Session::refresh);
                                          });
                         if (arguments.value(5) == QStringLiteral("news"))
                             haltAtNews(*session);
                         session->refresh();
                     });
    start.signIn().verify(Secret(arguments.at(4).toLatin1()), Secret(), KeySource::Typed);
    return QCoreApplication::exec();
}
