// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store.h"

#include <functional>
#include <map>
#include <unordered_map>

namespace Leadline::Demo {

/// What an activity needs before it is worth making up its text.
struct ActivityStub
{
    std::uint64_t number = 0; ///< behind its id
    std::uint32_t lead = NoRow;
    Moment at = 0;
    const char *type = ""; ///< `Note`, `Call`, ... as in `_type`
};

/// The activities of all leads: made up from the seed, and those written since.
class ActivityFeed
{
public:
    explicit ActivityFeed(const Store &store)
        : m_store(store)
    {
    }

    /// The activities of one lead, newest first.
    std::vector<ActivityStub> ofLead(std::uint32_t lead) const;
    /// Those of the whole organization with that `_type` (empty = all), newest first.
    const std::vector<ActivityStub> &all(const std::string &type);

    std::optional<ActivityStub> find(const std::string &id) const;
    /// Whether it is only what the seed made of it: then nothing of it has changed since its moment.
    bool isMadeUp(std::uint64_t number) const { return !m_written.count(number); }
    /// The stored document: everything but the common keys that follow from the lead and the users.
    Json doc(const ActivityStub &stub) const;

    /// Stores an activity; \a doc holds `_type` and its own keys.
    ActivityStub add(std::uint32_t lead, Moment at, Json doc);
    void replace(const ActivityStub &stub, Json doc);
    void remove(const ActivityStub &stub);
    /// Moves the activities of one lead to another (merging).
    void moveAll(std::uint32_t from, std::uint32_t to);

    static const char *typeName(const std::string &type);

private:
    void generated(std::uint32_t lead, const std::function<void(const ActivityStub &)> &use) const;

    struct Written
    {
        ActivityStub stub;
        Json doc;
        bool deleted = false;
    };

    const Store &m_store;
    std::unordered_map<std::uint64_t, Written> m_written;
    std::unordered_map<std::uint32_t, std::vector<std::uint64_t>> m_writtenByLead;
    std::uint64_t m_nextNumber = 1ULL << 48;
    std::uint64_t m_changes = 0;
    struct Cache
    {
        std::uint64_t changes = 0;
        std::uint64_t version = 0;
        std::vector<ActivityStub> stubs;
    };
    std::map<std::string, Cache> m_cache;
};

/// One step in an opportunity's history: the status it moved to and when.
struct StageStep
{
    std::uint16_t status = 0;
    Moment at = 0;
};

/// How a generated opportunity came to its status, oldest first; the first step is its creation.
std::vector<StageStep> stageHistory(std::uint32_t row, const OpportunityRow &opportunity);

/// Text of a generated activity (activitytexts.cpp).
Json makeActivityDoc(const Store &store, const ActivityStub &stub);

} // namespace Leadline::Demo
