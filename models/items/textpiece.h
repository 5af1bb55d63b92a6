// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "textends.h"

#include <string_view>

namespace Leadline {

/// Rows are kept in pieces of this many, each shared with the snapshots that were taken of it and copied
/// only when it is written while one is still held.
constexpr quint32 PieceShift = 12;
constexpr quint32 PieceRows = 1U << PieceShift;

/// The texts of one piece in one buffer. A changed text is written over the old one where it fits, else
/// behind all others; what it leaves is filled with NUL, which no search can match, and used again when the
/// buffer is full. While all are blank, only their number is kept: few organizations fill every field. Of a
/// snapshot, rows of one text may share it, until the piece is written.
class TextPiece
{
public:
    TextPiece() = default;
    /// Texts end to end, without NUL, and where each ends; nowhere when all of \a rows are blank. \a slotOf says which
    /// of the texts is whose when some are of several rows.
    TextPiece(PieceArray<char> texts, TextEnds ends, PieceArray<quint16> slotOf, quint32 rows)
        : m_text(std::move(texts))
        , m_ends(std::move(ends))
        , m_slotOf(std::move(slotOf))
        , m_rows(rows)
    {
    }
    size_t size() const { return m_rows; }
    std::string_view at(size_t row) const
    {
        if (isBlank())
            return {};
        const std::string_view text = slotText(m_slotOf.size() == 0 ? row : m_slotOf[row]);
        return m_wasted == 0 ? text : text.substr(0, text.find('\0'));
    }
    void append(std::string_view text);
    void set(size_t row, std::string_view text);
    /// The piece has all its rows: gives back what it holds in reserve, but for a little.
    void shrink();
    size_t bytes() const;

    /// For scans that cross rows: the buffer, where its slots end, and the row in a slot.
    std::string_view buffer() const { return {m_text.data(), m_text.size()}; }
    const TextEnds &ends() const { return m_ends; }
    size_t rowOfSlot(size_t slot) const { return m_rowOf.empty() ? slot : m_rowOf[slot]; }
    /// Whether a slot may be of several rows, which slotOf() tells.
    bool isShared() const { return m_slotOf.size() > 0 && m_rowOf.empty(); }
    std::span<const quint16> slotOf() const { return m_slotOf.span(); }

private:
    bool isBlank() const { return m_ends.size() == 0; }
    std::string_view slotText(size_t slot) const
    {
        const TextEnds::View ends(m_ends);
        const size_t begin = slot == 0 ? 0 : ends[slot - 1];
        return {m_text.data() + begin, ends[slot] - begin};
    }
    void unshare();
    void fillWithBlanks();
    void appendBytes(std::string_view text);
    void makeRoom(size_t bytes);
    void compact();
    void reallocate(size_t capacity);

    PieceArray<char> m_text;
    TextEnds m_ends;              ///< by slot; none while all are blank
    PieceArray<quint16> m_slotOf; ///< by row; empty while slots are rows
    std::vector<quint16> m_rowOf; ///< by slot; empty while slots are rows, or shared
    quint32 m_rows = 0;
    quint32 m_wasted = 0;
};

} // namespace Leadline
