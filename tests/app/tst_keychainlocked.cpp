// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "credentialanswers.h"
#include "keychaincredentialstore.h"
#include "testprogram.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QTest>

namespace tst_keychainlocked {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;
using Kind = CredentialError::Kind;

/// The Secret structure of the Secret Service specification.
struct ServiceSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const ServiceSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ServiceSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

const QDBusObjectPath collection(u"/org/freedesktop/secrets/collection/login"_s);

QDBusMessage callService(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                                       u"/org/freedesktop/secrets"_s, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

} // namespace

/// A keychain that is locked and stays so: on the bus of on-isolated-bus.sh there is no window that could ask
/// for the password, which is to the program as if the person had closed it.
class TestKeychainLocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void read();
    void write();
    void writeFirst();
    void removeKeepsTheKey();

private:
    void lock();
    void unlock();

    KeychainCredentialStore m_store;
    const CredentialId m_id = credentialId(u"orga_locked"_s);
};

void TestKeychainLocked::lock()
{
    const QDBusMessage reply = callService(u"org.freedesktop.Secret.Service"_s, u"Lock"_s,
                                           {QVariant::fromValue(QList<QDBusObjectPath>{collection})});
    QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
}

/// As the desktop's log-in does it, without a window.
void TestKeychainLocked::unlock()
{
    qDBusRegisterMetaType<ServiceSecret>();
    const QDBusMessage session = callService(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                             {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    QVERIFY2(session.type() == QDBusMessage::ReplyMessage, qPrintable(session.errorMessage()));
    const ServiceSecret password{
        session.arguments().at(1).value<QDBusObjectPath>(), {}, "leadline", u"text/plain"_s};
    const QDBusMessage reply = callService(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
                                           u"UnlockWithMasterPassword"_s,
                                           {QVariant::fromValue(collection), QVariant::fromValue(password)});
    QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
}

void TestKeychainLocked::init()
{
    unlock();
    VERIFY_ANSWERED(writeNow(m_store, m_id, "api_secret"_ba));
    lock();
}

void TestKeychainLocked::read()
{
    VERIFY_REFUSED(readNow(m_store, m_id), Kind::Locked);
    unlock();
    const auto answer = readNow(m_store, m_id);
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, "api_secret"_ba);
}

void TestKeychainLocked::write()
{
    VERIFY_REFUSED(writeNow(m_store, m_id, "api_other"_ba), Kind::Locked);
}

void TestKeychainLocked::writeFirst()
{
    VERIFY_REFUSED(writeNow(m_store, credentialId(u"orga_new"_s), "api_other"_ba), Kind::Locked);
}

void TestKeychainLocked::removeKeepsTheKey()
{
    VERIFY_REFUSED(removeNow(m_store, m_id), Kind::Locked);
    unlock();
    const auto answer = readNow(m_store, m_id);
    QVERIFY(answer && *answer);
    VERIFY_ANSWERED(removeNow(m_store, m_id));
    VERIFY_REFUSED(readNow(m_store, m_id), Kind::NotFound);
}

LEADLINE_TEST(tst_keychainlocked, QTEST_GUILESS_MAIN, TestKeychainLocked)

} // namespace tst_keychainlocked

#include "tst_keychainlocked.moc"
