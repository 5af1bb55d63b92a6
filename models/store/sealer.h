// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <memory>
#include <optional>

namespace Leadline {

/// Seals bytes with libsodium: AES-256-GCM where the processor has it, XChaCha20-Poly1305 elsewhere. What is
/// read back is exactly what was sealed, for the same purpose, or nothing. Any thread may use it.
class Sealer
{
public:
    static constexpr qsizetype KeyBytes = 32;
    /// What a sealed text is longer than the plain one, at most.
    static constexpr qsizetype Overhead = 1 + 24 + 16;

    /// Random bytes to be a key.
    static QByteArray makeKey();
    /// Nothing where libsodium does not work or \a key is no key.
    static std::unique_ptr<Sealer> make(const QByteArray &key);
    ~Sealer();

    /// A new nonce each time. \a about is not kept, but needed to unseal.
    QByteArray seal(QByteArrayView plain, QByteArrayView about) const;
    std::optional<QByteArray> unseal(QByteArrayView sealed, QByteArrayView about) const;
    /// How long what is sealed there is; 0 for what cannot be unsealed.
    qsizetype plainBytes(QByteArrayView sealed) const;
    /// To \a plain, where there is room for plainBytes().
    bool unsealTo(char *plain, QByteArrayView sealed, QByteArrayView about) const;

    /// A number for \a text that says nothing of it to those who have no key.
    quint64 nameHash(QByteArrayView text) const;
    /// Another, for contents: whether they are the same as before.
    quint64 contentHash(QByteArrayView text) const;

private:
    struct Keys;

    explicit Sealer(Keys *keys);

    Keys *m_keys; ///< in memory that is not swapped out and is wiped
};

} // namespace Leadline
