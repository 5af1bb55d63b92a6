// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "windowchain.h"

#include <algorithm>

namespace Leadline {

namespace {

/// Records that two pages by number have in common: as many may be deleted meanwhile before one is missed.
constexpr int Overlap = 10;

/// From one page by number to the next.
int stepOf(const PageFacts &page)
{
    return std::max(1, page.received - Overlap);
}

} // namespace

WindowChain WindowChain::of(WalkManner manner, const SyncWindow &window)
{
    return {.manner = manner, .from = window.from, .start = window.to};
}

void WindowChain::restart(const SyncWindow &window)
{
    const auto moment = crowded;
    const auto created = createdBefore;
    *this = of(manner, window);
    crowded = moment;
    createdBefore = created;
}

bool WindowChain::advance(const PageFacts &page, SyncWindow &window)
{
    switch (manner) {
    case WalkManner::Cursor:
        chained += page.received;
        return crowded ? advanceCrowded(page, window) : advanceCursor(page, window);
    case WalkManner::Keyset:
        return advanceKeyset(page, window);
    case WalkManner::Skip:
        break;
    }
    skip += stepOf(page);
    return page.hasMore && page.received > 0;
}

bool WindowChain::advanceCursor(const PageFacts &page, SyncWindow &window)
{
    if (page.oldest)
        window.to = std::min(window.to, *page.oldest + 1);
    if (page.oldest && *page.oldest < window.from)
        return false;
    cursor = page.cursor;
    if (!cursor.isEmpty() && chained < MostChained)
        return true;
    if (chained < MostChained)
        return false;
    const bool isStuck = window.to >= start;
    restart(window);
    if (isStuck)
        crowded = window.to - 1;
    return true;
}

bool WindowChain::advanceCrowded(const PageFacts &page, SyncWindow &window)
{
    cursor = page.cursor;
    if (!cursor.isEmpty() && chained < MostChained)
        return true;
    const bool isFull = chained >= MostChained && page.creation;
    if (isFull && (!createdBefore || *page.creation + 1 < *createdBefore)) {
        createdBefore = *page.creation + 1;
        cursor.clear();
        chained = 0;
        return true;
    }
    // All of that moment was read (or as much of it as Close can be asked for).
    window.to = *crowded;
    crowded.reset();
    createdBefore.reset();
    restart(window);
    return window.to > window.from;
}

bool WindowChain::advanceKeyset(const PageFacts &page, SyncWindow &window)
{
    if (!page.hasMore || page.received == 0 || !page.oldest || *page.oldest < window.from)
        return false;
    if (*page.oldest + 1 < window.to) {
        window.to = *page.oldest + 1;
        start = window.to;
        skip = 0;
    } else {
        skip += stepOf(page);
    }
    return true;
}

} // namespace Leadline
