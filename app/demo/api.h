// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "workspace.h"

namespace Leadline::Demo {

/// Answers one authorised request below /api/v1; throws HttpError for everything that is not 2xx.
Reply dispatch(Workspace &workspace, const Request &request);

// One function per resource; each looks at method and segments itself.
Reply answerMe(Workspace &, const Request &);
Reply answerUsers(Workspace &, const Request &);
Reply answerOrganization(Workspace &, const Request &);
Reply answerStatuses(Workspace &, const Request &);
Reply answerPipelines(Workspace &, const Request &);
Reply answerCustomFields(Workspace &, const Request &);
Reply answerCustomFieldSchema(Workspace &, const Request &);
Reply answerLeads(Workspace &, const Request &);
Reply answerContacts(Workspace &, const Request &);
Reply answerOpportunities(Workspace &, const Request &);
Reply answerTasks(Workspace &, const Request &);
Reply answerActivities(Workspace &, const Request &);
Reply answerOutcomes(Workspace &, const Request &);
Reply answerEvents(Workspace &, const Request &);
Reply answerSavedSearches(Workspace &, const Request &);
Reply answerData(Workspace &, const Request &);

[[noreturn]] void throwNoMethod();
/// `{"error": "Empty query: Lead matching query does not exist."}`
[[noreturn]] void throwNotFound(const std::string &model);
/// 403 unless the caller's membership holds \a permission.
void requirePermission(const Workspace &workspace, const Request &request, const std::string &permission);

/// `{"data": [...], "has_more": false}` of a short list, paged.
Reply listReply(const Request &request, const std::vector<Json> &items, std::size_t maxLimit = 200);

// Writes other resources set off too.
std::uint32_t createLead(Workspace &, const Request &, const Json &body);
std::uint32_t createContact(Workspace &, const Request &, std::uint32_t lead, const Json &body,
                            bool recordIt);
void setOpportunityStatus(Workspace &, const Request &, std::uint32_t row, std::uint16_t status);
/// Adds the activity \a doc that tells of a status change, with its event, or puts it together with the one
/// before.
void recordStatusChange(Workspace &, const Request &, std::uint32_t lead, Json doc);
/// A lead counts as changed when contacts are added or removed (developer.close.com/topics/event-log).
void touchLead(Workspace &, const Request &, std::uint32_t lead);
/// Deletes a contact, opportunity or task with its event.
void removeObject(Workspace &, const Request &, Kind kind, std::uint32_t row);
const char *eventName(Kind kind);
/// Whether \a id is an outcome that calls can have.
bool isCallOutcome(const Workspace &, const std::string &id);

} // namespace Leadline::Demo
