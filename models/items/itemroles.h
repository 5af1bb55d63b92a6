// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <Qt>

namespace Leadline {

/// What the item models answer beside Qt's own roles.
enum ItemRole {
    SortRole = Qt::UserRole + 1, ///< the raw value, as FieldType describes it
    RecordIdRole,                ///< the record's id [QString]
    LeadIdRole,                  ///< the id of the lead it belongs to; its own for a lead [QString]
    FieldKeyRole,                ///< of the column; in the header too [QString]
    FieldTypeRole,               ///< FieldType of the column; in the header too [int]
    SymbolRole,     ///< of a status, user, pipeline or choice cell: its id or Close's word [QString]
    StatusTypeRole, ///< of an opportunity status cell: "active", "won" or "lost" [QString]
    RecordRowRole,  ///< the row in the RecordTable; good until its next signal [uint]
    PendingRole,     ///< PendingKind of the record; nothing where Close has it as shown [int]
    PendingCellRole, ///< whether the cell shows what Close does not have yet [bool]
};

} // namespace Leadline
