// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "credentialanswers.h"
#include "keychaincredentialstore.h"
#include "testprogram.h"

#include <QDBusConnection>
#include <QDir>
#include <QTest>

namespace tst_keychainabsent {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;
using Kind = CredentialError::Kind;

/// A desktop without a keychain: runs on a bus where nobody offers a Secret Service, and without any bus
/// (LEADLINE_TEST_NO_BUS).
class TestKeychainAbsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCallSaysSo();
    void nothingIsWritten();

private:
    KeychainCredentialStore m_store;
};

void TestKeychainAbsent::initTestCase()
{
    QCOMPARE(QDBusConnection::sessionBus().isConnected(), !qEnvironmentVariableIsSet("LEADLINE_TEST_NO_BUS"));
}

void TestKeychainAbsent::everyCallSaysSo()
{
    const CredentialId id = credentialId(u"orga_absent"_s);
    VERIFY_REFUSED(readNow(m_store, id), Kind::NoBackend);
    VERIFY_REFUSED(writeNow(m_store, id, "api_secret"_ba), Kind::NoBackend);
    VERIFY_REFUSED(removeNow(m_store, id), Kind::NoBackend);
}

void TestKeychainAbsent::nothingIsWritten()
{
    VERIFY_REFUSED(writeNow(m_store, credentialId(u"orga_absent"_s), "api_secret"_ba), Kind::NoBackend);
    const QStringList files = QDir(QDir::homePath() + u"/.config"_s).entryList(QDir::Files | QDir::Hidden);
    QVERIFY2(files.isEmpty(), qPrintable(files.join(u' ')));
}

LEADLINE_TEST(tst_keychainabsent, QTEST_GUILESS_MAIN, TestKeychainAbsent)

} // namespace tst_keychainabsent

#include "tst_keychainabsent.moc"
