// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "networkwatch.h"

#include "session.h"

#include <QNetworkInformation>

#ifdef LEADLINE_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

using namespace Qt::StringLiterals;

namespace Leadline {

#ifdef LEADLINE_HAS_DBUS
namespace {

const auto Manager = u"org.freedesktop.NetworkManager"_s;
const auto ManagerPath = u"/org/freedesktop/NetworkManager"_s;
const auto Properties = u"org.freedesktop.DBus.Properties"_s;

/// NMMetered of networkmanager.dev/docs/api/latest/nm-dbus-types.html
constexpr uint MeteredYes = 1;
constexpr uint MeteredGuessYes = 3;

} // namespace
#endif

NetworkWatch::NetworkWatch(Session &session)
    : QObject(&session)
    , m_session(session)
{
    using Feature = QNetworkInformation::Feature;
    // Not every backend knows both.
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Metered | Feature::Reachability) &&
        !QNetworkInformation::loadBackendByFeatures(Feature::Metered) &&
        !QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    if (network->supports(Feature::Metered) && !followNetworkManager()) {
        m_session.setMetered(network->isMetered());
        connect(network, &QNetworkInformation::isMeteredChanged, &m_session, &Session::setMetered);
    }
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online)
                    m_session.checkNetwork();
            });
}

/// Qt 6.4's backend for NetworkManager takes the network for one that is not metered until that changes (observed:
/// tst_networkwatch). False where that is not the backend.
bool NetworkWatch::followNetworkManager()
{
#ifdef LEADLINE_HAS_DBUS
    if (QNetworkInformation::instance()->backendName() != "networkmanager"_L1)
        return false;
    QDBusConnection::systemBus().connect(Manager, ManagerPath, Properties, u"PropertiesChanged"_s, this,
                                         SLOT(askWhetherMetered()));
    askWhetherMetered();
    return true;
#else
    return false;
#endif
}

void NetworkWatch::askWhetherMetered()
{
#ifdef LEADLINE_HAS_DBUS
    QDBusMessage question = QDBusMessage::createMethodCall(Manager, ManagerPath, Properties, u"Get"_s);
    question << Manager << u"Metered"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QVariant> answer = *watcher;
        const uint metered = answer.isValid() ? answer.value().toUInt() : 0;
        m_session.setMetered(metered == MeteredYes || metered == MeteredGuessYes);
        watcher->deleteLater();
    });
#endif
}

} // namespace Leadline
