// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnblock.h"
#include "recordkind.h"
#include "schema.h"

namespace Leadline {

class LocalCopy;
struct CopyChange;

/// A change of one record that stands in the local copy, and that the list of what others changed may not
/// tell yet: it is written a moment later, and the program may be killed in between. So that the next start
/// can tell it, what was there before is kept until the list has it.
struct UntoldChange
{
    QString keptId; ///< under which what was there before is kept
    RecordKind kind = RecordKind::Lead;
    QString id;
    ColumnBlock former; ///< without rows where it was not there
    ColumnBlock now;    ///< without rows where it is not there any more
    /// Of a lead that was there.
    ColumnBlock formerContacts; ///< of those that it still has
    ColumnBlock contacts;
    QStringList newContacts;
    QList<QPair<QString, ColumnBlock>> leftContacts; ///< one each, by id

    /// Adds what stands in the place of \a change's new and changed records now. Under which ids; these are
    /// taken out of the copy when the list is written.
    static QStringList keepFormer(LocalCopy &copy, CopyChange &change);
    /// Oldest first.
    static QList<UntoldChange> readAll(LocalCopy &copy, const Schema &schema);
};

} // namespace Leadline
