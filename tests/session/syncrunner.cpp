// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "memorykeychain.h"
#include "session.h"
#include "signin.h"

#include <QCoreApplication>
#include <QSettings>
#include <QUrl>

#include <cstdio>

using namespace Leadline;
using namespace Leadline::Test;

/// sync_runner FOLDER API-URL API-KEY ENTRY VALUE: a start of the program without its window, over the local
/// copy in FOLDER, whose key is the keychain's ENTRY with VALUE (base64). Says "kept" when the copy is open
/// and "in step" after each round, and works until it is killed.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 6)
        return 2;
    MemoryKeychain keychain;
    keychain.entries().insert(arguments.at(4), QByteArray::fromBase64(arguments.at(5).toLatin1()));
    QSettings settings(arguments.at(1) + QStringLiteral("/runner.ini"), QSettings::IniFormat);
    AccountList accounts(settings);
    SignIn signIn(keychain, accounts, {QUrl(arguments.at(2)), false, arguments.at(1)});
    std::shared_ptr<Session> session;
    const auto say = [](const char *what) {
        std::puts(what);
        std::fflush(stdout);
    };
    QObject::connect(&signIn, &SignIn::signedIn, &application, [&](const std::shared_ptr<Session> &made) {
        session = made;
        say(session->copyState().kind == CopyState::Kind::Kept ? "kept" : "not kept");
        QObject::connect(session.get(), &Session::syncStateChanged, &application, [&] {
            if (session->syncState().phase != SyncState::Phase::UpToDate)
                return;
            say("in step");
            QTimer::singleShot(0, session.get(), &Session::refresh);
        });
        session->refresh();
    });
    signIn.verify(Secret(arguments.at(3).toLatin1()), Secret(), KeySource::Typed);
    return QCoreApplication::exec();
}
