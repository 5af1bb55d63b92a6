// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activitymodel.h"
#include "button.h"
#include "confirmdialog.h"
#include "formfixture.h"
#include "formopener.h"
#include "leadform.h"
#include "outbox.h"
#include "outboxlist.h"
#include "outboxmodel.h"
#include "outboxpage.h"
#include "pipelinemodel.h"
#include "pipelinepage.h"
#include "recordtablemodel.h"
#include "statusmenu.h"
#include "statusstrip.h"
#include "tcpproxy.h"
#include "testprogram.h"
#include "undostack.h"
#include "workspacefixture.h"

namespace tst_waiting {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;
using F = WorkspaceFixture;

/// Writing without a network in the program's window: what is said, what is shown, and the page of what
/// waits.
class WaitingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void changeWaitsAndIsTold();
    void undoTakesItBack();
    void formOffersToWait();
    void madeLeadIsShownAsSuch();
    void formOfAWaitingRecordWaitsToo();
    void pageListsAndMoves();
    void commandsStandInOneLine();
    void droppingAsks();
    void refusalIsExplained();
    void noteWaitsAndComesBack();
    void waitingTaskIsEdited();
    void notesAndCallsStandInTheActivity();
    void cardWaits();
    void quittingAsksWhatIsInMemory();

private:
    Session &session() const { return m_f->session(); }
    Outbox &outbox() const { return *m_f->session().outbox(); }
    MessageBar *bar() const { return m_f->window.messageBar(); }
    OutboxPage *page() const { return m_f->workspace->outboxPage(); }
    RecordDialog *form() const;
    ConfirmDialog *question() const;
    QAbstractButton *strip() const { return F::button(m_f->window.statusStrip(), stripText()); }
    QString stripText() const;
    void changeStatus(const QString &id);
    bool goOffline();
    bool goOnline();
    void picture(const QString &name) const;
    QString makeLead();

    Theme *m_theme = nullptr;
    DemoServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<TcpProxy> m_proxy;
    std::unique_ptr<WorkspaceFixture> m_f;
    int m_run = 0;
};

void WaitingTest::initTestCase()
{
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY2(m_server.start({u"--leads"_s, u"30"_s}).isValid(), qPrintable(m_server.errorText()));
}

void WaitingTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.clearFaults());
    m_proxy = std::make_unique<TcpProxy>(m_server.port());
    m_f = std::make_unique<WorkspaceFixture>(signedIn(m_proxy->url(u"/api/v1"_s)),
                                             m_folder.filePath(u"settings%1.ini"_s.arg(++m_run)));
    QVERIFY(m_f->open());
    QVERIFY(m_server.clearRequests());
}

void WaitingTest::cleanup()
{
    m_f.reset();
    m_proxy.reset();
}

bool WaitingTest::goOffline()
{
    m_proxy->setAcceptThenClose(true);
    m_proxy->dropConnections();
    session().refresh();
    return waitFor([this] { return !session().isOnline(); }, Patience);
}

bool WaitingTest::goOnline()
{
    m_proxy->setAcceptThenClose(false);
    return waitFor(
        [this] {
            session().refresh();
            return session().isOnline();
        },
        2 * Patience);
}

/// Kept where the person who runs this asks for it.
void WaitingTest::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    if (folder.isEmpty())
        return;
    m_f->window.resize(1440, 900);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme->setMode(mode);
        QTest::qWait(50);
        QVERIFY(m_f->window.grab().save(
            u"%1/%2-%3.png"_s.arg(folder, name, mode == Theme::Mode::Light ? u"light"_s : u"dark"_s)));
    }
    m_theme->setMode(Theme::Mode::Light);
}

QString WaitingTest::stripText() const
{
    return u"%1 change(s) wait"_s.arg(outbox().size());
}

RecordDialog *WaitingTest::form() const
{
    RecordDialog *found = nullptr;
    [&] {
        QTRY_VERIFY((found = qobject_cast<RecordDialog *>(QApplication::activeModalWidget())) != nullptr);
    }();
    return found;
}

ConfirmDialog *WaitingTest::question() const
{
    ConfirmDialog *found = nullptr;
    [&] {
        QTRY_VERIFY((found = qobject_cast<ConfirmDialog *>(QApplication::activeModalWidget())) != nullptr);
    }();
    return found;
}

void WaitingTest::changeStatus(const QString &id)
{
    const RecordTable *leads = session().leads();
    const QString held = leads->valueAt(u"status_id"_s, quint32(leads->rowOf(id))).toString();
    const QList<Status> statuses = session().directory().organization().leadStatuses;
    StatusMenu::changeStatus(m_f->workspace->forms()->context(), RecordKind::Lead, {id},
                             statuses.first().id == held ? statuses.last().id : statuses.first().id);
}

QString WaitingTest::makeLead()
{
    m_f->workspace->forms()->newLead();
    RecordDialog *dialog = form();
    FormFixture::type(dialog, u"Company name"_s, u"Kittiwake Tools"_s);
    FormFixture::type(dialog, u"Contact name"_s, u"Kit Wake"_s);
    dialog->primaryButton()->click();
    if (!FormFixture::clickAction(dialog, u"Save When Online"_s))
        return {};
    return outbox().isEmpty() ? QString() : outbox().entries().last().recordId;
}

void WaitingTest::changeWaitsAndIsTold()
{
    QVERIFY(!F::button(m_f->window.statusStrip(), u"1 change(s) wait"_s));
    QVERIFY(goOffline());
    const QString id = m_f->leads()->model()->idAt(2);
    changeStatus(id);
    QTRY_COMPARE(bar()->current(), u"outbox"_s);
    QVERIFY2(bar()->text().startsWith(u"Waits until you are online (1)."_s), qPrintable(bar()->text()));
    QVERIFY(strip());
    const RecordTableModel *model = m_f->leads()->model();
    const QModelIndex cell = model->index(model->rowOf(id), model->columnOf(u"status_id"_s));
    QCOMPARE(cell.data(PendingRole).toInt(), int(PendingKind::Changed));
    QVERIFY(cell.data(PendingCellRole).toBool());
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), cell.data().toString() + u", Not in Close yet"_s);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"Not in Close yet"_s));
    // Other rows say nothing.
    QVERIFY(!model->index(model->rowOf(id) == 0 ? 1 : 0, 0).data(PendingRole).isValid());
    picture(u"waiting-table"_s);
    QVERIFY(goOnline());
    QTRY_VERIFY_WITH_TIMEOUT(outbox().isEmpty(), 2 * Patience);
    QTRY_COMPARE(bar()->text(), u"Everything that waited is in Close."_s);
    QVERIFY(!F::button(m_f->window.statusStrip(), u"1 change(s) wait"_s));
    QVERIFY(!model->index(model->rowOf(id), 0).data(PendingRole).isValid());
}

void WaitingTest::undoTakesItBack()
{
    QVERIFY(goOffline());
    const QString id = m_f->leads()->model()->idAt(2);
    const QString before = F::cell(m_f->leads(), 2, u"status_id"_s);
    changeStatus(id);
    QTRY_COMPARE(bar()->current(), u"outbox"_s);
    QVERIFY(F::press(bar(), u"Undo"_s));
    QTRY_VERIFY(outbox().isEmpty());
    QCOMPARE(F::cell(m_f->leads(), m_f->leads()->model()->rowOf(id), u"status_id"_s), before);
}

void WaitingTest::formOffersToWait()
{
    QVERIFY(goOffline());
    const QString id = m_f->leads()->model()->idAt(1);
    m_f->workspace->forms()->newContact(id);
    RecordDialog *dialog = form();
    QVERIFY(dialog);
    FormFixture::type(dialog, u"Contact name"_s, u"Gull Waiting"_s);
    dialog->primaryButton()->click();
    auto *messages = dialog->findChild<MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY(messages->text().startsWith(u"No connection"_s));
    QCOMPARE(FormFixture::actionsOf(messages), QStringList({u"Retry"_s, u"Save When Online"_s}));
    QCOMPARE(FormFixture::textOf(dialog, u"Contact name"_s), u"Gull Waiting"_s);
    QVERIFY(FormFixture::clickAction(messages, u"Save When Online"_s));
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QCOMPARE(outbox().size(), 1);
    QCOMPARE(outbox().entries().first().name, u"Gull Waiting"_s);
    QVERIFY(goOnline());
    QTRY_VERIFY_WITH_TIMEOUT(outbox().isEmpty(), 2 * Patience);
    QCOMPARE(m_server.requests(u"POST"_s, u"/contact/"_s).size(), 1);
}

void WaitingTest::madeLeadIsShownAsSuch()
{
    QVERIFY(goOffline());
    const QString id = makeLead();
    QVERIFY(isLocalId(id));
    QTRY_COMPARE(m_f->leads()->currentId(), id);
    const RecordTableModel *model = m_f->leads()->model();
    const QModelIndex cell = model->index(model->rowOf(id), 0);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), u"Kittiwake Tools, Not in Close yet"_s);
    LeadView *pane = m_f->workspace->pane();
    QTRY_COMPARE(pane->leadId(), id);
    QTRY_VERIFY(pane->isWhole());
    auto *messages = pane->findChild<MessageBar *>();
    QTRY_VERIFY(messages->text().startsWith(u"Not in Close yet"_s));
    picture(u"waiting-lead"_s);
    // Whatever else is written meanwhile, it stays what is looked at.
    changeStatus(session().leads()->idAt(3));
    QCOMPARE(m_f->leads()->currentId(), id);
    QVERIFY(goOnline());
    QTRY_VERIFY_WITH_TIMEOUT(outbox().isEmpty(), 2 * Patience);
    // The selection and the pane go on with the real one.
    QVERIFY(!isLocalId(m_f->leads()->currentId()));
    QCOMPARE(session().nameOf(RecordKind::Lead, m_f->leads()->currentId()), u"Kittiwake Tools"_s);
    QTRY_COMPARE(pane->leadId(), m_f->leads()->currentId());
    QTRY_VERIFY(messages->current() != u"pending"_s);
    QCOMPARE(m_server.requests(u"POST"_s, u"/lead/"_s).size(), 1);
}

void WaitingTest::formOfAWaitingRecordWaitsToo()
{
    QVERIFY(goOffline());
    const QString id = makeLead();
    m_f->workspace->forms()->editLead(id);
    RecordDialog *dialog = form();
    QCOMPARE(FormFixture::textOf(dialog, u"Company name"_s), u"Kittiwake Tools"_s);
    FormFixture::type(dialog, u"Company name"_s, u"Kittiwake & Sons"_s);
    dialog->primaryButton()->click();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QCOMPARE(outbox().size(), 1);
    QCOMPARE(session().nameOf(RecordKind::Lead, id), u"Kittiwake & Sons"_s);
}

void WaitingTest::pageListsAndMoves()
{
    QVERIFY(goOffline());
    const QString first = m_f->leads()->model()->idAt(0);
    const QString second = m_f->leads()->model()->idAt(1);
    changeStatus(first);
    changeStatus(second);
    makeLead();
    QVERIFY(strip());
    QTest::mouseClick(strip(), Qt::LeftButton);
    QCOMPARE(m_f->window.currentPage(), u"outbox"_s);
    OutboxList *list = page()->list();
    QTRY_VERIFY(list->hasFocus());
    QCOMPARE(list->model()->rowCount(), 3);
    QCOMPARE(list->accessibleName(), u"Waiting changes"_s);
    const QString name = session().nameOf(RecordKind::Lead, first);
    const QString told = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(told.startsWith(u"Change the lead “%1”, Status: "_s.arg(name)), qPrintable(told));
    QVERIFY(told.contains(u"Waits"_s));
    QCOMPARE(list->model()->index(2, 0).data().toString(), u"New lead “Kittiwake Tools”"_s);
    picture(u"waiting-page"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(outbox().entries().first().recordId, second);
    QCOMPARE(list->currentIndex().row(), 0);
    QVERIFY(!F::button(page(), u"Move Up"_s)->isEnabled());
    QVERIFY(F::press(page(), u"Move Down"_s));
    QCOMPARE(outbox().entries().first().recordId, first);
    // Enter opens the form.
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    RecordDialog *dialog = form();
    QVERIFY(dialog);
    QCOMPARE(dialog->recordId(), outbox().entries().last().recordId);
    dialog->reject();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTest::keyClick(list, Qt::Key_Escape);
    QCOMPARE(m_f->window.currentPage(), u"leads"_s);
}

/// Whatever room there is, and by their names in any.
void WaitingTest::commandsStandInOneLine()
{
    QVERIFY(goOffline());
    changeStatus(m_f->leads()->model()->idAt(0));
    m_f->workspace->go(u"outbox"_s);
    for (const int width : {900, 1440}) {
        m_f->window.resize(width, 800);
        QTRY_COMPARE(m_f->window.width(), width);
        const QAbstractButton *retry = F::button(page(), u"Retry"_s);
        QVERIFY(retry);
        for (const QString &name : {u"Edit"_s, u"Move Up"_s, u"Move Down"_s, u"Drop…"_s}) {
            const QAbstractButton *button = F::button(page(), name);
            QVERIFY2(button, qPrintable(name));
            QTRY_COMPARE(button->mapTo(page(), QPoint()).y(), retry->mapTo(page(), QPoint()).y());
            QVERIFY(button->toolTip().startsWith(name));
        }
        QCOMPARE(retry->text().isEmpty(), width < 1000);
    }
}

void WaitingTest::droppingAsks()
{
    QVERIFY(goOffline());
    const QString id = makeLead();
    outbox().addNote({.leadId = id, .note = u"Nice people"_s}, {});
    m_f->workspace->go(u"outbox"_s);
    OutboxList *list = page()->list();
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    ConfirmDialog *asked = question();
    QVERIFY(asked->accessibleDescription().contains(u"Note about “Kittiwake Tools”"_s));
    QCOMPARE(asked->focusWidget(), asked->cancelButton());
    asked->reject();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QCOMPARE(outbox().size(), 2);
    QTest::keyClick(list, Qt::Key_Delete);
    question()->primaryButton()->click();
    QTRY_VERIFY(outbox().isEmpty());
    QVERIFY(!session().leads()->contains(id));
    QVERIFY(F::button(m_f->window.statusStrip(), u"1 change(s) wait"_s) == nullptr);
}

void WaitingTest::refusalIsExplained()
{
    QVERIFY(goOffline());
    const QString id = m_f->leads()->model()->idAt(0);
    changeStatus(id);
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}}},
         {u"status"_s, 400},
         {u"body"_s,
          QJsonObject{{u"field-errors"_s, QJsonObject{{u"status_id"_s, u"Not yours to use."_s}}}}}}));
    QVERIFY(goOnline());
    QTRY_VERIFY_WITH_TIMEOUT(outbox().stopped(), 2 * Patience);
    m_f->workspace->go(u"outbox"_s);
    const QModelIndex row = page()->list()->model()->index(0, 0);
    QCOMPARE(row.data(OutboxModel::ReasonRole).toString(), u"Status: Not yours to use."_s);
    QCOMPARE(row.data(OutboxModel::StateTextRole).toString(), u"Needs you"_s);
    QTRY_VERIFY(bar()->text().contains(u"Not yours to use."_s));
    picture(u"waiting-refused"_s);
    QVERIFY(F::press(page(), u"Retry"_s));
    QTRY_VERIFY_WITH_TIMEOUT(outbox().isEmpty(), 2 * Patience);
    QTRY_VERIFY(bar()->current() != u"outbox-stopped"_s);
    QVERIFY(F::button(page(), u"Retry"_s) && !F::button(page(), u"Retry"_s)->isEnabled());
}

void WaitingTest::noteWaitsAndComesBack()
{
    QVERIFY(goOffline());
    F::clickCell(m_f->leads(), 0, u"shown_name"_s);
    const QString id = m_f->leads()->currentId();
    m_f->leads()->table()->setFocus();
    QTest::keyClick(m_f->leads()->table(), Qt::Key_N);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->accessibleName() == u"Note"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"Said offline"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(outbox().size(), 1);
    QCOMPARE(outbox().entries().first().body["note"_L1].toString(), u"Said offline"_s);
    m_f->workspace->go(u"outbox"_s);
    page()->list()->setCurrentIndex(page()->list()->model()->index(0, 0));
    QVERIFY(F::press(page(), u"Edit"_s));
    QTRY_VERIFY(outbox().isEmpty());
    QCOMPARE(m_f->workspace->leadPage()->view()->leadId(), id);
    QTRY_COMPARE(FormFixture::textOf(m_f->workspace->leadPage(), u"Note"_s), u"Said offline"_s);
}

/// It opens with what waits, and what is changed then takes the place of that.
void WaitingTest::waitingTaskIsEdited()
{
    const RecordTable *tasks = session().tasks();
    int row = 0;
    while (tasks->valueAt(u"is_complete"_s, quint32(row)).toBool())
        ++row;
    const QString id = tasks->idAt(quint32(row));
    QVERIFY(goOffline());
    session().change(RecordKind::Task, id,
                     {{u"text"_s, tasks->valueAt(u"text"_s, quint32(row))},
                      {u"date"_s, tasks->valueAt(u"date"_s, quint32(row))}},
                     {{u"text"_s, u"Ask about the crane"_s}, {u"date"_s, QDate(2026, 12, 4)}}, this,
                     [](const Result<Written> &) {});
    QCOMPARE(outbox().size(), 1);
    m_f->workspace->go(u"outbox"_s);
    page()->list()->setCurrentIndex(page()->list()->model()->index(0, 0));
    QVERIFY(F::press(page(), u"Edit"_s));
    QWidget *lead = m_f->workspace->leadPage();
    QTRY_COMPARE(FormFixture::textOf(lead, u"Task"_s), u"Ask about the crane"_s);
    QVERIFY2(FormFixture::textOf(lead, u"Due"_s).contains(u"4"_s),
             qPrintable(FormFixture::textOf(lead, u"Due"_s)));
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->accessibleName() == u"Task"_s);
    picture(u"waiting-task"_s);
    FormFixture::type(lead, u"Task"_s, u"Ask about the two cranes"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(outbox().entries().first().body["text"_L1].toString(), u"Ask about the two cranes"_s);
    QCOMPARE(outbox().size(), 1);
    QCOMPARE(outbox().entries().first().body["date"_L1].toString(), u"2026-12-04"_s);
    QVERIFY(goOnline());
    QTRY_VERIFY_WITH_TIMEOUT(outbox().isEmpty(), 2 * Patience);
    QCOMPARE(m_server.requests(u"PUT"_s, u"/task/"_s).size(), 1);
    QCOMPARE(m_server.get(u"/task/%1/"_s.arg(id)).value("text"_L1).toString(), u"Ask about the two cranes"_s);
}

/// Marked as what Close does not have; once it has them, the real ones stand there.
void WaitingTest::notesAndCallsStandInTheActivity()
{
    F::clickCell(m_f->leads(), 0, u"shown_name"_s);
    const QString id = m_f->leads()->currentId();
    m_f->workspace->openLead(id);
    const ActivityModel *shown = m_f->workspace->leadPage()->view()->activities();
    QTRY_VERIFY(shown->rowCount() > 0);
    QVERIFY(goOffline());
    outbox().addNote({.leadId = id, .note = u"Said offline"_s}, {});
    outbox().addCall({.leadId = id,
                      .direction = u"outbound"_s,
                      .status = u"completed"_s,
                      .note = u"Spoke offline"_s,
                      .duration = 300},
                     {});
    outbox().addNote({.leadId = m_f->session().leads()->idAt(1), .note = u"Elsewhere"_s}, {});
    const auto linesOf = [shown](const QString &text) {
        QStringList lines;
        for (int row = 0; row < shown->rowCount(); ++row) {
            const QModelIndex index = shown->index(row);
            if (index.data().toString() == text)
                lines.append(index.data(ActivityModel::ByLineRole).toString());
        }
        return lines;
    };
    QCOMPARE(linesOf(u"Said offline"_s).size(), 1);
    QVERIFY2(linesOf(u"Said offline"_s).first().startsWith(u"Not in Close yet · "_s),
             qPrintable(linesOf(u"Said offline"_s).first()));
    QCOMPARE(linesOf(u"Outgoing call, 5 min"_s).size(), 1);
    QVERIFY(linesOf(u"Elsewhere"_s).isEmpty());
    picture(u"waiting-activity"_s);
    // Also where they are opened anew.
    m_f->workspace->openLead(m_f->session().leads()->idAt(1));
    m_f->workspace->openLead(id);
    QCOMPARE(linesOf(u"Said offline"_s).size(), 1);

    QVERIFY(goOnline());
    QTRY_VERIFY_WITH_TIMEOUT(outbox().isEmpty(), 2 * Patience);
    QTRY_COMPARE(linesOf(u"Said offline"_s).size(), 1);
    QVERIFY2(!linesOf(u"Said offline"_s).first().contains(u"Not in Close"_s),
             qPrintable(linesOf(u"Said offline"_s).first()));
    for (int row = 0; row < shown->rowCount(); ++row)
        QVERIFY(!shown->entryAt(row).isWaiting);
}

void WaitingTest::cardWaits()
{
    QVERIFY(goOffline());
    const PipelineModel *model = m_f->workspace->pipelinePage()->model();
    QVERIFY(model->groupSize(0) > 0);
    const QString id = model->card(0, 0).id;
    QVERIFY(model->card(0, 0).pending.isEmpty());
    const QString target = model->groupKey(1);
    m_f->workspace->go(u"pipeline"_s);
    m_f->workspace->pipelinePage()->select(id);
    session().change(RecordKind::Opportunity, id, {{u"status_id"_s, model->groupKey(0)}},
                     {{u"status_id"_s, target}}, this, [](const Result<Written> &) {});
    QCOMPARE(outbox().size(), 1);
    for (int row = 0; row < model->groupSize(1); ++row) {
        if (model->card(1, row).id != id)
            continue;
        QVERIFY(model->card(1, row).accessibleName().endsWith(u"not in Close yet"_s));
        picture(u"waiting-card"_s);
        return;
    }
    QFAIL("the card is not in its new column");
}

void WaitingTest::quittingAsksWhatIsInMemory()
{
    QVERIFY(goOffline());
    changeStatus(m_f->leads()->model()->idAt(0));
    QTRY_COMPARE(outbox().size(), 1);
    QVERIFY(bar()->text().contains(u"memory only"_s));
    m_f->window.close();
    ConfirmDialog *asked = question();
    QVERIFY(m_f->window.isVisible());
    asked->reject();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_f->window.isVisible());
    m_f->window.close();
    question()->primaryButton()->click();
    QTRY_VERIFY(!m_f->window.isVisible());
}

LEADLINE_TEST(tst_waiting, QTEST_MAIN, WaitingTest)

} // namespace tst_waiting

#include "tst_waiting.moc"
