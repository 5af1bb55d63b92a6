// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "credentialanswers.h"
#include "keychaincredentialstore.h"
#include "testprogram.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QTest>

namespace tst_keychain {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;
using Kind = CredentialError::Kind;

/// The round trip through the desktop's real keychain. packaging/test.sh provides one, and there this test
/// fails without it; run by hand it is skipped without one.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void roundTrip_data();
    void roundTrip();
    void replaces();
    void entriesAreApart();
    void missingEntry();
    void removeMissingEntry();
    void gonePersonIsNotAnswered();

private:
    KeychainCredentialStore m_store;
    const QString m_organization = u"orga_keychaintest"_s;
};

void TestKeychain::initTestCase()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const bool found =
        bus.isConnected() && bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value();
    if (!found && !qEnvironmentVariableIsSet("LEADLINE_TEST_SESSION"))
        QSKIP("no Secret Service on this session's bus; packaging/test.sh starts one");
    QVERIFY2(found, "the test session has no Secret Service");
}

void TestKeychain::cleanup()
{
    VERIFY_ANSWERED(removeNow(m_store, credentialId(m_organization)));
}

void TestKeychain::roundTrip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a key") << "api_4kW1QxQ.5CGXcsM"_ba;
    QTest::newRow("any bytes") << QByteArray("\0\xFF\n'\"\0\x80", 7);
    QTest::newRow("2 KB") << QByteArray(2048, 'k');
}

void TestKeychain::roundTrip()
{
    QFETCH(const QByteArray, bytes);
    const CredentialId id = credentialId(m_organization);
    VERIFY_ANSWERED(writeNow(m_store, id, bytes));
    // Another object, as after a restart.
    KeychainCredentialStore again;
    const auto answer = readNow(again, id);
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, bytes);
    VERIFY_ANSWERED(removeNow(m_store, id));
    VERIFY_REFUSED(readNow(again, id), Kind::NotFound);
}

void TestKeychain::replaces()
{
    const CredentialId id = credentialId(m_organization);
    VERIFY_ANSWERED(writeNow(m_store, id, "old"_ba));
    VERIFY_ANSWERED(writeNow(m_store, id, "new"_ba));
    const auto answer = readNow(m_store, id);
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, "new"_ba);
}

void TestKeychain::entriesAreApart()
{
    const CredentialId id = credentialId(m_organization);
    VERIFY_ANSWERED(writeNow(m_store, id, "key"_ba));

    CredentialId elsewhere = id;
    elsewhere.apiUrl = QUrl(u"http://127.0.0.1:2/api/v1"_s);
    VERIFY_REFUSED(readNow(m_store, elsewhere), Kind::NotFound);
    CredentialId otherOrganization = id;
    otherOrganization.organizationId += u'x';
    VERIFY_REFUSED(readNow(m_store, otherOrganization), Kind::NotFound);
    CredentialId copyKey = id;
    copyKey.kind = CredentialId::Kind::LocalCopyKey;
    VERIFY_REFUSED(readNow(m_store, copyKey), Kind::NotFound);

    VERIFY_ANSWERED(writeNow(m_store, copyKey, "copy"_ba));
    VERIFY_ANSWERED(removeNow(m_store, copyKey));
    const auto answer = readNow(m_store, id);
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, "key"_ba);
}

void TestKeychain::missingEntry()
{
    VERIFY_REFUSED(readNow(m_store, credentialId(m_organization)), Kind::NotFound);
}

void TestKeychain::removeMissingEntry()
{
    VERIFY_ANSWERED(removeNow(m_store, credentialId(m_organization)));
}

void TestKeychain::gonePersonIsNotAnswered()
{
    const CredentialId id = credentialId(m_organization);
    bool called = false;
    auto context = std::make_unique<QObject>();
    m_store.read(id, context.get(), [&called](CredentialResult<Secret>) { called = true; });
    context.reset();
    // Jobs of one service run in turn: when this one has answered, the first one is over.
    VERIFY_REFUSED(readNow(m_store, id), Kind::NotFound);
    QVERIFY(!called);
}

LEADLINE_TEST(tst_keychain, QTEST_GUILESS_MAIN, TestKeychain)

} // namespace tst_keychain

#include "tst_keychain.moc"
