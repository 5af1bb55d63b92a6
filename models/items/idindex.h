// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnstore.h"

#include <array>

namespace Leadline {

/// Finds a record's row by its id: open addressing, 5 to 8 bytes a record, the ids themselves stay in the
/// table's column. In parts that grow each for itself, so that no insertion has to wait for all of them: so many
/// that even of a million records few grow while a page is taken in. For 67 million records at the most.
class IdIndex
{
public:
    /// The row of \a id, or -1.
    int rowOf(const TableData &data, std::string_view id) const;
    /// Adds a row whose id is not in the index.
    void insert(const TableData &data, quint32 row);
    /// Makes room for so many rows in all.
    void reserve(const TableData &data, size_t rows);
    void remove(const TableData &data, std::string_view id);
    void clear() { m_parts = {}; }
    size_t bytes() const;

private:
    static constexpr int PartBits = 10;
    static constexpr int RowBits = 26;
    static constexpr quint32 RowMask = (quint32(1) << RowBits) - 1;
    static constexpr quint32 Empty = 0xFFFFFFFF;
    static constexpr quint32 Removed = 0xFFFFFFFE;

    struct Part
    {
        std::vector<quint32> slots; ///< rows, tagged
        size_t used = 0;            ///< removed ones included

        size_t find(const TableData &data, const IdKey &key, size_t hash) const;
        void place(size_t hash, quint32 row);
        void resize(const TableData &data, size_t size);
        /// Where to look first: the hash as a fraction, so that any number of slots will do.
        size_t homeOf(size_t hash) const { return size_t(quint64(quint32(hash)) * slots.size() >> 32); }
        size_t after(size_t slot) const { return slot + 1 == slots.size() ? 0 : slot + 1; }
    };
    /// By other bits than homeOf() takes.
    static size_t partOf(size_t hash) { return quint64(hash) >> (64 - PartBits); }
    /// Some bits of the hash beside the row: an id is looked at, far away in memory, only where they are the same.
    static quint32 tagOf(size_t hash) { return quint32(quint64(hash) >> 32) << RowBits; }

    std::array<Part, 1 << PartBits> m_parts;
};

} // namespace Leadline
