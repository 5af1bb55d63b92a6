// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "textpiece.h"

#include <array>
#include <optional>
#include <string>

namespace Leadline {

/// The letters and digits of an id behind its prefix, six bits each: Close's ids are a word, an underscore and 43
/// or 44 of them (observed: every id in tests/fixtures).
using PackedId = std::array<quint8, 33>;

/// An id as it is looked for.
class IdKey
{
public:
    explicit IdKey(std::string_view id);

    std::string_view text() const { return m_text; }
    /// Up to and with the underscore.
    std::string_view prefix() const { return text().substr(0, m_prefixSize); }
    /// Nothing for an id of another form than Close's.
    const std::optional<PackedId> &packed() const { return m_packed; }
    size_t hash() const;

private:
    std::string m_text;
    size_t m_prefixSize = 0;
    std::optional<PackedId> m_packed;
};

/// The text of an id that was read from a piece; good while the piece is.
class IdText
{
public:
    IdText() = default;
    explicit IdText(std::string_view lent)
        : m_lent(lent)
        , m_isLent(true)
    {
    }
    IdText(std::string_view prefix, const quint8 *packed);

    std::string_view view() const
    {
        return m_isLent ? m_lent : std::string_view(m_own.data(), m_size);
    }
    operator std::string_view() const { return view(); }
    bool empty() const { return view().empty(); }
    friend bool operator==(const IdText &a, std::string_view b) { return a.view() == b; }

private:
    std::string_view m_lent;
    std::array<char, 56> m_own{};
    quint8 m_size = 0;
    bool m_isLent = false;
};

/// The ids of one piece of a column, packed while all have one prefix and Close's form, else as they are. While
/// all are blank, only their number is kept. Of a snapshot, rows of one id may share it, until the piece is written.
class IdPiece
{
public:
    IdPiece() = default;
    /// As prefix() and packed() gave them; no bytes when all of \a rows are blank. \a slotOf says which of the ids is
    /// whose when some are of several rows.
    IdPiece(std::string_view prefix, PieceArray<quint8> packed, PieceArray<quint16> slotOf, quint32 rows)
        : m_prefix(prefix)
        , m_packed(std::move(packed))
        , m_slotOf(std::move(slotOf))
        , m_rows(rows)
    {
    }
    explicit IdPiece(TextPiece texts)
        : m_rows(quint32(texts.size()))
        , m_texts(std::make_unique<TextPiece>(std::move(texts)))
    {
    }
    IdPiece(const IdPiece &other);
    IdPiece &operator=(const IdPiece &) = delete;

    size_t size() const { return m_rows; }
    IdText at(size_t row) const;
    bool isBlank(size_t row) const;
    bool isSame(size_t row, const IdKey &key) const;
    /// What IdKey::hash() makes of it.
    size_t hash(size_t row) const;
    void append(std::string_view id);
    void set(size_t row, std::string_view id);
    /// The piece has all its rows: gives back what it holds in reserve.
    void shrink();
    size_t bytes() const { return m_texts ? m_texts->bytes() : m_packed.bytes() + m_slotOf.bytes(); }

    bool isPacked() const { return !m_texts; }
    std::string_view prefix() const { return m_prefix; }
    std::span<const quint8> packed() const { return m_packed.span(); }

private:
    const quint8 *bytesAt(size_t row) const
    {
        const size_t slot = m_slotOf.size() == 0 ? row : m_slotOf[row];
        return m_packed.data() + slot * std::tuple_size_v<PackedId>;
    }
    void unshare();
    bool pack(std::string_view id, PackedId &packed);
    void unpackAll();

    std::string m_prefix;
    PieceArray<quint8> m_packed;
    PieceArray<quint16> m_slotOf; ///< by row; empty while slots are rows
    quint32 m_rows = 0;
    std::unique_ptr<TextPiece> m_texts; ///< in place of the packed ones
};

} // namespace Leadline
