// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordkind.h"

#include <QDateTime>
#include <QMap>
#include <QVariant>

namespace Leadline {

/// What a field held when one last looked, and who changed it since.
struct FormerValue
{
    QVariant value{}; ///< as RecordTable::valueAt() gives it
    QString userId{}; ///< blank while Close's log has not said
};

/// What others made of a record while one was away.
struct AwayChange
{
    enum class What : quint8 { Changed, Added, Deleted, Merged };

    RecordKind kind = RecordKind::Lead;
    QString id{};
    What what = What::Changed;
    QString leadId{};                    ///< of the lead it belongs to; its own for a lead
    QString name{};                      ///< of a record that is gone
    QString mergedInto{};                ///< a lead's id, of Merged
    QMap<QString, FormerValue> former{}; ///< by field key, of Changed; what they are now stands in the table
    QString userId{};                    ///< who did it, as far as Close's log says
    QDateTime at{};
    bool isSeen = false;
};

/// What is kept of this from start to start.
struct AwayState
{
    QDateTime since{};         ///< when one last looked, by this machine's clock; invalid: never
    QDateTime sinceFollowed{}; ///< up to where Close had been followed then, by Close's clock
    qint64 dropped = 0;        ///< older changes than those of the list, too many to be kept
    QList<AwayChange> changes{};

    QByteArray toBytes() const;
    /// Empty for bytes of another version.
    static AwayState fromBytes(const QByteArray &bytes);
};

} // namespace Leadline
