// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "json.h"
#include "times.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Leadline::Demo {

/// Numbers behind the ids of the built-in statuses: `makeId("stat", number)`.
namespace Status {
enum : std::uint16_t { Potential = 1, Interested, Qualified, Trial, Customer, BadFit };
enum : std::uint16_t { DemoBooked = 11, TrialRunning, ProposalSent, Contract, Won, Lost };
enum : std::uint16_t { Upcoming = 21, InTalks, Renewed, Churned };
} // namespace Status

/// Numbers behind the ids of the built-in custom fields: `makeId("cf", number)`.
namespace CustomField {
enum : std::uint16_t {
    Industry = 1,
    Seats,
    RenewalDate,
    Source,
    Tags,
    NextDemo,
    MainContact,
    ImportId,
    AccountOwner,
    BuyingRole,
    ContractLink,
    Competitors,
    SiteContacts,
    CustomerNumber,
    Language,
    YearsInRole,
    KnownSince,
    Profile,
    BestTime,
    ReportsTo,
    WorksWith,
    Sponsor,
    LossReason,
    Units,
    TrialStart,
    DecisionCall,
    Champion,
    Stakeholders,
    Team,
    InternalNotes,
    Devices,
    LegacyKey,
    End ///< one behind the last
};
} // namespace CustomField

/// Members of the organization; number 1 is the caller of the administrator's key.
enum : std::uint16_t { NoUser = 0, Ana, Ida, Tomas, Wei, Noor };
inline constexpr std::uint16_t UserCount = 5;

/// Everything about the organization that is not leads and their belongings. Lists hold JSON as the API
/// shows it.
struct Reference
{
    std::string organizationId;
    Json organization; ///< without the lists below
    std::vector<Json> users;
    std::vector<Json> memberships;
    std::vector<Json> leadStatuses; ///< in display order
    std::vector<Json> pipelines;    ///< with their statuses in column order
    std::vector<Json>
        customFields; ///< each with an additional `object_type` (lead, contact, opportunity, shared)
    std::vector<Json> savedSearches;
    std::uint64_t nextNumber = 1000; ///< for statuses, pipelines, custom fields and Smart Views made later
};

Reference makeReference(Day today);
/// Gives the organization another name and, with it, another id; users, statuses and all else stay.
void rename(Reference &reference, const std::string &name);

std::string userId(std::uint16_t number);
std::string statusId(std::uint16_t number);
std::string pipelineId(std::uint16_t number);
/// The custom fields: every type Close has on leads, contacts and opportunities each, own or shared.
std::vector<Json> makeCustomFields(Moment created);
/// `custom.cf_...`
const std::string &customKey(std::uint16_t number);
const std::vector<std::string> &customChoices(std::uint16_t number);

/// `First Last`, empty when \a number is no user.
std::string userName(const Reference &reference, std::uint16_t number);

/// An opportunity status with its pipeline; null pointers when there is none with that number.
struct StatusPlace
{
    const Json *status = nullptr;
    const Json *pipeline = nullptr;
};
StatusPlace findOpportunityStatus(const Reference &reference, std::uint16_t number);
const Json *findLeadStatus(const Reference &reference, std::uint16_t number);
const Json *findById(const std::vector<Json> &list, const std::string &id);
Json *findById(std::vector<Json> &list, const std::string &id);

/// The Smart Views of the demo organization.
std::vector<Json> makeSavedSearches(const Reference &reference, Moment created);

} // namespace Leadline::Demo
