// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tableheader.h"

#include <QStyleOptionHeader>

namespace Leadline {

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setSectionResizeMode(QHeaderView::Interactive);
    setMinimumSectionSize(48);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setSortIndicatorShown(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    // paintHeaderLabel() elides, by the room it really has.
    setTextElideMode(Qt::ElideNone);
}

void TableHeader::setColumns(const QList<TableColumn> &columns)
{
    m_columns = columns;
    viewport()->update();
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 30};
}

void TableHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const bool number =
        logicalIndex < m_columns.size() && m_columns.at(logicalIndex).kind == CellKind::Number;
    option->textAlignment = (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace Leadline
