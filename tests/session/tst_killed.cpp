// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "killable.h"
#include "memorykeychain.h"
#include "programstart.h"
#include "sessionanswers.h"
#include "smalldisk.h"
#include "testprogram.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>

namespace tst_killed {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// The whole of the program below its window as a process that ends when and how it likes least.
class KilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void killedAtAnyMoment();
    void diskFillsUp();
    void fullDiskIsErased();

private:
    std::shared_ptr<Session> start(const QString &folder);
    static bool sync(Session &session);
    void changeSomething();
    void compare(const Session &session);

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemoryKeychain m_keychain;
    QRandomGenerator m_random{11};
    QStringList m_leads;
    int m_changes = 0;
};

void KilledTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_keychain.entries().clear();
    QVERIFY2(m_server.start({u"--leads"_s, u"900"_s, u"--latency"_s, u"15"_s}).isValid(),
             qPrintable(m_server.errorText()));
    m_leads = idsOf(m_server, u"/lead/"_s).values();
    m_leads.sort();
}

/// In this process, over what the others have left.
std::shared_ptr<Session> KilledTest::start(const QString &folder)
{
    ProgramStart program(m_keychain, m_server.baseUrl(), folder);
    return program.sessionAfter([](SignIn &signIn) {
        signIn.verify(Secret(DemoServer::key().toLatin1()), Secret(), KeySource::Typed);
    });
}

/// A refresh waits until the copy has been read.
bool KilledTest::sync(Session &session)
{
    QSignalSpy begun(&session, &Session::syncStateChanged);
    session.refresh();
    return waitFor([&begun] { return !begun.isEmpty(); }, 30000) && isSynced(session, 120000);
}

void KilledTest::changeSomething()
{
    const QString text = u"Changed %1"_s.arg(++m_changes);
    const QString id = m_leads.at(m_random.bounded(int(m_leads.size())));
    switch (m_random.bounded(4)) {
    case 0:
        m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, text}});
        break;
    case 1:
        m_server.exchange("DELETE", u"/lead/%1/"_s.arg(id));
        break;
    default:
        m_server.exchange("PUT", u"/lead/%1/"_s.arg(id), {{u"name"_s, text}});
        break;
    }
}

void KilledTest::compare(const Session &session)
{
    QSet<QString> met;
    bool hasMore = true;
    for (int skip = 0; hasMore; skip += 100) {
        const QJsonObject page =
            m_server.get(u"/lead/?_fields=id,display_name&_limit=100&_skip=%1"_s.arg(skip));
        hasMore = page.value("has_more"_L1).toBool();
        for (const QJsonValue &lead : page.value("data"_L1).toArray()) {
            const QString id = lead["id"_L1].toString();
            met.insert(id);
            QCOMPARE(id + value(*session.leads(), id, u"shown_name"_s).toString(),
                     id + lead["display_name"_L1].toString());
        }
    }
    QCOMPARE(idsOf(*session.leads()), met);
    for (const auto &[path, table] :
         {std::pair(u"/contact/"_s, session.contacts()),
          std::pair(u"/opportunity/"_s, session.opportunities()), std::pair(u"/task/"_s, session.tasks())})
        QCOMPARE(idsOf(*table), idsOf(m_server, path));
}

/// Killed while it loads for the first time, while it follows and while it writes its snapshots; others go on
/// working meanwhile. Each start opens what the last one left; at the end all of it is there.
void KilledTest::killedAtAnyMoment()
{
    const QString folder = m_folder->path();
    QVERIFY(start(folder)); // makes the copy and its key
    for (int round = 0; round < 10; ++round) {
        KillableProcess runner;
        QVERIFY(runner.start(QStringLiteral(SYNC_RUNNER), {folder, m_server.baseUrl().toString(),
                                                           m_keychain.toArgument(), DemoServer::key()}));
        QVERIFY(runner.waitFor("kept"));
        QElapsedTimer timer;
        timer.start();
        const int moment = m_random.bounded(round < 6 ? 600 : 4000);
        while (timer.elapsed() < moment)
            changeSomething();
        QVERIFY(runner.kill());
    }
    const auto session = start(folder);
    QVERIFY(session);
    QCOMPARE(session->copyState().kind, CopyState::Kind::Kept);
    QVERIFY(sync(*session));
    compare(*session);
}

/// The disk fills up in the middle of a first sync: the tables get everything, the person is told, and the
/// next start on a disk with room goes on.
void KilledTest::diskFillsUp()
{
    SmallDisk disk(m_folder->filePath(u"disk"_s), "1200k");
    if (!disk.isThere())
        QSKIP("only root on Linux can mount");
    {
        const auto session = start(disk.folder());
        QVERIFY(session);
        QCOMPARE(session->copyState().kind, CopyState::Kind::Kept);
        QSignalSpy told(session.get(), &Session::copyStateChanged);
        QVERIFY(sync(*session));
        compare(*session);
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(session->copyState().kind, CopyState::Kind::DiskFull);
    }
    QVERIFY(disk.resize("64m"));
    const auto session = start(disk.folder());
    QVERIFY(session);
    QCOMPARE(session->copyState().kind, CopyState::Kind::Kept);
    QVERIFY(sync(*session));
    compare(*session);
    QCOMPARE(session->copyState().kind, CopyState::Kind::Kept);
}

/// What a full disk left half written can be erased.
void KilledTest::fullDiskIsErased()
{
    SmallDisk disk(m_folder->filePath(u"disk"_s), "1200k");
    if (!disk.isThere())
        QSKIP("only root on Linux can mount");
    ProgramStart program(m_keychain, m_server.baseUrl(), disk.folder());
    const auto session = program.sessionAfter([](SignIn &signIn) {
        signIn.verify(Secret(DemoServer::key().toLatin1()), Secret(), KeySource::Typed);
    });
    QVERIFY(session);
    QVERIFY(sync(*session));
    QTRY_COMPARE(session->copyState().kind, CopyState::Kind::DiskFull);
    // It is what the menu asks before it offers that.
    QVERIFY(session->copyState().mayBeOnDisk());
    QSignalSpy removed(&program.signIn(), &SignIn::copyRemoved);
    session->closeCopy(&program.signIn(), [&] { program.signIn().removeCopy(session->account()); });
    QTRY_COMPARE(removed.count(), 1);
    QVERIFY(!session->copyState().mayBeOnDisk());
    QDirIterator files(disk.folder() + u"/copies"_s, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY2(!files.hasNext(), qPrintable(files.next()));
    QVERIFY(!QStringList(m_keychain.entries().keys()).join(u' ').contains(u" copy"_s));
}

LEADLINE_TEST(tst_killed, QTEST_GUILESS_MAIN, KilledTest)

} // namespace tst_killed

#include "tst_killed.moc"
