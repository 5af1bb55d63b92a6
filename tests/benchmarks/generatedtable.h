// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "leadgenerator.h"
#include "measure.h"
#include "recordtable.h"

#include <QStringList>
#include <QTableView>

namespace Leadline {

/// What both sides of a comparison have: made-up leads in a table, the keys that are typed, and the view.
class GeneratedTable
{
public:
    GeneratedTable();

    RecordTable &table() { return m_table; }
    /// Fills the table with so many leads; answers how long each thousand took to merge.
    Times load(int rows);
    /// A page of a hundred for a table of \a rows: half of it new, half of it known and changed (status and time, with
    /// some the contact).
    ColumnBlock changedPage(int rows, int round);
    /// Shows the model in a window of 1800 x 1000 pixels and paints it.
    void show(QTableView &view, QAbstractItemModel &model) const;

    /// The text after each key: a word typed letter by letter and deleted again.
    static QStringList keystrokes();
    /// What a change has posted, the update of the window among it: one frame.
    static void paint();

private:
    FieldTable<Lead> m_fields;
    LeadGenerator m_generator;
    RecordTable m_table;
};

} // namespace Leadline
