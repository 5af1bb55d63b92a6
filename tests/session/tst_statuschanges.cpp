// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "columnblock.h"
#include "localcopy.h"
#include "memorykeychain.h"
#include "programstart.h"
#include "sessionanswers.h"
#include "testprogram.h"

#include <QDirIterator>
#include <QSignalSpy>

namespace tst_statuschanges {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

const QString StatusChangePath = u"/activity/status_change/opportunity/"_s;

/// The table of status changes, which a start leaves on the disk until somebody needs it.
class StatusChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areReadWhenNeeded();
    void areMadeOfTheDocuments();
    void followedOnesAreThere();
    void manyAreWritten();
    void goWithTheirLead_data();
    void goWithTheirLead();
    void passReadsThem();
    void stayWhenTheCopyIsRemoved();

private:
    std::shared_ptr<Session> start();
    std::shared_ptr<Session> startUnread();
    static bool sync(Session &session);
    static bool readAll(Session &session);
    bool hasSnapshots() const { return files(u".columns"_s).size() == 5; }
    QStringList files(const QString &suffix) const;
    QSet<QString> keptDocuments() const;
    bool moveDeals(const QStringList &ids);
    QString leadWithChanges(const Session &session) const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemoryKeychain m_keychain;
};

/// A first start that has read everything and kept it.
void StatusChangesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_keychain.entries().clear();
    QVERIFY2(m_server.start({u"--leads"_s, u"150"_s}).isValid(), qPrintable(m_server.errorText()));
    const auto session = start();
    QVERIFY(session && sync(*session));
    QVERIFY(session->statusChanges()->isWhole());
    QCOMPARE(idsOf(*session->statusChanges()), idsOf(m_server, StatusChangePath));
    QTRY_VERIFY_WITH_TIMEOUT(hasSnapshots(), 15000);
}

std::shared_ptr<Session> StatusChangesTest::start()
{
    ProgramStart program(m_keychain, m_server.baseUrl(), m_folder->path());
    return program.sessionAfter([this](SignIn &signIn) {
        if (m_keychain.entries().isEmpty())
            signIn.verify(Secret(DemoServer::key().toLatin1()), Secret(), KeySource::Typed);
        else
            signIn.start();
    });
}

/// The next start, in step with Close and without the table; null when it is not so.
std::shared_ptr<Session> StatusChangesTest::startUnread()
{
    std::shared_ptr<Session> session = start();
    const bool isGood = session && sync(*session) && !session->statusChanges()->isWhole();
    return isGood ? session : nullptr;
}

/// A refresh waits until the copy has been read.
bool StatusChangesTest::sync(Session &session)
{
    QSignalSpy begun(&session, &Session::syncStateChanged);
    session.refresh();
    return waitFor([&begun] { return !begun.isEmpty(); }, 30000) && isSynced(session, 30000);
}

bool StatusChangesTest::readAll(Session &session)
{
    bool isThere = false;
    session.statusChanges()->whenWhole(&session, [&isThere] { isThere = true; });
    return waitFor([&isThere] { return isThere; }, 15000);
}

QStringList StatusChangesTest::files(const QString &suffix) const
{
    QStringList found;
    QDirIterator it(m_folder->filePath(u"copies"_s), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        if (const QString path = it.next(); path.endsWith(suffix))
            found.append(path);
    }
    return found;
}

/// The ids of the status changes in the copy, which no session has open.
QSet<QString> StatusChangesTest::keptDocuments() const
{
    QSet<QString> ids;
    QByteArray key;
    for (auto it = m_keychain.entries().cbegin(); it != m_keychain.entries().cend(); ++it) {
        if (it.key().endsWith(u" copy"_s))
            key = *it;
    }
    const auto copy = LocalCopy::open(QFileInfo(files(u"documents.db"_s).value(0)).path(), key);
    [&copy] { QVERIFY(copy.has_value()); }();
    (*copy)->forEach(DocumentKind::StatusChange, [&ids](const Document &document) {
        ids.insert(document.key.id);
        return true;
    });
    return ids;
}

/// Another client takes each to the next status.
bool StatusChangesTest::moveDeals(const QStringList &ids)
{
    QHash<QString, QString> next;
    QString last;
    const QJsonArray statuses = m_server.get(u"/status/opportunity/"_s).value("data"_L1).toArray();
    for (const QJsonValue &status : statuses)
        next.insert(std::exchange(last, status["id"_L1].toString()), status["id"_L1].toString());
    next.insert(last, statuses.first()["id"_L1].toString());
    return std::all_of(ids.begin(), ids.end(), [&](const QString &id) {
        const QString path = u"/opportunity/%1/"_s.arg(id);
        const QString status = m_server.get(path).value("status_id"_L1).toString();
        return m_server.exchange("PUT", path, {{u"status_id"_s, next.value(status)}}).status == 200;
    });
}

/// A lead whose changes lie on the disk alone.
QString StatusChangesTest::leadWithChanges(const Session &session) const
{
    const QJsonArray changes = m_server.get(StatusChangePath).value("data"_L1).toArray();
    for (const QJsonValue &change : changes) {
        const QString id = change["lead_id"_L1].toString();
        if (session.leads()->contains(id) && session.statusChanges()->rowsOfLead(id).empty())
            return id;
    }
    return {};
}

void StatusChangesTest::areReadWhenNeeded()
{
    const auto session = startUnread();
    QVERIFY(session);
    QCOMPARE(session->leads()->count(), 150U);
    // What the last minutes brought.
    QVERIFY(session->statusChanges()->count() < idsOf(m_server, StatusChangePath).size());
    QVERIFY(readAll(*session));
    QCOMPARE(idsOf(*session->statusChanges()), idsOf(m_server, StatusChangePath));
    // Those who ask later have it at once.
    bool isThere = false;
    session->statusChanges()->whenWhole(this, [&isThere] { isThere = true; });
    QVERIFY(isThere);
}

/// Their snapshot is lost.
void StatusChangesTest::areMadeOfTheDocuments()
{
    const QStringList snapshots = files(u"statuschanges.columns"_s);
    QCOMPARE(snapshots.size(), 1);
    QVERIFY(QFile::remove(snapshots.first()));
    const auto session = startUnread();
    QVERIFY(session);
    QVERIFY(readAll(*session));
    QCOMPARE(idsOf(*session->statusChanges()), idsOf(m_server, StatusChangePath));
    QTRY_VERIFY_WITH_TIMEOUT(hasSnapshots(), 15000);
}

/// What comes while nobody needs the table asks for no reading, is there afterwards, and leaves its snapshot
/// alone.
void StatusChangesTest::followedOnesAreThere()
{
    const QString path = files(u"statuschanges.columns"_s).value(0);
    const QDateTime written = QFileInfo(path).lastModified();
    QSet<QString> before;
    {
        const auto session = startUnread();
        QVERIFY(session);
        QStringList deals = idsOf(*session->opportunities()).values();
        deals.sort();
        QVERIFY(moveDeals(deals.mid(0, 60)));
        QVERIFY(sync(*session));
        // The opportunities have changed so much that their snapshot is written anew.
        const QString other = files(u"opportunities.columns"_s).value(0);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(other).lastModified() > written, 15000);
        QVERIFY(moveDeals(deals.mid(60, 5)));
        QVERIFY(sync(*session));
        QVERIFY(!session->statusChanges()->isWhole());
        before = idsOf(*session->statusChanges());
        QVERIFY(before.size() >= 65);
        QCOMPARE(QFileInfo(path).lastModified(), written);
        QVERIFY(readAll(*session));
        QCOMPARE(idsOf(*session->statusChanges()), idsOf(m_server, StatusChangePath));
    }
    m_server.stop();
    const auto session = start();
    QVERIFY(session);
    QVERIFY(readAll(*session));
    QVERIFY(idsOf(*session->statusChanges()).contains(before));
    QVERIFY(session->statusChanges()->count() > before.size());
}

/// So many that holding them beside the table costs more than the table.
void StatusChangesTest::manyAreWritten()
{
    const QString path = files(u"statuschanges.columns"_s).value(0);
    const QDateTime written = QFileInfo(path).lastModified();
    const auto session = startUnread();
    QVERIFY(session);
    QList<StatusChange> made(1001);
    for (qsizetype i = 0; i < made.size(); ++i)
        made[i].id = u"acti_made%1"_s.arg(i);
    session->statusChanges()->merge(columnBlock(session->schema()->statusChanges, made));
    QTRY_VERIFY(session->statusChanges()->isWhole());
    QCOMPARE(qsizetype(session->statusChanges()->count()),
             made.size() + idsOf(m_server, StatusChangePath).size());
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).lastModified() > written, 15000);
}

void StatusChangesTest::goWithTheirLead_data()
{
    QTest::addColumn<bool>("isOwnDoing");
    QTest::newRow("deleted by another client") << false;
    QTest::newRow("deleted here") << true;
}

void StatusChangesTest::goWithTheirLead()
{
    QFETCH(const bool, isOwnDoing);
    QSet<QString> changes;
    {
        const auto session = startUnread();
        QVERIFY(session);
        const QString lead = leadWithChanges(*session);
        QVERIFY(!lead.isEmpty());
        changes = idsOf(m_server, u"%1?lead_id=%2"_s.arg(StatusChangePath, lead));
        QVERIFY(!changes.isEmpty());
        QSignalSpy deleted(session->deletions(), &PendingDeletes::deleted);
        if (isOwnDoing) {
            session->deletions()->setDelay(std::chrono::milliseconds(0));
            session->deletions()->schedule({RecordKind::Lead, lead, u"Gone"_s});
            QTRY_COMPARE(deleted.count(), 1);
            QVERIFY(!session->leads()->contains(lead));
            QTRY_VERIFY(session->statusChanges()->isWhole());
        } else {
            QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(lead)).status, 200);
            QVERIFY(sync(*session));
        }
        QVERIFY(!session->leads()->contains(lead));
        QVERIFY(readAll(*session));
        QTRY_VERIFY(!idsOf(*session->statusChanges()).intersects(changes));
        QVERIFY(session->statusChanges()->count() > 0);
        // The worker has done what it was told before.
        bool isDone = false;
        session->countUnsent(this, [&isDone](qint64) { isDone = true; });
        QTRY_VERIFY(isDone);
    }
    QVERIFY(!keptDocuments().intersects(changes));
    const auto session = start();
    QVERIFY(session);
    QVERIFY(readAll(*session));
    QVERIFY(!idsOf(*session->statusChanges()).intersects(changes));
}

/// An opportunity's deletion whose event is lost: the count tells, and a pass finds out what else is gone.
void StatusChangesTest::passReadsThem()
{
    const auto session = startUnread();
    QVERIFY(session);
    const QString lead = leadWithChanges(*session);
    QVERIFY(!lead.isEmpty());
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/event/"_s}}},
                               {u"status"_s, 200},
                               {u"times"_s, -1},
                               {u"body"_s, QJsonObject{{u"data"_s, QJsonArray()}}}}));
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(lead)).status, 200);
    QVERIFY(sync(*session));
    QVERIFY(!session->leads()->contains(lead));
    QVERIFY(session->statusChanges()->isWhole());
    QCOMPARE(idsOf(*session->statusChanges()), idsOf(m_server, StatusChangePath));
}

/// Then only the table has them.
void StatusChangesTest::stayWhenTheCopyIsRemoved()
{
    const auto session = startUnread();
    QVERIFY(session);
    QSignalSpy whole(session->statusChanges(), &RecordTable::becameWhole);
    bool isClosed = false;
    session->closeCopy(this, [&] { isClosed = whole.count() == 1; });
    QTRY_VERIFY(isClosed);
    QCOMPARE(idsOf(*session->statusChanges()), idsOf(m_server, StatusChangePath));
    QVERIFY(sync(*session));
}

LEADLINE_TEST(tst_statuschanges, QTEST_GUILESS_MAIN, StatusChangesTest)

} // namespace tst_statuschanges

#include "tst_statuschanges.moc"
