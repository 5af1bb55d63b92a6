// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <vector>

namespace Leadline {

/// Memory for the rows of a whole table, at an address that fits every number. Where the system has large
/// pages it lies in those: the first touch of small ones costs more than what is read into them (10 us each
/// measured). It goes with the last one who holds it.
std::shared_ptr<char> makeMemoryBlock(size_t bytes);

/// Gives memory that was freed back to the system, which an allocator keeps for later as a rule: after work that needed
/// much for a moment. For a thread that may wait.
void releaseFreedMemory();

/// Lets large blocks grow without being copied, as long lists of rows do on their way to a million: for the beginning
/// of a program.
void letLargeBlocksGrow();

/// Values that lie in somebody else's block of memory, until they are changed: then in a vector of their own.
template <typename T>
class PieceArray
{
public:
    PieceArray() = default;
    explicit PieceArray(std::vector<T> values)
        : m_own(std::move(values))
    {
    }
    PieceArray(std::span<const T> values, std::shared_ptr<const void> block)
        : m_lent(values)
        , m_block(std::move(block))
    {
    }

    std::span<const T> span() const { return m_block ? m_lent : std::span<const T>(m_own); }
    const T *data() const { return m_block ? m_lent.data() : m_own.data(); }
    size_t size() const { return m_block ? m_lent.size() : m_own.size(); }
    const T &operator[](size_t at) const { return data()[at]; }
    /// To change them. Copies what was lent.
    std::vector<T> &own()
    {
        if (m_block) {
            m_own.assign(m_lent.begin(), m_lent.end());
            m_block.reset();
        }
        return m_own;
    }
    size_t bytes() const { return (m_block ? m_lent.size() : m_own.capacity()) * sizeof(T); }

private:
    std::vector<T> m_own;
    std::span<const T> m_lent; ///< while there is a block
    std::shared_ptr<const void> m_block;
};

} // namespace Leadline
