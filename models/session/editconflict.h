// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordkind.h"
#include "threeway.h"

#include <QDateTime>

#include <functional>

namespace Leadline {

/// A save that waits for a person: the record has changed on Close since the edit began, in fields that were
/// edited here too. Nothing has been sent. Letting go of it without an answer gives the save up.
class EditConflict
{
public:
    /// What is kept of a field.
    enum class Choice { Mine, Theirs, Before };
    using Decide = std::function<void(const QMap<QString, Choice> &)>;

    EditConflict(RecordKind kind, QString id, QList<FieldConflict> fields);
    ~EditConflict();
    EditConflict(const EditConflict &) = delete;
    EditConflict &operator=(const EditConflict &) = delete;

    RecordKind kind() const { return m_kind; }
    QString recordId() const { return m_id; }
    const QList<FieldConflict> &fields() const { return m_fields; }

    QString changedBy; ///< user id, or blank
    QDateTime changedAt;

    /// Set by whoever made it; each runs at most once, and only one of them.
    Decide onDecided;
    std::function<void()> onGivenUp;

    /// Sends the save with these choices; a field without one stays as it is on Close.
    void decide(const QMap<QString, Choice> &choices);
    void giveUp();

private:
    RecordKind m_kind;
    QString m_id;
    QList<FieldConflict> m_fields;
};

using EditConflictPointer = std::shared_ptr<EditConflict>;

} // namespace Leadline
