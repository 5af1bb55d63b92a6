// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "credentialstore.h"

#include <QDataStream>
#include <QIODevice>
#include <QMap>
#include <QTimer>

namespace Leadline::Test {

/// A keychain of this process alone, for tests that start the program several times. The real one has tests
/// of its own.
class MemoryKeychain : public CredentialStore
{
public:
    void read(const CredentialId &id, QObject *context, ReadCallback callback) override
    {
        QTimer::singleShot(0, context, [this, name = nameOf(id), callback = std::move(callback)] {
            if (m_error)
                callback(tl::make_unexpected(*m_error));
            else if (m_entries.contains(name))
                callback(Secret(m_entries.value(name)));
            else
                callback(tl::make_unexpected(CredentialError{CredentialError::Kind::NotFound, {}}));
        });
    }
    void write(const CredentialId &id, Secret secret, QObject *context, DoneCallback callback) override
    {
        QTimer::singleShot(0, context,
                           [this, name = nameOf(id),
                            bytes = QByteArray(secret.bytes().constData(), secret.bytes().size()),
                            callback = std::move(callback)] {
                               if (!m_error)
                                   m_entries.insert(name, bytes);
                               callback(m_error ? CredentialResult<void>(tl::make_unexpected(*m_error))
                                                : CredentialResult<void>());
                           });
    }
    void remove(const CredentialId &id, QObject *context, DoneCallback callback) override
    {
        QTimer::singleShot(0, context, [this, name = nameOf(id), callback = std::move(callback)] {
            m_entries.remove(name);
            callback({});
        });
    }

    /// From now on it answers with this.
    void setError(std::optional<CredentialError> error) { m_error = std::move(error); }
    QMap<QString, QByteArray> &entries() { return m_entries; }
    const QMap<QString, QByteArray> &entries() const { return m_entries; }

    /// All of it as one argument for another process, and back.
    QString toArgument() const
    {
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream << m_entries;
        return QString::fromLatin1(bytes.toBase64());
    }
    void takeArgument(const QString &argument)
    {
        QDataStream stream(QByteArray::fromBase64(argument.toLatin1()));
        stream >> m_entries;
    }

private:
    static QString nameOf(const CredentialId &id)
    {
        return id.apiUrl.toString() + u' ' + id.organizationId +
               (id.kind == CredentialId::Kind::LocalCopyKey ? QStringLiteral(" copy") : QString());
    }

    QMap<QString, QByteArray> m_entries;
    std::optional<CredentialError> m_error;
};

} // namespace Leadline::Test
