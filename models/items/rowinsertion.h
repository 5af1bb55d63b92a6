// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace Leadline {

/// Room for a list of rows to grow in. A large one is not moved on its way to some millions of rows, which would hold
/// the GUI thread; memory that nobody has written to is only promised.
inline size_t roomFor(size_t rows)
{
    constexpr size_t Large = 1 << 16;
    constexpr size_t Millions = 1 << 22;
    return rows < Large ? 2 * rows : std::max(Millions, 2 * rows);
}

/// Makes room for \a more rows.
template <typename Row>
void makeRoom(std::vector<Row> &rows, size_t more)
{
    if (rows.capacity() < rows.size() + more)
        rows.reserve(roomFor(rows.size() + more));
}

/// Rows that come into a list of rows, each before what stands at its place: what a page brings costs a move of what
/// stands behind it, and not a new list.
class RowInsertion
{
public:
    /// Where \a added come into \a rows; both stand in the order of \a isBefore.
    template <typename IsBefore>
    RowInsertion(const std::vector<quint32> &rows, std::vector<quint32> added, IsBefore isBefore)
        : m_rows(std::move(added))
    {
        m_places.reserve(m_rows.size());
        auto from = rows.begin();
        for (const quint32 row : m_rows) {
            // What comes together often belongs together, too: at the end, or next to the one before.
            if (from != rows.end() && !isBefore(row, *from)) {
                from = isBefore(rows.back(), row) ? rows.end()
                                                  : std::upper_bound(from + 1, rows.end(), row, isBefore);
            }
            m_places.push_back(size_t(from - rows.begin()));
        }
    }

    bool isEmpty() const { return m_rows.empty(); }
    size_t size() const { return m_rows.size(); }
    /// In their order.
    const std::vector<quint32> &rows() const { return m_rows; }
    /// Whether they come one behind the other; not for none.
    bool isOneRange() const { return m_places.front() == m_places.back(); }
    /// Where the first of them comes.
    size_t firstPlace() const { return m_places.front(); }
    /// Where one of them stands afterwards.
    size_t placeOf(size_t number) const { return m_places[number] + number; }
    /// Where what stands at \a place stands afterwards.
    size_t moved(size_t place) const
    {
        return place + size_t(std::upper_bound(m_places.begin(), m_places.end(), place) - m_places.begin());
    }

    void applyTo(std::vector<quint32> &rows) const
    {
        size_t end = rows.size();
        makeRoom(rows, m_rows.size());
        rows.resize(end + m_rows.size());
        for (size_t i = m_rows.size(); i-- > 0; end = m_places[i]) {
            const auto to = rows.begin() + std::ptrdiff_t(end + i + 1);
            std::move_backward(rows.begin() + std::ptrdiff_t(m_places[i]), rows.begin() + std::ptrdiff_t(end), to);
            rows[m_places[i] + i] = m_rows[i];
        }
    }

private:
    std::vector<quint32> m_rows;
    std::vector<size_t> m_places; ///< before any of them has come, ascending
};

} // namespace Leadline
