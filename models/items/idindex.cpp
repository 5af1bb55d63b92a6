// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "idindex.h"

#include <QHashFunctions>

namespace Leadline {

namespace {

size_t hashOf(std::string_view id)
{
    return qHashBits(id.data(), id.size());
}

} // namespace

int IdIndex::rowOf(const TableData &data, std::string_view id) const
{
    if (m_slots.empty())
        return -1;
    const size_t mask = m_slots.size() - 1;
    for (size_t i = hashOf(id) & mask; m_slots[i] != Empty; i = (i + 1) & mask) {
        if (m_slots[i] != Removed && data.id(m_slots[i]) == id)
            return int(m_slots[i]);
    }
    return -1;
}

void IdIndex::place(const TableData &data, quint32 row)
{
    const size_t mask = m_slots.size() - 1;
    size_t i = hashOf(data.id(row)) & mask;
    while (m_slots[i] != Empty)
        i = (i + 1) & mask;
    m_slots[i] = row;
    ++m_used;
}

void IdIndex::insert(const TableData &data, quint32 row)
{
    if ((m_used + 1) * 4 > m_slots.size() * 3)
        grow(data);
    place(data, row);
}

void IdIndex::remove(const TableData &data, std::string_view id)
{
    if (m_slots.empty())
        return;
    const size_t mask = m_slots.size() - 1;
    for (size_t i = hashOf(id) & mask; m_slots[i] != Empty; i = (i + 1) & mask) {
        if (m_slots[i] != Removed && data.id(m_slots[i]) == id) {
            m_slots[i] = Removed;
            return;
        }
    }
}

void IdIndex::grow(const TableData &data)
{
    std::vector<quint32> before(std::max<size_t>(16, m_slots.size() * 2), Empty);
    before.swap(m_slots);
    m_used = 0;
    for (const quint32 row : before) {
        if (row != Empty && row != Removed)
            place(data, row);
    }
}

void IdIndex::clear()
{
    m_slots.clear();
    m_used = 0;
}

} // namespace Leadline
