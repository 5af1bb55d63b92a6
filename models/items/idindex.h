// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnstore.h"

namespace Leadline {

/// Finds a record's row by its id: open addressing, 4 to 8 bytes a record, the ids themselves stay in the
/// table's column.
class IdIndex
{
public:
    /// The row of \a id, or -1.
    int rowOf(const TableData &data, std::string_view id) const;
    /// Adds a row whose id is not in the index.
    void insert(const TableData &data, quint32 row);
    void remove(const TableData &data, std::string_view id);
    void clear();
    size_t bytes() const { return m_slots.capacity() * sizeof(quint32); }

private:
    void grow(const TableData &data);
    void place(const TableData &data, quint32 row);

    static constexpr quint32 Empty = 0xFFFFFFFF;
    static constexpr quint32 Removed = 0xFFFFFFFE;

    std::vector<quint32> m_slots; ///< rows; a power of two of them
    size_t m_used = 0;            ///< removed ones included
};

} // namespace Leadline
