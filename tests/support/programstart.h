// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session.h"
#include "signedin.h"
#include "signin.h"
#include "waiting.h"

#include <QSettings>

#include <functional>
#include <memory>

namespace Leadline::Test {

/// One start of the program below its window. Its settings and local copies are in a folder, where the next
/// start finds them, in this process or in another one.
class ProgramStart
{
public:
    /// The keychain is not owned and outlives this.
    ProgramStart(CredentialStore &keychain, const QUrl &url, const QString &folder, bool readOnly = false)
        : m_settings(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat)
        , m_accounts(m_settings)
        , m_signIn(keychain, m_accounts, {url, readOnly, folder + QStringLiteral("/copies"), quickPacing()})
    {
        QObject::connect(&m_signIn, &SignIn::signedIn, &m_signIn,
                         [this](const std::shared_ptr<Session> &session) { m_session = session; });
    }

    SignIn &signIn() { return m_signIn; }
    /// Null until somebody is signed in.
    const std::shared_ptr<Session> &session() const { return m_session; }
    /// Waits for the session of what \a begin began; null when it did not come.
    std::shared_ptr<Session> sessionAfter(const std::function<void(SignIn &)> &begin, int patience = 30000)
    {
        m_session.reset();
        begin(m_signIn);
        (void)waitFor([this] { return m_session != nullptr; }, patience);
        return m_session;
    }

private:
    QSettings m_settings;
    AccountList m_accounts;
    std::shared_ptr<Session> m_session;
    SignIn m_signIn;
};

} // namespace Leadline::Test
