// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tcpproxy.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>

#include <sys/socket.h>

namespace Leadline {

namespace {

void resetConnection(QTcpSocket *socket)
{
    const linger atOnce{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket->abort();
}

// The first whole request in `buffer`, which loses it. False while one is incomplete.
bool takeRequest(QByteArray &buffer, TcpProxy::Request &request, QByteArray &raw)
{
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return false;
    }
    const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        request.headers.insert(lines.at(i).left(colon).trimmed().toLower(),
                               lines.at(i).mid(colon + 1).trimmed());
    }
    const qsizetype size = headEnd + 4 + request.headers.value("content-length").toLongLong();
    if (buffer.size() < size) {
        return false;
    }
    raw = buffer.left(size);
    request.body = raw.mid(headEnd + 4);
    buffer.remove(0, size);
    return true;
}

// Whether the server behind has not broken off.
bool isWhole(const QByteArray &answer)
{
    const qsizetype headEnd = answer.indexOf("\r\n\r\n");
    const qsizetype at = answer.toLower().indexOf("\r\ncontent-length:");
    if (headEnd < 0 || at < 0 || at > headEnd) {
        return headEnd >= 0;
    }
    const qsizetype begin = at + qsizetype(sizeof "\r\ncontent-length:") - 1;
    const qsizetype length = answer.mid(begin, answer.indexOf("\r\n", begin) - begin).trimmed().toLongLong();
    return answer.size() >= headEnd + 4 + length;
}

} // namespace

TcpProxy::TcpProxy(quint16 upstream, QObject *parent)
    : QTcpServer(parent)
    , m_upstream(upstream)
{
    connect(this, &QTcpServer::newConnection, this, &TcpProxy::accept);
    listen(QHostAddress::LocalHost);
}

QUrl TcpProxy::url(const QString &path) const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    url.setPath(path);
    return url;
}

void TcpProxy::enqueueFault(Fault fault)
{
    m_script.append(Step{fault, {}});
}

void TcpProxy::enqueueAnswer(const QByteArray &raw)
{
    m_script.append(Step{Fault::None, raw});
}

void TcpProxy::release()
{
    m_holding = false;
    const auto held = std::exchange(m_held, {});
    for (const auto &go : held) {
        go();
    }
}

void TcpProxy::dropConnections()
{
    for (const QPointer<QTcpSocket> &socket : std::as_const(m_sockets)) {
        if (socket) {
            socket->disconnectFromHost();
        }
    }
    m_sockets.clear();
}

QByteArray TcpProxy::answer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray raw = "HTTP/1.1 " + QByteArray::number(status) +
                     " Scripted\r\ncontent-length: " + QByteArray::number(body.size()) +
                     "\r\ncontent-type: application/json\r\n";
    for (const QByteArray &header : headers) {
        raw += header + "\r\n";
    }
    return raw + "\r\n" + body;
}

void TcpProxy::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        const int connection = ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_acceptThenClose) {
            socket->disconnectFromHost();
            continue;
        }
        m_sockets.append(socket);
        if (m_tunnel) {
            tunnel(socket);
            continue;
        }
        const auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, buffer, connection] { read(socket, buffer.get(), connection); });
        read(socket, buffer.get(), connection);
    }
}

void TcpProxy::tunnel(QTcpSocket *socket)
{
    auto *behind = new QTcpSocket(socket);
    behind->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstream);
    connect(socket, &QTcpSocket::readyRead, behind, [=] { behind->write(socket->readAll()); });
    connect(behind, &QTcpSocket::readyRead, socket, [=] { socket->write(behind->readAll()); });
    connect(behind, &QTcpSocket::disconnected, socket, [=] { socket->disconnectFromHost(); });
}

void TcpProxy::read(QTcpSocket *socket, QByteArray *buffer, int connection)
{
    *buffer += socket->readAll();
    Request request;
    QByteArray raw;
    while (takeRequest(*buffer, request, raw)) {
        request.connection = connection;
        m_requests.append(request);
        m_mostWaiting = std::max(m_mostWaiting, ++m_waiting);
        serve(socket, request, raw);
        Q_EMIT requested(int(m_requests.size()));
        request = {};
    }
}

void TcpProxy::serve(QTcpSocket *socket, const Request &request, const QByteArray &raw)
{
    const Step step = m_script.isEmpty() ? Step{m_fault, {}} : m_script.takeFirst();
    const QPointer<QTcpSocket> guarded(socket);
    std::function<void()> go;
    if (m_upstream != 0 && step.raw.isEmpty()) {
        go = [this, guarded, raw, step] { passOn(guarded, raw, step.fault); };
    } else {
        const QByteArray scripted = !step.raw.isEmpty() ? step.raw
                                    : m_answer          ? m_answer(request)
                                                        : answer(200);
        go = [this, guarded, scripted, step] { deliver(guarded, scripted, step.fault); };
    }
    if (m_holding) {
        m_held.append(go);
    } else {
        go();
    }
}

void TcpProxy::passOn(QPointer<QTcpSocket> socket, const QByteArray &raw, Fault fault)
{
    // One connection a request, so that the answer ends where the connection does.
    QByteArray request = raw;
    const qsizetype lineEnd = request.indexOf("\r\n") + 2;
    const qsizetype old = request.toLower().indexOf("\r\nconnection:");
    if (old >= 0 && old < request.indexOf("\r\n\r\n")) {
        request.remove(old + 2, request.indexOf("\r\n", old + 2) + 2 - (old + 2));
    }
    request.insert(lineEnd, "Connection: close\r\n");
    auto *behind = new QTcpSocket(this);
    connect(behind, &QTcpSocket::connected, behind, [behind, request] { behind->write(request); });
    connect(behind, &QTcpSocket::disconnected, this, [this, behind, socket, fault] {
        QByteArray whole = behind->readAll();
        const qsizetype at = whole.toLower().indexOf("connection: close\r\n");
        if (at >= 0 && at < whole.indexOf("\r\n\r\n")) {
            whole.remove(at, qsizetype(sizeof "connection: close\r\n") - 1);
        }
        behind->deleteLater();
        deliver(socket, whole, isWhole(whole) ? fault : Fault::TearBody);
    });
    connect(behind, &QTcpSocket::errorOccurred, this,
            [this, behind, socket](QAbstractSocket::SocketError error) {
                if (error == QAbstractSocket::ConnectionRefusedError) {
                    behind->deleteLater();
                    deliver(socket, {}, Fault::Close);
                }
            });
    behind->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstream);
}

void TcpProxy::deliver(QPointer<QTcpSocket> socket, const QByteArray &answer, Fault fault)
{
    --m_waiting;
    if (!socket) {
        return;
    }
    switch (fault) {
    case Fault::None:
        socket->write(answer);
        break;
    case Fault::Close:
        socket->disconnectFromHost();
        break;
    case Fault::Reset:
        resetConnection(socket);
        break;
    case Fault::TearBody:
        socket->write(answer.left((answer.indexOf("\r\n\r\n") + 4 + answer.size()) / 2));
        socket->disconnectFromHost();
        break;
    case Fault::SlowBytes:
        trickle(socket, answer);
        break;
    case Fault::Silence:
        break;
    }
}

void TcpProxy::trickle(QPointer<QTcpSocket> socket, const QByteArray &answer)
{
    auto *timer = new QTimer(socket);
    const auto next = std::make_shared<qsizetype>(0);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, answer, next, timer] {
        if (*next == answer.size()) {
            timer->deleteLater();
            return;
        }
        socket->write(answer.mid((*next)++, 1));
    });
    timer->start(10);
}

} // namespace Leadline
