// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "accountlist.h"
#include "credentialanswers.h"
#include "demoserver.h"
#include "keychaincredentialstore.h"
#include "testprogram.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QJsonDocument>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace tst_report {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// `leadline --report pipeline`, run as from a terminal without any display: in the demo, with the
/// environment's key and with the one in the desktop's real keychain.
class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void demo_data();
    void demo();
    void environmentKey();
    void keychainKey();
    void noKeyIsSaid();
    void whatCloseSaysIsSaid();

private:
    struct Outcome
    {
        int exitCode = -1;
        QByteArray output;
        QByteArray complaint;
    };
    Outcome run(const QStringList &arguments, const QString &key = {}) const;
    QStringList here(const QString &format) const;
    void verifyReport(const QByteArray &json) const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestReport::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"80"_s}).isValid(), qPrintable(m_server.errorText()));
}

void TestReport::init()
{
    QVERIFY(m_server.reset());
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
}

QStringList TestReport::here(const QString &format) const
{
    return {u"--api-url"_s, m_server.baseUrl().toString(), u"--report"_s, u"pipeline"_s, u"--format"_s,
            format};
}

TestReport::Outcome TestReport::run(const QStringList &arguments, const QString &key) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"CLOSE_API_KEY"_s, u"CLOSE_API_PASSWORD"_s})
        environment.remove(name);
    // Would a window be opened, this would fail.
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home->path());
    environment.insert(u"XDG_DATA_HOME"_s, m_home->filePath(u"data"_s));
    if (!key.isEmpty())
        environment.insert(u"CLOSE_API_KEY"_s, key);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LEADLINE_PROGRAM), arguments);
    if (!program.waitForFinished(60'000))
        return {};
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

/// The groups add up, and are those of Close.
void TestReport::verifyReport(const QByteArray &json) const
{
    const QJsonObject report = QJsonDocument::fromJson(json).object();
    qint64 count = 0;
    qint64 value = 0;
    for (const QJsonValue &group : report.value("groups"_L1).toArray()) {
        count += group["count"_L1].toInteger();
        value += group["value"_L1]["annualized"_L1].toInteger();
    }
    QVERIFY(count > 0);
    QCOMPARE(report.value("total"_L1)["count"_L1].toInteger(), count);
    QCOMPARE(report.value("total"_L1)["value"_L1]["annualized"_L1].toInteger(), value);
    QCOMPARE(report.value("currency"_L1).toString(), u"EUR"_s);
    const QJsonObject close = m_server.get(u"/opportunity/?_limit=1"_s);
    QCOMPARE(count, close.value("total_results"_L1).toInteger());
    QCOMPARE(value, close.value("total_value_annualized"_L1).toInteger());
}

void TestReport::demo_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("csv") << u"csv"_s;
    QTest::newRow("json") << u"json"_s;
    QTest::newRow("md") << u"md"_s;
}

void TestReport::demo()
{
    QFETCH(const QString, format);
    const Outcome outcome = run({u"--demo=80"_s, u"--report"_s, u"pipeline"_s, u"--format"_s, format});
    QVERIFY2(outcome.exitCode == 0, outcome.complaint.constData());
    if (format == "json"_L1) {
        verifyReport(outcome.output);
    } else {
        QVERIFY2(outcome.output.contains("Demo booked"), outcome.output.constData());
        QVERIFY(outcome.output.contains(format == "md"_L1 ? "|---|" : "\r\n"));
    }
}

void TestReport::environmentKey()
{
    const Outcome outcome = run(here(u"json"_s), DemoServer::key());
    QVERIFY2(outcome.exitCode == 0, outcome.complaint.constData());
    verifyReport(outcome.output);
    for (const QJsonValue &request : m_server.requests())
        QVERIFY(request["method"_L1].toString() == "GET"_L1 ||
                request["path"_L1].toString() == "/data/search/"_L1);
}

void TestReport::keychainKey()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const bool found =
        bus.isConnected() && bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value();
    if (!found && !qEnvironmentVariableIsSet("LEADLINE_TEST_SESSION"))
        QSKIP("no Secret Service on this session's bus; packaging/test.sh starts one");
    QVERIFY2(found, "the test session has no Secret Service");
    const QJsonObject me = m_server.get(u"/me/"_s);
    const QString organization = me["organizations"_L1][0]["id"_L1].toString();
    // As the command line has addresses.
    const QUrl apiUrl(m_server.baseUrl().toString() + u'/');
    QSettings settings(m_home->filePath(u"leadline/leadline.conf"_s), QSettings::IniFormat);
    AccountList(settings).remember({apiUrl, organization, u"Halden"_s, me["id"_L1].toString(), u"Ana"_s});
    settings.sync();
    KeychainCredentialStore keychain;
    const CredentialId entry{apiUrl, organization, CredentialId::Kind::ApiKey};
    VERIFY_ANSWERED(writeNow(keychain, entry, DemoServer::key().toUtf8()));
    const Outcome outcome = run(here(u"json"_s));
    VERIFY_ANSWERED(removeNow(keychain, entry));
    QVERIFY2(outcome.exitCode == 0, outcome.complaint.constData());
    verifyReport(outcome.output);
}

void TestReport::noKeyIsSaid()
{
    const Outcome outcome = run(here(u"csv"_s));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY2(outcome.complaint.contains("CLOSE_API_KEY"), outcome.complaint.constData());
}

void TestReport::whatCloseSaysIsSaid()
{
    const Outcome refused = run(here(u"csv"_s), u"api_unknown"_s);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.output.isEmpty());
    QVERIFY2(refused.complaint.startsWith("leadline: "), refused.complaint.constData());
    // Sums of a part would be wrong ones.
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"path"_s, u"/opportunity/"_s}}}, {u"status"_s, 403}, {u"times"_s, -1}}));
    const Outcome partial = run(here(u"csv"_s), DemoServer::key());
    QCOMPARE(partial.exitCode, 1);
    QVERIFY(partial.output.isEmpty());
    QVERIFY(!partial.complaint.isEmpty());
}

LEADLINE_TEST(tst_report, QTEST_GUILESS_MAIN, TestReport)

} // namespace tst_report

#include "tst_report.moc"
