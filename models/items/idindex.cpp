// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "idindex.h"

#include <algorithm>

namespace Leadline {

namespace {

constexpr size_t LeastSlots = 32;

/// A fifth stays free: fuller, a search passes too many others.
size_t slotsFor(size_t rows)
{
    return std::max(LeastSlots, rows + rows / 4 + 1);
}

size_t hashOf(const TableData &data, quint32 row)
{
    return data.ids.of(row).hash(row & (PieceRows - 1));
}

} // namespace

/// The slot of the row with that id; as many as there are slots where there is none.
size_t IdIndex::Part::find(const TableData &data, const IdKey &key, size_t hash) const
{
    if (slots.empty())
        return 0;
    const quint32 tag = tagOf(hash);
    for (size_t i = homeOf(hash); slots[i] != Empty; i = after(i)) {
        if ((slots[i] & ~RowMask) != tag || slots[i] == Removed)
            continue;
        const quint32 row = slots[i] & RowMask;
        if (data.ids.of(row).isSame(row & (PieceRows - 1), key))
            return i;
    }
    return slots.size();
}

int IdIndex::rowOf(const TableData &data, std::string_view id) const
{
    const IdKey key(id);
    const size_t hash = key.hash();
    const Part &part = m_parts[partOf(hash)];
    const size_t slot = part.find(data, key, hash);
    return slot < part.slots.size() ? int(part.slots[slot] & RowMask) : -1;
}

void IdIndex::remove(const TableData &data, std::string_view id)
{
    const IdKey key(id);
    const size_t hash = key.hash();
    Part &part = m_parts[partOf(hash)];
    if (const size_t slot = part.find(data, key, hash); slot < part.slots.size())
        part.slots[slot] = Removed;
}

void IdIndex::Part::place(size_t hash, quint32 row)
{
    size_t i = homeOf(hash);
    while (slots[i] != Empty)
        i = after(i);
    slots[i] = tagOf(hash) | row;
    ++used;
}

void IdIndex::Part::resize(const TableData &data, size_t size)
{
    std::vector<quint32> before(size, Empty);
    before.swap(slots);
    used = 0;
    for (const quint32 slot : before) {
        if (slot != Empty && slot != Removed)
            place(hashOf(data, slot & RowMask), slot & RowMask);
    }
}

void IdIndex::insert(const TableData &data, quint32 row)
{
    const size_t hash = hashOf(data, row);
    const size_t at = partOf(hash);
    Part &part = m_parts[at];
    // They begin with different sizes, so that they do not all grow at the same time.
    if (slotsFor(part.used + 1) > part.slots.size())
        part.resize(data, std::max(LeastSlots + at * LeastSlots / 2 / m_parts.size(), part.slots.size() * 3 / 2));
    part.place(hash, row);
}

void IdIndex::reserve(const TableData &data, size_t rows)
{
    // The parts are not quite equal.
    const size_t size = slotsFor(rows / m_parts.size() * 17 / 16 + 1);
    for (Part &part : m_parts) {
        if (part.slots.size() < size)
            part.resize(data, size);
    }
}

size_t IdIndex::bytes() const
{
    size_t total = 0;
    for (const Part &part : m_parts)
        total += part.slots.capacity() * sizeof(quint32);
    return total;
}

} // namespace Leadline
