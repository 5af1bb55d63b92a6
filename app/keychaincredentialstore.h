// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "credentialstore.h"

namespace QKeychain {
class Job;
}

namespace Leadline {

/// The desktop's keychain through QtKeychain: the Secret Service (gnome-keyring, KeePassXC) or KWallet on
/// Linux, the login keychain on macOS, the Credential Manager on Windows, which holds at most 2560 bytes an
/// entry. Never falls back to a file.
class KeychainCredentialStore : public CredentialStore
{
public:
    void read(const CredentialId &id, QObject *context, ReadCallback callback) override;
    void write(const CredentialId &id, Secret secret, QObject *context, DoneCallback callback) override;
    void remove(const CredentialId &id, QObject *context, DoneCallback callback) override;

    /// The service all entries belong to.
    static QString service();
    /// The name of an entry within the service.
    static QString entryName(const CredentialId &id);
};

} // namespace Leadline
