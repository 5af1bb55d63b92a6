// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <functional>
#include <utility>

namespace Leadline {

/// Bytes that nobody else may read: an API key, the local copy's key. Moves, never copies, and overwrites its
/// memory when it is released, as far as a QByteArray allows: bytes that somebody else still shares stay.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Secret(Secret &&other) noexcept
        : m_bytes(std::exchange(other.m_bytes, QByteArray()))
    {
    }
    Secret &operator=(Secret &&other) noexcept
    {
        if (this != &other) {
            wipe();
            m_bytes = std::exchange(other.m_bytes, QByteArray());
        }
        return *this;
    }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret() { wipe(); }

    const QByteArray &bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// A second holder with memory of its own, so that each can wipe its own.
    Secret duplicate() const { return Secret(QByteArray(m_bytes.constData(), m_bytes.size())); }
    void clear()
    {
        wipe();
        m_bytes = QByteArray();
    }

private:
    void wipe()
    {
        if (m_bytes.isEmpty() || !m_bytes.isDetached())
            return;
        // Volatile, so that the compiler keeps writes that nobody reads.
        volatile char *bytes = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i)
            bytes[i] = 0;
    }

    QByteArray m_bytes;
};

/// Which secret is meant: an entry per API base URL and organization, so that a key never goes to a host it
/// was not verified against.
struct CredentialId
{
    enum class Kind {
        ApiKey,       ///< the key a person made in Close
        LocalCopyKey, ///< what this organization's local copy is sealed with
    };

    QUrl apiUrl;
    QString organizationId;
    Kind kind = Kind::ApiKey;
};

/// Why the keychain gave no answer.
struct CredentialError
{
    enum class Kind {
        NoBackend, ///< this desktop has no keychain: offer this session only, never a plain file
        Locked,    ///< it is locked, or the person or the system refused access: unlock and try again
        NotFound,  ///< it answered, and has no such entry
        Other,     ///< anything else; the message says what
    };

    Kind kind = Kind::Other;
    /// The keychain's own words, for details and logs. Plain text; never holds a secret.
    QString message;
};

template <typename T>
using CredentialResult = tl::expected<T, CredentialError>;

/// The desktop's keychain. Every answer comes later, from the event loop, on the thread that asked, and never
/// once `context` is gone. A keychain may ask the person for a password first, so an answer can take minutes.
class CredentialStore
{
public:
    using ReadCallback = std::function<void(CredentialResult<Secret>)>;
    using DoneCallback = std::function<void(CredentialResult<void>)>;

    CredentialStore() = default;
    CredentialStore(const CredentialStore &) = delete;
    CredentialStore &operator=(const CredentialStore &) = delete;
    virtual ~CredentialStore() = default;

    virtual void read(const CredentialId &id, QObject *context, ReadCallback callback) = 0;
    /// Replaces what the entry held.
    virtual void write(const CredentialId &id, Secret secret, QObject *context, DoneCallback callback) = 0;
    /// An entry that is not there counts as removed; one that is locked does not.
    virtual void remove(const CredentialId &id, QObject *context, DoneCallback callback) = 0;
};

} // namespace Leadline
