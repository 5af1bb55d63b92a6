// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "application.h"
#include "credentialanswers.h"
#include "demoserver.h"
#include "formfixture.h"
#include "keychaincredentialstore.h"
#include "killable.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "signinpage.h"
#include "testprogram.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

namespace tst_draftcrash {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

namespace {

const QString Name = u"Zanzibar Haberdashery"_s;

} // namespace

/// The program is killed while somebody types (kill -9), and started again: over the real keychain and the
/// real local copy. packaging/test.sh provides a keychain, and there this fails without it; run by hand it is
/// skipped without one.
class TestDraftCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void killedInMidForm();
    void killedWhileSaving();
    void refusedKeyComesBackToTheForm();

private:
    bool type(KillableProcess &typist, const QStringList &more = {}) const;
    void verifyNothingReadable() const;
    void start();
    QWidget *form() const;
    qsizetype leadsNamed() const;

    DemoServer m_server;
    KeychainCredentialStore m_keychain;
    QString m_organization;
    CredentialId m_copyKey;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
    MainWindow *m_window = nullptr;
};

void TestDraftCrash::initTestCase()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const bool found =
        bus.isConnected() && bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value();
    if (!found && !qEnvironmentVariableIsSet("LEADLINE_TEST_SESSION"))
        QSKIP("no Secret Service on this session's bus; packaging/test.sh starts one");
    QVERIFY2(found, "the test session has no Secret Service");
    QLocale::setDefault(QLocale(QLocale::English));
    QCoreApplication::setOrganizationName(u"leadline"_s);
    QCoreApplication::setApplicationName(u"leadline"_s);
    QVERIFY2(m_server.start({u"--leads"_s, u"20"_s}).isValid(), qPrintable(m_server.errorText()));
    const QJsonObject organization = m_server.get(u"/me/"_s)["organizations"_L1][0].toObject();
    m_organization = organization["name"_L1].toString();
    m_copyKey = {m_server.baseUrl(), organization["id"_L1].toString(), CredentialId::Kind::LocalCopyKey};
}

void TestDraftCrash::init()
{
    QVERIFY(m_server.reset());
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->filePath(u"config"_s));
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(u"config"_s).toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toLocal8Bit());
}

void TestDraftCrash::cleanup()
{
    m_window = nullptr;
    m_application.reset();
    QVERIFY(m_server.clearFaults());
    VERIFY_ANSWERED(removeNow(m_keychain, m_copyKey));
    CredentialId apiKey = m_copyKey;
    apiKey.kind = CredentialId::Kind::ApiKey;
    VERIFY_ANSWERED(removeNow(m_keychain, apiKey));
}

/// Somebody types a new lead in another process; whether it came to that.
bool TestDraftCrash::type(KillableProcess &typist, const QStringList &more) const
{
    return typist.start(QStringLiteral(DRAFT_TYPIST),
                        QStringList{m_server.baseUrl().toString(), DemoServer::key(), m_organization, Name} +
                            more) &&
           typist.waitFor("typing", Patience);
}

void TestDraftCrash::verifyNothingReadable() const
{
    int files = 0;
    QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &text : {"Zanzibar"_ba, "Haberdashery"_ba, DemoServer::key().toLatin1()})
            QVERIFY2(!bytes.contains(text), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 2);
}

/// The next start, in this process.
void TestDraftCrash::start()
{
    CommandLine commandLine;
    commandLine.apiUrl = m_server.baseUrl();
    m_application = std::make_unique<Application>(
        qApp, commandLine, EnvironmentCredentials{Secret(DemoServer::key().toLatin1()), Secret()});
    m_application->start();
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            m_window = window;
    }
    m_window->resize(1440, 900);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isWorkspaceShown(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messageBar()->current(), u"keep-key"_s, Patience);
    m_window->messageBar()->clear(u"keep-key"_s);
}

/// The form that is open; null when none is.
QWidget *TestDraftCrash::form() const
{
    QWidget *form = nullptr;
    const bool isOpen = QTest::qWaitFor([&form] {
        form = QApplication::activeWindow();
        return form && form->windowTitle() == u"New Lead"_s;
    });
    return isOpen ? form : nullptr;
}

qsizetype TestDraftCrash::leadsNamed() const
{
    return m_server.get(u"/lead/?query=name:%22Zanzibar%20Haberdashery%22"_s)["data"_L1].toArray().size();
}

void TestDraftCrash::killedInMidForm()
{
    KillableProcess typist;
    QVERIFY(type(typist));
    QVERIFY(typist.kill());
    verifyNothingReadable();

    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messageBar()->current(), u"drafts"_s, Patience);
    QVERIFY2(m_window->messageBar()->text().startsWith(u"New lead “Zanzibar Haberdashery” from "_s),
             qPrintable(m_window->messageBar()->text()));
    QVERIFY(FormFixture::clickAction(m_window->messageBar(), u"Continue"_s));
    QWidget *dialog = form();
    QVERIFY(dialog);
    QCOMPARE(FormFixture::textOf(dialog, u"Company name"_s), Name);
    QCOMPARE(leadsNamed(), 0);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(leadsNamed(), 1);
    verifyNothingReadable();
}

/// The lead was made, its answer never came, and the program died: it is found, not made again.
void TestDraftCrash::killedWhileSaving()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"applied"_s, true},
                               {u"delay_ms"_s, 15000},
                               {u"times"_s, 1}}));
    KillableProcess typist;
    QVERIFY(type(typist, {u"save"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(leadsNamed(), 1, Patience);
    QVERIFY(typist.kill());
    verifyNothingReadable();
    QVERIFY(m_server.clearFaults());
    QVERIFY(m_server.clearRequests());

    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messageBar()->current(), u"drafts"_s, Patience);
    QVERIFY2(m_window->messageBar()->text().endsWith(u" was sent, and no answer came."_s),
             qPrintable(m_window->messageBar()->text()));
    QVERIFY(FormFixture::clickAction(m_window->messageBar(), u"Look in Close"_s));
    QWidget *dialog = form();
    QVERIFY(dialog);
    const auto *messages = dialog->findChild<MessageBar *>();
    QTRY_COMPARE_WITH_TIMEOUT(messages->text(), u"Close has it: “%1” was created."_s.arg(Name), Patience);
    QVERIFY(FormFixture::clickAction(messages, u"Open It"_s));
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
    QCOMPARE(leadsNamed(), 1);
}

/// Close refuses the key while the form is open: signing in again leads back to it.
void TestDraftCrash::refusedKeyComesBackToTheForm()
{
    start();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTest::keyClick(m_window, Qt::Key_N, Qt::ControlModifier);
    QWidget *dialog = form();
    QVERIFY(dialog);
    FormFixture::type(dialog, u"Company name"_s, Name);
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"status"_s, 401},
                               {u"times"_s, 1}}));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    const auto *messages = dialog->findChild<MessageBar *>();
    QTRY_VERIFY(messages->text().contains(u"Sign in again"_s));
    QVERIFY(FormFixture::clickAction(messages, u"Sign In"_s));
    SignInPage *page = m_window->signInPage();
    QTRY_VERIFY(page->isVisible() && !page->isBusy());
    page->keyEdit()->setFocus();
    QTest::keyClicks(page->keyEdit(), DemoServer::key());
    QTest::keyClick(page->keyEdit(), Qt::Key_Return);

    QTRY_VERIFY_WITH_TIMEOUT(m_window->isWorkspaceShown(), Patience);
    dialog = form();
    QVERIFY(dialog);
    QCOMPARE(FormFixture::textOf(dialog, u"Company name"_s), Name);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(leadsNamed(), 1);
}

LEADLINE_TEST(tst_draftcrash, QTEST_MAIN, TestDraftCrash)

} // namespace tst_draftcrash

#include "tst_draftcrash.moc"
