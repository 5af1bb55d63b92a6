// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldtable.h"

#include <QJsonObject>
#include <QVariantMap>

namespace Leadline {

/// A field that was edited here and has become something else on Close meanwhile.
struct FieldConflict
{
    Field field{};
    QVariant before{}; ///< what the edit started from
    QVariant mine{};
    QVariant theirs{};
};

/// An edit seen beside what Close has by now.
struct ThreeWayMerge
{
    QJsonObject body{};               ///< what is still to be sent, without the conflicts
    QVariantMap values{};             ///< what those fields will hold
    QList<FieldConflict> conflicts{}; ///< in the order of the fields
};

/// The keys of editable fields that differ between \a before and \a after in what would be sent.
QStringList changedKeys(const FieldList &fields, const QVariantMap &before, const QVariantMap &after);

/// Lays the edit from \a before to \a after over \a theirs. Fields that only one side changed are no
/// conflict, and neither are those that both changed to the same. Lists of choices, users and contacts of
/// custom fields are merged entry by entry; a single entry is added or removed by name ("custom.cf_x.add"),
/// so that an entry that somebody else adds in the same moment stays (developer.close.com/resources/leads).
ThreeWayMerge mergeThreeWays(const FieldList &fields, const QVariantMap &before, const QVariantMap &after,
                             const QVariantMap &theirs);

} // namespace Leadline
