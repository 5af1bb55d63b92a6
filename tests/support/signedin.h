// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "demoserver.h"
#include "session.h"
#include "signin.h"
#include "waiting.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Leadline::Test {

/// As fast as the demo server, which limits nothing and is asked for nobody else's sake.
inline Pacing quickPacing()
{
    using std::chrono::milliseconds;
    return {.assumedRate = 1000,
            .firstRetry = milliseconds(20),
            .calm = milliseconds(50),
            .looks = {milliseconds(0), milliseconds(50), milliseconds(100)}};
}

/// The demo's key is never kept, so that nothing is asked of this.
class UnusedKeychain : public CredentialStore
{
public:
    void read(const CredentialId &, QObject *, ReadCallback) override {}
    void write(const CredentialId &, Secret, QObject *, DoneCallback) override {}
    void remove(const CredentialId &, QObject *, DoneCallback) override {}
};

/// A session signed in to the server at \a url; null when that failed. Nothing is loaded yet.
inline std::shared_ptr<Session> signedIn(const QUrl &url, const QString &key = DemoServer::key(),
                                         bool readOnly = false, const Pacing &pacing = quickPacing())
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    UnusedKeychain keychain;
    AccountList accounts(settings);
    SignIn signIn(keychain, accounts, {url, readOnly, {}, pacing});
    std::shared_ptr<Session> session;
    QObject::connect(&signIn, &SignIn::signedIn, &signIn,
                     [&session](const std::shared_ptr<Session> &made) { session = made; });
    signIn.verify(Secret(key.toLatin1()), Secret(), KeySource::Demo);
    [&session] { QVERIFY(waitFor([&session] { return session != nullptr; })); }();
    return session;
}

inline std::shared_ptr<Session> signedIn(const DemoServer &server, const QString &key = DemoServer::key(),
                                         bool readOnly = false)
{
    return signedIn(server.baseUrl(), key, readOnly);
}

/// Waits until no pass is under way; whether the last one was whole.
inline bool isSynced(const Session &session, int patience = Patience)
{
    return waitFor([&session] { return session.syncState().phase != SyncState::Phase::Loading; }, patience) &&
           session.syncState().phase == SyncState::Phase::UpToDate;
}

/// Reads everything anew.
inline bool syncNow(Session &session, int patience = Patience)
{
    session.refresh();
    return isSynced(session, patience);
}

} // namespace Leadline::Test
