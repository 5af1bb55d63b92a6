// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sessionanswers.h"
#include "tcpproxy.h"
#include "testprogram.h"

#include <QRandomGenerator>

namespace tst_insync {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// Another client of the same organization, who does whatever comes to mind.
class OtherClient
{
public:
    OtherClient(const DemoServer &server, quint32 seed)
        : m_server(server)
        , m_random(seed)
    {
        m_leads = idsOf(server, u"/lead/"_s).values();
        m_contacts = idsOf(server, u"/contact/"_s).values();
        m_opportunities = idsOf(server, u"/opportunity/"_s).values();
        m_tasks = idsOf(server, u"/task/"_s).values();
        for (QStringList *ids : {&m_leads, &m_contacts, &m_opportunities, &m_tasks})
            ids->sort();
    }

    int below(int bound) { return int(m_random.bounded(bound)); }

    void act()
    {
        const QString text = u"Changed %1"_s.arg(++m_acts);
        switch (below(12)) {
        case 0:
            put(u"/lead/"_s, pick(m_leads), {{u"name"_s, text}});
            break;
        case 1:
            put(u"/opportunity/"_s, pick(m_opportunities), {{u"value"_s, below(100000)}, {u"confidence"_s, below(100)}});
            break;
        case 2:
            put(u"/contact/"_s, pick(m_contacts), {{u"name"_s, text}});
            break;
        case 3:
            put(u"/task/"_s, pick(m_tasks), {{u"text"_s, text}, {u"is_complete"_s, below(2) == 0}});
            break;
        case 4:
            m_leads.append(post(u"/lead/"_s, {{u"name"_s, text}}));
            break;
        case 5:
            m_contacts.append(post(u"/contact/"_s, {{u"lead_id"_s, pick(m_leads)}, {u"name"_s, text}}));
            break;
        case 6:
            m_opportunities.append(post(u"/opportunity/"_s, {{u"lead_id"_s, pick(m_leads)}, {u"value"_s, 4200}}));
            break;
        case 7:
            m_tasks.append(
                post(u"/task/"_s, {{u"_type"_s, u"lead"_s}, {u"lead_id"_s, pick(m_leads)}, {u"text"_s, text}}));
            break;
        case 8:
            remove(u"/lead/"_s, m_leads);
            break;
        case 9:
            remove(u"/contact/"_s, m_contacts);
            break;
        case 10:
            remove(below(2) ? u"/opportunity/"_s : u"/task/"_s, below(2) ? m_opportunities : m_tasks);
            break;
        default:
            m_server.exchange("POST", u"/lead/merge/"_s,
                              {{u"source"_s, pick(m_leads)}, {u"destination"_s, pick(m_leads)}});
            break;
        }
    }

private:
    QString pick(const QStringList &ids) { return ids.at(below(int(ids.size()))); }
    // What is deleted already is answered with 404, as it would be.
    void put(const QString &path, const QString &id, const QJsonObject &body)
    {
        m_server.exchange("PUT", path + id + u'/', body);
    }
    QString post(const QString &path, const QJsonObject &body)
    {
        return m_server.exchange("POST", path, body).object().value("id"_L1).toString(u"none"_s);
    }
    void remove(const QString &path, QStringList &ids)
    {
        const QString id = pick(ids);
        m_server.exchange("DELETE", path + id + u'/');
    }

    const DemoServer &m_server;
    QRandomGenerator m_random;
    QStringList m_leads;
    QStringList m_contacts;
    QStringList m_opportunities;
    QStringList m_tasks;
    int m_acts = 0;
};

/// The tables against the server, whatever happens at the same time.
class InSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void tablesEqualTheServer_data();
    void tablesEqualTheServer();
    void followsWithoutReadingAllAgain();
    void taskFollowsItsLeadsName();
    void newerInAListIsTaken();
    void pauseHoldsThePass();
    void pauseBeforeThePassHoldsIt();
    void asksMoreRarelyWhenNobodyLooks();
    void countFindsWhatNobodyTold();
    void expiredCursorGoesOn();
    void searchRefused();

private:
    void compare(const Session &session, const QString &path, const RecordTable &table,
                 const QList<std::pair<QString, QString>> &fields);
    void compareAll(const Session &session);
    bool isIdle();

    DemoServer m_server;
};

void InSyncTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"700"_s}).isValid(), qPrintable(m_server.errorText()));
}

void InSyncTest::cleanup()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.configure(
        {{u"latency_ms"_s, 0}, {u"cursor_seconds"_s, 30}, {u"event_delay_ms"_s, 0}, {u"untidy_pages"_s, 0}}));
}

/// \a fields are pairs of a key of Close's and the table's.
void InSyncTest::compare(const Session &, const QString &path, const RecordTable &table,
                         const QList<std::pair<QString, QString>> &fields)
{
    QSet<QString> met;
    bool hasMore = true;
    for (int skip = 0; hasMore; skip += 100) {
        const QJsonObject page = m_server.get(u"%1?_limit=100&_skip=%2"_s.arg(path).arg(skip));
        hasMore = page.value("has_more"_L1).toBool();
        for (const QJsonValue &record : page.value("data"_L1).toArray()) {
            const QString id = record["id"_L1].toString();
            met.insert(id);
            QVERIFY2(table.contains(id), qPrintable(path + u" lacks "_s + id));
            for (const auto &[wire, key] : fields) {
                QCOMPARE(path + id + key + u'=' + value(table, id, key).toString(),
                         path + id + key + u'=' + record[wire].toVariant().toString());
            }
        }
    }
    QCOMPARE(path + (idsOf(table) - met).values().join(u' '), path);
}

void InSyncTest::compareAll(const Session &session)
{
    const auto same = [](const QString &key) { return std::pair(key, key); };
    compare(session, u"/lead/"_s, *session.leads(), {{u"display_name"_s, u"shown_name"_s}, same(u"status_id"_s)});
    compare(session, u"/contact/"_s, *session.contacts(), {same(u"lead_id"_s), {u"display_name"_s, u"shown_name"_s}});
    compare(session, u"/opportunity/"_s, *session.opportunities(),
            {same(u"lead_id"_s), same(u"lead_name"_s), same(u"value"_s), same(u"status_id"_s), same(u"confidence"_s)});
    compare(session, u"/task/"_s, *session.tasks(),
            {same(u"lead_id"_s), same(u"lead_name"_s), same(u"text"_s), same(u"is_complete"_s)});
}

void InSyncTest::tablesEqualTheServer_data()
{
    QTest::addColumn<quint32>("seed");
    // More with LEADLINE_SEEDS=n. The sanitizers look for other faults than an order of events that was not thought of,
    // and take four times as long for each.
#ifdef __SANITIZE_ADDRESS__
    constexpr int LeastSeeds = 3;
#else
    constexpr int LeastSeeds = 6;
#endif
    const int seeds = std::max(LeastSeeds, qEnvironmentVariableIntValue("LEADLINE_SEEDS"));
    for (int seed = 1; seed <= seeds; ++seed)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << quint32(seed);
}

void InSyncTest::tablesEqualTheServer()
{
    QFETCH(const quint32, seed);
    TcpProxy proxy(m_server.port());
    OtherClient other(m_server, seed);
    QVERIFY(m_server.configure({{u"latency_ms"_s, other.below(3) * 5},
                                {u"event_delay_ms"_s, other.below(3) * 200},
                                {u"untidy_pages"_s, other.below(3) * 4}}));
    const auto session = signedIn(proxy.url());
    QVERIFY(session);

    // What happens, happens between pages and between rounds.
    const auto connection = connect(&proxy, &TcpProxy::requested, this, [&] {
        if (other.below(3) == 0)
            other.act();
        if (other.below(12) == 0)
            proxy.enqueueFault(TcpProxy::Fault(1 + other.below(3)));
        if (other.below(25) == 0)
            m_server.addFault({{u"status"_s, 429}, {u"retry_after"_s, 0.01}, {u"ratelimit_style"_s, u"comma"_s}});
    });
    for (int round = 0; round < 4; ++round) {
        session->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(session->syncState().phase != SyncState::Phase::Loading, 60000);
        for (int i = other.below(20); i > 0; --i)
            other.act();
    }
    disconnect(connection);
    QVERIFY(m_server.clearFaults());
    QVERIFY(m_server.configure({{u"event_delay_ms"_s, 0}, {u"untidy_pages"_s, 0}}));

    const bool isInStep = syncNow(*session);
    const std::optional<ApiError> error = session->syncState().error;
    QVERIFY2(isInStep, qPrintable(error ? error->message : u"it takes too long"_s));
    compareAll(*session);
}

/// A change elsewhere costs a few requests, not all of them.
void InSyncTest::followsWithoutReadingAllAgain()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    OtherClient other(m_server, 42);
    for (int i = 0; i < 10; ++i)
        other.act();
    QVERIFY(m_server.clearRequests());
    QVERIFY(syncNow(*session));
    compareAll(*session);
    QVERIFY(!m_server.requests(u"GET"_s, u"/event/"_s).isEmpty());
    QVERIFY(m_server.requests(u"POST"_s, u"/data/search/"_s).size() <= 2);
}

/// A task that was read by its id, as no list had it yet; then its lead is renamed. Lists do not overwrite what was
/// read by its id, and a lead's new name is no change of the task.
void InSyncTest::taskFollowsItsLeadsName()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    const QString task = session->tasks()->idAt(0);
    const QString lead = session->tasks()->leadIdAt(0);
    QCOMPARE(m_server.exchange("PUT", u"/task/%1/"_s.arg(task), {{u"text"_s, u"Call again"_s}}).status, 200);
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/task/"_s}}},
                               {u"status"_s, 200},
                               {u"body"_s, QJsonObject{{u"data"_s, QJsonArray()}, {u"has_more"_s, false}}}}));
    QVERIFY(m_server.clearRequests());
    QVERIFY(syncNow(*session));
    QCOMPARE(m_server.requests(u"GET"_s, u"/task/%1/"_s.arg(task)).size(), 1);
    QCOMPARE(value(*session->tasks(), task, u"text"_s).toString(), u"Call again"_s);

    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(lead), {{u"name"_s, u"Renamed"_s}}).status, 200);
    QVERIFY(syncNow(*session));
    QCOMPARE(value(*session->tasks(), task, u"lead_name"_s).toString(), u"Renamed"_s);
}

/// An opportunity that was read by its id, and is changed again without a word in the log: the list, which is
/// not believed where it may be behind, dates it later.
void InSyncTest::newerInAListIsTaken()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    const QString id = session->opportunities()->idAt(0);
    const QString path = u"/opportunity/%1/"_s.arg(id);
    QVERIFY(m_server.clearRequests());
    QCOMPARE(m_server.exchange("PUT", path, {{u"value"_s, 4200}}).status, 200);
    QVERIFY(syncNow(*session));
    QCOMPARE(value(*session->opportunities(), id, u"value"_s).toInt(), 4200);
    // Read with its lead.
    QCOMPARE(m_server.requests(u"GET"_s, u"/lead/%1/"_s.arg(session->opportunities()->leadIdAt(0))).size(),
             1);
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/event/"_s}}},
                               {u"status"_s, 200},
                               {u"times"_s, -1},
                               {u"body"_s, QJsonObject{{u"data"_s, QJsonArray()}}}}));
    QCOMPARE(m_server.exchange("PUT", path, {{u"value"_s, 5300}}).status, 200);
    QVERIFY(syncNow(*session));
    QCOMPARE(value(*session->opportunities(), id, u"value"_s).toInt(), 5300);
}

/// Nothing is asked for a while.
bool InSyncTest::isIdle()
{
    const auto before = m_server.requests().size();
    QTest::qWait(200);
    return m_server.requests().size() == before;
}

void InSyncTest::pauseHoldsThePass()
{
    QVERIFY(m_server.configure({{u"latency_ms"_s, 30}}));
    const auto session = signedIn(m_server);
    QVERIFY(session);
    session->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(session->leads()->count() > 0, Patience);
    session->pauseSync();
    QCOMPARE(session->syncState().phase, SyncState::Phase::Paused);
    // What was under way arrives; nothing more is asked for.
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), Patience);
    QVERIFY(session->leads()->count() < 700);
    session->resumeSync();
    QVERIFY(isSynced(*session));
    compareAll(*session);
}

/// While the statuses, users and fields are still being read.
void InSyncTest::pauseBeforeThePassHoldsIt()
{
    const auto session = signedIn(m_server);
    QVERIFY(session);
    session->refresh();
    session->pauseSync();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), Patience);
    QCOMPARE(session->leads()->count(), 0U);
    QVERIFY(m_server.requests(u"POST"_s, u"/data/search/"_s).isEmpty());
    session->resumeSync();
    QVERIFY(isSynced(*session));
    compareAll(*session);
}

/// And where the network costs by volume. Seen again, what changed meanwhile comes.
void InSyncTest::asksMoreRarelyWhenNobodyLooks()
{
    using namespace std::chrono_literals;
    using Wait = std::optional<std::chrono::milliseconds>;
    const std::shared_ptr<Session> session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    QCOMPARE(session->nextSyncIn(), Wait(1min));
    session->setSyncPace({.visible = 40ms, .unseen = 1h, .meteredFactor = 3});
    QVERIFY(m_server.clearRequests());
    QTRY_VERIFY_WITH_TIMEOUT(m_server.requests(u"GET"_s, u"/event/"_s).size() >= 3, 30000);

    session->setVisible(false);
    // Behind the round that may be under way.
    QTRY_COMPARE_WITH_TIMEOUT(session->nextSyncIn(), Wait(1h), 30000);
    session->setMetered(true);
    QCOMPARE(session->nextSyncIn(), Wait(3h));
    const QString lead = session->leads()->idAt(0);
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(lead), {{u"name"_s, u"Changed unseen"_s}}).status,
             200);
    session->setVisible(true);
    QTRY_COMPARE_WITH_TIMEOUT(value(*session->leads(), lead, u"shown_name"_s), u"Changed unseen"_s, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(session->nextSyncIn(), Wait(120ms), 30000);
    session->setMetered(false);
    QTRY_COMPARE_WITH_TIMEOUT(session->nextSyncIn(), Wait(40ms), 30000);
}

/// An opportunity's deletion whose event is lost: only a count tells.
void InSyncTest::countFindsWhatNobodyTold()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    const QString gone = session->opportunities()->idAt(0);
    QCOMPARE(m_server.exchange("DELETE", u"/opportunity/%1/"_s.arg(gone)).status, 200);
    // The log answers as if nothing had happened.
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/event/"_s}}},
                               {u"status"_s, 200},
                               {u"times"_s, -1},
                               {u"body"_s, QJsonObject{{u"data"_s, QJsonArray()}}}}));
    QVERIFY(syncNow(*session));
    QVERIFY(!session->opportunities()->contains(gone));
    compareAll(*session);
}

/// A cursor lives for 30 seconds; here for none.
void InSyncTest::expiredCursorGoesOn()
{
    QVERIFY(m_server.configure({{u"cursor_seconds"_s, 0}}));
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    compareAll(*session);
}

void InSyncTest::searchRefused()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/data/search/"_s}}},
                               {u"status"_s, 404},
                               {u"times"_s, -1}}));
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    compareAll(*session);
}

LEADLINE_TEST(tst_insync, QTEST_GUILESS_MAIN, InSyncTest)

} // namespace tst_insync

#include "tst_insync.moc"
