// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "transfer.h"

#include "oncebody.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslError>

namespace Leadline {

namespace {

// A page of 200 leads is about a megabyte. Anything like this size is not an answer of the API.
constexpr qint64 largestBody = 256LL * 1024 * 1024;

// The errors that happen before the first byte of a request leaves.
bool isBeforeRequest(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

/// Whether a text that is JSON, or the beginning of some, has its end: all that was opened is closed.
bool isWholeJson(const QByteArray &text)
{
    int open = 0;
    const char *const end = text.constData() + text.size();
    for (const char *at = text.constData(); at != end; ++at) {
        if (*at == '{' || *at == '[') {
            ++open;
        } else if (*at == '}' || *at == ']') {
            --open;
        } else if (*at == '"') {
            // To the end of the string: a quote that no backslash stands before, or an escaped backslash.
            for (++at; at != end && *at != '"'; ++at) {
                if (*at == '\\' && ++at == end)
                    return false;
            }
            if (at == end)
                return false;
        }
    }
    return open == 0;
}

} // namespace

Transfer::Transfer(QNetworkAccessManager *network, const QNetworkRequest &request, const QByteArray &verb,
                   const QByteArray &body, std::chrono::milliseconds silence, QObject *parent)
    : QObject(parent)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silence);
    m_whole.setSingleShot(true);
    m_whole.setInterval(silence * 10);
    const auto timedOut = [this] {
        giveUp({.kind = ApiError::Kind::Timeout, .message = tr("The server did not answer in time.")});
    };
    connect(&m_silence, &QTimer::timeout, this, timedOut);
    connect(&m_whole, &QTimer::timeout, this, timedOut);
    start(network, request, verb, body);
    m_silence.start();
    m_whole.start();
}

Transfer::~Transfer()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void Transfer::start(QNetworkAccessManager *network, QNetworkRequest request, const QByteArray &verb,
                     const QByteArray &body)
{
    m_hasBody = !body.isEmpty();
    if (verb == "GET") {
        m_reply = network->get(request);
    } else {
        // Everything that changes something goes with a body that cannot be rewound, a DELETE with an empty
        // one: this client alone decides what is sent twice.
        m_body = new OnceBody(body);
        request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        m_reply = verb == "POST"  ? network->post(request, m_body)
                  : verb == "PUT" ? network->put(request, m_body)
                                  : network->sendCustomRequest(request, verb, m_body);
        m_body->setParent(m_reply);
    }
    const auto moved = [this](qint64 done, qint64) {
        m_silence.start();
        if (done > largestBody) {
            giveUp({.kind = ApiError::Kind::Malformed, .message = tr("The answer is too large.")});
        }
    };
    connect(m_reply, &QNetworkReply::downloadProgress, this, moved);
    connect(m_reply, &QNetworkReply::uploadProgress, this, moved);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsTrouble = errors.isEmpty() ? QString() : errors.first().errorString();
    });
    // Queued, so that nothing a callback deletes is still on the stack, the reply's abort() above all.
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::conclude, Qt::QueuedConnection);
}

void Transfer::giveUp(const ApiError &error)
{
    if (!m_givenUp && m_reply && !m_reply->isFinished()) {
        m_givenUp = error;
        m_reply->abort(); // finishes the reply, and so concludes
    }
}

void Transfer::conclude()
{
    m_silence.stop();
    m_whole.stop();
    TransferResult result;
    result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool failed = m_reply->error() != QNetworkReply::NoError && result.status < 400;
    result.mayHaveArrived = arrived();
    if (m_givenUp || failed) {
        result.failure = m_givenUp ? *m_givenUp : transportError();
        result.failure->status = result.status;
    } else {
        result.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
        result.body = m_reply->readAll();
        if (result.status < 300 && isTorn(result.body)) {
            result.failure = ApiError{.kind = ApiError::Kind::Offline,
                                      .status = result.status,
                                      .message = tr("The connection was lost.")};
        }
        result.location = m_reply->rawHeader("location");
        result.http2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
        result.rateLimit =
            readRateLimitHeaders([this](const char *name) { return m_reply->rawHeader(name); });
    }
    m_reply->deleteLater();
    m_reply->disconnect(this);
    m_reply.clear();
    Q_EMIT finished(result);
}

ApiError Transfer::transportError() const
{
    using Kind = ApiError::Kind;
    ApiError error{.kind = Kind::Offline, .message = m_reply->errorString()};
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        error.kind = Kind::Tls;
        error.message = m_tlsTrouble.isEmpty() ? error.message : m_tlsTrouble;
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        error.kind = Kind::Timeout;
        break;
    case QNetworkReply::ContentReSendError:
        error.message = tr("The connection was lost.");
        break;
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        error.kind = Kind::Malformed;
        break;
    default:
        break;
    }
    return error;
}

/// Qt forgets the length of what it unzips, and takes an answer that broke off for a whole one (seen
/// with 6.4.2).
bool Transfer::isTorn(const QByteArray &body) const
{
    const bool isZipped = !m_reply->rawHeader("content-encoding").isEmpty();
    return isZipped &&
           (body.isEmpty() || ((body.front() == '{' || body.front() == '[') && !isWholeJson(body)));
}

bool Transfer::arrived() const
{
    return !isBeforeRequest(m_reply->error()) && (!m_hasBody || m_body->wasRead());
}

} // namespace Leadline
