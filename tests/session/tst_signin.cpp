// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "credentialanswers.h"
#include "signindesk.h"
#include "testprogram.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QTemporaryDir>

namespace tst_signin {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// Signing in as a person does it, on the real page, against the demo server and the desktop's real keychain.
/// packaging/test.sh provides one, and there this fails without it; run by hand it is skipped without one.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void firstStartAsksForTheKey();
    void rightKeyIsKept();
    void emptyKeyIsAskedFor();
    void refusals_data();
    void refusals();
    void serverAway();
    void rightAfterWrong();
    void oneQuestionAtATime();
    void nextStartGoesStraightIn();
    void revokedKeyIsSaid();
    void lostEntryAsksForTheKey();
    void signOutDeletesTheEntry();
    void environmentKeyIsKeptOnlyWhenAsked();
    void wrongEnvironmentKey();
    void importsFile();
    void badFiles_data();
    void badFiles();

private:
    QString settingsFile() const { return m_folder->filePath(u"settings.ini"_s); }
    CredentialId entry() const { return {m_server.baseUrl(), m_organization, CredentialId::Kind::ApiKey}; }

    DemoServer m_server;
    QString m_organization;
    std::unique_ptr<QTemporaryDir> m_folder;
    KeychainCredentialStore m_keychain;
};

void SignInTest::initTestCase()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const bool found =
        bus.isConnected() && bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value();
    if (!found && !qEnvironmentVariableIsSet("LEADLINE_TEST_SESSION"))
        QSKIP("no Secret Service on this session's bus; packaging/test.sh starts one");
    QVERIFY2(found, "the test session has no Secret Service");
    QVERIFY2(m_server.start({u"--leads"_s, u"10"_s}).isValid(), qPrintable(m_server.errorText()));
    m_organization = m_server.get(u"/me/"_s)["organizations"_L1][0]["id"_L1].toString();
    QVERIFY(!m_organization.isEmpty());
}

void SignInTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
    m_folder = std::make_unique<QTemporaryDir>();
}

void SignInTest::cleanup()
{
    VERIFY_ANSWERED(removeNow(m_keychain, entry()));
}

void SignInTest::firstStartAsksForTheKey()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.controller.start(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(desk.keyNeeded.size(), 1, Patience);
    QVERIFY(desk.page()->isVisible());
    QVERIFY(desk.page()->error().isEmpty());
    QVERIFY(desk.page()->keyEdit()->isEnabled());
    QVERIFY(m_server.requests().isEmpty());
    QSignalSpy demo(&desk.controller, &SignInController::demoRequested);
    desk.press(u"Try the Demo"_s);
    QCOMPARE(demo.size(), 1);
}

void SignInTest::rightKeyIsKept()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.type(DemoServer::key());
    QCOMPARE(desk.page()->keyEdit()->key(), DemoServer::key());
    desk.verify();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    QVERIFY(desk.isNewKey());
    QCOMPARE(desk.session()->account().organizationId, m_organization);
    QVERIFY(!desk.session()->account().userName.isEmpty());
    const auto kept = readNow(m_keychain, entry());
    QVERIFY(kept && *kept);
    QCOMPARE(QString::fromLatin1(**kept), DemoServer::key());
    // The page forgets it, and no file ever had it.
    QVERIFY(desk.page()->keyEdit()->key().isEmpty());
    desk.sync();
    const QByteArray settings = readFile(settingsFile());
    QVERIFY(settings.contains(m_organization.toLatin1()));
    QVERIFY(!settings.contains(DemoServer::key().toLatin1()));
}

void SignInTest::emptyKeyIsAskedFor()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.verify();
    QVERIFY2(desk.page()->error().startsWith(u"Enter your API key first."_s),
             qPrintable(desk.page()->error()));
    QVERIFY(m_server.requests().isEmpty());
    QTest::keyClicks(desk.page()->keyEdit(), u"a"_s);
    QVERIFY(desk.page()->error().isEmpty());
}

void SignInTest::refusals_data()
{
    using Kind = SignInProblem::Kind;
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonObject>("fault");
    QTest::addColumn<SignInProblem::Kind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("401") << u"api_nobody"_s << QJsonObject() << Kind::WrongKey
                         << u"Close does not know this key."_s;
    QTest::newRow("403") << DemoServer::forbiddenKey() << QJsonObject() << Kind::NotAllowed
                         << u"Close knows this key but does not let it in."_s;
    QTest::newRow("500") << DemoServer::key() << QJsonObject{{u"status"_s, 500}} << Kind::Unavailable
                         << u"Close does not answer right now."_s;
    QTest::newRow("none of Close's") << DemoServer::key()
                                     << QJsonObject{{u"status"_s, 200}, {u"raw"_s, u"<html>Hotel</html>"_s}}
                                     << Kind::Unexpected << u"This answer is not one of Close's."_s;
}

void SignInTest::refusals()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonObject, fault);
    QFETCH(const SignInProblem::Kind, kind);
    QFETCH(const QString, says);
    if (!fault.isEmpty())
        QVERIFY(m_server.addFault(fault));
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.type(key);
    QTest::keyClick(desk.page()->keyEdit(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.problems.size(), 1, Patience);
    QCOMPARE(desk.problem().kind, kind);
    QVERIFY(!desk.problem().canContinue());
    QVERIFY2(desk.page()->error().startsWith(says), qPrintable(desk.page()->error()));
    // At the field, for a screen reader too; what was typed stays and can be mended.
    QCOMPARE(desk.page()->keyEdit()->accessibleDescription(), desk.page()->error());
    QCOMPARE(desk.page()->keyEdit()->key(), key);
    QVERIFY(desk.page()->keyEdit()->isEnabled());
    QVERIFY(!desk.page()->isBusy());
    QVERIFY(desk.signedIn.isEmpty());
    VERIFY_REFUSED(readNow(m_keychain, entry()), CredentialError::Kind::NotFound);
    QVERIFY(desk.accounts.accounts().isEmpty());
}

void SignInTest::serverAway()
{
    DemoServer other;
    const QUrl url = other.start({u"--leads"_s, u"1"_s});
    QVERIFY(url.isValid());
    other.stop();
    SignInDesk desk(url, settingsFile());
    desk.type(DemoServer::key());
    desk.verify();
    // After five tries.
    QTRY_COMPARE_WITH_TIMEOUT(desk.problems.size(), 1, 30000);
    QCOMPARE(desk.problem().kind, SignInProblem::Kind::Offline);
    QVERIFY2(desk.page()->error().startsWith(u"Close cannot be reached."_s),
             qPrintable(desk.page()->error()));
}

void SignInTest::rightAfterWrong()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.type(u"api_nobody"_s);
    desk.verify();
    QTRY_COMPARE_WITH_TIMEOUT(desk.problems.size(), 1, Patience);
    desk.type(DemoServer::key());
    QVERIFY(desk.page()->error().isEmpty());
    desk.verify();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
}

void SignInTest::oneQuestionAtATime()
{
    QVERIFY(m_server.configure({{u"latency_ms"_s, 200}}));
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.type(DemoServer::key());
    desk.verify();
    QVERIFY(desk.page()->isBusy());
    QVERIFY(!desk.button(u"Verify and Sign In"_s)->isEnabled());
    QVERIFY(!desk.button(u"Try the Demo"_s)->isEnabled());
    QTest::keyClick(desk.page()->keyEdit(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    QCOMPARE(m_server.requests(u"GET"_s, u"/me/"_s).size(), 1);
    QVERIFY(!desk.page()->isBusy());
}

void SignInTest::nextStartGoesStraightIn()
{
    {
        SignInDesk desk(m_server.baseUrl(), settingsFile());
        desk.type(DemoServer::key());
        desk.verify();
        QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    }
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.controller.start(std::nullopt);
    QVERIFY(desk.signedIn.isEmpty()); // the keychain answers later
    QVERIFY(desk.page()->isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    QVERIFY(!desk.isNewKey());
    QCOMPARE(desk.session()->account().organizationId, m_organization);
    QVERIFY(desk.keyNeeded.isEmpty());

    // The key goes to no other server than the one it was verified at.
    SignInDesk elsewhere(QUrl(u"http://127.0.0.1:1/api/v1"_s), settingsFile());
    elsewhere.controller.start(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(elsewhere.keyNeeded.size(), 1, Patience);
}

void SignInTest::revokedKeyIsSaid()
{
    {
        SignInDesk desk(m_server.baseUrl(), settingsFile());
        desk.type(DemoServer::key());
        desk.verify();
        QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    }
    QVERIFY(m_server.addFault({{u"status"_s, 401}, {u"times"_s, -1}}));
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.controller.start(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(desk.problems.size(), 1, Patience);
    QVERIFY(desk.page()->error().startsWith(u"Close does not know this key."_s));
    QVERIFY(desk.page()->keyEdit()->isEnabled());
}

void SignInTest::lostEntryAsksForTheKey()
{
    {
        SignInDesk desk(m_server.baseUrl(), settingsFile());
        desk.type(DemoServer::key());
        desk.verify();
        QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    }
    VERIFY_ANSWERED(removeNow(m_keychain, entry()));
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.controller.start(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(desk.keyNeeded.size(), 1, Patience);
    QVERIFY2(!desk.page()->isBusy(), "the page still waits for a keychain that has answered");
    QVERIFY(desk.page()->keyEdit()->isEnabled());
}

void SignInTest::signOutDeletesTheEntry()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.type(DemoServer::key());
    desk.verify();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    QSignalSpy out(&desk.signIn, &SignIn::signedOut);
    desk.signIn.signOut(desk.session()->account());
    QTRY_COMPARE_WITH_TIMEOUT(out.size(), 1, Patience);
    VERIFY_REFUSED(readNow(m_keychain, entry()), CredentialError::Kind::NotFound);
    QVERIFY(desk.accounts.accounts().isEmpty());
    desk.controller.start(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(desk.keyNeeded.size(), 1, Patience);
    QCOMPARE(desk.signedIn.size(), 1);
}

void SignInTest::environmentKeyIsKeptOnlyWhenAsked()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.controller.start(EnvironmentCredentials{Secret(DemoServer::key().toLatin1()), Secret()});
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    QVERIFY(!desk.isNewKey());
    VERIFY_REFUSED(readNow(m_keychain, entry()), CredentialError::Kind::NotFound);
    QVERIFY(desk.accounts.accounts().isEmpty());
    QVERIFY(desk.signIn.hasKeyToKeep());

    QSignalSpy kept(&desk.signIn, &SignIn::keyKept);
    desk.signIn.keepKey();
    QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, Patience);
    const auto held = readNow(m_keychain, entry());
    QVERIFY(held && *held);
    QCOMPARE(QString::fromLatin1(**held), DemoServer::key());
    QCOMPARE(desk.accounts.accounts().size(), 1);
    QVERIFY(!desk.signIn.hasKeyToKeep());
}

void SignInTest::wrongEnvironmentKey()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.controller.start(EnvironmentCredentials{Secret("api_nobody"_ba), Secret()});
    QTRY_COMPARE_WITH_TIMEOUT(desk.problems.size(), 1, Patience);
    QCOMPARE(desk.problem().kind, SignInProblem::Kind::WrongKey);
    QVERIFY(desk.page()->error().startsWith(u"Close does not know this key."_s));
    QVERIFY(!desk.signIn.hasKeyToKeep());
}

void SignInTest::importsFile()
{
    const QString path = m_folder->filePath(u".env"_s);
    const QByteArray content = "# mine\nOTHER=1\nexport CLOSE_API_KEY=\"api_demo\"\nCLOSE_API_PASSWORD=\n"_ba;
    QVERIFY(writeFile(path, content));
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.import(path);
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    QVERIFY(desk.isNewKey());
    QTRY_COMPARE(desk.importedFrom.size(), 1);
    QCOMPARE(QDir::fromNativeSeparators(desk.importedFrom.first().first().toString()), path);
    const auto held = readNow(m_keychain, entry());
    QVERIFY(held && *held);
    QCOMPARE(**held, "api_demo"_ba);
    QCOMPARE(readFile(path), content);
}

void SignInTest::badFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no key") << "OTHER=1\n"_ba;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("blank key") << "CLOSE_API_KEY=\n"_ba;
    QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, '#');
}

void SignInTest::badFiles()
{
    QFETCH(const QByteArray, content);
    const QString path = m_folder->filePath(u".env"_s);
    QVERIFY(writeFile(path, content));
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.import(path);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.page()->error().isEmpty(), Patience);
    QVERIFY(m_server.requests().isEmpty());
    QVERIFY(!desk.page()->isBusy());
    QCOMPARE(readFile(path), content);
}

LEADLINE_TEST(tst_signin, QTEST_MAIN, SignInTest)

} // namespace tst_signin

#include "tst_signin.moc"
