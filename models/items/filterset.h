// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "filter.h"

namespace Leadline {

/// All that narrows a table: the words of its search box, its chips, and one lead where it is a lead's.
struct FilterSet
{
    QString text{};   ///< each of its words is in the record's search text
    QString leadId{}; ///< only this lead's records; blank for all
    /// Only these records: what a search on Close found. Not stored.
    std::optional<QStringList> ids{};
    QList<Filter> filters{};

    friend bool operator==(const FilterSet &, const FilterSet &) = default;

    bool isEmpty() const { return text.trimmed().isEmpty() && leadId.isEmpty() && filters.isEmpty() && !ids; }

    /// With a version, for settings.
    QJsonObject toJson() const;
    /// An empty set for another version; single filters that are not known are left out.
    static FilterSet fromJson(const QJsonObject &object);
};

} // namespace Leadline
