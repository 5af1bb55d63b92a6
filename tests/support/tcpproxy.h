// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace Leadline {

/// A server on loopback that misbehaves below HTTP on demand: in front of another server, whose answers it
/// passes on, or alone, with answers from a script. Lives in the thread of its test.
class TcpProxy : public QTcpServer
{
    Q_OBJECT

public:
    /// What happens to one request (a whole one was read and, with a server behind, carried out there).
    enum class Fault {
        None,
        Close,     ///< the connection is closed instead of an answer
        Reset,     ///< the same with an RST
        TearBody,  ///< the answer breaks off in the middle of its body
        SlowBytes, ///< the answer trickles, a byte every 10 ms
        Silence,   ///< nothing comes, the connection stays open
    };

    struct Request
    {
        QByteArray method;
        QByteArray target;
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        int connection = 0; ///< which connection brought it, counted from 1
    };

    /// `upstream` is the port of the server behind; 0: none, requests without a script get 200 and {}.
    explicit TcpProxy(quint16 upstream = 0, QObject *parent = nullptr);

    QUrl url(const QString &path = QStringLiteral("/api/v1/")) const;

    /// What happens to the next requests, one entry each, in order.
    void enqueueFault(Fault fault);
    /// The next request is answered with these bytes, see answer().
    void enqueueAnswer(const QByteArray &raw);
    /// What happens to every request that no entry is left for.
    void setFault(Fault fault) { m_fault = fault; }
    void setAnswer(std::function<QByteArray(const Request &)> answer) { m_answer = std::move(answer); }
    /// Connections are closed as soon as they are made.
    void setAcceptThenClose(bool close) { m_acceptThenClose = close; }
    /// Keeps answers back until release().
    void setHolding(bool holding) { m_holding = holding; }
    void release();
    /// Closes every open connection.
    void dropConnections();
    /// Passes bytes both ways as they are, TLS for example, instead of reading requests. Needs an upstream.
    void setTunnel(bool tunnel) { m_tunnel = tunnel; }

    const QList<Request> &requests() const { return m_requests; }
    int connections() const { return m_connections; }
    /// Requests that were read and not yet answered, now and at most so far.
    int waiting() const { return m_waiting; }
    int mostWaiting() const { return m_mostWaiting; }

    /// The bytes of an HTTP/1.1 answer; `headers` as "name: value" lines without line ends.
    static QByteArray answer(int status, const QByteArray &body = QByteArrayLiteral("{}"),
                             const QList<QByteArray> &headers = {});

Q_SIGNALS:
    void requested(int count);

private:
    struct Step
    {
        Fault fault = Fault::None;
        QByteArray raw;
    };

    void accept();
    void tunnel(QTcpSocket *socket);
    void read(QTcpSocket *socket, QByteArray *buffer, int connection);
    void serve(QTcpSocket *socket, const Request &request, const QByteArray &raw);
    void passOn(QPointer<QTcpSocket> socket, const QByteArray &raw, Fault fault);
    void deliver(QPointer<QTcpSocket> socket, const QByteArray &answer, Fault fault);
    static void trickle(QPointer<QTcpSocket> socket, const QByteArray &answer);

    const quint16 m_upstream;
    QList<Step> m_script;
    Fault m_fault = Fault::None;
    std::function<QByteArray(const Request &)> m_answer;
    bool m_acceptThenClose = false;
    bool m_holding = false;
    bool m_tunnel = false;
    QList<std::function<void()>> m_held;
    QList<QPointer<QTcpSocket>> m_sockets;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_waiting = 0;
    int m_mostWaiting = 0;
};

} // namespace Leadline
