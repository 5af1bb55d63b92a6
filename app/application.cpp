// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "application.h"

#include "demoprocess.h"
#include "formopener.h"
#include "localcopycontrol.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "networkwatch.h"
#include "organizations.h"
#include "paintwatch.h"
#include "reducedmotion.h"
#include "session.h"
#include "signin.h"
#include "signincontroller.h"
#include "signinpage.h"
#include "startmark.h"
#include "tour.h"
#include "tourstops.h"
#include "workspace.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QString copiesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/copies"_s;
}

QUrl closeApi()
{
    return QUrl(u"https://api.close.com/api/v1/"_s);
}

} // namespace

Application::Application(QApplication *application, const CommandLine &commandLine,
                         std::optional<EnvironmentCredentials> environment)
    : m_commandLine(commandLine)
    , m_accounts(m_settings)
    , m_environment(std::move(environment))
    , m_theme(std::make_unique<Theme>(application))
{
}

Application::~Application() = default;

std::function<QDateTime()> Application::clock() const
{
    if (m_commandLine.tourDirectory.isEmpty())
        return [] { return QDateTime::currentDateTime(); };
    return [] { return QDateTime(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC).toLocalTime(); };
}

void Application::setMode(Theme::Mode mode)
{
    m_theme->setMode(mode);
    m_settings.setValue(u"theme/mode"_s, int(mode));
}

void Application::start()
{
    // Not clamped: setMode() takes what it does not know for the desktop's own look.
    m_theme->setMode(static_cast<Theme::Mode>(m_settings.value(u"theme/mode"_s).toInt()));
    m_theme->apply();
    askForReducedMotion(this, [this] { m_theme->setReducedMotion(true); });
    m_window = std::make_unique<MainWindow>();
    if (m_commandLine.tourDirectory.isEmpty())
        m_window->restoreWindowState(&m_settings);
    else
        m_window->move(8, 8); // no part of it lies under a pointer that rests in the corner
    connect(m_window.get(), &MainWindow::closing, this, [this] { m_window->saveWindowState(&m_settings); });
    m_copyControl = std::make_unique<LocalCopyControl>(*m_window->messageBar());
    m_window->showSignIn();
    m_window->show();
    markStart("window shown");

    if (m_commandLine.demo
        || (!m_commandLine.tourDirectory.isEmpty() && m_commandLine.apiUrl.isEmpty())) {
        startDemo();
        return;
    }
    signInTo(m_commandLine.apiUrl.isEmpty() ? closeApi() : m_commandLine.apiUrl);
    m_signedInFromEnvironment = m_environment.has_value();
    m_signInController->start(std::exchange(m_environment, std::nullopt));
}

void Application::takeStart(const StartRequest &request)
{
    // Qt's Wayland plugin spends the token on the next window that asks to be activated; elsewhere nobody
    // would take it out again before a process is started.
    if (!request.activationToken.isEmpty() && QGuiApplication::platformName().startsWith("wayland"_L1))
        qputenv("XDG_ACTIVATION_TOKEN", request.activationToken);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    if (request.leadId.isEmpty())
        return;
    if (m_workspace && m_window->isWorkspaceShown())
        m_workspace->openLead(request.leadId);
    else
        m_commandLine.leadId = request.leadId;
}

void Application::sayThatAnotherRuns()
{
    const MessageBar::Message message{
        u"another"_s,
        MessageBar::Kind::Warning,
        tr("Leadline runs already, but its window does not answer. This is a second one."),
        {}};
    m_window->messageBar()->post(message);
    m_window->signInPage()->messageBar()->post(message);
}

void Application::signInTo(const QUrl &apiUrl)
{
    // The controller speaks for one server; the page outlives both.
    m_signInController.reset();
    const bool keepsCopy = !m_demo && m_commandLine.tourDirectory.isEmpty();
    const SignIn::Options options{apiUrl, m_commandLine.readOnly, keepsCopy ? copiesFolder() : QString()};
    m_signIn = std::make_unique<SignIn>(m_credentials, m_accounts, options);
    m_signInController = std::make_unique<SignInController>(*m_signIn, m_window->signInPage());
    // Queued: what follows may replace the controller that is still speaking.
    connect(m_signInController.get(), &SignInController::demoRequested, this, &Application::startDemo,
            Qt::QueuedConnection);
    connect(m_signInController.get(), &SignInController::importedFrom, this,
            &Application::sayThatFileCanBeCleaned);
    connect(m_signInController.get(), &SignInController::signedIn, this, &Application::openWorkspace);
    connect(m_signIn.get(), &SignIn::signedOut, this, [this] {
        m_organizations->setSession(nullptr);
        m_workspace.reset();
        showSignIn();
        m_organizations->openLast();
    });
    connect(m_signIn.get(), &SignIn::problemOccurred, this, [this](const SignInProblem &problem) {
        endTour(SignInController::problemText(problem));
        if (m_window->isWorkspaceShown())
            m_window->messageBar()->post({u"sign-in"_s, MessageBar::Kind::Error,
                                          SignInController::problemText(problem), {}});
    });
    connect(m_signIn.get(), &SignIn::keyNeeded, this,
            [this] { endTour(tr("A tour of this address needs a key, in CLOSE_API_KEY for instance.")); });
    m_organizations = std::make_unique<Organizations>(m_credentials, m_accounts, *m_window, options);
    connect(m_organizations.get(), &Organizations::keyWanted, this, &Application::showSignIn);
    connect(m_organizations.get(), &Organizations::opened, this,
            [this](const std::shared_ptr<Session> &session) {
                m_signedInFromEnvironment = false;
                openWorkspace(session, false);
            });
    m_organizations->offerOnSignInPage();
}

void Application::startDemo()
{
    m_window->signInPage()->setBusy(true);
    m_demo = std::make_unique<DemoProcess>();
    connect(m_demo.get(), &DemoProcess::ready, this, [this] {
        m_signedInFromEnvironment = false;
        signInTo(m_demo->apiUrl());
        m_signInController->startDemo(DemoProcess::apiKey());
    });
    connect(m_demo.get(), &DemoProcess::failed, this, [this](const QString &message) {
        m_window->signInPage()->setBusy(false);
        m_window->signInPage()->showError(message);
        endTour(message);
    });
    // The tour's pictures hang on the demo's own moment, a person's demo on theirs.
    m_demo->start(m_commandLine.demoLeads,
                  m_commandLine.tourDirectory.isEmpty() ? QDateTime::currentDateTime() : QDateTime());
}

void Application::showSignIn()
{
    m_window->signInPage()->reset();
    m_organizations->offerOnSignInPage();
    m_window->showSignIn();
}

void Application::openWorkspace(const std::shared_ptr<Session> &session, bool isNewKey)
{
    // Signing in again must not cost what was typed before.
    if (m_workspace)
        session->takeOver(m_workspace->session());
    m_workspace.reset();
    m_window->signInPage()->reset();
    m_workspace = std::make_unique<Workspace>(session, *m_window, m_settings, clock());
    m_organizations->setSession(session.get());
    connect(m_workspace.get(), &Workspace::organizationMenuRequested, this,
            &Application::openOrganizationMenu);
    connect(m_workspace.get(), &Workspace::signInNeeded, this, &Application::askForKey);
    connect(m_workspace.get(), &Workspace::signInRequested, this, [this](const QString &draftId) {
        m_draftToContinue = draftId;
        showSignIn();
    });
    m_signIn->setOpenSession(session);
    // Queued: the session that says so goes.
    connect(session.get(), &Session::userChanged, this,
            [this, account = session->account()] { openAnew(account); }, Qt::QueuedConnection);
    connect(new PaintWatch(m_workspace.get()), &PaintWatch::firstRowsPainted, session.get(),
            &Session::firstRowsPainted);
    m_window->showWorkspace();
    markStart("workspace shown");
    m_copyControl->show(*session);
    connect(session.get(), &Session::copyStateChanged, m_copyControl.get(),
            [this, session = session.get()] { m_copyControl->show(*session); });
    new NetworkWatch(*session);
    m_workspace->session().refresh();
    if (!m_commandLine.leadId.isEmpty())
        m_workspace->openLead(std::exchange(m_commandLine.leadId, {}));
    if (!m_draftToContinue.isEmpty())
        m_workspace->forms()->continueDraft(std::exchange(m_draftToContinue, {}));
    if (m_signedInFromEnvironment)
        offerToKeepKey();
    else if (isNewKey)
        greet();
    if (!m_commandLine.tourDirectory.isEmpty())
        startTour();
}

void Application::greet()
{
    const Account &account = m_workspace->session().account();
    m_window->messageBar()->post(
        {u"greeting"_s,
         MessageBar::Kind::Info,
         tr("Hello %1. This is %2; the key is in the keychain for the next start.")
             .arg(account.userName, account.organizationName),
         {}});
}

void Application::openOrganizationMenu(const QPoint &position)
{
    Organizations::MenuActions actions;
    if (!m_demo)
        actions.add = [this] { showSignIn(); };
    actions.chooseMode = [this](Theme::Mode mode) { setMode(mode); };
    actions.signOut = [this] { signOut(); };
    if (m_workspace->session().copyState().mayBeOnDisk())
        actions.removeLocalData = [this] { removeLocalData(); };
    QString name = m_workspace->session().account().organizationName;
    QString signOutText = tr("Sign Out");
    if (m_demo)
        signOutText = tr("Leave the Demo");
    else if (m_organizations->all().size() > 1)
        signOutText = tr("Sign Out of %1").arg(name.replace(u'&', u"&&"_s));
    m_organizations->popupMenu(m_theme->mode(), signOutText, actions, position);
}

void Application::signOut()
{
    if (m_demo) {
        m_workspace.reset();
        m_demo.reset();
        signInTo(m_commandLine.apiUrl.isEmpty() ? closeApi() : m_commandLine.apiUrl);
        showSignIn();
        return;
    }
    m_copyControl->askBeforeErasing(m_workspace->session(), tr("Sign Out Anyway"),
                                    [this] { m_signIn->signOut(m_workspace->session().account()); });
}

void Application::removeLocalData()
{
    m_copyControl->askBeforeErasing(m_workspace->session(), tr("Remove Anyway"),
                                    [this] { m_copyControl->remove(m_workspace->session(), *m_signIn); });
}

/// The key is another person's by now: what is here is not theirs to see.
void Application::openAnew(const Account &account)
{
    m_organizations->setSession(nullptr);
    m_workspace.reset();
    showSignIn();
    connect(m_signIn.get(), &SignIn::copyRemoved, m_signIn.get(), qOverload<>(&SignIn::start),
            Qt::SingleShotConnection);
    m_signIn->removeCopy(account);
}

void Application::askForKey()
{
    m_window->messageBar()->post({u"key"_s,
                                  MessageBar::Kind::Error,
                                  tr("Close no longer accepts this key. What you typed stays here."),
                                  {{tr("Sign In Again"), [this] { showSignIn(); }}}});
}

void Application::startTour()
{
    auto *tour = new Tour(
        m_commandLine.tourDirectory, tourStops(*m_window, *m_workspace),
        [this](bool dark) { m_theme->setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light); }, this);
    connect(tour, &Tour::finished, this, [](const QStringList &failures) {
        for (const QString &failure : failures)
            std::fputs(u"leadline: %1\n"_s.arg(failure).toLocal8Bit().constData(), stderr);
        QCoreApplication::exit(failures.isEmpty() ? 0 : 1);
    });
    tour->start();
}

void Application::endTour(const QString &why)
{
    if (m_commandLine.tourDirectory.isEmpty())
        return;
    std::fputs(u"leadline: %1\n"_s.arg(why).toLocal8Bit().constData(), stderr);
    // Queued: an exit before the event loop has begun would be forgotten.
    QMetaObject::invokeMethod(
        this, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
}

void Application::offerToKeepKey()
{
    const QString id = u"keep-key"_s;
    connect(m_signIn.get(), &SignIn::keyKept, this, [this, id] {
        m_organizations->setSession(&m_workspace->session());
        m_window->messageBar()->post({id, MessageBar::Kind::Info, tr("The key is in the keychain now."), {}});
    });
    m_window->messageBar()->post({id,
                                  MessageBar::Kind::Info,
                                  tr("Signed in with the key from CLOSE_API_KEY, for this run only."),
                                  {{tr("Keep in Keychain"), [this] { m_signIn->keepKey(); }}}});
}

void Application::sayThatFileCanBeCleaned(const QString &path)
{
    m_window->messageBar()->post(
        {u"imported"_s,
         MessageBar::Kind::Info,
         tr("The key is in the keychain now. You can take it out of %1.").arg(QDir::toNativeSeparators(path)),
         {}});
}

} // namespace Leadline
