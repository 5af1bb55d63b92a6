// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxdesk.h"

#include "pendingdeletes.h"
#include "testprogram.h"
#include "undostack.h"

#include <QSignalSpy>

namespace tst_outboxrecords {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// Records that are made and deleted without a network: each once in Close, whatever is cut in between, and
/// what hangs on them with them.
class OutboxRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void madeRecordsStandInTheTables();
    void madeRecordsSurviveSyncAndRestart();
    void theirPlaceIsTakenByTheRealOnes();
    void changesOfThemArePartOfTheirCreation();
    void droppingTakesDependants();
    void dependantsCannotOvertake();
    void cutAnswerMakesOne_data();
    void cutAnswerMakesOne();
    void cutRequestIsSentAgain();
    void quitInTheMiddleMakesOne();
    void notesCallsAndTasks();
    void deletionWaits();
    void deletionTakesWhatWaits();
    void deletingWhatIsNotInCloseForgetsIt();

private:
    Session &session() const { return *m_desk.session; }
    Outbox &outbox() const { return *m_desk.session->outbox(); }
    QString makeLead();

    OutboxDesk m_desk;
    QString m_lead;
};

void OutboxRecordsTest::init()
{
    QVERIFY2(m_desk.setUp(), qPrintable(m_desk.server.errorText()));
    QVERIFY(m_desk.signIn());
    m_lead = m_desk.leadId();
    QVERIFY(!m_lead.isEmpty());
    QVERIFY(m_desk.server.clearRequests());
}

/// With a contact; the lead's id of ours.
QString OutboxRecordsTest::makeLead()
{
    const QJsonObject body = session().leadBody(
        {{u"name"_s, u"Puffin Harbour Ltd"_s}, {u"url"_s, u"https://puffin.example"_s}},
        {{{u"name"_s, u"Ada Puffin"_s},
          {u"emails"_s, QVariant::fromValue(QList<EmailAddress>{{u"ada@puffin.example"_s, u"office"_s}})}}});
    return outbox().find(outbox().addCreation(RecordKind::Lead, body))->recordId;
}

void OutboxRecordsTest::madeRecordsStandInTheTables()
{
    QVERIFY(m_desk.goOffline());
    const quint32 leads = session().leads()->count();
    const QString id = makeLead();
    QVERIFY(isLocalId(id));
    QCOMPARE(session().leads()->count(), leads + 1);
    QCOMPARE(session().leads()->madeCount(), 1U);
    QCOMPARE(m_desk.pendingKind(session().leads(), id), PendingKind::Made);
    QCOMPARE(value(*session().leads(), id, u"shown_name"_s), u"Puffin Harbour Ltd"_s);
    QCOMPARE(value(*session().leads(), id, u"primary_contact"_s), u"Ada Puffin"_s);
    const auto contacts = session().contacts()->rowsOfLead(id);
    QCOMPARE(contacts.size(), 1U);
    QCOMPARE(session().contacts()->valueAt(u"emails"_s, contacts.front()), u"ada@puffin.example"_s);
    QCOMPARE(session().contacts()->valueAt(u"lead_name"_s, contacts.front()), u"Puffin Harbour Ltd"_s);

    Answered<Lead> read;
    session().loadLead(id, this, read.callback());
    TRY_GOOD(read);
    QCOMPARE(read.value().name, u"Puffin Harbour Ltd"_s);
    QCOMPARE(read.value().contacts.size(), 1);
    QCOMPARE(session().undoStack()->last()->id, id);
}

void OutboxRecordsTest::madeRecordsSurviveSyncAndRestart()
{
    QVERIFY(m_desk.goOffline());
    const QString id = makeLead();
    outbox().addCreation(RecordKind::Opportunity, {{u"lead_id"_s, m_lead}, {u"value"_s, 4200}});
    QVERIFY(
        m_desk.server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                                {u"status"_s, 402},
                                {u"body"_s, QJsonObject{{u"error"_s, u"Not in your plan."_s}}}}));
    QVERIFY(m_desk.goOnline());
    QTRY_VERIFY_WITH_TIMEOUT(outbox().stopped(), Patience);
    QVERIFY(!outbox().stopped()->isAttempted);
    // What is not in Close is neither counted nor swept away.
    QVERIFY(syncNow(session()));
    QVERIFY(session().leads()->contains(id));
    QCOMPARE(session().leads()->count(), 61U);
    QVERIFY(m_desk.server.clearRequests());
    QVERIFY(syncNow(session()));
    QVERIFY(m_desk.server.requests(u"POST"_s, u"/data/search/"_s).size() <= 4);

    QVERIFY(m_desk.start());
    QTRY_COMPARE(session().leads()->count(), 61U);
    QVERIFY(session().leads()->contains(id));
    QTRY_COMPARE(session().opportunities()->madeCount(), 1U);
    outbox().drop(outbox().stopped()->id);
    QCOMPARE(session().leads()->count(), 60U);
    QVERIFY(!session().leads()->contains(id));
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
}

void OutboxRecordsTest::theirPlaceIsTakenByTheRealOnes()
{
    QVERIFY(m_desk.goOffline());
    const QString id = makeLead();
    const QString contact = session().contacts()->idAt(session().contacts()->rowsOfLead(id).front());
    outbox().addCreation(RecordKind::Contact, {{u"lead_id"_s, id}, {u"name"_s, u"Bea Puffin"_s}});
    outbox().addCreation(RecordKind::Opportunity,
                         {{u"lead_id"_s, id}, {u"contact_id"_s, contact}, {u"value"_s, 990000}});
    QCOMPARE(outbox().size(), 3);
    QVERIFY(m_desk.start()); // the ids hold over a restart
    QTRY_COMPARE(outbox().size(), 3);
    QSignalSpy renamed(&outbox(), &Outbox::renamed);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QVERIFY(renamed.count() >= 3);
    QCOMPARE(m_desk.leadsNamed(u"Puffin Harbour Ltd"_s), 1);
    QVERIFY(!session().leads()->contains(id));
    QCOMPARE(session().leads()->madeCount(), 0U);
    QString real;
    for (const QList<QVariant> &each : renamed) {
        if (each.at(1).toString() == id)
            real = each.at(2).toString();
    }
    QCOMPARE(session().leads()->count(), 61U);
    QVERIFY(session().leads()->contains(real));
    const QJsonObject lead = m_desk.server.get(u"/lead/%1/"_s.arg(real));
    QCOMPARE(lead["contacts"_L1].toArray().size(), 2);
    QCOMPARE(lead["opportunities"_L1].toArray().size(), 1);
    QCOMPARE(lead["opportunities"_L1][0]["contact_id"_L1].toString(),
             lead["contacts"_L1][0]["id"_L1].toString());
    for (const RecordTable *table : {session().contacts(), session().opportunities()}) {
        QCOMPARE(table->madeCount(), 0U);
        for (const quint32 row : table->rowsOfLead(real))
            QVERIFY(!isLocalId(table->idAt(row)));
    }
}

void OutboxRecordsTest::changesOfThemArePartOfTheirCreation()
{
    QVERIFY(m_desk.goOffline());
    const QString id = makeLead();
    const QString contact = session().contacts()->idAt(session().contacts()->rowsOfLead(id).front());
    QCOMPARE(m_desk.change(RecordKind::Lead, id, u"url"_s, u"https://tern.example"_s), Written::Waits);
    QCOMPARE(m_desk.change(RecordKind::Contact, contact, u"title"_s, u"Harbour Master"_s), Written::Waits);
    QCOMPARE(outbox().size(), 1);
    QCOMPARE(value(*session().leads(), id, u"url"_s), u"https://tern.example"_s);
    QCOMPARE(value(*session().contacts(), contact, u"title"_s), u"Harbour Master"_s);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    const QJsonArray posts = m_desk.server.requests(u"POST"_s, u"/lead/"_s);
    QCOMPARE(posts.size(), 1);
    const QJsonObject body = posts.first()["body"_L1].toObject();
    QCOMPARE(body["url"_L1].toString(), u"https://tern.example"_s);
    QCOMPARE(body["contacts"_L1][0]["title"_L1].toString(), u"Harbour Master"_s);
}

void OutboxRecordsTest::droppingTakesDependants()
{
    QVERIFY(m_desk.goOffline());
    const QString id = makeLead();
    const QString made = outbox().entries().first().id;
    outbox().addCreation(RecordKind::Opportunity, {{u"lead_id"_s, id}, {u"value"_s, 100}});
    outbox().addNote({.leadId = id, .note = u"About nothing"_s}, {});
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://stays.example"_s);
    QCOMPARE(outbox().dependants(made).size(), 2);
    outbox().drop(made);
    QCOMPARE(outbox().size(), 1);
    QCOMPARE(session().opportunities()->madeCount(), 0U);
    QVERIFY(!session().leads()->contains(id));
    QCOMPARE(session().undoStack()->last()->id, m_lead);
}

void OutboxRecordsTest::dependantsCannotOvertake()
{
    QVERIFY(m_desk.goOffline());
    const QString id = makeLead();
    const QString deal =
        outbox().addCreation(RecordKind::Opportunity, {{u"lead_id"_s, id}, {u"value"_s, 100}});
    QVERIFY(!outbox().canMove(deal, -1));
    QVERIFY(!outbox().canMove(outbox().entries().first().id, +1));
    outbox().move(deal, -1);
    QCOMPARE(outbox().entries().last().id, deal);
}

void OutboxRecordsTest::cutAnswerMakesOne_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("lead") << u"/lead/"_s;
    QTest::newRow("contact") << u"/contact/"_s;
    QTest::newRow("opportunity") << u"/opportunity/"_s;
    QTest::newRow("task") << u"/task/"_s;
    QTest::newRow("note") << u"/activity/note/"_s;
}

/// The server has carried the request out, and the connection dies.
void OutboxRecordsTest::cutAnswerMakesOne()
{
    QFETCH(QString, path);
    QVERIFY(m_desk.goOffline());
    outbox().setLooking(std::chrono::seconds(20), std::chrono::milliseconds(100));
    if (path == "/lead/"_L1)
        makeLead();
    else if (path == "/contact/"_L1)
        outbox().addCreation(RecordKind::Contact, {{u"lead_id"_s, m_lead}, {u"name"_s, u"Once Only"_s}});
    else if (path == "/opportunity/"_L1)
        outbox().addCreation(RecordKind::Opportunity, {{u"lead_id"_s, m_lead}, {u"value"_s, 1234500}});
    else if (path == "/task/"_L1)
        outbox().addTask({.leadId = m_lead, .text = u"Do it once"_s}, {});
    else
        outbox().addNote({.leadId = m_lead, .note = u"Said once"_s}, {});
    QVERIFY(m_desk.server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, path}}},
                                    {u"applied"_s, true},
                                    {u"cut_after"_s, 0}}));
    const qsizetype before = idsOf(m_desk.server, path).size();
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(idsOf(m_desk.server, path).size(), before + 1);
    QCOMPARE(m_desk.server.requests(u"POST"_s, path).size(), 1);
    for (const RecordTable *table :
         {session().leads(), session().contacts(), session().opportunities(), session().tasks()})
        QCOMPARE(table->madeCount(), 0U);
}

/// Nobody knows whether it was carried out, and it was not.
void OutboxRecordsTest::cutRequestIsSentAgain()
{
    QVERIFY(m_desk.goOffline());
    outbox().setLooking(std::chrono::milliseconds(400), std::chrono::milliseconds(100));
    makeLead();
    QVERIFY(
        m_desk.server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                                {u"status"_s, 500}}));
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.leadsNamed(u"Puffin Harbour Ltd"_s), 1);
    QCOMPARE(m_desk.server.requests(u"POST"_s, u"/lead/"_s).size(), 2);
}

void OutboxRecordsTest::quitInTheMiddleMakesOne()
{
    QVERIFY(m_desk.goOffline());
    makeLead();
    QVERIFY(
        m_desk.server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                                {u"delay_ms"_s, 3000},
                                {u"applied"_s, true},
                                {u"cut_after"_s, 0}}));
    m_desk.mendNetwork();
    session().refresh();
    outbox().retry();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.leadsNamed(u"Puffin Harbour Ltd"_s), 1, Patience);
    QCOMPARE(outbox().size(), 1);
    QVERIFY(m_desk.start());
    outbox().setLooking(std::chrono::seconds(20), std::chrono::milliseconds(100));
    QTRY_VERIFY(outbox().size() <= 1);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.leadsNamed(u"Puffin Harbour Ltd"_s), 1);
    QVERIFY(syncNow(session()));
    QCOMPARE(session().leads()->count(), 61U);
}

void OutboxRecordsTest::notesCallsAndTasks()
{
    QVERIFY(m_desk.goOffline());
    outbox().addNote({.leadId = m_lead, .note = u"Wants a sample"_s}, {});
    outbox().addCall({.leadId = m_lead,
                      .phone = u"+431234567"_s,
                      .direction = u"outbound"_s,
                      .status = u"completed"_s,
                      .note = u"Spoke briefly"_s,
                      .duration = 65},
                     {});
    outbox().addTask({.leadId = m_lead, .text = u"Send the sample"_s, .date = QDate(2027, 1, 8)}, {});
    QCOMPARE(outbox().size(), 3);
    const auto rows = session().tasks()->rowsOfLead(m_lead);
    const QString task = session().tasks()->idAt(rows.back());
    QVERIFY(isLocalId(task));
    QCOMPARE(value(*session().tasks(), task, u"date"_s), QDate(2027, 1, 8));
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    const auto bodyOf = [this](const QString &path) {
        return m_desk.server.requests(u"POST"_s, path).first()["body"_L1].toObject();
    };
    QCOMPARE(bodyOf(u"/activity/note/"_s)["note"_L1].toString(), u"Wants a sample"_s);
    QCOMPARE(bodyOf(u"/activity/call/"_s)["duration"_L1].toInt(), 65);
    QCOMPARE(bodyOf(u"/task/"_s)["text"_L1].toString(), u"Send the sample"_s);
    QCOMPARE(session().tasks()->madeCount(), 0U);
    QVERIFY(!session().tasks()->contains(task));
}

void OutboxRecordsTest::deletionWaits()
{
    QVERIFY(m_desk.goOffline());
    const QString deal =
        session().opportunities()->idAt(session().opportunities()->rowsOfLead(m_lead).front());
    session().deletions()->setDelay(std::chrono::milliseconds(0));
    QSignalSpy postponed(session().deletions(), &PendingDeletes::postponed);
    session().deletions()->schedule({RecordKind::Opportunity, deal, u"Deal"_s});
    QTRY_COMPARE(postponed.count(), 1);
    QCOMPARE(m_desk.pendingKind(session().opportunities(), deal), PendingKind::Deleted);
    QVERIFY(m_desk.start());
    QTRY_COMPARE(m_desk.pendingKind(session().opportunities(), deal), PendingKind::Deleted);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QTRY_VERIFY(!session().opportunities()->contains(deal));
    QCOMPARE(m_desk.server.exchange("GET", u"/opportunity/%1/"_s.arg(deal)).status, 404);
}

void OutboxRecordsTest::deletionTakesWhatWaits()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://one.example"_s);
    outbox().addNote({.leadId = m_lead, .note = u"Too late"_s}, {});
    outbox().addDeletion(RecordKind::Lead, m_lead, u"Lead"_s);
    QCOMPARE(outbox().size(), 1);
    QCOMPARE(outbox().entries().first().action, OutboxEntry::Action::Delete);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QVERIFY(m_desk.server.requests(u"PUT"_s, u"/lead/"_s).isEmpty());
    QVERIFY(!session().leads()->contains(m_lead));
}

void OutboxRecordsTest::deletingWhatIsNotInCloseForgetsIt()
{
    QVERIFY(m_desk.goOffline());
    const QString id = makeLead();
    session().deletions()->setDelay(std::chrono::milliseconds(0));
    session().deletions()->schedule({RecordKind::Lead, id, u"Puffin"_s});
    QTRY_VERIFY(outbox().isEmpty());
    QVERIFY(!session().leads()->contains(id));
    QVERIFY(session().contacts()->rowsOfLead(id).empty());
}

LEADLINE_TEST(tst_outboxrecords, QTEST_GUILESS_MAIN, OutboxRecordsTest)

} // namespace tst_outboxrecords

#include "tst_outboxrecords.moc"
