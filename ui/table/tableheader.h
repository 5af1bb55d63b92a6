// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cellroles.h"

#include <QHeaderView>

namespace Leadline {

/// A table's header: 30 high, the sort arrow after the text, numbers' titles at the right.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    void setColumns(const QList<TableColumn> &columns);
    QSize sizeHint() const override;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    QList<TableColumn> m_columns;
};

} // namespace Leadline
