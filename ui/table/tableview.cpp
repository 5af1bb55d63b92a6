// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tableview.h"

#include "celldelegate.h"
#include "itemroles.h"
#include "rowfades.h"
#include "rowheader.h"
#include "tableheader.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSet>
#include <QStyle>

#include <algorithm>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {
constexpr int LayoutVersion = 1;
constexpr int RowHeight = 32;
constexpr int CompactRowHeight = 26;
} // namespace

TableView::TableView(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_delegate(new CellDelegate(this))
    , m_fades(new RowFades(this))
{
    setAccessibleName(name);
    setItemDelegate(m_delegate);
    m_delegate->setFades(m_fades);
    connect(m_fades, &RowFades::stepped, this, &TableView::updateRow);
    auto *header = new TableHeader(this);
    setHorizontalHeader(header);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalHeader(new RowHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(CompactRowHeight);
    setCompact(false);

    const auto changed = [this] {
        updateFirstColumn();
        if (!m_arranging)
            Q_EMIT columnLayoutChanged();
    };
    connect(header, &QHeaderView::sectionMoved, this, changed);
    connect(header, &QHeaderView::sectionResized, this, [this, changed](int logical) {
        // The last one is as wide as the window leaves it, and gets its own width back when it is hidden.
        if (logical != lastColumn() && !horizontalHeader()->isSectionHidden(logical))
            changed();
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, changed);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &position) {
        popupHeaderMenu(header->logicalIndexAt(position), header->mapToGlobal(position));
    });
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    setHoverRow(-1);
}

void TableView::setColumns(const QList<TableColumn> &columns)
{
    const QScopedValueRollback guard(m_arranging, true);
    m_columns = columns;
    m_widths.clear();
    for (const TableColumn &column : columns)
        m_widths.append(column.width);
    m_delegate->setColumns(columns);
    static_cast<TableHeader *>(horizontalHeader())->setColumns(columns);
    if (!isSortingEnabled()) {
        // Switching sorting on sorts at once: by no column, that is in the model's own order.
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        setSortingEnabled(true);
    }
    for (int i = 0; i < columns.size() && i < horizontalHeader()->count(); ++i) {
        horizontalHeader()->resizeSection(i, columns.at(i).width);
        horizontalHeader()->setSectionHidden(i, !columns.at(i).visible);
    }
    updateFirstColumn();
}

int TableView::columnOf(const QString &key) const
{
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns.at(i).key == key)
            return i;
    }
    return -1;
}

void TableView::setCompact(bool compact)
{
    m_compact = compact;
    verticalHeader()->setDefaultSectionSize(compact ? CompactRowHeight : RowHeight);
}

void TableView::updateFirstColumn()
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical)) {
            m_delegate->setFirstColumn(logical);
            return;
        }
    }
}

/// The last visible column, which is as wide as the window leaves it; -1 for none.
int TableView::lastColumn() const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = header->count() - 1; visual >= 0; --visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            return header->logicalIndex(visual);
    }
    return -1;
}

QJsonObject TableView::columnLayout() const
{
    const QHeaderView *header = horizontalHeader();
    QJsonArray columns;
    const int last = lastColumn();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (logical >= m_columns.size())
            continue;
        const TableColumn &column = m_columns.at(logical);
        const bool hidden = header->isSectionHidden(logical);
        // A hidden section has no size, the last visible one is stretched to the window's: keep the known
        // ones.
        const int width = hidden || logical == last ? m_widths.value(logical) : header->sectionSize(logical);
        columns.append(QJsonObject{{u"key"_s, column.key}, {u"width"_s, width}, {u"visible"_s, !hidden}});
    }
    QJsonObject layout{{u"version"_s, LayoutVersion}, {u"columns"_s, columns}};
    const int sorted = header->sortIndicatorSection();
    if (sorted >= 0 && sorted < m_columns.size())
        layout.insert(u"sort"_s,
                      QJsonObject{{u"key"_s, m_columns.at(sorted).key},
                                  {u"descending"_s, header->sortIndicatorOrder() == Qt::DescendingOrder}});
    return layout;
}

void TableView::setColumnLayout(const QJsonObject &layout)
{
    if (layout.value(u"version"_s).toInt() != LayoutVersion)
        return;
    const QScopedValueRollback guard(m_arranging, true);
    QHeaderView *header = horizontalHeader();
    int visual = 0;
    const QJsonArray columns = layout.value(u"columns"_s).toArray();
    for (const QJsonValue &value : columns) {
        const QJsonObject entry = value.toObject();
        const int logical = columnOf(entry.value(u"key"_s).toString());
        if (logical < 0 || logical >= header->count())
            continue;
        const int width = entry.value(u"width"_s).toInt();
        if (width >= header->minimumSectionSize()) {
            m_widths[logical] = width;
            header->resizeSection(logical, width);
        }
        header->setSectionHidden(logical, !entry.value(u"visible"_s).toBool(true));
        header->moveSection(header->visualIndex(logical), visual++);
    }
    const QJsonObject sort = layout.value(u"sort"_s).toObject();
    const int sorted = columnOf(sort.value(u"key"_s).toString());
    if (sorted >= 0)
        sortByColumn(sorted, sort.value(u"descending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    updateFirstColumn();
}

void TableView::resetColumnLayout()
{
    {
        const QScopedValueRollback guard(m_arranging, true);
        for (int i = 0; i < horizontalHeader()->count(); ++i)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(i), i);
        setColumns(QList<TableColumn>(m_columns));
    }
    Q_EMIT columnLayoutChanged();
}

QMenu *TableView::createColumnsMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Columns"), parent);
    int visible = 0;
    for (int i = 0; i < m_columns.size(); ++i)
        visible += horizontalHeader()->isSectionHidden(i) ? 0 : 1;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        const QString title = model()->headerData(logical, Qt::Horizontal).toString();
        QAction *action = menu->addAction(QString(title).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(!horizontalHeader()->isSectionHidden(logical));
        // The last column cannot go: a table without columns has no header to bring them back.
        action->setEnabled(!(action->isChecked() && visible == 1));
        connect(action, &QAction::toggled, this, [this, logical](bool on) {
            horizontalHeader()->setSectionHidden(logical, !on);
            if (on && horizontalHeader()->sectionSize(logical) < horizontalHeader()->minimumSectionSize())
                horizontalHeader()->resizeSection(logical, m_widths.value(logical));
            updateFirstColumn();
            Q_EMIT columnLayoutChanged();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset columns"), this, &TableView::resetColumnLayout);
    menu->addAction(tr("Export as CSV…"), this, &TableView::exportRequested);
    return menu;
}

void TableView::popupHeaderMenu(int logical, const QPoint &position)
{
    QMenu *menu = createColumnsMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (logical >= 0) {
        QAction *first = menu->actions().constFirst();
        const auto sort = [&](const QString &text, Qt::SortOrder order) {
            auto *action = new QAction(text, menu);
            connect(action, &QAction::triggered, this,
                    [this, logical, order] { sortByColumn(logical, order); });
            menu->insertAction(first, action);
        };
        const QString title =
            QString(model()->headerData(logical, Qt::Horizontal).toString()).replace(u'&', "&&"_L1);
        sort(tr("Sort by %1, ascending").arg(title), Qt::AscendingOrder);
        sort(tr("Sort by %1, descending").arg(title), Qt::DescendingOrder);
        menu->insertSeparator(first);
    }
    menu->popup(position);
}

void TableView::copySelection() const
{
    if (!selectionModel() || !selectionModel()->hasSelection())
        return;
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        if (!horizontalHeader()->isSectionHidden(logical))
            columns.append(logical);
    }
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());

    QString text;
    QString html = u"<table>"_s;
    for (const int row : rows) {
        QStringList cells;
        html += "<tr>"_L1;
        for (const int column : columns) {
            const QString cell = model()->index(row, column, rootIndex()).data().toString().simplified();
            cells.append(cell);
            html += "<td>"_L1 + cell.toHtmlEscaped() + "</td>"_L1;
        }
        html += "</tr>"_L1;
        text += cells.join(u'\t') + u'\n';
    }
    html += "</table>"_L1;
    auto *copied = new QMimeData;
    copied->setText(text);
    copied->setHtml(html);
    QGuiApplication::clipboard()->setMimeData(copied);
}

void TableView::fadeIn(const QStringList &ids)
{
    if (!isVisible() || !model())
        return;
    const QSet<QString> changed(ids.begin(), ids.end());
    const bool isStill = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    for (int row = rowAt(0), y = 0; row >= 0 && row < model()->rowCount() && y < viewport()->height(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (changed.contains(index.data(RecordIdRole).toString()))
            m_fades->begin(index, isStill);
        y += rowHeight(row);
    }
}

void TableView::holdPlace()
{
    m_place.clear();
    if (!model() || verticalScrollBar()->value() == 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    for (int row = rowAt(0); row >= 0 && row <= (last < 0 ? model()->rowCount() - 1 : last); ++row)
        m_place.append({model()->index(row, 0), row});
}

void TableView::restorePlace()
{
    // Some of the rows have moved because they changed; where most went, the window follows.
    QHash<int, int> steps;
    for (const auto &[index, row] : std::exchange(m_place, {})) {
        if (index.isValid())
            ++steps[index.row() - row];
    }
    const auto most = std::max_element(steps.cbegin(), steps.cend());
    if (most == steps.cend() || most.key() == 0)
        return;
    executeDelayedItemsLayout();
    updateGeometries();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + most.key() * verticalHeader()->defaultSectionSize());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if (event->keyCombination() == QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_C)) {
        // What the header offers to the mouse, for the current cell's column.
        const int logical =
            currentIndex().isValid() ? currentIndex().column() : horizontalHeader()->logicalIndex(0);
        const QPoint below(horizontalHeader()->sectionViewportPosition(logical),
                           horizontalHeader()->height());
        popupHeaderMenu(logical, horizontalHeader()->mapToGlobal(below));
        event->accept();
        return;
    }
    setKeyboardFocus(true);
    QTableView::keyPressEvent(event);
}

bool TableView::isOnLink(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && m_delegate->kind(index.column()) == CellKind::Link &&
           m_delegate->textRect(visualRect(index), index).contains(position);
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    setKeyboardFocus(false);
    const QPoint position = event->position().toPoint();
    m_pressedLink =
        event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && isOnLink(position)
            ? indexAt(position)
            : QModelIndex();
    QTableView::mousePressEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    setHoverRow(rowAt(position.y()));
    if (isOnLink(position))
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
    QTableView::mouseMoveEvent(event);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex pressed = m_pressedLink;
    m_pressedLink = QModelIndex();
    QTableView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    if (pressed.isValid() && pressed == indexAt(position) && isOnLink(position))
        Q_EMIT linkActivated(pressed);
}

void TableView::leaveEvent(QEvent *event)
{
    setHoverRow(-1);
    QTableView::leaveEvent(event);
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    setKeyboardFocus(event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                     event->reason() == Qt::ShortcutFocusReason);
    // Arrow keys act on a current row: without one the first press would seem lost.
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
}

void TableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    setKeyboardFocus(false);
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_keyboardFocus) {
        m_delegate->setFocusRow(current.row());
        updateRow(previous.row());
        updateRow(current.row());
    }
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    QModelIndex index;
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        position = viewport()->mapToGlobal(visualRect(index).bottomLeft() + QPoint(16, 0));
    } else {
        index = indexAt(viewport()->mapFromGlobal(event->globalPos()));
    }
    if (index.isValid())
        Q_EMIT rowMenuRequested(index, position);
}

void TableView::setHoverRow(int row)
{
    if (row == m_hoverRow)
        return;
    updateRow(m_hoverRow);
    m_hoverRow = row;
    m_delegate->setHoverRow(row);
    updateRow(row);
}

void TableView::setKeyboardFocus(bool visible)
{
    m_keyboardFocus = visible;
    m_delegate->setFocusRow(visible ? currentIndex().row() : -1);
    updateRow(currentIndex().row());
}

void TableView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

} // namespace Leadline
