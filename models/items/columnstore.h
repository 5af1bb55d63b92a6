// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnblock.h"
#include "numberpiece.h"
#include "piecearray.h"
#include "rowset.h"

#include <atomic>
#include <memory>
#include <string_view>
#include <vector>

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

/// The pieces of one column. Copying it takes a snapshot. Only the thread that owns the table copies and
/// writes; any thread may read a copy it was given.
template <typename Piece>
class Pieces
{
public:
    size_t count() const { return m_pieces.size(); }
    const Piece &piece(size_t index) const { return *m_pieces[index]; }
    const Piece &of(quint32 row) const { return *m_pieces[row >> PieceShift]; }
    Piece &writable(quint32 row)
    {
        const size_t index = row >> PieceShift;
        if (index == m_pieces.size())
            m_pieces.push_back(std::make_shared<Piece>());
        std::shared_ptr<Piece> &held = m_pieces[index];
        if (held.use_count() > 1)
            held = std::make_shared<Piece>(*held);
        else
            std::atomic_thread_fence(std::memory_order_acquire); // after the last reader let go
        return *held;
    }
    void append(std::shared_ptr<Piece> piece) { m_pieces.push_back(std::move(piece)); }

private:
    std::vector<std::shared_ptr<Piece>> m_pieces;
};

/// One field's values; which of the pieces is filled follows from the storage.
struct ColumnData
{
    Storage storage = Storage::None;
    Pieces<TextPiece> texts;
    Pieces<SymbolPiece> symbols;
    Pieces<IntegerPiece> integers;
    Pieces<RealPiece> reals;
    QStringList dictionary{QString()}; ///< of Symbol; only ever grows

    std::string_view text(quint32 row) const { return texts.of(row).at(row & (PieceRows - 1)); }
    quint32 symbol(quint32 row) const { return symbols.of(row).at(row & (PieceRows - 1)); }
    qint64 integer(quint32 row) const { return integers.of(row)[row & (PieceRows - 1)]; }
    double real(quint32 row) const { return reals.of(row)[row & (PieceRows - 1)]; }
    bool isBlank(quint32 row) const;
    size_t bytes() const;
};

/// All records of a table as columns: what searches, sorts and filters read. A copy is a snapshot.
struct TableData
{
    FieldList fields;
    quint32 rows = 0; ///< places, those of removed records included
    Pieces<TextPiece> ids;
    Pieces<TextPiece> search;        ///< folded, what is not found in the columns; see ColumnBlock::search
    std::vector<ColumnData> columns; ///< in the order of the fields
    RowSet live;                     ///< rows that were not removed

    std::string_view id(quint32 row) const { return ids.of(row).at(row & (PieceRows - 1)); }
    std::string_view searchText(quint32 row) const { return search.of(row).at(row & (PieceRows - 1)); }
    quint32 pieces() const { return quint32(ids.count()); }
    /// The rows of a piece: from first() to before last().
    static quint32 first(quint32 piece) { return piece << PieceShift; }
    quint32 last(quint32 piece) const { return qMin(rows, (piece + 1) << PieceShift); }
    size_t bytes() const;
};

/// The storage of \a field's column: None for a field that has no column and is not filtered by, as
/// ColumnBlockBuilder does it.
Storage columnStorage(const Field &field);

} // namespace Leadline
