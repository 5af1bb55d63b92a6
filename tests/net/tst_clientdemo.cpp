// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activityrequests.h"
#include "demoserver.h"
#include "eventrequests.h"
#include "organizationrequests.h"
#include "outcome.h"
#include "recordrequests.h"
#include "searchrequest.h"
#include "securefront.h"
#include "testprogram.h"

#include <QSet>

namespace tst_clientdemo {

using namespace Leadline;
using Kind = ApiError::Kind;

/// The client's requests against the demo server, whose JSON shares no code with them.
class TestClientDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whoAmI();
    void keys();
    void organization();
    void everyLeadOnce();
    void leadQuery();
    void leadLifeCycle();
    void fieldErrors();
    void contactsOfALead();
    void opportunities();
    void longListOfIds();
    void searchByCursor();
    void everydayWrites();
    void events();
    void mergedLeads();
    void cutAfterThePost();
    void tornWhenZipped();
    void overHttp2();

private:
    template <ApiRequest R>
    static Result<typename R::Answer> ask(CloseClient &client, const R &request)
    {
        std::optional<Result<typename R::Answer>> result;
        ApiHandle handle = client.send(request, &client, [&](auto answer) { result = std::move(answer); });
        if (!Test::waitFor([&] { return result.has_value(); }, 20000)) {
            handle.cancel();
            return tl::unexpected(ApiError{.message = QStringLiteral("nothing came")});
        }
        return *result;
    }
    template <ApiRequest R>
    Result<typename R::Answer> ask(const R &request)
    {
        return ask(*m_client, request);
    }
    static ClientOptions patient()
    {
        ClientOptions options = quickOptions();
        options.transferTimeout = std::chrono::milliseconds(20000);
        options.assumedRate = 500;
        return options;
    }

    DemoServer m_server;
    std::unique_ptr<CloseClient> m_client;
};

void TestClientDemo::initTestCase()
{
    QVERIFY2(m_server.start({QStringLiteral("--leads"), QStringLiteral("430")}).isValid(),
             qPrintable(m_server.errorText()));
    m_client = std::make_unique<CloseClient>(m_server.baseUrl(), DemoServer::key().toUtf8(), QByteArray(),
                                             patient());
}

void TestClientDemo::init()
{
    QVERIFY(m_server.reset());
}

void TestClientDemo::whoAmI()
{
    const auto me = ask(MeRequest{});
    QVERIFY2(me, qPrintable(me ? QString() : me.error().message));
    QVERIFY(!me->user.id.isEmpty());
    QCOMPARE(me->organizations.size(), 1);
    QVERIFY(
        me->membership(me->organizations.first().id).permissions.contains(QStringLiteral("delete_leads")));
}

void TestClientDemo::keys()
{
    CloseClient unknown(m_server.baseUrl(), "nobody", {}, patient());
    QCOMPARE(ask(unknown, MeRequest{}).error().kind, Kind::Unauthorized);
    CloseClient forbidden(m_server.baseUrl(), DemoServer::forbiddenKey().toUtf8(), {}, patient());
    QCOMPARE(ask(forbidden, MeRequest{}).error().kind, Kind::Forbidden);
}

void TestClientDemo::organization()
{
    const auto me = ask(MeRequest{});
    QVERIFY(me);
    const auto organization = ask(OrganizationRequest{.id = me->organizations.first().id});
    QVERIFY(organization);
    QVERIFY(organization->leadStatuses.size() > 1);
    QCOMPARE(organization->pipelines.size(), 2);
    const auto users = ask(UserListRequest{});
    QVERIFY(users);
    QCOMPARE(users->records.size(), organization->users.size());
    const auto views = ask(SmartViewListRequest{});
    QVERIFY(views && !views->records.isEmpty());
    QSet<QString> types;
    for (const char *object : {"lead", "contact", "opportunity"}) {
        const auto schema = ask(CustomFieldSchemaRequest{.objectType = QString::fromLatin1(object)});
        QVERIFY(schema && !schema->fields.isEmpty());
        for (const CustomField &field : schema->fields) {
            types.insert(field.type);
        }
    }
    QVERIFY(types.size() > 5);
}

void TestClientDemo::everyLeadOnce()
{
    QSet<QString> ids;
    int pages = 0;
    std::optional<qint64> total;
    std::optional<ListRequest<Lead>> request =
        ListRequest<Lead>{.fields = {QStringLiteral("id"), QStringLiteral("display_name")}};
    while (request) {
        const auto page = ask(*request);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        for (const Lead &lead : page->records) {
            QVERIFY(!ids.contains(lead.id));
            QVERIFY(!lead.displayName.isEmpty());
            ids.insert(lead.id);
        }
        total = page->total;
        ++pages;
        request = requestAfter(*request, *page);
    }
    QCOMPARE(pages, 3);
    QCOMPARE(total, std::optional<qint64>(ids.size()));
}

void TestClientDemo::leadQuery()
{
    const auto all = ask(ListRequest<Lead>{.limit = 1});
    QVERIFY(all && all->records.size() == 1);
    const QString name = all->records.first().name;
    const auto found =
        ask(ListRequest<Lead>{.filter = {.query = QStringLiteral("id:\"%1\"").arg(all->records.first().id)}});
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
    QCOMPARE(found->records.size(), 1);
    QCOMPARE(found->records.first().name, name);
}

void TestClientDemo::leadLifeCycle()
{
    const QString name = QStringLiteral("Zoë & \"Söhne\" + 1 % 日本");
    const QJsonObject contact{{QStringLiteral("name"), QStringLiteral("Ana Reyes")},
                              {QStringLiteral("title"), QStringLiteral("CTO")}};
    const auto made = ask(CreateRequest<Lead>{
        .body = {{QStringLiteral("name"), name}, {QStringLiteral("contacts"), QJsonArray{contact}}}});
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->name, name);
    QCOMPARE(made->contacts.first().name, QStringLiteral("Ana Reyes"));
    const auto changed = ask(UpdateRequest<Lead>{
        .id = made->id, .body = {{QStringLiteral("description"), QStringLiteral("Lab lenses")}}});
    QVERIFY(changed);
    QCOMPARE(changed->name, name);
    const auto read = ask(GetRequest<Lead>{.id = made->id});
    QVERIFY(read);
    QCOMPARE(read->description, QStringLiteral("Lab lenses"));
    QVERIFY(ask(DeleteRequest<Lead>{.id = made->id}));
    QCOMPARE(ask(DeleteRequest<Lead>{.id = made->id}).error().kind, Kind::NotFound);
    const auto gone = ask(GetRequest<Lead>{.id = QStringLiteral("lead_nothing")});
    QCOMPARE(gone.error().kind, Kind::NotFound);
    QVERIFY(!gone.error().message.isEmpty());
}

void TestClientDemo::fieldErrors()
{
    ApiCall call = getCall(QStringLiteral("lead/"));
    call.with(QStringLiteral("_limit"), 201);
    const ApiError limit = outcomeOf(*m_client, call).error();
    QCOMPARE(limit.kind, Kind::Validation);
    QVERIFY(limit.fieldErrors.contains(QStringLiteral("_limit")));
    const auto lead = ask(ListRequest<Lead>{.limit = 1});
    QVERIFY(lead);
    const ApiError confidence =
        ask(CreateRequest<Opportunity>{.body = {{QStringLiteral("lead_id"), lead->records.first().id},
                                                {QStringLiteral("confidence"), 400}}})
            .error();
    QCOMPARE(confidence.kind, Kind::Validation);
    QVERIFY(confidence.fieldErrors.contains(QStringLiteral("confidence")));
}

void TestClientDemo::contactsOfALead()
{
    const auto leads = ask(ListRequest<Lead>{.limit = 50});
    QVERIFY(leads);
    for (const Lead &lead : leads->records) {
        if (lead.contacts.size() < 2) {
            continue;
        }
        const auto contacts = ask(ListRequest<Contact>{.filter = {.leadId = lead.id}});
        QVERIFY(contacts);
        QCOMPARE(contacts->records.size(), lead.contacts.size());
        for (const Contact &contact : contacts->records) {
            QCOMPARE(contact.leadId, lead.id);
        }
        return;
    }
    QFAIL("no lead with two contacts");
}

void TestClientDemo::opportunities()
{
    const auto won = ask(ListRequest<Opportunity>{.filter = {.statusTypes = {QStringLiteral("won")},
                                                             .dateWon = {.onOrAfter = QDate(2020, 1, 1)},
                                                             .orderBy = QStringLiteral("-value")},
                                                  .limit = 10});
    QVERIFY2(won, qPrintable(won ? QString() : won.error().message));
    QVERIFY(!won->records.isEmpty());
    for (qsizetype i = 0; i < won->records.size(); ++i) {
        QCOMPARE(won->records.at(i).statusType, QStringLiteral("won"));
        QVERIFY(i == 0 || won->records.at(i).value <= won->records.at(i - 1).value);
    }
    // Totals are over all matches, not over the page.
    const PeriodSums sums = won->totals.value;
    QCOMPARE(won->totals.annualizedValue, sums.oneTime + sums.annual + 12 * sums.monthly);
    QVERIFY(won->totals.count > won->records.size());
    const auto grouped =
        ask(ListRequest<Opportunity>{.filter = {.groupBy = QStringLiteral("user_id")}, .limit = 200});
    QVERIFY(grouped && grouped->groups.size() > 1);
    QVERIFY(!grouped->groups.first().userName.isEmpty());
    QCOMPARE(recordCount(*grouped), 200);
}

void TestClientDemo::longListOfIds()
{
    const auto page = ask(ListRequest<Opportunity>{});
    QVERIFY(page && page->records.size() > 100);
    // As many users as it takes to outgrow a URL; all of them but one are unknown.
    QStringList users{page->records.first().userId};
    for (int i = 0; i < 60; ++i) {
        users.append(QStringLiteral("user_%1").arg(i, 43, 10, QLatin1Char('0')));
    }
    const auto some = ask(ListRequest<Opportunity>{.filter = {.userIds = users}});
    QVERIFY2(some, qPrintable(some ? QString() : some.error().message));
    QVERIFY(!some->records.isEmpty());
    for (const Opportunity &opportunity : some->records) {
        QCOMPARE(opportunity.userId, users.first());
    }
}

void TestClientDemo::searchByCursor()
{
    QSet<QString> ids;
    std::optional<SearchRequest<Contact>> request =
        SearchRequest<Contact>{.fields = {QStringLiteral("id"), QStringLiteral("name")},
                               .limit = 100,
                               .resultsLimit = 250,
                               .includeCounts = true};
    int pages = 0;
    while (request) {
        const auto page = ask(*request);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        QVERIFY(page->total.value_or(0) > 0);
        for (const Contact &contact : page->records) {
            QVERIFY(!ids.contains(contact.id));
            ids.insert(contact.id);
        }
        ++pages;
        request = requestAfter(*request, *page);
    }
    QCOMPARE(ids.size(), 250);
    QCOMPARE(pages, 3);
}

void TestClientDemo::everydayWrites()
{
    const auto lead = ask(ListRequest<Lead>{.limit = 1});
    QVERIFY(lead);
    const QString id = lead->records.first().id;
    const auto note = ask(CreateNoteRequest{.leadId = id, .note = QStringLiteral("Met & <agreed>")});
    QVERIFY2(note, qPrintable(note ? QString() : note.error().message));
    QCOMPARE(note->note, QStringLiteral("Met & <agreed>"));
    const auto call = ask(CreateCallRequest{.leadId = id,
                                            .direction = QStringLiteral("outbound"),
                                            .status = QStringLiteral("completed"),
                                            .duration = 90});
    QVERIFY2(call, qPrintable(call ? QString() : call.error().message));
    QCOMPARE(call->duration, 90);
    const auto task =
        ask(CreateTaskRequest{.leadId = id, .text = QStringLiteral("Call back"), .date = QDate(2026, 12, 1)});
    QVERIFY2(task, qPrintable(task ? QString() : task.error().message));
    QCOMPARE(task->date, QDate(2026, 12, 1));

    const auto feed =
        ask(ActivityListRequest{.filter = {.leadIds = {id}, .types = {QStringLiteral("Note")}}});
    QVERIFY(feed && !feed->activities.isEmpty());
    QCOMPARE(feed->activities.first().id, note->id);
    const auto open = [&] { return ask(ListRequest<Task>{.filter = {.leadId = id, .isComplete = false}}); };
    const auto before = open();
    QVERIFY(before && !before->records.isEmpty());
    const auto completed =
        ask(UpdateRequest<Task>{.id = task->id, .body = {{QStringLiteral("is_complete"), true}}});
    QVERIFY(completed && completed->isComplete);
    const auto after = open();
    QVERIFY(after);
    QCOMPARE(after->records.size(), before->records.size() - 1);
}

void TestClientDemo::events()
{
    const auto lead = ask(ListRequest<Lead>{.limit = 1});
    QVERIFY(lead);
    const QString id = lead->records.first().id;
    QVERIFY(ask(
        UpdateRequest<Lead>{.id = id, .body = {{QStringLiteral("description"), QStringLiteral("Changed")}}}));
    const auto page = ask(EventListRequest{});
    QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
    QCOMPARE(page->events.first().objectId, id);
    QCOMPARE(page->events.first().action, QStringLiteral("updated"));
    QVERIFY(page->events.first().changedFields.contains(QStringLiteral("description")));
    // Back to the beginning of the log, every event once.
    QSet<QString> ids;
    std::optional<EventListRequest> request = EventListRequest{};
    while (request) {
        const auto events = ask(*request);
        QVERIFY(events);
        QVERIFY(events->events.size() <= EventListRequest::mostPerPage);
        for (const Event &event : events->events) {
            QVERIFY(!ids.contains(event.id));
            ids.insert(event.id);
        }
        request = requestAfter(*request, *events);
    }
    QVERIFY(ids.contains(page->events.first().id));
}

void TestClientDemo::mergedLeads()
{
    const auto leads = ask(ListRequest<Lead>{.limit = 2});
    QVERIFY(leads && leads->records.size() == 2);
    const MergeLeadsRequest merge{.source = leads->records.at(0).id, .destination = leads->records.at(1).id};
    QVERIFY(ask(merge));
    const ApiError again = ask(merge).error();
    QCOMPARE(again.kind, Kind::NotFound);
    QCOMPARE(again.message, QStringLiteral("Source lead does not exist."));
}

void TestClientDemo::cutAfterThePost()
{
    TcpProxy wire(m_server.port());
    CloseClient client(wire.url(), DemoServer::key().toUtf8(), {}, patient());
    QVERIFY(ask(client, MeRequest{}));
    wire.enqueueFault(TcpProxy::Fault::Close);
    const auto made =
        ask(client, CreateRequest<Lead>{.body = {{QStringLiteral("name"), QStringLiteral("Only Once")}}});
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Kind::Offline);
    QVERIFY(made.error().maybeApplied);
    QVERIFY(ask(client, MeRequest{}));
    QCOMPARE(m_server.requests(QStringLiteral("POST"), QStringLiteral("/lead/")).size(), 1);
}

/// Unzipped on the way, an answer that broke off looks like a whole one to Qt.
void TestClientDemo::tornWhenZipped()
{
    TcpProxy wire(m_server.port());
    CloseClient client(wire.url(), DemoServer::key().toUtf8(), {}, quickOptions());
    const ApiCall call = getCall(QStringLiteral("lead/"));
    const Outcome whole = outcomeOf(client, call);
    QVERIFY(whole.succeeded());
    for (int i = 0; i < 8; ++i) {
        wire.enqueueFault(TcpProxy::Fault::TearBody);
        const Outcome again = outcomeOf(client, call);
        QVERIFY2(again.succeeded(), qPrintable(again.error().message));
        QCOMPARE(**again.result, **whole.result);
    }
    // Of a creation only the answer is lost: what came of it is not known, and it is not sent again.
    wire.enqueueFault(TcpProxy::Fault::TearBody);
    const auto sent = wire.requests().size();
    ApiCall creation = postCall();
    creation.body = "{\"name\":\"" + QByteArray(600, 'x') + "\"}";
    const ApiError error = outcomeOf(client, creation).error();
    QCOMPARE(error.kind, ApiError::Kind::Offline);
    QVERIFY(error.maybeApplied);
    QCOMPARE(wire.requests().size(), sent + 1);
}

void TestClientDemo::overHttp2()
{
    SecureFront front;
    QVERIFY(front.start(m_server.port()));
    ClientOptions options = patient();
    options.extraCertificates = front.certificates();
    CloseClient client(front.url(), DemoServer::key().toUtf8(), {}, options);
    std::vector<std::optional<Result<Page<Lead>>>> pages(43);
    for (int i = 0; i < int(pages.size()); ++i) {
        client.send(ListRequest<Lead>{.skip = i * 10, .limit = 10}, this,
                    [&pages, i](Result<Page<Lead>> page) { pages[std::size_t(i)] = std::move(page); });
    }
    QSet<QString> ids;
    for (const auto &page : pages) {
        QTRY_VERIFY_WITH_TIMEOUT(page.has_value(), 20000);
        QVERIFY2(page->has_value(), qPrintable(*page ? QString() : page->error().message));
        for (const Lead &lead : (*page)->records) {
            ids.insert(lead.id);
        }
    }
    QCOMPARE(ids.size(), 430);
    const QJsonObject last = m_server.requests().last().toObject();
    QVERIFY(last.value(QLatin1String("headers"))
                .toObject()
                .value(QLatin1String("via"))
                .toString()
                .startsWith(QLatin1String("2 nghttpx")));
    const auto made =
        ask(client, CreateRequest<Lead>{.body = {{QStringLiteral("name"), QStringLiteral("Via HTTP/2")}}});
    QVERIFY(made);
    QVERIFY(ask(client, DeleteRequest<Lead>{.id = made->id}));
}

LEADLINE_TEST(tst_clientdemo, QTEST_GUILESS_MAIN, TestClientDemo)

} // namespace tst_clientdemo

#include "tst_clientdemo.moc"
