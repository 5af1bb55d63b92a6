// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace Leadline {

/// What the desktop's Secret Service (specifications.freedesktop.org/secret-service-spec) says about an
/// entry.
enum class SecretServiceState {
    Absent,           ///< no session bus, or nobody on it offers the service
    EntryLocked,      ///< it holds the entry and keeps it locked
    CollectionLocked, ///< it does not hold the entry, and where new ones go is locked
    Open,             ///< nothing about the entry is locked
    Unknown,          ///< it gave no clear answer, or this system has no such service
};

/// Asks after the entry that QtKeychain keeps as `key` in `service`. Never prompts. Answers from the event
/// loop, and not once `context` is gone.
void querySecretService(const QString &key, const QString &service, QObject *context,
                        std::function<void(SecretServiceState)> callback);

} // namespace Leadline
