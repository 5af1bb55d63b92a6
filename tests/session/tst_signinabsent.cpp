// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "signindesk.h"
#include "testprogram.h"

#include <QCheckBox>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

namespace tst_signinabsent {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// Signing in on a desktop without a keychain: on the bus of on-isolated-bus.sh there is none.
class SignInAbsentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void goesOnForThisSession();
    void triesAgainWithoutTheMark();
    void anotherKeyIsVerified();
    void importedKeyGoesOnToo();
    void nextStartAsksForTheKey();
    void signsOutAllTheSame();

private:
    QString settingsFile() const { return m_folder->filePath(u"settings.ini"_s); }
    bool isKeyOnDisk() const;
    static QCheckBox *sessionOnly(const SignInDesk &desk) { return desk.page()->findChild<QCheckBox *>(); }
    void verifyTyped(SignInDesk &desk, int problems) const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void SignInAbsentTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"10"_s}).isValid(), qPrintable(m_server.errorText()));
}

void SignInAbsentTest::init()
{
    QVERIFY(m_server.reset());
    m_folder = std::make_unique<QTemporaryDir>();
}

/// In any file of this test's own home, or its settings.
bool SignInAbsentTest::isKeyOnDisk() const
{
    for (const QString &root : {QDir::homePath(), m_folder->path()}) {
        QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (readFile(files.next()).contains(DemoServer::key().toLatin1() + '"'))
                return true;
        }
    }
    return readFile(settingsFile()).contains(DemoServer::key().toLatin1());
}

void SignInAbsentTest::verifyTyped(SignInDesk &desk, int problems) const
{
    desk.verify();
    QTRY_COMPARE_WITH_TIMEOUT(desk.problems.size(), problems, Patience);
    QCOMPARE(desk.problem().kind, SignInProblem::Kind::NoKeychain);
    QVERIFY(desk.problem().canContinue());
    QVERIFY(sessionOnly(desk)->isVisible());
}

void SignInAbsentTest::goesOnForThisSession()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    QVERIFY(!sessionOnly(desk)->isVisible());
    desk.type(DemoServer::key());
    verifyTyped(desk, 1);
    QVERIFY(desk.page()->error().contains(u"this desktop has no keychain"_s));
    QVERIFY(desk.signedIn.isEmpty());

    sessionOnly(desk)->click();
    desk.verify();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    QVERIFY(!desk.isNewKey());
    QCOMPARE(m_server.requests(u"GET"_s, u"/me/"_s).size(), 1);
    desk.session()->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(desk.session()->leads()->count(), 10U, Patience);
    desk.sync();
    QVERIFY(!isKeyOnDisk());
}

void SignInAbsentTest::triesAgainWithoutTheMark()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.type(DemoServer::key());
    verifyTyped(desk, 1);
    verifyTyped(desk, 2);
    QVERIFY(desk.signedIn.isEmpty());
}

void SignInAbsentTest::anotherKeyIsVerified()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.type(DemoServer::key());
    verifyTyped(desk, 1);
    sessionOnly(desk)->click();
    // Not the key that was verified any more.
    desk.type(u"api_nobody"_s);
    desk.verify();
    QTRY_VERIFY_WITH_TIMEOUT(desk.problems.size() == 2 || !desk.signedIn.isEmpty(), Patience);
    QVERIFY2(desk.signedIn.isEmpty(), "signed in with another key than the field's");
    QCOMPARE(desk.problem().kind, SignInProblem::Kind::WrongKey);
}

void SignInAbsentTest::importedKeyGoesOnToo()
{
    const QString path = m_folder->filePath(u".env"_s);
    QVERIFY(writeFile(path, "CLOSE_API_KEY=api_demo\n"_ba));
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.import(path);
    QTRY_COMPARE_WITH_TIMEOUT(desk.problems.size(), 1, Patience);
    QCOMPARE(desk.problem().kind, SignInProblem::Kind::NoKeychain);
    sessionOnly(desk)->click();
    desk.verify(); // the field is empty: the key came from the file
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    // The file is the only place that has the key: nobody says that it can be cleaned.
    QVERIFY(desk.importedFrom.isEmpty());
}

void SignInAbsentTest::nextStartAsksForTheKey()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.accounts.remember({m_server.baseUrl(), u"orga_x"_s, u"X"_s, u"user_x"_s, u"Y"_s});
    desk.controller.start(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(desk.keyNeeded.size(), 1, Patience);
    QVERIFY(!desk.page()->isBusy());
    QVERIFY(desk.page()->keyEdit()->isEnabled());
}

void SignInAbsentTest::signsOutAllTheSame()
{
    SignInDesk desk(m_server.baseUrl(), settingsFile());
    desk.type(DemoServer::key());
    verifyTyped(desk, 1);
    sessionOnly(desk)->click();
    desk.verify();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signedIn.size(), 1, Patience);
    QSignalSpy out(&desk.signIn, &SignIn::signedOut);
    desk.signIn.signOut(desk.session()->account());
    QTRY_COMPARE_WITH_TIMEOUT(out.size(), 1, Patience);
}

LEADLINE_TEST(tst_signinabsent, QTEST_MAIN, SignInAbsentTest)

} // namespace tst_signinabsent

#include "tst_signinabsent.moc"
