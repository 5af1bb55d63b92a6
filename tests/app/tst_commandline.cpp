// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "commandline.h"
#include "testprogram.h"

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace tst_commandline {

using namespace Leadline;
using namespace Qt::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void refused_data();
    void refused();
    void apiUrls_data();
    void apiUrls();
    void leads_data();
    void leads();
    void programWithoutDisplay_data();
    void programWithoutDisplay();
    void tourThatCannotBegin_data();
    void tourThatCannotBegin();
};

void TestCommandLine::understood_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<CommandLine>("expected");
    const auto row = [](const char *name, const QStringList &arguments, auto change) {
        CommandLine expected;
        change(expected);
        QTest::newRow(name) << arguments << expected;
    };
    row("nothing", {}, [](CommandLine &) {});
    row("demo", {u"--demo"_s}, [](CommandLine &c) { c.demo = true; });
    row("demo does not take the next argument", {u"--demo"_s, u"lead_a1B"_s}, [](CommandLine &c) {
        c.demo = true;
        c.leadId = u"lead_a1B"_s;
    });
    row("demo with leads", {u"--demo=100000"_s}, [](CommandLine &c) {
        c.demo = true;
        c.demoLeads = 100000;
    });
    row("empty demo", {u"--demo=0"_s}, [](CommandLine &c) {
        c.demo = true;
        c.demoLeads = 0;
    });
    row("read-only", {u"--read-only"_s}, [](CommandLine &c) { c.readOnly = true; });
    row("api url", {u"--api-url"_s, u"https://api.close.com/api/v1/"_s},
        [](CommandLine &c) { c.apiUrl = QUrl(u"https://api.close.com/api/v1/"_s); });
    row("api url with =", {u"--api-url=http://127.0.0.1:8080/api/v1"_s},
        [](CommandLine &c) { c.apiUrl = QUrl(u"http://127.0.0.1:8080/api/v1/"_s); });
    row("a tour works in the demo", {u"--tour"_s, u"/tmp/t"_s}, [](CommandLine &c) {
        c.tourDirectory = u"/tmp/t"_s;
        c.demo = true;
    });
    row("a tour of another server", {u"--tour=/tmp/t"_s, u"--api-url"_s, u"http://[::1]:9/api/v1"_s},
        [](CommandLine &c) {
            c.tourDirectory = u"/tmp/t"_s;
            c.apiUrl = QUrl(u"http://[::1]:9/api/v1/"_s);
        });
    row("report", {u"--report"_s, u"pipeline"_s, u"--format=json"_s, u"--group-by"_s, u"close-month"_s, u"--demo"_s},
        [](CommandLine &c) {
            c.demo = true;
            c.report = u"pipeline"_s;
            c.reportFormat = u"json"_s;
            c.groupBy = u"close-month"_s;
        });
    row("help", {u"--help"_s}, [](CommandLine &c) { c.action = CommandLine::Action::ShowHelp; });
    row("version", {u"--version"_s}, [](CommandLine &c) { c.action = CommandLine::Action::ShowVersion; });
    row("lead link", {u"https://app.close.com/lead/lead_a1B/"_s},
        [](CommandLine &c) { c.leadId = u"lead_a1B"_s; });
    row("after --", {u"--"_s, u"lead_a1B"_s}, [](CommandLine &c) { c.leadId = u"lead_a1B"_s; });
    row("Qt's own options", {u"-platform"_s, u"offscreen"_s, u"--style=fusion"_s, u"-reverse"_s, u"--demo"_s},
        [](CommandLine &c) { c.demo = true; });
}

void TestCommandLine::understood()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const CommandLine, expected);
    const auto result = parseCommandLine(arguments);
    QVERIFY2(result, qPrintable(result ? QString() : result.error()));
    QVERIFY(*result == expected);
}

void TestCommandLine::refused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("unknown") << QStringList{u"--colour"_s} << u"--colour"_s;
    QTest::newRow("line breaks") << QStringList{u"--a\nb"_s} << u"--a b"_s;
    QTest::newRow("leads in words") << QStringList{u"--demo=many"_s} << u"many"_s;
    QTest::newRow("no leads after =") << QStringList{u"--demo="_s} << u"--demo"_s;
    QTest::newRow("negative leads") << QStringList{u"--demo=-1"_s} << u"-1"_s;
    QTest::newRow("too many leads") << QStringList{u"--demo=1000001"_s} << u"1000000"_s;
    QTest::newRow("no url") << QStringList{u"--api-url"_s} << u"--api-url"_s;
    QTest::newRow("http elsewhere") << QStringList{u"--api-url=http://api.close.com/api/v1"_s} << u"https"_s;
    QTest::newRow("demo elsewhere") << QStringList{u"--demo"_s, u"--api-url=https://api.close.com"_s}
                                    << u"--demo"_s;
    QTest::newRow("no folder") << QStringList{u"--tour"_s} << u"--tour"_s;
    QTest::newRow("an option as folder") << QStringList{u"--tour"_s, u"--demo"_s} << u"--tour"_s;
    QTest::newRow("a value too many") << QStringList{u"--read-only=yes"_s} << u"--read-only"_s;
    QTest::newRow("not a lead") << QStringList{u"cont_a1B"_s} << u"cont_a1B"_s;
    QTest::newRow("two leads") << QStringList{u"lead_a1B"_s, u"lead_a1C"_s} << u"one lead"_s;
    QTest::newRow("empty argument") << QStringList{QString()} << u"lead id"_s;
    QTest::newRow("an option after --") << QStringList{u"--"_s, u"--demo"_s} << u"--demo"_s;
}

void TestCommandLine::refused()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, mentions);
    const auto result = parseCommandLine(arguments);
    QVERIFY(!result);
    QVERIFY2(result.error().contains(mentions), qPrintable(result.error()));
    QVERIFY(!result.error().contains(u'\n'));
}

void TestCommandLine::apiUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("https") << u"https://api.close.com/api/v1"_s << true;
    QTest::newRow("https on a port") << u"https://proxy.example:8443/api/v1"_s << true;
    QTest::newRow("http 127.0.0.1") << u"http://127.0.0.1:80/api/v1"_s << true;
    QTest::newRow("http 127.9.8.7") << u"http://127.9.8.7/api/v1"_s << true;
    QTest::newRow("http ::1") << u"http://[::1]:8080/api/v1"_s << true;
    QTest::newRow("http localhost") << u"http://localhost:8080/api/v1"_s << true;
    QTest::newRow("http LOCALHOST") << u"HTTP://LOCALHOST:8080/api/v1"_s << true;
    QTest::newRow("http elsewhere") << u"http://api.close.com/api/v1"_s << false;
    QTest::newRow("http 128.0.0.1") << u"http://128.0.0.1/api/v1"_s << false;
    QTest::newRow("a name like an address") << u"http://127.0.0.1.example.com/api/v1"_s << false;
    QTest::newRow("a name like localhost") << u"http://localhost.example.com/api/v1"_s << false;
    QTest::newRow("any address") << u"http://0.0.0.0/api/v1"_s << false;
    QTest::newRow("a key in it") << u"https://api_key@api.close.com/api/v1"_s << false;
    QTest::newRow("loopback as user") << u"http://127.0.0.1@example.com/api/v1"_s << false;
    QTest::newRow("a query") << u"https://api.close.com/api/v1?a=b"_s << false;
    QTest::newRow("no scheme") << u"api.close.com"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestCommandLine::apiUrls()
{
    QFETCH(const QString, url);
    QTEST(isAllowedApiUrl(QUrl(url, QUrl::StrictMode)), "allowed");
}

void TestCommandLine::leads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("id") << u"lead_a1B"_s << u"lead_a1B"_s;
    QTest::newRow("spaces around") << u" lead_a1B\n"_s << u"lead_a1B"_s;
    QTest::newRow("link") << u"https://app.close.com/lead/lead_a1B/"_s << u"lead_a1B"_s;
    QTest::newRow("no slash at the end") << u"https://app.close.com/lead/lead_a1B"_s << u"lead_a1B"_s;
    QTest::newRow("old host") << u"https://app.close.io/lead/lead_a1B/"_s << u"lead_a1B"_s;
    QTest::newRow("no scheme") << u"app.close.com/lead/lead_a1B/"_s << u"lead_a1B"_s;
    QTest::newRow("fragment and query")
        << u"https://app.close.com/lead/lead_a1B/?x=1#activity"_s << u"lead_a1B"_s;
    QTest::newRow("another host") << u"https://app.close.com.example.com/lead/lead_a1B/"_s << QString();
    QTest::newRow("a contact") << u"https://app.close.com/contact/cont_a1B/"_s << QString();
    QTest::newRow("the list") << u"https://app.close.com/leads/"_s << QString();
    QTest::newRow("a path in the id") << u"lead_a1B/../me"_s << QString();
    QTest::newRow("only the prefix") << u"lead_"_s << QString();
}

void TestCommandLine::leads()
{
    QFETCH(const QString, text);
    QTEST(leadIdFromText(text), "id");
}

void TestCommandLine::programWithoutDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"leadline " LEADLINE_VERSION "\n"_s
                             << QString();
    QTest::newRow("bad option") << QStringList{u"--colour"_s} << 2 << QString()
                                << u"leadline: unknown option --colour\n"_s;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << commandLineHelp() << QString();
}

void TestCommandLine::programWithoutDisplay()
{
    QFETCH(const QStringList, arguments);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LEADLINE_PROGRAM), arguments);
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QTEST(program.exitCode(), "exitCode");
    QTEST(QString::fromLocal8Bit(program.readAllStandardOutput()), "output");
    QTEST(QString::fromLocal8Bit(program.readAllStandardError()), "complaint");
}

void TestCommandLine::tourThatCannotBegin_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no key")
        << QString() << u"leadline: A tour of this address needs a key, in CLOSE_API_KEY for instance.\n"_s;
    QTest::newRow("nobody there")
        << u"api_x"_s << u"leadline: Close cannot be reached. Check the network and try again.\n"_s;
}

/// It ends, instead of waiting on the sign-in page for somebody who is not there.
void TestCommandLine::tourThatCannotBegin()
{
    QFETCH(const QString, key);
    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"CLOSE_API_PASSWORD"_s);
    environment.insert(u"CLOSE_API_KEY"_s, key);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    QTcpServer free; // a port nobody listens at, once this is closed
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QString url = u"http://127.0.0.1:%1/api/v1"_s.arg(free.serverPort());
    free.close();
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LEADLINE_PROGRAM), {u"--tour"_s, home.path(), u"--api-url"_s, url});
    QVERIFY(program.waitForFinished(90'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 1);
    QTEST(QString::fromLocal8Bit(program.readAllStandardError()), "complaint");
}

LEADLINE_TEST(tst_commandline, QTEST_GUILESS_MAIN, TestCommandLine)

} // namespace tst_commandline

#include "tst_commandline.moc"
