// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxdesk.h"
#include "testprogram.h"

#include <QRandomGenerator>
#include <QSignalSpy>

namespace tst_outboxfate {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

namespace {

/// That cannot be compressed.
QString randomText(int bytes)
{
    QByteArray text(bytes, Qt::Uninitialized);
    for (char &each : text)
        each = char(QRandomGenerator::global()->bounded(256));
    return QString::fromLatin1(text.toBase64());
}

} // namespace

/// What waits outlives its session, a full disk and a paused sync.
class OutboxFateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nextSignInTakesItOver_data();
    void nextSignInTakesItOver();
    void fullDiskIsToldOfAndMadeUpFor();
    void creationWaitsForRoomOnTheDisk();
    void networkIsNoticedThoughTheSyncIsPaused();

private:
    Session &session() const { return *m_desk.session; }
    Outbox &outbox() const { return *m_desk.session->outbox(); }

    OutboxDesk m_desk;
    QString m_lead;
};

void OutboxFateTest::init()
{
    QVERIFY2(m_desk.setUp(), qPrintable(m_desk.server.errorText()));
    QVERIFY(m_desk.signIn());
    m_lead = m_desk.leadId();
    QVERIFY(!m_lead.isEmpty());
    QVERIFY(m_desk.server.clearRequests());
}

void OutboxFateTest::nextSignInTakesItOver_data()
{
    QTest::addColumn<bool>("hasKeychain");
    QTest::newRow("kept") << true;
    QTest::newRow("in memory") << false;
}

/// The key was refused while something waits: who signs in again finds it there, and each is sent once.
void OutboxFateTest::nextSignInTakesItOver()
{
    QFETCH(bool, hasKeychain);
    if (!hasKeychain) {
        m_desk.quit();
        m_desk.keychain.setError(CredentialError{CredentialError::Kind::NoBackend, u"none"_s});
        QVERIFY(m_desk.signIn(KeySource::Environment));
    }
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://typed.example"_s);
    outbox().addCreation(RecordKind::Lead, {{u"name"_s, u"Typed Once Ltd"_s}});
    QVERIFY(m_desk.server.addFault(
        {{u"match"_s, QJsonObject{{u"path"_s, u"/"_s}}}, {u"status"_s, 401}, {u"times"_s, -1}}));
    QSignalSpy refused(&session(), &Session::keyRefused);
    m_desk.mendNetwork();
    session().refresh();
    outbox().retry();
    // The outbox's own request, too, which may come after one of the sync's: were it answered when the refusals
    // are over, it would be sent here.
    const auto isRefused = [this] {
        const QList<OutboxEntry> &entries = outbox().entries();
        return !entries.isEmpty() && entries.first().state == OutboxEntry::State::Waiting && entries.first().error &&
               entries.first().error->kind == ApiError::Kind::Unauthorized;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!refused.isEmpty() && isRefused(), Patience);
    QCOMPARE(outbox().size(), 2);
    QVERIFY(m_desk.server.clearFaults());

    const std::shared_ptr<Session> before = m_desk.session;
    QVERIFY(m_desk.signInAgain());
    QVERIFY(m_desk.session != before);
    session().takeOver(*before);
    QVERIFY(before->outbox()->isEmpty());
    QCOMPARE(outbox().size(), 2);
    QCOMPARE(outbox().isKept(), hasKeychain);
    session().refresh();
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://typed.example"_s);
    QCOMPARE(m_desk.leadsNamed(u"Typed Once Ltd"_s), 1);
}

/// What the disk does not take waits in memory, and is written once there is room.
void OutboxFateTest::fullDiskIsToldOfAndMadeUpFor()
{
    QVERIFY(m_desk.setUp({u"--leads"_s, u"60"_s}, "8m"));
    if (!m_desk.disk()->isThere())
        QSKIP("only root on Linux can mount");
    QVERIFY(m_desk.signIn());
    m_lead = m_desk.leadId();
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://before.example"_s);
    QVERIFY(m_desk.disk()->fill());
    QSignalSpy failed(&outbox(), &Outbox::keepingFailed);
    // As much as SQLite's own files have no room for.
    for (int i = 0; i < 50 && failed.isEmpty(); ++i) {
        outbox().addNote({.leadId = m_lead, .note = u"Number %1 "_s.arg(i) + randomText(4000)}, {});
        bool isWritten = false;
        session().countUnsent(this, [&isWritten](qint64) { isWritten = true; });
        QTRY_VERIFY(isWritten);
    }
    QCOMPARE(failed.count(), 1);
    QVERIFY(!outbox().isKept());
    const qsizetype waiting = outbox().size();
    QVERIFY(waiting > 1);

    QVERIFY(m_desk.disk()->free());
    session().refresh(); // fails as before, and with it comes the next attempt
    QTRY_VERIFY_WITH_TIMEOUT(outbox().isKept(), Patience);
    QVERIFY(m_desk.start());
    QTRY_COMPARE(outbox().size(), waiting);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.server.requests(u"POST"_s, u"/activity/note/"_s).size(), waiting - 1);
    QVERIFY(m_desk.start());
    QTRY_VERIFY(session().leads()->count() == 60U);
    QVERIFY(outbox().isEmpty());
}

/// A creation about to leave that the disk cannot be told of would be there twice after a crash: it waits for
/// room.
void OutboxFateTest::creationWaitsForRoomOnTheDisk()
{
    QVERIFY(m_desk.setUp({u"--leads"_s, u"60"_s}, "8m"));
    if (!m_desk.disk()->isThere())
        QSKIP("only root on Linux can mount");
    QVERIFY(m_desk.signIn());
    QVERIFY(m_desk.goOffline());
    outbox().addCreation(RecordKind::Lead,
                         {{u"name"_s, u"Needs Room Ltd"_s}, {u"description"_s, randomText(4000)}});
    QVERIFY(m_desk.disk()->fill());
    QSignalSpy failed(&outbox(), &Outbox::keepingFailed);
    for (int i = 0; i < 50 && failed.isEmpty(); ++i) {
        outbox().addNote({.leadId = m_desk.leadId(), .note = u"Number %1 "_s.arg(i) + randomText(4000)}, {});
        bool isWritten = false;
        session().countUnsent(this, [&isWritten](qint64) { isWritten = true; });
        QTRY_VERIFY(isWritten);
    }
    QCOMPARE(failed.count(), 1);
    QVERIFY(m_desk.server.clearRequests());
    QVERIFY(m_desk.goOnline());
    outbox().retry();
    QTRY_VERIFY(outbox().entries().first().waitsForRoom);
    QCOMPARE(outbox().entries().first().state, OutboxEntry::State::Waiting);
    QVERIFY(!outbox().entries().first().isAttempted);
    QVERIFY(m_desk.server.requests(u"POST"_s, u"/lead/"_s).isEmpty());

    QVERIFY(m_desk.disk()->free());
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.server.requests(u"POST"_s, u"/lead/"_s).size(), 1);
    QCOMPARE(m_desk.leadsNamed(u"Needs Room Ltd"_s), 1);
}

/// Nobody asks Close for anything then but what looks for the network.
void OutboxFateTest::networkIsNoticedThoughTheSyncIsPaused()
{
    session().setSyncPace({.visible = std::chrono::milliseconds(100)});
    QVERIFY(m_desk.goOffline());
    session().pauseSync();
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://paused.example"_s);
    QCOMPARE(outbox().size(), 1);
    m_desk.mendNetwork();
    QVERIFY(m_desk.isSent());
    QVERIFY(session().isOnline());
    QCOMPARE(session().syncState().phase, SyncState::Phase::Paused);
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://paused.example"_s);
    // It goes while the sync is paused, too.
    m_desk.cutNetwork();
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://again.example"_s);
    QTRY_COMPARE_WITH_TIMEOUT(outbox().size(), 1, Patience);
    QVERIFY(!session().isOnline());
    m_desk.mendNetwork();
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://again.example"_s);
}

LEADLINE_TEST(tst_outboxfate, QTEST_GUILESS_MAIN, OutboxFateTest)

} // namespace tst_outboxfate

#include "tst_outboxfate.moc"
