// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "application.h"
#include "credentialanswers.h"
#include "demoserver.h"
#include "keyrouter.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "organizationtile.h"
#include "recordlistpage.h"
#include "recordtablemodel.h"
#include "sidebar.h"
#include "signinpage.h"
#include "statusstrip.h"
#include "tableview.h"
#include "testprogram.h"
#include "waiting.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace tst_organizations {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

namespace {

const QString Halden = u"Halden & Reyes Instruments"_s;
const QString Lumen = u"Lumen Optics"_s;
const QString HaldenKey = DemoServer::key();
const QString LumenKey = u"api_lumen"_s;

QAbstractButton *button(const QWidget *parent, const QString &name)
{
    for (QAbstractButton *found : parent->findChildren<QAbstractButton *>()) {
        if (found->isVisible() && (found->accessibleName() == name || found->text() == name))
            return found;
    }
    return nullptr;
}

} // namespace

/// The whole program with two organizations behind one address, each with its key, over the desktop's real
/// keychain. packaging/test.sh provides one, and there this fails without it; run by hand it is skipped
/// without one.
class TestOrganizations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void addsAnother();
    void switchesWithoutAsking();
    void failedSwitchStays();
    void refusedKeyOpensTheCopy();
    void lostKeyIsSaid();
    void signOutLeavesTheOther();
    void refusedKeyAtTheStart();
    void colourIsKept();
    void formThatWasOpenedMeanwhileStays();
    void deletionsAreSentFirst();
    void keyOfThisRunOnly();

private:
    void start(std::optional<EnvironmentCredentials> environment = std::nullopt);
    void quit();
    void loseCopies();
    void typeKey(const QString &key);
    void addBoth();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QMenu *openMenu();
    void choose(const QString &text);
    bool isOpen(const QString &name) const;
    bool isRead() const;
    QStringList menuTexts();
    CredentialId entry(const DemoServer &server) const;
    SignInPage *page() const { return m_window->signInPage(); }

    DemoServer m_halden;
    DemoServer m_lumen;
    KeyRouter m_router;
    KeychainCredentialStore m_keychain;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
    MainWindow *m_window = nullptr;
};

void TestOrganizations::initTestCase()
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
    QVERIFY2(m_halden.start({u"--leads"_s, u"20"_s}).isValid(), qPrintable(m_halden.errorText()));
    QVERIFY2(
        m_lumen.start({u"--leads"_s, u"20"_s, u"--key"_s, LumenKey, u"--organization"_s, Lumen}).isValid(),
        qPrintable(m_lumen.errorText()));
    m_router.add(HaldenKey, m_halden.port());
    m_router.add(LumenKey, m_lumen.port());
}

void TestOrganizations::init()
{
    QVERIFY(m_halden.reset());
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toLocal8Bit());
}

void TestOrganizations::cleanup()
{
    quit();
    QVERIFY(m_halden.clearFaults());
    VERIFY_ANSWERED(removeNow(m_keychain, entry(m_halden)));
    VERIFY_ANSWERED(removeNow(m_keychain, entry(m_lumen)));
}

CredentialId TestOrganizations::entry(const DemoServer &server) const
{
    const QString key = &server == &m_lumen ? LumenKey : HaldenKey;
    const QJsonObject me = server.exchange("GET", u"/me/"_s, {}, key).object();
    return {m_router.url(), me["organizations"_L1][0]["id"_L1].toString(), CredentialId::Kind::ApiKey};
}

void TestOrganizations::start(std::optional<EnvironmentCredentials> environment)
{
    quit();
    CommandLine commandLine;
    commandLine.apiUrl = m_router.url();
    m_application = std::make_unique<Application>(qApp, commandLine, std::move(environment));
    m_application->start();
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            m_window = window;
    }
    m_window->resize(1440, 900);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestOrganizations::quit()
{
    m_window = nullptr;
    m_application.reset();
}

/// As if nothing had been kept of any organization but its key.
void TestOrganizations::loseCopies()
{
    quit();
    QVERIFY(QDir(m_folder->filePath(u"data"_s)).removeRecursively());
}

void TestOrganizations::typeKey(const QString &key)
{
    QTRY_VERIFY_WITH_TIMEOUT(page()->isVisible() && !page()->isBusy(), Patience);
    page()->keyEdit()->setFocus();
    QTest::keyClicks(page()->keyEdit(), key);
    QTest::keyClick(page()->keyEdit(), Qt::Key_Return);
}

bool TestOrganizations::isOpen(const QString &name) const
{
    return m_window->isWorkspaceShown() && m_window->windowTitle().endsWith(name);
}

/// The leads are there, and by then in the local copy, with what goes before them.
bool TestOrganizations::isRead() const
{
    const QList<QLabel *> labels = m_window->statusStrip()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [](const QLabel *label) { return label->text().contains("20 leads"_L1); });
}

/// A key of the window's. No window manager offscreen gives it the keyboard back when a menu has gone.
void TestOrganizations::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_window->activateWindow();
    QTRY_COMPARE(QGuiApplication::focusWindow(), m_window->windowHandle());
    QTest::keyClick(m_window, key, modifiers);
}

/// Opened with its key.
QMenu *TestOrganizations::openMenu()
{
    press(Qt::Key_F10);
    QMenu *open = nullptr;
    [&open] { QTRY_VERIFY((open = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr); }();
    // Offscreen, a menu that goes before its activation was told takes the activation from the window.
    const auto isTold = [open] { return QGuiApplication::focusWindow() == open->windowHandle(); };
    return open && waitFor(isTold) ? open : nullptr;
}

void TestOrganizations::choose(const QString &text)
{
    QMenu *menu = openMenu();
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == text) {
            QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
            return;
        }
    }
    QFAIL(qPrintable(u"the menu has no "_s + text));
}

/// The organizations of the menu, with a mark for the one that is open.
QStringList TestOrganizations::menuTexts()
{
    QStringList texts;
    QMenu *menu = openMenu();
    if (!menu)
        return {};
    for (const QAction *action : menu->actions()) {
        if (action->isCheckable())
            texts.append((action->isChecked() ? u"*"_s : QString()) + action->text());
    }
    QTest::keyClick(menu, Qt::Key_Escape);
    return texts;
}

void TestOrganizations::addBoth()
{
    start();
    typeKey(HaldenKey);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    choose(u"Add Another Organization…"_s);
    typeKey(LumenKey);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
}

void TestOrganizations::addsAnother()
{
    start();
    typeKey(HaldenKey);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    QCOMPARE(menuTexts(), QStringList{u"*Halden && Reyes Instruments"_s});

    // The page has a way back, by button and by key.
    choose(u"Add Another Organization…"_s);
    QVERIFY(page()->isVisible());
    QVERIFY(!button(page(), u"Try the Demo"_s));
    QAbstractButton *back = button(page(), u"Back to "_s + Halden);
    QVERIFY(back);
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(isOpen(Halden));
    choose(u"Add Another Organization…"_s);
    QTest::keyClick(page()->keyEdit(), Qt::Key_Escape);
    QVERIFY(isOpen(Halden));

    // A wrong key leaves everything as it is.
    choose(u"Add Another Organization…"_s);
    typeKey(u"api_nobody"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!page()->error().isEmpty(), Patience);
    QVERIFY(button(page(), u"Back to "_s + Halden));
    page()->keyEdit()->selectAll();
    QTest::keyClick(page()->keyEdit(), Qt::Key_Delete);
    typeKey(LumenKey);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
    QCOMPARE(menuTexts(), (QStringList{u"Halden && Reyes Instruments\tAlt+1"_s, u"*Lumen Optics\tAlt+2"_s}));
    for (const DemoServer *server : {&m_halden, &m_lumen}) {
        const auto held = readNow(m_keychain, entry(*server));
        QVERIFY(held && *held);
        QCOMPARE(QString::fromLatin1(**held), server == &m_lumen ? LumenKey : HaldenKey);
    }
}

void TestOrganizations::switchesWithoutAsking()
{
    addBoth();
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    QVERIFY(!page()->isVisible());
    QCOMPARE(menuTexts().first(), u"*Halden && Reyes Instruments\tAlt+1"_s);
    // In the menu the number alone is enough.
    QMenu *menu = openMenu();
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_2);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
    QVERIFY(!QApplication::activePopupWidget());
    choose(u"Halden && Reyes Instruments\tAlt+1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    // The open one, and numbers that nobody has, change nothing.
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_9, Qt::AltModifier);
    QVERIFY(isOpen(Halden));
    // The next start opens the one that was open last.
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
}

void TestOrganizations::failedSwitchStays()
{
    addBoth();
    loseCopies();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
    QVERIFY(m_halden.addFault({{u"status"_s, 401}, {u"times"_s, -1}}));
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messageBar()->current(), u"organization"_s, Patience);
    QTRY_VERIFY2_WITH_TIMEOUT(m_window->messageBar()->text().startsWith(
                                  Halden + u" could not be opened. Close does not know this key."_s),
                              qPrintable(m_window->messageBar()->text()), Patience);
    QVERIFY(isOpen(Lumen));
    QCOMPARE(menuTexts().last(), u"*Lumen Optics\tAlt+2"_s);

    QVERIFY(m_halden.clearFaults());
    QAbstractButton *again = button(m_window->messageBar(), u"Try Again"_s);
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    QVERIFY(m_window->messageBar()->current() != u"organization"_s);
}

void TestOrganizations::refusedKeyOpensTheCopy()
{
    addBoth();
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden) && isRead(), Patience);
    press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
    QVERIFY(m_halden.addFault({{u"status"_s, 401}, {u"times"_s, -1}}));
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messageBar()->current(), u"key"_s, Patience);
    QTest::mouseClick(button(m_window->messageBar(), u"Sign In Again"_s), Qt::LeftButton);
    QVERIFY(button(page(), u"Back to "_s + Halden));
    QTest::keyClick(page()->keyEdit(), Qt::Key_Escape);
    press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
}

void TestOrganizations::lostKeyIsSaid()
{
    addBoth();
    VERIFY_ANSWERED(removeNow(m_keychain, entry(m_halden)));
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messageBar()->text(),
                              Halden + u" could not be opened. Its key is not in the keychain."_s, Patience);
    QVERIFY(isOpen(Lumen));
    QAbstractButton *other = button(m_window->messageBar(), u"Use Another Key…"_s);
    QVERIFY(other);
    QTest::mouseClick(other, Qt::LeftButton);
    QVERIFY(button(page(), u"Back to "_s + Lumen));
    typeKey(HaldenKey);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    QCOMPARE(menuTexts().size(), 2);
}

void TestOrganizations::signOutLeavesTheOther()
{
    addBoth();
    choose(u"Sign Out of "_s + Lumen);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    VERIFY_REFUSED(readNow(m_keychain, entry(m_lumen)), CredentialError::Kind::NotFound);
    const auto held = readNow(m_keychain, entry(m_halden));
    QVERIFY(held && *held);
    QCOMPARE(menuTexts(), QStringList{u"*Halden && Reyes Instruments"_s});
    choose(u"Sign Out"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page()->isVisible(), Patience);
    VERIFY_REFUSED(readNow(m_keychain, entry(m_halden)), CredentialError::Kind::NotFound);
    QVERIFY(!button(page(), u"Open "_s + Halden));
    QVERIFY(button(page(), u"Try the Demo"_s));
}

void TestOrganizations::refusedKeyAtTheStart()
{
    addBoth();
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    QVERIFY(m_halden.addFault({{u"status"_s, 401}, {u"times"_s, -1}}));
    loseCopies();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(page()->error().startsWith(u"Close does not know this key."_s), Patience);
    // The other one is not shut away with it.
    QAbstractButton *other = button(page(), u"Open "_s + Lumen);
    QVERIFY(other && other->isEnabled());
    QTest::mouseClick(button(page(), u"Open "_s + Halden), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page()->error().startsWith(Halden + u" could not be opened."_s), Patience);
    QTest::mouseClick(other, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
}

void TestOrganizations::colourIsKept()
{
    addBoth();
    const auto tile = [this] {
        return m_window->sidebar()->grab(QRect(8 + 8 + 4, 8 + 10 + 3, 1, 1)).toImage().pixelColor(0, 0);
    };
    const Tokens tokens = Tokens::of(m_window->palette());
    QCOMPARE(tile(), tokens.tone(organizationTone(1)));
    QMenu *menu = openMenu();
    QVERIFY(menu);
    QMenu *colours = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->menu() && action->text() == u"Color of Lumen Optics"_s)
            colours = action->menu();
    }
    QVERIFY(colours);
    QCOMPARE(colours->actions().size(), organizationColours());
    QVERIFY(colours->actions().at(1)->isChecked());
    colours->actions().at(3)->trigger();
    menu->close();
    QCOMPARE(tile(), tokens.tone(organizationTone(3)));
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    QCOMPARE(tile(), tokens.tone(organizationTone(0)));
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
    QCOMPARE(tile(), tokens.tone(organizationTone(3)));
}

void TestOrganizations::formThatWasOpenedMeanwhileStays()
{
    addBoth();
    QVERIFY(m_halden.configure({{u"latency_ms"_s, 300}}));
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QPointer<QWidget> form = QApplication::activeModalWidget();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messageBar()->text(), Halden + u" is ready."_s, Patience);
    QVERIFY(isOpen(Lumen));
    QVERIFY(form && form->isVisible());
    QTest::keyClick(form, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTest::mouseClick(button(m_window->messageBar(), u"Open"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
}

void TestOrganizations::deletionsAreSentFirst()
{
    addBoth();
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    auto *leads = qobject_cast<RecordListPage *>(m_window->page(u"leads"_s));
    QVERIFY(leads);
    QTRY_COMPARE_WITH_TIMEOUT(leads->model()->rowCount(), 20, Patience);
    const QString id = leads->model()->idAt(2);
    QVERIFY(leads->select(id));
    QTest::keyClick(leads->table(), Qt::Key_Delete);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QAbstractButton *yes = button(QApplication::activeModalWidget(), u"Delete"_s);
    QVERIFY(yes);
    QTest::mouseClick(yes, Qt::LeftButton);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_halden.requests(u"DELETE"_s, u"/lead/"_s).isEmpty());

    press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
    QCOMPARE(m_halden.requests(u"DELETE"_s, u"/lead/%1/"_s.arg(id)).size(), 1);
}

void TestOrganizations::keyOfThisRunOnly()
{
    addBoth();
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    choose(u"Sign Out of Halden && Reyes Instruments"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
    start(EnvironmentCredentials{Secret(HaldenKey.toLatin1()), Secret()});
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
    QCOMPARE(menuTexts(), (QStringList{u"Lumen Optics\tAlt+1"_s, u"*Halden && Reyes Instruments\tAlt+2"_s}));
    // Kept, it is one like the others.
    QTest::mouseClick(button(m_window->messageBar(), u"Keep in Keychain"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messageBar()->text(), u"The key is in the keychain now."_s, Patience);
    press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Lumen), Patience);
    press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(Halden), Patience);
}

LEADLINE_TEST(tst_organizations, QTEST_MAIN, TestOrganizations)

} // namespace tst_organizations

#include "tst_organizations.moc"
