// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

namespace Leadline {

/// Who changed a record lately, as far as Close's log of changes says.
struct ChangeAuthor
{
    QString userId{}; ///< of the latest event; blank for Close itself, and where nothing is known
    QHash<QString, QString> byField{}; ///< user ids, by Close's key of the field
    QDateTime at{};                    ///< of the latest event
    QString mergedInto{};              ///< the lead that a lead was merged into

    /// Whose value of that field it is.
    QString userOf(const QString &key) const { return byField.value(key, userId); }
};

} // namespace Leadline
