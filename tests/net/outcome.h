// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "closeclient.h"
#include "tcpproxy.h"
#include "waiting.h"

#include <QTest>

#include <optional>

namespace Leadline {

/// Options with waits a test can afford. Only where the server is silent on purpose is a transfer given up
/// soon: any other answer may take its time on a busy machine.
inline ClientOptions quickOptions(TcpProxy::Fault fault = TcpProxy::Fault::None)
{
    ClientOptions options;
    if (fault == TcpProxy::Fault::Silence)
        options.transferTimeout = std::chrono::milliseconds(400);
    options.retry.firstWait = std::chrono::milliseconds(5);
    options.retry.longestWait = std::chrono::milliseconds(20);
    return options;
}

inline ApiCall getCall(const QString &path = QStringLiteral("me/"))
{
    return ApiCall{Verb::Get, path, {}, {}};
}

inline ApiCall postCall(const QString &path = QStringLiteral("lead/"))
{
    return ApiCall{Verb::Post, path, {}, QByteArrayLiteral("{\"name\":\"Lumen Optics\"}")};
}

/// What came of one request; counts the callbacks, which must be one.
struct Outcome
{
    std::optional<Result<QByteArray>> result;
    int callbacks = 0;
    ApiHandle handle;

    void send(CloseClient &client, const ApiCall &call, QObject *context,
              Priority priority = Priority::Interactive)
    {
        handle = client.sendRaw(
            call, context,
            [this](Result<QByteArray> answer) {
                result = std::move(answer);
                ++callbacks;
            },
            priority);
    }
    bool wait(int milliseconds = 10000)
    {
        return Test::waitFor([this] { return result.has_value(); }, milliseconds) && callbacks == 1;
    }
    bool succeeded() const { return result && result->has_value(); }
    ApiError error() const { return result && !*result ? result->error() : ApiError{}; }
};

/// Sends a call and waits for what comes of it.
inline Outcome outcomeOf(CloseClient &client, const ApiCall &call)
{
    Outcome outcome;
    outcome.send(client, call, &client);
    if (!outcome.wait()) {
        outcome.handle.cancel();
    }
    return outcome;
}

} // namespace Leadline
