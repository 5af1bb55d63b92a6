// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "events.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

void mergeInto(Event &target, const Event &later)
{
    target.updated = later.updated;
    target.requestId = later.requestId;
    target.data = later.data;
    for (const std::string &field : later.changedFields) {
        if (std::find(target.changedFields.begin(), target.changedFields.end(), field) !=
            target.changedFields.end())
            continue;
        target.changedFields.push_back(field);
        if (later.previous.contains(field))
            target.previous[field] = later.previous[field];
    }
}

} // namespace

void EventLog::record(Event event)
{
    if (event.action == "updated") {
        for (auto it = m_events.rbegin();
             it != m_events.rend() && event.updated - it->updated < ConsolidatedFor; ++it) {
            if (it->objectId != event.objectId)
                continue;
            if (it->action == "updated" && it->user == event.user) {
                mergeInto(*it, event);
                return;
            }
            break;
        }
    }
    event.number = m_nextNumber++;
    m_events.push_back(std::move(event));
}

Difference differenceOf(const Json &before, const Json &after)
{
    Difference difference;
    const auto note = [&](const std::string &key) {
        difference.fields.push_back(key);
        difference.previous[key] = member(before, key);
    };
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (!before.contains(it.key()) || before[it.key()] != it.value())
            note(it.key());
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            note(it.key());
    }
    return difference;
}

} // namespace Leadline::Demo
