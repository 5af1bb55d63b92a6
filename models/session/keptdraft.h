// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QList>
#include <QStringList>
#include <QVariantMap>

#include <optional>

namespace Leadline {

/// What a person typed and Close does not have: a form that was not finished, a note, call or task that was
/// not saved. A value, as the local copy keeps it; it does not need the field tables it was made by.
struct KeptDraft
{
    enum class Kind { Lead, Contact, Opportunity, Note, Call, Task };

    /// What was typed about one record. A new lead has a part of its own and one for each of its contacts.
    struct Part
    {
        QVariantMap base{};             ///< by field key: what the form began with
        QVariantMap typed{};            ///< the fields that were edited; a cleared one is blank
        QMap<QString, QString> texts{}; ///< what stands in fields and is no value yet ("1.2.")

        bool isEmpty() const { return typed.isEmpty() && texts.isEmpty(); }
        friend bool operator==(const Part &, const Part &) = default;
    };

    /// A creation that was sent and not answered: Close may have it.
    struct Attempt
    {
        /// The records it could be mistaken for, which were there before; nothing while they are not known.
        std::optional<QStringList> known{};
        QDateTime newest{}; ///< the last change that was known then, by Close's clock
        QDateTime sent{};   ///< the first time, by this machine's clock

        friend bool operator==(const Attempt &, const Attempt &) = default;
    };

    QString id{}; ///< of the draft, not of a record
    Kind kind = Kind::Lead;
    QString recordId{}; ///< blank for what is to be created
    QString leadId{};   ///< the lead it hangs on; blank for a lead itself
    QString leadName{}; ///< what that one was called, for the time before it is loaded
    QList<Part> parts{};
    std::optional<Attempt> attempt{};
    QDateTime changedAt{}; ///< UTC

    /// Whether it is a form's, not a note, a call or a task.
    bool isForm() const { return kind <= Kind::Opportunity; }
    /// Whether both hold the same text about the same thing, whenever it was typed.
    bool isSameText(const KeptDraft &other) const;
};

/// As the local copy keeps it, without the id.
QByteArray draftToJson(const KeptDraft &draft);
/// Nothing where \a json is no draft of a kind this version knows.
std::optional<KeptDraft> draftFromJson(const QString &id, const QByteArray &json);

} // namespace Leadline
