// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "cursors.h"

#include "ids.h"

namespace Leadline::Demo {

namespace {

constexpr std::size_t KeptChains = 64;

} // namespace

std::uint64_t SearchCursors::open(Chain chain)
{
    const std::uint64_t number = m_nextChain++;
    m_chains[number] = std::move(chain);
    if (m_chains.size() > KeptChains) {
        const std::uint64_t oldest = m_chains.begin()->first;
        for (auto it = m_places.begin(); it != m_places.end();)
            it = it->second.chain == oldest ? m_places.erase(it) : std::next(it);
        m_chains.erase(m_chains.begin());
    }
    return number;
}

std::string SearchCursors::cursorFor(std::uint64_t chain, std::size_t at)
{
    const std::uint64_t place = m_nextPlace++;
    m_places[place] = {chain, at, std::chrono::steady_clock::now()};
    return makeId("cursor", place);
}

std::pair<std::uint64_t, std::size_t> SearchCursors::read(const std::string &cursor, int seconds)
{
    const auto number = numberOf("cursor", cursor);
    const auto place = number ? m_places.find(*number) : m_places.end();
    if (place == m_places.end() ||
        std::chrono::steady_clock::now() - place->second.issued > std::chrono::seconds(seconds))
        throwFieldError("cursor", "Expired cursor");
    return {place->second.chain, place->second.at};
}

} // namespace Leadline::Demo
