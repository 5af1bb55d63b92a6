// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "closeclient.h"
#include "organizationrequests.h"
#include "sessionanswers.h"
#include "testprogram.h"

#include <QSignalSpy>

namespace tst_session {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Session over the real demo server: how its tables keep in step.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void readsEverything();
    void readsCustomFields();
    void readsLongListsWhole();
    void refreshFollowsAnotherClient();
    void refreshFollowsBulkEdit();
    void refreshAgainChangesNothing();
    void stopsOnAFault_data();
    void stopsOnAFault();
    void lateAnswersOfAStoppedPassCountForNothing();
    void createdDuringAPassStays();
    void shiftedPagesRemoveNothing();
    void readsMoreLeadsThanASearchReaches();
    void endsUnderItsRequests();

private:
    std::shared_ptr<Session> sessionWith(const ClientOptions &options);

    DemoServer m_server;
};

void SessionTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"250"_s}).isValid(), qPrintable(m_server.errorText()));
}

void SessionTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
}

/// A session whose client waits and repeats as the test wants it.
std::shared_ptr<Session> SessionTest::sessionWith(const ClientOptions &options)
{
    auto client = std::make_unique<CloseClient>(m_server.baseUrl(), DemoServer::key().toLatin1(),
                                                QByteArray(), options);
    std::optional<Result<Me>> me;
    client->send(MeRequest{}, this, [&me](Result<Me> answer) { me = std::move(answer); });
    if (!waitFor([&me] { return me.has_value(); }, Patience) || !*me)
        return nullptr;
    const Organization organization = (*me)->organizations.first();
    const Account account{m_server.baseUrl(), organization.id, organization.name, (*me)->user.id,
                          (*me)->user.name()};
    return std::make_shared<Session>(std::move(client), std::move(**me), account);
}

void SessionTest::readsEverything()
{
    const auto session = signedIn(m_server);
    QVERIFY(session);
    QCOMPARE(session->leads()->count(), 0U);
    QVERIFY(syncNow(*session));

    QCOMPARE(session->leads()->count(), 250U);
    QCOMPARE(idsOf(*session->leads()), idsOf(m_server, u"/lead/"_s));
    QCOMPARE(idsOf(*session->contacts()), idsOf(m_server, u"/contact/"_s));
    QCOMPARE(idsOf(*session->opportunities()), idsOf(m_server, u"/opportunity/"_s));
    QVERIFY(session->contacts()->count() > 100);
    QVERIFY(session->opportunities()->count() > 50);
    QSet<QString> open = idsOf(m_server, u"/task/?is_complete=false&_type=lead"_s);
    QVERIFY(!open.isEmpty());
    QVERIFY2(idsOf(*session->tasks()).contains(open), "an open task is missing");

    const SyncState state = session->syncState();
    QCOMPARE(state.loaded, 250);
    QCOMPARE(state.expected, std::optional<qint64>(250));
    QVERIFY(state.finished.isValid());
    QVERIFY(!state.error);
    QCOMPARE(session->smartViews().size(), 6); // those of leads
}

void SessionTest::readsCustomFields()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    const auto compare = [&](const QString &type, const FieldList &fields) {
        QSet<QString> expected;
        for (const QJsonValue &field :
             m_server.get(u"/custom_field_schema/%1/"_s.arg(type))["fields"_L1].toArray())
            expected.insert(u"custom."_s + field["id"_L1].toString());
        QSet<QString> known;
        for (const Field &field : fields) {
            if (field.flags.testFlag(FieldFlag::Custom))
                known.insert(field.key);
        }
        QVERIFY(!expected.isEmpty());
        QCOMPARE(known, expected);
    };
    compare(u"lead"_s, session->leads()->fields());
    compare(u"contact"_s, session->contacts()->fields());
    compare(u"opportunity"_s, session->opportunities()->fields());

    // The values of one of them, whole.
    const Field *industry = nullptr;
    for (const Field &field : session->leads()->fields()) {
        if (field.flags.testFlag(FieldFlag::Custom) && field.type == FieldType::Choice)
            industry = &field;
    }
    QVERIFY(industry);
    int filled = 0;
    for (const QJsonValue &lead : m_server.get(u"/lead/?_limit=100"_s)["data"_L1].toArray()) {
        const QJsonValue held = lead[industry->key];
        filled += held.isString() ? 1 : 0;
        QCOMPARE(value(*session->leads(), lead["id"_L1].toString(), industry->key).toString(),
                 held.toString());
    }
    QVERIFY(filled > 0);
}

void SessionTest::readsLongListsWhole()
{
    // More Smart Views than a page holds.
    for (int i = 0; i < 104; ++i) {
        const auto made = m_server.exchange(
            "POST", u"/saved_search/"_s,
            {{u"name"_s, u"View %1"_s.arg(i)}, {u"type"_s, u"lead"_s}, {u"query"_s, u"*"_s}});
        QCOMPARE(made.status, 200);
    }
    QVERIFY(m_server.clearRequests());
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    QCOMPARE(m_server.requests(u"GET"_s, u"/saved_search/"_s).size(), 2);
    QCOMPARE(session->smartViews().size(), 6 + 104);
    QCOMPARE(session->smartViews().last().name, u"View 103"_s);
}

void SessionTest::refreshFollowsAnotherClient()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));

    // A lead with people and deals goes, another is renamed, a third is new.
    const QString gone = session->opportunities()->leadIdAt(0);
    QVERIFY(!session->contacts()->rowsOfLead(gone).empty());
    QVERIFY(!session->opportunities()->rowsOfLead(gone).empty());
    QString renamed;
    for (quint32 row = 0; renamed.isEmpty(); ++row) {
        if (session->leads()->idAt(row) != gone)
            renamed = session->leads()->idAt(row);
    }
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(gone)).status, 200);
    QCOMPARE(
        m_server.exchange("PUT", u"/lead/%1/"_s.arg(renamed), {{u"name"_s, u"Renamed Elsewhere"_s}}).status,
        200);
    const QString born = m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"Born Elsewhere"_s}})
                             .object()
                             .value("id"_L1)
                             .toString();
    QVERIFY(!born.isEmpty());

    QVERIFY(syncNow(*session));
    QVERIFY(!session->leads()->contains(gone));
    QVERIFY(session->contacts()->rowsOfLead(gone).empty());
    QVERIFY(session->opportunities()->rowsOfLead(gone).empty());
    QVERIFY(session->tasks()->rowsOfLead(gone).empty());
    QCOMPARE(value(*session->leads(), renamed, u"shown_name"_s).toString(), u"Renamed Elsewhere"_s);
    QVERIFY(session->leads()->contains(born));
    QCOMPARE(session->leads()->count(), 250U);
}

/// More entries in the log, and more leads to read, than are taken at once.
void SessionTest::refreshFollowsBulkEdit()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    const auto edit = [&](const RecordTable &table, const QString &path, const QString &key) {
        for (quint32 row = 0; row < table.rows(); ++row) {
            const QString id = table.idAt(row);
            if (m_server.exchange("PUT", u"/%1/%2/"_s.arg(path, id), {{key, QString(u"Bulk "_s + id)}}).status != 200)
                return false;
        }
        return true;
    };
    QVERIFY(edit(*session->leads(), u"lead"_s, u"name"_s));
    QVERIFY(edit(*session->tasks(), u"task"_s, u"text"_s));
    QVERIFY(session->leads()->rows() + session->tasks()->rows() > 300);
    QVERIFY(syncNow(*session));
    for (quint32 row = 0; row < session->leads()->rows(); ++row) {
        const QString id = session->leads()->idAt(row);
        QCOMPARE(value(*session->leads(), id, u"shown_name"_s).toString(), QString(u"Bulk "_s + id));
    }
    for (quint32 row = 0; row < session->tasks()->rows(); ++row) {
        const QString id = session->tasks()->idAt(row);
        QCOMPARE(value(*session->tasks(), id, u"text"_s).toString(), QString(u"Bulk "_s + id));
        QVERIFY(value(*session->tasks(), id, u"lead_name"_s).toString().startsWith(u"Bulk"_s));
    }
}

void SessionTest::refreshAgainChangesNothing()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    QSignalSpy leads(session->leads(), &RecordTable::changed);
    QSignalSpy contacts(session->contacts(), &RecordTable::changed);
    QSignalSpy opportunities(session->opportunities(), &RecordTable::changed);
    QVERIFY(syncNow(*session));
    QCOMPARE(leads.size(), 0);
    QCOMPARE(contacts.size(), 0);
    QCOMPARE(opportunities.size(), 0);
}

void SessionTest::stopsOnAFault_data()
{
    QTest::addColumn<QJsonObject>("fault");
    QTest::addColumn<ClientOptions>("options");
    QTest::addColumn<ApiError::Kind>("kind");
    ClientOptions options;
    options.retry.firstWait = 1ms;
    options.retry.longestWait = 1ms;
    QTest::newRow("503 for good") << QJsonObject{{u"status"_s, 503}, {u"times"_s, -1}} << options
                                  << ApiError::Kind::Server;
    // The other answers of the pass have all of that time, twice, on a busy machine.
    options.transferTimeout = 3s;
    options.retry.tries = 2;
    QTest::newRow("too slow") << QJsonObject{{u"delay_ms"_s, 300'000}, {u"times"_s, -1}} << options
                              << ApiError::Kind::Timeout;
}

void SessionTest::stopsOnAFault()
{
    QFETCH(QJsonObject, fault);
    QFETCH(const ClientOptions, options);
    QFETCH(const ApiError::Kind, kind);
    const auto session = sessionWith(options);
    QVERIFY(session && syncNow(*session));
    const QSet<QString> before = idsOf(*session->leads());

    // The second client's deletion must not be mistaken for what a broken pass did not meet.
    fault.insert(u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/lead/"_s}});
    QVERIFY(m_server.addFault(fault));
    QVERIFY(!syncNow(*session));
    QCOMPARE(session->syncState().phase, SyncState::Phase::Stopped);
    QVERIFY(session->syncState().error);
    QCOMPARE(session->syncState().error->kind, kind);
    QCOMPARE(idsOf(*session->leads()), before);
    QVERIFY(session->contacts()->count() > 100);

    QVERIFY(m_server.clearFaults());
    QVERIFY(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(*before.cbegin())).status == 200);
    QVERIFY(syncNow(*session));
    QVERIFY(!session->syncState().error);
    QCOMPARE(session->leads()->count(), 249U);
}

void SessionTest::lateAnswersOfAStoppedPassCountForNothing()
{
    ClientOptions options;
    options.assumedRate = 1000; // nothing waits for its turn here
    const auto session = sessionWith(options);
    QVERIFY(session);
    const auto fault = [this](const QString &path, const QJsonObject &what) {
        QJsonObject all = what;
        const QString method = path == u"/data/search/"_s ? u"POST"_s : u"GET"_s;
        all.insert(u"match"_s, QJsonObject{{u"method"_s, method}, {u"path"_s, path}});
        return m_server.addFault(all);
    };
    QVERIFY(fault(u"/data/search/"_s, {{u"status"_s, 500}}));
    QVERIFY(fault(u"/opportunity/"_s, {{u"status"_s, 500}, {u"delay_ms"_s, 500}}));
    QVERIFY(fault(u"/task/"_s, {{u"delay_ms"_s, 500}}));
    QVERIFY(!syncNow(*session));

    // The next pass begins while answers of the first are still on their way; its leads come last.
    QVERIFY(fault(u"/data/search/"_s, {{u"delay_ms"_s, 1000}}));
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->count(), 250U);
    QCOMPARE(idsOf(*session->opportunities()), idsOf(m_server, u"/opportunity/"_s));
}

void SessionTest::createdDuringAPassStays()
{
    const auto session = signedIn(m_server);
    QVERIFY(session);
    // The first page is read, the other waits: what is created now is on neither.
    bool waits = false;
    const auto connection = connect(session.get(), &Session::syncStateChanged, this, [&] {
        if (isBetweenPages(*session) && !waits)
            waits = m_server.addFault(
                {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/data/search/"_s}}},
                 {u"delay_ms"_s, 600}});
    });
    session->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(waits, Patience);
    disconnect(connection);
    Answered<Lead> created;
    session->createLead({{u"name"_s, u"Made Meanwhile"_s}}, {}, this, created.callback());
    TRY_GOOD(created);
    QCOMPARE(session->syncState().phase, SyncState::Phase::Loading);
    Answered<Opportunity> deal;
    session->createOpportunity({{u"lead_id"_s, created.value().id}, {u"value"_s, 12000LL}}, this,
                               deal.callback());
    TRY_GOOD(deal);
    QVERIFY(isSynced(*session));
    QVERIFY(session->leads()->contains(created.value().id));
    QVERIFY(session->opportunities()->contains(deal.value().id));
    QVERIFY(syncNow(*session));
    QVERIFY(session->leads()->contains(created.value().id));
    QCOMPARE(session->leads()->count(), 251U);
}

/// While pages are read another client deletes a lead of the first page: what moves up over a page's edge is
/// met by no page, and is not gone.
void SessionTest::shiftedPagesRemoveNothing()
{
    const auto session = signedIn(m_server);
    QVERIFY(session);
    const QString gone =
        m_server.get(u"/lead/?_limit=1"_s)["data"_L1].toArray().first().toObject().value("id"_L1).toString();
    bool deleted = false;
    connect(session.get(), &Session::syncStateChanged, this, [&] {
        // The first page has just been taken; the requests for the others leave after this.
        if (isBetweenPages(*session) && !deleted)
            deleted = m_server.exchange("DELETE", u"/lead/%1/"_s.arg(gone)).status == 200;
    });
    QVERIFY(syncNow(*session));
    QVERIFY(deleted);
    QCOMPARE(idsOf(*session->leads()), idsOf(m_server, u"/lead/"_s));
}

/// A search ends after 10,000 leads.
void SessionTest::readsMoreLeadsThanASearchReaches()
{
    DemoServer large;
    QVERIFY2(large.start({u"--leads"_s, u"10500"_s}).isValid(), qPrintable(large.errorText()));
    const auto all = signedIn(large);
    QVERIFY(all);
    QVERIFY(syncNow(*all, 200000)); // with sanitizers
    QCOMPARE(all->leads()->count(), 10500U);
}

void SessionTest::endsUnderItsRequests()
{
    QVERIFY(m_server.configure({{u"latency_ms"_s, 20}}));
    bool called = false;
    const auto note = [&called](const auto &) { called = true; };
    // At several moments of a pass: while fields, first pages, and many pages are on their way.
    for (const qint64 moment : {-1, 0, 100, 200}) {
        auto session = signedIn(m_server);
        QVERIFY(session);
        session->refresh();
        if (moment >= 0) {
            QSignalSpy schema(session.get(), &Session::schemaChanged);
            QTRY_VERIFY_WITH_TIMEOUT(!schema.isEmpty() && session->syncState().loaded >= moment, Patience);
        }
        called = false;
        session->searchLeads(u"status:Customer"_s, this, note);
        session->createLead({{u"name"_s, u"Cut Off"_s}}, {}, this, note);
        session->loadActivities({u"lead_x"_s, {}, 0}, this, note);
        session.reset();
        // The server answers all the same; nobody is there to be told.
        QTRY_VERIFY_WITH_TIMEOUT(!m_server.get(u"/me/"_s).isEmpty(), Patience);
        QVERIFY(!called);
    }
}

LEADLINE_TEST(tst_session, QTEST_GUILESS_MAIN, SessionTest)

} // namespace tst_session

#include "tst_session.moc"
