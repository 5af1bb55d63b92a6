// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What keys, mouse and wheel do on the board.
#include "pipelineaccess.h"
#include "pipelineboard.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimerEvent>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Leadline {

using namespace PipelineMeasure;

namespace {

/// How near to an edge a dragged card scrolls, and how far at each tick.
constexpr int ScrollEdge = 36;
constexpr int ScrollStep = 16;
constexpr int ScrollTick = 16; ///< milliseconds

} // namespace

bool PipelineBoard::select(const QString &id)
{
    const QModelIndex card = m_model->indexOf(id);
    if (!card.isValid())
        return false;
    setCurrent(card, false);
    setSelection({id});
    m_keepsSelection = false;
    return true;
}

void PipelineBoard::setSelected(const QStringList &ids, const QString &current)
{
    QSet<QString> shown;
    for (const QString &id : ids) {
        if (m_model->indexOf(id).isValid())
            shown.insert(id);
    }
    m_keepsSelection = true;
    setCurrent(m_model->indexOf(current), false);
    setSelection(shown);
    m_keepsSelection = shown.size() > 1;
}

QStringList PipelineBoard::selectedIds() const
{
    if (m_selection.size() <= 1)
        return m_selection.isEmpty() ? (m_current.isEmpty() ? QStringList() : QStringList(m_current))
                                     : QStringList(*m_selection.begin());
    QStringList ids;
    for (int group = 0; group < m_model->groupCount(); ++group) {
        for (int row = 0; row < m_model->groupSize(group); ++row) {
            if (const QString id = m_model->idAt(group, row); m_selection.contains(id))
                ids.append(id);
        }
    }
    return ids;
}

void PipelineBoard::setSelection(const QSet<QString> &ids)
{
    if (ids == m_selection)
        return;
    m_selection = ids;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PipelineBoard::toggle(const QString &id)
{
    QSet<QString> ids = m_selection;
    if (!ids.remove(id))
        ids.insert(id);
    setSelection(ids);
}

/// Makes a card current and visible; the selection follows, or grows by it.
void PipelineBoard::setCurrent(const QModelIndex &card, bool extend)
{
    if (!card.isValid())
        return;
    const QString id = card.data(RecordIdRole).toString();
    const bool isNew = id != m_current;
    m_current = id;
    scrollTo(card);
    if (extend) {
        QSet<QString> ids = m_selection;
        ids.insert(id);
        setSelection(ids);
    } else if (!m_keepsSelection) {
        setSelection({id});
    }
    viewport()->update();
    if (!isNew)
        return;
    announcePipelineFocus(this, id);
    Q_EMIT currentChanged();
}

/// Selects what lies between the current card and \a card of the same column; of another column, that card
/// too.
void PipelineBoard::extendTo(const QModelIndex &card)
{
    const QModelIndex current = m_model->indexOf(m_current);
    const int from = current.isValid() && current.parent() == card.parent() ? current.row() : card.row();
    QSet<QString> ids = m_selection;
    for (int row = qMin(from, card.row()); row <= qMax(from, card.row()); ++row)
        ids.insert(m_model->idAt(card.parent().row(), row));
    setSelection(ids);
    setCurrent(card, true);
}

void PipelineBoard::goBy(int step, bool extend)
{
    const QModelIndex current = m_model->indexOf(m_current);
    if (!current.isValid() || isFolded(current.parent().row())) {
        goSideways(1);
        return;
    }
    const int rows = m_model->groupSize(current.parent().row());
    setCurrent(current.sibling(qBound(0, current.row() + step, rows - 1), 0), extend);
}

/// To the card beside the current one, in the next column that shows any.
void PipelineBoard::goSideways(int step)
{
    const QModelIndex current = m_model->indexOf(m_current);
    const int from = current.isValid() ? current.parent().row() : step > 0 ? -1 : m_model->groupCount();
    for (int group = from + step; group >= 0 && group < m_model->groupCount(); group += step) {
        if (isFolded(group) || m_model->groupSize(group) == 0)
            continue;
        int row = 0;
        if (current.isValid() && !isFolded(from))
            row = (cardRect(from, current.row()).center().y() - cardRect(group, 0).top()) / m_style.step();
        setCurrent(m_model->index(qBound(0, row, m_model->groupSize(group) - 1), 0, m_model->index(group, 0)),
                   false);
        return;
    }
}

/// Asks for the selected cards to be moved to the next group that takes the current one.
bool PipelineBoard::moveSideways(int step)
{
    const QModelIndex current = m_model->indexOf(m_current);
    if (!current.isValid())
        return false;
    for (int to = current.parent().row() + step; to >= 0 && to < m_model->groupCount(); to += step) {
        const auto values = m_model->moveValues(m_current, to);
        if (!values || values->isEmpty())
            continue;
        Q_EMIT moveRequested(selectedIds(), m_model->groupKey(to));
        if (const QModelIndex moved = m_model->indexOf(m_current); moved.isValid())
            scrollTo(moved);
        return true;
    }
    return false;
}

void PipelineBoard::askForStatus()
{
    const QModelIndex current = m_model->indexOf(m_current);
    if (!current.isValid())
        return;
    const QRect rect = cardRect(current.parent().row(), current.row());
    Q_EMIT statusMenuRequested(selectedIds(), viewport()->mapToGlobal(rect.bottomLeft() + QPoint(0, 4)));
}

bool PipelineBoard::handlePlainKey(const QKeyEvent &event)
{
    const bool extend = event.modifiers() == Qt::ShiftModifier;
    const int page = qMax(1, (viewport()->height() - ColumnHeader) / m_style.step());
    switch (event.key()) {
    case Qt::Key_Up:
        goBy(-1, extend);
        return true;
    case Qt::Key_Down:
        goBy(1, extend);
        return true;
    case Qt::Key_PageUp:
        goBy(-page, extend);
        return true;
    case Qt::Key_PageDown:
        goBy(page, extend);
        return true;
    case Qt::Key_Home:
        goBy(-m_model->source()->rowCount(), extend);
        return true;
    case Qt::Key_End:
        goBy(m_model->source()->rowCount(), extend);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        goSideways((event.key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_current.isEmpty())
            Q_EMIT activated(m_current);
        return !m_current.isEmpty();
    case Qt::Key_Space:
        // The current card is selected by itself: the first one is kept, not taken out.
        if (std::exchange(m_keepsSelection, true) && !m_current.isEmpty())
            toggle(m_current);
        viewport()->update();
        return true;
    case Qt::Key_M:
    case Qt::Key_S:
        askForStatus();
        return true;
    case Qt::Key_E:
        if (!m_current.isEmpty())
            Q_EMIT valuesRequested(selectedIds());
        return true;
    case Qt::Key_F2:
        if (!m_current.isEmpty())
            Q_EMIT editRequested(selectedIds(), m_current, {});
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        for (int group = 0; group < m_model->groupCount(); ++group) {
            if (m_model->groupType(group) != "active"_L1)
                setFolded(group, event.key() == Qt::Key_Minus);
        }
        return true;
    default:
        return false;
    }
}

bool PipelineBoard::handleKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape) {
        const bool had = m_isDragging || m_selection.size() > 1;
        if (m_isDragging)
            endDrag();
        m_keepsSelection = false;
        setSelection(m_current.isEmpty() ? QSet<QString>() : QSet<QString>{m_current});
        return had;
    }
    if (event.modifiers() == Qt::ControlModifier &&
        (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right)) {
        moveSideways((event.key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1);
        return true;
    }
    const auto known = Qt::ShiftModifier | Qt::KeypadModifier;
    return (event.modifiers() & ~known) == Qt::NoModifier && handlePlainKey(event);
}

void PipelineBoard::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        event->ignore();
}

void PipelineBoard::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current.isEmpty() && event->reason() != Qt::MouseFocusReason)
        goSideways(1);
    else if (!m_current.isEmpty())
        announcePipelineFocus(this, m_current);
}

void PipelineBoard::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const QModelIndex card = cardAt(event->pos());
    if (!card.isValid()) {
        const int group = groupAt(event->pos());
        const bool onHead = group >= 0 && event->pos().y() < columnRect(group).top() + ColumnHeader;
        if (group >= 0 && (isFolded(group) || (onHead && m_model->groupType(group) != "active"_L1)))
            setFolded(group, !isFolded(group));
        return;
    }
    const QString id = card.data(RecordIdRole).toString();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_keepsSelection = true;
        toggle(id);
        setCurrent(card, false);
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        extendTo(card);
        return;
    }
    // A card of several selected ones keeps them: they are dragged together.
    m_keepsSelection = m_selection.size() > 1 && m_selection.contains(id);
    setCurrent(card, false);
    m_pressed = id;
    m_pressedPart = event->modifiers() == Qt::NoModifier ? partAt(event->pos()) : Part();
    m_pressedAt = event->pos();
    m_grip = event->pos() - cardRect(card.parent().row(), card.row()).topLeft();
}

PipelineBoard::Part PipelineBoard::partAt(const QPoint &point) const
{
    const QModelIndex card = m_isEditable ? cardAt(point) : QModelIndex();
    if (!card.isValid())
        return {};
    const QString id = card.data(RecordIdRole).toString();
    for (const QString &key : m_style.editableKeys()) {
        if (valueRect(id, key).contains(point))
            return {id, key};
    }
    return {};
}

/// What can be changed is said by a quiet box around it, as on a lead's page.
void PipelineBoard::setHovered(const Part &part)
{
    if (part == m_hovered)
        return;
    m_hovered = part;
    if (part.id.isEmpty())
        viewport()->unsetCursor();
    else
        viewport()->setCursor(Qt::IBeamCursor);
    viewport()->update();
}

void PipelineBoard::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton)
        setHovered(partAt(event->pos()));
    if (m_pressed.isEmpty() || !event->buttons().testFlag(Qt::LeftButton))
        return;
    m_pointer = event->pos();
    if (!m_isDragging) {
        if ((m_pointer - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return;
        m_isDragging = true;
        setHovered({});
        m_autoScroll.start(ScrollTick, this);
    }
    updateDragCursor();
    viewport()->update();
}

void PipelineBoard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QString pressed = m_pressed;
    const bool dragged = m_isDragging;
    const QStringList ids = selectedIds();
    m_pointer = event->pos();
    endDrag();
    if (!dragged && !m_pressedPart.id.isEmpty() && partAt(event->pos()) == m_pressedPart) {
        setHovered({});
        Q_EMIT editRequested(ids, pressed, m_pressedPart.key);
        return;
    }
    if (!dragged) {
        if (!pressed.isEmpty() && event->modifiers() == Qt::NoModifier) {
            m_keepsSelection = false;
            setSelection({pressed});
        }
        return;
    }
    const int group = groupAt(event->pos());
    if (const QStringList moving = droppable(group, ids); !moving.isEmpty())
        Q_EMIT moveRequested(moving, m_model->groupKey(group));
}

/// Those of some cards that a group takes.
QStringList PipelineBoard::droppable(int group, const QStringList &ids) const
{
    QStringList taken;
    for (const QString &id : ids) {
        const auto values = group < 0 ? std::nullopt : m_model->moveValues(id, group);
        if (values && !values->isEmpty())
            taken.append(id);
    }
    return taken;
}

void PipelineBoard::updateDragCursor()
{
    const int group = groupAt(m_pointer);
    const QModelIndex from = m_model->indexOf(m_pressed);
    const bool isHome = from.isValid() && from.parent().row() == group;
    viewport()->setCursor(isHome || !droppable(group, m_selection.values()).isEmpty() ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
}

void PipelineBoard::endDrag()
{
    m_pressed.clear();
    if (!m_isDragging)
        return;
    m_isDragging = false;
    m_autoScroll.stop();
    viewport()->unsetCursor();
    viewport()->update();
}

void PipelineBoard::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex card = cardAt(event->pos());
    if (card.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT activated(card.data(RecordIdRole).toString());
}

void PipelineBoard::contextMenuEvent(QContextMenuEvent *event)
{
    QModelIndex card = cardAt(event->pos());
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        card = m_model->indexOf(m_current);
        if (card.isValid())
            position = viewport()->mapToGlobal(cardRect(card.parent().row(), card.row()).center());
    }
    if (!card.isValid())
        return;
    const QString id = card.data(RecordIdRole).toString();
    m_keepsSelection = m_selection.contains(id);
    setCurrent(card, false);
    m_keepsSelection = false;
    Q_EMIT rowMenuRequested(selectedIds(), position);
}

void PipelineBoard::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const int group = groupAt(event->position().toPoint());
    if (qAbs(delta.x()) > qAbs(delta.y()) || group < 0 || isFolded(group) ||
        event->modifiers().testFlag(Qt::ShiftModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setOffset(group, offset(group) - delta.y());
    viewport()->update(columnRect(group));
    event->accept();
}

void PipelineBoard::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    QScrollBar *bar = horizontalScrollBar();
    if (m_pointer.x() < ScrollEdge)
        bar->setValue(bar->value() - ScrollStep);
    else if (m_pointer.x() > viewport()->width() - ScrollEdge)
        bar->setValue(bar->value() + ScrollStep);
    const int group = groupAt(m_pointer);
    if (group < 0 || isFolded(group))
        return;
    const QRect cards = cardsRect(group);
    const int before = offset(group);
    if (m_pointer.y() < cards.top() + ScrollEdge)
        setOffset(group, before - ScrollStep);
    else if (m_pointer.y() > cards.bottom() - ScrollEdge)
        setOffset(group, before + ScrollStep);
    if (offset(group) != before)
        viewport()->update();
}

} // namespace Leadline
