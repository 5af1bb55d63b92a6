// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "environmentfile.h"
#include "testprogram.h"

#include <QProcessEnvironment>
#include <QTest>

namespace tst_environmentfile {

using namespace Leadline;
using namespace Qt::StringLiterals;
using Kind = EnvironmentFileError::Kind;

class TestEnvironmentFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void refused_data();
    void refused();
    void environment();
};

void TestEnvironmentFile::read_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("plain") << "CLOSE_API_KEY=api_1.abc"_ba
                           << "api_1.abc"_ba
                           << ""_ba;
    QTest::newRow("both") << "CLOSE_API_PASSWORD=pw\nCLOSE_API_KEY=api_1\n"_ba
                          << "api_1"_ba
                          << "pw"_ba;
    QTest::newRow("CRLF") << "A=1\r\nCLOSE_API_KEY=api_1\r\nB=2\r\n"_ba
                          << "api_1"_ba
                          << ""_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                        "CLOSE_API_KEY=api_1"_ba
                                     << "api_1"_ba
                                     << ""_ba;
    QTest::newRow("spaces") << "  CLOSE_API_KEY = api_1  "_ba
                            << "api_1"_ba
                            << ""_ba;
    QTest::newRow("export") << "export  CLOSE_API_KEY=api_1"_ba
                            << "api_1"_ba
                            << ""_ba;
    QTest::newRow("double quotes") << "CLOSE_API_KEY=\"api_1\""_ba
                                   << "api_1"_ba
                                   << ""_ba;
    QTest::newRow("single quotes") << "CLOSE_API_KEY='api_1'"_ba
                                   << "api_1"_ba
                                   << ""_ba;
    QTest::newRow("escaped quote") << "CLOSE_API_KEY=\"a\\\"b\""_ba
                                   << "a\"b"_ba
                                   << ""_ba;
    QTest::newRow("dollar in single quotes") << "CLOSE_API_KEY='a${B}'"_ba
                                             << "a${B}"_ba
                                             << ""_ba;
    QTest::newRow("dollar at the end") << "CLOSE_API_KEY=a$"_ba
                                       << "a$"_ba
                                       << ""_ba;
    QTest::newRow("comment after") << "CLOSE_API_KEY=api_1 # mine"_ba
                                   << "api_1"_ba
                                   << ""_ba;
    QTest::newRow("comment after quotes") << "CLOSE_API_KEY='api_1' # mine"_ba
                                          << "api_1"_ba
                                          << ""_ba;
    QTest::newRow("hash inside") << "CLOSE_API_KEY=api#1"_ba
                                 << "api#1"_ba
                                 << ""_ba;
    QTest::newRow("equals inside") << "CLOSE_API_KEY=api=1=="_ba
                                   << "api=1=="_ba
                                   << ""_ba;
    QTest::newRow("commented line") << "#CLOSE_API_KEY=old\nCLOSE_API_KEY=new"_ba
                                    << "new"_ba
                                    << ""_ba;
    QTest::newRow("the last one wins") << "CLOSE_API_KEY=old\nCLOSE_API_KEY=new"_ba
                                       << "new"_ba
                                       << ""_ba;
    QTest::newRow("longer names") << "CLOSE_API_KEY_OLD=old\nMY_CLOSE_API_KEY=my\nCLOSE_API_KEY=new"_ba
                                  << "new"_ba
                                  << ""_ba;
    QTest::newRow("others are not looked at") << "A=\"${B}\nCLOSE_API_KEY=api_1"_ba
                                              << "api_1"_ba
                                              << ""_ba;
    QTest::newRow("a password of words") << "CLOSE_API_KEY=a\nCLOSE_API_PASSWORD='b c'"_ba
                                         << "a"_ba
                                         << "b c"_ba;
}

void TestEnvironmentFile::read()
{
    QFETCH(const QByteArray, text);
    const auto result = parseEnvironmentFile(text);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    QTEST(result->apiKey.bytes(), "key");
    QTEST(result->apiPassword.bytes(), "password");
}

void TestEnvironmentFile::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::newRow("empty file") << ""_ba << Kind::NoKey << 0;
    QTest::newRow("only others") << "A=1\nB=2\n"_ba << Kind::NoKey << 0;
    QTest::newRow("no equals sign") << "CLOSE_API_KEY api_1"_ba << Kind::NoKey << 0;
    QTest::newRow("empty") << "A=1\nCLOSE_API_KEY=\n"_ba << Kind::EmptyKey << 2;
    QTest::newRow("empty quotes") << "CLOSE_API_KEY=\"\""_ba << Kind::EmptyKey << 1;
    QTest::newRow("only a comment") << "CLOSE_API_KEY= # later"_ba << Kind::EmptyKey << 1;
    QTest::newRow("open quote") << "A=1\nCLOSE_API_KEY=\"api_1\nB=\""_ba << Kind::UnfinishedQuote << 2;
    QTest::newRow("open single quote") << "CLOSE_API_KEY='api_1"_ba << Kind::UnfinishedQuote << 1;
    QTest::newRow("reference") << "CLOSE_API_KEY=${OTHER}"_ba << Kind::Reference << 1;
    QTest::newRow("bare reference") << "CLOSE_API_KEY=$OTHER"_ba << Kind::Reference << 1;
    QTest::newRow("quoted reference") << "CLOSE_API_KEY=\"api_${OTHER}\""_ba << Kind::Reference << 1;
    QTest::newRow("command") << "CLOSE_API_KEY=$(pass close)"_ba << Kind::Reference << 1;
    QTest::newRow("text after quotes") << "CLOSE_API_KEY='a'b"_ba << Kind::TrailingText << 1;
    QTest::newRow("a space in the key") << "CLOSE_API_KEY=api 1"_ba << Kind::NotAKey << 1;
    QTest::newRow("binary") << QByteArray("CLOSE_API_KEY=a\0b", 17) << Kind::NotText << 0;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "C\0L\0",
                                          6)
                            << Kind::NotText << 0;
    QTest::newRow("Latin-1") << "CLOSE_API_KEY=\xFC"_ba << Kind::NotText << 0;
    QTest::newRow("the password's quote")
        << "CLOSE_API_KEY=a\nCLOSE_API_PASSWORD='b"_ba << Kind::UnfinishedQuote << 2;
}

void TestEnvironmentFile::refused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    const auto result = parseEnvironmentFile(text);
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QCOMPARE(result.error().line, line);
    const QString message = result.error().message();
    QVERIFY(!message.isEmpty() && !message.contains(u'%'));
    QVERIFY(!message.contains(u"api_1"_s) && !message.contains(u"OTHER"_s));
    QVERIFY(line == 0 || message.contains(QString::number(line)));
}

void TestEnvironmentFile::environment()
{
    QProcessEnvironment environment;
    QVERIFY(!credentialsFromEnvironment(environment));
    environment.insert(u"CLOSE_API_KEY"_s, u"  "_s);
    QVERIFY(!credentialsFromEnvironment(environment));
    environment.insert(u"CLOSE_API_KEY"_s, u" api_1\n"_s);
    environment.insert(u"CLOSE_API_PASSWORD"_s, u"pw"_s);
    const auto credentials = credentialsFromEnvironment(environment);
    QVERIFY(credentials);
    QCOMPARE(credentials->apiKey.bytes(), "api_1"_ba);
    QCOMPARE(credentials->apiPassword.bytes(), "pw"_ba);
}

LEADLINE_TEST(tst_environmentfile, QTEST_GUILESS_MAIN, TestEnvironmentFile)

} // namespace tst_environmentfile

#include "tst_environmentfile.moc"
