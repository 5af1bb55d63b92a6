// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activityrequests.h"
#include "closeclient.h"
#include "eventrequests.h"
#include "organizationrequests.h"
#include "recordrequests.h"
#include "searchrequest.h"
#include "testprogram.h"

#include <QJsonDocument>
#include <QTest>

namespace tst_requests {

using namespace Leadline;

static_assert(ApiRequest<MeRequest> && ApiRequest<KeyOrganizationRequest> && ApiRequest<UserListRequest> && ApiRequest<OrganizationRequest> &&
              ApiRequest<CustomFieldSchemaRequest> && ApiRequest<SmartViewListRequest> &&
              ApiRequest<CallOutcomeListRequest> && ApiRequest<ListRequest<Lead>> &&
              ApiRequest<GetRequest<Contact>> && ApiRequest<CreateRequest<Opportunity>> &&
              ApiRequest<UpdateRequest<Task>> && ApiRequest<DeleteRequest<Lead>> &&
              ApiRequest<MergeLeadsRequest> && ApiRequest<SearchRequest<Contact>> &&
              ApiRequest<EventListRequest> && ApiRequest<ActivityListRequest> &&
              ApiRequest<CreateNoteRequest> && ApiRequest<CreateCallRequest> &&
              ApiRequest<CreateTaskRequest>);

namespace {

QByteArray line(const ApiCall &call)
{
    const QByteArray query = call.encodedQuery();
    QByteArray text = call.verbName() + ' ' + call.path.toUtf8();
    text += query.isEmpty() ? QByteArray() : '?' + query;
    return call.body.isEmpty() ? text : text + ' ' + call.body;
}

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onTheWire_data();
    void onTheWire();
    void everyOpportunityFilter();
    void searchTree();
    void lists();
    void opportunityTotals();
    void groupedOpportunities();
    void smallAnswers();
    void deletedWhateverTheBody();
    void malformedAnswers();
    void offsetPaging_data();
    void offsetPaging();
    void pagesFollow();
    void cursorPaging();
};

void TestRequests::onTheWire_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *expected, const auto &request) {
        QTest::newRow(expected) << line(request.call()) << QByteArray(expected);
    };
    row("GET me/", MeRequest{});
    row("GET status/lead/", KeyOrganizationRequest{});
    row("GET user/?_limit=100&_skip=100", UserListRequest{.skip = 100});
    row("GET user/?_limit=100&_order_by=last_name,first_name",
        UserListRequest{.orderBy = QStringLiteral("last_name,first_name")});
    row("GET organization/orga_1/", OrganizationRequest{.id = QStringLiteral("orga_1")});
    row("GET custom_field_schema/lead/", CustomFieldSchemaRequest{.objectType = QStringLiteral("lead")});
    row("GET saved_search/?_limit=100&type__in=lead,contact",
        SmartViewListRequest{.types = {QStringLiteral("lead"), QStringLiteral("contact")}});
    row("GET outcome/?_limit=100", CallOutcomeListRequest{});
    row("GET lead/?query=status:%22Potential%22&_fields=id,custom&_limit=200&_skip=400",
        ListRequest<Lead>{.filter = {.query = QStringLiteral("status:\"Potential\"")},
                          .fields = {QStringLiteral("id"), QStringLiteral("custom")},
                          .skip = 400,
                          .limit = 1000});
    row("GET lead/?_limit=0", ListRequest<Lead>{.limit = 0});
    row("GET lead/lead_1/?_fields=id",
        GetRequest<Lead>{.id = QStringLiteral("lead_1"), .fields = {QStringLiteral("id")}});
    row("POST lead/ {\"name\":\"Lumen\"}",
        CreateRequest<Lead>{.body = {{QStringLiteral("name"), QStringLiteral("Lumen")}}});
    row("PUT contact/cont_1/ {\"title\":null}",
        UpdateRequest<Contact>{.id = QStringLiteral("cont_1"),
                               .body = {{QStringLiteral("title"), QJsonValue::Null}}});
    row("DELETE opportunity/oppo_1/", DeleteRequest<Opportunity>{.id = QStringLiteral("oppo_1")});
    row("POST lead/merge/ {\"destination\":\"lead_b\",\"source\":\"lead_a\"}",
        MergeLeadsRequest{.source = QStringLiteral("lead_a"), .destination = QStringLiteral("lead_b")});
    row("GET contact/?lead_id=lead_1&_limit=200",
        ListRequest<Contact>{.filter = {.leadId = QStringLiteral("lead_1")}});
    row("GET task/?_type=all&lead_id=lead_1&is_complete=false&view=inbox&date__lte=2026-03-01&_order_by=date&"
        "_limit=200",
        ListRequest<Task>{.filter = {.types = {QStringLiteral("all")},
                                     .leadId = QStringLiteral("lead_1"),
                                     .isComplete = false,
                                     .view = QStringLiteral("inbox"),
                                     .date = {.onOrBefore = QDate(2026, 3, 1)},
                                     .orderBy = QStringLiteral("date")}});
    row("GET activity/?lead_id=lead_1&_type__in=Note,Call&activity_at__lt=2026-03-01T09:00:00.000%2B00:00&"
        "_order_by=-activity_at&_limit=100",
        ActivityListRequest{
            .filter = {.leadIds = {QStringLiteral("lead_1")},
                       .types = {QStringLiteral("Note"), QStringLiteral("Call")},
                       .activityAt = {.before = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)},
                       .orderBy = QStringLiteral("-activity_at")}});
    row("GET activity/?lead_id__in=lead_1,lead_2&organization_id=orga_1&id__in=acti_1,acti_2&user_id=user_1&"
        "contact_id__in=cont_1,cont_2&date_created__gte=2026-03-01T09:00:00.000%2B00:00&_limit=100",
        ActivityListRequest{
            .filter = {.leadIds = {QStringLiteral("lead_1"), QStringLiteral("lead_2")},
                       .organizationId = QStringLiteral("orga_1"),
                       .ids = {QStringLiteral("acti_1"), QStringLiteral("acti_2")},
                       .userIds = {QStringLiteral("user_1")},
                       .contactIds = {QStringLiteral("cont_1"), QStringLiteral("cont_2")},
                       .dateCreated = {.onOrAfter = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)}}});
    row("GET "
        "task/?id__in=task_1,task_2&_type__in=lead,outgoing_call&assigned_to=user_1&organization_id=orga_1&"
        "due_date__lt=2026-03-01&date_created__gt=2026-03-01T09:00:00.000%2B00:00&"
        "date_updated__lte=2026-03-01T09:00:00.000%2B00:00&_limit=200",
        ListRequest<Task>{
            .filter = {.ids = {QStringLiteral("task_1"), QStringLiteral("task_2")},
                       .types = {QStringLiteral("lead"), QStringLiteral("outgoing_call")},
                       .assignedTo = QStringLiteral("user_1"),
                       .organizationId = QStringLiteral("orga_1"),
                       .dueDate = {.before = QDate(2026, 3, 1)},
                       .dateCreated = {.after = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)},
                       .dateUpdated = {.onOrBefore = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)}}});
    row("POST activity/note/ {\"lead_id\":\"lead_1\",\"note\":\"Met\"}",
        CreateNoteRequest{.leadId = QStringLiteral("lead_1"), .note = QStringLiteral("Met")});
    row("POST activity/call/ "
        "{\"direction\":\"outbound\",\"duration\":90,\"lead_id\":\"lead_1\",\"status\":\"completed\"}",
        CreateCallRequest{.leadId = QStringLiteral("lead_1"),
                          .direction = QStringLiteral("outbound"),
                          .status = QStringLiteral("completed"),
                          .duration = 90});
    row("POST task/ {\"_type\":\"lead\",\"date\":\"2026-03-01\",\"lead_id\":\"lead_1\",\"text\":\"Call "
        "back\"}",
        CreateTaskRequest{.leadId = QStringLiteral("lead_1"),
                          .text = QStringLiteral("Call back"),
                          .date = QDate(2026, 3, 1)});
    row("GET event/?object_type=lead&_limit=50&date_updated__gte=2026-03-01T09:00:00.000%2B00:00",
        EventListRequest{.objectType = QStringLiteral("lead"),
                         .dateUpdated = {.onOrAfter = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)}});
}

void TestRequests::onTheWire()
{
    QFETCH(QByteArray, line);
    QTEST(line, "expected");
}

void TestRequests::everyOpportunityFilter()
{
    const QDateTime moment(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
    const QDate day(2026, 3, 1);
    const auto text = [](const char *word) { return QString::fromLatin1(word); };
    const ListRequest<Opportunity> request{
        .filter = {.leadId = text("l"),
                   .organizationId = text("o"),
                   .userIds = {text("u1"), text("u2")},
                   .statusIds = {text("s")},
                   .statusTypes = {text("won"), text("lost")},
                   .statusLabels = {text("A, B")},
                   .statuses = {text("C"), text("D")},
                   .valuePeriods = {text("annual")},
                   .dateWon = {.is = day, .after = day, .onOrAfter = day, .before = day, .onOrBefore = day},
                   .dateCreated = {.is = moment, .after = moment},
                   .dateUpdated = {.before = moment, .onOrBefore = moment},
                   .isStalled = true,
                   .query = text("note:x"),
                   .leadQuery = text("name:y"),
                   .leadSavedSearchId = text("save"),
                   .orderBy = text("-date_won"),
                   .groupBy = text("user_id")}};
    QMap<QString, QString> sent;
    for (const auto &[key, value] : request.call().query) {
        QVERIFY(!sent.contains(key));
        sent.insert(key, value);
    }
    const QString at = text("2026-03-01T09:00:00.000+00:00");
    const QString on = text("2026-03-01");
    const QMap<QString, QString> expected{{text("lead_id"), text("l")},
                                          {text("organization_id"), text("o")},
                                          {text("user_id__in"), text("u1,u2")},
                                          {text("status_id"), text("s")},
                                          {text("status_type__in"), text("won,lost")},
                                          {text("status_label"), text("A, B")},
                                          {text("status__in"), text("C,D")},
                                          {text("value_period"), text("annual")},
                                          {text("date_won"), on},
                                          {text("date_won__gt"), on},
                                          {text("date_won__gte"), on},
                                          {text("date_won__lt"), on},
                                          {text("date_won__lte"), on},
                                          {text("date_created"), at},
                                          {text("date_created__gt"), at},
                                          {text("date_updated__lt"), at},
                                          {text("date_updated__lte"), at},
                                          {text("is_stalled"), text("true")},
                                          {text("query"), text("note:x")},
                                          {text("lead_query"), text("name:y")},
                                          {text("lead_saved_search_id"), text("save")},
                                          {text("_order_by"), text("-date_won")},
                                          {text("_group_by"), text("user_id")},
                                          {text("_limit"), text("200")}};
    QCOMPARE(sent, expected);
}

void TestRequests::searchTree()
{
    const SearchRequest<Contact> request{
        .query = object(R"({"type":"text","value":"ana","mode":"full_words"})"),
        .fields = {QStringLiteral("id"), QStringLiteral("custom")},
        .sort = {QJsonObject{{QStringLiteral("direction"), QStringLiteral("asc")}}},
        .limit = 50,
        .resultsLimit = 500,
        .includeCounts = true,
        .cursor = QStringLiteral("c")};
    const ApiCall call = request.call();
    QVERIFY(call.isRead());
    QCOMPARE(QJsonDocument::fromJson(call.body).object(), object(R"({
        "query":{"type":"and","queries":[{"type":"object_type","object_type":"contact"},
            {"type":"text","value":"ana","mode":"full_words"}]},
        "_fields":{"contact":["id","custom"]}, "sort":[{"direction":"asc"}], "_limit":50,
        "results_limit":500, "include_counts":true, "cursor":"c"})"));
    QCOMPARE(QJsonDocument::fromJson(SearchRequest<Lead>{}.call().body).object(), object(R"({
        "query":{"type":"and","queries":[{"type":"object_type","object_type":"lead"}]},"_limit":200})"));
}

void TestRequests::lists()
{
    const auto leads = ListRequest<Lead>::read(R"({"has_more":true,"total_results":3,"data":[
        {"id":"lead_1","name":"Lumen","display_name":"Lumen","contacts":[{"id":"cont_1","name":"Ana"}]}]})");
    QVERIFY(leads);
    QCOMPARE(leads->records.size(), 1);
    QCOMPARE(leads->records.first().contacts.first().name, QStringLiteral("Ana"));
    QVERIFY(leads->hasMore);
    QCOMPARE(leads->total, std::optional<qint64>(3));
    const auto found = SearchRequest<Lead>::read(R"({"data":[{"__object_type":"lead","id":"lead_1"}],
        "cursor":"next","count":{"limited":100,"total":230}})");
    QVERIFY(found);
    QCOMPARE(found->cursor, QStringLiteral("next"));
    QCOMPARE(found->total, std::optional<qint64>(230));
    const auto tasks = ListRequest<Task>::read(R"({"data":[{"id":"task_1","_type":"lead","text":"Call"}],
        "has_more":false,"total_results":1})");
    QVERIFY(tasks);
    QCOMPARE(tasks->records.first().text, QStringLiteral("Call"));
    const auto activities = ActivityListRequest::read(
        R"({"data":[{"note":"Met","_type":"Note","id":"acti_1"}],"has_more":true})");
    QVERIFY(activities);
    QCOMPARE(activities->activities.first().note, QStringLiteral("Met"));
    const auto events = EventListRequest::read(R"({"data":[{"id":"ev_1","action":"deleted","data":null}],
        "cursor_next":"older","cursor_previous":null})");
    QVERIFY(events);
    QCOMPARE(events->cursorNext, QStringLiteral("older"));
}

void TestRequests::opportunityTotals()
{
    const auto page = ListRequest<Opportunity>::read(R"({"total_results":3,"has_more":false,
        "count_by_value_period":{"one_time":1,"monthly":2},
        "total_value_one_time":25000,"total_value_monthly":5000,"total_value_annual":9000000000,
        "total_value_annualized":135000,"expected_value_one_time":12500,"expected_value_monthly":4500,
        "expected_value_annual":25000,"expected_value_annualized":91500,
        "total_value_one_time_formatted":null,"data":[{"id":"oppo_1","value":5000}]})");
    QVERIFY(page);
    QCOMPARE(page->records.size(), 1);
    QCOMPARE(page->total, std::optional<qint64>(3));
    QCOMPARE(page->totals.count, 3);
    const PeriodSums counts{.oneTime = 1, .monthly = 2, .annual = 0};
    QVERIFY(page->totals.countByPeriod == counts);
    QCOMPARE(page->totals.value.oneTime, 25000);
    QCOMPARE(page->totals.value.monthly, 5000);
    QCOMPARE(page->totals.value.annual, 9000000000);
    QCOMPARE(page->totals.annualizedValue, 135000);
    QCOMPARE(page->totals.expected.oneTime, 12500);
    QCOMPARE(page->totals.expected.monthly, 4500);
    QCOMPARE(page->totals.expected.annual, 25000);
    QCOMPARE(page->totals.annualizedExpected, 91500);
}

void TestRequests::groupedOpportunities()
{
    const ListRequest<Opportunity> request{.filter = {.groupBy = QStringLiteral("date_won__month")},
                                           .limit = 3};
    const auto page = ListRequest<Opportunity>::read(R"({"total_results":4,"has_more":true,"data":[
        {"key":"2026-2","year":2026,"month":2,"total_results":1,"total_value_annualized":100,
         "objects":[{"id":"oppo_1","value":100}]},
        {"key":"2026-3","year":2026,"month":3,"total_results":3,"objects":[{"id":"oppo_2"},{"id":"oppo_3"}]}]})");
    QVERIFY(page);
    QVERIFY(page->records.isEmpty());
    QCOMPARE(page->groups.size(), 2);
    QCOMPARE(page->groups.first().totals.annualizedValue, 100);
    QCOMPARE(page->groups.first().month, 2);
    QCOMPARE(page->groups.first().opportunities.first().value, std::optional<qint64>(100));
    const auto next = requestAfter(request, *page);
    QVERIFY(next);
    QCOMPARE(next->skip, 3); // objects, not groups
    const auto rest = ListRequest<Opportunity>::read(R"({"total_results":4,"has_more":false,"data":[
        {"key":"2026-3","year":2026,"month":3,"total_results":3,"objects":[{"id":"oppo_4"}]}]})");
    QVERIFY(rest);
    QList<OpportunityGroup> groups = page->groups;
    appendGroups(&groups, rest->groups);
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups.last().opportunities.size(), 3);
    QVERIFY(!requestAfter(*next, *rest));
}

void TestRequests::smallAnswers()
{
    const auto me = MeRequest::read(R"({"id":"user_1","first_name":"Ana","last_name":"Reyes",
        "memberships":[],"organizations":[{"id":"orga_1","name":"Lumen"}]})");
    QVERIFY(me);
    QCOMPARE(me->organizations.first().name, QStringLiteral("Lumen"));
    const auto users =
        UserListRequest::read(R"({"data":[{"id":"user_1","first_name":"Ana"}],"has_more":true})");
    QVERIFY(users && users->hasMore);
    QCOMPARE(users->records.first().firstName, QStringLiteral("Ana"));
    const auto views = SmartViewListRequest::read(
        R"({"data":[{"id":"save_1","name":"Hot","type":"lead","query":null,"s_query":{"sort":[]}}],
            "has_more":false})");
    QVERIFY(views && !views->hasMore);
    QCOMPARE(views->records.first().name, QStringLiteral("Hot"));
    const auto schema = CustomFieldSchemaRequest::read(
        R"({"object_type":"lead","fields":[{"id":"cf_1","name":"Tags","type":"choices","choices":["A"]}]})");
    QVERIFY(schema);
    QCOMPARE(schema->fields.first().choices, QStringList{QStringLiteral("A")});
    const auto outcomes =
        CallOutcomeListRequest::read(R"({"data":[{"id":"outcome_1","name":"Reached"}],"has_more":false})");
    QVERIFY(outcomes);
    QCOMPARE(outcomes->records.first().name, QStringLiteral("Reached"));
    const auto organization = OrganizationRequest::read(R"({"id":"orga_1","name":"Lumen","currency":"EUR",
        "lead_statuses":[{"id":"stat_2","label":"B"},{"id":"stat_1","label":"A"}],"pipelines":[]})");
    QVERIFY(organization);
    QCOMPARE(organization->leadStatuses.first().label, QStringLiteral("B"));
}

void TestRequests::deletedWhateverTheBody()
{
    QVERIFY(DeleteRequest<Lead>::read("{}"));
    QVERIFY(DeleteRequest<Lead>::read(QByteArray()));
    QVERIFY(MergeLeadsRequest::read(R"({"status":"ok"})"));
}

void TestRequests::malformedAnswers()
{
    for (const QByteArray &body : {QByteArray(), QByteArray("<html>"), QByteArray("{\"data\":[{\"id\":\"le"),
                                   QByteArray("[]"), QByteArray("{\"data\":7}")}) {
        QCOMPARE(ListRequest<Lead>::read(body).error().kind, ApiError::Kind::Malformed);
        QCOMPARE(ListRequest<Opportunity>::read(body).error().kind, ApiError::Kind::Malformed);
        QCOMPARE(UserListRequest::read(body).error().kind, ApiError::Kind::Malformed);
        QCOMPARE(EventListRequest::read(body).error().kind, ApiError::Kind::Malformed);
        QCOMPARE(ActivityListRequest::read(body).error().kind, ApiError::Kind::Malformed);
        QCOMPARE(MeRequest::read(body).error().kind, ApiError::Kind::Malformed);
        QCOMPARE(GetRequest<Contact>::read(body).error().kind, ApiError::Kind::Malformed);
    }
}

void TestRequests::offsetPaging_data()
{
    QTest::addColumn<int>("skip");
    QTest::addColumn<int>("received");
    QTest::addColumn<bool>("hasMore");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("next");
    using End = PageStep::End;
    QTest::newRow("goes on") << 0 << 200 << true << int(End::More) << 200;
    QTest::newRow("short page goes on") << 200 << 150 << true << int(End::More) << 350;
    QTest::newRow("last") << 200 << 200 << false << int(End::Last) << 200;
    QTest::newRow("empty page that says more") << 200 << 0 << true << int(End::Last) << 200;
    QTest::newRow("to the cap") << 34800 << 200 << true << int(End::More) << 35000;
    QTest::newRow("beyond the cap") << 35000 << 200 << true << int(End::SkipCap) << 35000;
}

void TestRequests::offsetPaging()
{
    QFETCH(int, skip);
    QFETCH(int, received);
    QFETCH(bool, hasMore);
    const PageStep step = stepAfter(skip, received, hasMore, ListRequest<Lead>::caps);
    QTEST(int(step.end), "end");
    QTEST(step.skip, "next");
}

void TestRequests::pagesFollow()
{
    ListRequest<Lead> request{.filter = {.query = QStringLiteral("x")}};
    Page<Lead> page;
    page.records.resize(200);
    page.hasMore = true;
    const auto next = requestAfter(request, page);
    QVERIFY(next);
    QCOMPARE(next->skip, 200);
    QCOMPARE(next->filter.query, QStringLiteral("x"));
    page.records.clear();
    QVERIFY(!requestAfter(*next, page));
    ActivityPage activities;
    activities.activities.resize(100);
    activities.hasMore = true;
    QCOMPARE(requestAfter(ActivityListRequest{}, activities).value().skip, 100);
}

void TestRequests::cursorPaging()
{
    Page<Lead> page;
    page.records.resize(1);
    page.cursor = QStringLiteral("c2");
    QCOMPARE(requestAfter(SearchRequest<Lead>{}, page).value().cursor, QStringLiteral("c2"));
    page.records.clear();
    QVERIFY(!requestAfter(SearchRequest<Lead>{}, page));
    page.records.resize(1);
    page.cursor.clear();
    QVERIFY(!requestAfter(SearchRequest<Lead>{}, page));

    EventPage events;
    events.events.resize(50);
    events.cursorNext = QStringLiteral("older");
    const EventListRequest first{.objectType = QStringLiteral("lead"),
                                 .dateUpdated = {.after = QDateTime::currentDateTimeUtc()}};
    const auto older = requestAfter(first, events);
    QVERIFY(older);
    QCOMPARE(line(older->call()), QByteArray("GET event/?object_type=lead&_limit=50&_cursor=older"));
    events.cursorNext.clear();
    QVERIFY(!requestAfter(*older, events));
}

LEADLINE_TEST(tst_requests, QTEST_GUILESS_MAIN, TestRequests)

} // namespace tst_requests

#include "tst_requests.moc"
