// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "undostack.h"

namespace Leadline {

namespace {

constexpr qsizetype MostEntries = 50;

} // namespace

UndoStack::UndoStack(QObject *parent)
    : QObject(parent)
{
}

std::optional<UndoStack::Entry> UndoStack::last() const
{
    return m_entries.isEmpty() ? std::nullopt : std::optional(m_entries.last());
}

void UndoStack::add(const Entry &entry)
{
    m_entries.append(entry);
    if (m_entries.size() > MostEntries)
        m_entries.removeFirst();
    Q_EMIT changed();
}

void UndoStack::take(const QString &id)
{
    for (auto i = m_entries.size() - 1; i >= 0; --i) {
        if (m_entries.at(i).id == id) {
            m_entries.removeAt(i);
            Q_EMIT changed();
            return;
        }
    }
}

void UndoStack::addChange(const Entry &entry)
{
    for (auto i = m_entries.size() - 1; i >= 0; --i) {
        const Entry &known = m_entries.at(i);
        // What waits is replaced by its own save.
        if (known.id != entry.id || (entry.queued.isEmpty() && !known.queued.isEmpty()))
            continue;
        // Close may write a value its own way, so that only where the change leads to counts.
        if (!known.isCreation && known.before == entry.after) {
            m_entries.removeAt(i);
            Q_EMIT changed();
            return;
        }
        break;
    }
    add(entry);
}

void UndoStack::addCreation(RecordKind kind, const QString &id, const QString &name)
{
    Entry entry;
    entry.kind = kind;
    entry.id = id;
    entry.name = name;
    entry.isCreation = true;
    add(entry);
}

void UndoStack::addQueued(const Entry &entry)
{
    if (entry.isCreation)
        add(entry);
    else
        addChange(entry);
}

void UndoStack::forgetQueued(const QString &outboxId)
{
    if (m_entries.removeIf([&](const Entry &entry) { return entry.queued == outboxId; }) > 0)
        Q_EMIT changed();
}

void UndoStack::forget(const QString &id)
{
    if (m_entries.removeIf([&](const Entry &entry) { return entry.id == id; }) > 0)
        Q_EMIT changed();
}

} // namespace Leadline
