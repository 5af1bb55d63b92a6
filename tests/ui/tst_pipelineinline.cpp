// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "cardmover.h"
#include "inlinefield.h"
#include "pipelinefixture.h"
#include "pipelinelist.h"
#include "testprogram.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

namespace ui_pipelineinline {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// Values edited where a card or a line shows them, with real mouse and keys, against the real demo server.
/// With LEADLINE_PICTURES set to a folder it also leaves pictures there, to be looked at.
class PipelineInlineTest : public PipelineTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start()); }
    void init() { QVERIFY(reset()); }

    void clickEditsOnTheCard();
    void tabGoesThroughTheFour();
    void refusedStaysOpen();
    void severalGetTheSame();
    void lineOfTheListIsEdited();
    void fieldGoesWithItsCard();
    void partIsStillDragged();
    void screenReaderEdits();
    void readOnlyEditsNothing();
    void pageMayEndMeanwhile();

private:
    static InlineField *field(const PipelineWindow &window);
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void clickOn(const PipelineWindow &window, const QString &id, const QString &key)
    {
        QTest::mouseClick(window.board()->viewport(), Qt::LeftButton, {},
                          window.board()->valueRect(id, key).center());
    }
    QJsonObject onlyBody() const
    {
        return sent().size() == 1 ? sent().first()["body"_L1].toObject()
                                  : QJsonObject{{u"sent"_s, sent().size()}};
    }
    void picture(PipelineWindow &window, const QString &name);
};

InlineField *PipelineInlineTest::field(const PipelineWindow &window)
{
    for (InlineField *found : window.widget.findChildren<InlineField *>()) {
        if (found->isVisible() && found->isAncestorOf(QApplication::focusWidget()))
            return found;
    }
    return nullptr;
}

void PipelineInlineTest::picture(PipelineWindow &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    if (folder.isEmpty())
        return;
    for (const auto &[mode, suffix] :
         {std::pair(Theme::Mode::Dark, "dark"), std::pair(Theme::Mode::Light, "light")}) {
        m_theme->setMode(mode);
        QTest::qWait(50); // for the eye: layouts that are still on their way
        QVERIFY(window.widget.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, QLatin1StringView(suffix))));
    }
}

void PipelineInlineTest::clickEditsOnTheCard()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const int group = window->groupOf(id);
    const QRect card = window->board()->cardRect(group, window->model()->indexOf(id).row());
    QSignalSpy saved(window->page, &PipelinePage::saved);
    clickOn(*window, id, u"value"_s);
    InlineField *value = field(*window);
    QVERIFY(value);
    QCOMPARE(value->target().id, id);
    QCOMPARE(value->target().field.key, u"value"_s);
    // Over exactly that place, and not beside the card.
    QVERIFY(value->geometry().contains(window->board()->valueRect(id, u"value"_s)));
    QVERIFY(card.contains(value->geometry()));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Value"_s);
    picture(*window, u"card-value"_s);
    type(u"1.2k/mo"_s); // all of it was selected
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), window->board());
    QTRY_COMPARE(saved.size(), 1);
    const QJsonObject body = onlyBody();
    QCOMPARE(body.value("value"_L1).toInteger(), 120000);
    QCOMPARE(atClose(id, u"value_period"_s).toString(), u"monthly"_s);
    QTRY_VERIFY(window->widget.findChildren<InlineField *>().isEmpty());
    QTRY_COMPARE(window->model()->card(window->groupOf(id), window->model()->indexOf(id).row()).period,
                 u"/mo"_s);
    QCOMPARE(window->board()->currentId(), id);
    // Beside its values a card is selected, not edited.
    QTest::mouseClick(window->board()->viewport(), Qt::LeftButton, {}, window->centreOf(id) - QPoint(0, 34));
    QVERIFY(!field(*window));
}

void PipelineInlineTest::tabGoesThroughTheFour()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    QVERIFY(window->board()->select(id));
    press(Qt::Key_F2);
    QStringList keys;
    QStringList names;
    for (int i = 0; i < 4; ++i) {
        InlineField *each = field(*window);
        QVERIFY(each);
        QCOMPARE(each->target().id, id);
        keys.append(each->target().field.key);
        names.append(QApplication::focusWidget()->accessibleName());
        picture(*window, u"card-"_s + keys.last());
        press(Qt::Key_Tab);
    }
    QCOMPARE(keys, (QStringList{u"value"_s, u"confidence"_s, u"user_id"_s, u"date_won"_s}));
    QCOMPARE(names, (QStringList{u"Value"_s, u"Confidence"_s, u"Owner"_s, u"Expected close"_s}));
    QCOMPARE(QApplication::focusWidget(), window->board());
    // Where it was left it begins again, and goes back.
    press(Qt::Key_F2);
    QCOMPARE(field(*window)->target().field.key, u"date_won"_s);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(field(*window)->target().field.key, u"user_id"_s);
    press(Qt::Key_Escape);
    QVERIFY(!field(*window));
    QVERIFY(sent().isEmpty());
    // What is changed on the way is saved, one request a value.
    press(Qt::Key_F2);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    type(u"61"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type(u"24 Dec 2026"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(sent().size(), 2);
    QTRY_COMPARE(atClose(id, u"confidence"_s).toInt(), 61);
    QTRY_COMPARE(atClose(id, u"date_won"_s).toString(), u"2026-12-24"_s);
    // Esc gives up what was typed.
    QTRY_VERIFY(window->widget.findChildren<InlineField *>().isEmpty());
    clickOn(*window, id, u"confidence"_s);
    QVERIFY(field(*window));
    type(u"99"_s);
    press(Qt::Key_Escape);
    QVERIFY(!field(*window));
    QCOMPARE(QApplication::focusWidget(), window->board());
    QCOMPARE(sent().size(), 2);
}

void PipelineInlineTest::refusedStaysOpen()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    clickOn(*window, id, u"confidence"_s);
    QVERIFY(field(*window));
    // What cannot be is said without asking Close.
    type(u"170"_s);
    press(Qt::Key_Return);
    QVERIFY(!field(*window)->problem().isEmpty());
    QVERIFY(sent().isEmpty());
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/opportunity/"_s}}},
         {u"status"_s, 400},
         {u"body"_s,
          QJsonObject{{u"field-errors"_s, QJsonObject{{u"confidence"_s, u"Ask your manager."_s}}}}},
         {u"times"_s, 1}}));
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"71"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(field(*window) && field(*window)->problem() == u"Ask your manager."_s);
    picture(*window, u"card-refused"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(atClose(id, u"confidence"_s).toInt(), 71);
}

void PipelineInlineTest::severalGetTheSame()
{
    const auto window = open();
    QVERIFY(window);
    const int group = window->firstCard().parent().row();
    QStringList ids;
    for (int row = 0; row < 3; ++row) {
        ids.append(window->model()->idAt(group, row));
        QTest::mouseClick(window->board()->viewport(), Qt::LeftButton,
                          row == 0 ? Qt::NoModifier : Qt::ControlModifier, window->centreOf(ids.last()));
    }
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/opportunity/"_s + ids.at(1)}}},
         {u"status"_s, 400},
         {u"body"_s, QJsonObject{{u"field-errors"_s, QJsonObject{{u"confidence"_s, u"Not this one."_s}}}}},
         {u"times"_s, 1}}));
    const int before = atClose(ids.at(1), u"confidence"_s).toInt();
    const qint64 expected = window->model()->groupTotals(group).headlineExpected();
    clickOn(*window, ids.at(2), u"confidence"_s);
    QVERIFY(field(*window));
    QCOMPARE(window->board()->selectedIds().size(), 3);
    QCOMPARE(QApplication::focusWidget()->accessibleDescription(), u"For all 3 that are selected"_s);
    type(u"77"_s);
    picture(*window, u"card-several"_s);
    press(Qt::Key_Return);
    // On the cards at once, and in their column's sum.
    QCOMPARE(window->model()->card(group, window->model()->indexOf(ids.at(0)).row()).confidence, 77);
    QVERIFY(window->model()->groupTotals(group).headlineExpected() != expected);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(atClose(ids.at(0), u"confidence"_s).toInt(), 77);
    QCOMPARE(atClose(ids.at(2), u"confidence"_s).toInt(), 77);
    // The one that was refused is named, and is as it was.
    QVERIFY2(window->messages->text().contains(u"Not this one."_s), qPrintable(window->messages->text()));
    QCOMPARE(window->model()->card(group, window->model()->indexOf(ids.at(1)).row()).confidence, before);
    QVERIFY(window->clickAction(u"Undo"_s));
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QVERIFY(atClose(ids.at(0), u"confidence"_s).toInt() != 77);
}

void PipelineInlineTest::lineOfTheListIsEdited()
{
    const auto window = open();
    QVERIFY(window);
    window->page->setView(PipelinePage::View::List);
    PipelineList *list = window->page->list();
    list->setFocus();
    const QString id = window->model()->idAt(window->firstCard().parent().row(), 1);
    const auto click = [&](const QString &key) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->valueRect(id, key).center());
    };
    // The first click makes the line current, the next one edits its value.
    click(u"confidence"_s);
    QCOMPARE(list->currentId(), id);
    QTest::qWait(QApplication::doubleClickInterval() + 1); // or it would be a double click, which opens
    QVERIFY(!field(*window));
    click(u"confidence"_s);
    QTRY_VERIFY(field(*window));
    QCOMPARE(field(*window)->target().field.key, u"confidence"_s);
    QVERIFY(field(*window)->geometry().contains(list->valueRect(id, u"confidence"_s)));
    picture(*window, u"list-confidence"_s);
    type(u"64"_s);
    QStringList keys;
    for (int i = 0; i < 2; ++i) {
        press(Qt::Key_Tab);
        QVERIFY(field(*window));
        keys.append(field(*window)->target().field.key);
    }
    QCOMPARE(keys, (QStringList{u"date_won"_s, u"user_id"_s})); // as the columns stand
    press(Qt::Key_Escape);
    QTRY_COMPARE(sent().size(), 1);
    QCOMPARE(onlyBody(), (QJsonObject{{u"confidence"_s, 64}}));
    QTRY_VERIFY(window->widget.findChildren<InlineField *>().isEmpty());
    QCOMPARE(QApplication::focusWidget(), list);
    // F2 edits the current cell.
    QVERIFY(list->select(id));
    list->setCurrentIndex(list->currentIndex().siblingAtColumn(PipelineModel::ValueColumn));
    press(Qt::Key_F2);
    QVERIFY(field(*window));
    QCOMPARE(field(*window)->target().field.key, u"value"_s);
    press(Qt::Key_Escape);
}

void PipelineInlineTest::fieldGoesWithItsCard()
{
    const auto window = open();
    QVERIFY(window);
    const QModelIndex first = window->firstCard();
    const int group = first.parent().row();
    const QString id = window->model()->idAt(group, 1);
    clickOn(*window, id, u"value"_s);
    QVERIFY(field(*window));
    const QRect before = field(*window)->geometry();
    // The columns move sideways under it, and it with its card.
    CardStyle compact = window->board()->cardStyle();
    compact.isCompact = true;
    window->page->setCardStyle(compact);
    QVERIFY(field(*window));
    QVERIFY(field(*window)->geometry() != before);
    QVERIFY(field(*window)->geometry().contains(window->board()->valueRect(id, u"value"_s)));
    type(u"4321"_s);
    // A column that is folded takes its fields along: what stands in them is saved.
    window->board()->setFolded(group, true);
    QVERIFY(!field(*window));
    QTRY_COMPARE(atClose(id, u"value"_s).toInteger(), 432100);
}

void PipelineInlineTest::partIsStillDragged()
{
    const auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    const int group = window->groupOf(id);
    const QPoint to = window->board()->columnRect(group + 1).center();
    window->drag(window->board()->valueRect(id, u"value"_s).center(), to);
    QVERIFY(window->board()->isDragging());
    window->drop(to);
    QVERIFY(!field(*window));
    QCOMPARE(window->groupOf(id), group + 1);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    // Changed before Close has answered the move: behind it, and both arrive.
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/opportunity/"_s}}},
         {u"delay_ms"_s, 150},
         {u"times"_s, 1}}));
    press(Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(window->page->mover()->isBusy(id));
    clickOn(*window, id, u"confidence"_s);
    QVERIFY(field(*window));
    type(u"66"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!window->page->mover()->isBusy());
    QCOMPARE(atClose(id, u"confidence"_s).toInt(), 66);
    QCOMPARE(atClose(id, u"status_id"_s).toString(), window->model()->groupKey(group));
}

void PipelineInlineTest::screenReaderEdits()
{
    const auto window = open();
    QVERIFY(window);
    const QModelIndex first = window->firstCard();
    QAccessibleInterface *board = QAccessible::queryAccessibleInterface(window->board());
    QVERIFY(board);
    QAccessibleInterface *card = board->child(first.parent().row())->child(0);
    QVERIFY(card && card->actionInterface());
    QVERIFY2(card->actionInterface()->actionNames().contains(u"Change expected close"_s),
             qPrintable(card->actionInterface()->actionNames().join(u", "_s)));
    card->actionInterface()->doAction(u"Change expected close"_s);
    QVERIFY(field(*window));
    QCOMPARE(field(*window)->target().field.key, u"date_won"_s);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Expected close"_s);
    // The field is found from above, and the board from the field.
    QAccessibleInterface *line = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
    QVERIFY(line);
    for (QAccessibleInterface *at = line; at != board; at = at->parent()) {
        QVERIFY(at->parent());
        const int index = at->parent()->indexOfChild(at);
        QVERIFY(index >= 0);
        QCOMPARE(at->parent()->child(index), at);
    }
    press(Qt::Key_Escape);
    QCOMPARE(board->childCount(), window->model()->groupCount());
}

void PipelineInlineTest::readOnlyEditsNothing()
{
    const auto window = open(true);
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    QVERIFY(window->board()->select(id));
    press(Qt::Key_F2);
    clickOn(*window, id, u"value"_s);
    QVERIFY(window->widget.findChildren<InlineField *>().isEmpty());
}

/// The page goes while one field is being written in and another one waits for Close.
void PipelineInlineTest::pageMayEndMeanwhile()
{
    auto window = open();
    QVERIFY(window);
    const QString id = window->firstCard().data(RecordIdRole).toString();
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/opportunity/"_s}}},
         {u"delay_ms"_s, 300},
         {u"times"_s, 1}}));
    clickOn(*window, id, u"confidence"_s);
    QVERIFY(field(*window));
    type(u"12"_s);
    press(Qt::Key_Tab);
    type(u"Ana"_s);
    delete std::exchange(window->page, nullptr);
    QVERIFY(window->widget.findChildren<InlineField *>().isEmpty());
    // What had been sent arrives all the same.
    QTRY_COMPARE(atClose(id, u"confidence"_s).toInt(), 12);
}

LEADLINE_TEST(ui_pipelineinline, QTEST_MAIN, PipelineInlineTest)

} // namespace ui_pipelineinline

#include "tst_pipelineinline.moc"
