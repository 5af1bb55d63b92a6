// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnstore.h"

namespace Leadline {

/// Two bytes of the hash of each record's lead id, side by side: the records of a lead are found among millions without
/// a look at the ids of all, which lie far apart. Empty for a table without such a column.
class LeadTags
{
public:
    LeadTags() = default;
    /// Of all rows.
    explicit LeadTags(const TableData &data);

    /// Of a row that is new, the last one, or that has another lead now.
    void put(const TableData &data, quint32 row);
    /// The rows that may be of leads with these hashes (IdKey::hash()), ascending; few others are among them.
    std::vector<quint32> rowsOf(const std::vector<size_t> &hashes) const;
    size_t bytes() const { return m_tags.size() * sizeof(quint16); }

private:
    int m_field = -1;
    std::vector<quint16> m_tags; ///< by row
};

} // namespace Leadline
