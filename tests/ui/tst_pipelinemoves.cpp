// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "announcer.h"
#include "button.h"
#include "cardmover.h"
#include "outbox.h"
#include "pipelinefixture.h"
#include "pipelinelist.h"
#include "recordform.h"
#include "statusmenu.h"
#include "testprogram.h"
#include "valuesdialog.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace ui_pipelinemoves {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// Moving cards and changing values in the pipeline, with real mouse and keys, against the real demo server.
class PipelineMovesTest : public PipelineTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start()); }
    void init() { QVERIFY(reset()); }

    void ctrlArrowMovesACardAndUndo();
    void quickMovesGoOneAfterTheOther();
    void dragMovesToWon();
    void escapeEndsADrag();
    void refusalMovesBack();
    void statusMenuMoves();
    void statusMenuTakesADigit();
    void forecastMovesTheClose();
    void overdueTakesNoDrop();
    void severalAreDraggedAndUndone();
    void valuesOfSeveralChangeTogether();
    void failureMovesBack_data();
    void failureMovesBack();
    void moveWaitsWhenTheConnectionDies();
    void movesAreAnnounced();
    void wonOffersDateAndValue();
    void lostOffersANote();
    void oneOfSeveralIsRefused();
    void movedCardIsNewInItsStage();
    void edgesScrollADrag();
    void keyboardAlone();
};

void PipelineMovesTest::ctrlArrowMovesACardAndUndo()
{
    const auto window = open();
    QVERIFY(window);
    const QAbstractItemModelTester tester(window->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QModelIndex card = window->firstCard();
    const int group = card.parent().row();
    const QString id = card.data(RecordIdRole).toString();
    const QString from = window->model()->groupKey(group);
    const QString to = window->model()->groupKey(group + 1);
    QVERIFY(window->board()->select(id));
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    // At once, before any answer.
    QCOMPARE(window->model()->indexOf(id).parent().row(), group + 1);
    QCOMPARE(window->board()->currentId(), id);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 1);
    QCOMPARE(sent().first().toObject().value("path"_L1).toString(), u"/opportunity/"_s + id + u'/');
    QCOMPARE(sent().first().toObject().value("body"_L1).toObject(), QJsonObject({{u"status_id"_s, to}}));
    QCOMPARE(m_server.get(u"/opportunity/"_s + id + u'/').value("status_id"_L1).toString(), to);
    QVERIFY(window->messages->text().startsWith(u"Moved "_s));
    QVERIFY(window->clickAction(u"Undo"_s));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(m_server.get(u"/opportunity/"_s + id + u'/').value("status_id"_L1).toString(), from);
    QCOMPARE(window->model()->indexOf(id).parent().row(), group);
}

void PipelineMovesTest::quickMovesGoOneAfterTheOther()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const int group = window->firstCard().parent().row();
    QVERIFY(window->board()->select(id));
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/opportunity/"_s}}},
         {u"delay_ms"_s, 150},
         {u"times"_s, 1}}));
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(window->model()->indexOf(id).parent().row(), group + 2);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 2);
    QCOMPARE(m_server.get(u"/opportunity/"_s + id + u'/').value("status_id"_L1).toString(),
             window->model()->groupKey(group + 2));
    QCOMPARE(window->model()->indexOf(id).parent().row(), group + 2);
}

void PipelineMovesTest::dragMovesToWon()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const QString before = m_server.get(u"/opportunity/"_s + id + u'/').value("date_won"_L1).toString();
    const int won = window->groupOfType(u"won"_s);
    QVERIFY(window->board()->isFolded(won));
    const QPoint to = window->board()->columnRect(won).center();
    window->drag(window->centreOf(id), to);
    QVERIFY(window->board()->isDragging());
    QCOMPARE(sent().size(), 0);
    QTest::mouseRelease(window->board()->viewport(), Qt::LeftButton, {}, to);
    QVERIFY(!window->board()->isDragging());
    QCOMPARE(window->model()->indexOf(id).parent().row(), won);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 1);
    QCOMPARE(
        sent().first().toObject().value("body"_L1).toObject(),
        QJsonObject({{u"status_id"_s, window->model()->groupKey(won)}, {u"date_won"_s, u"2026-11-23"_s}}));
    // Undo gives back the expected close too.
    QVERIFY(window->clickAction(u"Undo"_s));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(m_server.get(u"/opportunity/"_s + id + u'/').value("date_won"_L1).toString(), before);
}

void PipelineMovesTest::escapeEndsADrag()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const int group = window->firstCard().parent().row();
    const QPoint to = window->board()->columnRect(group + 1).center();
    window->drag(window->centreOf(id), to);
    QVERIFY(window->board()->isDragging());
    QTest::keyClick(window->board(), Qt::Key_Escape);
    QVERIFY(!window->board()->isDragging());
    QTest::mouseRelease(window->board()->viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(window->model()->indexOf(id).parent().row(), group);
    QVERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 0);
}

void PipelineMovesTest::refusalMovesBack()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const int group = window->firstCard().parent().row();
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/opportunity/"_s}}},
         {u"status"_s, 400},
         {u"body"_s, QJsonObject{{u"field-errors"_s, QJsonObject{{u"status_id"_s, u"Not this way."_s}}}}},
         {u"times"_s, 1}}));
    QVERIFY(window->board()->select(id));
    const PipelineTotals before = window->model()->groupTotals(group);
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(window->model()->indexOf(id).parent().row(), group + 1);
    QTRY_COMPARE(window->model()->indexOf(id).parent().row(), group);
    QCOMPARE(window->model()->groupTotals(group), before);
    QCOMPARE(window->board()->currentId(), id);
    QVERIFY2(window->messages->text().contains(u"Not this way."_s), qPrintable(window->messages->text()));
    QVERIFY(window->messages->text().startsWith(u"Moved back"_s));
    QVERIFY(!window->clickAction(u"Undo"_s));
}

void PipelineMovesTest::statusMenuMoves()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    QVERIFY(window->board()->select(id));
    QTest::keyClick(window->board(), Qt::Key_M);
    auto *menu = window->page->findChild<StatusMenu *>();
    QVERIFY(menu);
    QAction *chosen = nullptr;
    const int won = window->groupOfType(u"won"_s);
    for (QAction *action : menu->actions()) {
        if (action->text() == window->model()->groupTitle(won))
            chosen = action;
    }
    QVERIFY(chosen);
    menu->setActiveAction(chosen);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(window->model()->indexOf(id).parent().row(), won);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().first().toObject().value("body"_L1).toObject().value("date_won"_L1).toString(),
             u"2026-11-23"_s);
}

void PipelineMovesTest::statusMenuTakesADigit()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    QVERIFY(window->board()->select(id));
    QTest::keyClick(window->board(), Qt::Key_M);
    auto *menu = window->page->findChild<StatusMenu *>();
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_3);
    QCOMPARE(window->model()->indexOf(id).parent().row(), 2);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(m_server.get(u"/opportunity/"_s + id + u'/').value("status_id"_L1).toString(),
             window->model()->groupKey(2));
}

void PipelineMovesTest::forecastMovesTheClose()
{
    const auto window = open();
    QVERIFY(window);
    window->page->setView(PipelinePage::View::Forecast);
    const int from = window->model()->groupOfKey(u"2026-12-01"_s);
    const int to = window->model()->groupOfKey(u"2027-01-01"_s);
    QVERIFY(from >= 0 && to == from + 1 && window->model()->groupSize(from) > 0);
    const QString id = window->model()->idAt(from, 0);
    const QDate day = window->model()->shownValue(id, u"date_won"_s).toDate();
    QVERIFY(window->page->select(id));
    const QPoint at = window->board()->columnRect(to).center();
    window->drag(window->centreOf(id), at);
    QTest::mouseRelease(window->board()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(window->model()->indexOf(id).parent().row(), to);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 1);
    QCOMPARE(sent().first().toObject().value("body"_L1).toObject(),
             QJsonObject({{u"date_won"_s, day.addMonths(1).toString(Qt::ISODate)}}));
    // By keyboard to the undated, which clears it.
    window->board()->select(id);
    while (window->model()->indexOf(id).parent().row() > window->model()->groupOfKey(ClosePeriods::Undated)) {
        QTest::keyClick(window->board(), Qt::Key_Left, Qt::ControlModifier);
        QTRY_VERIFY(!window->page->mover()->isBusy());
    }
    QVERIFY(m_server.get(u"/opportunity/"_s + id + u'/').value("date_won"_L1).isNull());
    QVERIFY(window->clickAction(u"Undo"_s));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QVERIFY(!m_server.get(u"/opportunity/"_s + id + u'/').value("date_won"_L1).isNull());
}

void PipelineMovesTest::overdueTakesNoDrop()
{
    const auto window = open();
    QVERIFY(window);
    window->page->setView(PipelinePage::View::Forecast);
    const QString id = window->model()->idAt(window->model()->groupOfKey(u"2026-12-01"_s), 0);
    const int group = window->model()->indexOf(id).parent().row();
    const QPoint to =
        window->board()->columnRect(window->model()->groupOfKey(ClosePeriods::Overdue)).center();
    window->drag(window->centreOf(id), to);
    QCOMPARE(window->board()->viewport()->cursor().shape(), Qt::ForbiddenCursor);
    QTest::mouseRelease(window->board()->viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(window->model()->indexOf(id).parent().row(), group);
    QVERIFY(!window->page->mover()->isBusy());
}

void PipelineMovesTest::severalAreDraggedAndUndone()
{
    const auto window = open();
    QVERIFY(window);
    const int group = window->firstCard().parent().row();
    QStringList ids;
    for (int row = 0; row < 3; ++row)
        ids.append(window->model()->idAt(group, row));
    QWidget *view = window->board()->viewport();
    QTest::mouseClick(view, Qt::LeftButton, {}, window->centreOf(ids.at(0)));
    QTest::mouseClick(view, Qt::LeftButton, Qt::ControlModifier, window->centreOf(ids.at(1)));
    QTest::mouseClick(view, Qt::LeftButton, Qt::ControlModifier, window->centreOf(ids.at(2)));
    QCOMPARE(window->board()->selectedIds().size(), 3);
    const QPoint to = window->board()->columnRect(group + 1).center();
    window->drag(window->centreOf(ids.at(1)), to);
    QTest::mouseRelease(view, Qt::LeftButton, {}, to);
    for (const QString &id : ids)
        QCOMPARE(window->model()->indexOf(id).parent().row(), group + 1);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 3);
    QVERIFY(window->clickAction(u"Undo"_s));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    for (const QString &id : ids)
        QCOMPARE(window->model()->indexOf(id).parent().row(), group);
}

void PipelineMovesTest::valuesOfSeveralChangeTogether()
{
    const auto window = open();
    QVERIFY(window);
    const int group = window->firstCard().parent().row();
    const QStringList ids{window->model()->idAt(group, 0), window->model()->idAt(group, 1)};
    QVERIFY(window->page->select(ids.first()));
    QTest::keyClick(window->board(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(window->board(), Qt::Key_E);
    auto *dialog = window->widget.findChild<ValuesDialog *>();
    QVERIFY(dialog);
    dialog->form()->editor(u"confidence"_s)->setValue(77);
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 2);
    for (const QJsonValue &request : sent())
        QCOMPARE(request.toObject().value("body"_L1).toObject(), QJsonObject({{u"confidence"_s, 77}}));
    QTRY_COMPARE(window->model()->shownValue(ids.last(), u"confidence"_s).toInt(), 77);
    QVERIFY(window->clickAction(u"Undo"_s));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QVERIFY(window->model()->shownValue(ids.last(), u"confidence"_s).toInt() != 77);
}

void PipelineMovesTest::failureMovesBack_data()
{
    QTest::addColumn<QJsonObject>("answer");
    QTest::newRow("not allowed") << QJsonObject{{u"status"_s, 403}};
    QTest::newRow("not accepted") << QJsonObject{
        {u"status"_s, 400},
        {u"body"_s, QJsonObject{{u"field-errors"_s, QJsonObject{{u"status"_s, u"Not a valid choice."_s}}}}}};
}

void PipelineMovesTest::failureMovesBack()
{
    QFETCH(QJsonObject, answer);
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const int group = window->firstCard().parent().row();
    answer.insert(u"match"_s, QJsonObject{{u"path"_s, u"/opportunity/"_s}});
    answer.insert(u"times"_s, -1);
    QVERIFY(m_server.addFault(answer));
    QVERIFY(window->board()->select(id));
    const PipelineTotals before = window->model()->groupTotals(group);
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(window->model()->indexOf(id).parent().row(), group + 1);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(window->model()->indexOf(id).parent().row(), group);
    QCOMPARE(window->model()->groupTotals(group), before);
    QVERIFY(window->messages->text().startsWith(u"Moved back"_s));
}

/// Nothing is wrong with it: it stays where it was moved to and is sent later. Taken out of the outbox, it moves back.
void PipelineMovesTest::moveWaitsWhenTheConnectionDies()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const int group = window->firstCard().parent().row();
    QVERIFY(m_server.addFault({{u"cut_after"_s, 0},
                               {u"match"_s, QJsonObject{{u"path"_s, u"/opportunity/"_s}}},
                               {u"times"_s, -1}}));
    QVERIFY(window->board()->select(id));
    const PipelineTotals before = window->model()->groupTotals(group);
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(window->model()->indexOf(id).parent().row(), group + 1);
    Outbox *outbox = window->session->outbox();
    QCOMPARE(outbox->size(), 1);
    QCOMPARE(outbox->entries().first().recordId, id);
    outbox->drop(outbox->entries().first().id);
    QTRY_COMPARE(window->model()->indexOf(id).parent().row(), group);
    QCOMPARE(window->model()->groupTotals(group), before);
}

void PipelineMovesTest::movesAreAnnounced()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    QVERIFY(window->board()->select(id));
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    auto *announcer = window->page->findChild<Announcer *>();
    QVERIFY(announcer);
    const int group = window->model()->indexOf(id).parent().row();
    QVERIFY2(announcer->text().contains(window->model()->groupTitle(group)), qPrintable(announcer->text()));
    QCOMPARE(QAccessible::queryAccessibleInterface(announcer)->text(QAccessible::Name), announcer->text());
    QTRY_VERIFY(!window->page->mover()->isBusy());
}

void PipelineMovesTest::wonOffersDateAndValue()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const QPoint to = window->board()->columnRect(window->groupOfType(u"won"_s)).center();
    window->drag(window->centreOf(id), to);
    window->drop(to);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QVERIFY(window->clickAction(u"Date and Value…"_s));
    auto *dialog = window->widget.findChild<ValuesDialog *>();
    QVERIFY(dialog);
    QVERIFY(m_server.clearRequests());
    QCOMPARE(dialog->form()->editor(u"date_won"_s)->value().toDate(), now().date());
    dialog->form()->editor(u"date_won"_s)->setValue(now().date().addDays(-2));
    dialog->form()->editor(u"value"_s)->setValue(qint64(4'500'000));
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 1);
    QCOMPARE(sent().first().toObject().value("body"_L1).toObject(),
             QJsonObject({{u"date_won"_s, u"2026-11-21"_s}, {u"value"_s, 4'500'000}}));
    // Undo gives both back, and the deal stays won.
    QVERIFY(window->clickAction(u"Undo"_s));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(atClose(id, u"date_won"_s).toString(), u"2026-11-23"_s);
    QCOMPARE(atClose(id, u"status_type"_s).toString(), u"won"_s);
}

void PipelineMovesTest::lostOffersANote()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    // On the folded column.
    const int lost = window->groupOfType(u"lost"_s);
    QVERIFY(window->board()->isFolded(lost));
    const QPoint to = window->board()->columnRect(lost).center();
    window->drag(window->centreOf(id), to);
    window->drop(to);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().first().toObject().value("body"_L1).toObject(),
             QJsonObject({{u"status_id"_s, window->model()->groupKey(lost)}}));
    QVERIFY(window->clickAction(u"Add a Note…"_s));
    auto *dialog = window->widget.findChild<ValuesDialog *>();
    QVERIFY(dialog);
    dialog->form()->editor(u"note"_s)->setValue(u"Too dear"_s);
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(atClose(id, u"note"_s).toString(), u"Too dear"_s);
}

void PipelineMovesTest::oneOfSeveralIsRefused()
{
    const auto window = open();
    QVERIFY(window);
    const int group = window->firstCard().parent().row();
    const QStringList ids{window->model()->idAt(group, 0), window->model()->idAt(group, 1),
                          window->model()->idAt(group, 2)};
    const QString refused = window->model()->card(group, 1).leadName;
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/opportunity/"_s + ids.at(1)}}},
         {u"status"_s, 400},
         {u"body"_s, QJsonObject{{u"field-errors"_s, QJsonObject{{u"status_id"_s, u"Not this one."_s}}}}},
         {u"times"_s, 1}}));
    window->board()->setSelected(ids, ids.first());
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    for (const QString &id : ids)
        QCOMPARE(window->groupOf(id), group + 1);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(window->groupOf(ids.at(0)), group + 1);
    QCOMPARE(window->groupOf(ids.at(1)), group);
    QCOMPARE(window->groupOf(ids.at(2)), group + 1);
    const QString told = window->messages->text();
    QVERIFY2(told.startsWith(u"Moved 2 opportunities to "_s), qPrintable(told));
    QVERIFY2(told.contains(u"Moved back: %1: Not this one."_s.arg(refused)), qPrintable(told));
    // Only what was moved goes back.
    QVERIFY(m_server.clearRequests());
    QVERIFY(window->clickAction(u"Undo"_s));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(sent().size(), 2);
    for (const QString &id : ids)
        QCOMPARE(window->groupOf(id), group);
}

void PipelineMovesTest::movedCardIsNewInItsStage()
{
    const auto window = open();
    QVERIFY(window);
    PipelineModel *model = window->model();
    const int group = window->firstCard().parent().row();
    // One that has stood there for a while: the demo has moved most of its deals now and then.
    int row = 0;
    while (row < model->groupSize(group) && model->card(group, row).daysInStage.value_or(0) == 0)
        ++row;
    QVERIFY(row < model->groupSize(group));
    const QString id = model->idAt(group, row);
    const std::optional<int> before = model->card(group, row).daysInStage;
    const auto days = [&] { return model->card(window->groupOf(id), model->indexOf(id).row()).daysInStage; };
    QVERIFY(window->board()->select(id));
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(days(), 0);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(days(), 0);
    // Nor do the change itself, when it comes, or a refusal say anything else.
    const quint32 known = window->session->statusChanges()->count();
    window->session->refresh();
    QTRY_VERIFY(window->session->statusChanges()->count() > known);
    QCOMPARE(days(), 0);
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/opportunity/"_s}}},
         {u"status"_s, 403},
         {u"times"_s, 1}}));
    const int other = row == 0 ? 1 : 0;
    const QString refused = model->idAt(group, other);
    const std::optional<int> itsDays = model->card(group, other).daysInStage;
    QVERIFY(itsDays && before);
    QVERIFY(window->board()->select(refused));
    QTest::keyClick(window->board(), Qt::Key_Right, Qt::ControlModifier);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(model->card(group, model->indexOf(refused).row()).daysInStage, itsDays);
}

void PipelineMovesTest::edgesScrollADrag()
{
    const auto window = open();
    QVERIFY(window);
    window->widget.resize(720, 560);
    QScrollBar *bar = window->board()->horizontalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    const int group = window->firstCard().parent().row();
    const QString id = window->firstCard().data(RecordIdRole).toString();
    QCOMPARE(bar->value(), 0);
    const QSize room = window->board()->viewport()->size();
    window->drag(window->centreOf(id), QPoint(room.width() - 6, room.height() / 2));
    QTRY_COMPARE(bar->value(), bar->maximum());
    QTest::mouseMove(window->board()->viewport(), QPoint(6, room.height() / 2));
    QTRY_COMPARE(bar->value(), 0);
    // A column that holds more than it shows goes on up and down.
    const int top = window->board()->cardRect(group, 0).top();
    const int bottom = window->board()->columnRect(group).bottom();
    QVERIFY(window->board()->cardRect(group, window->model()->groupSize(group) - 1).top() > bottom);
    QTest::mouseMove(window->board()->viewport(),
                     QPoint(window->board()->columnRect(group).center().x(), bottom - 8));
    QTRY_VERIFY(window->board()->cardRect(group, 0).top() < top);
    QTest::keyClick(window->board(), Qt::Key_Escape);
    window->drop(QPoint(6, 6));
    QCOMPARE(sent().size(), 0);
}

/// Everything there is to a move, and the way there, without a mouse.
void PipelineMovesTest::keyboardAlone()
{
    const auto window = open();
    QVERIFY(window);
    PipelineBoard *board = window->board();
    PipelineModel *model = window->model();
    const int group = window->firstCard().parent().row();
    QTest::keyClick(board, Qt::Key_Home);
    QCOMPARE(model->indexOf(board->currentId()).row(), 0);
    // Two, with one between them left out.
    QTest::keyClick(board, Qt::Key_Space);
    QTest::keyClick(board, Qt::Key_Down);
    QTest::keyClick(board, Qt::Key_Down);
    QTest::keyClick(board, Qt::Key_Space);
    const QStringList ids = board->selectedIds();
    QCOMPARE(ids, QStringList({model->idAt(group, 0), model->idAt(group, 2)}));
    QTest::keyClick(board, Qt::Key_Right, Qt::ControlModifier);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    for (const QString &id : ids)
        QCOMPARE(window->groupOf(id), group + 1);
    // To won by its number, into a column that is folded; then unfolded, gone through and opened.
    const int won = window->groupOfType(u"won"_s);
    QTest::keyClick(board, Qt::Key_M);
    auto *menu = window->page->findChild<StatusMenu *>();
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key(Qt::Key_1 + won));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    for (const QString &id : ids) {
        QCOMPARE(window->groupOf(id), won);
        QCOMPARE(atClose(id, u"date_won"_s).toString(), u"2026-11-23"_s);
    }
    QVERIFY(board->isFolded(won));
    QTest::keyClick(board, Qt::Key_Plus);
    QVERIFY(!board->isFolded(won));
    QTest::keyClick(board, Qt::Key_Escape);
    QTest::keyClick(board, Qt::Key_End);
    QCOMPARE(model->indexOf(board->currentId()),
             model->index(model->groupSize(won) - 1, 0, model->index(won, 0)));
    QSignalSpy opened(window->page, &PipelinePage::openRequested);
    QTest::keyClick(board, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QTest::keyClick(board, Qt::Key_Minus);
    QVERIFY(board->isFolded(won));
    // The current card is in a folded column now: the arrows lead out of it.
    QTest::keyClick(board, Qt::Key_Left);
    QVERIFY(!board->isFolded(window->groupOf(board->currentId())));
}

LEADLINE_TEST(ui_pipelinemoves, QTEST_MAIN, PipelineMovesTest)

} // namespace ui_pipelinemoves

#include "tst_pipelinemoves.moc"
