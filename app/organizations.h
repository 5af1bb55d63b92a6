// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "signin.h"
#include "theme.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace Leadline {

class MainWindow;
class Session;

/// The organizations of one address of Close that this desktop is signed in to: their menu, their colours,
/// and the way from one to another. What is open stays until the other one is there.
class Organizations : public QObject
{
    Q_OBJECT

public:
    /// What the menu leaves to the program.
    struct MenuActions
    {
        /// To the sign-in page, for another key; empty where nothing can be added.
        std::function<void()> add;
        std::function<void(Theme::Mode)> chooseMode;
        std::function<void()> removeLocalData; ///< empty where nothing is kept
        std::function<void()> signOut;
    };

    /// None of the references is owned; all outlive this.
    Organizations(CredentialStore &credentials, AccountList &accounts, MainWindow &window,
                  const SignIn::Options &options, QObject *parent = nullptr);
    ~Organizations() override;

    /// Which one is open; null for none.
    void setSession(Session *session);

    /// Those signed in to, in the order they were added, and the open one.
    QList<Account> all() const;
    /// Signs in to another one with its key in the keychain; ends in opened(), or in words on the page that
    /// is shown. What waits to be written in the open one is written first.
    void open(const Account &account);
    /// The one with that number in the menu, from 1; nothing where there is none, or where it is open.
    void openNumber(int number);
    /// The one that was used last, if any.
    void openLast();

    /// What the sign-in page offers beside a new key: the way back, or the organizations there are keys of.
    void offerOnSignInPage();
    void popupMenu(Theme::Mode mode, const QString &signOutText, const MenuActions &actions,
                   const QPoint &position);

Q_SIGNALS:
    void opened(std::shared_ptr<Leadline::Session> session);
    /// The person wants to type a key.
    void keyWanted();

private:
    int currentIndex() const;
    bool isCurrent(const Account &account) const;
    void whenWritten(const std::function<void()> &next);
    void signIn(const Account &account);
    void take(const Account &account, const std::shared_ptr<Session> &session);
    void fail(const Account &account, const QString &reason);
    void setColour(int colour);
    void showColour();

    CredentialStore &m_credentials;
    AccountList &m_accounts;
    MainWindow &m_window;
    SignIn::Options m_options;
    QPointer<Session> m_session;
    std::unique_ptr<SignIn> m_signIn;
    bool m_isOpening = false;
};

} // namespace Leadline
