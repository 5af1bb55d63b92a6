// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "inlinefield.h"
#include "pipelineboard.h"
#include "pipelinemodel.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>

namespace tst_inlineedit {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

using F = WorkspaceFixture;

/// Editing in the cells of the tables, in the real window against the real demo server, by keyboard. With
/// LEADLINE_PICTURES set to a folder it also leaves pictures there, to be looked at.
class InlineEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_f.reset(); }

    void nameIsChangedAndTabGoesOn();
    void tabGoesFromCellToCell();
    void taskIsRescheduledInItsCell();
    void amountTellsItsPeriod();
    void escapeLeaves();
    void wrongIsSaidAtTheCell();
    void refusedStaysOpen();
    void rowStaysInItsPlace();
    void recordThatGoesTakesItsFieldAlong();
    void readOnlyEditsNothing();
    void pipelineCardIsUndone();

private:
    bool start(const std::shared_ptr<Session> &session);
    /// F2 on the cell of a field in a row.
    InlineField *edit(RecordListPage *page, int row, const QString &key);
    InlineField *field() const;
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    QJsonObject onlyBody(const QString &path) const;
    void picture(const QString &name);
    RecordListPage *leads() const { return m_f->leads(); }

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
};

void InlineEditTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(qEnvironmentVariable("LEADLINE_THEME") == "dark"_L1 ? Theme::Mode::Dark
                                                                       : Theme::Mode::Light);
    theme->apply();
    QVERIFY2(m_server.start({u"--leads"_s, u"60"_s}).isValid(), qPrintable(m_server.errorText()));
}

void InlineEditTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.clearFaults());
    m_folder = std::make_unique<QTemporaryDir>();
}

bool InlineEditTest::start(const std::shared_ptr<Session> &session)
{
    if (!session)
        return false;
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    return m_f->open() && m_server.clearRequests();
}

InlineField *InlineEditTest::field() const
{
    for (InlineField *found : m_f->window.findChildren<InlineField *>()) {
        if (found->isVisible() && found->isAncestorOf(QApplication::focusWidget()))
            return found;
    }
    return nullptr;
}

InlineField *InlineEditTest::edit(RecordListPage *page, int row, const QString &key)
{
    F::clickCell(page, row, key);
    page->table()->setFocus();
    press(Qt::Key_F2);
    return field();
}

QJsonObject InlineEditTest::onlyBody(const QString &path) const
{
    const QJsonArray sent = m_server.requests(u"PUT"_s, path);
    return sent.size() == 1 ? sent.first()["body"_L1].toObject() : QJsonObject{{u"requests"_s, sent.size()}};
}

void InlineEditTest::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(50); // for the eye: layouts that are still on their way
    QVERIFY(m_f->window.grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

void InlineEditTest::nameIsChangedAndTabGoesOn()
{
    QVERIFY(start(signedIn(m_server)));
    const QString id = leads()->model()->idAt(3);
    InlineField *name = edit(leads(), 3, u"shown_name"_s);
    QVERIFY(name);
    QCOMPARE(name->target().field.key, u"name"_s);
    type(u"Renamed in its cell"_s); // all of it was selected
    picture(u"inline"_s);
    press(Qt::Key_Tab);
    InlineField *status = field();
    QVERIFY(status && status != name);
    QCOMPARE(status->target().field.key, u"status_id"_s);
    QVERIFY(qobject_cast<QComboBox *>(QApplication::focusWidget()));
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/lead/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"/lead/"_s + id), (QJsonObject{{u"name"_s, u"Renamed in its cell"_s}}));
    press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(F::cell(leads(), leads()->model()->rowOf(id), u"shown_name"_s),
                              u"Renamed in its cell"_s, Patience);
    QTRY_VERIFY(m_f->window.findChildren<InlineField *>().isEmpty());
    QCOMPARE(QApplication::focusWidget(), leads()->table());
    // It can be undone like any other save.
    QTest::keyClick(&m_f->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/lead/"_s).size(), 2, Patience);
}

void InlineEditTest::tabGoesFromCellToCell()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(edit(leads(), 0, u"shown_name"_s));
    const QString first = field()->target().id;
    QStringList keys{field()->target().field.key};
    for (int i = 0; i < 8 && field()->target().id == first; ++i) {
        press(Qt::Key_Tab);
        QVERIFY(field());
        keys.append(field()->target().field.key);
    }
    // Through what can be edited, on into the next row, and back.
    QCOMPARE(keys.mid(0, 2), (QStringList{u"name"_s, u"status_id"_s}));
    QCOMPARE(keys.last(), u"name"_s);
    QCOMPARE(field()->target().id, leads()->model()->idAt(1));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(field()->target().id, first);
    press(Qt::Key_Escape);
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
}

void InlineEditTest::taskIsRescheduledInItsCell()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->workspace->go(u"tasks"_s);
    RecordListPage *tasks = m_f->page(RecordKind::Task);
    QTRY_VERIFY(tasks->model()->rowCount() > 2);
    const QString id = tasks->model()->idAt(1);
    QVERIFY(edit(tasks, 1, u"date"_s));
    type(u"+2w"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/task/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"/task/"_s + id), (QJsonObject{{u"date"_s, u"2026-12-04"_s}}));
    QTRY_VERIFY(m_f->window.findChildren<InlineField *>().isEmpty());
    QCOMPARE(QApplication::focusWidget(), tasks->table());
    QCOMPARE(tasks->currentId(), id);
}

void InlineEditTest::amountTellsItsPeriod()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->workspace->go(u"opportunities"_s);
    RecordListPage *page = m_f->page(RecordKind::Opportunity);
    int row = 0;
    const auto period = [&] {
        return page->model()->table()->valueAt(u"value_period"_s, page->model()->recordRow(row)).toString();
    };
    while (row + 1 < page->model()->rowCount() && period() == "monthly"_L1)
        ++row;
    const QString id = page->model()->idAt(row);
    QVERIFY(edit(page, row, u"value"_s));
    type(u"1.2k/mo"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/opportunity/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"/opportunity/"_s + id),
             (QJsonObject{{u"value"_s, 120000}, {u"value_period"_s, u"monthly"_s}}));
}

void InlineEditTest::escapeLeaves()
{
    QVERIFY(start(signedIn(m_server)));
    const QString before = F::cell(leads(), 2, u"shown_name"_s);
    QVERIFY(edit(leads(), 2, u"shown_name"_s));
    type(u"Not this"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_f->window.findChildren<InlineField *>().isEmpty());
    QCOMPARE(QApplication::focusWidget(), leads()->table());
    QCOMPARE(F::cell(leads(), 2, u"shown_name"_s), before);
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
}

void InlineEditTest::wrongIsSaidAtTheCell()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->workspace->go(u"opportunities"_s);
    RecordListPage *page = m_f->page(RecordKind::Opportunity);
    const QString id = page->model()->idAt(1);
    InlineField *confidence = edit(page, 1, u"confidence"_s);
    QVERIFY(confidence);
    type(u"140"_s);
    press(Qt::Key_Return);
    QVERIFY(!confidence->problem().isEmpty());
    QVERIFY(confidence->isVisible());
    picture(u"inlinewrong"_s);
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QCOMPARE(line->text(), u"140"_s);
    line->selectAll();
    type(u"41"_s);
    QVERIFY(confidence->problem().isEmpty());
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/opportunity/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"/opportunity/"_s + id), (QJsonObject{{u"confidence"_s, 41}}));
}

void InlineEditTest::refusedStaysOpen()
{
    QVERIFY(start(signedIn(m_server)));
    const QString id = leads()->model()->idAt(1);
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/lead/"_s}}},
         {u"status"_s, 400},
         {u"body"_s, QJsonObject{{u"errors"_s, QJsonArray()},
                                 {u"field-errors"_s, QJsonObject{{u"name"_s, u"Taken already."_s}}}}}}));
    InlineField *name = edit(leads(), 1, u"shown_name"_s);
    QVERIFY(name);
    type(u"Double"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(name->problem(), u"Taken already."_s, Patience);
    QCOMPARE(field(), name); // with the keyboard in it again
    QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"Double"_s);
    press(Qt::Key_End);
    type(u" Two"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.get(u"/lead/%1/"_s.arg(id)).value("name"_L1).toString(),
                              u"Double Two"_s, Patience);
}

void InlineEditTest::rowStaysInItsPlace()
{
    QVERIFY(start(signedIn(m_server)));
    leads()->model()->sortBy(u"shown_name"_s, Qt::AscendingOrder);
    QTRY_VERIFY(!leads()->model()->isSorting());
    const QString edited = leads()->model()->idAt(4);
    const QString other = leads()->model()->idAt(20);
    InlineField *name = edit(leads(), 4, u"shown_name"_s);
    QVERIFY(name);
    const QPoint at = name->pos();
    type(u"Half ty"_s);
    // Another client makes a lead and renames one: both belong above.
    QCOMPARE(m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"0 AAA new"_s}}).status, 200);
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(other), {{u"name"_s, u"0 AAB moved"_s}}).status,
             200);
    QVERIFY(syncNow(m_f->session()));
    QTRY_COMPARE_WITH_TIMEOUT(F::cell(leads(), leads()->model()->rowOf(other), u"shown_name"_s),
                              u"0 AAB moved"_s, Patience);
    QCOMPARE(leads()->model()->rowOf(edited), 4);
    QCOMPARE(name->pos(), at);
    QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"Half ty"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(leads()->model()->rowOf(edited), 6);
    QCOMPARE(F::cell(leads(), 0, u"shown_name"_s), u"0 AAA new"_s);
}

void InlineEditTest::recordThatGoesTakesItsFieldAlong()
{
    QVERIFY(start(signedIn(m_server)));
    const QString id = leads()->model()->idAt(2);
    QVERIFY(edit(leads(), 2, u"shown_name"_s));
    type(u"Too late"_s);
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(id)).status, 200);
    QVERIFY(syncNow(m_f->session()));
    QTRY_VERIFY_WITH_TIMEOUT(m_f->window.findChildren<InlineField *>().isEmpty(), Patience);
    QVERIFY(m_f->window.messageBar()->text().contains(u"Too late"_s));
}

void InlineEditTest::readOnlyEditsNothing()
{
    QVERIFY(start(signedIn(m_server, DemoServer::key(), true)));
    QVERIFY(!edit(leads(), 1, u"shown_name"_s));
    QVERIFY(m_f->window.findChildren<InlineField *>().isEmpty());
}

/// What was changed on a card of the pipeline is taken back as any other save.
void InlineEditTest::pipelineCardIsUndone()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->workspace->go(u"pipeline"_s);
    auto *board = m_f->window.findChild<PipelineBoard *>();
    QVERIFY(board);
    QTRY_VERIFY(board->isVisible() && board->model()->groupSize(0) > 0);
    board->setFocus();
    const QString id = board->model()->idAt(0, 0);
    QVERIFY(board->select(id));
    press(Qt::Key_F2);
    press(Qt::Key_Tab);
    QVERIFY(field());
    QCOMPARE(field()->target().field.key, u"confidence"_s);
    const QJsonValue before = m_server.get(u"/opportunity/%1/"_s.arg(id))[u"confidence"];
    type(u"3"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/opportunity/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"/opportunity/"_s + id), (QJsonObject{{u"confidence"_s, 3}}));
    QTRY_VERIFY(m_f->window.findChildren<InlineField *>().isEmpty());
    QTest::keyClick(&m_f->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.get(u"/opportunity/%1/"_s.arg(id))[u"confidence"], before, Patience);
}

LEADLINE_TEST(tst_inlineedit, QTEST_MAIN, InlineEditTest)

} // namespace tst_inlineedit

#include "tst_inlineedit.moc"
