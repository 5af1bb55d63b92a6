// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "keychaincredentialstore.h"

#include "secretservice.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace Leadline {

namespace {

using Kind = CredentialError::Kind;

Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return Kind::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Kind::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Kind::NoBackend;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return Kind::Other;
}

/// QtKeychain 0.13 reports two things on the Secret Service as something else: no service at all as
/// OtherError (libsecret's D-Bus error is not one of its own), and an unlock that the person dismissed as
/// EntryNotFound (libsecret then gives no item and no error). The service itself tells them apart.
Kind corrected(Kind kind, SecretServiceState state)
{
    if (kind == Kind::Other && state == SecretServiceState::Absent)
        return Kind::NoBackend;
    if ((kind == Kind::Other || kind == Kind::NotFound) && state == SecretServiceState::EntryLocked)
        return Kind::Locked;
    if (kind == Kind::Other && state == SecretServiceState::CollectionLocked)
        return Kind::Locked;
    return kind;
}

/// Runs a job and says how it ended, unless the context is gone by then. A running job is never deleted from
/// outside: libsecret calls into it when it is done.
template <typename Finished>
void run(QKeychain::Job *job, const CredentialId &id, QObject *context, Finished finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(KeychainCredentialStore::entryName(id));
    QObject::connect(
        job, &QKeychain::Job::finished, job,
        [guard = QPointer<QObject>(context), finished = std::move(finished)](QKeychain::Job *done) {
            if (guard)
                finished(done, guard.data());
        });
    job->start();
}

/// Hands out the error once it is known what it really was.
template <typename Callback>
void fail(const QKeychain::Job *job, QObject *context, Callback callback)
{
    const CredentialError error{kindOf(job->error()), job->errorString()};
    querySecretService(
        job->key(), job->service(), context,
        [error, callback = std::move(callback)](SecretServiceState state) {
            callback(tl::unexpected(CredentialError{corrected(error.kind, state), error.message}));
        });
}

} // namespace

QString KeychainCredentialStore::service()
{
    return QStringLiteral("leadline");
}

QString KeychainCredentialStore::entryName(const CredentialId &id)
{
    const QString account = id.apiUrl.toString(QUrl::RemoveUserInfo) + u' ' + id.organizationId;
    return id.kind == CredentialId::Kind::LocalCopyKey ? account + QStringLiteral(" local-copy") : account;
}

void KeychainCredentialStore::read(const CredentialId &id, QObject *context, ReadCallback callback)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    run(job, id, context, [job, callback = std::move(callback)](QKeychain::Job *done, QObject *guard) {
        if (done->error() == QKeychain::NoError)
            callback(Secret(job->binaryData()));
        else
            fail(done, guard, callback);
    });
}

void KeychainCredentialStore::write(const CredentialId &id, Secret secret, QObject *context,
                                    DoneCallback callback)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    // Always binary: on the Secret Service a text and a binary entry of one name are two entries.
    job->setBinaryData(secret.bytes());
    run(job, id, context, [callback = std::move(callback)](QKeychain::Job *done, QObject *guard) {
        if (done->error() == QKeychain::NoError)
            callback({});
        else
            fail(done, guard, callback);
    });
}

void KeychainCredentialStore::remove(const CredentialId &id, QObject *context, DoneCallback callback)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    run(job, id, context, [callback = std::move(callback)](QKeychain::Job *done, QObject *guard) {
        if (done->error() != QKeychain::NoError && done->error() != QKeychain::EntryNotFound) {
            fail(done, guard, callback);
            return;
        }
        // libsecret passes over locked items without an error, and a key that stays must not be reported
        // gone.
        querySecretService(done->key(), done->service(), guard, [callback](SecretServiceState state) {
            if (state == SecretServiceState::EntryLocked)
                callback(tl::unexpected(CredentialError{Kind::Locked, {}}));
            else
                callback({});
        });
    });
}

} // namespace Leadline
