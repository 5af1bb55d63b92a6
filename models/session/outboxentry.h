// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "recordkind.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace Leadline {

/// A write that has not reached Close.
struct OutboxEntry
{
    enum class Action { Change, Create, Delete, Note, Call };
    enum class State {
        Waiting, ///< for its turn, or for the network
        Sending,
        Stopped, ///< Close did not take it; error says why
    };

    QString id{};     ///< its own
    qint64 place = 0; ///< in the order
    Action action = Action::Change;
    RecordKind kind = RecordKind::Lead;
    QString recordId{};       ///< the record it is about; of one that is made, an id of ours
    QString name{};           ///< what a person calls that
    QJsonObject before{};     ///< of a change: what the edit started from
    QJsonObject body{};       ///< what is to be sent, under Close's keys
    QStringList contactIds{}; ///< ids of ours of the contacts in the body of a new lead
    QDateTime queued{};
    State state = State::Waiting;
    std::optional<ApiError> error{};

    /// It was sent once and may be in Close: a creation is looked for before it is sent again, and what
    /// follows is no part of it.
    bool isAttempted = false;
    QDateTime firstSent{};
    std::optional<QStringList> known{}; ///< records that it cannot be: they were there before
    /// Not sent, as the disk had no room to note that it would be: after a crash nobody would know.
    bool waitsForRoom = false;

    /// Whether a record appears in Close by it.
    bool isCreation() const { return action != Action::Change && action != Action::Delete; }
    /// The records that are made by it, by ids of ours.
    QStringList madeIds() const;
    /// Whether it can only be sent behind \a earlier: the same record, or one that is made by it.
    bool dependsOn(const OutboxEntry &earlier) const;
    /// Puts Close's ids in the place of ours; whether there were any.
    bool replaceIds(const QHash<QString, QString> &ids);
};

/// An id for a record that Close does not know yet.
QString newLocalId();
bool isLocalId(const QString &id);
/// Whether a value in \a body is one.
bool namesLocalId(const QJsonObject &body);

/// An entry as it is kept in the local copy.
QByteArray outboxDocument(const OutboxEntry &entry);
/// And back; nothing where it cannot be read.
std::optional<OutboxEntry> readOutboxDocument(const QByteArray &json);

} // namespace Leadline
