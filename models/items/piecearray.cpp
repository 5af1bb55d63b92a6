// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "piecearray.h"

#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace Leadline {

namespace {

constexpr size_t LargePage = size_t(2) << 20;
constexpr std::align_val_t Line{64};
constexpr int LargeBlock = 4 << 20;

} // namespace

std::shared_ptr<char> makeMemoryBlock(size_t bytes)
{
    const bool isLarge = bytes >= LargePage;
    const std::align_val_t alignment = isLarge ? std::align_val_t(LargePage) : Line;
    auto *memory = static_cast<char *>(::operator new(bytes, alignment));
#ifdef MADV_HUGEPAGE
    // A wish; what comes of it changes nothing but the speed.
    if (isLarge)
        madvise(memory, bytes, MADV_HUGEPAGE);
#endif
    return {memory, [alignment](char *block) { ::operator delete(block, alignment); }};
}

void releaseFreedMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void letLargeBlocksGrow()
{
#ifdef __GLIBC__
    // Such a block has pages of its own, which are moved as they are. Left to itself glibc raises this size to that of
    // any block that was freed, and then copies: 12 ms for the sections of a header with two million rows.
    mallopt(M_MMAP_THRESHOLD, LargeBlock);
#endif
}

} // namespace Leadline
