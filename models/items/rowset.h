// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <bit>
#include <vector>

namespace Leadline {

/// A set of rows of one table: a bit a row.
class RowSet
{
public:
    RowSet() = default;
    explicit RowSet(quint32 rows, bool all = false) { resize(rows, all); }

    quint32 size() const { return m_size; }
    bool contains(quint32 row) const { return (m_words[row >> 6] >> (row & 63)) & 1; }
    void insert(quint32 row) { m_words[row >> 6] |= quint64(1) << (row & 63); }
    void remove(quint32 row) { m_words[row >> 6] &= ~(quint64(1) << (row & 63)); }
    void set(quint32 row, bool on) { on ? insert(row) : remove(row); }

    /// Grows or shrinks to \a rows; new rows are in the set when \a on.
    void resize(quint32 rows, bool on = false)
    {
        const quint32 before = m_size;
        m_size = rows;
        m_words.resize((size_t(rows) + 63) / 64, on ? ~quint64(0) : 0);
        if (on && rows > before && (before & 63) != 0)
            m_words[before >> 6] |= ~quint64(0) << (before & 63);
        trim();
    }

    quint32 count() const
    {
        quint32 total = 0;
        for (const quint64 word : m_words)
            total += quint32(std::popcount(word));
        return total;
    }
    void intersect(const RowSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
    }
    void unite(const RowSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
    }
    void invert()
    {
        for (quint64 &word : m_words)
            word = ~word;
        trim();
    }

private:
    void trim()
    {
        if ((m_size & 63) != 0)
            m_words.back() &= ~(~quint64(0) << (m_size & 63));
    }

    std::vector<quint64> m_words;
    quint32 m_size = 0;
};

} // namespace Leadline
