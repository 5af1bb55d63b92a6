// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "json.h"

#include <chrono>
#include <map>
#include <string>

namespace Leadline::Demo {

/// Running searches: the ids found at their start, read page by page through opaque cursors that die after a
/// while (30 s on Close, observed; developer.close.com/api/resources/advanced-filtering).
class SearchCursors
{
public:
    /// What one search found: type and id of each object, in order.
    struct Chain
    {
        std::vector<std::pair<std::string, std::string>> found;
        std::size_t total = 0; ///< before results_limit and the cap of a chain
    };

    std::uint64_t open(Chain chain);
    /// A cursor to position \a at of a chain.
    std::string cursorFor(std::uint64_t chain, std::size_t at);
    /// The chain and position of a cursor; throws the 400 of an expired or unknown one.
    std::pair<std::uint64_t, std::size_t> read(const std::string &cursor, int seconds);
    const Chain &chain(std::uint64_t number) const { return m_chains.at(number); }

private:
    struct Place
    {
        std::uint64_t chain = 0;
        std::size_t at = 0;
        std::chrono::steady_clock::time_point issued;
    };
    std::map<std::uint64_t, Chain> m_chains;
    std::map<std::uint64_t, Place> m_places;
    std::uint64_t m_nextChain = 1;
    std::uint64_t m_nextPlace = 1;
};

} // namespace Leadline::Demo
