// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "awaylog.h"
#include "awaymodel.h"
#include "killable.h"
#include "memorykeychain.h"
#include "sessionanswers.h"
#include "testprogram.h"

#include <QDir>
#include <QDirIterator>

namespace tst_awaylog {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// What others change while one is away, told when one comes back. The session is the restricted member's;
/// whoever changes something is the administrator.
class AwayLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void firstPassIsNoNews();
    void tellsFieldsAndWho();
    void tellsNewDeletedAndMerged();
    void survivesARestart();
    void survivesAKill_data();
    void survivesAKill();
    void ownChangesAreNoNews();
    void whatComesWhileOneLooksIsSeen();
    void whatIsAsItWasIsLeftOut();
    void newFieldIsNoNews();
    void openedBeforeTheSyncIsTold();
    void seenGoesAndTheMomentMovesOn();
    void isBounded();
    void nothingIsReadable();

private:
    std::shared_ptr<Session> start(const QString &key = DemoServer::restrictedKey());
    bool away(Session &session);
    QString otherStatus(const Session &session, const QString &leadId) const;
    QString changeStatus(const Session &session, const QString &leadId);

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemoryKeychain m_keychain;
};

void AwayLogTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"450"_s}).isValid(), qPrintable(m_server.errorText()));
}

void AwayLogTest::init()
{
    QVERIFY(m_server.reset());
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_keychain.entries().clear();
}

/// A start of the program, which finds what the last one left.
std::shared_ptr<Session> AwayLogTest::start(const QString &key)
{
    QSettings settings(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    AccountList accounts(settings);
    SignIn signIn(m_keychain, accounts,
                  {m_server.baseUrl(), false, m_folder->filePath(u"copies"_s), quickPacing()});
    std::shared_ptr<Session> session;
    connect(&signIn, &SignIn::signedIn, &signIn,
            [&session](const std::shared_ptr<Session> &made) { session = made; });
    signIn.verify(Secret(key.toLatin1()), Secret(), KeySource::Typed);
    const bool isThere = waitFor([&session] { return session != nullptr; }, Patience);
    return isThere && session->copyState().isKept() ? session : nullptr;
}

/// A round of the sync while one looks, and then one goes.
bool AwayLogTest::away(Session &session)
{
    session.setInFront(true);
    const bool isGood = syncNow(session);
    session.setInFront(false);
    return isGood;
}

QString AwayLogTest::otherStatus(const Session &session, const QString &leadId) const
{
    const QString now = value(*session.leads(), leadId, u"status_id"_s).toString();
    for (const Status &status : session.directory().organization().leadStatuses) {
        if (status.id != now)
            return status.id;
    }
    return {};
}

/// The name of the status that the lead has from now on.
QString AwayLogTest::changeStatus(const Session &session, const QString &leadId)
{
    const QString status = otherStatus(session, leadId);
    m_server.exchange("PUT", u"/lead/%1/"_s.arg(leadId), {{u"status_id"_s, status}});
    return session.directory().nameOf(status);
}

void AwayLogTest::firstPassIsNoNews()
{
    const auto session = start();
    QVERIFY(session);
    AwayModel model(session->awayLog());
    QVERIFY(model.sinceText().isEmpty());
    QVERIFY(syncNow(*session));
    QVERIFY(syncNow(*session));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.sinceText().isEmpty());
}

void AwayLogTest::tellsFieldsAndWho()
{
    const auto session = start();
    QVERIFY(session && away(*session));
    AwayModel model(session->awayLog());
    const QString lead = session->leads()->idAt(7);
    const QString name = value(*session->leads(), lead, u"shown_name"_s).toString();
    const QString before =
        session->directory().nameOf(value(*session->leads(), lead, u"status_id"_s).toString());
    const QString after = changeStatus(*session, lead);
    const QString deal = session->opportunities()->idAt(3);
    QCOMPARE(m_server
                 .exchange("PUT", u"/opportunity/%1/"_s.arg(deal),
                           {{u"value"_s, 123400}, {u"value_period"_s, u"monthly"_s}})
                 .status,
             200);

    QVERIFY(syncNow(*session));
    QTRY_COMPARE(model.unseenCount(), 2);
    const AwayModel::Entry entry = model.entryAt(model.rowOf(lead));
    QCOMPARE(entry.name, name);
    QCOMPARE(entry.subject, u"Lead"_s);
    QCOMPARE(entry.lines, (QList<AwayModel::Line>{{u"Status"_s, before, after, {}}}));
    QVERIFY2(entry.byLine.startsWith(u"Ana Reyes, "_s), qPrintable(entry.byLine));
    // An amount comes with its period, in one line.
    const AwayModel::Entry amount = model.entryAt(model.rowOf(deal));
    QCOMPARE(amount.lines.size(), 1);
    QCOMPARE(amount.lines.first().title, u"Value"_s);
    QVERIFY2(amount.lines.first().after.contains(u"1,234"_s) && amount.lines.first().after.contains(u"/mo"_s),
             qPrintable(amount.lines.first().after));
    QVERIFY(!amount.lines.first().before.contains(u"1,234"_s));
    QCOMPARE(amount.leadId, value(*session->opportunities(), deal, u"lead_id"_s).toString());
}

void AwayLogTest::tellsNewDeletedAndMerged()
{
    const auto session = start();
    QVERIFY(session && away(*session));
    AwayModel model(session->awayLog());
    const QString deleted = session->leads()->idAt(1);
    const QString deletedName = value(*session->leads(), deleted, u"shown_name"_s).toString();
    const QString merged = session->leads()->idAt(2);
    const QString into = session->leads()->idAt(3);
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(deleted)).status, 200);
    QCOMPARE(m_server.exchange("POST", u"/lead/merge/"_s, {{u"source"_s, merged}, {u"destination"_s, into}})
                 .status,
             200);
    const QString made = m_server
                             .exchange("POST", u"/lead/"_s,
                                       {{u"name"_s, u"Grackle Works"_s},
                                        {u"contacts"_s, QJsonArray{QJsonObject{{u"name"_s, u"Gil"_s}}}}})
                             .object()
                             .value("id"_L1)
                             .toString();

    QVERIFY(syncNow(*session));
    QTRY_VERIFY(model.rowOf(made) >= 0);
    // What went with the deleted lead, what moved with the merged one and the new one's contact are not told
    // again.
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.entryAt(model.rowOf(made)).subject, u"New lead"_s);
    const AwayModel::Entry gone = model.entryAt(model.rowOf(deleted));
    QCOMPARE(gone.subject, u"Deleted lead"_s);
    QCOMPARE(gone.name, deletedName);
    QVERIFY(gone.byLine.startsWith(u"Ana Reyes, "_s));
    QVERIFY(gone.leadId.isEmpty());
    const AwayModel::Entry moved = model.entryAt(model.rowOf(merged));
    QCOMPARE(moved.subject,
             u"Lead, merged into %1"_s.arg(value(*session->leads(), into, u"shown_name"_s).toString()));
    QCOMPARE(moved.leadId, into);
}

/// What came in one run and was not looked at is there in the next, which needs no network for it.
void AwayLogTest::survivesARestart()
{
    QString lead;
    QString after;
    {
        const auto session = start();
        QVERIFY(session && away(*session));
        lead = session->leads()->idAt(5);
        after = changeStatus(*session, lead);
        QVERIFY(syncNow(*session));
        QTRY_COMPARE(session->awayLog()->changes().size(), 1);
    }
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(lead), {{u"name"_s, u"Renamed Meanwhile"_s}}).status,
             200);
    {
        // A change that comes while the program does not run is compared with what the copy holds.
        const auto session = start();
        QVERIFY(session);
        AwayModel model(session->awayLog());
        session->setInFront(true);
        QTRY_COMPARE(model.rowCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(session->leads()->count() == 450, Patience);
        QVERIFY(syncNow(*session));
        QTRY_COMPARE(model.entryAt(0).lines.size(), 2);
        QCOMPARE(model.entryAt(0).lines.at(0).after, u"Renamed Meanwhile"_s);
        QCOMPARE(model.entryAt(0).lines.at(1).after, after);
        QCOMPARE(model.unseenCount(), 1);
    }
}

void AwayLogTest::survivesAKill_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("changed lead") << u"PUT"_s << u"/lead/%1/"_s << QJsonObject{{u"name"_s, u"Gull Works"_s}}
                                  << u"Lead"_s << QStringList{u"Name"_s};
    QTest::newRow("changed opportunity")
        << u"PUT"_s << u"/opportunity/%1/"_s << QJsonObject{{u"note"_s, u"Second visit"_s}}
        << u"Opportunity"_s << QStringList{u"Note"_s};
    QTest::newRow("new lead") << u"POST"_s << u"/lead/"_s
                              << QJsonObject{{u"name"_s, u"Gannet Works"_s},
                                             {u"contacts"_s, QJsonArray{QJsonObject{{u"name"_s, u"Gil"_s}}}}}
                              << u"New lead"_s << QStringList{u"Status"_s};
    QTest::newRow("new contact") << u"POST"_s << u"/contact/"_s
                                 << QJsonObject{{u"name"_s, u"Grete"_s}, {u"lead_id"_s, u"%1"_s}}
                                 << u"New contact"_s << QStringList{u"Lead"_s};
    QTest::newRow("deleted lead") << u"DELETE"_s << u"/lead/%1/"_s << QJsonObject() << u"Deleted lead"_s
                                  << QStringList();
}

/// A page of the sync is in the local copy when the program is killed, and the list is not written yet: the
/// next start tells it, without asking Close once more.
void AwayLogTest::survivesAKill()
{
    QFETCH(QString, verb);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(QString, subject);
    QFETCH(QStringList, titles);
    QString lead;
    {
        const auto session = start();
        QVERIFY(session && away(*session));
        lead = session->leads()->idAt(5);
        const QString id = path.startsWith(u"/opportunity"_s) ? session->opportunities()->idAt(3) : lead;
        path = path.contains(u'%') ? path.arg(id) : path;
    }
    if (body.contains("lead_id"_L1))
        body.insert(u"lead_id"_s, lead);
    QCOMPARE(m_server.exchange(verb.toLatin1(), path, body).status, 200);
    KillableProcess runner;
    QVERIFY(runner.start(QStringLiteral(SYNC_RUNNER),
                         {m_folder->path(), m_server.baseUrl().toString(), m_keychain.toArgument(),
                          DemoServer::restrictedKey(), u"news"_s}));
    QVERIFY(runner.waitFor("news"));
    QVERIFY(runner.kill());

    for (int starts = 0; starts < 2; ++starts) {
        const auto session = start();
        QVERIFY(session);
        AwayModel model(session->awayLog());
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, Patience);
        const AwayModel::Entry entry = model.entryAt(0);
        QCOMPARE(entry.subject, subject);
        QStringList told;
        for (const AwayModel::Line &line : entry.lines)
            told.append(line.title);
        QCOMPARE(told, titles);
        if (starts == 0)
            continue;
        // And once only: seen, it does not come again.
        session->setInFront(true);
        QVERIFY(syncNow(*session));
        session->awayLog()->setAllSeen();
    }
    const auto session = start();
    QVERIFY(session && syncNow(*session));
    QCOMPARE(session->awayLog()->changes().size(), 0);
}

void AwayLogTest::ownChangesAreNoNews()
{
    const auto session = start(DemoServer::key());
    QVERIFY(session && away(*session));
    // The same key elsewhere.
    changeStatus(*session, session->leads()->idAt(4));
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(session->leads()->idAt(6))).status, 200);
    QCOMPARE(m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"My Own"_s}}).status, 200);
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->count(), 450U);
    QCOMPARE(session->awayLog()->changes().size(), 0);
}

void AwayLogTest::whatComesWhileOneLooksIsSeen()
{
    const auto session = start();
    QVERIFY(session && away(*session));
    session->setInFront(true);
    // The first round after one has come back brings what happened before.
    changeStatus(*session, session->leads()->idAt(1));
    QVERIFY(syncNow(*session));
    QCOMPARE(session->awayLog()->changes().size(), 1);
    changeStatus(*session, session->leads()->idAt(2));
    QVERIFY(syncNow(*session));
    QCOMPARE(session->awayLog()->changes().size(), 1);
    session->setInFront(false);
    changeStatus(*session, session->leads()->idAt(3));
    QVERIFY(syncNow(*session));
    QCOMPARE(session->awayLog()->changes().size(), 2);
}

void AwayLogTest::whatIsAsItWasIsLeftOut()
{
    const auto session = start();
    QVERIFY(session && away(*session));
    AwayModel model(session->awayLog());
    const QString lead = session->leads()->idAt(1);
    const QString before = value(*session->leads(), lead, u"status_id"_s).toString();
    changeStatus(*session, lead);
    QVERIFY(syncNow(*session));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(lead), {{u"status_id"_s, before}}).status, 200);
    QVERIFY(syncNow(*session));
    QTRY_COMPARE(model.rowCount(), 0);
}

/// A custom field that is new here makes the sync read everything; the values were there before.
void AwayLogTest::newFieldIsNoNews()
{
    const auto session = start();
    QVERIFY(session && away(*session));
    const qsizetype fields = session->leads()->fields().size();
    QCOMPARE(
        m_server
            .exchange("POST", u"/custom_field/lead/"_s, {{u"name"_s, u"Region"_s}, {u"type"_s, u"text"_s}})
            .status,
        200);
    const QString id = m_server.get(u"/custom_field/lead/"_s)["data"_L1].toArray().last()["id"_L1].toString();
    QVERIFY(id.startsWith(u"cf_"_s));
    for (int row = 0; row < 5; ++row) {
        QCOMPARE(m_server
                     .exchange("PUT", u"/lead/%1/"_s.arg(session->leads()->idAt(quint32(row))),
                               {{u"custom."_s + id, u"North"_s}})
                     .status,
                 200);
    }
    QVERIFY(syncNow(*session));
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->fields().size(), fields + 1);
    QCOMPARE(value(*session->leads(), session->leads()->idAt(0), u"custom."_s + id).toString(), u"North"_s);
    QCOMPARE(session->awayLog()->changes().size(), 0);
}

/// A lead that is read because it was opened is compared, too.
void AwayLogTest::openedBeforeTheSyncIsTold()
{
    const auto session = start();
    QVERIFY(session && away(*session));
    AwayModel model(session->awayLog());
    const QString lead = session->leads()->idAt(1);
    const QString after = changeStatus(*session, lead);
    Answered<Lead> loaded;
    session->loadLead(lead, this, loaded.callback());
    TRY_GOOD(loaded);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.entryAt(0).lines.first().after, after);
    // Who it was comes with Close's log.
    QVERIFY(syncNow(*session));
    QTRY_VERIFY2(model.entryAt(0).byLine.startsWith(u"Ana Reyes, "_s), qPrintable(model.entryAt(0).byLine));
}

void AwayLogTest::seenGoesAndTheMomentMovesOn()
{
    const auto session = start();
    QVERIFY(session && away(*session));
    AwayLog &log = *session->awayLog();
    AwayModel model(&log);
    const QDateTime since = log.since();
    const QString first = session->leads()->idAt(1);
    changeStatus(*session, first);
    changeStatus(*session, session->leads()->idAt(2));
    QVERIFY(syncNow(*session));
    session->setInFront(true);
    QVERIFY(syncNow(*session));
    // Some of it is not seen yet: it is still the same list.
    QCOMPARE(log.since(), since);
    log.setSeen(first, true);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.unseenCount(), 1);
    session->setInFront(false);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(log.since(), since);
    session->setInFront(true);
    log.setAllSeen();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(log.since() > since);
}

/// A month away: the latest are told, and how many more there were.
void AwayLogTest::isBounded()
{
    const auto session = start();
    QVERIFY(session && away(*session));
    QStringList ids;
    for (quint32 row = 0; row < 450; ++row)
        ids.append(session->leads()->idAt(row));
    for (const QString &id : std::as_const(ids))
        QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(id), {{u"name"_s, u"N "_s + id}}).status, 200);
    QVERIFY(syncNow(*session, 120000));
    const AwayLog &log = *session->awayLog();
    QVERIFY2(log.changes().size() <= 2 * AwayLog::Most, qPrintable(QString::number(log.changes().size())));
    QVERIFY(log.dropped() > 0);
    QCOMPARE(log.changes().size() + log.dropped(), 450);
    QCOMPARE(log.changes().first().id, ids.last());
}

void AwayLogTest::nothingIsReadable()
{
    auto session = start();
    QVERIFY(session && away(*session));
    const QString lead = session->leads()->idAt(1);
    const QByteArray before = value(*session->leads(), lead, u"shown_name"_s).toString().toUtf8();
    QVERIFY(before.size() > 5);
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(lead), {{u"name"_s, u"Quetzal Quarry"_s}}).status,
             200);
    QVERIFY(syncNow(*session));
    session->setInFront(true);
    session->setInFront(false); // keeps it
    session.reset(); // all of it is on the disk then
    QDirIterator it(m_folder->filePath(u"copies"_s), QDir::Files, QDirIterator::Subdirectories);
    int files = 0;
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(before) && !bytes.contains("Quetzal") && !bytes.contains(lead.toUtf8()));
        ++files;
    }
    QVERIFY(files > 0);
}

LEADLINE_TEST(tst_awaylog, QTEST_GUILESS_MAIN, AwayLogTest)

} // namespace tst_awaylog

#include "tst_awaylog.moc"
