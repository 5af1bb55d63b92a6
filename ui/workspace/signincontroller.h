// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "environmentfile.h"
#include "signin.h"

#include <QObject>
#include <QPointer>

namespace Leadline {

class SignInPage;

/// Ties the sign-in page to SignIn: what was typed or read goes in, what went wrong is said in the person's
/// words with the next step.
class SignInController : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    SignInController(SignIn &signIn, SignInPage *page, QObject *parent = nullptr);

    /// Tries the key from the environment, or, without one, the keychain's.
    void start(std::optional<EnvironmentCredentials> environment);
    /// Signs in to the demo, whose key is no secret.
    void startDemo(const QByteArray &key);

    /// The sentence for a problem.
    static QString problemText(const SignInProblem &problem);

Q_SIGNALS:
    /// `isNewKey`: the person gave the key just now, and it is in the keychain.
    void signedIn(std::shared_ptr<Leadline::Session> session, bool isNewKey);
    void demoRequested();
    /// The key came from a .env file and is in the keychain now.
    void importedFrom(const QString &path);

private:
    void verifyTyped(const QString &key);
    void importFile(const QString &path);
    void showProblem(const SignInProblem &problem);

    SignIn &m_signIn;
    QPointer<SignInPage> m_page;
    QString m_importPath;
    bool m_canContinue = false;
};

} // namespace Leadline
