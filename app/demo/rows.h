// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "json.h"
#include "times.h"

#include <memory>

namespace Leadline::Demo {

enum class Kind { Lead, Contact, Opportunity, Task };

inline constexpr std::uint32_t NoRow = UINT32_MAX;
inline constexpr std::int64_t NoValue = INT64_MIN;

/// What is asked of very many objects at once (sorting, filtering, totals) is kept in plain columns; the rest
/// of an object is its document: made up from the seed when it is needed, kept once it was written to.
struct Row
{
    Moment created = 0;
    Moment updated = 0;
    std::unique_ptr<Json> doc;    ///< set once somebody wrote to it
    std::uint32_t parent = NoRow; ///< the lead's row; itself for a lead
    std::uint16_t createdBy = 0;
    std::uint16_t updatedBy = 0;
    std::uint16_t status = 0; ///< number behind the status id
    bool deleted = false;
    bool generated = true;
};

struct LeadRow : Row
{
};

struct ContactRow : Row
{
};

enum class Period : std::uint8_t { OneTime, Monthly, Annual };

struct OpportunityRow : Row
{
    std::int64_t value = NoValue; ///< cents
    Moment dateLost = 0;          ///< 0 = none
    Day dateWon = NoDay;
    std::uint16_t user = 0;
    std::int8_t confidence = 50;
    Period period = Period::OneTime;
};

struct TaskRow : Row
{
    Day date = NoDay;
    std::uint16_t assignedTo = 0;
    bool complete = false;
    bool dateless = false;
};

/// Where a generated lead's belongings start in their tables; they end where the next lead's start.
struct Extent
{
    std::uint32_t contact = 0;
    std::uint32_t opportunity = 0;
    std::uint32_t task = 0;
};

const char *periodName(Period period);

} // namespace Leadline::Demo
