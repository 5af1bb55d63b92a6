// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnblock.h"
#include "idpiece.h"
#include "numberpiece.h"
#include "rowset.h"

#include <atomic>
#include <memory>
#include <string_view>
#include <vector>

namespace Leadline {

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
    Pieces<IdPiece> ids;
    Pieces<SymbolPiece> symbols;
    Pieces<IntegerPiece> integers;
    Pieces<RealPiece> reals;
    QStringList dictionary{QString()}; ///< of Symbol; only ever grows

    std::string_view text(quint32 row) const { return texts.of(row).at(row & (PieceRows - 1)); }
    IdText id(quint32 row) const { return ids.of(row).at(row & (PieceRows - 1)); }
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
    Pieces<IdPiece> ids;
    Pieces<TextPiece> search;        ///< folded, what is not found in the columns; see ColumnBlock::search
    std::vector<ColumnData> columns; ///< in the order of the fields
    RowSet live;                     ///< rows that were not removed

    IdText id(quint32 row) const { return ids.of(row).at(row & (PieceRows - 1)); }
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
