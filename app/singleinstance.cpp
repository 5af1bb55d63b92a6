// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "singleinstance.h"

#include "commandline.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// A request is an id and a token; anything far larger is none.
constexpr qint64 LargestRequest = 4096;
/// Between two tries to reach a first one that is still starting or just ending.
constexpr unsigned long PauseMs = 20;
constexpr char Taken[] = "taken\n";

/// Where only this user can put or read anything.
QString folder()
{
#ifdef Q_OS_WIN
    return QStandardPaths::writableLocation(QStandardPaths::TempLocation);
#else
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    // Flatpak gives every start a runtime folder of its own; this part of it is the application's.
    const QString flatpak = qEnvironmentVariable("FLATPAK_ID");
    return flatpak.isEmpty() || runtime.isEmpty() ? runtime : runtime + u"/app/"_s + flatpak;
#endif
}

QByteArray encode(const StartRequest &request)
{
    const QJsonObject object{{u"lead"_s, request.leadId},
                             {u"activationToken"_s, QString::fromLatin1(request.activationToken)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

StartRequest decode(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    // Read as strictly as a command line: whoever wrote it need not be this program.
    return {leadIdFromText(object.value("lead"_L1).toString()),
            object.value("activationToken"_L1).toString().toLatin1()};
}

bool isTaken(QLocalSocket &socket, const QDeadlineTimer &deadline)
{
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            return false;
    }
    return socket.readLine() == Taken;
}

} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent)
    , m_name(name)
{
}

SingleInstance::~SingleInstance() = default;

QString SingleInstance::path(const QString &ending) const
{
    return folder() + u'/' + m_name + ending;
}

bool SingleInstance::claim()
{
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(path(u".lock"_s));
        // It is as old as its program; only a program that is gone makes it stale.
        m_lock->setStaleLockTime(0);
    }
    return m_lock->isLocked() || m_lock->tryLock(0) || m_lock->error() != QLockFile::LockFailedError;
}

SingleInstance::Outcome SingleInstance::handOver(const StartRequest &request,
                                                 std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        QLocalSocket socket;
#ifdef Q_OS_WIN
        socket.connectToServer(m_name);
#else
        socket.connectToServer(path(u".socket"_s));
#endif
        if (socket.waitForConnected(int(deadline.remainingTime()))) {
            socket.write(encode(request));
            if (isTaken(socket, deadline))
                return Outcome::HandedOver;
        }
        if (claim())
            return Outcome::Claimed;
        QThread::msleep(PauseMs);
    }
    return Outcome::Unanswered;
}

void SingleInstance::listen()
{
    if (!m_lock || !m_lock->isLocked())
        return;
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
#ifdef Q_OS_WIN
    const QString address = m_name;
#else
    const QString address = path(u".socket"_s);
#endif
    // The lock says that nobody listens there: what lies there is left from a crash.
    QLocalServer::removeServer(address);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(socket); });
            take(socket);
        }
    });
    m_server->listen(address);
}

void SingleInstance::take(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > LargestRequest)
            socket->abort();
        return;
    }
    const StartRequest request = decode(socket->readLine(LargestRequest));
    socket->write(Taken);
    socket->disconnectFromServer();
    Q_EMIT requested(request);
}

QByteArray SingleInstance::activationToken()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : token;
}

} // namespace Leadline
