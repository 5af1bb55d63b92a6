// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHeaderView>

namespace Leadline {

/// Where the rows of a table are, all of one height. QHeaderView goes through all of its sections whenever rows
/// change places, to find those of other heights again: three milliseconds for two million rows, with each page of a
/// sync. Here only their number matters.
class RowHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RowHeader(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

private:
    void followCount();
};

} // namespace Leadline
