// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "textends.h"

#include <limits>

namespace Leadline {

void TextEnds::reserve(size_t slots)
{
    m_bases.own().reserve((slots >> GroupShift) + 1);
    m_offsets.own().reserve(slots);
}

void TextEnds::append(quint32 end)
{
    if (isWide()) {
        m_wide.own().push_back(end);
        return;
    }
    const size_t slot = m_offsets.size();
    const quint32 base = slot >> GroupShift < m_bases.size() ? m_bases[slot >> GroupShift] : beginOf(slot);
    if (end - base > std::numeric_limits<quint16>::max()) {
        widen();
        m_wide.own().push_back(end);
        return;
    }
    if (slot >> GroupShift == m_bases.size())
        m_bases.own().push_back(base);
    m_offsets.own().push_back(quint16(end - base));
}

void TextEnds::widen()
{
    std::vector<quint32> wide;
    wide.reserve(m_offsets.size() + 1);
    for (size_t slot = 0; slot < m_offsets.size(); ++slot)
        wide.push_back((*this)[slot]);
    *this = TextEnds({}, {}, PieceArray<quint32>(std::move(wide)));
}

void TextEnds::shrink()
{
    m_bases.own().shrink_to_fit();
    m_offsets.own().shrink_to_fit();
    m_wide.own().shrink_to_fit();
}

} // namespace Leadline
