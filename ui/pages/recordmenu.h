// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composerdrafts.h"
#include "session.h"

class QMenu;
class QPoint;

namespace Leadline {

/// What the row menu can ask of the window.
struct RecordMenuActions
{
    std::function<void()> open;
    std::function<void()> edit;           ///< empty where nothing may be changed
    std::function<void()> newContact;     ///< likewise
    std::function<void()> newOpportunity; ///< likewise
    std::function<void()> changeValues;   ///< of several at once; empty where there is nothing of the kind
    std::function<void(const QPoint &)> changeStatus;
    std::function<void(ComposerKind)> compose;      ///< empty where nothing may be written
    std::function<void()> toggleDone;               ///< of tasks; empty for other records
    std::function<void(const QPoint &)> reschedule; ///< likewise
    bool areDone = false;                           ///< whether the tasks are
    std::function<void()> merge;                    ///< of leads, where they may be deleted
    std::function<void()> remove;                   ///< empty where it is not allowed
    std::function<void()> onlyLead;                 ///< narrows the table to the row's lead; empty for leads
    std::function<void()> contacts;                 ///< of the lead; empty for other records
    std::function<void()> opportunities;            ///< likewise
    std::function<void()> exportRows;               ///< to a file; empty where that is offered elsewhere
};

/// The menu for rows of a table. The first of `ids` is the row it was opened on. Shown at once; deletes
/// itself.
void popupRecordMenu(const Session &session, RecordKind kind, const QStringList &ids,
                     const RecordMenuActions &actions, const QPoint &position, QWidget *parent);

} // namespace Leadline
