// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activityview.h"

#include "activitydelegate.h"
#include "activitymodel.h"
#include "composerdrafts.h"
#include "plaintext.h"
#include "textblock.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Leadline {

ActivityView::ActivityView(ActivityModel *model, QWidget *parent)
    : QListView(parent)
    , m_delegate(new ActivityDelegate(this))
{
    setAccessibleName(tr("Activity"));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAutoScroll(false);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setItemDelegate(m_delegate);
    setModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_currentId = currentIndex().data(ActivityModel::IdRole).toString();
        forgetHeights();
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        layOutAnew();
        if (const QModelIndex index = activityModel()->indexOf(m_currentId); index.isValid())
            setCurrentIndex(index);
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, &ActivityView::layOutAnew);
}

ActivityView::~ActivityView() = default;

ActivityModel *ActivityView::activityModel() const
{
    return static_cast<ActivityModel *>(model());
}

int ActivityView::heightForWidth(int width) const
{
    int height = 0;
    for (int row = 0; model() && row < model()->rowCount(); ++row)
        height += m_delegate->heightOf(model()->index(row, 0), font(), width);
    return height;
}

QSize ActivityView::sizeHint() const
{
    return {240, heightForWidth(width())};
}

QSize ActivityView::minimumSizeHint() const
{
    return {120, 0};
}

void ActivityView::scrollTo(const QModelIndex &index, ScrollHint)
{
    // Never scrolls by itself: it is as high as its content.
    if (hasFocus())
        Q_EMIT revealRequested(visualRect(index));
}

void ActivityView::doItemsLayout()
{
    QListView::doItemsLayout();
    placeDetails();
}

void ActivityView::forgetHeights()
{
    m_delegate->forgetHeights();
}

void ActivityView::layOutAnew()
{
    updateGeometry();
    doItemsLayout();
}

/// Opened details are widgets, so that a part can be marked and copied; they follow their rows.
void ActivityView::placeDetails()
{
    if (!model())
        return; // Qt lays out while it is being constructed
    QHash<QString, TextBlock *> kept;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (!index.data(ActivityModel::OpenRole).toBool())
            continue;
        const QString detail = index.data(ActivityModel::DetailRole).toString();
        if (detail.isEmpty())
            continue;
        const QString id = index.data(ActivityModel::IdRole).toString();
        TextBlock *block = m_details.take(id);
        if (!block) {
            block = new TextBlock(viewport());
            setTextRole(block, TextRole::Secondary);
        }
        block->setBlockText(detail);
        const QRect row_ = visualRect(index);
        block->setGeometry(
            QStyle::visualRect(layoutDirection(), row_, m_delegate->detailRect(index, font(), row_)));
        block->show();
        kept.insert(id, block);
    }
    for (TextBlock *left : std::as_const(m_details)) {
        left->hide();
        left->deleteLater();
    }
    m_details = kept;
}

void ActivityView::toggle(const QModelIndex &index)
{
    if (!index.isValid() || !m_delegate->canOpen(index, font(), viewport()->width()))
        return;
    activityModel()->setOpen(index, !index.data(ActivityModel::OpenRole).toBool());
    layOutAnew();
}

void ActivityView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        doItemsLayout();
}

void ActivityView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        forgetHeights();
        layOutAnew();
    }
}

void ActivityView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        setCurrentIndex(
            model()->index(event->reason() == Qt::BacktabFocusReason ? model()->rowCount() - 1 : 0, 0));
    QListView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && currentIndex().isValid())
        Q_EMIT revealRequested(visualRect(currentIndex()));
}

void ActivityView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(currentIndex());
        return;
    }
    // Letters that write are the page's; here they would jump to a row.
    if (composerKindOf(*event)) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        toggle(currentIndex());
        return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        // A page of this view is all of it; the page around it scrolls.
        event->ignore();
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void ActivityView::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()) : QModelIndex();
}

void ActivityView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && m_pressed.isValid() && m_pressed == index)
        toggle(index);
    m_pressed = QPersistentModelIndex();
}

void ActivityView::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool opens = index.isValid() && m_delegate->canOpen(index, font(), viewport()->width());
    viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void ActivityView::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ActivityView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex at(index);
    menu->addAction(tr("Copy"), this, [this, at] { copy(at); });
    if (m_delegate->canOpen(index, font(), viewport()->width())) {
        const bool open = index.data(ActivityModel::OpenRole).toBool();
        menu->addAction(open ? tr("Show Less") : tr("Show More"), this, [this, at] { toggle(at); });
    }
    menu->popup(event->globalPos());
}

bool ActivityView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        if (index.isValid()) {
            const QDateTime at = activityModel()->entryAt(index.row()).at.toLocalTime();
            QToolTip::showText(help->globalPos(), plainToolTip(QLocale().toString(at, QLocale::ShortFormat)),
                               viewport(), visualRect(index));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QListView::viewportEvent(event);
}

void ActivityView::copy(const QModelIndex &index) const
{
    if (!index.isValid())
        return;
    QString text = index.data(Qt::DisplayRole).toString();
    if (const QString detail = index.data(ActivityModel::DetailRole).toString();
        !detail.isEmpty() && index.data(ActivityModel::OpenRole).toBool())
        text += u"\n\n"_s + detail;
    QGuiApplication::clipboard()->setText(text);
}

} // namespace Leadline
