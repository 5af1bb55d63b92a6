// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"
#include "networkwatch.h"
#include "signedin.h"
#include "tcpproxy.h"
#include "testprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QNetworkInformation>
#include <QProcess>

namespace tst_networkwatch {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

const QString Manager = u"org.freedesktop.NetworkManager"_s;
const QString ManagerPath = u"/org/freedesktop/NetworkManager"_s;

/// States of networkmanager.dev/docs/api/latest/nm-dbus-types.html.
constexpr uint Disconnected = 20;
constexpr uint ConnectedGlobal = 70;
constexpr uint MeteredYes = 1;
constexpr uint MeteredNo = 2;

/// On a system bus of its own, with python-dbusmock in the place of NetworkManager, which would change the machine's
/// network. What it says reaches the program over the bus, through Qt's own backend.
class NetworkWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void meteredNetworkIsAskedMoreRarely();
    void networkThatIsBackIsTriedAtOnce();

private:
    static bool ask(const QString &method, const QVariantList &arguments);
    static bool say(const QVariantMap &properties);

    DemoServer m_server;
    std::unique_ptr<TcpProxy> m_network;
    QProcess m_manager;
    std::shared_ptr<Session> m_session;
};

void NetworkWatchTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("DBUS_SYSTEM_BUS_ADDRESS"))
        QSKIP("needs a system bus of its own: see on-isolated-bus.sh");
    m_manager.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_manager.start(u"/usr/bin/python3"_s, {u"-m"_s, u"dbusmock"_s, u"--system"_s, u"--template"_s, u"networkmanager"_s});
    QVERIFY2(m_manager.waitForStarted(), qPrintable(m_manager.errorString()));
    QVERIFY(waitFor([] { return ask(u"UpdateProperties"_s, {Manager, QVariantMap()}); }));
    // The template has no such property.
    QVERIFY(ask(u"AddProperty"_s, {Manager, u"Metered"_s, QVariant::fromValue(QDBusVariant(MeteredYes))}));

    QVERIFY2(m_server.start({u"--leads"_s, u"20"_s}).isValid(), qPrintable(m_server.errorText()));
    m_network = std::make_unique<TcpProxy>(quint16(m_server.baseUrl().port()));
    m_session = signedIn(m_network->url());
    QVERIFY(m_session && syncNow(*m_session));
    new NetworkWatch(*m_session);
    QVERIFY(QNetworkInformation::instance());
    QCOMPARE(QNetworkInformation::instance()->backendName(), u"networkmanager"_s);
}

void NetworkWatchTest::cleanupTestCase()
{
    m_manager.kill();
    m_manager.waitForFinished();
}

bool NetworkWatchTest::ask(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(Manager, ManagerPath, u"org.freedesktop.DBus.Mock"_s, method);
    message.setArguments(arguments);
    return QDBusConnection::systemBus().call(message).type() == QDBusMessage::ReplyMessage;
}

/// As NetworkManager says that something of it has changed.
bool NetworkWatchTest::say(const QVariantMap &properties)
{
    return ask(u"UpdateProperties"_s, {Manager, properties});
}

void NetworkWatchTest::meteredNetworkIsAskedMoreRarely()
{
    using Wait = std::optional<std::chrono::milliseconds>;
    QTRY_COMPARE_WITH_TIMEOUT(m_session->nextSyncIn(), Wait(5min), Patience); // from the beginning
    QVERIFY(say({{u"Metered"_s, MeteredNo}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->nextSyncIn(), Wait(1min), Patience);
    QVERIFY(say({{u"Metered"_s, MeteredYes}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->nextSyncIn(), Wait(5min), Patience);
    QVERIFY(say({{u"Metered"_s, MeteredNo}}));
}

/// Without this the program would find out with its next try.
void NetworkWatchTest::networkThatIsBackIsTriedAtOnce()
{
    m_network->setAcceptThenClose(true);
    m_network->dropConnections();
    QVERIFY(say({{u"State"_s, Disconnected}}));
    m_session->setSyncPace({.visible = 1h, .unseen = 1h});
    // Until the next try of its own is far away.
    for (int tries = 0; tries < 5; ++tries) {
        m_session->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->syncState().phase, SyncState::Phase::Stopped, Patience);
    }
    QVERIFY(!m_session->isOnline());
    QVERIFY(m_session->nextSyncIn() > std::chrono::milliseconds(Patience));
    m_network->setAcceptThenClose(false);
    QVERIFY(say({{u"State"_s, ConnectedGlobal}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->syncState().phase, SyncState::Phase::UpToDate, Patience);
    QVERIFY(m_session->isOnline());
}

LEADLINE_TEST(tst_networkwatch, QTEST_GUILESS_MAIN, NetworkWatchTest)

} // namespace tst_networkwatch

#include "tst_networkwatch.moc"
