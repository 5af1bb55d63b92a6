// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "accountlist.h"
#include "commandline.h"
#include "environmentfile.h"
#include "keychaincredentialstore.h"
#include "singleinstance.h"
#include "theme.h"

#include <QObject>
#include <QSettings>

#include <functional>
#include <memory>
#include <optional>

class QApplication;

namespace Leadline {

class DemoProcess;
class LocalCopyControl;
class MainWindow;
class Organizations;
class Session;
class SignIn;
class SignInController;
class Workspace;

/// The one place that names concrete classes: makes them and ties them together.
class Application : public QObject
{
    Q_OBJECT

public:
    /// `application` is not owned and outlives this. `environment` is the key this run was given, if any.
    Application(QApplication *application, const CommandLine &commandLine,
                std::optional<EnvironmentCredentials> environment = std::nullopt);
    ~Application() override;

    /// Opens the window with the sign-in page, and signs in: to the demo, with the environment's key, or with
    /// the keychain's.
    void start();
    /// Brings the window to the front, and opens the lead a second start was asked for.
    void takeStart(const StartRequest &request);
    /// Says that an earlier start does not answer and this one stands beside it.
    void sayThatAnotherRuns();

private:
    void signInTo(const QUrl &apiUrl);
    void startDemo();
    void openWorkspace(const std::shared_ptr<Session> &session, bool isNewKey);
    void greet();
    void openOrganizationMenu(const QPoint &position);
    void signOut();
    void showSignIn();
    void removeLocalData();
    void openAnew(const Account &account);
    void askForKey();
    void startTour();
    /// Ends a tour that does not get as far as the first page.
    void endTour(const QString &why);
    void setMode(Theme::Mode mode);
    /// The time as the window tells it: the demo's own moment on a tour, whose pictures stay the same.
    std::function<QDateTime()> clock() const;
    void offerToKeepKey();
    void sayThatFileCanBeCleaned(const QString &path);

    CommandLine m_commandLine;
    QSettings m_settings;
    AccountList m_accounts;
    KeychainCredentialStore m_credentials;
    /// The key given in the environment, until it is used.
    std::optional<EnvironmentCredentials> m_environment;
    bool m_signedInFromEnvironment = false;
    /// Of the form that a refused key closed: opened again after the next sign-in.
    QString m_draftToContinue;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoProcess> m_demo;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<SignInController> m_signInController;
    std::unique_ptr<Organizations> m_organizations;
    std::unique_ptr<LocalCopyControl> m_copyControl;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace Leadline
