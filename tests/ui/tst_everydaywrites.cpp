// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activitymodel.h"
#include "callduration.h"
#include "composer.h"
#include "formfixture.h"
#include "taskrow.h"
#include "tcpproxy.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QCheckBox>
#include <QTemporaryDir>

namespace tst_everydaywrites {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

using F = WorkspaceFixture;

/// Notes, calls and tasks in the real window against the real demo server, by keyboard. With
/// LEADLINE_PICTURES set to a folder it also leaves pictures there, to be looked at.
class EverydayWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void durations_data();
    void durations();

    void noteFromTheTable();
    void noteFromTheLeadPage();
    void callIsLogged();
    void taskIsAddedWithATypedDay();
    void taskIsCompletedAndComesBack();
    void taskIsChanged();
    void tasksPageCompletesAndReschedules();
    void rowMenuOffersThem();
    void statusOfSeveralRowsSaysWhichFailed();

    void blankAndWrongAreSaidAtOnce();
    void textStaysWhenCloseRefuses();
    void textStaysWhenCloseCannotBeReached();
    void textStaysWithItsLead();
    void escapeAndDiscardKeepTheWayBack();
    void readOnlyOffersNothing();
    void nothingIsMailed();

private:
    bool start(const std::shared_ptr<Session> &session);
    bool selectLeadWithContacts();
    QString openTaskOf(const QString &leadId) const;
    Composer *composer(const QWidget *in, const QString &name) const;
    void typeHere(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QJsonObject onlyBody(const QString &method, const QString &path) const;
    void picture(const QString &name);
    LeadView *pane() const { return m_f->workspace->pane(); }
    LeadView *page() const { return m_f->workspace->leadPage()->view(); }
    RecordListPage *leads() const { return m_f->leads(); }
    QStringList activityTexts(const LeadView *view) const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
    QString m_lead;
};

void EverydayWritesTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(qEnvironmentVariable("LEADLINE_THEME") == "dark"_L1 ? Theme::Mode::Dark
                                                                       : Theme::Mode::Light);
    theme->apply();
    QVERIFY2(m_server.start({u"--leads"_s, u"60"_s}).isValid(), qPrintable(m_server.errorText()));
}

void EverydayWritesTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.clearFaults());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
    m_folder = std::make_unique<QTemporaryDir>();
}

void EverydayWritesTest::cleanup()
{
    if (!m_f)
        return;
    m_f.reset();
    // Whatever was done: nothing here sends an e-mail.
    QVERIFY(m_server.requests(u"POST"_s, u"/activity/email"_s).isEmpty());
    QVERIFY(m_server.requests(u"PUT"_s, u"/activity/email"_s).isEmpty());
}

bool EverydayWritesTest::start(const std::shared_ptr<Session> &session)
{
    if (!session)
        return false;
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    return m_f->open() && selectLeadWithContacts() && m_server.clearRequests();
}

/// The first lead with a contact that has a phone; its pane stands whole.
bool EverydayWritesTest::selectLeadWithContacts()
{
    const QJsonArray listed = m_server.get(u"/lead/?_limit=60"_s).value("data"_L1).toArray();
    for (const QJsonValue &lead : listed) {
        const QJsonArray contacts = lead["contacts"_L1].toArray();
        if (contacts.size() < 2 || contacts.first()["phones"_L1].toArray().isEmpty())
            continue;
        m_lead = lead["id"_L1].toString();
        if (openTaskOf(m_lead).isEmpty())
            continue;
        leads()->select(m_lead);
        return waitFor([this] {
            return pane()->leadId() == m_lead && pane()->isWhole() && pane()->activities()->rowCount() > 0;
        });
    }
    return false;
}

QString EverydayWritesTest::openTaskOf(const QString &leadId) const
{
    const QJsonArray tasks =
        m_server.get(u"/task/?is_complete=false&lead_id="_s + leadId).value("data"_L1).toArray();
    return tasks.isEmpty() ? QString() : tasks.first()["id"_L1].toString();
}

Composer *EverydayWritesTest::composer(const QWidget *in, const QString &name) const
{
    for (Composer *found : in->findChildren<Composer *>()) {
        if (found->isVisible() && found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

/// To wherever the keyboard is.
void EverydayWritesTest::typeHere(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void EverydayWritesTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

QJsonObject EverydayWritesTest::onlyBody(const QString &method, const QString &path) const
{
    const QJsonArray sent = m_server.requests(method, path);
    return sent.size() == 1 ? sent.first()["body"_L1].toObject() : QJsonObject{{u"requests"_s, sent.size()}};
}

QStringList EverydayWritesTest::activityTexts(const LeadView *view) const
{
    QStringList texts;
    for (int row = 0; row < view->activities()->rowCount(); ++row)
        texts.append(view->activities()->index(row).data().toString());
    return texts;
}

void EverydayWritesTest::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(50); // for the eye: layouts that are still on their way
    QVERIFY(m_f->window.grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

void EverydayWritesTest::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("blank") << QString() << 0;
    QTest::newRow("minutes") << u"12"_s << 720;
    QTest::newRow("min") << u"12 min"_s << 720;
    QTest::newRow("clock") << u"4:30"_s << 270;
    QTest::newRow("hours") << u"1:02:30"_s << 3750;
    QTest::newRow("units") << u"1h 5m 10s"_s << 3910;
    QTest::newRow("seconds") << u"90s"_s << 90;
    QTest::newRow("seconds with space") << u"45 s"_s << 45;
    QTest::newRow("no number") << u"long"_s << -1;
    QTest::newRow("no seconds") << u"4:75"_s << -1;
    QTest::newRow("half") << u"4:"_s << -1;
    QTest::newRow("days") << u"2000"_s << -1;
}

void EverydayWritesTest::durations()
{
    QFETCH(QString, text);
    QTEST(callDuration(text).value_or(-1), "seconds");
}

void EverydayWritesTest::noteFromTheTable()
{
    QVERIFY(start(signedIn(m_server)));
    leads()->table()->setFocus();
    press(Qt::Key_N);
    Composer *note = composer(pane(), u"New note"_s);
    QVERIFY(note);
    typeHere(u"Wants <two> lots & an offer"_s);
    press(Qt::Key_Return);
    typeHere(u"Call again in May"_s);
    picture(u"note"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!note->isVisible(), Patience);
    QCOMPARE(onlyBody(u"POST"_s, u"/activity/note/"_s),
             (QJsonObject{{u"lead_id"_s, m_lead},
                          {u"note"_s, u"Wants <two> lots & an offer\nCall again in May"_s}}));
    QVERIFY(activityTexts(pane()).first().startsWith(u"Wants <two> lots & an offer"_s));
    // The keyboard is where the next note would be begun.
    QVERIFY(pane()->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Add note"_s);
}

void EverydayWritesTest::noteFromTheLeadPage()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->workspace->openLead(m_lead);
    QTRY_VERIFY_WITH_TIMEOUT(page()->isWhole(), Patience);
    press(Qt::Key_N);
    Composer *note = composer(page(), u"New note"_s);
    QVERIFY(note);
    typeHere(u"Always ring before noon"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!note->isVisible(), Patience);
    QCOMPARE(onlyBody(u"POST"_s, u"/activity/note/"_s),
             (QJsonObject{
                 {u"lead_id"_s, m_lead}, {u"note"_s, u"Always ring before noon"_s}, {u"pinned"_s, true}}));
    // Pinned ones stand on top, whatever comes later.
    QCOMPARE(activityTexts(page()).first(), u"Always ring before noon"_s);
}

void EverydayWritesTest::callIsLogged()
{
    QVERIFY(start(signedIn(m_server)));
    const QJsonObject contact =
        m_server.get(u"/lead/%1/"_s.arg(m_lead)).value("contacts"_L1).toArray().first().toObject();
    const QString phone = contact.value("phones"_L1).toArray().first()["phone"_L1].toString();
    QVERIFY(m_server.clearRequests());
    leads()->table()->setFocus();
    press(Qt::Key_C);
    Composer *call = composer(pane(), u"Log a call"_s);
    QVERIFY(call);
    QTRY_VERIFY_WITH_TIMEOUT(FormFixture::control(call, u"Outcome"_s), Patience);
    press(Qt::Key_Down); // incoming
    press(Qt::Key_Tab);  // how it went: answered
    press(Qt::Key_Tab);  // with: the first contact's first number
    press(Qt::Key_Tab);
    typeHere(u"4:30"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Down); // the first outcome
    press(Qt::Key_Tab);
    typeHere(u"Asks for an offer"_s);
    picture(u"call"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!call->isVisible(), Patience);
    const QString outcome =
        m_server.get(u"/outcome/"_s).value("data"_L1).toArray().first()["id"_L1].toString();
    QCOMPARE(onlyBody(u"POST"_s, u"/activity/call/"_s),
             (QJsonObject{{u"lead_id"_s, m_lead},
                          {u"contact_id"_s, contact.value("id"_L1)},
                          {u"phone"_s, phone},
                          {u"direction"_s, u"inbound"_s},
                          {u"status"_s, u"completed"_s},
                          {u"outcome_id"_s, outcome},
                          {u"note"_s, u"Asks for an offer"_s},
                          {u"duration"_s, 270}}));
    QVERIFY2(activityTexts(pane()).contains(u"Incoming call, 4 min, answered"_s) ||
                 activityTexts(pane()).first().startsWith(u"Incoming call"_s),
             qPrintable(activityTexts(pane()).join(u'\n')));
}

void EverydayWritesTest::taskIsAddedWithATypedDay()
{
    QVERIFY(start(signedIn(m_server)));
    const QString me = m_f->session().directory().currentUser().id;
    leads()->table()->setFocus();
    press(Qt::Key_T);
    Composer *task = composer(pane(), u"New task"_s);
    QVERIFY(task);
    typeHere(u"Send samples"_s);
    press(Qt::Key_Tab);
    typeHere(u"+2w"_s);
    picture(u"task"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!task->isVisible(), Patience);
    QCOMPARE(onlyBody(u"POST"_s, u"/task/"_s), (QJsonObject{{u"_type"_s, u"lead"_s},
                                                            {u"lead_id"_s, m_lead},
                                                            {u"text"_s, u"Send samples"_s},
                                                            {u"date"_s, u"2026-12-04"_s},
                                                            {u"assigned_to"_s, me}}));
    QTRY_VERIFY_WITH_TIMEOUT(F::column(m_f->page(RecordKind::Task), u"text"_s).contains(u"Send samples"_s),
                             Patience);
    bool isListed = false;
    for (const TaskRow *row : pane()->findChildren<TaskRow *>())
        isListed = isListed || (row->isVisible() && row->text().startsWith(u"Send samples"_s));
    QVERIFY(isListed);
}

void EverydayWritesTest::taskIsCompletedAndComesBack()
{
    QVERIFY(start(signedIn(m_server)));
    auto *row = pane()->findChild<TaskRow *>();
    QVERIFY(row && row->isVisible());
    const QString text = row->text();
    auto *box = row->findChild<QCheckBox *>();
    QVERIFY(box && box->accessibleName().startsWith(u"Done: "_s));
    box->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/task/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"PUT"_s, u"/task/"_s), (QJsonObject{{u"is_complete"_s, true}}));
    QTRY_VERIFY_WITH_TIMEOUT(std::any_of(pane()->activities()->activities().begin(),
                                         pane()->activities()->activities().end(),
                                         [](const Activity &a) { return a.type == "TaskCompleted"_L1; }),
                             Patience);
    QTRY_VERIFY(!row->isVisible() || row->text() != text);
    MessageBar *messages = m_f->window.messageBar();
    QTRY_VERIFY(messages->text().startsWith(u"Done: "_s));
    QVERIFY(F::press(messages, u"Undo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/task/"_s).size(), 2, Patience);
    QCOMPARE(m_server.requests(u"PUT"_s, u"/task/"_s).last()["body"_L1].toObject(),
             (QJsonObject{{u"is_complete"_s, false}}));
    const auto stands = [&] {
        for (const TaskRow *shown : pane()->findChildren<TaskRow *>()) {
            if (shown->isVisible() && shown->text() == text)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(stands(), Patience);
}

void EverydayWritesTest::taskIsChanged()
{
    QVERIFY(start(signedIn(m_server)));
    auto *row = pane()->findChild<TaskRow *>();
    QVERIFY(row && row->isVisible());
    row->findChild<QCheckBox *>()->setFocus();
    press(Qt::Key_Return);
    Composer *task = composer(pane(), u"Change task"_s);
    QVERIFY(task);
    QVERIFY(!row->isVisible()); // its place is the composer's
    press(Qt::Key_Tab);
    auto *day = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(day);
    day->selectAll();
    typeHere(u"tomorrow"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!task->isVisible(), Patience);
    QCOMPARE(onlyBody(u"PUT"_s, u"/task/"_s), (QJsonObject{{u"date"_s, u"2026-11-21"_s}}));
    QTRY_VERIFY(row->isVisible());
}

void EverydayWritesTest::tasksPageCompletesAndReschedules()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->workspace->go(u"tasks"_s);
    RecordListPage *tasks = m_f->page(RecordKind::Task);
    const QString id = openTaskOf(m_lead);
    tasks->reveal(id);
    QCOMPARE(tasks->currentId(), id);
    QVERIFY(m_server.clearRequests());
    tasks->table()->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.get(u"/task/%1/"_s.arg(id)).value("is_complete"_L1).toBool(), true,
                              Patience);
    QCOMPARE(onlyBody(u"PUT"_s, u"/task/"_s), (QJsonObject{{u"is_complete"_s, true}}));
    const auto isDone = [&] {
        const RecordTable *table = m_f->session().tasks();
        return table->valueAt(u"is_complete"_s, quint32(table->rowOf(id))).toBool();
    };
    QTRY_VERIFY(isDone());
    QVERIFY(tasks->select(id));
    tasks->table()->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!isDone(), Patience);

    QVERIFY(m_server.clearRequests());
    QVERIFY(tasks->select(id));
    tasks->table()->setFocus();
    press(Qt::Key_D);
    QWidget *popup = nullptr;
    QTRY_VERIFY((popup = QApplication::activePopupWidget()) != nullptr);
    auto *line = popup->findChild<QLineEdit *>();
    QVERIFY(line);
    QTest::keyClicks(line, u"sometime"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(popup->isVisible()); // it says what is wrong and stays
    line->selectAll();
    QTest::keyClicks(line, u"+3d"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/task/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"PUT"_s, u"/task/"_s), (QJsonObject{{u"date"_s, u"2026-11-23"_s}}));
    QTRY_VERIFY(m_f->window.messageBar()->text().contains(u"is due on"_s));
}

void EverydayWritesTest::rowMenuOffersThem()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->workspace->go(u"tasks"_s);
    RecordListPage *tasks = m_f->page(RecordKind::Task);
    tasks->reveal(openTaskOf(m_lead));
    tasks->table()->setFocus();
    const QPoint at = tasks->table()->visualRect(tasks->table()->currentIndex()).center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, tasks->table()->viewport()->mapToGlobal(at));
    QApplication::sendEvent(tasks->table()->viewport(), &event);
    QMenu *menu = F::menu();
    QVERIFY(menu);
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text().section(u'\t', 0, 0));
    for (const QString &text : {u"Done"_s, u"Reschedule…"_s, u"Add note"_s, u"Log call"_s, u"Add task"_s})
        QVERIFY2(texts.contains(text), qPrintable(texts.join(u',')));
    picture(u"rowmenu"_s);
    menu->close();
}

/// Leads of several rows, one of which Close refuses: the others change, and only the one is tried again.
void EverydayWritesTest::statusOfSeveralRowsSaysWhichFailed()
{
    QVERIFY(start(signedIn(m_server)));
    F::clickCell(leads(), 0, u"shown_name"_s);
    F::clickCell(leads(), 2, u"shown_name"_s, Qt::ShiftModifier);
    const QStringList ids = leads()->selectedIds();
    QCOMPARE(ids.size(), 3);
    const RecordTable *table = m_f->session().leads();
    QStringList names;
    QSet<QString> taken;
    for (const QString &id : ids) {
        names.append(m_f->session().nameOf(RecordKind::Lead, id));
        taken.insert(table->valueAt(u"status_id"_s, quint32(table->rowOf(id))).toString());
    }
    Leadline::Status wanted; // that none of them has
    for (const Leadline::Status &status : m_f->session().directory().organization().leadStatuses) {
        if (!taken.contains(status.id))
            wanted = status;
    }
    QVERIFY(!wanted.id.isEmpty());
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/lead/"_s + ids.at(1)}}},
         {u"status"_s, 400},
         {u"body"_s, QJsonObject{{u"errors"_s, QJsonArray()},
                                 {u"field-errors"_s, QJsonObject{{u"status"_s, u"Not this one."_s}}}}}}));
    leads()->table()->setFocus();
    press(Qt::Key_S);
    QVERIFY(F::choose(wanted.label));
    MessageBar *messages = m_f->window.messageBar();
    QTRY_COMPARE_WITH_TIMEOUT(messages->current(), u"changed"_s, Patience);
    QVERIFY2(messages->text().endsWith(u"Not changed: %1: Not this one."_s.arg(names.at(1))),
             qPrintable(messages->text()));
    const auto statusOf = [&](const QString &id) {
        return m_server.get(u"/lead/%1/"_s.arg(id)).value("status_id"_L1).toString();
    };
    QCOMPARE(statusOf(ids.at(0)), wanted.id);
    QVERIFY(statusOf(ids.at(1)) != wanted.id);
    QCOMPARE(statusOf(ids.at(2)), wanted.id);
    QVERIFY(m_server.clearRequests());
    QVERIFY(F::press(messages, u"Try Again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(ids.at(1)), wanted.id, Patience);
    QCOMPARE(onlyBody(u"PUT"_s, u"/lead/"_s), (QJsonObject{{u"status_id"_s, wanted.id}}));
}

void EverydayWritesTest::blankAndWrongAreSaidAtOnce()
{
    QVERIFY(start(signedIn(m_server)));
    leads()->table()->setFocus();
    press(Qt::Key_N);
    Composer *note = composer(pane(), u"New note"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(note->error(), u"The note is empty."_s);
    press(Qt::Key_Escape);
    QVERIFY(!note->isVisible());

    press(Qt::Key_T);
    Composer *task = composer(pane(), u"New task"_s);
    QVERIFY(task);
    typeHere(u"Ring"_s);
    press(Qt::Key_Tab);
    typeHere(u"someday"_s);
    press(Qt::Key_Return);
    QVERIFY(task->isVisible());
    QVERIFY(!task->error().isEmpty());
    picture(u"wrongday"_s);
    QCOMPARE(FormFixture::textOf(task, u"Due"_s), u"someday"_s);

    press(Qt::Key_Escape);
    press(Qt::Key_C);
    Composer *call = composer(pane(), u"Log a call"_s);
    QVERIFY(call);
    FormFixture::type(call, u"Duration"_s, u"a while"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(call->error().startsWith(u"This is no duration."_s));
    QVERIFY(m_server.requests(u"POST"_s, QString()).isEmpty());

    // What was half typed is still there.
    press(Qt::Key_Escape);
    press(Qt::Key_T);
    QCOMPARE(FormFixture::textOf(task, u"Task"_s), u"Ring"_s);
    QCOMPARE(FormFixture::textOf(task, u"Due"_s), u"someday"_s);
}

void EverydayWritesTest::textStaysWhenCloseRefuses()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/activity/note/"_s}}},
         {u"status"_s, 400},
         {u"body"_s, QJsonObject{{u"errors"_s, QJsonArray()},
                                 {u"field-errors"_s, QJsonObject{{u"note"_s, u"Too long."_s}}}}}}));
    leads()->table()->setFocus();
    press(Qt::Key_N);
    Composer *note = composer(pane(), u"New note"_s);
    typeHere(u"Kept"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(note->error(), u"Too long."_s, Patience);
    QVERIFY(note->isVisible());
    QCOMPARE(FormFixture::textOf(note, u"Note"_s), u"Kept"_s);
    picture(u"refused"_s);
    // The keyboard is back in the text.
    typeHere(u"!"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!note->isVisible(), Patience);
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/note/"_s).size(), 2);
}

void EverydayWritesTest::textStaysWhenCloseCannotBeReached()
{
    TcpProxy proxy(m_server.port());
    QVERIFY(start(signedIn(proxy.url(u"/api/v1"_s))));
    leads()->table()->setFocus();
    press(Qt::Key_N);
    Composer *note = composer(pane(), u"New note"_s);
    typeHere(u"Written once"_s);
    // The note is carried out, its answer and all that follows are lost.
    proxy.setFault(TcpProxy::Fault::Close);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QApplication::focusWidget());
    QTRY_VERIFY_WITH_TIMEOUT(!note->error().isEmpty(), 60000);
    QCOMPARE(FormFixture::textOf(note, u"Note"_s), u"Written once"_s);
    QVERIFY(F::button(note, u"Try Again"_s));
    picture(u"unsure"_s);
    proxy.setFault(TcpProxy::Fault::None);
    QVERIFY(F::press(note, u"Try Again"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!note->isVisible(), Patience);
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/note/"_s).size(), 1);
    QCOMPARE(activityTexts(pane()).count(u"Written once"_s), 1);
}

void EverydayWritesTest::textStaysWithItsLead()
{
    QVERIFY(start(signedIn(m_server)));
    leads()->table()->setFocus();
    press(Qt::Key_N);
    Composer *note = composer(pane(), u"New note"_s);
    typeHere(u"Half a thou"_s);
    const int row = leads()->model()->rowOf(m_lead);
    const QString other = leads()->model()->idAt(row == 0 ? 1 : row - 1);
    QVERIFY(leads()->select(other));
    QTRY_VERIFY(!note->isVisible());
    QVERIFY(leads()->select(m_lead));
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(FormFixture::textOf(note, u"Note"_s), u"Half a thou"_s);
    // The page of the lead shows the same draft.
    m_f->workspace->openLead(m_lead);
    Composer *onPage = nullptr;
    QTRY_VERIFY((onPage = composer(page(), u"New note"_s)) != nullptr);
    QCOMPARE(FormFixture::textOf(onPage, u"Note"_s), u"Half a thou"_s);

    // A save that fails when another lead is shown is told, with a way out.
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/activity/note/"_s}}},
         {u"status"_s, 403},
         {u"delay_ms"_s, 300},
         {u"body"_s, QJsonObject{{u"error"_s, u"No."_s}}}}));
    QVERIFY(F::press(onPage, u"Save Note"_s));
    m_f->workspace->openLead(other);
    MessageBar *messages = m_f->window.messageBar();
    QTRY_COMPARE_WITH_TIMEOUT(messages->current(), u"composer"_s, Patience);
    QVERIFY(F::press(messages, u"Try Again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"POST"_s, u"/activity/note/"_s).size(), 2, Patience);
    m_f->workspace->openLead(m_lead);
    QTRY_COMPARE_WITH_TIMEOUT(activityTexts(page()).count(u"Half a thou"_s), 1, Patience);
    QVERIFY(!composer(page(), u"New note"_s));
}

void EverydayWritesTest::escapeAndDiscardKeepTheWayBack()
{
    QVERIFY(start(signedIn(m_server)));
    leads()->table()->setFocus();
    press(Qt::Key_N);
    Composer *note = composer(pane(), u"New note"_s);
    typeHere(u"Put aside"_s);
    press(Qt::Key_Escape);
    QVERIFY(!note->isVisible());
    QVERIFY(F::button(pane(), u"Note (draft)"_s));
    press(Qt::Key_Escape);
    press(Qt::Key_Return); // on the link
    QVERIFY(note->isVisible());
    QCOMPARE(FormFixture::textOf(note, u"Note"_s), u"Put aside"_s);

    QVERIFY(F::press(note, u"Discard"_s));
    QVERIFY(!note->isVisible());
    QVERIFY(F::button(pane(), u"Note"_s));
    QVERIFY(F::press(m_f->window.messageBar(), u"Undo"_s));
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(FormFixture::textOf(note, u"Note"_s), u"Put aside"_s);
    QVERIFY(m_server.requests(u"POST"_s, QString()).isEmpty());
}

void EverydayWritesTest::readOnlyOffersNothing()
{
    QVERIFY(start(signedIn(m_server, DemoServer::key(), true)));
    QVERIFY(!F::button(pane(), u"Add note"_s));
    QVERIFY(!F::button(pane(), u"Log call"_s));
    QVERIFY(!F::button(pane(), u"Add task"_s));
    QVERIFY(!F::button(pane(), u"Filter"_s) || F::button(pane(), u"Filter"_s)->isVisible());
    leads()->table()->setFocus();
    for (const Qt::Key key : {Qt::Key_N, Qt::Key_C, Qt::Key_T})
        press(key);
    QVERIFY(pane()->findChildren<Composer *>().isEmpty());
    for (const TaskRow *row : pane()->findChildren<TaskRow *>())
        QVERIFY(!row->findChild<QCheckBox *>()->isVisible());
}

/// All the small writes in a row: none of them is, or sets off, an e-mail.
void EverydayWritesTest::nothingIsMailed()
{
    QVERIFY(start(signedIn(m_server)));
    for (const auto &[key, name] :
         {std::pair{Qt::Key_N, u"New note"_s}, std::pair{Qt::Key_T, u"New task"_s}}) {
        leads()->table()->setFocus();
        press(key);
        Composer *opened = composer(pane(), name);
        QVERIFY(opened);
        typeHere(u"mailto:somebody@company.example"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!opened->isVisible(), Patience);
    }
    for (const QJsonValue &request : m_server.requests()) {
        const QString path = request["path"_L1].toString();
        QVERIFY2(request["method"_L1].toString() == "GET"_L1 || path.startsWith(u"/activity/note/"_s) ||
                     path.startsWith(u"/task/"_s),
                 qPrintable(path));
    }
}

LEADLINE_TEST(tst_everydaywrites, QTEST_MAIN, EverydayWritesTest)

} // namespace tst_everydaywrites

#include "tst_everydaywrites.moc"
