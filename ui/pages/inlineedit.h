// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "inlinefield.h"

#include <QPersistentModelIndex>

namespace Leadline {

class RecordTableModel;
class TableView;

/// Editing in the cells of a table: F2 on the current cell, Tab from one to the next. While anything is
/// edited or on its way the rows keep their places, whatever a merge would do to them.
class InlineEdit : public QObject
{
    Q_OBJECT

public:
    /// Neither model nor table is owned.
    InlineEdit(const FormContext &context, RecordKind kind, RecordTableModel *model, TableView *table,
               QObject *parent);

    /// Edits the cell, or else the first one of its row that can be edited. False when none can.
    bool begin(const QModelIndex &cell);
    bool canEdit(const QModelIndex &cell) const;

Q_SIGNALS:
    void saved(Leadline::RecordKind kind, const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Cell
    {
        QPersistentModelIndex index;
        InlineField *field = nullptr;
    };

    const Field *fieldAt(const QModelIndex &cell) const;
    InlineTarget targetAt(const QModelIndex &cell, const Field &field) const;
    void open(const QModelIndex &cell);
    void close(InlineField *field);
    /// The next cell that can be edited in the order on screen, across rows; invalid at the ends.
    QModelIndex next(QModelIndex cell, int step) const;
    void place();

    FormContext m_context;
    RecordKind m_kind;
    RecordTableModel *m_model;
    TableView *m_table;
    QList<Cell> m_cells;
};

} // namespace Leadline
