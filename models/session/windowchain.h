// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "windowplan.h"

#include <QString>

#include <optional>

namespace Leadline {

/// How Close lets a list be walked through.
enum class WalkManner {
    Cursor, ///< /data/search/: a cursor for up to 10,000 records, then a new search from the last moment on
    Keyset, ///< lists in order of a moment: each page asks for what is before the last one's
    Skip,   ///< lists without either: by number
};

/// What a page says about where it stands.
struct PageFacts
{
    int received = 0;
    bool hasMore = false;
    QString cursor{};
    std::optional<qint64> oldest{};   ///< in the order of the walk, milliseconds
    std::optional<qint64> creation{}; ///< the earliest date_created
};

/// The way through one window, page by page. Pages overlap at a moment that several records share: those
/// that are met twice cost nothing, and none is missed.
struct WindowChain
{
    /// developer.close.com/resources/advanced-filtering
    static constexpr int MostChained = 10000;

    WalkManner manner = WalkManner::Cursor;
    qint64 from = SyncWindow::Always; ///< of the search that is under way
    qint64 start = SyncWindow::Now;   ///< exclusive; of the search that is under way
    QString cursor{};
    int chained = 0; ///< records of the search that is under way
    int skip = 0;
    /// A moment with more records than a search reaches: those are read by when they were created.
    std::optional<qint64> crowded{};
    std::optional<qint64> createdBefore{};

    /// Begins a window.
    static WindowChain of(WalkManner manner, const SyncWindow &window);
    /// Whether the next question begins a search, whose answer counts what the window holds.
    bool isFirst() const { return cursor.isEmpty() && skip == 0 && !crowded; }
    /// Takes a page; the window's `to` moves down. False when the window is read.
    bool advance(const PageFacts &page, SyncWindow &window);
    /// The cursor is no longer known: a new search from where the walk stands.
    void restart(const SyncWindow &window);

private:
    bool advanceCursor(const PageFacts &page, SyncWindow &window);
    bool advanceCrowded(const PageFacts &page, SyncWindow &window);
    bool advanceKeyset(const PageFacts &page, SyncWindow &window);
};

} // namespace Leadline
