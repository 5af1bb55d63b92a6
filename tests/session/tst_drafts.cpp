// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "contactdetails.h"
#include "demoserver.h"
#include "draftkeeper.h"
#include "memorykeychain.h"
#include "session.h"
#include "signedin.h"
#include "signin.h"
#include "testprogram.h"

#include <QDirIterator>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_drafts {

using namespace Qt::StringLiterals;
using namespace Leadline;
using namespace Leadline::Test;

/// Drafts in the local copy: there again after any end of the program, and readable by nobody.
class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comesBackWhole();
    void reachesTheDiskThoughTheProgramEnds();
    void whatIsHandedInAtTheEndIsKept();
    void removedOnesStayAway();
    void attendedOnesAreNotOffered();
    void moveToTheNextSignIn();
    void withoutAKeychainTheyEndWithTheRun();
    void nothingIsReadable();

private:
    std::shared_ptr<Session> start(KeySource source = KeySource::Typed);
    QList<KeptDraft> kept(const std::shared_ptr<Session> &session) const;
    static KeptDraft draft(const QString &name);

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemoryKeychain m_keychain;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<SignIn> m_signIn;
};

void TestDrafts::init()
{
    m_signIn.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_keychain.setError({});
    m_keychain.entries().clear();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_accounts = std::make_unique<AccountList>(*m_settings);
    if (!m_server.isRunning())
        QVERIFY2(m_server.start({u"--leads"_s, u"20"_s}).isValid(), qPrintable(m_server.errorText()));
}

/// A start of the program up to the session; null when that failed.
std::shared_ptr<Session> TestDrafts::start(KeySource source)
{
    if (!m_signIn) {
        m_signIn = std::make_unique<SignIn>(
            m_keychain, *m_accounts,
            SignIn::Options{m_server.baseUrl(), false, m_folder->filePath(u"copies"_s), quickPacing()});
    }
    std::shared_ptr<Session> session;
    const auto connection = connect(m_signIn.get(), &SignIn::signedIn, this,
                                    [&session](const std::shared_ptr<Session> &made) { session = made; });
    m_signIn->verify(Secret(DemoServer::key().toLatin1()), Secret(), source);
    const bool done =
        waitFor([&session] { return session != nullptr && session->drafts()->isLoaded(); }, 15000);
    disconnect(connection);
    return done ? session : nullptr;
}

QList<KeptDraft> TestDrafts::kept(const std::shared_ptr<Session> &session) const
{
    return session ? session->drafts()->drafts() : QList<KeptDraft>();
}

KeptDraft TestDrafts::draft(const QString &name)
{
    KeptDraft draft{.id = DraftKeeper::makeId(), .kind = KeptDraft::Kind::Lead};
    draft.parts.append({{{u"status_id"_s, u"stat_a"_s}}, {{u"name"_s, name}}, {}});
    return draft;
}

void TestDrafts::comesBackWhole()
{
    KeptDraft held = draft(u"Grünwald & Söhne 株式会社"_s);
    held.leadId = u"lead_a"_s;
    held.leadName = u"Müller & Co"_s;
    held.parts[0].typed.insert(u"url"_s, QVariant());
    held.parts[0].typed.insert(u"custom.cf_gone"_s, QDate(2027, 2, 28));
    held.parts[0].texts.insert(u"custom.cf_seats"_s, u"12 or so"_s);
    held.parts.append(
        {{}, {{u"emails"_s, QVariant::fromValue(QList<EmailAddress>{{u"uta@"_s, u"office"_s}})}}, {}});
    held.attempt = KeptDraft::Attempt{QStringList{u"lead_b"_s},
                                      QDateTime(QDate(2026, 6, 19), QTime(11, 4, 15, 763), Qt::UTC)};
    KeptDraft note{.id = DraftKeeper::makeId(), .kind = KeptDraft::Kind::Note, .leadId = u"lead_a"_s};
    note.parts.append({{}, {{u"note"_s, u"line\nline"_s}, {u"pinned"_s, true}}, {}});
    note.attempt = KeptDraft::Attempt{{}, {}, QDateTime(QDate(2026, 6, 19), QTime(11, 4), Qt::UTC)};
    {
        const std::shared_ptr<Session> session = start();
        QVERIFY(session && session->drafts()->isKept());
        bool isWritten = false;
        session->drafts()->keep(held);
        session->drafts()->keep(note, this, [&](bool written) { isWritten = written; });
        QTRY_VERIFY(isWritten);
        std::optional<qint64> unsent;
        session->countUnsent(this, [&](qint64 count) { unsent = count; });
        QTRY_COMPARE(unsent, 2);
    }
    const QList<KeptDraft> again = kept(start());
    QCOMPARE(again.size(), 2);
    QCOMPARE(again.at(0).id, held.id);
    QVERIFY(again.at(0).isSameText(held));
    QCOMPARE(again.at(0).leadName, held.leadName);
    QVERIFY(again.at(0).parts.at(0).typed.contains(u"url"_s));
    QVERIFY(qAbs(again.at(0).changedAt.secsTo(QDateTime::currentDateTimeUtc())) < 120);
    QVERIFY(again.at(1).isSameText(note));
    QVERIFY(again.at(1).attempt && !again.at(1).attempt->known);
}

/// Quitting at once after the last letter: the worker writes what it was given before it ends.
void TestDrafts::reachesTheDiskThoughTheProgramEnds()
{
    std::shared_ptr<Session> session = start();
    QVERIFY(session);
    for (int i = 0; i < 20; ++i)
        session->drafts()->keep(draft(u"Number %1"_s.arg(i)));
    session.reset();
    QCOMPARE(kept(start()).size(), 20);
}

void TestDrafts::whatIsHandedInAtTheEndIsKept()
{
    std::shared_ptr<Session> session = start();
    QVERIFY(session);
    // As an open form does.
    connect(session.get(), &Session::draftsWanted, this,
            [keeper = session->drafts()] { keeper->keep(draft(u"At the last moment"_s)); });
    session.reset();
    const QList<KeptDraft> again = kept(start());
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().parts.first().typed.value(u"name"_s), u"At the last moment"_s);
}

void TestDrafts::removedOnesStayAway()
{
    const KeptDraft first = draft(u"First"_s);
    KeptDraft second = draft(u"Second"_s);
    {
        const std::shared_ptr<Session> session = start();
        QVERIFY(session);
        session->drafts()->keep(first);
        session->drafts()->keep(second);
        second.parts[0].typed.insert(u"name"_s, u"Second, altered"_s);
        session->drafts()->keep(second);
        session->drafts()->remove(first.id);
        QCOMPARE(kept(session).size(), 1);
    }
    const QList<KeptDraft> again = kept(start());
    QCOMPARE(again.size(), 1);
    QVERIFY(again.first().isSameText(second));
}

void TestDrafts::attendedOnesAreNotOffered()
{
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    DraftKeeper *keeper = session->drafts();
    const KeptDraft open = draft(u"Open"_s);
    keeper->keep(open);
    keeper->keep(draft(u"Put aside"_s));
    keeper->setAttended(open.id, true);
    QCOMPARE(keeper->unattended().size(), 1);
    QCOMPARE(keeper->drafts().size(), 2);
    keeper->setAttended(open.id, false);
    QCOMPARE(keeper->unattended().size(), 2);
}

/// Signing in again: the session before lets go of its copy, and its drafts are in the new one.
void TestDrafts::moveToTheNextSignIn()
{
    const std::shared_ptr<Session> first = start();
    QVERIFY(first);
    connect(first.get(), &Session::draftsWanted, first.get(), [keeper = first->drafts()] {
        if (keeper->drafts().isEmpty())
            keeper->keep(draft(u"Typed until the key was refused"_s));
    });
    const std::shared_ptr<Session> second = start();
    QVERIFY(second);
    QVERIFY(!first->drafts()->isKept());
    QCOMPARE(kept(second).size(), 1);
    // What the first one could not write any more comes over by hand, once.
    first->drafts()->keep(draft(u"Typed since"_s));
    second->drafts()->adopt(first->drafts()->drafts());
    second->drafts()->adopt(first->drafts()->drafts());
    QCOMPARE(kept(second).size(), 2);
}

void TestDrafts::withoutAKeychainTheyEndWithTheRun()
{
    m_keychain.setError(CredentialError{CredentialError::Kind::NoBackend, u"none"_s});
    {
        const std::shared_ptr<Session> session = start(KeySource::Environment);
        QVERIFY(session);
        QVERIFY(!session->drafts()->isKept());
        bool isAnswered = false;
        session->drafts()->keep(draft(u"Fleeting"_s), this, [&](bool written) { isAnswered = !written; });
        QTRY_VERIFY(isAnswered);
        QCOMPARE(kept(session).size(), 1);
    }
    m_signIn.reset();
    const std::shared_ptr<Session> session = start(KeySource::Environment);
    QVERIFY(session);
    QVERIFY(kept(session).isEmpty());
    QVERIFY(!QDir(m_folder->filePath(u"copies"_s)).exists());
}

void TestDrafts::nothingIsReadable()
{
    const KeptDraft held = draft(u"Zanzibar Haberdashery"_s);
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    bool isWritten = false;
    session->drafts()->keep(held, this, [&](bool written) { isWritten = written; });
    QTRY_VERIFY(isWritten);
    int files = 0;
    QDirIterator it(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &text : {"Zanzibar"_ba, "Haberdashery"_ba, "status_id"_ba, held.id.toLatin1()})
            QVERIFY2(!bytes.contains(text), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 2);
}

LEADLINE_TEST(tst_drafts, QTEST_GUILESS_MAIN, TestDrafts)

} // namespace tst_drafts

#include "tst_drafts.moc"
