// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "accountlist.h"
#include "commandline.h"
#include "environmentfile.h"
#include "keychaincredentialstore.h"

#include <QObject>
#include <QSettings>

#include <memory>
#include <optional>

namespace Leadline {

class DemoProcess;
class Session;
class SignIn;

/// Prints a report without any window: signs in to the demo, with the environment's key or with the keychain's,
/// loads what there is, and prints the sums of the pipeline.
class ReportRun : public QObject
{
    Q_OBJECT

public:
    ReportRun(const CommandLine &commandLine, std::optional<EnvironmentCredentials> environment);
    ~ReportRun() override;

    void start();

Q_SIGNALS:
    /// \a text goes to standard output, or, with another \a exitCode than 0, to standard error.
    void finished(int exitCode, const QByteArray &text);

private:
    void startDemo();
    void signInTo(const QUrl &apiUrl);
    void load(std::shared_ptr<Session> session);
    void look();
    void fail(const QString &message);

    CommandLine m_commandLine;
    QSettings m_settings;
    AccountList m_accounts;
    KeychainCredentialStore m_credentials;
    std::optional<EnvironmentCredentials> m_environment;
    std::unique_ptr<DemoProcess> m_demo;
    std::unique_ptr<SignIn> m_signIn;
    std::shared_ptr<Session> m_session;
    bool m_isOver = false;
};

} // namespace Leadline
