// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pagebenchmark.h"

#include "demoserver.h"
#include "leadgenerator.h"
#include "opportunity.h"
#include "searchrequest.h"
#include "statuschange.h"
#include "task.h"
#include "workspacefixture.h"

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const int PageRecords = SearchRequest<Lead>().limit;
constexpr int FilledAtOnce = 20'000;
constexpr int Pages = 50;
constexpr int PagesShown = 5;

/// What a first sync reads, newest first, in numbers as Close's customers have them: two contacts a lead, and an
/// opportunity, a task and a change of status for every third.
class Source
{
public:
    explicit Source(Session &session)
        : m_session(session)
    {
        for (const Pipeline &pipeline : session.directory().organization().pipelines) {
            for (const Status &status : pipeline.statuses)
                m_statuses.append({pipeline.id, status.id});
        }
        for (const Status &status : session.directory().organization().leadStatuses)
            m_leadStatuses.append(status.id);
        for (const User &user : session.directory().organization().users)
            m_users.append(user.id);
    }

    QList<Lead> leads(int from, int count)
    {
        QList<Lead> made = m_generator.leads(from, count);
        for (int i = 0; i < count; ++i) {
            Lead &lead = made[i];
            lead.statusId = m_leadStatuses.at((from + i) % m_leadStatuses.size());
            lead.dateUpdated = at(from + i);
            for (Contact &contact : lead.contacts) {
                contact.leadId = lead.id;
                contact.dateUpdated = lead.dateUpdated.addSecs(-qint64(qHash(contact.id) % 10'000'000));
            }
        }
        return made;
    }

    QList<Opportunity> opportunities(int from, int count) const
    {
        QList<Opportunity> made(count);
        for (int i = 0; i < count; ++i) {
            const int number = from + i;
            Opportunity &one = made[i];
            one.id = u"oppo_%1"_s.arg(number, 38, 10, QChar(u'x'));
            one.leadId = m_session.leads()->idAt(quint32(3 * number));
            one.leadName = u"Anders Optik %1"_s.arg(number);
            std::tie(one.pipelineId, one.statusId) = m_statuses.at(number * 7 % m_statuses.size());
            one.userId = m_users.at(number % m_users.size());
            one.value = (qint64(number) * 7919) % 10'000'000;
            one.valuePeriod = periodKey(ValuePeriod(number % 3));
            one.confidence = number % 101;
            one.dateWon = Newest.date().addDays(number % 180 - 20);
            one.dateCreated = one.dateUpdated = at(number);
        }
        return made;
    }

    QList<Task> tasks(int from, int count) const
    {
        QList<Task> made(count);
        for (int i = 0; i < count; ++i) {
            Task &one = made[i];
            one.id = u"task_%1"_s.arg(from + i, 38, 10, QChar(u'x'));
            one.leadId = m_session.leads()->idAt(quint32(3 * (from + i)));
            one.type = u"lead"_s;
            one.text = u"Call back about the offer"_s;
            one.assignedTo = m_users.at((from + i) % m_users.size());
            one.date = Newest.date().addDays((from + i) % 40 - 10);
            one.dateCreated = one.dateUpdated = at(from + i);
        }
        return made;
    }

    QList<StatusChange> changes(int from, int count) const
    {
        QList<StatusChange> made(count);
        for (int i = 0; i < count; ++i) {
            StatusChange &one = made[i];
            one.id = u"acti_%1"_s.arg(from + i, 38, 10, QChar(u'x'));
            one.opportunityId = m_session.opportunities()->idAt(quint32(from + i));
            one.newStatusId = m_session.opportunities()->textAt(
                m_session.opportunities()->fields().indexOf(u"status_id"_s), quint32(from + i));
            one.dateCreated = at(from + i).addDays(-3);
        }
        return made;
    }

private:
    static QDateTime at(int number) { return Newest.addSecs(-7 * qint64(number)); }

    static inline const QDateTime Newest{QDate(2026, 11, 20), QTime(12, 0), Qt::UTC};

    Session &m_session;
    LeadGenerator m_generator;
    QList<std::pair<QString, QString>> m_statuses;
    QStringList m_leadStatuses;
    QStringList m_users;
};

/// Records of one kind, at first many at once, then page by page, each part of a page an event of its own.
class Feed
{
public:
    Feed(QString name, std::function<QList<std::pair<RecordTable *, ColumnBlock>>(int, int)> make, int count)
        : m_name(std::move(name))
        , m_make(std::move(make))
        , m_count(count)
    {
    }

    void fill()
    {
        for (; m_at < m_count; m_at += FilledAtOnce) {
            for (const auto &[table, block] : m_make(m_at, qMin(FilledAtOnce, m_count - m_at)))
                table->merge(block, MergeRule::KeepNewer);
        }
        m_at = m_count;
    }

    void measure(TimedApplication &application, const QString &shown)
    {
        QCoreApplication::processEvents();
        application.takeHeld();
        for (int i = 0; i < Pages; ++i, m_at += PageRecords) {
            for (const auto &[table, block] : m_make(m_at, PageRecords)) {
                QMetaObject::invokeMethod(
                    table, [to = table, part = block] { to->merge(part, MergeRule::KeepNewer); }, Qt::QueuedConnection);
                QCoreApplication::processEvents();
            }
        }
        std::vector<double> held = application.takeHeld().processor;
        if (held.empty())
            return;
        std::sort(held.begin(), held.end());
        const QString name = u"page_of_%1_with_%2_shown_held_the_thread"_s.arg(m_name, shown);
        print({.name = name + u"_worst"_s,
               .rows = m_count,
               .times = {.wall = {held.back()}},
               .target = 4});
        print({.name = name, .rows = m_count, .times = {.wall = held}, .target = 4});
    }

private:
    QString m_name;
    std::function<QList<std::pair<RecordTable *, ColumnBlock>>(int, int)> m_make;
    int m_count;
    int m_at = 0;
};

} // namespace

void measurePages(TimedApplication &application, int leads)
{
    DemoServer server;
    if (!server.start({u"--leads"_s, u"40"_s}).isValid()) {
        std::fprintf(stderr, "pages: %s\n", qPrintable(server.errorText()));
        return;
    }
    const auto session = Test::signedIn(server.baseUrl(), DemoServer::key(), false, Pacing());
    if (!session || !Test::syncNow(*session))
        return;
    for (RecordTable *table : {session->leads(), session->contacts(), session->opportunities(), session->tasks(),
                               session->statusChanges()})
        table->clear();
    Source source(*session);
    const Schema &schema = *session->schema();
    std::vector<Feed> feeds;
    feeds.emplace_back(u"leads"_s,
                       [&](int from, int count) {
                           const QList<Lead> made = source.leads(from, count);
                           QList<Contact> people;
                           for (const Lead &lead : made)
                               people.append(lead.contacts);
                           return QList<std::pair<RecordTable *, ColumnBlock>>{
                               {session->leads(), columnBlock(schema.leads, made)},
                               {session->contacts(), columnBlock(schema.contacts, people)}};
                       },
                       leads);
    const auto others = [&](RecordTable *table, const auto &fields, auto make) {
        return [table, &fields, make](int from, int count) {
            return QList<std::pair<RecordTable *, ColumnBlock>>{{table, columnBlock(fields, make(from, count))}};
        };
    };
    feeds.emplace_back(u"opportunities"_s,
                       others(session->opportunities(), schema.opportunities,
                              [&](int from, int count) { return source.opportunities(from, count); }),
                       leads / 3 - PagesShown * Pages * PageRecords);
    feeds.emplace_back(u"tasks"_s,
                       others(session->tasks(), schema.tasks, [&](int from, int count) { return source.tasks(from, count); }),
                       leads / 3 - PagesShown * Pages * PageRecords);
    feeds.emplace_back(u"status_changes"_s,
                       others(session->statusChanges(), builtInFields<StatusChange>(),
                              [&](int from, int count) { return source.changes(from, count); }),
                       leads / 3 - PagesShown * Pages * PageRecords);
    for (Feed &feed : feeds)
        feed.fill();
    const QTemporaryDir folder;
    Test::WorkspaceFixture fixture(session, folder.filePath(u"settings.ini"_s));
    if (!QTest::qWaitForWindowExposed(&fixture.window))
        std::fputs("The window is not exposed: nothing is painted.\n", stderr);
    for (const QString &shown : {u"leads"_s, u"contacts"_s, u"opportunities"_s, u"tasks"_s, u"pipeline"_s}) {
        fixture.workspace->go(shown);
        Test::waitFor([&] { return fixture.window.currentPage() == shown; });
        for (Feed &feed : feeds)
            feed.measure(application, shown);
    }
}

} // namespace Leadline
