// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "credentialstore.h"

#include <QTest>

#include <memory>
#include <optional>

namespace Leadline::Test {

constexpr int keychainPatience = 15000;

inline CredentialId credentialId(const QString &organizationId)
{
    return {QUrl(QStringLiteral("http://127.0.0.1:1/api/v1")), organizationId};
}

/// What read() gave: the bytes, or the error. Nothing when no answer came in time.
inline std::optional<tl::expected<QByteArray, CredentialError>> readNow(CredentialStore &store,
                                                                        const CredentialId &id)
{
    QObject context;
    std::optional<tl::expected<QByteArray, CredentialError>> answer;
    store.read(id, &context, [&answer](CredentialResult<Secret> result) {
        if (result)
            answer = QByteArray(result->bytes().constData(), result->bytes().size());
        else
            answer = tl::unexpected(result.error());
    });
    const bool immediate = answer.has_value();
    [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), keychainPatience); }();
    return immediate ? std::nullopt : answer;
}

/// What write() gave.
inline std::optional<CredentialResult<void>> writeNow(CredentialStore &store, const CredentialId &id,
                                                      const QByteArray &bytes)
{
    QObject context;
    std::optional<CredentialResult<void>> answer;
    store.write(id, Secret(bytes), &context, [&answer](CredentialResult<void> result) { answer = result; });
    const bool immediate = answer.has_value();
    [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), keychainPatience); }();
    return immediate ? std::nullopt : answer;
}

/// What remove() gave.
inline std::optional<CredentialResult<void>> removeNow(CredentialStore &store, const CredentialId &id)
{
    QObject context;
    std::optional<CredentialResult<void>> answer;
    store.remove(id, &context, [&answer](CredentialResult<void> result) { answer = result; });
    const bool immediate = answer.has_value();
    [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), keychainPatience); }();
    return immediate ? std::nullopt : answer;
}

} // namespace Leadline::Test

/// The call answered, later and well.
#define VERIFY_ANSWERED(call)                                                                                \
    do {                                                                                                     \
        const auto answered = (call);                                                                        \
        QVERIFY(answered.has_value());                                                                       \
        QVERIFY2(answered->has_value(),                                                                      \
                 qPrintable(answered->has_value() ? QString() : answered->error().message));                 \
    } while (false)

/// The call answered, later, with this error.
#define VERIFY_REFUSED(call, expectedKind)                                                                   \
    do {                                                                                                     \
        const auto answered = (call);                                                                        \
        QVERIFY(answered.has_value());                                                                       \
        QVERIFY(!answered->has_value());                                                                     \
        QVERIFY2(answered->error().kind == (expectedKind),                                                   \
                 qPrintable(QStringLiteral("kind %1: %2")                                                    \
                                .arg(static_cast<int>(answered->error().kind))                               \
                                .arg(answered->error().message)));                                           \
    } while (false)
