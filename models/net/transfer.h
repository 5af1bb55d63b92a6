// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "ratelimitheaders.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

class QNetworkAccessManager;
class QNetworkRequest;

namespace Leadline {

class OnceBody;

/// How one attempt ended: with an answer of any status, or without one.
struct TransferResult
{
    std::optional<ApiError> failure; ///< set when no whole answer came
    int status = 0;
    QByteArray reason;
    QByteArray body;
    RateLimitHeaders rateLimit;
    QByteArray location;
    bool http2 = false;
    /// Whether the server may have got the request.
    bool mayHaveArrived = true;
};

/// One attempt to carry a request over the wire. Deleting it aborts the attempt.
class Transfer : public QObject
{
    Q_OBJECT

public:
    /// `silence` is how long nothing may move; in all an attempt lasts ten times that at most.
    Transfer(QNetworkAccessManager *network, const QNetworkRequest &request, const QByteArray &verb,
             const QByteArray &body, std::chrono::milliseconds silence, QObject *parent);
    ~Transfer() override;

Q_SIGNALS:
    void finished(const Leadline::TransferResult &result);

private:
    void start(QNetworkAccessManager *network, QNetworkRequest request, const QByteArray &verb,
               const QByteArray &body);
    void giveUp(const ApiError &error);
    void conclude();
    ApiError transportError() const;
    bool arrived() const;
    bool isTorn(const QByteArray &body) const;

    QPointer<QNetworkReply> m_reply;
    OnceBody *m_body = nullptr; // the reply's child
    QTimer m_silence;
    QTimer m_whole;
    /// Why the attempt was aborted here: QNetworkReply reports a timeout and an abort alike.
    std::optional<ApiError> m_givenUp;
    QString m_tlsTrouble;
    bool m_hasBody = false;
};

} // namespace Leadline
