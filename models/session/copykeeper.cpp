// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copykeeper.h"

#include "copyreader.h"
#include "startmark.h"
#include "worker.h"

#include <QCryptographicHash>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

CredentialId keyId(const Account &account)
{
    return {account.apiUrl, account.organizationId, CredentialId::Kind::LocalCopyKey};
}

CopyState stateOf(const CredentialError &error)
{
    if (error.kind == CredentialError::Kind::NoBackend)
        return {CopyState::Kind::NoKeychain, error.message};
    return {CopyState::Kind::KeyUnread, error.message};
}

/// What the first screen needs, read in the copy's thread.
struct CopyBeginning
{
    std::optional<ReferenceData> reference;
    std::optional<LoadedTable> firstLeads;
};

CopyBeginning readBeginning(LocalCopy *copy, const QString &organizationId)
{
    CopyBeginning beginning;
    if (!copy)
        return beginning;
    beginning.reference = readReference(*copy, organizationId);
    if (beginning.reference)
        beginning.firstLeads = readFirstLeads(*copy, *beginning.reference->schema);
    else
        // Records that nothing says the meaning of are read again.
        (void)copy->forgetRecords();
    return beginning;
}

} // namespace

CopyState copyStateOf(const CopyError &error)
{
    switch (error.kind) {
    case CopyError::Kind::NewerFormat:
        return {CopyState::Kind::NewerVersion, error.message};
    case CopyError::Kind::Busy:
        return {CopyState::Kind::InUse, error.message};
    case CopyError::Kind::DiskFull:
        return {CopyState::Kind::DiskFull, error.message};
    default:
        return {CopyState::Kind::Failed, error.message};
    }
}

CopyKeeper::CopyKeeper(CredentialStore &credentials, QString folder, QObject *parent)
    : QObject(parent)
    , m_credentials(credentials)
    , m_folder(std::move(folder))
{
}

QString CopyKeeper::folderOf(const Account &account) const
{
    const QByteArray name = account.apiUrl.toEncoded() + ' ' + account.organizationId.toUtf8();
    return QDir(m_folder).filePath(
        QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(24)));
}

void CopyKeeper::open(const Account &account, Absent absent, Callback callback)
{
    if (m_folder.isEmpty()) {
        callback({});
        return;
    }
    markStart("keychain asked");
    m_credentials.read(keyId(account), this,
                       [this, account, absent, callback = std::move(callback)](CredentialResult<Secret> key) {
                           markStart("keychain answered");
                           if (key && key->bytes().size() == LocalCopy::KeyBytes)
                               openFiles(account, *std::move(key), callback, CopyState::Kind::Kept);
                           else if (!key && key.error().kind != CredentialError::Kind::NotFound)
                               callback({.state = stateOf(key.error())});
                           else if (absent == Absent::Make)
                               makeKey(account, callback);
                           else
                               callback({});
                       });
}

void CopyKeeper::makeKey(const Account &account, const Callback &callback)
{
    // Files of a key that has gone can be read by nobody.
    LocalCopy::erase(folderOf(account));
    Secret key(LocalCopy::makeKey());
    auto own = std::make_shared<Secret>(key.duplicate());
    m_credentials.write(keyId(account), std::move(key), this,
                        [this, account, own, callback](const CredentialResult<void> &written) {
                            if (written)
                                openFiles(account, std::move(*own), callback, CopyState::Kind::Kept);
                            else
                                callback({.state = stateOf(written.error())});
                        });
}

void CopyKeeper::openFiles(const Account &account, Secret key, const Callback &callback, CopyState::Kind kind)
{
    auto worker = std::make_shared<Worker>();
    m_opening.push_back(worker);
    auto own = std::make_shared<Secret>(std::move(key));
    auto error = std::make_shared<std::optional<CopyError>>();
    worker->openCopy(folderOf(account), own->bytes(), this,
                     [error](std::optional<CopyError> failed) { *error = std::move(failed); });
    // Asked for at once, not after the first answer: the thread goes on by itself.
    worker->run(
        [id = account.organizationId](LocalCopy *copy) { return readBeginning(copy, id); }, this,
        [this, worker = worker.get(), own, error, account, callback, kind](CopyBeginning beginning) {
            std::shared_ptr<Worker> opened = takeOpened(worker);
            if (*error)
                openFailed(account, std::move(*own), callback, **error, kind);
            else
                callback({{kind}, opened, std::move(beginning.reference), std::move(beginning.firstLeads)});
        });
}

std::shared_ptr<Worker> CopyKeeper::takeOpened(const Worker *worker)
{
    const auto at = std::find_if(m_opening.begin(), m_opening.end(),
                                 [worker](const std::shared_ptr<Worker> &one) { return one.get() == worker; });
    std::shared_ptr<Worker> taken = std::move(*at);
    m_opening.erase(at);
    return taken;
}

void CopyKeeper::openFailed(const Account &account, Secret key, const Callback &callback,
                            const CopyError &error, CopyState::Kind kind)
{
    const bool isLost = error.kind == CopyError::Kind::WrongKey || error.kind == CopyError::Kind::Damaged;
    if (!isLost || kind == CopyState::Kind::BegunAnew) {
        callback({.state = copyStateOf(error)});
        return;
    }
    LocalCopy::erase(folderOf(account));
    openFiles(account, std::move(key), callback, CopyState::Kind::BegunAnew);
}

void CopyKeeper::eraseKey(const Account &account, std::function<void()> done)
{
    if (m_folder.isEmpty()) {
        done();
        return;
    }
    // Where the keychain keeps it all the same, it is the key of nothing.
    m_credentials.remove(keyId(account), this,
                         [done = std::move(done)](const CredentialResult<void> &) { done(); });
}

void CopyKeeper::eraseFiles(const Account &account)
{
    if (!m_folder.isEmpty())
        LocalCopy::erase(folderOf(account));
}

} // namespace Leadline
