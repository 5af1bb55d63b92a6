// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "memorykeychain.h"
#include "programstart.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Leadline;
using namespace Leadline::Test;

/// sync_runner FOLDER API-URL KEYCHAIN API-KEY: a start of the program without its window. Says "kept" when
/// the local copy is open and "in step" after each round, and works until it is killed.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    MemoryKeychain keychain;
    keychain.takeArgument(arguments.at(3));
    ProgramStart start(keychain, QUrl(arguments.at(2)), arguments.at(1));
    const auto say = [](const char *what) {
        std::puts(what);
        std::fflush(stdout);
    };
    QObject::connect(&start.signIn(), &SignIn::signedIn, &application,
                     [&](const std::shared_ptr<Session> &session) {
                         say(session->copyState().kind == CopyState::Kind::Kept ? "kept" : "not kept");
                         QObject::connect(session.get(), &Session::syncStateChanged, &application,
                                          [&say, session = session.get()] {
                                              if (session->syncState().phase != SyncState::Phase::UpToDate)
                                                  return;
                                              say("in step");
                                              QTimer::singleShot(0, session, &Session::refresh);
                                          });
                         session->refresh();
                     });
    start.signIn().verify(Secret(arguments.at(4).toLatin1()), Secret(), KeySource::Typed);
    return QCoreApplication::exec();
}
