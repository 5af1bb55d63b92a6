// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace Leadline::Test {

/// One address with an organization behind each key, as Close is: passes a connection on to the server of the
/// key that its first request carries.
class KeyRouter : public QTcpServer
{
    Q_OBJECT

public:
    explicit KeyRouter(QObject *parent = nullptr)
        : QTcpServer(parent)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                accept(socket);
        });
        listen(QHostAddress::LocalHost);
    }

    void add(const QString &key, quint16 port)
    {
        m_ports.insert("Basic " + QByteArray(key.toUtf8() + ':').toBase64(), port);
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/api/v1/").arg(serverPort())); }

private:
    void accept(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray head = socket->peek(64 * 1024);
            if (head.contains("\r\n\r\n"))
                passOn(socket, head);
        });
    }

    void passOn(QTcpSocket *socket, const QByteArray &head)
    {
        quint16 port = m_ports.first(); // a key that nobody has is refused by any
        for (auto entry = m_ports.cbegin(); entry != m_ports.cend(); ++entry) {
            if (head.contains(entry.key()))
                port = entry.value();
        }
        socket->disconnect(this);
        auto *server = new QTcpSocket(socket);
        server->connectToHost(QHostAddress::LocalHost, port);
        connect(server, &QTcpSocket::readyRead, socket, [=] { socket->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, socket, &QTcpSocket::disconnectFromHost);
        connect(socket, &QTcpSocket::readyRead, server, [=] { server->write(socket->readAll()); });
        server->write(socket->readAll());
    }

    QMap<QByteArray, quint16> m_ports;
};

} // namespace Leadline::Test
