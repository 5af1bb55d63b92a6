// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "signin.h"

#include "closeclient.h"
#include "copykeeper.h"
#include "organizationrequests.h"
#include "session.h"
#include "startmark.h"

using namespace Qt::StringLiterals;

namespace Leadline {

bool SignInProblem::canContinue() const
{
    return kind == Kind::NoKeychain || kind == Kind::KeychainLocked || kind == Kind::KeychainFailed;
}

/// One key on its way in.
struct SignIn::Attempt
{
    KeySource source = KeySource::Typed;
    Secret key;
    std::unique_ptr<CloseClient> client;
    Me me;
    Account account;
    OpenedCopy copy;
    bool isVerified = false;
};

SignIn::SignIn(CredentialStore &credentials, AccountList &accounts, Options options, QObject *parent)
    : QObject(parent)
    , m_credentials(credentials)
    , m_accounts(accounts)
    , m_options(std::move(options))
    , m_copies(std::make_unique<CopyKeeper>(credentials, m_options.copiesFolder))
{
}

SignIn::~SignIn() = default;

void SignIn::start()
{
    QList<Account> accounts = m_accounts.accounts();
    accounts.removeIf([this](const Account &account) { return account.apiUrl != m_options.apiUrl; });
    tryStoredKey(accounts);
}

void SignIn::start(const Account &account)
{
    tryStoredKey({account});
}

void SignIn::tryStoredKey(const QList<Account> &accounts)
{
    if (accounts.isEmpty()) {
        Q_EMIT busyChanged(false);
        Q_EMIT keyNeeded();
        return;
    }
    Q_EMIT busyChanged(true);
    const Account account = accounts.first();
    markStart("keychain asked");
    m_credentials.read(
        {account.apiUrl, account.organizationId, CredentialId::Kind::ApiKey}, this,
        [this, account, rest = accounts.mid(1)](CredentialResult<Secret> secret) {
            markStart("keychain answered");
            if (secret) {
                begin(std::move(*secret), Secret(), KeySource::Keychain);
                openCopy(account);
            } else if (secret.error().kind == CredentialError::Kind::NotFound) {
                tryStoredKey(rest);
            } else {
                // Without its key the person types it; that a keychain is missing is said
                // when it matters, on keeping the key.
                Q_EMIT busyChanged(false);
                Q_EMIT keyNeeded();
                if (secret.error().kind == CredentialError::Kind::Locked)
                    Q_EMIT problemOccurred({SignInProblem::Kind::KeychainUnread, secret.error().message});
            }
        });
}

void SignIn::verify(Secret key, Secret password, KeySource source)
{
    const auto known =
        source == KeySource::Environment ? m_accounts.accountOf(key.bytes(), m_options.apiUrl) : std::nullopt;
    begin(std::move(key), std::move(password), source);
    if (known)
        openCopy(*known);
    else
        askWhoseKey();
}

void SignIn::begin(Secret key, Secret password, KeySource source)
{
    Q_EMIT busyChanged(true);
    ++m_attempts;
    m_isKeyKept = false;
    m_attempt = std::make_unique<Attempt>();
    m_attempt->source = source;
    ClientOptions options;
    options.readOnly = m_options.readOnly;
    options.assumedRate = m_options.pacing.assumedRate;
    options.retry.firstWait = m_options.pacing.firstRetry;
    m_attempt->client =
        std::make_unique<CloseClient>(m_options.apiUrl, key.bytes(), password.bytes(), options);
    m_attempt->key = std::move(key);
}

/// Signing in again to an organization whose session is still on the screen: that one lets go of its copy.
void SignIn::releaseCopy(const Account &account, std::function<void()> then)
{
    const std::shared_ptr<Session> before = m_session.lock();
    const auto go = [attempt = m_attempts, this, then = std::move(then)] {
        if (attempt == m_attempts && m_attempt)
            then();
    };
    if (before && before->account().organizationId == account.organizationId && before->copyState().isKept())
        before->releaseCopy(this, go);
    else
        go();
}

/// What is here is shown before Close is asked whether the key still holds.
void SignIn::openCopy(const Account &account)
{
    const auto take = [this, account, attempt = m_attempts](OpenedCopy copy) {
        if (attempt != m_attempts || !m_attempt)
            return;
        m_attempt->account = account;
        m_attempt->copy = std::move(copy);
        if (!m_attempt->copy.reference) {
            askWhoseKey();
            return;
        }
        m_attempt->me = m_attempt->copy.reference->me;
        finish();
    };
    releaseCopy(account, [this, account, take] { m_copies->open(account, CopyKeeper::Absent::Leave, take); });
}

void SignIn::askWhoseKey()
{
    const auto take = [this](const Result<QByteArray> &body) {
        Result<Me> me = body.and_then(decodeMe);
        if (!me) {
            fail(me.error());
            return;
        }
        m_attempt->copy.me = *body;
        verified(*std::move(me));
    };
    // Nothing is before it; and the sync that comes next must not make way for what it follows.
    m_attempt->client->sendRaw(MeRequest{}, this, take, Priority::Background);
}

void SignIn::verified(Me me)
{
    m_attempt->me = std::move(me);
    if (m_attempt->me.organizations.size() == 1)
        enter(m_attempt->me.organizations.first());
    else
        findOrganization();
}

void SignIn::findOrganization()
{
    // /me/ names every organization of the person, and not which of them the key belongs to.
    const auto take = [this](const Result<QString> &id) {
        if (!id) {
            fail(id.error());
            return;
        }
        for (const Organization &organization : std::as_const(m_attempt->me.organizations)) {
            if (organization.id == *id) {
                enter(organization);
                return;
            }
        }
        fail(ApiError{.message = u"The key's organization is none of the person's."_s});
    };
    m_attempt->client->send(KeyOrganizationRequest{}, this, take, Priority::Background);
}

void SignIn::enter(const Organization &organization)
{
    const User &user = m_attempt->me.user;
    m_attempt->isVerified = true;
    if (m_attempt->account.organizationId != organization.id)
        m_attempt->copy = {.me = m_attempt->copy.me}; // the key is another organization's now
    m_attempt->account = {m_options.apiUrl, organization.id, organization.name, user.id, user.name()};
    if (m_attempt->source == KeySource::Typed || m_attempt->source == KeySource::File)
        store();
    else
        makeCopy();
}

/// Opens the organization's local copy, which is made if there is none.
void SignIn::makeCopy()
{
    if (m_attempt->source == KeySource::Demo || m_attempt->copy.state.kind != CopyState::Kind::Off) {
        finish();
        return;
    }
    const Account account = m_attempt->account;
    const auto take = [this, attempt = m_attempts](OpenedCopy copy) {
        if (attempt != m_attempts || !m_attempt)
            return;
        copy.me = std::move(m_attempt->copy.me);
        m_attempt->copy = std::move(copy);
        finish();
    };
    releaseCopy(account, [this, account, take] { m_copies->open(account, CopyKeeper::Absent::Make, take); });
}

void SignIn::store()
{
    const Account &account = m_attempt->account;
    m_credentials.write({account.apiUrl, account.organizationId, CredentialId::Kind::ApiKey},
                        m_attempt->key.duplicate(), this, [this](CredentialResult<void> written) {
                            if (!m_attempt)
                                return;
                            if (written) {
                                m_accounts.remember(m_attempt->account);
                                m_isKeyKept = true;
                                makeCopy();
                            } else {
                                fail(written.error());
                            }
                        });
}

void SignIn::continueWithoutKeychain()
{
    if (!m_attempt || m_attempt->account.organizationId.isEmpty())
        return;
    m_attempt->copy.state = {CopyState::Kind::NoKeychain};
    finish();
}

void SignIn::finish()
{
    const std::unique_ptr<Attempt> attempt = std::move(m_attempt);
    if (attempt->source == KeySource::Keychain)
        m_accounts.remember(attempt->account);
    if (attempt->source == KeySource::Environment) {
        if (attempt->isVerified)
            m_accounts.rememberKey(attempt->key.bytes(), attempt->account);
        m_key = std::move(attempt->key);
        m_keyAccount = attempt->account;
    }
    Q_EMIT busyChanged(false);
    const auto session =
        std::make_shared<Session>(std::move(attempt->client), std::move(attempt->me), attempt->account,
                                  std::move(attempt->copy), m_options.pacing);
    m_session = session;
    if (!attempt->isVerified)
        session->verifyUser();
    Q_EMIT signedIn(session);
}

void SignIn::keepKey()
{
    m_credentials.write({m_keyAccount.apiUrl, m_keyAccount.organizationId, CredentialId::Kind::ApiKey},
                        m_key.duplicate(), this, [this](CredentialResult<void> written) {
                            if (!written) {
                                fail(written.error());
                                return;
                            }
                            m_accounts.remember(m_keyAccount);
                            m_key.clear();
                            Q_EMIT keyKept();
                        });
}

void SignIn::signOut(const Account &account)
{
    m_key.clear();
    m_credentials.remove({account.apiUrl, account.organizationId, CredentialId::Kind::ApiKey}, this,
                         [this, account](CredentialResult<void> removed) {
                             // Where there is no keychain there is no key in it either.
                             if (!removed && removed.error().kind != CredentialError::Kind::NoBackend) {
                                 fail(removed.error());
                                 return;
                             }
                             m_accounts.forget(account.apiUrl, account.organizationId);
                             m_copies->eraseKey(account, [this, account] {
                                 Q_EMIT signedOut();
                                 m_copies->eraseFiles(account);
                             });
                         });
}

void SignIn::removeCopy(const Account &account)
{
    m_copies->eraseKey(account, [this, account] {
        m_copies->eraseFiles(account);
        Q_EMIT copyRemoved();
    });
}

void SignIn::fail(const ApiError &error)
{
    using Kind = SignInProblem::Kind;
    SignInProblem problem{Kind::Unexpected, error.message};
    switch (error.kind) {
    case ApiError::Kind::Unauthorized:
        problem.kind = Kind::WrongKey;
        break;
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::PaymentRequired:
        problem.kind = Kind::NotAllowed;
        break;
    case ApiError::Kind::Offline:
        problem.kind = Kind::Offline;
        break;
    case ApiError::Kind::Tls:
        problem.kind = Kind::Certificate;
        break;
    case ApiError::Kind::Timeout:
    case ApiError::Kind::Server:
    case ApiError::Kind::RateLimited:
        problem.kind = Kind::Unavailable;
        break;
    default:
        break;
    }
    // The client stays until the next attempt: this runs in one of its callbacks.
    if (m_attempt)
        m_attempt->key.clear();
    Q_EMIT busyChanged(false);
    Q_EMIT problemOccurred(problem);
}

void SignIn::fail(const CredentialError &error)
{
    using Kind = SignInProblem::Kind;
    SignInProblem problem{Kind::KeychainFailed, error.message};
    if (error.kind == CredentialError::Kind::NoBackend)
        problem.kind = Kind::NoKeychain;
    else if (error.kind == CredentialError::Kind::Locked)
        problem.kind = Kind::KeychainLocked;
    Q_EMIT busyChanged(false);
    Q_EMIT problemOccurred(problem);
}

} // namespace Leadline
