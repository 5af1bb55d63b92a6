// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinelist.h"

#include "icons.h"
#include "pipelinedelegate.h"
#include "style.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int Indent = 24;

/// The field that is edited where a column shows its value; blank where none is.
QString fieldOf(int column)
{
    switch (column) {
    case PipelineModel::ValueColumn:
        return u"value"_s;
    case PipelineModel::ConfidenceColumn:
        return u"confidence"_s;
    case PipelineModel::ClosesColumn:
        return u"date_won"_s;
    case PipelineModel::OwnerColumn:
        return u"user_id"_s;
    default:
        return {};
    }
}

} // namespace

PipelineList::PipelineList(PipelineModel *model, std::function<Tone(int)> toneOf, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setAccessibleName(tr("Pipeline"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(true);
    setIndentation(Indent);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(false); // the ring of a whole row is drawn here
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new PipelineDelegate(std::move(toneOf), this));
    setModel(model);
    setUpHeader();
    setUpReset();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PipelineList::currentIdChanged);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.parent().isValid())
            Q_EMIT activatedId(index.data(RecordIdRole).toString());
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { noteFold(index, true); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) { noteFold(index, false); });
    applyFolds();
}

void PipelineList::setUpHeader()
{
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setSectionResizeMode(PipelineModel::NameColumn, QHeaderView::Stretch);
    header()->setMinimumSectionSize(80);
    for (const auto &[column, width] :
         {std::pair(PipelineModel::StatusColumn, 130), std::pair(PipelineModel::ValueColumn, 130),
          std::pair(PipelineModel::ConfidenceColumn, 130), std::pair(PipelineModel::ExpectedColumn, 130),
          std::pair(PipelineModel::ClosesColumn, 130), std::pair(PipelineModel::StageColumn, 110),
          std::pair(PipelineModel::TaskColumn, 200), std::pair(PipelineModel::OwnerColumn, 120)})
        header()->resizeSection(column, width);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addColumnActions(menu);
        menu->popup(header()->mapToGlobal(position));
    });
}

/// Selection and current row are of ids: they outlive a model that is grouped anew.
void PipelineList::setUpReset()
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_keptCurrent = currentId();
        m_keptSelection = selectedIds();
    });
    // While hidden Qt keeps the lines as they were last laid out, and a screen reader asks the model for
    // them. Where one reads they are laid out at once, else forgotten as if they had been removed, until they
    // are shown.
    const auto renew = [this] {
        if (isVisible())
            return;
        if (QAccessible::isActive())
            doItemsLayout();
        else
            rowsRemoved({}, 0, 0);
    };
    connect(m_model, &QAbstractItemModel::layoutChanged, this, renew);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, renew);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        applyFolds();
        setSelected(m_keptSelection, m_keptCurrent);
    });
}

void PipelineList::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    updateGeometries();
}

/// QTreeView lays out all lines for its scroll bar, after each page of a sync, though nobody sees them.
void PipelineList::updateGeometries()
{
    if (isVisible())
        QTreeView::updateGeometries();
}

/// QTreeView looks for the lines among all others, since their heights may be new. Here all are of one height.
void PipelineList::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(first, last, roles);
}

void PipelineList::setSelected(const QStringList &ids, const QString &current)
{
    QItemSelection selection;
    for (const QString &id : ids) {
        if (const QModelIndex at = m_model->indexOf(id); at.isValid())
            selection.select(at, at);
    }
    if (const QModelIndex at = m_model->indexOf(current); at.isValid()) {
        setExpanded(at.parent(), true);
        selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
        scrollTo(at);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PipelineList::applyFolds()
{
    m_isFolding = true;
    for (int group = 0; group < m_model->groupCount(); ++group) {
        const bool folded = isFoldedAtFirst(group) != m_foldExceptions.contains(m_model->groupKey(group));
        setExpanded(m_model->index(group, 0), !folded);
    }
    m_isFolding = false;
}

void PipelineList::noteFold(const QModelIndex &index, bool folded)
{
    if (m_isFolding)
        return;
    const QString key = m_model->groupKey(index.row());
    if (folded == isFoldedAtFirst(index.row()))
        m_foldExceptions.remove(key);
    else
        m_foldExceptions.insert(key);
}

QStringList PipelineList::shownColumns() const
{
    QStringList keys;
    for (int column = 0; column < PipelineModel::ColumnCount; ++column) {
        if (!isColumnHidden(column))
            keys.append(PipelineModel::columnKey(column));
    }
    return keys;
}

void PipelineList::setShownColumns(const QStringList &keys)
{
    for (int column = 1; column < PipelineModel::ColumnCount; ++column)
        setColumnHidden(column, !keys.contains(PipelineModel::columnKey(column)));
}

void PipelineList::addColumnActions(QMenu *menu)
{
    for (int column = 1; column < PipelineModel::ColumnCount; ++column) {
        QAction *action =
            menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::triggered, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            Q_EMIT columnsChanged();
        });
    }
}

void PipelineList::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    static_cast<PipelineDelegate *>(itemDelegate())->setCompact(isCompact);
    scheduleDelayedItemsLayout();
}

QString PipelineList::currentId() const
{
    return currentIndex().data(RecordIdRole).toString();
}

QStringList PipelineList::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        if (index.parent().isValid())
            ids.append(index.data(RecordIdRole).toString());
    }
    return ids;
}

bool PipelineList::select(const QString &id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return false;
    setExpanded(index.parent(), true);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

bool PipelineList::moveBy(int step)
{
    const QModelIndex current = currentIndex();
    if (!current.parent().isValid())
        return false;
    for (int to = current.parent().row() + step; to >= 0 && to < m_model->groupCount(); to += step) {
        const auto values = m_model->moveValues(currentId(), to);
        if (!values || values->isEmpty())
            continue;
        setExpanded(m_model->index(to, 0), true);
        Q_EMIT moveRequested(selectedIds(), m_model->groupKey(to));
        scrollTo(currentIndex());
        return true;
    }
    return false;
}

void PipelineList::keyPressEvent(QKeyEvent *event)
{
    const bool onRow = currentIndex().parent().isValid();
    if (event->modifiers() == Qt::ControlModifier && onRow &&
        (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        moveBy((event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1);
        return;
    }
    if (event->modifiers() == Qt::NoModifier &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (onRow)
            Q_EMIT activatedId(currentId());
        else
            setExpanded(currentIndex(), !isExpanded(currentIndex()));
        return;
    }
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_M || event->key() == Qt::Key_S) &&
        !selectedIds().isEmpty()) {
        Q_EMIT statusMenuRequested(selectedIds(),
                                   viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
        return;
    }
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_E && !selectedIds().isEmpty()) {
        Q_EMIT valuesRequested(selectedIds());
        return;
    }
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_F2) {
        if (onRow && !selectedIds().isEmpty())
            Q_EMIT editRequested(selectedIds(), currentId(), fieldOf(currentIndex().column()));
        return;
    }
    QTreeView::keyPressEvent(event);
}

QStringList PipelineList::editableKeys() const
{
    QStringList keys;
    for (int column = 0; column < PipelineModel::ColumnCount; ++column) {
        if (!isColumnHidden(column) && !fieldOf(column).isEmpty())
            keys.append(fieldOf(column));
    }
    return keys;
}

QRect PipelineList::valueRect(const QString &id, const QString &key) const
{
    const QModelIndex at = m_model->indexOf(id);
    for (int column = 0; at.isValid() && column < PipelineModel::ColumnCount; ++column) {
        if (fieldOf(column) == key && !isColumnHidden(column))
            return visualRect(at.siblingAtColumn(column));
    }
    return {};
}

/// A click on a value of the current line edits it; the first one only makes the line current.
void PipelineList::mousePressEvent(QMouseEvent *event)
{
    m_click.stop();
    const QModelIndex at = indexAt(event->pos());
    const bool isAgain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier &&
                         at.parent().isValid() && !fieldOf(at.column()).isEmpty() &&
                         at.siblingAtColumn(0) == currentIndex().siblingAtColumn(0) &&
                         selectionModel()->isSelected(at);
    m_pressedAgain = isAgain ? at : QModelIndex();
    // Several that are selected stay so: what is edited is meant for all of them.
    if (!isAgain)
        QTreeView::mousePressEvent(event);
}

void PipelineList::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressedAgain.isValid() && indexAt(event->pos()) == m_pressedAgain)
        m_click.start(QApplication::doubleClickInterval(), this);
    QTreeView::mouseReleaseEvent(event);
}

void PipelineList::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_click.stop();
    m_pressedAgain = QModelIndex();
    QTreeView::mouseDoubleClickEvent(event);
}

void PipelineList::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_click.timerId()) {
        QTreeView::timerEvent(event);
        return;
    }
    m_click.stop();
    if (m_pressedAgain.isValid())
        Q_EMIT editRequested(selectedIds(), m_pressedAgain.data(RecordIdRole).toString(),
                             fieldOf(m_pressedAgain.column()));
}

void PipelineList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.parent().isValid() && !selectedIds().isEmpty())
        Q_EMIT rowMenuRequested(selectedIds(), byKey ? viewport()->mapToGlobal(visualRect(index).center())
                                                     : event->globalPos());
}

void PipelineList::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (index.parent().isValid())
        return;
    const bool open = isExpanded(index);
    const QString closed = layoutDirection() == Qt::LeftToRight ? u"chevron-right"_s : u"chevron-left"_s;
    paintIcon(painter, QRect(rect.right() - 15, rect.center().y() - 7, 16, 16),
              open ? u"chevron-down"_s : closed, Tokens::of(palette()).text2);
}

void PipelineList::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens t = Tokens::of(palette());
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool isSelected = selectionModel()->isSelected(index);
    painter->fillRect(row, isSelected ? t.selection : index.parent().isValid() ? t.surface : t.window);
    QStyleOptionViewItem plain(option);
    plain.state &= ~QStyle::State_HasFocus;
    // The style fills the room before the first cell with the palette's highlight.
    plain.palette.setColor(QPalette::Highlight, t.selection);
    QTreeView::drawRow(painter, plain, index);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), t.line);
    if (hasFocus() && index.siblingAtColumn(0) == currentIndex().siblingAtColumn(0))
        paintFocusRing(painter, row.adjusted(2, 2, -2, -3), 6, t.accent);
}

} // namespace Leadline
