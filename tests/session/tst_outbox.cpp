// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxdesk.h"

#include "testprogram.h"
#include "undostack.h"

#include <QSignalSpy>

namespace tst_outbox {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// Changes made without a network: kept, shown, sent in order and through the check for other people's
/// changes when it is back.
class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void changeWaitsAndIsSent();
    void changeIsKeptWhenTheNetworkGoesMeanwhile();
    void survivesARestart();
    void nothingIsReadable();
    void isSentInOrder();
    void followsTheOrderOfThePerson();
    void asksWhenSomebodyElseChangedTheSame();
    void ownUnansweredChangeIsNoConflict();
    void answeredChangeIsKnownAtTheNextStart_data();
    void answeredChangeIsKnownAtTheNextStart();
    void givenUpConflictStops();
    void stopsAtWhatCloseRefuses();
    void changedEntryIsTriedAgain();
    void syncDoesNotCoverWhatWaits();
    void droppedChangeShowsWhatCloseHas();
    void changingBackTakesItOut();
    void undoTakesItOut();
    void computedCellsFollow();
    void leadIsReadAsItWillBe();
    void withoutAKeychainItIsInMemory();
    void readOnlyQueuesNothing();
    void unsentWorkIsCounted();

private:
    Session &session() const { return *m_desk.session; }
    Outbox &outbox() const { return *m_desk.session->outbox(); }
    QVariant shown(const QString &key) const { return value(*session().leads(), m_lead, key); }
    QString other() const;
    QString anotherStatus() const;

    OutboxDesk m_desk;
    QString m_lead;
};

void OutboxTest::init()
{
    QVERIFY2(m_desk.setUp(), qPrintable(m_desk.server.errorText()));
    QVERIFY(m_desk.signIn());
    m_lead = m_desk.leadId();
    QVERIFY(!m_lead.isEmpty());
    QVERIFY(m_desk.server.clearRequests());
}

QString OutboxTest::other() const
{
    const RecordTable &leads = *session().leads();
    return leads.idAt(leads.rowOf(m_lead) == 0 ? 1 : 0);
}

QString OutboxTest::anotherStatus() const
{
    const QString held = shown(u"status_id"_s).toString();
    for (const Status &status : session().directory().organization().leadStatuses) {
        if (status.id != held)
            return status.id;
    }
    return {};
}

void OutboxTest::changeWaitsAndIsSent()
{
    QVERIFY(m_desk.goOffline());
    const QString status = anotherStatus();
    QSignalSpy changed(session().leads(), &RecordTable::changed);
    QCOMPARE(m_desk.change(RecordKind::Lead, m_lead, u"status_id"_s, status), Written::Waits);
    QCOMPARE(outbox().size(), 1);
    QVERIFY(outbox().isKept());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(shown(u"status_id"_s), status);
    QCOMPARE(m_desk.pendingKind(session().leads(), m_lead), PendingKind::Changed);
    QVERIFY(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"status_id"_s) != status);

    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"status_id"_s), status);
    QCOMPARE(shown(u"status_id"_s), status);
    QCOMPARE(m_desk.pendingKind(session().leads(), m_lead), PendingKind::None);
    const QJsonArray puts = m_desk.server.requests(u"PUT"_s, u"/lead/"_s);
    QCOMPARE(puts.size(), 1);
    QCOMPARE(puts.first()["body"_L1].toObject(), QJsonObject({{u"status_id"_s, status}}));
}

void OutboxTest::changeIsKeptWhenTheNetworkGoesMeanwhile()
{
    QVERIFY(session().isOnline());
    m_desk.cutNetwork();
    QCOMPARE(m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://found.example"_s), Written::Waits);
    QCOMPARE(shown(u"url"_s), u"https://found.example"_s);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://found.example"_s);
}

void OutboxTest::survivesARestart()
{
    QVERIFY(m_desk.goOffline());
    const QString status = anotherStatus();
    m_desk.change(RecordKind::Lead, m_lead, u"status_id"_s, status);
    QCOMPARE(outbox().size(), 1);
    QVERIFY(m_desk.start());
    QTRY_COMPARE(session().leads()->count(), 60U);
    QTRY_COMPARE(outbox().size(), 1);
    QTRY_COMPARE(shown(u"status_id"_s), status);
    QCOMPARE(m_desk.pendingKind(session().leads(), m_lead), PendingKind::Changed);
    QCOMPARE(outbox().entries().first().body, QJsonObject({{u"status_id"_s, status}}));

    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"status_id"_s), status);
    // It is not there once more after that.
    QVERIFY(m_desk.start());
    QTRY_COMPARE(session().leads()->count(), 60U);
    QVERIFY(outbox().isEmpty());
}

void OutboxTest::nothingIsReadable()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"description"_s, u"Marmalade wholesaler of Dundee"_s);
    outbox().addNote({.leadId = m_lead, .note = u"Prefers bitter oranges"_s}, {});
    bool isWritten = false;
    session().countUnsent(this, [&isWritten](qint64 count) { isWritten = count == 2; });
    QTRY_VERIFY(isWritten);
    m_desk.quit();
    const QStringList files = m_desk.files();
    QVERIFY(files.size() > 4);
    for (const QString &path : files) {
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *text : {"Marmalade", "bitter oranges", "description", "lead_id"})
            QVERIFY2(!bytes.contains(text), text);
        QVERIFY(!bytes.contains(m_lead.toUtf8()));
    }
}

void OutboxTest::isSentInOrder()
{
    QVERIFY(m_desk.goOffline());
    const QString second = other();
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://one.example"_s);
    m_desk.change(RecordKind::Lead, second, u"url"_s, u"https://two.example"_s);
    // What follows of the same record belongs to what waits.
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://three.example"_s);
    QCOMPARE(outbox().size(), 2);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    const QJsonArray puts = m_desk.server.requests(u"PUT"_s, u"/lead/"_s);
    QCOMPARE(puts.size(), 2);
    QVERIFY(puts[0]["path"_L1].toString().contains(m_lead));
    QCOMPARE(puts[0]["body"_L1]["url"_L1].toString(), u"https://three.example"_s);
    QVERIFY(puts[1]["path"_L1].toString().contains(second));
}

void OutboxTest::followsTheOrderOfThePerson()
{
    QVERIFY(m_desk.goOffline());
    const QString second = other();
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://one.example"_s);
    m_desk.change(RecordKind::Lead, second, u"url"_s, u"https://two.example"_s);
    const QString entry = outbox().entries().last().id;
    QVERIFY(outbox().canMove(entry, -1));
    QVERIFY(!outbox().canMove(entry, +1));
    outbox().move(entry, -1);
    QCOMPARE(outbox().entries().first().id, entry);
    QVERIFY(m_desk.start());
    QTRY_COMPARE(outbox().size(), 2);
    QCOMPARE(outbox().entries().first().id, entry);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    const QJsonArray puts = m_desk.server.requests(u"PUT"_s, u"/lead/"_s);
    QCOMPARE(puts.size(), 2);
    QVERIFY(puts[0]["path"_L1].toString().contains(second));
}

void OutboxTest::asksWhenSomebodyElseChangedTheSame()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://mine.example"_s);
    QCOMPARE(
        m_desk.server.exchange("PUT", u"/lead/%1/"_s.arg(m_lead), {{u"url"_s, u"https://theirs.example"_s}})
            .status,
        200);
    QList<EditConflictPointer> conflicts;
    connect(&session(), &Session::conflictFound, this,
            [&conflicts](const EditConflictPointer &conflict) { conflicts.append(conflict); });
    QVERIFY(m_desk.goOnline());
    QTRY_COMPARE_WITH_TIMEOUT(conflicts.size(), 1, Patience);
    QCOMPARE(conflicts.first()->fields().first().theirs, u"https://theirs.example"_s);
    QCOMPARE(conflicts.first()->fields().first().mine, u"https://mine.example"_s);
    QCOMPARE(outbox().entries().first().state, OutboxEntry::State::Sending);
    conflicts.first()->decide({{u"url"_s, EditConflict::Choice::Mine}});
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://mine.example"_s);
}

/// The program ends after Close took a change and before it said so. What is changed next starts from that.
void OutboxTest::ownUnansweredChangeIsNoConflict()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://one.example"_s);
    QVERIFY(
        m_desk.server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/lead/"_s}}},
                                {u"applied"_s, true},
                                {u"delay_ms"_s, 3000},
                                {u"times"_s, 1}}));
    m_desk.mendNetwork();
    session().refresh();
    outbox().retry();
    const QString path = u"/lead/%1/"_s.arg(m_lead);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.serverValue(path, u"url"_s), u"https://one.example"_s, Patience);
    m_desk.cutNetwork();
    QVERIFY(m_desk.start());
    QTRY_COMPARE(shown(u"url"_s), u"https://one.example"_s);
    QVERIFY(m_desk.goOffline());
    // That it does not get through now tells nothing of the first time.
    outbox().retry();
    QTRY_VERIFY_WITH_TIMEOUT(outbox().entries().first().error, Patience);
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://two.example"_s);
    QSignalSpy conflicts(&session(), &Session::conflictFound);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(conflicts.count(), 0);
    QCOMPARE(m_desk.serverValue(path, u"url"_s), u"https://two.example"_s);
}

void OutboxTest::answeredChangeIsKnownAtTheNextStart_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QString>("key");
    QTest::newRow("lead") << RecordKind::Lead << u"url"_s;
    QTest::newRow("contact") << RecordKind::Contact << u"title"_s;
    QTest::newRow("opportunity") << RecordKind::Opportunity << u"note"_s;
    QTest::newRow("task") << RecordKind::Task << u"text"_s;
}

/// The program ends after Close's answer and before the sync has read the record again: changed once more
/// without a network, it is not in conflict with oneself.
void OutboxTest::answeredChangeIsKnownAtTheNextStart()
{
    QFETCH(RecordKind, kind);
    QFETCH(QString, key);
    const RecordTable *records = session().table(kind);
    const auto rows = records->rowsOfLead(m_lead);
    const QString id = kind == RecordKind::Task ? records->idAt(0) : records->idAt(rows.front());
    QVERIFY(m_desk.goOffline());
    session().pauseSync();
    m_desk.change(kind, id, key, u"https://one.example"_s);
    QCOMPARE(outbox().size(), 1);
    m_desk.mendNetwork();
    outbox().retry();
    QVERIFY(m_desk.isSent());
    m_desk.cutNetwork();
    QVERIFY(m_desk.start());
    const auto held = [&] { return value(*session().table(kind), id, key).toString(); };
    QTRY_COMPARE(held(), u"https://one.example"_s);
    QVERIFY(m_desk.goOffline());
    m_desk.change(kind, id, key, u"https://two.example"_s);
    QSignalSpy conflicts(&session(), &Session::conflictFound);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(conflicts.count(), 0);
    QCOMPARE(held(), u"https://two.example"_s);
}

void OutboxTest::givenUpConflictStops()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://mine.example"_s);
    QCOMPARE(
        m_desk.server.exchange("PUT", u"/lead/%1/"_s.arg(m_lead), {{u"url"_s, u"https://theirs.example"_s}})
            .status,
        200);
    QSignalSpy stopped(&outbox(), &Outbox::stoppedAt);
    connect(&session(), &Session::conflictFound, this,
            [](const EditConflictPointer &conflict) { conflict->giveUp(); });
    QVERIFY(m_desk.goOnline());
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, Patience);
    QCOMPARE(outbox().stopped()->error->kind, ApiError::Kind::Cancelled);
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://theirs.example"_s);
    QCOMPARE(shown(u"url"_s), u"https://mine.example"_s);
    outbox().drop(outbox().entries().first().id);
    QTRY_COMPARE(shown(u"url"_s), u"https://theirs.example"_s);
}

void OutboxTest::stopsAtWhatCloseRefuses()
{
    QVERIFY(m_desk.goOffline());
    const QString second = other();
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://one.example"_s);
    m_desk.change(RecordKind::Lead, second, u"url"_s, u"https://two.example"_s);
    QVERIFY(m_desk.server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/lead/%1/"_s.arg(m_lead)}}},
         {u"status"_s, 400},
         {u"body"_s, QJsonObject{{u"field-errors"_s, QJsonObject{{u"url"_s, u"Not a website."_s}}}}}}));
    QSignalSpy stopped(&outbox(), &Outbox::stoppedAt);
    QVERIFY(m_desk.goOnline());
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, Patience);
    QVERIFY(isSynced(session()));
    QVERIFY(outbox().stopped());
    QCOMPARE(outbox().stopped()->error->fieldErrors.value(u"url"_s), u"Not a website."_s);
    QCOMPARE(outbox().size(), 2);
    QVERIFY(m_desk.serverValue(u"/lead/%1/"_s.arg(second), u"url"_s) != u"https://two.example"_s);

    // It still stands there after a restart, and is not tried by itself.
    QVERIFY(m_desk.server.clearRequests());
    QVERIFY(m_desk.start());
    QTRY_COMPARE(outbox().size(), 2);
    QVERIFY(syncNow(session()));
    QVERIFY(outbox().stopped());
    QCOMPARE(outbox().stopped()->error->fieldErrors.value(u"url"_s), u"Not a website."_s);
    QVERIFY(m_desk.server.requests(u"PUT"_s, u"/lead/"_s).isEmpty());
    outbox().retry();
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://one.example"_s);
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(second), u"url"_s), u"https://two.example"_s);
}

void OutboxTest::changedEntryIsTriedAgain()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://bad.example"_s);
    QVERIFY(m_desk.server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}}},
                                    {u"status"_s, 400},
                                    {u"body"_s, QJsonObject{{u"error"_s, u"No."_s}}}}));
    QVERIFY(m_desk.goOnline());
    QTRY_VERIFY_WITH_TIMEOUT(outbox().stopped(), Patience);
    QCOMPARE(m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://good.example"_s), Written::Waits);
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://good.example"_s);
    // One save as far as undo is concerned.
    QCOMPARE(session().undoStack()->last()->after.value(u"url"_s), u"https://good.example"_s);
    QVERIFY(session().undoStack()->last()->queued.isEmpty());
}

void OutboxTest::syncDoesNotCoverWhatWaits()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://mine.example"_s);
    const QString status = anotherStatus();
    QCOMPARE(m_desk.server
                 .exchange("PUT", u"/lead/%1/"_s.arg(m_lead),
                           {{u"url"_s, u"https://mine.example/old"_s}, {u"status_id"_s, status}})
                 .status,
             200);
    connect(&session(), &Session::conflictFound, this,
            [](const EditConflictPointer &conflict) { conflict->giveUp(); });
    QVERIFY(m_desk.goOnline());
    QVERIFY(syncNow(session()));
    QVERIFY(session().leads()->contains(m_lead));
    QTRY_COMPARE_WITH_TIMEOUT(shown(u"status_id"_s), status, Patience);
    QCOMPARE(shown(u"url"_s), u"https://mine.example"_s);
    // Not even over the next start.
    QVERIFY(m_desk.start());
    QTRY_COMPARE(session().leads()->count(), 60U);
    QTRY_COMPARE(shown(u"url"_s), u"https://mine.example"_s);
    QTRY_COMPARE(outbox().size(), 1);
    outbox().drop(outbox().entries().first().id);
    // Once the rest of the copy is read: what stands first is the last snapshot's.
    QTRY_COMPARE(shown(u"url"_s), u"https://mine.example/old"_s);
}

/// Also when the tables were written to disk while it waited.
void OutboxTest::droppedChangeShowsWhatCloseHas()
{
    QVERIFY(m_desk.goOffline());
    const QVariant before = shown(u"status_id"_s);
    m_desk.change(RecordKind::Lead, m_lead, u"status_id"_s, anotherStatus());
    QVERIFY(shown(u"status_id"_s) != before);
    const TableData settled = session().leads()->settled();
    const int row = session().leads()->rowOf(m_lead);
    const int field = session().leads()->fields().indexOf(u"status_id"_s);
    const ColumnData &column = settled.columns[size_t(field)];
    QCOMPARE(column.dictionary.at(column.symbol(quint32(row))), before.toString());
    outbox().drop(outbox().entries().first().id);
    QCOMPARE(shown(u"status_id"_s), before);
    QCOMPARE(m_desk.pendingKind(session().leads(), m_lead), PendingKind::None);
    QVERIFY(m_desk.start());
    QTRY_COMPARE(session().leads()->count(), 60U);
    QVERIFY(outbox().isEmpty());
    QCOMPARE(shown(u"status_id"_s), before);
}

void OutboxTest::changingBackTakesItOut()
{
    QVERIFY(m_desk.goOffline());
    const QVariant before = shown(u"status_id"_s);
    m_desk.change(RecordKind::Lead, m_lead, u"status_id"_s, anotherStatus());
    QCOMPARE(outbox().size(), 1);
    QCOMPARE(m_desk.change(RecordKind::Lead, m_lead, u"status_id"_s, before), Written::Waits);
    QVERIFY(outbox().isEmpty());
    QVERIFY(session().undoStack()->isEmpty());
}

void OutboxTest::undoTakesItOut()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://one.example"_s);
    m_desk.change(RecordKind::Lead, m_lead, u"description"_s, u"Two"_s);
    const auto last = session().undoStack()->last();
    QVERIFY(last);
    QCOMPARE(last->queued, outbox().entries().first().id);
    Answered<Written> undone;
    session().change(last->kind, last->id, last->after, last->before, this, undone.callback());
    TRY_GOOD(undone);
    QCOMPARE(outbox().entries().first().body.keys(), QStringList{u"url"_s});
    QCOMPARE(session().undoStack()->last()->after.keys(), QStringList{u"url"_s});
}

void OutboxTest::computedCellsFollow()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"name"_s, u"Quite Another Name"_s);
    QCOMPARE(shown(u"shown_name"_s), u"Quite Another Name"_s);
    QCOMPARE(session().nameOf(RecordKind::Lead, m_lead), u"Quite Another Name"_s);
    const auto rows = session().opportunities()->rowsOfLead(m_lead);
    QVERIFY(!rows.empty());
    const QString deal = session().opportunities()->idAt(rows.front());
    m_desk.change(RecordKind::Opportunity, deal, u"value_period"_s, u"one_time"_s);
    m_desk.change(RecordKind::Opportunity, deal, u"value"_s, 200000LL);
    m_desk.change(RecordKind::Opportunity, deal, u"confidence"_s, 25LL);
    QCOMPARE(value(*session().opportunities(), deal, u"expected_value"_s), 50000LL);
}

void OutboxTest::leadIsReadAsItWillBe()
{
    Answered<Lead> whole;
    session().loadLead(m_lead, this, whole.callback());
    TRY_GOOD(whole);
    QVERIFY(!whole.value().contacts.isEmpty());
    const QString contact = whole.value().contacts.first().id;
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"description"_s, u"Said offline"_s);
    m_desk.change(RecordKind::Contact, contact, u"title"_s, u"Chief Taster"_s);
    const auto known = session().knownLead(m_lead);
    QVERIFY(known);
    QCOMPARE(known->description, u"Said offline"_s);
    QCOMPARE(known->contacts.first().title, u"Chief Taster"_s);
    std::optional<Lead> copied;
    session().readLead(m_lead, this, [&copied](std::optional<Lead> lead) { copied = std::move(lead); });
    QTRY_VERIFY(copied);
    QCOMPARE(copied->description, u"Said offline"_s);
}

void OutboxTest::withoutAKeychainItIsInMemory()
{
    m_desk.quit();
    m_desk.keychain.setError(CredentialError{CredentialError::Kind::NoBackend, u"none"_s});
    QVERIFY(m_desk.signIn(KeySource::Environment));
    QVERIFY(m_desk.goOffline());
    QCOMPARE(m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://memory.example"_s), Written::Waits);
    QVERIFY(!outbox().isKept());
    QCOMPARE(shown(u"url"_s), u"https://memory.example"_s);
    QVERIFY(m_desk.goOnline());
    QVERIFY(m_desk.isSent());
    QCOMPARE(m_desk.serverValue(u"/lead/%1/"_s.arg(m_lead), u"url"_s), u"https://memory.example"_s);
}

void OutboxTest::readOnlyQueuesNothing()
{
    m_desk.quit();
    QVERIFY(m_desk.signIn(KeySource::Environment, true));
    QVERIFY(m_desk.goOffline());
    const QVariant before = shown(u"url"_s);
    Answered<Written> written;
    session().change(RecordKind::Lead, m_lead, {{u"url"_s, before}}, {{u"url"_s, u"https://no.example"_s}},
                     this, written.callback());
    QTRY_VERIFY_WITH_TIMEOUT(written.isThere(), Patience);
    QVERIFY(!written.isGood());
    QCOMPARE(written.error().kind, ApiError::Kind::Forbidden);
    QVERIFY(outbox().isEmpty());
    QCOMPARE(shown(u"url"_s), before);
}

void OutboxTest::unsentWorkIsCounted()
{
    QVERIFY(m_desk.goOffline());
    m_desk.change(RecordKind::Lead, m_lead, u"url"_s, u"https://one.example"_s);
    qint64 unsent = -1;
    session().countUnsent(this, [&unsent](qint64 count) { unsent = count; });
    QTRY_COMPARE(unsent, 1);
    bool isClosed = false;
    session().closeCopy(this, [&isClosed] { isClosed = true; });
    QTRY_VERIFY(isClosed);
    QVERIFY(outbox().isEmpty());
}

LEADLINE_TEST(tst_outbox, QTEST_GUILESS_MAIN, OutboxTest)

} // namespace tst_outbox

#include "tst_outbox.moc"
