// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordkind.h"

#include <QObject>
#include <QVariantMap>

#include <optional>

namespace Leadline {

/// The last saves of a session, newest last, as what it takes to undo them. Undoing a change is the change
/// back, through the same check for changes made elsewhere; undoing a creation is a deletion.
class UndoStack : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        RecordKind kind = RecordKind::Lead;
        QString id{};
        QString name{};
        QVariantMap before{}; ///< of the fields that were changed; empty for a creation
        QVariantMap after{};
        bool isCreation = false;
        QString queued{}; ///< the outbox's entry, while Close does not have it
    };

    explicit UndoStack(QObject *parent = nullptr);

    bool isEmpty() const { return m_entries.isEmpty(); }
    /// What undoing would undo.
    std::optional<Entry> last() const;
    /// Takes the last entry of a record away, because it is being undone or the record has gone.
    void take(const QString &id);

    /// A change that takes the last one of its record back is no further save: it takes that entry away.
    void addChange(const Entry &entry);
    void addCreation(RecordKind kind, const QString &id, const QString &name);
    /// A save that waits in the outbox.
    void addQueued(const Entry &entry);
    /// It waits no longer.
    void forgetQueued(const QString &outboxId);
    /// Forgets a record that was deleted.
    void forget(const QString &id);

Q_SIGNALS:
    /// A save was added or taken away.
    void changed();

private:
    void add(const Entry &entry);

    QList<Entry> m_entries;
};

} // namespace Leadline
