// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "rowheader.h"

namespace Leadline {

RowHeader::RowHeader(QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
{
    setSectionResizeMode(Fixed);
}

void RowHeader::setModel(QAbstractItemModel *model)
{
    if (this->model())
        disconnect(this->model(), &QAbstractItemModel::layoutChanged, this, nullptr);
    QHeaderView::setModel(model);
    if (!model)
        return;
    disconnect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, nullptr);
    disconnect(model, &QAbstractItemModel::layoutChanged, this, nullptr);
    connect(model, &QAbstractItemModel::layoutChanged, this, &RowHeader::followCount);
}

void RowHeader::followCount()
{
    if (count() != model()->rowCount(rootIndex()))
        initializeSections();
    viewport()->update();
}

} // namespace Leadline
