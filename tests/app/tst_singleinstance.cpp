// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "application.h"
#include "demoserver.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "program.h"
#include "signinpage.h"
#include "singleinstance.h"
#include "testprogram.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_singleinstance {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20000;

EnvironmentCredentials credentials(const QByteArray &key)
{
    return {Secret(key), Secret()};
}

/// Ended with its test, and gone before the next one counts.
struct Ended
{
    void operator()(QProcess *program) const
    {
        program->kill();
        program->waitForFinished();
        delete program;
    }
};
using Program = std::unique_ptr<QProcess, Ended>;

} // namespace

/// Starts of the real program beside each other, against the demo server.
class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void namesOfRuns();
    void secondStartHandsItsLeadOver();
    void firstWindowComesToTheFront();
    void oneOfManyStays();
    void otherRunsAreTheirOwn();
    void crashLeavesTheWayFree();
    void hangingFirstDoesNotBlock();
    void socketIsTheUsersAlone();
    void nonsenseIsNoLead();

private:
    Program start(const QStringList &arguments = {}) const;
    QStringList apiUrl() const { return {u"--api-url"_s, m_server.baseUrl().toString()}; }
    qsizetype signIns() const { return m_server.requests(u"GET"_s, u"/me/"_s).size(); }
    QString instanceFile(const QString &ending) const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestSingleInstance::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"10"_s}).isValid(), qPrintable(m_server.errorText()));
    QCoreApplication::setOrganizationName(u"leadline"_s);
    QCoreApplication::setApplicationName(u"leadline"_s);
}

void TestSingleInstance::init()
{
    QVERIFY(m_server.reset());
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_home->path()).mkdir(u"run"_s));
    QFile::setPermissions(m_home->filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("HOME", m_home->path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", m_home->filePath(u"config"_s).toLocal8Bit());
    qputenv("XDG_RUNTIME_DIR", m_home->filePath(u"run"_s).toLocal8Bit());
}

void TestSingleInstance::cleanup()
{
    m_home.reset();
}

Program TestSingleInstance::start(const QStringList &arguments) const
{
    Program program(new QProcess);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CLOSE_API_KEY"_s, DemoServer::key());
    environment.remove(u"XDG_ACTIVATION_TOKEN"_s);
    program->setProcessEnvironment(environment);
    program->setProcessChannelMode(QProcess::ForwardedChannels);
    program->start(QStringLiteral(LEADLINE_PROGRAM), arguments.isEmpty() ? apiUrl() : arguments);
    return program;
}

QString TestSingleInstance::instanceFile(const QString &ending) const
{
    const QFileInfoList found =
        QDir(m_home->filePath(u"run"_s))
            .entryInfoList({u"leadline-*"_s + ending}, QDir::AllEntries | QDir::System | QDir::Hidden);
    return found.size() == 1 ? found.first().filePath() : QString();
}

void TestSingleInstance::namesOfRuns()
{
    const QString plain = instanceName({});
    QVERIFY(!plain.isEmpty());
    CommandLine lead;
    lead.leadId = u"lead_a"_s;
    QCOMPARE(instanceName(lead), plain);
    CommandLine elsewhere;
    elsewhere.apiUrl = m_server.baseUrl();
    CommandLine readOnly;
    readOnly.readOnly = true;
    const QStringList names{plain, instanceName(elsewhere), instanceName(readOnly),
                            instanceName({}, credentials("api_one"_ba)),
                            instanceName({}, credentials("api_two"_ba))};
    QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), names.size());
    for (const QString &name : names)
        QVERIFY2(!name.contains(u"api"_s), qPrintable(name));
    CommandLine demo;
    demo.demo = true;
    QCOMPARE(instanceName(demo), QString());
    CommandLine tour = elsewhere;
    tour.tourDirectory = u"pictures"_s;
    QCOMPARE(instanceName(tour), QString());
}

void TestSingleInstance::secondStartHandsItsLeadOver()
{
    const auto first = start();
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 1, Patience);
    const QString lead = m_server.get(u"/lead/?_limit=1"_s)["data"_L1][0]["id"_L1].toString();
    QVERIFY(!lead.isEmpty());
    QVERIFY(m_server.clearRequests());

    const auto second = start(apiUrl() << u"https://app.close.com/lead/%1/"_s.arg(lead));
    QVERIFY(second->waitForFinished(Patience));
    QCOMPARE(second->exitCode(), 0);
    // The first one shows it; the second asked Close nothing.
    QTRY_VERIFY_WITH_TIMEOUT(!m_server.requests(u"GET"_s, u"/lead/%1/"_s.arg(lead)).isEmpty(), Patience);
    QCOMPARE(signIns(), 0);
    QCOMPARE(first->state(), QProcess::Running);
}

void TestSingleInstance::firstWindowComesToTheFront()
{
    CommandLine commandLine;
    commandLine.apiUrl = QUrl(m_server.baseUrl().toString() + u'/'); // as the command line reads it
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home->filePath(u"config"_s));
    SingleInstance instance(instanceName(commandLine, credentials(DemoServer::key().toLatin1())));
    QVERIFY(instance.claim());
    Application application(qApp, commandLine, credentials(DemoServer::key().toLatin1()));
    QObject::connect(&instance, &SingleInstance::requested, &application, &Application::takeStart);
    QSignalSpy requested(&instance, &SingleInstance::requested);
    application.start();
    instance.listen();
    MainWindow *window = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets())
        window = window ? window : qobject_cast<MainWindow *>(widget);
    QVERIFY(window);
    application.sayThatAnotherRuns();
    QCOMPARE(window->messageBar()->current(), u"another"_s);
    QVERIFY(window->signInPage()->messageBar()->isVisible());
    window->showMinimized();
    QVERIFY(window->isMinimized());

    const auto second = start();
    QTRY_COMPARE_WITH_TIMEOUT(requested.size(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(second->state(), QProcess::NotRunning, Patience);
    QCOMPARE(second->exitCode(), 0);
    QVERIFY(!window->isMinimized());
    QVERIFY(window->isVisible());
    QTRY_VERIFY(window->isActiveWindow());
}

void TestSingleInstance::oneOfManyStays()
{
    std::vector<Program> programs;
    for (int i = 0; i < 4; ++i)
        programs.push_back(start());
    const auto running = [&programs] {
        return std::count_if(programs.begin(), programs.end(),
                             [](const auto &program) { return program->state() == QProcess::Running; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(running(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 1, Patience);
    for (const auto &program : programs) {
        if (program->state() == QProcess::NotRunning)
            QCOMPARE(program->exitCode(), 0);
    }
}

void TestSingleInstance::otherRunsAreTheirOwn()
{
    const auto first = start();
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 1, Patience);
    const auto readOnly = start(apiUrl() << u"--read-only"_s);
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 2, Patience);
    const auto tour = start(apiUrl() << u"--tour"_s << m_home->filePath(u"pictures"_s));
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 3, Patience);
    QCOMPARE(first->state(), QProcess::Running);
    QCOMPARE(readOnly->state(), QProcess::Running);
}

void TestSingleInstance::crashLeavesTheWayFree()
{
    auto first = start();
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 1, Patience);
    QTRY_VERIFY(!instanceFile(u".socket"_s).isEmpty());
    first->kill();
    QVERIFY(first->waitForFinished());
    QVERIFY(!instanceFile(u".socket"_s).isEmpty()); // left behind

    const auto second = start();
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 2, Patience);
    QCOMPARE(second->state(), QProcess::Running);
    const auto third = start();
    QVERIFY(third->waitForFinished(Patience));
    QCOMPARE(third->exitCode(), 0);
    QCOMPARE(signIns(), 2);
}

void TestSingleInstance::hangingFirstDoesNotBlock()
{
    const auto first = start();
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 1, Patience);
    ::kill(pid_t(first->processId()), SIGSTOP);
    const auto second = start();
    QTRY_COMPARE_WITH_TIMEOUT(signIns(), 2, Patience);
    QCOMPARE(second->state(), QProcess::Running);
    ::kill(pid_t(first->processId()), SIGCONT);
}

void TestSingleInstance::socketIsTheUsersAlone()
{
    const auto first = start();
    QTRY_VERIFY_WITH_TIMEOUT(!instanceFile(u".socket"_s).isEmpty(), Patience);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(instanceFile(u".socket"_s)).permissions() & others, QFile::Permissions());
}

void TestSingleInstance::nonsenseIsNoLead()
{
    SingleInstance instance(u"leadline-test"_s);
    QVERIFY(instance.claim());
    instance.listen();
    QSignalSpy requested(&instance, &SingleInstance::requested);
    const auto send = [this](const QByteArray &bytes) {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(m_home->filePath(u"run/leadline-test.socket"_s));
        socket->write(bytes);
        return socket;
    };
    const auto text = send("hello\n");
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.last().first().value<StartRequest>().leadId, QString());
    const auto path = send("{\"lead\":\"lead_a/../../me\"}\n");
    QTRY_COMPARE(requested.size(), 2);
    QCOMPARE(requested.last().first().value<StartRequest>().leadId, QString());
    const auto lead = send("{\"lead\":\"lead_a1B\",\"activationToken\":\"x\"}\n");
    QTRY_COMPARE(requested.size(), 3);
    QCOMPARE(requested.last().first().value<StartRequest>().leadId, u"lead_a1B"_s);
    QCOMPARE(requested.last().first().value<StartRequest>().activationToken, "x"_ba);
    const auto endless = send(QByteArray(100'000, 'x'));
    QTRY_COMPARE(endless->state(), QLocalSocket::UnconnectedState);
    QCOMPARE(requested.size(), 3);
}

LEADLINE_TEST(tst_singleinstance, QTEST_MAIN, TestSingleInstance)

} // namespace tst_singleinstance

#include "tst_singleinstance.moc"
