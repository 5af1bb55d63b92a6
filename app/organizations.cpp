// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "organizations.h"

#include "mainwindow.h"
#include "messagebar.h"
#include "organizationmenu.h"
#include "organizationtile.h"
#include "pendingdeletes.h"
#include "session.h"
#include "sidebar.h"
#include "signincontroller.h"
#include "signinpage.h"

#include <QApplication>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Switching that is quicker says nothing.
constexpr std::chrono::milliseconds quietTime{400};

QString switchMessage()
{
    return u"organization"_s;
}

} // namespace

Organizations::Organizations(CredentialStore &credentials, AccountList &accounts, MainWindow &window,
                             const SignIn::Options &options, QObject *parent)
    : QObject(parent)
    , m_credentials(credentials)
    , m_accounts(accounts)
    , m_window(window)
    , m_options(options)
{
    connect(&m_window, &MainWindow::organizationRequested, this, &Organizations::openNumber);
    connect(m_window.signInPage(), &SignInPage::backRequested, &m_window, &MainWindow::showWorkspace);
    connect(m_window.signInPage(), &SignInPage::organizationRequested, this, [this](const QString &id) {
        for (const Account &account : all()) {
            if (account.organizationId == id)
                open(account);
        }
    });
}

Organizations::~Organizations() = default;

void Organizations::setSession(Session *session)
{
    m_session = session;
    showColour();
}

QList<Account> Organizations::all() const
{
    QList<Account> accounts = m_accounts.accountsAt(m_options.apiUrl);
    const auto current = [this](const Account &account) { return isCurrent(account); };
    // The demo, and a key of this run only, are not in the list.
    if (m_session && std::none_of(accounts.cbegin(), accounts.cend(), current))
        accounts.append(m_session->account());
    return accounts;
}

bool Organizations::isCurrent(const Account &account) const
{
    return m_session && m_session->account().organizationId == account.organizationId;
}

int Organizations::currentIndex() const
{
    const QList<Account> accounts = all();
    for (int i = 0; i < accounts.size(); ++i) {
        if (isCurrent(accounts.at(i)))
            return i;
    }
    return 0;
}

void Organizations::open(const Account &account)
{
    if (isCurrent(account))
        m_window.showWorkspace();
    else
        whenWritten([this, account] { signIn(account); });
}

void Organizations::openNumber(int number)
{
    const QList<Account> accounts = all();
    if (number >= 1 && number <= accounts.size())
        open(accounts.at(number - 1));
}

void Organizations::openLast()
{
    const QList<Account> known = m_accounts.accounts();
    const auto here = [this](const Account &account) { return account.apiUrl == m_options.apiUrl; };
    const auto last = std::find_if(known.cbegin(), known.cend(), here);
    if (last != known.cend())
        open(*last);
}

void Organizations::whenWritten(const std::function<void()> &next)
{
    if (!m_session || !m_session->deletions()->isBusy()) {
        next();
        return;
    }
    // Ends with the first answer: with the last one, or with a failure, which the person is told where they
    // are.
    auto *waiting = new QObject(m_session);
    const PendingDeletes *deletions = m_session->deletions();
    for (const auto over : {&PendingDeletes::deleted, &PendingDeletes::postponed}) {
        connect(
            deletions, over, waiting,
            [this, waiting, next] {
                if (m_session->deletions()->isBusy())
                    return;
                waiting->deleteLater();
                next();
            },
            Qt::QueuedConnection);
    }
    connect(deletions, &PendingDeletes::failed, waiting, &QObject::deleteLater);
    m_session->deletions()->sendNow();
}

void Organizations::signIn(const Account &account)
{
    m_signIn = std::make_unique<SignIn>(m_credentials, m_accounts, m_options);
    connect(m_signIn.get(), &SignIn::busyChanged, m_window.signInPage(), &SignInPage::setBusy);
    connect(m_signIn.get(), &SignIn::signedIn, this,
            [this, account](const std::shared_ptr<Session> &session) { take(account, session); });
    connect(m_signIn.get(), &SignIn::keyNeeded, this,
            [this, account] { fail(account, tr("Its key is not in the keychain.")); });
    connect(m_signIn.get(), &SignIn::problemOccurred, this, [this, account](const SignInProblem &problem) {
        fail(account, SignInController::problemText(problem));
    });
    m_isOpening = true;
    m_window.messageBar()->clear(switchMessage());
    QTimer::singleShot(quietTime, m_signIn.get(), [this, account] {
        if (m_isOpening)
            m_window.messageBar()->post({.id = switchMessage(),
                                         .text = tr("Opening %1…").arg(account.organizationName),
                                         .dismissible = false,
                                         .urgent = true});
    });
    m_signIn->start(account);
}

void Organizations::take(const Account &account, const std::shared_ptr<Session> &session)
{
    m_isOpening = false;
    m_window.messageBar()->clear(switchMessage());
    if (!QApplication::activeModalWidget()) {
        Q_EMIT opened(session);
        return;
    }
    // A form was opened meanwhile: what is typed there is not taken away.
    m_window.messageBar()->post({.id = switchMessage(),
                                 .text = tr("%1 is ready.").arg(account.organizationName),
                                 .actions = {{tr("Open"), [this, session] { Q_EMIT opened(session); }}},
                                 .urgent = true});
}

void Organizations::fail(const Account &account, const QString &reason)
{
    m_isOpening = false;
    m_window.messageBar()->clear(switchMessage());
    const QString text = tr("%1 could not be opened. %2").arg(account.organizationName, reason);
    if (!m_window.isWorkspaceShown()) {
        m_window.signInPage()->showError(text);
        return;
    }
    m_window.messageBar()->post({.id = switchMessage(),
                                 .kind = MessageBar::Kind::Error,
                                 .text = text,
                                 .actions = {{tr("Try Again"), [this, account] { open(account); }},
                                             {tr("Use Another Key…"), [this] { Q_EMIT keyWanted(); }}},
                                 .urgent = true});
}

void Organizations::offerOnSignInPage()
{
    SignInPage *page = m_window.signInPage();
    page->setWayBack(m_session ? m_session->account().organizationName : QString());
    QList<SignInPage::Place> places;
    if (!m_session) {
        for (const Account &account : all())
            places.append({account.organizationId, account.organizationName});
    }
    page->setOrganizations(places);
}

void Organizations::popupMenu(Theme::Mode mode, const QString &signOutText, const MenuActions &actions,
                              const QPoint &position)
{
    OrganizationMenuContent content;
    const QList<Account> accounts = all();
    for (const Account &account : accounts)
        content.organizations.append({account.organizationName, organizationTone(account.colour)});
    content.current = currentIndex();
    content.mode = mode;
    content.signOutText = signOutText;
    const Account &current = accounts.at(content.current);
    if (current.place > 0)
        content.colour = current.colour;
    OrganizationMenuActions chosen;
    chosen.chooseOrganization = [this, accounts](int index) { open(accounts.at(index)); };
    chosen.addOrganization = actions.add;
    chosen.chooseColour = [this](int colour) { setColour(colour); };
    chosen.chooseMode = actions.chooseMode;
    chosen.removeLocalData = actions.removeLocalData;
    chosen.signOut = actions.signOut;
    (new OrganizationMenu(content, chosen, &m_window))->popup(position);
}

void Organizations::setColour(int colour)
{
    m_accounts.setColour(m_options.apiUrl, m_session->account().organizationId, colour);
    showColour();
}

void Organizations::showColour()
{
    const QList<Account> accounts = all();
    const int colour = accounts.isEmpty() ? 0 : accounts.at(currentIndex()).colour;
    m_window.sidebar()->setOrganizationTone(organizationTone(colour));
}

} // namespace Leadline
