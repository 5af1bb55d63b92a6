// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace Leadline {

/// The real `leadline-demo` executable as a child process, for tests. It ends with this object.
/// requests(), addFault() and the like block for the few milliseconds a call on loopback takes.
class DemoServer
{
public:
    /// What one call of exchange() got back.
    struct Answer
    {
        int status = 0; ///< 0 when no whole answer came
        QByteArray body;
        QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case

        QJsonObject object() const;
        QJsonArray array() const;
        QByteArray header(const QByteArray &name) const;
    };

    DemoServer() = default;
    DemoServer(const DemoServer &) = delete;
    DemoServer &operator=(const DemoServer &) = delete;
    ~DemoServer();

    /// Starts the server with these options (`--leads 50`, ...) and waits until it listens. Returns the base
    /// URL, `http://127.0.0.1:PORT/api/v1`, or an invalid URL (errorText() says why).
    QUrl start(const QStringList &arguments = {});
    void stop();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 processId() const { return m_process.processId(); }

    QUrl baseUrl() const { return m_baseUrl; }
    quint16 port() const { return static_cast<quint16>(m_baseUrl.port()); }
    QString errorText() const { return m_error; }

    /// The keys of the administrator, of a user with few permissions, and one answered with 403.
    static QString key();
    static QString restrictedKey();
    static QString forbiddenKey();

    /// What reached /api/v1 so far, oldest first: method, path (below /api/v1), query, params, headers (no
    /// authorization), body, status.
    QJsonArray requests() const;
    /// Those with that method and a path that starts with \a path.
    QJsonArray requests(const QString &method, const QString &path) const;
    bool clearRequests();

    /// `{"match": {"method": "POST", "path": "/lead/"}, "status": 503, "times": 2, "body": .., "raw": "..",
    /// "delay_ms": .., "retry_after": .., "ratelimit_style": "comma", "location": .., "applied": true,
    /// "cut_after": bytes}`; without a status the real answer is only delayed or cut.
    bool addFault(const QJsonObject &fault);
    bool clearFaults();
    /// `latency_ms`, `rate_limit`, `ratelimit_style`, `stale_reads`, `cursor_seconds`, `event_delay_ms`
    /// (events become visible late and out of order), `untidy_pages` (records come again on the next page,
    /// and in any order).
    bool configure(const QJsonObject &settings);
    /// The data as at the start, no faults, an empty log.
    bool reset();

    /// A call below /api/v1 as the administrator (or with another \a key), as another client would make it.
    Answer exchange(const QByteArray &method, const QString &pathAndQuery, const QJsonObject &body = {},
                    const QString &key = DemoServer::key()) const;
    QJsonObject get(const QString &pathAndQuery) const;
    /// Any call at all: \a target with its `/api/v1`, \a headers as lines that end in CRLF.
    Answer send(const QByteArray &method, const QByteArray &target, const QByteArray &headers,
                const QByteArray &body) const;
    /// The `Authorization` line of \a key for send().
    static QByteArray authorization(const QString &key = DemoServer::key());

private:
    bool command(const QByteArray &method, const QByteArray &path, const QJsonObject &body) const;

    QProcess m_process;
    QUrl m_baseUrl;
    QString m_error;
};

} // namespace Leadline
