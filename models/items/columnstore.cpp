// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "columnstore.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace Leadline {

void TextPiece::appendBytes(std::string_view text)
{
    const size_t begin = m_text.size();
    m_text.append(text);
    // NUL is the filling of this buffer; it is no text in a CRM either.
    if (text.find('\0') != std::string_view::npos)
        std::replace(m_text.begin() + std::ptrdiff_t(begin), m_text.end(), '\0', ' ');
    m_ends.push_back(quint32(m_text.size()));
}

void TextPiece::append(std::string_view text)
{
    if (!m_slotOf.empty()) {
        m_slotOf.push_back(quint16(m_ends.size()));
        m_rowOf.push_back(quint16(m_rows));
    }
    appendBytes(text);
    ++m_rows;
}

void TextPiece::set(size_t row, std::string_view text)
{
    const size_t slot = m_slotOf.empty() ? row : m_slotOf[row];
    const size_t begin = slot == 0 ? 0 : m_ends[slot - 1];
    const size_t room = m_ends[slot] - begin;
    if (text.size() <= room) {
        char *place = m_text.data() + begin;
        std::replace_copy(text.begin(), text.end(), place, '\0', ' ');
        std::fill(place + text.size(), place + room, '\0');
        m_wasted += quint32(room - text.size());
        return;
    }
    if (m_slotOf.empty()) {
        m_slotOf.resize(m_rows);
        m_rowOf.resize(m_rows);
        for (quint32 i = 0; i < m_rows; ++i)
            m_slotOf[i] = m_rowOf[i] = quint16(i);
    }
    std::fill_n(m_text.data() + begin, room, '\0');
    m_wasted += quint32(room);
    makeRoom(text.size());
    m_slotOf[row] = quint16(m_ends.size());
    m_rowOf.push_back(quint16(row));
    appendBytes(text);
}

void TextPiece::makeRoom(size_t bytes)
{
    const bool full = m_text.size() + bytes > m_text.capacity();
    if (m_ends.size() == 2 * PieceRows || (full && m_wasted > bytes && m_wasted > m_text.size() / 64))
        compact();
    if (m_text.size() + bytes > m_text.capacity())
        reallocate(m_text.size() + bytes + m_text.size() / 16);
}

/// Moves the texts together where they are: no memory is asked for, which would be dear in the middle of a
/// merge (first touch of 4 KiB measured at up to 10 us).
void TextPiece::compact()
{
    size_t to = 0;
    size_t slots = 0;
    size_t begin = 0;
    for (size_t slot = 0; slot < m_ends.size(); ++slot) {
        const size_t end = m_ends[slot];
        const quint16 row = m_rowOf.empty() ? quint16(slot) : m_rowOf[slot];
        if (m_slotOf.empty() || m_slotOf[row] == slot) {
            const std::string_view text(m_text.data() + begin, end - begin);
            const size_t size = std::min(text.find('\0'), text.size());
            std::memmove(m_text.data() + to, text.data(), size);
            to += size;
            if (!m_slotOf.empty()) {
                m_slotOf[row] = quint16(slots);
                m_rowOf[slots] = row;
            }
            m_ends[slots++] = quint32(to);
        }
        begin = end;
    }
    m_text.resize(to);
    m_ends.resize(slots);
    if (!m_rowOf.empty())
        m_rowOf.resize(slots);
    m_wasted = 0;
}

/// std::string doubles what it holds, and so does its reserve().
void TextPiece::reallocate(size_t capacity)
{
    std::string other;
    other.reserve(capacity);
    other.append(m_text);
    m_text.swap(other);
}

void TextPiece::shrink()
{
    reallocate(m_text.size() + m_text.size() / 64);
    m_ends.shrink_to_fit();
}

size_t TextPiece::bytes() const
{
    return m_text.capacity() + m_ends.capacity() * sizeof(quint32) +
           (m_slotOf.capacity() + m_rowOf.capacity()) * sizeof(quint16);
}

void SymbolPiece::push_back(quint32 symbol)
{
    widenFor(symbol);
    for (quint8 i = 0; i < m_width; ++i)
        m_bytes.push_back(quint8(symbol >> (8 * i)));
}

void SymbolPiece::set(size_t row, quint32 symbol)
{
    widenFor(symbol);
    for (quint8 i = 0; i < m_width; ++i)
        m_bytes[row * m_width + i] = quint8(symbol >> (8 * i));
}

void SymbolPiece::widenFor(quint32 symbol)
{
    const quint8 needed = symbol < 0x100 ? 1 : symbol < 0x10000 ? 2 : 4;
    if (needed <= m_width)
        return;
    const SymbolPiece before = *this;
    const size_t rows = m_bytes.size() / m_width;
    m_bytes.clear();
    m_bytes.reserve(rows * needed + needed);
    m_width = needed;
    for (size_t row = 0; row < rows; ++row)
        push_back(before.at(row));
}

bool ColumnData::isBlank(quint32 row) const
{
    switch (storage) {
    case Storage::Text:
        return text(row).empty();
    case Storage::Symbol:
        return symbol(row) == 0;
    case Storage::Integer:
        return integer(row) == NoInteger;
    case Storage::Real:
        return std::isnan(real(row));
    case Storage::None:
        break;
    }
    return true;
}

size_t ColumnData::bytes() const
{
    size_t total = 0;
    for (size_t i = 0; i < texts.count(); ++i)
        total += texts.piece(i).bytes();
    for (size_t i = 0; i < symbols.count(); ++i)
        total += symbols.piece(i).bytes();
    for (size_t i = 0; i < integers.count(); ++i)
        total += integers.piece(i).capacity() * sizeof(qint64);
    for (size_t i = 0; i < reals.count(); ++i)
        total += reals.piece(i).capacity() * sizeof(double);
    return total;
}

size_t TableData::bytes() const
{
    size_t total = live.size() / 8;
    for (size_t i = 0; i < ids.count(); ++i)
        total += ids.piece(i).bytes() + search.piece(i).bytes();
    for (const ColumnData &column : columns)
        total += column.bytes();
    return total;
}

Storage columnStorage(const Field &field)
{
    if (!(field.flags & (FieldFlag::Column | FieldFlag::Filterable)))
        return Storage::None;
    return storageOf(field.type);
}

} // namespace Leadline
