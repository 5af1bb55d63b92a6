// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxlist.h"

#include "fonts.h"
#include "outboxentry.h"
#include "outboxmodel.h"
#include "pill.h"
#include "style.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int EntryHeight = 56;
constexpr int ReasonHeight = 24;
constexpr int Side = 16;
constexpr int NumberRoom = 28;
constexpr int WhenRoom = 88;

class OutboxDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool isStopped = !index.data(OutboxModel::ReasonRole).toString().isEmpty();
        return {200, EntryHeight + (isStopped ? ReasonHeight : 0)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens t = Tokens::of(option.palette);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setLayoutDirection(option.direction);
        painter->fillRect(option.rect, isSelected ? t.selection : t.surface);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
        const QFont body = sized(option.font, FontSize::Body);
        const QFont strong = sized(option.font, FontSize::Body, QFont::Medium);
        const QFont small = sized(option.font, FontSize::Small);
        const auto line = [&](const QRect &room, const QFont &font, const QColor &color, const QString &text,
                              Qt::Alignment side = Qt::AlignLeading) {
            painter->setFont(font);
            painter->setPen(color);
            painter->drawText(QStyle::visualRect(option.direction, option.rect, room),
                              int(side) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine),
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
        };
        const QString state = index.data(OutboxModel::StateTextRole).toString();
        const int pillRoom = pillSize(option.font, state).width();
        const int top = option.rect.top() + 8;
        const int right = option.rect.right() - Side;
        const int left = option.rect.left() + Side + NumberRoom;
        const QColor hint = isSelected ? t.text2 : t.text3;
        line({option.rect.left() + Side, top, NumberRoom - 4, 20}, small, hint,
             option.locale.toString(index.row() + 1));
        line({right - WhenRoom, top, WhenRoom, 20}, small, hint, index.data(OutboxModel::WhenRole).toString(),
             Qt::AlignTrailing);
        const int middle = right - WhenRoom - 16 - pillRoom;
        paintPill(painter, QStyle::visualRect(option.direction, option.rect, {middle, top, pillRoom, 20}),
                  state, toneOf(index), t, option.font);
        line({left, top, middle - 16 - left, 20}, strong, t.text, index.data().toString());
        line({left, top + 20, right - left, 20}, small, t.text2,
             index.data(OutboxModel::DetailRole).toString());
        line({left, top + 42, right - left, 20}, body, t.bad, index.data(OutboxModel::ReasonRole).toString());
        const auto *view = qobject_cast<const QListView *>(option.widget);
        if (view && view->hasFocus() && view->currentIndex() == index)
            paintFocusRing(painter, option.rect.adjusted(2, 2, -2, -3), 6, t.accent);
        painter->restore();
    }

private:
    static Tone toneOf(const QModelIndex &index)
    {
        switch (OutboxEntry::State(index.data(OutboxModel::StateRole).toInt())) {
        case OutboxEntry::State::Sending:
            return Tone::Accent;
        case OutboxEntry::State::Stopped:
            return Tone::Bad;
        case OutboxEntry::State::Waiting:
            break;
        }
        return Tone::Grey;
    }
};

} // namespace

OutboxList::OutboxList(OutboxModel *model, QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(tr("Waiting changes"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new OutboxDelegate(this));
    setModel(model);
    connect(this, &QAbstractItemView::doubleClicked, this, &OutboxList::editRequested);
    // A reason comes and goes with its row's height.
    connect(model, &QAbstractItemModel::dataChanged, this, &OutboxList::scheduleDelayedItemsLayout);
}

void OutboxList::keyPressEvent(QKeyEvent *event)
{
    const bool isAlone = event->modifiers() == Qt::NoModifier;
    if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        Q_EMIT moveRequested(event->key() == Qt::Key_Up ? -1 : +1);
    else if (isAlone && event->key() == Qt::Key_Delete)
        Q_EMIT dropRequested();
    else if (isAlone &&
             (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2))
        Q_EMIT editRequested();
    else if (isAlone && event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QListView::keyPressEvent(event);
}

} // namespace Leadline
