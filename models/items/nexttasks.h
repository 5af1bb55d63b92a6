// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pipelinecard.h"
#include "recordtable.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Leadline {

/// What is to be done next for each lead: of its open tasks the one that is due first. Worked out when first asked for,
/// and then kept up with what comes.
class NextTasks : public QObject
{
    Q_OBJECT

public:
    /// \a tasks is not owned.
    explicit NextTasks(const RecordTable *tasks, QObject *parent = nullptr);

    /// Of the lead in a row of a table whose records belong to leads; nothing where nothing is to be done.
    std::optional<NextTask> of(const RecordTable &table, quint32 row) const;
    /// The task's row.
    std::optional<quint32> rowOf(const RecordTable &table, quint32 row) const;

Q_SIGNALS:
    void changed();

private:
    void takeChange(const TableChange &change);
    void forget();
    void read() const;
    void readRow(quint32 row) const;
    void readLead(quint32 row) const;
    bool isOpen(quint32 row) const;

    QPointer<const RecordTable> m_tasks;
    mutable bool m_isRead = false;
    mutable QHash<size_t, quint32> m_next; ///< rows of tasks, by the hash of their lead's id
};

} // namespace Leadline
