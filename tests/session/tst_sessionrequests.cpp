// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sessionanswers.h"
#include "testprogram.h"

#include <QSignalSpy>

namespace tst_sessionrequests {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// What the screen asks of a Session, over the real demo server: searches, and records made and changed.
class SessionRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void searchesInClosesLanguage();
    void badQueryIsAnError();
    void runsSmartViews();
    void createsLeadWithContact();
    void updatesLeadWithWhatDiffers();
    void untouchedLeadIsNotSent();
    void createsOpportunityAndItsLeadFollows();
    void readOnlySendsNoWrite();
    void permissions();
    void refusedKeyIsTold();
    void savesAfterTheContextHasGone();

private:
    DemoServer m_server;
};

void SessionRequestsTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"250"_s}).isValid(), qPrintable(m_server.errorText()));
}

void SessionRequestsTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
}

void SessionRequestsTest::searchesInClosesLanguage()
{
    // Before anything is loaded: the answer itself fills the table.
    const auto session = signedIn(m_server);
    QVERIFY(session);
    const QString query = u"lead_status:Customer sort:-created"_s;
    Answered<LeadSearchAnswer> answer;
    session->searchLeads(query, this, answer.callback());
    TRY_GOOD(answer);

    QStringList expected;
    const QJsonObject page =
        m_server.get(u"/lead/?_limit=100&query="_s + QString::fromLatin1(QUrl::toPercentEncoding(query)));
    for (const QJsonValue &lead : page["data"_L1].toArray())
        expected.append(lead["id"_L1].toString());
    QVERIFY(expected.size() > 5);
    QCOMPARE(answer.value().leadIds, expected);
    QCOMPARE(answer.value().total, std::optional<qint64>(page["total_results"_L1].toInteger()));
    for (const QString &id : expected)
        QVERIFY(session->leads()->contains(id));
}

void SessionRequestsTest::badQueryIsAnError()
{
    const auto session = signedIn(m_server);
    QVERIFY(session);
    Answered<LeadSearchAnswer> answer;
    session->searchLeads(u"(lead_status:"_s, this, answer.callback());
    QTRY_VERIFY_WITH_TIMEOUT(answer.isThere(), Patience);
    QVERIFY(!answer.isGood());
    QCOMPARE(answer.error().kind, ApiError::Kind::Validation);
    QVERIFY(!answer.error().message.isEmpty());
}

void SessionRequestsTest::runsSmartViews()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    int trees = 0;
    int texts = 0;
    for (const SmartView &view : session->smartViews()) {
        Answered<LeadSearchAnswer> answer;
        session->runSmartView(view, this, answer.callback());
        TRY_GOOD(answer);
        (view.query.isEmpty() ? trees : texts) += answer.value().leadIds.isEmpty() ? 0 : 1;
        for (const QString &id : answer.value().leadIds)
            QVERIFY(session->leads()->contains(id));
        if (view.name.startsWith("Customers"_L1)) {
            for (const QString &id : answer.value().leadIds)
                QCOMPARE(session->directory().nameOf(value(*session->leads(), id, u"status_id"_s).toString()),
                         u"Customer"_s);
        }
    }
    QVERIFY(trees > 1);
    QCOMPARE(texts, 1);
}

void SessionRequestsTest::createsLeadWithContact()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    QVERIFY(m_server.clearRequests());
    QSignalSpy saved(session.get(), &Session::recordSaved);
    Answered<Lead> created;
    session->createLead({{u"name"_s, u"Åkerlund & Söner"_s}, {u"description"_s, u"Bygger båtar"_s}},
                        {{{u"name"_s, u"Siv Åkerlund"_s}, {u"title"_s, u"VD"_s}}}, this, created.callback());
    TRY_GOOD(created);

    const QString id = created.value().id;
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().at(1).toString(), id);
    QCOMPARE(m_server.requests(u"POST"_s, u"/lead/"_s).size(), 1);
    QCOMPARE(value(*session->leads(), id, u"shown_name"_s).toString(), u"Åkerlund & Söner"_s);
    QCOMPARE(value(*session->leads(), id, u"primary_contact"_s).toString(), u"Siv Åkerlund"_s);
    QCOMPARE(value(*session->leads(), id, u"contact_count"_s).toLongLong(), 1);
    const auto people = session->contacts()->rowsOfLead(id);
    QCOMPARE(people.size(), size_t(1));
    QCOMPARE(session->contacts()->valueAt(u"title"_s, people.front()).toString(), u"VD"_s);
    QCOMPARE(session->contacts()->valueAt(u"lead_name"_s, people.front()).toString(), u"Åkerlund & Söner"_s);
    QCOMPARE(m_server.get(u"/lead/%1/"_s.arg(id))["description"_L1].toString(), u"Bygger båtar"_s);
}

void SessionRequestsTest::updatesLeadWithWhatDiffers()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    const QString id = session->leads()->idAt(0);
    Answered<Lead> read;
    session->loadLead(id, this, read.callback());
    TRY_GOOD(read);
    const QVariantMap before{{u"name"_s, read.value().name}, {u"description"_s, read.value().description}};
    QVariantMap after = before;
    after[u"description"_s] = u"Only this is new"_s;
    QVERIFY(m_server.clearRequests());
    Answered<Lead> written;
    session->updateLead(id, before, after, this, written.callback());
    TRY_GOOD(written);

    const QJsonArray sent = m_server.requests(u"PUT"_s, u"/lead/"_s);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first()["body"_L1].toObject(), (QJsonObject{{u"description"_s, u"Only this is new"_s}}));
    QCOMPARE(value(*session->leads(), id, u"description"_s).toString(), u"Only this is new"_s);
    QCOMPARE(session->knownLead(id)->description, u"Only this is new"_s);
}

void SessionRequestsTest::untouchedLeadIsNotSent()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    const QString id = session->leads()->idAt(0);
    const QVariantMap same{{u"name"_s, value(*session->leads(), id, u"shown_name"_s)}};
    QVERIFY(m_server.clearRequests());
    Answered<Lead> answered;
    session->updateLead(id, same, same, this, answered.callback());
    TRY_GOOD(answered);
    QCOMPARE(answered.value().id, id);
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
}

void SessionRequestsTest::createsOpportunityAndItsLeadFollows()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    Answered<Lead> created;
    session->createLead({{u"name"_s, u"Empty Pockets"_s}}, {}, this, created.callback());
    TRY_GOOD(created);
    const QString id = created.value().id;
    QVERIFY(!value(*session->leads(), id, u"open_value"_s).isValid());

    Answered<Opportunity> deal;
    session->createOpportunity(
        {{u"lead_id"_s, id}, {u"value"_s, 250000LL}, {u"value_period"_s, u"one_time"_s}}, this,
        deal.callback());
    TRY_GOOD(deal);
    QVERIFY(session->opportunities()->contains(deal.value().id));
    QTRY_COMPARE_WITH_TIMEOUT(value(*session->leads(), id, u"open_value"_s).toLongLong(), 250000LL, Patience);

    // Changed, it follows again.
    Answered<Opportunity> raised;
    session->updateOpportunity(deal.value().id, {{u"value"_s, 250000LL}}, {{u"value"_s, 300000LL}}, this,
                               raised.callback());
    TRY_GOOD(raised);
    QCOMPARE(value(*session->opportunities(), deal.value().id, u"value"_s).toLongLong(), 300000LL);
    QTRY_COMPARE_WITH_TIMEOUT(value(*session->leads(), id, u"open_value"_s).toLongLong(), 300000LL, Patience);
}

void SessionRequestsTest::readOnlySendsNoWrite()
{
    const auto session = signedIn(m_server, DemoServer::key(), true);
    QVERIFY(session && syncNow(*session));
    QVERIFY(session->isReadOnly());
    QVERIFY(!session->mayDo(u"delete_leads"_s));
    QVERIFY(m_server.clearRequests());
    Answered<Lead> created;
    session->createLead({{u"name"_s, u"Never"_s}}, {}, this, created.callback());
    const QString id = session->leads()->idAt(0);
    Answered<Lead> updated;
    session->updateLead(id, {{u"name"_s, u"a"_s}}, {{u"name"_s, u"b"_s}}, this, updated.callback());
    QTRY_VERIFY_WITH_TIMEOUT(created.isThere() && updated.isThere(), Patience);
    QVERIFY(!created.isGood() && !updated.isGood());
    QCOMPARE(created.error().kind, ApiError::Kind::Forbidden);
    QCOMPARE(m_server.requests().size(), 0);
    QCOMPARE(session->leads()->count(), 250U);
    // Reading stays, a search's POST too.
    for (const SmartView &view : session->smartViews()) {
        Answered<LeadSearchAnswer> answer;
        session->runSmartView(view, this, answer.callback());
        TRY_GOOD(answer);
    }
}

void SessionRequestsTest::permissions()
{
    const auto all = signedIn(m_server);
    QVERIFY(all && all->mayDo(u"delete_leads"_s));
    const auto few = signedIn(m_server, DemoServer::restrictedKey());
    QVERIFY(few && !few->mayDo(u"delete_leads"_s));
}

void SessionRequestsTest::refusedKeyIsTold()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    QSignalSpy refused(session.get(), &Session::keyRefused);
    QVERIFY(m_server.addFault({{u"status"_s, 401}, {u"times"_s, -1}}));
    QVERIFY(!syncNow(*session));
    QVERIFY(refused.size() >= 1);
    QCOMPARE(session->leads()->count(), 250U);
    refused.clear();
    Answered<Lead> created;
    session->createLead({{u"name"_s, u"No Key"_s}}, {}, this, created.callback());
    QTRY_VERIFY_WITH_TIMEOUT(created.isThere(), Patience);
    QCOMPARE(refused.size(), 1);
}

void SessionRequestsTest::savesAfterTheContextHasGone()
{
    const auto session = signedIn(m_server);
    QVERIFY(session && syncNow(*session));
    QVERIFY(m_server.configure({{u"latency_ms"_s, 150}}));
    QSignalSpy saved(session.get(), &Session::recordSaved);
    bool called = false;
    auto context = std::make_unique<QObject>();
    session->createLead({{u"name"_s, u"Saved Behind The Form"_s}}, {}, context.get(),
                        [&called](const Result<Lead> &) { called = true; });
    context.reset();
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, Patience);
    QVERIFY(!called);
    QVERIFY(session->leads()->contains(saved.first().at(1).toString()));
}

LEADLINE_TEST(tst_sessionrequests, QTEST_GUILESS_MAIN, SessionRequestsTest)

} // namespace tst_sessionrequests

#include "tst_sessionrequests.moc"
