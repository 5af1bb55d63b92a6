// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "piecearray.h"

#include <QtGlobal>

namespace Leadline {

/// Where texts end that lie one behind the other, by slot: two bytes each, beside four for every group of slots;
/// four bytes each when the texts of one group are too long for that.
class TextEnds
{
public:
    static constexpr size_t GroupShift = 5;

    TextEnds() = default;
    /// As bases() and offsets() gave them, or wide().
    TextEnds(PieceArray<quint32> bases, PieceArray<quint16> offsets, PieceArray<quint32> wide)
        : m_bases(std::move(bases))
        , m_offsets(std::move(offsets))
        , m_wide(std::move(wide))
    {
    }

    /// To read many of them; good until they are changed.
    class View
    {
    public:
        explicit View(const TextEnds &ends)
            : m_bases(ends.m_bases.data())
            , m_offsets(ends.m_offsets.data())
            , m_wide(ends.isWide() ? ends.m_wide.data() : nullptr)
        {
        }
        quint32 operator[](size_t slot) const
        {
            return m_wide ? m_wide[slot] : m_bases[slot >> GroupShift] + m_offsets[slot];
        }

    private:
        const quint32 *m_bases;
        const quint16 *m_offsets;
        const quint32 *m_wide;
    };

    size_t size() const { return isWide() ? m_wide.size() : m_offsets.size(); }
    quint32 operator[](size_t slot) const { return View(*this)[slot]; }
    quint32 beginOf(size_t slot) const { return slot == 0 ? 0 : (*this)[slot - 1]; }
    void reserve(size_t slots);
    /// Not before the one before.
    void append(quint32 end);
    /// Gives back what is held in reserve.
    void shrink();
    size_t bytes() const { return m_bases.bytes() + m_offsets.bytes() + m_wide.bytes(); }

    std::span<const quint32> bases() const { return m_bases.span(); }
    std::span<const quint16> offsets() const { return m_offsets.span(); }
    std::span<const quint32> wide() const { return m_wide.span(); }

private:
    bool isWide() const { return m_wide.size() > 0; }
    void widen();

    PieceArray<quint32> m_bases;   ///< by group: where its first slot begins
    PieceArray<quint16> m_offsets; ///< by slot, from its group's base
    PieceArray<quint32> m_wide;    ///< by slot, in place of both
};

} // namespace Leadline
