// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadtags.h"

#include "rowinsertion.h"

#include <algorithm>
#include <bitset>

namespace Leadline {

namespace {

quint16 tagOf(size_t hash)
{
    return quint16(hash);
}

} // namespace

LeadTags::LeadTags(const TableData &data)
    : m_field(data.fields.indexOf(QStringLiteral("lead_id")))
{
    if (m_field < 0 || data.columns[size_t(m_field)].storage != Storage::Id) {
        m_field = -1;
        return;
    }
    m_tags.reserve(roomFor(data.rows));
    for (quint32 row = 0; row < data.rows; ++row)
        put(data, row);
}

void LeadTags::put(const TableData &data, quint32 row)
{
    if (m_field < 0)
        return;
    if (row >= m_tags.size()) {
        makeRoom(m_tags, 1);
        m_tags.push_back(0);
    }
    m_tags[row] = tagOf(data.columns[size_t(m_field)].ids.of(row).hash(row & (PieceRows - 1)));
}

std::vector<quint32> LeadTags::rowsOf(const std::vector<size_t> &hashes) const
{
    std::vector<quint32> rows;
    if (hashes.size() == 1) {
        const quint16 tag = tagOf(hashes.front());
        for (auto at = std::find(m_tags.begin(), m_tags.end(), tag); at != m_tags.end();
             at = std::find(at + 1, m_tags.end(), tag))
            rows.push_back(quint32(at - m_tags.begin()));
        return rows;
    }
    std::bitset<1 << 16> wanted;
    for (const size_t hash : hashes)
        wanted.set(tagOf(hash));
    for (size_t row = 0; row < m_tags.size() && !hashes.empty(); ++row) {
        if (wanted.test(m_tags[row]))
            rows.push_back(quint32(row));
    }
    return rows;
}

} // namespace Leadline
