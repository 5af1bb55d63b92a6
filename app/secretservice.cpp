// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "secretservice.h"

#include <QObject>

#ifdef LEADLINE_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

#include <utility>

namespace Leadline {

#ifdef LEADLINE_HAS_DBUS

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;
using Callback = std::function<void(SecretServiceState)>;

QDBusMessage serviceCall(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path, interface, method);
}

SecretServiceState stateOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
    case QDBusError::UnknownObject:
        return SecretServiceState::Absent;
    default:
        // The service has a file that starts it, and did not start.
        return error.name().startsWith(QLatin1StringView("org.freedesktop.DBus.Error.Spawn"))
                   ? SecretServiceState::Absent
                   : SecretServiceState::Unknown;
    }
}

void call(const QDBusMessage &message, QObject *context,
          std::function<void(QDBusPendingCallWatcher *)> finished)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [finished = std::move(finished)](QDBusPendingCallWatcher *done) {
                         done->deleteLater();
                         finished(done);
                     });
}

/// A write fails on a locked collection although there is no entry yet that could be locked.
void queryDefaultCollection(QObject *context, const Callback &callback)
{
    QDBusMessage message =
        serviceCall(QStringLiteral("/org/freedesktop/secrets/aliases/default"),
                    QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    call(message, context, [callback](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        const bool locked = !reply.isError() && reply.value().variant().toBool();
        callback(locked ? SecretServiceState::CollectionLocked : SecretServiceState::Open);
    });
}

} // namespace

void querySecretService(const QString &key, const QString &service, QObject *context, Callback callback)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QMetaObject::invokeMethod(
            context, [callback = std::move(callback)] { callback(SecretServiceState::Absent); },
            Qt::QueuedConnection);
        return;
    }
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage message =
        serviceCall(QStringLiteral("/org/freedesktop/secrets"),
                    QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    message << QVariant::fromValue(
        Attributes{{QStringLiteral("user"), key}, {QStringLiteral("server"), service}});
    call(message, context, [context, callback = std::move(callback)](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<Paths, Paths> reply = *done;
        if (reply.isError())
            callback(stateOf(reply.error()));
        else if (!reply.argumentAt<1>().isEmpty())
            callback(SecretServiceState::EntryLocked);
        else if (!reply.argumentAt<0>().isEmpty())
            callback(SecretServiceState::Open);
        else
            queryDefaultCollection(context, callback);
    });
}

#else

void querySecretService(const QString &, const QString &, QObject *context,
                        std::function<void(SecretServiceState)> callback)
{
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback)] { callback(SecretServiceState::Unknown); },
        Qt::QueuedConnection);
}

#endif

} // namespace Leadline
