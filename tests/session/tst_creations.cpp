// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sessionanswers.h"
#include "testprogram.h"

#include <QSignalSpy>

namespace tst_creations {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// Notes, calls and tasks that a Session makes, over the real demo server: what is sent, and that each exists
/// once whatever becomes of the answer.
class CreationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void noteIsSentAndTold();
    void callIsSentWithWhatIsKnown();
    void taskStandsInItsTableAndOnItsLead();
    void completedTaskLeavesItsLead();
    void callOutcomes();

    void lostAnswer_data();
    void lostAnswer();
    void lostAnswerOfACall();
    void lostAnswerOfATask();
    void lostRequestIsSentAgain();
    void sameWordsOfBeforeAreNotTakenForIt();
    void afterARestartItIsLookedForSinceItWasSent();
    void unreachableIsSaid();

private:
    QString leadId();
    void readActivities();
    void failCreation(const QString &path, bool applied, const QJsonObject &how);
    qsizetype countOf(const QString &path, const QString &key, const QString &text) const;
    QJsonObject bodyOf(const QString &path) const;

    DemoServer m_server;
    std::shared_ptr<Session> m_session;
    QString m_lead;
};

void CreationsTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"40"_s}).isValid(), qPrintable(m_server.errorText()));
}

void CreationsTest::init()
{
    m_session.reset();
    QVERIFY(m_server.reset());
    QVERIFY(m_server.clearFaults());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
    m_session = signedIn(m_server);
    QVERIFY(m_session && syncNow(*m_session));
    m_lead = leadId();
    QVERIFY(!m_lead.isEmpty());
    readActivities();
    QVERIFY(m_server.clearRequests());
}

QString CreationsTest::leadId()
{
    const QJsonArray leads = m_server.get(u"/lead/?_limit=20"_s).value("data"_L1).toArray();
    for (const QJsonValue &lead : leads) {
        if (!lead["contacts"_L1].toArray().isEmpty())
            return lead["id"_L1].toString();
    }
    return {};
}

/// As showing the lead does.
void CreationsTest::readActivities()
{
    Answered<ActivityPage> page;
    m_session->loadActivities({m_lead, {}, 0}, this, page.callback());
    TRY_GOOD(page);
}

void CreationsTest::failCreation(const QString &path, bool applied, const QJsonObject &how)
{
    QJsonObject fault = how;
    fault.insert(u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, path}});
    if (applied)
        fault.insert(u"applied"_s, true);
    QVERIFY(m_server.addFault(fault));
}

/// How many records of the lead have that text.
qsizetype CreationsTest::countOf(const QString &path, const QString &key, const QString &text) const
{
    const QJsonObject page = m_server.get(u"%1?lead_id=%2&_limit=100"_s.arg(path, m_lead));
    qsizetype count = 0;
    for (const QJsonValue &record : page.value("data"_L1).toArray())
        count += record[key].toString() == text ? 1 : 0;
    return count;
}

QJsonObject CreationsTest::bodyOf(const QString &path) const
{
    const QJsonArray posts = m_server.requests(u"POST"_s, path);
    return posts.size() == 1 ? posts.first()["body"_L1].toObject() : QJsonObject();
}

void CreationsTest::noteIsSentAndTold()
{
    QSignalSpy saved(m_session.get(), &Session::activitySaved);
    Answered<Activity> note;
    m_session->createNote({.leadId = m_lead, .note = u"Two lots & <references>\nSecond line"_s},
                          std::make_shared<Creation>(), this, note.callback());
    TRY_GOOD(note);
    QCOMPARE(bodyOf(u"/activity/note/"_s),
             (QJsonObject{{u"lead_id"_s, m_lead}, {u"note"_s, u"Two lots & <references>\nSecond line"_s}}));
    QCOMPARE(note.value().note, u"Two lots & <references>\nSecond line"_s);
    QCOMPARE(note.value().noteHtml,
             u"<body><p>Two lots &amp; &lt;references&gt;<br />Second line</p></body>"_s);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().value<Activity>().id, note.value().id);

    QVERIFY(m_server.clearRequests());
    Answered<Activity> pinned;
    m_session->createNote({.leadId = m_lead, .note = u"On top"_s, .isPinned = true},
                          std::make_shared<Creation>(), this, pinned.callback());
    TRY_GOOD(pinned);
    QCOMPARE(bodyOf(u"/activity/note/"_s),
             (QJsonObject{{u"lead_id"_s, m_lead}, {u"note"_s, u"On top"_s}, {u"pinned"_s, true}}));
    QVERIFY(pinned.value().isPinned);
}

void CreationsTest::callIsSentWithWhatIsKnown()
{
    const QString contact =
        m_server.get(u"/lead/%1/"_s.arg(m_lead)).value("contacts"_L1).toArray().first()["id"_L1].toString();
    Answered<QList<CallOutcome>> outcomes;
    m_session->loadCallOutcomes(this, outcomes.callback());
    TRY_GOOD(outcomes);
    const QString outcome = outcomes.value().first().id;
    Answered<Activity> call;
    m_session->createCall({.leadId = m_lead,
                           .contactId = contact,
                           .phone = u"+4915550142"_s,
                           .direction = u"inbound"_s,
                           .status = u"completed"_s,
                           .outcomeId = outcome,
                           .note = u"Asks for an offer"_s,
                           .duration = 270},
                          std::make_shared<Creation>(), this, call.callback());
    TRY_GOOD(call);
    QCOMPARE(bodyOf(u"/activity/call/"_s), (QJsonObject{{u"lead_id"_s, m_lead},
                                                        {u"contact_id"_s, contact},
                                                        {u"phone"_s, u"+4915550142"_s},
                                                        {u"direction"_s, u"inbound"_s},
                                                        {u"status"_s, u"completed"_s},
                                                        {u"outcome_id"_s, outcome},
                                                        {u"note"_s, u"Asks for an offer"_s},
                                                        {u"duration"_s, 270}}));
    const QJsonObject made = m_server.get(u"/activity/call/%1/"_s.arg(call.value().id));
    QCOMPARE(made.value("source"_L1).toString(), u"External"_s);
    QCOMPARE(made.value("disposition"_L1).toString(), u"answered"_s);
    QCOMPARE(call.value().status, u"completed"_s);
    QCOMPARE(call.value().outcomeId, outcome);
    QCOMPARE(call.value().phone, u"+4915550142"_s);
}

void CreationsTest::taskStandsInItsTableAndOnItsLead()
{
    Answered<Lead> lead;
    m_session->loadLead(m_lead, this, lead.callback());
    TRY_GOOD(lead);
    const QString me = m_session->directory().currentUser().id;
    QSignalSpy saved(m_session.get(), &Session::recordSaved);
    Answered<Task> task;
    m_session->createTask(
        {.leadId = m_lead, .text = u"Send samples"_s, .date = QDate(2026, 12, 4), .assignedTo = me},
        std::make_shared<Creation>(), this, task.callback());
    TRY_GOOD(task);
    QCOMPARE(bodyOf(u"/task/"_s), (QJsonObject{{u"_type"_s, u"lead"_s},
                                               {u"lead_id"_s, m_lead},
                                               {u"text"_s, u"Send samples"_s},
                                               {u"date"_s, u"2026-12-04"_s},
                                               {u"assigned_to"_s, me}}));
    QCOMPARE(value(*m_session->tasks(), task.value().id, u"text"_s).toString(), u"Send samples"_s);
    const QList<Task> open = m_session->knownLead(m_lead)->tasks;
    QVERIFY(std::any_of(open.begin(), open.end(), [&](const Task &t) { return t.id == task.value().id; }));
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().value<RecordKind>(), RecordKind::Task);
}

void CreationsTest::completedTaskLeavesItsLead()
{
    Answered<Task> task;
    m_session->createTask({.leadId = m_lead, .text = u"Call back"_s}, std::make_shared<Creation>(), this,
                          task.callback());
    TRY_GOOD(task);
    Answered<Lead> lead;
    m_session->loadLead(m_lead, this, lead.callback());
    TRY_GOOD(lead);
    const QString id = task.value().id;
    QVERIFY(m_server.clearRequests());
    Answered<Task> done;
    m_session->updateTask(id, {{u"is_complete"_s, false}}, {{u"is_complete"_s, true}}, this, done.callback());
    TRY_GOOD(done);
    const QJsonArray puts = m_server.requests(u"PUT"_s, u"/task/"_s);
    QCOMPARE(puts.size(), 1);
    QCOMPARE(puts.first()["body"_L1].toObject(), (QJsonObject{{u"is_complete"_s, true}}));
    QCOMPARE(value(*m_session->tasks(), id, u"is_complete"_s).toBool(), true);
    const auto known = m_session->knownLead(m_lead);
    for (const Task &open : known->tasks)
        QVERIFY(open.id != id);
    Answered<ActivityPage> page;
    m_session->loadActivities({m_lead, {u"TaskCompleted"_s}, 0}, this, page.callback());
    TRY_GOOD(page);
    QVERIFY(!page.value().activities.isEmpty());
    QCOMPARE(page.value().activities.first().text, u"Call back"_s);
}

void CreationsTest::callOutcomes()
{
    Answered<QList<CallOutcome>> outcomes;
    m_session->loadCallOutcomes(this, outcomes.callback());
    TRY_GOOD(outcomes);
    QStringList names;
    for (const CallOutcome &outcome : outcomes.value())
        names.append(outcome.name);
    // The one for meetings is not among them.
    QCOMPARE(names,
             (QStringList{u"Interested"_s, u"Call back later"_s, u"Wants an offer"_s, u"Not interested"_s}));
}

void CreationsTest::lostAnswer_data()
{
    QTest::addColumn<QJsonObject>("how");
    QTest::newRow("cut") << QJsonObject{{u"cut_after"_s, 0}};
    QTest::newRow("torn") << QJsonObject{{u"cut_after"_s, 60}};
    QTest::newRow("server error") << QJsonObject{{u"status"_s, 500}};
    QTest::newRow("no JSON") << QJsonObject{{u"status"_s, 200}, {u"raw"_s, u"<html>"_s}};
}

void CreationsTest::lostAnswer()
{
    QFETCH(QJsonObject, how);
    failCreation(u"/activity/note/"_s, true, how);
    Answered<Activity> note;
    m_session->createNote({.leadId = m_lead, .note = u"Said once"_s}, std::make_shared<Creation>(), this,
                          note.callback());
    TRY_GOOD(note);
    QCOMPARE(note.value().note, u"Said once"_s);
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/"_s).size(), 1);
    QCOMPARE(countOf(u"/activity/note/"_s, u"note"_s, u"Said once"_s), 1);
}

void CreationsTest::lostAnswerOfACall()
{
    failCreation(u"/activity/call/"_s, true, {{u"cut_after"_s, 0}});
    Answered<Activity> call;
    m_session->createCall({.leadId = m_lead,
                           .phone = u"+49 711 555 0142"_s,
                           .direction = u"outbound"_s,
                           .status = u"no-answer"_s,
                           .note = u"Nobody there"_s},
                          std::make_shared<Creation>(), this, call.callback());
    TRY_GOOD(call);
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/"_s).size(), 1);
    QCOMPARE(countOf(u"/activity/call/"_s, u"note"_s, u"Nobody there"_s), 1);
}

void CreationsTest::lostAnswerOfATask()
{
    failCreation(u"/task/"_s, true, {{u"cut_after"_s, 0}});
    Answered<Task> task;
    m_session->createTask({.leadId = m_lead, .text = u"Send it once"_s, .date = QDate(2026, 12, 4)},
                          std::make_shared<Creation>(), this, task.callback());
    TRY_GOOD(task);
    QVERIFY(m_session->tasks()->contains(task.value().id));
    QCOMPARE(m_server.requests(u"POST"_s, u"/task/"_s).size(), 1);
    QCOMPARE(countOf(u"/task/"_s, u"text"_s, u"Send it once"_s), 1);
}

void CreationsTest::lostRequestIsSentAgain()
{
    failCreation(u"/activity/note/"_s, false, {{u"status"_s, 504}});
    const auto creation = std::make_shared<Creation>();
    const NoteDraft draft{.leadId = m_lead, .note = u"Never came"_s};
    Answered<Activity> note;
    m_session->createNote(draft, creation, this, note.callback());
    QTRY_VERIFY_WITH_TIMEOUT(note.isThere(), Patience);
    QVERIFY(!note.isGood());
    QVERIFY(!note.error().maybeApplied); // Close was asked and does not have it
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/"_s).size(), 1);

    Answered<Activity> again;
    m_session->createNote(draft, creation, this, again.callback());
    TRY_GOOD(again);
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/"_s).size(), 2);
    QCOMPARE(countOf(u"/activity/note/"_s, u"note"_s, u"Never came"_s), 1);
}

void CreationsTest::sameWordsOfBeforeAreNotTakenForIt()
{
    Answered<Activity> first;
    m_session->createNote({.leadId = m_lead, .note = u"No answer"_s}, std::make_shared<Creation>(), this,
                          first.callback());
    TRY_GOOD(first);
    failCreation(u"/activity/note/"_s, true, {{u"cut_after"_s, 0}});
    Answered<Activity> second;
    m_session->createNote({.leadId = m_lead, .note = u"No answer"_s}, std::make_shared<Creation>(), this,
                          second.callback());
    TRY_GOOD(second);
    QVERIFY(second.value().id != first.value().id);
    QCOMPARE(countOf(u"/activity/note/"_s, u"note"_s, u"No answer"_s), 2);
}

/// What another run sent is looked for since then, however long ago that was, and nothing older is taken for
/// it.
void CreationsTest::afterARestartItIsLookedForSinceItWasSent()
{
    const QJsonObject made = m_server
                                 .exchange("POST", u"/activity/note/"_s,
                                           {{u"lead_id"_s, m_lead}, {u"note"_s, u"Nobody picks up"_s}})
                                 .object();
    const QDateTime at = QDateTime::fromString(made["date_created"_L1].toString(), Qt::ISODateWithMs);
    QVERIFY(at.isValid());
    QVERIFY(m_server.clearRequests());
    const NoteDraft draft{.leadId = m_lead, .note = u"Nobody picks up"_s};
    const auto send = [&](const QDateTime &firstSent) {
        const auto creation = std::make_shared<Creation>();
        creation->isUnsure = true;
        creation->firstSent = firstSent;
        Answered<Activity> note;
        m_session->createNote(draft, creation, this, note.callback());
        TRY_GOOD(note);
    };
    send(at.addSecs(-5 * 3600));
    QVERIFY(m_server.requests(u"POST"_s, u"/activity/"_s).isEmpty());
    QCOMPARE(countOf(u"/activity/note/"_s, u"note"_s, draft.note), 1);
    send(at.addSecs(3600));
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/"_s).size(), 1);
    QCOMPARE(countOf(u"/activity/note/"_s, u"note"_s, draft.note), 2);
}

void CreationsTest::unreachableIsSaid()
{
    failCreation(u"/activity/note/"_s, true, {{u"cut_after"_s, 0}});
    QVERIFY(
        m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/activity/"_s}}},
                           {u"status"_s, 400},
                           {u"body"_s, QJsonObject{{u"error"_s, u"No."_s}}}}));
    const auto creation = std::make_shared<Creation>();
    const NoteDraft draft{.leadId = m_lead, .note = u"Once, whatever comes"_s};
    Answered<Activity> note;
    m_session->createNote(draft, creation, this, note.callback());
    QTRY_VERIFY_WITH_TIMEOUT(note.isThere(), Patience);
    QVERIFY(!note.isGood());
    QVERIFY(note.error().maybeApplied);

    // The next attempt looks first, and finds it.
    Answered<Activity> again;
    m_session->createNote(draft, creation, this, again.callback());
    TRY_GOOD(again);
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/"_s).size(), 1);
    QCOMPARE(countOf(u"/activity/note/"_s, u"note"_s, u"Once, whatever comes"_s), 1);
}

LEADLINE_TEST(tst_creations, QTEST_GUILESS_MAIN, CreationsTest)

} // namespace tst_creations

#include "tst_creations.moc"
