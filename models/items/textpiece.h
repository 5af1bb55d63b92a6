// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "piecearray.h"

#include <QtGlobal>

#include <string_view>

namespace Leadline {

/// Rows are kept in pieces of this many, each shared with the snapshots that were taken of it and copied
/// only when it is written while one is still held.
constexpr quint32 PieceShift = 12;
constexpr quint32 PieceRows = 1U << PieceShift;

/// The texts of one piece in one buffer. A changed text is written over the old one where it fits, else
/// behind all others; what it leaves is filled with NUL, which no search can match, and used again when the
/// buffer is full. While all are blank, only their number is kept: few organizations fill every field.
class TextPiece
{
public:
    TextPiece() = default;
    /// Texts end to end, without NUL, and where each of \a rows ends; nowhere when all are blank.
    TextPiece(PieceArray<char> texts, PieceArray<quint32> ends, quint32 rows)
        : m_text(std::move(texts))
        , m_ends(std::move(ends))
        , m_rows(rows)
    {
    }
    size_t size() const { return m_rows; }
    std::string_view at(size_t row) const
    {
        if (isBlank())
            return {};
        const size_t slot = m_slotOf.empty() ? row : m_slotOf[row];
        const size_t begin = slot == 0 ? 0 : m_ends[slot - 1];
        const std::string_view text(m_text.data() + begin, m_ends[slot] - begin);
        return m_wasted == 0 ? text : text.substr(0, text.find('\0'));
    }
    void append(std::string_view text);
    void set(size_t row, std::string_view text);
    /// The piece has all its rows: gives back what it holds in reserve, but for a little.
    void shrink();
    size_t bytes() const;

    /// For scans that cross rows: the buffer, where its slots end, and the row in a slot.
    std::string_view buffer() const { return {m_text.data(), m_text.size()}; }
    std::span<const quint32> ends() const { return m_ends.span(); }
    size_t rowOfSlot(size_t slot) const { return m_rowOf.empty() ? slot : m_rowOf[slot]; }

private:
    bool isBlank() const { return m_ends.size() == 0; }
    void appendBytes(std::string_view text);
    void makeRoom(size_t bytes);
    void compact();
    void reallocate(size_t capacity);

    PieceArray<char> m_text;
    PieceArray<quint32> m_ends;    ///< by slot; none while all are blank
    std::vector<quint16> m_slotOf; ///< by row; empty while slots are rows
    std::vector<quint16> m_rowOf;  ///< by slot; empty while slots are rows
    quint32 m_rows = 0;
    quint32 m_wasted = 0;
};

} // namespace Leadline
