// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <Qt>

namespace Leadline {

/// What TableView and CellDelegate ask a model for, beside Qt::DisplayRole (the finished text, in the
/// person's locale: the delegate formats nothing), Qt::ToolTipRole (plain text; without one an elided
/// cell shows its whole text) and headerData()'s Qt::DisplayRole (the column's title).
/// A model that lives below ui may define the same numbers under names of its own.
namespace CellRole {
enum : int {
    Tone =
        Qt::UserRole + 0x100, ///< int of Leadline::Tone, for pills and dates; else the tone resolver decides
    StatusId,                 ///< QString, a status id for the tone resolver
    SecondaryText,            ///< QString after the text in the second colour (a person's title)
};
} // namespace CellRole

/// How a column's cells are drawn.
enum class CellKind {
    Text,      ///< main text
    Strong,    ///< the record's name: weight 500, SecondaryText after it
    Secondary, ///< second colour
    Number,    ///< right-aligned, figures in columns
    Date,      ///< second colour, or the cell's tone where it has one (overdue)
    Pill,      ///< a status pill in the cell's tone
    Link,      ///< accent; a click on it emits TableView::linkActivated
};

/// One column of a table: model column i is described by entry i.
struct TableColumn
{
    QString key; ///< the field's key; layouts are stored by it
    CellKind kind = CellKind::Text;
    int width = 128;     ///< pixels at 100 %
    bool visible = true; ///< by default; the person may choose otherwise
};

} // namespace Leadline
