// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sealer.h"

#include <sodium.h>

#include <cstring>

namespace Leadline {

namespace {

/// The first byte of what is sealed. On disk: never reused for something else.
enum Algorithm : unsigned char { XChaCha20Poly1305 = 1, Aes256Gcm = 2 };

/// What the keychain's key is split into, so that each use has a key of its own.
enum Subkey : quint64 { SealKey = 1, NameKey = 2, ContentKey = 3 };

constexpr char Context[crypto_kdf_CONTEXTBYTES + 1] = "leadline";

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

} // namespace

struct Sealer::Keys
{
    crypto_aead_aes256gcm_state aes;
    unsigned char seal[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
    unsigned char name[crypto_shorthash_KEYBYTES];
    unsigned char content[crypto_shorthash_KEYBYTES];
    bool hasAes;
};

QByteArray Sealer::makeKey()
{
    QByteArray key(KeyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), size_t(key.size()));
    return key;
}

std::unique_ptr<Sealer> Sealer::make(const QByteArray &key)
{
    static_assert(KeyBytes == crypto_kdf_KEYBYTES);
    static_assert(sizeof(Keys) % alignof(crypto_aead_aes256gcm_state) == 0, "sodium_malloc aligns the end");
    if (key.size() != KeyBytes || sodium_init() < 0)
        return nullptr;
    auto *keys = static_cast<Keys *>(sodium_malloc(sizeof(Keys)));
    if (!keys)
        return nullptr;
    const unsigned char *master = bytesOf(key);
    crypto_kdf_derive_from_key(keys->seal, sizeof keys->seal, SealKey, Context, master);
    crypto_kdf_derive_from_key(keys->name, sizeof keys->name, NameKey, Context, master);
    crypto_kdf_derive_from_key(keys->content, sizeof keys->content, ContentKey, Context, master);
    keys->hasAes = crypto_aead_aes256gcm_is_available() == 1;
    if (keys->hasAes)
        crypto_aead_aes256gcm_beforenm(&keys->aes, keys->seal);
    return std::unique_ptr<Sealer>(new Sealer(keys));
}

Sealer::Sealer(Keys *keys)
    : m_keys(keys)
{
}

Sealer::~Sealer()
{
    sodium_free(m_keys);
}

QByteArray Sealer::seal(QByteArrayView plain, QByteArrayView about) const
{
    const bool aes = m_keys->hasAes;
    const qsizetype nonceBytes =
        aes ? crypto_aead_aes256gcm_NPUBBYTES : crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    const qsizetype tagBytes = aes ? crypto_aead_aes256gcm_ABYTES : crypto_aead_xchacha20poly1305_ietf_ABYTES;
    QByteArray sealed(1 + nonceBytes + plain.size() + tagBytes, Qt::Uninitialized);
    unsigned char *out = bytesOf(sealed);
    out[0] = aes ? Aes256Gcm : XChaCha20Poly1305;
    unsigned char *nonce = out + 1;
    randombytes_buf(nonce, size_t(nonceBytes));
    unsigned char *text = nonce + nonceBytes;
    const auto plainBytes = static_cast<unsigned long long>(plain.size());
    const auto aboutBytes = static_cast<unsigned long long>(about.size());
    if (aes)
        crypto_aead_aes256gcm_encrypt_afternm(text, nullptr, bytesOf(plain), plainBytes, bytesOf(about),
                                              aboutBytes, nullptr, nonce, &m_keys->aes);
    else
        crypto_aead_xchacha20poly1305_ietf_encrypt(text, nullptr, bytesOf(plain), plainBytes, bytesOf(about),
                                                   aboutBytes, nullptr, nonce, m_keys->seal);
    return sealed;
}

std::optional<QByteArray> Sealer::unseal(QByteArrayView sealed, QByteArrayView about) const
{
    QByteArray plain(plainBytes(sealed), Qt::Uninitialized);
    if (!unsealTo(plain.data(), sealed, about))
        return {};
    return plain;
}

qsizetype Sealer::plainBytes(QByteArrayView sealed) const
{
    if (sealed.isEmpty())
        return 0;
    const bool aes = sealed.front() == char(Aes256Gcm);
    const qsizetype nonceBytes =
        aes ? crypto_aead_aes256gcm_NPUBBYTES : crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    const qsizetype tagBytes = aes ? crypto_aead_aes256gcm_ABYTES : crypto_aead_xchacha20poly1305_ietf_ABYTES;
    return qMax<qsizetype>(0, sealed.size() - 1 - nonceBytes - tagBytes);
}

bool Sealer::unsealTo(char *plain, QByteArrayView sealed, QByteArrayView about) const
{
    if (sealed.isEmpty())
        return false;
    const bool aes = sealed.front() == char(Aes256Gcm);
    // A copy that came from another machine, whose processor had AES: as good as torn.
    if ((aes && !m_keys->hasAes) || (!aes && sealed.front() != char(XChaCha20Poly1305)))
        return false;
    const qsizetype nonceBytes =
        aes ? crypto_aead_aes256gcm_NPUBBYTES : crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    if (sealed.size() - 1 < nonceBytes)
        return false;
    auto *out = reinterpret_cast<unsigned char *>(plain);
    const unsigned char *nonce = bytesOf(sealed) + 1;
    const unsigned char *text = nonce + nonceBytes;
    // libsodium refuses what is shorter than its tag.
    const auto textBytes = static_cast<unsigned long long>(sealed.size() - 1 - nonceBytes);
    const auto aboutBytes = static_cast<unsigned long long>(about.size());
    const int result = aes ? crypto_aead_aes256gcm_decrypt_afternm(out, nullptr, nullptr, text, textBytes,
                                                                   bytesOf(about), aboutBytes, nonce, &m_keys->aes)
                           : crypto_aead_xchacha20poly1305_ietf_decrypt(out, nullptr, nullptr, text, textBytes,
                                                                        bytesOf(about), aboutBytes, nonce, m_keys->seal);
    return result == 0;
}

quint64 Sealer::nameHash(QByteArrayView text) const
{
    quint64 hash = 0;
    static_assert(sizeof hash == crypto_shorthash_BYTES);
    crypto_shorthash(reinterpret_cast<unsigned char *>(&hash), bytesOf(text),
                     static_cast<unsigned long long>(text.size()), m_keys->name);
    return hash;
}

quint64 Sealer::contentHash(QByteArrayView text) const
{
    quint64 hash = 0;
    crypto_shorthash(reinterpret_cast<unsigned char *>(&hash), bytesOf(text),
                     static_cast<unsigned long long>(text.size()), m_keys->content);
    return hash;
}

} // namespace Leadline
