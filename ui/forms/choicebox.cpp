// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "choicebox.h"

#include "pill.h"
#include "tokens.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionComboBox>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace Leadline {

namespace {

constexpr int ChoiceHeight = 28;

/// A row of the list below the box.
class PillDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        const int pill = pillSize(option.font, index.data().toString()).width() + 20;
        return {qMax(size.width() + 16, pill), ChoiceHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant tone = index.data(ChoiceBox::ToneRole);
        const Tokens t = Tokens::of(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, selected ? t.selection : t.surface);
        painter->setLayoutDirection(option.direction);
        const QRect room = option.rect.adjusted(10, 0, -10, 0);
        if (tone.isValid()) {
            paintPill(painter, room, index.data().toString(), Tone(tone.toInt()), t, option.font);
            return;
        }
        painter->setFont(option.font);
        painter->setPen(t.text);
        painter->drawText(
            room, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }
};

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMaxVisibleItems(14);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    setItemDelegate(new PillDelegate(this));
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    const QVariant tone = currentData(ToneRole);
    if (!tone.isValid()) {
        QComboBox::paintEvent(event);
        return;
    }
    QPainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    style()->drawComplexControl(QStyle::CC_ComboBox, &option, &painter, this);
    painter.setLayoutDirection(layoutDirection());
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    paintPill(&painter, room.adjusted(2, 0, -2, 0), currentText(), Tone(tone.toInt()), Tokens::of(palette()),
              font());
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    // Enter is the dialog's in every other field; here it would be swallowed.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    QComboBox::keyPressEvent(event);
}

} // namespace Leadline
