// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "accountlist.h"
#include "apierror.h"
#include "credentialstore.h"
#include "organization.h"
#include "pacing.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Leadline {

class CopyKeeper;
class Session;

/// Where the key that is tried came from; decides whether it is put into the keychain.
enum class KeySource {
    Typed,       ///< by the person: kept
    File,        ///< read from a .env file: kept
    Environment, ///< of this run: kept only when the person says so
    Keychain,    ///< is there already
    Demo,        ///< of the demo workspace: never kept
};

/// Why nobody is signed in, with what the page needs to say the next step.
struct SignInProblem
{
    enum class Kind {
        WrongKey,       ///< Close does not know it
        NotAllowed,     ///< Close knows it and refuses
        Offline,        ///< no connection
        Certificate,    ///< the server's certificate is not trusted
        Unavailable,    ///< Close answers with a fault, or too slowly
        Unexpected,     ///< an answer that is none of Close's
        NoKeychain,     ///< verified, but this desktop has no keychain: offer this session only
        KeychainLocked, ///< locked or refused: unlock and try again, or this session only
        KeychainFailed, ///< anything else the keychain says
        KeychainUnread, ///< the stored key could not be read: unlock the keychain, or type the key
    };

    Kind kind = Kind::Unexpected;
    QString details; ///< the server's or the keychain's own words; plain text

    /// Whether the key was verified and only the keychain failed, so that continueWithoutKeychain() can go on.
    bool canContinue() const;
};

/// Finds a key, verifies it with GET /me/ and makes the session. Reads the keychain without ever waiting for it.
class SignIn : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QUrl apiUrl;
        bool readOnly = false;
        QString copiesFolder{}; ///< of the local copies; blank for none
        Pacing pacing{};
    };

    /// Neither the store nor the list is owned; both outlive this.
    SignIn(CredentialStore &credentials, AccountList &accounts, Options options, QObject *parent = nullptr);
    ~SignIn() override;

    QUrl apiUrl() const { return m_options.apiUrl; }

    /// Tries the keychain's key of the account used last; keyNeeded() when there is none. Where there is a local
    /// copy its session is there at once, and Close is asked afterwards.
    void start();
    /// Tries the keychain's key of this account, and no other one's.
    void start(const Account &account);
    /// Asks Close whose key it is. Ends in signedIn() or problemOccurred().
    void verify(Secret key, Secret password, KeySource source);
    /// After a problem with canContinue(): signs in without keeping the key.
    void continueWithoutKeychain();
    /// Puts the key of the environment's session into the keychain; answers with keyKept() or
    /// problemOccurred().
    void keepKey();
    /// Whether keepKey() has a key to keep.
    bool hasKeyToKeep() const { return !m_key.isEmpty(); }
    /// Whether the last sign-in put its key into the keychain.
    bool isKeyKept() const { return m_isKeyKept; }
    /// Deletes the account's key from the keychain, forgets the account and erases its local copy; answers with
    /// signedOut(), in which the session has to go, or, when the keychain refuses, problemOccurred().
    void signOut(const Account &account);
    /// The session that is on the screen; it lets go of its local copy when the same organization is signed in to
    /// again.
    void setOpenSession(const std::shared_ptr<Session> &session) { m_session = session; }
    /// Erases the account's local copy, which no session has open; answers with copyRemoved().
    void removeCopy(const Account &account);

Q_SIGNALS:
    void keyNeeded();
    void busyChanged(bool busy);
    void problemOccurred(const Leadline::SignInProblem &problem);
    /// The receiver takes the session over.
    void signedIn(std::shared_ptr<Leadline::Session> session);
    void keyKept();
    void signedOut();
    void copyRemoved();

private:
    struct Attempt;

    void tryStoredKey(const QList<Account> &accounts);
    void begin(Secret key, Secret password, KeySource source);
    void releaseCopy(const Account &account, std::function<void()> then);
    void openCopy(const Account &account);
    void askWhoseKey();
    void makeCopy();
    void verified(Me me);
    void findOrganization();
    void enter(const Organization &organization);
    void store();
    void finish();
    void fail(const ApiError &error);
    void fail(const CredentialError &error);

    CredentialStore &m_credentials;
    AccountList &m_accounts;
    Options m_options;
    std::unique_ptr<CopyKeeper> m_copies;
    std::unique_ptr<Attempt> m_attempt;
    std::weak_ptr<Session> m_session;
    int m_attempts = 0; ///< answers to an earlier one count for nothing
    Secret m_key; // of the environment's session, until it is kept
    Account m_keyAccount;
    bool m_isKeyKept = false;
};

} // namespace Leadline
