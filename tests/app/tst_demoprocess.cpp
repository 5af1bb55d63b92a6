// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoprocess.h"
#include "testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tst_demoprocess {

using namespace Leadline;
using namespace Qt::StringLiterals;

class TestDemoProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realServerListensAndEnds();
    void endsWhenItsInputCloses();
    void isKilledWhenItDoesNotEnd();
    void failures_data();
    void failures();
    void missingProgram();
    void passesTheNumberOfLeads();

private:
    QString script(const QByteArray &body);

    QTemporaryDir m_folder;
};

QString TestDemoProcess::script(const QByteArray &body)
{
    const QString path =
        m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QString::number(qHash(body)));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body) < 0)
        qFatal("no script");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void TestDemoProcess::realServerListensAndEnds()
{
    const auto connects = [](const QUrl &url) {
        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        return socket.waitForConnected(3000);
    };
    // The copy beside the test programs is the one the program itself would start.
    QCOMPARE(DemoProcess::defaultExecutable(), QStringLiteral(LEADLINE_DEMO_PROGRAM));
    auto demo = std::make_unique<DemoProcess>();
    QSignalSpy ready(demo.get(), &DemoProcess::ready);
    QSignalSpy failed(demo.get(), &DemoProcess::failed);
    demo->start(5);
    QTRY_VERIFY_WITH_TIMEOUT(ready.count() + failed.count() == 1, 30000);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));
    const QUrl url = demo->apiUrl();
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QCOMPARE(url.path(), u"/api/v1/"_s);
    QVERIFY(connects(url));
    demo.reset();
    QVERIFY(!connects(url));
    QVERIFY(failed.isEmpty());
}

void TestDemoProcess::endsWhenItsInputCloses()
{
    const QString trace = m_folder.filePath(u"ended"_s);
    auto demo = std::make_unique<DemoProcess>(
        script("echo LISTENING http://127.0.0.1:1/api/v1\ncat\necho by itself >" + trace.toUtf8() + '\n'));
    QSignalSpy ready(demo.get(), &DemoProcess::ready);
    demo->start(1);
    QVERIFY(ready.wait());
    QCOMPARE(demo->apiUrl(), QUrl(u"http://127.0.0.1:1/api/v1/"_s));
    demo.reset();
    QVERIFY(QFile::exists(trace));
}

void TestDemoProcess::isKilledWhenItDoesNotEnd()
{
    // A connection that it holds open closes only when the process is gone.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(server.serverPort());
    QFile stubborn(
        script("exec bash -c 'exec 3<>/dev/tcp/127.0.0.1/" + port +
               "; echo LISTENING http://127.0.0.1:1/api/v1; while :; do read -r line <&3; done'\n"));
    auto demo = std::make_unique<DemoProcess>(stubborn.fileName());
    QSignalSpy ready(demo.get(), &DemoProcess::ready);
    demo->start(1);
    QVERIFY(ready.wait());
    QVERIFY(server.hasPendingConnections() || server.waitForNewConnection(3000));
    const std::unique_ptr<QTcpSocket> alive(server.nextPendingConnection());
    QCOMPARE(alive->state(), QAbstractSocket::ConnectedState);
    demo.reset();
    QTRY_COMPARE(alive->state(), QAbstractSocket::UnconnectedState);
}

void TestDemoProcess::failures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("ends at once") << "exit 0\n"_ba << u"ended"_s;
    QTest::newRow("says why it ends") << "echo no port is free >&2\nexit 1\n"_ba << u"no port is free"_s;
    QTest::newRow("says something else") << "echo hello\ncat\n"_ba << u"where it listens"_s;
    QTest::newRow("listens elsewhere")
        << "echo LISTENING http://example.com/api/v1\ncat\n"_ba << u"where it listens"_s;
}

void TestDemoProcess::failures()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, mentions);
    DemoProcess demo(script(body));
    QSignalSpy ready(&demo, &DemoProcess::ready);
    QSignalSpy failed(&demo, &DemoProcess::failed);
    demo.start(1);
    QVERIFY(failed.wait());
    const QString message = failed.first().first().toString();
    QVERIFY2(message.contains(mentions), qPrintable(message));
    QVERIFY(ready.isEmpty());
    QVERIFY(demo.apiUrl().isEmpty());
}

void TestDemoProcess::missingProgram()
{
    DemoProcess demo(m_folder.filePath(u"nothing-here"_s));
    QSignalSpy failed(&demo, &DemoProcess::failed);
    demo.start(1);
    QVERIFY(failed.isEmpty());
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().toString().contains(u"nothing-here"_s));
}

void TestDemoProcess::passesTheNumberOfLeads()
{
    DemoProcess demo(script("echo \"$*\" >&2\nexit 1\n"));
    QSignalSpy failed(&demo, &DemoProcess::failed);
    demo.start(1234, QDateTime(QDate(2026, 3, 1), QTime(9, 30), Qt::OffsetFromUTC, 7200));
    QVERIFY(failed.wait());
    QVERIFY2(failed.first().first().toString().contains(u"--leads 1234 --now 2026-03-01T07:30:00"_s),
             qPrintable(failed.first().first().toString()));
}

LEADLINE_TEST(tst_demoprocess, QTEST_GUILESS_MAIN, TestDemoProcess)

} // namespace tst_demoprocess

#include "tst_demoprocess.moc"
