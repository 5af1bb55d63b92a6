// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "json.h"
#include "times.h"

#include <string>
#include <vector>

namespace Leadline::Demo {

/// One entry of the event log (developer.close.com/api/resources/event-log).
struct Event
{
    std::uint64_t number = 0; ///< behind its id
    std::string objectType;
    std::string objectId;
    std::string action;
    std::vector<std::string> changedFields;
    std::string leadId;
    std::uint16_t user = 0;
    std::string requestId;
    std::string method;
    std::string path;
    Moment created = 0;
    Moment updated = 0;
    Json previous;
    Json data;                  ///< null when the object was deleted
    Json meta = Json::object(); ///< beyond method and path
};

/// Changes of one object by one person that follow each other within this time are told as one.
constexpr Moment ConsolidatedFor = 60'000;

/// What happened since the server started. Updates of one object in quick succession become one event:
/// date_updated moves, previous_data stays that of the first.
class EventLog
{
public:
    void record(Event event);
    const std::vector<Event> &events() const { return m_events; }

private:
    std::vector<Event> m_events;
    std::uint64_t m_nextNumber = 1ULL << 40;
};

/// The keys whose values differ, and the old values under them.
struct Difference
{
    std::vector<std::string> fields;
    Json previous = Json::object();
};
Difference differenceOf(const Json &before, const Json &after);

} // namespace Leadline::Demo
