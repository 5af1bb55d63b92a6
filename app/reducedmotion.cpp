// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "reducedmotion.h"

#include <QObject>
#include <QTimer>

#ifdef LEADLINE_HAS_DBUS
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

#ifdef LEADLINE_HAS_DBUS

namespace {

/// How the desktops call it: GNOME, KDE, and what they agreed upon later.
bool saysReduced(const QMap<QString, QVariantMap> &settings)
{
    const QVariant gnome = settings.value(u"org.gnome.desktop.interface"_s).value(u"enable-animations"_s);
    const QVariant kde = settings.value(u"org.kde.kdeglobals.KDE"_s).value(u"AnimationDurationFactor"_s);
    const QVariant agreed = settings.value(u"org.freedesktop.appearance"_s).value(u"reduced-motion"_s);
    return (gnome.isValid() && !gnome.toBool()) || (kde.isValid() && kde.toDouble() == 0) ||
           agreed.toUInt() == 1;
}

} // namespace

void askForReducedMotion(QObject *context, std::function<void()> callback)
{
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s,
                                                          u"/org/freedesktop/portal/desktop"_s,
                                                          u"org.freedesktop.portal.Settings"_s, u"ReadAll"_s);
    message << QStringList{u"org.gnome.desktop.interface"_s, u"org.kde.kdeglobals.KDE"_s,
                           u"org.freedesktop.appearance"_s};
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [callback = std::move(callback)](QDBusPendingCallWatcher *done) {
                         done->deleteLater();
                         const QDBusMessage reply = done->reply();
                         if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
                             return; // no portal: nothing is known
                         const auto settings =
                             qdbus_cast<QMap<QString, QVariantMap>>(reply.arguments().constFirst());
                         if (saysReduced(settings))
                             callback();
                     });
}

#else

void askForReducedMotion(QObject *context, std::function<void()> callback)
{
#ifdef Q_OS_WIN
    BOOL animates = TRUE;
    if (SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animates, 0) && !animates)
        QTimer::singleShot(0, context, std::move(callback));
#else
    Q_UNUSED(context)
    Q_UNUSED(callback)
#endif
}

#endif

} // namespace Leadline
