// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "navigationlist.h"

#include "fonts.h"
#include "icons.h"
#include "plaintext.h"
#include "style.h"
#include "tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

#include <utility>

namespace Leadline {

namespace {

enum : int { IdRole = Qt::UserRole, CountRole, IconRole };

class PlaceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, NavigationList::RowPitch};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens t = Tokens::of(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        const QRect row = option.rect.adjusted(8, 0, -8, -2);
        if (selected)
            paintBox(painter, row, 6, t.selection, t.highContrast ? t.text : QColor());
        else if (option.state & QStyle::State_MouseOver)
            paintBox(painter, row, 6, t.dark ? t.hover : t.line, QColor());
        if (option.state & QStyle::State_HasFocus)
            paintFocusRing(painter, row, 6, t.accent);

        const bool mirrored = option.direction == Qt::RightToLeft;
        const auto place = [&](int from, int width) {
            return QStyle::visualRect(option.direction, row,
                                      QRect(row.left() + from, row.top(), width, row.height()));
        };
        paintIcon(painter, place(10, 16), index.data(IconRole).toString(), selected ? t.accent : t.text2);
        const QFont::Weight weight = selected ? QFont::DemiBold : QFont::Normal;
        const QString count = index.data(CountRole).toString();
        int countWidth = 0;
        if (!count.isEmpty()) {
            painter->setFont(sized(option.font, FontSize::Small, weight));
            painter->setPen(t.text2);
            countWidth = painter->fontMetrics().horizontalAdvance(count);
            drawPlainLine(painter, place(row.width() - 10 - countWidth, countWidth + 1), count, !mirrored);
        }
        painter->setFont(sized(option.font, FontSize::Body, weight));
        painter->setPen(t.text);
        const QRect room = place(36, row.width() - 36 - 10 - (countWidth ? countWidth + 8 : 0));
        const QString text = index.data(Qt::DisplayRole).toString();
        drawPlainLine(painter, room, painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()),
                      mirrored);
    }
};

} // namespace

NavigationList::NavigationList(const QString &accessibleName, QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(accessibleName);
    setItemDelegate(new PlaceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (m_quiet || active().isEmpty())
            return;
        m_hasAnnounced = true;
        Q_EMIT activated(active());
    });
    // The place that is marked already leads back from what was opened out of it.
    connect(this, &QListWidget::itemClicked, this, [this] {
        if (!std::exchange(m_hasAnnounced, true) && !active().isEmpty())
            Q_EMIT activated(active());
    });
}

void NavigationList::addPlace(const QString &id, const QString &text, const QString &iconName)
{
    auto *item = new QListWidgetItem(text, this);
    item->setData(IdRole, id);
    item->setData(IconRole, iconName);
    item->setToolTip(plainToolTip(text));
    updateGeometry();
}

void NavigationList::setCount(const QString &id, const QString &count, const QString &description)
{
    if (QListWidgetItem *item = find(id)) {
        item->setData(CountRole, count);
        item->setData(Qt::AccessibleDescriptionRole, description);
    }
}

void NavigationList::setActive(const QString &id)
{
    const QScopedValueRollback guard(m_quiet, true);
    clearSelection();
    if (QListWidgetItem *item = find(id)) {
        item->setSelected(true);
        setCurrentItem(item, QItemSelectionModel::NoUpdate);
    }
}

QString NavigationList::active() const
{
    const auto items = selectedItems();
    return items.isEmpty() ? QString() : items.first()->data(IdRole).toString();
}

QListWidgetItem *NavigationList::find(const QString &id) const
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(IdRole).toString() == id)
            return item(i);
    }
    return nullptr;
}

QSize NavigationList::sizeHint() const
{
    return {200, count() * RowPitch};
}

QSize NavigationList::minimumSizeHint() const
{
    return {64, RowPitch};
}

QItemSelectionModel::SelectionFlags NavigationList::selectionCommand(const QModelIndex &index,
                                                                     const QEvent *event) const
{
    // Only a click selects, that is goes there; arrows look around first.
    if (index.isValid() && event && event->type() == QEvent::MouseButtonPress)
        return QItemSelectionModel::ClearAndSelect;
    return QItemSelectionModel::NoUpdate;
}

void NavigationList::mousePressEvent(QMouseEvent *event)
{
    m_hasAnnounced = false;
    QListWidget::mousePressEvent(event);
}

void NavigationList::keyPressEvent(QKeyEvent *event)
{
    const bool go =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (go && currentItem()) {
        if (currentItem()->isSelected())
            Q_EMIT activated(active());
        else
            selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    } else if (event->key() == Qt::Key_Up && currentRow() <= 0) {
        Q_EMIT movedPast(-1);
    } else if (event->key() == Qt::Key_Down && currentRow() == count() - 1) {
        Q_EMIT movedPast(+1);
    } else {
        QListWidget::keyPressEvent(event);
    }
}

void NavigationList::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    if (!currentItem() && count() > 0)
        setCurrentItem(item(0), QItemSelectionModel::NoUpdate);
}

} // namespace Leadline
