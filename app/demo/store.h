// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "generator.h"

#include <chrono>
#include <unordered_map>
#include <unordered_set>

namespace Leadline::Demo {

/// The organization's leads, contacts, opportunities and tasks. Row numbers are stable and are the numbers
/// behind the ids. Not thread-safe: the server asks under its lock.
class Store
{
public:
    explicit Store(const Generator &generator);

    const Generator &generator() const { return m_generator; }

    std::vector<LeadRow> leads;
    std::vector<ContactRow> contacts;
    std::vector<OpportunityRow> opportunities;
    std::vector<TaskRow> tasks;

    std::size_t count(Kind kind) const;
    const Row &row(Kind kind, std::uint32_t row) const;
    Row &row(Kind kind, std::uint32_t row);
    /// Adds an empty row under \a lead (NoRow for a new lead) made by \a user now.
    std::uint32_t add(Kind kind, std::uint32_t lead, std::uint16_t user);

    static const char *prefix(Kind kind);
    std::string id(Kind kind, std::uint32_t row) const { return makeId(prefix(kind), row); }
    /// The row of a living object with that id.
    std::optional<std::uint32_t> find(Kind kind, const std::string &id) const;

    /// The document of an object: every stored field that has no column.
    Json doc(Kind kind, std::uint32_t row) const;
    /// The same for writing; the object counts as changed by \a user now.
    Json &edit(Kind kind, std::uint32_t row, std::uint16_t user);
    /// The document for writing, without touching date_updated and updated_by.
    Json &editQuietly(Kind kind, std::uint32_t row);
    void remove(Kind kind, std::uint32_t row);
    /// Moves an object under another lead (merging).
    void move(Kind kind, std::uint32_t row, std::uint32_t lead);

    /// Living rows of \a kind under a lead, oldest row first.
    std::vector<std::uint32_t> children(Kind kind, std::uint32_t lead) const;

    /// The rows made up for a generated lead, first and one past the last, wherever they are now.
    std::pair<std::uint32_t, std::uint32_t> generatedRange(Kind kind, std::uint32_t lead) const;

    std::string leadName(std::uint32_t lead) const;
    std::string contactName(std::uint32_t contact) const;

    /// The data's own clock: it starts at 15:00 UTC of the given day, runs with real time and never gives the
    /// same millisecond twice.
    Moment tick();
    /// The same clock without moving it on.
    Moment now() const;

    /// Grows with every write: what was computed before may be stale.
    std::uint64_t version() const { return m_version; }
    void touch() { ++m_version; }

private:
    int ordinal(Kind kind, std::uint32_t row) const;
    std::uint32_t firstGenerated(Kind kind, std::uint32_t lead) const;

    Generator m_generator;
    std::vector<Extent> m_extents;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_added; ///< by kind and lead
    std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
    Moment m_lastTick = 0;
    std::uint64_t m_version = 1;
};

} // namespace Leadline::Demo
