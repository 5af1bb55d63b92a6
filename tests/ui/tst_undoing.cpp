// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "confirmdialog.h"
#include "formfixture.h"
#include "formopener.h"
#include "leadform.h"
#include "linkbutton.h"
#include "pendingdeletes.h"
#include "statusmenu.h"
#include "testprogram.h"
#include "undostack.h"
#include "workspacefixture.h"

namespace tst_undoing {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// Deleting and undoing in the program's window, against the demo server.
class UndoingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void deleteAsksAndNamesWhatGoes();
    void enterCancelsTheQuestion();
    void deletionIsTakenBack();
    void deletionIsSentAfterItsTime();
    void failedDeletionStays();
    void severalFromTheMenu();
    void contactIsDeletedFromItsForm();
    void withoutPermissionNothingIsOffered();
    void quittingAsks_data();
    void quittingAsks();
    void editIsUndone();
    void undoIsCheckedForOtherChanges();
    void statusChangeIsUndone();
    void creationIsUndoneByDeleting();
    void nothingToUndo();

private:
    ConfirmDialog *question() const;
    bool start(const QString &key = DemoServer::key());
    QString firstId() const { return m_window->leads()->model()->idAt(0); }
    MessageBar *bar() const { return m_window->window.messageBar(); }
    PendingDeletes *deletions() const { return m_window->session().deletions(); }
    int statusOf(const QString &path) const { return m_server.exchange("GET", path).status; }

    Theme *m_theme = nullptr;
    DemoServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFixture> m_window;
    int m_run = 0;
};

void UndoingTest::initTestCase()
{
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY2(m_server.start({u"--leads"_s, u"25"_s}).isValid(), qPrintable(m_server.errorText()));
}

bool UndoingTest::start(const QString &key)
{
    m_window = std::make_unique<WorkspaceFixture>(signedIn(m_server, key),
                                                  m_folder.filePath(u"settings%1.ini"_s.arg(++m_run)));
    if (!m_window->open())
        return false;
    WorkspaceFixture::clickCell(m_window->leads(), 0, u"status_id"_s);
    m_server.clearRequests();
    return waitFor([this] { return m_window->leads()->currentId() == firstId(); });
}

void UndoingTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(start());
}

void UndoingTest::cleanup()
{
    m_window.reset();
}

ConfirmDialog *UndoingTest::question() const
{
    ConfirmDialog *found = nullptr;
    [&] {
        QTRY_VERIFY((found = qobject_cast<ConfirmDialog *>(QApplication::activeModalWidget())) != nullptr);
    }();
    return found;
}

void UndoingTest::deleteAsksAndNamesWhatGoes()
{
    const QString id = firstId();
    const QString name = m_window->session().nameOf(RecordKind::Lead, id);
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    ConfirmDialog *asked = question();
    QVERIFY(asked);
    QCOMPARE(asked->windowTitle(), u"Delete “%1”?"_s.arg(name));
    const auto contacts = int(m_window->session().contacts()->rowsOfLead(id).size());
    QVERIFY(contacts > 0);
    QVERIFY(asked->accessibleDescription().contains(contacts == 1 ? u"1 contact"_s
                                                                  : u"%1 contact"_s.arg(contacts)));
    QVERIFY(asked->accessibleDescription().contains(u"cannot restore"_s));
    QCOMPARE(asked->focusWidget(), asked->cancelButton());
    // With LEADLINE_PICTURES set to a folder, a picture to look at.
    if (const QString folder = qEnvironmentVariable("LEADLINE_PICTURES"); !folder.isEmpty())
        QVERIFY(asked->grab().save(folder + u"/delete.png"_s));
    asked->reject();
    QVERIFY(deletions()->waiting().isEmpty());
    QVERIFY(m_server.requests(u"DELETE"_s, u"/"_s).isEmpty());
}

void UndoingTest::enterCancelsTheQuestion()
{
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    QPointer<ConfirmDialog> asked(question());
    QVERIFY(asked);
    QTest::keyClick(asked->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!asked);
    QVERIFY(deletions()->waiting().isEmpty());
}

void UndoingTest::deletionIsTakenBack()
{
    const QString id = firstId();
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    question()->primaryButton()->click();
    QCOMPARE(deletions()->waiting().size(), 1);
    QVERIFY(bar()->text().contains(u"will be deleted in 10 s"_s));
    QVERIFY(m_server.requests(u"DELETE"_s, u"/"_s).isEmpty());
    QVERIFY(FormFixture::clickAction(bar(), u"Undo"_s));
    QVERIFY(deletions()->waiting().isEmpty());
    // And by the keyboard.
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    question()->primaryButton()->click();
    QCOMPARE(deletions()->waiting().size(), 1);
    QTRY_COMPARE(QApplication::activeWindow(), &m_window->window);
    QTest::keyClick(&m_window->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(deletions()->waiting().isEmpty());
    QCOMPARE(statusOf(u"/lead/%1/"_s.arg(id)), 200);
    QVERIFY(m_window->session().leads()->contains(id));
}

void UndoingTest::deletionIsSentAfterItsTime()
{
    deletions()->setDelay(std::chrono::milliseconds(50));
    const QString id = firstId();
    const auto contacts = m_window->session().contacts()->count();
    QVERIFY(!m_window->session().contacts()->rowsOfLead(id).empty());
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    question()->primaryButton()->click();
    QTRY_COMPARE(m_server.requests(u"DELETE"_s, u"/lead/%1/"_s.arg(id)).size(), 1);
    QTRY_VERIFY(!m_window->session().leads()->contains(id));
    QVERIFY(m_window->session().contacts()->count() < contacts);
    QCOMPARE(statusOf(u"/lead/%1/"_s.arg(id)), 404);
    QTRY_VERIFY(bar()->text().contains(u"was deleted"_s));
}

void UndoingTest::failedDeletionStays()
{
    deletions()->setDelay(std::chrono::milliseconds(10));
    QVERIFY(
        m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"DELETE"_s}, {u"path"_s, u"/lead/"_s}}},
                           {u"status"_s, 403},
                           {u"times"_s, 1}}));
    const QString id = firstId();
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    question()->primaryButton()->click();
    QTRY_VERIFY(bar()->text().contains(u"was not deleted"_s));
    QVERIFY(m_window->session().leads()->contains(id));
    QVERIFY(FormFixture::clickAction(bar(), u"Retry"_s));
    QTRY_VERIFY(!m_window->session().leads()->contains(id));
}

void UndoingTest::severalFromTheMenu()
{
    WorkspaceFixture::clickCell(m_window->leads(), 2, u"status_id"_s, Qt::ShiftModifier);
    const QStringList ids = m_window->leads()->selectedIds();
    QCOMPARE(ids.size(), 3);
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    ConfirmDialog *asked = question();
    QVERIFY(asked->windowTitle().startsWith(u"Delete 3 lead"_s));
    for (const QString &id : ids)
        QVERIFY(asked->accessibleDescription().contains(m_window->session().nameOf(RecordKind::Lead, id)));
    asked->primaryButton()->click();
    QVERIFY(bar()->text().contains(u"3 record"_s));
    QVERIFY(FormFixture::clickAction(bar(), u"Delete Now"_s));
    for (const QString &id : ids)
        QTRY_VERIFY(!m_window->session().leads()->contains(id));
    QCOMPARE(m_server.requests(u"DELETE"_s, u"/lead/"_s).size(), 3);
}

void UndoingTest::contactIsDeletedFromItsForm()
{
    deletions()->setDelay(std::chrono::milliseconds(10));
    const RecordTable *contacts = m_window->session().contacts();
    const QString id = contacts->idAt(0);
    m_window->workspace->forms()->editContact(id);
    QPointer<RecordDialog> form;
    QTRY_VERIFY((form = qobject_cast<RecordDialog *>(QApplication::activeModalWidget())) != nullptr);
    QVERIFY(WorkspaceFixture::press(form, u"Delete…"_s));
    question()->primaryButton()->click();
    QTRY_VERIFY(!form);
    QTRY_VERIFY(!contacts->contains(id));
    QCOMPARE(m_server.requests(u"DELETE"_s, u"/contact/%1/"_s.arg(id)).size(), 1);
}

void UndoingTest::withoutPermissionNothingIsOffered()
{
    m_window.reset();
    QVERIFY(start(DemoServer::restrictedKey()));
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    QVERIFY(!QApplication::activeModalWidget());
    m_window->workspace->forms()->editLead(firstId());
    RecordDialog *form = nullptr;
    QTRY_VERIFY((form = qobject_cast<RecordDialog *>(QApplication::activeModalWidget())) != nullptr);
    QVERIFY(!WorkspaceFixture::button(form, u"Delete…"_s));
    form->reject();
}

void UndoingTest::quittingAsks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<int>("status");
    QTest::newRow("cancel") << u"Cancel"_s << false << 200;
    QTest::newRow("keep") << u"Keep and Quit"_s << true << 200;
    QTest::newRow("delete") << u"Delete and Quit"_s << true << 404;
}

void UndoingTest::quittingAsks()
{
    QFETCH(QString, answer);
    QFETCH(bool, closed);
    QFETCH(int, status);
    const QString id = firstId();
    QTest::keyClick(m_window->leads()->table(), Qt::Key_Delete);
    question()->primaryButton()->click();
    QVERIFY(!m_window->window.close());
    QPointer<ConfirmDialog> asked(question());
    QTRY_COMPARE(asked->windowTitle(), u"Delete before quitting?"_s);
    QVERIFY(WorkspaceFixture::press(asked, answer));
    QTRY_COMPARE(!m_window->window.isVisible(), closed);
    QCOMPARE(statusOf(u"/lead/%1/"_s.arg(id)), status);
    deletions()->dropAll();
}

void UndoingTest::editIsUndone()
{
    const QString id = firstId();
    const QString before = m_server.get(u"/lead/%1/"_s.arg(id))["name"_L1].toString();
    m_window->workspace->forms()->editLead(id);
    LeadForm *form = nullptr;
    QTRY_VERIFY((form = qobject_cast<LeadForm *>(QApplication::activeModalWidget())) != nullptr);
    QTRY_VERIFY(form->primaryButton()->isEnabled() && QApplication::activeWindow() == form);
    FormFixture::type(form, u"Company name"_s, u"Renamed By Mistake"_s);
    form->save(RecordDialog::After::Close);
    QTRY_VERIFY(bar()->text().contains(u"“Renamed By Mistake” was saved."_s));
    QVERIFY(FormFixture::clickAction(bar(), u"Undo"_s));
    QTRY_COMPARE(m_server.get(u"/lead/%1/"_s.arg(id))["name"_L1].toString(), before);
    const QJsonArray sent = m_server.requests(u"PUT"_s, u"/lead/"_s);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent.last()["body"_L1].toObject(), (QJsonObject{{u"name"_s, before}}));
    QTRY_VERIFY(m_window->session().undoStack()->isEmpty());
}

void UndoingTest::undoIsCheckedForOtherChanges()
{
    const QString id = firstId();
    const QString before = m_server.get(u"/lead/%1/"_s.arg(id))["name"_L1].toString();
    QSignalSpy saved(&m_window->session(), &Session::recordSaved);
    m_window->session().updateLead(id, {{u"name"_s, before}}, {{u"name"_s, u"Mine"_s}}, this,
                                   [](const Result<Lead> &) {});
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(id), {{u"name"_s, u"Theirs"_s}}).status, 200);
    QTest::keyClick(&m_window->window, Qt::Key_Z, Qt::ControlModifier);
    QDialog *asked = nullptr;
    QTRY_VERIFY((asked = qobject_cast<QDialog *>(QApplication::activeModalWidget())) != nullptr);
    QCOMPARE(asked->windowTitle(), u"Changed elsewhere"_s);
    asked->reject();
    QTRY_VERIFY(bar()->text().contains(u"not undone"_s));
    QCOMPARE(m_server.get(u"/lead/%1/"_s.arg(id))["name"_L1].toString(), u"Theirs"_s);
}

void UndoingTest::statusChangeIsUndone()
{
    const QString id = firstId();
    const QString before = m_server.get(u"/lead/%1/"_s.arg(id))["status_id"_L1].toString();
    QString other;
    for (const Status &status : m_window->session().directory().organization().leadStatuses) {
        if (status.id != before)
            other = status.id;
    }
    StatusMenu::changeStatus(m_window->workspace->forms()->context(), RecordKind::Lead, {id}, other);
    QTRY_COMPARE(m_server.get(u"/lead/%1/"_s.arg(id))["status_id"_L1].toString(), other);
    QTRY_VERIFY(!m_window->session().undoStack()->isEmpty());
    QTest::keyClick(&m_window->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_server.get(u"/lead/%1/"_s.arg(id))["status_id"_L1].toString(), before);
}

void UndoingTest::creationIsUndoneByDeleting()
{
    deletions()->setDelay(std::chrono::milliseconds(10));
    m_window->workspace->forms()->newLead();
    LeadForm *form = nullptr;
    QTRY_VERIFY((form = qobject_cast<LeadForm *>(QApplication::activeModalWidget())) != nullptr);
    QTRY_COMPARE(QApplication::activeWindow(), form);
    FormFixture::type(form, u"Company name"_s, u"Made By Mistake"_s);
    form->save(RecordDialog::After::Close);
    QTRY_VERIFY(bar()->text().contains(u"“Made By Mistake” was created."_s));
    QVERIFY(FormFixture::clickAction(bar(), u"Undo"_s));
    ConfirmDialog *asked = question();
    QCOMPARE(asked->windowTitle(), u"Delete “Made By Mistake”?"_s);
    asked->primaryButton()->click();
    QTRY_COMPARE(m_server.requests(u"DELETE"_s, u"/lead/"_s).size(), 1);
    QTRY_VERIFY(m_window->session().undoStack()->isEmpty());
}

void UndoingTest::nothingToUndo()
{
    QTest::keyClick(&m_window->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bar()->text(), u"There is nothing to undo."_s);
}

LEADLINE_TEST(tst_undoing, QTEST_MAIN, UndoingTest)

} // namespace tst_undoing

#include "tst_undoing.moc"
