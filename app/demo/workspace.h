// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activityfeed.h"
#include "cursors.h"
#include "events.h"
#include "options.h"
#include "reference.h"
#include "request.h"
#include "store.h"

#include <functional>
#include <list>

namespace Leadline::Demo {

/// What text searches look at, one entry a lead, made when it is first needed. A stamp says what state of the
/// lead an entry was made from.
class SearchTexts
{
public:
    const std::string &of(std::uint32_t lead, std::uint64_t stamp, const std::function<std::string()> &make);

private:
    std::vector<std::pair<std::uint64_t, std::string>> m_texts;
};

/// The organization behind the server: its data, its log, and what a write sets off.
class Workspace
{
public:
    explicit Workspace(const Options &options);

    Options options;
    Reference reference;
    Store store;
    ActivityFeed activities;
    EventLog events;
    SearchTexts searchTexts;
    SearchCursors cursors;

    /// Rows in an order that is dear to compute: kept under \a key until something is written.
    using Rows = std::vector<std::uint32_t>;
    const Rows &cached(const std::string &key, const std::function<Rows()> &compute);

    /// How often a deleted object is still readable afterwards (0 on a server without index lag).
    int staleReads = 0;
    /// Up to so many records of a page come again on the next one, and each page's come in an order of its
    /// own, as lists and searches give them while others write (0 on a quiet server).
    int untidyPages = 0;
    /// Every third event is visible at once, the others half or all of this later: out of order, as they come.
    int eventDelayMs = 0;
    /// Remembers a deleted object for staleReads further GETs.
    void keepStale(const std::string &id, const Json &body);
    /// The remembered body, once; null when there is none left.
    Json takeStale(const std::string &id);

    /// Records that an object changed; nothing when \a before and \a after are equal. \a before null means
    /// created, \a after null deleted.
    void recordEvent(const Request &request, const std::string &objectType, const std::string &leadId,
                     const Json &before, const Json &after);

    // What the API shows of an object (render.cpp).
    Json leadJson(std::uint32_t row, const FieldChoice &fields = {}) const;
    Json leadCoreJson(std::uint32_t row) const; ///< without contacts, opportunities and tasks
    Json contactJson(std::uint32_t row) const;
    Json opportunityJson(std::uint32_t row) const;
    Json taskJson(std::uint32_t row, double tzOffset) const;
    Json activityJson(const ActivityStub &stub) const;
    /// Whichever of the above \a kind needs.
    Json objectJson(Kind kind, std::uint32_t row, double tzOffset) const;

    Json userOrNull(std::uint16_t user) const;
    Json userNameOrNull(std::uint16_t user) const;
    /// `inbox`, `future` or `archive`, seen from \a tzOffset.
    std::string taskView(const TaskRow &task, double tzOffset) const;
    bool isStalled(const OpportunityRow &opportunity) const;
    /// `active`, `won` or `lost`.
    std::string opportunityStatusType(const OpportunityRow &opportunity) const;

private:
    void addCustom(Json &target, const Json &doc) const;

    struct CachedRows
    {
        std::string key;
        std::uint64_t version = 0;
        Rows rows;
    };
    std::list<CachedRows> m_cache;
    std::map<std::string, std::pair<Json, int>> m_stale;
};

/// Numbers behind ids sent in bodies; nothing when there is no such living thing.
std::optional<std::uint16_t> findUser(const Workspace &workspace, const std::string &id);

// derived money of an opportunity (developer.close.com/api/resources/opportunities)
std::int64_t annualizedValue(const OpportunityRow &o);
std::int64_t expectedValue(const OpportunityRow &o);
std::int64_t annualizedExpectedValue(const OpportunityRow &o);

} // namespace Leadline::Demo
