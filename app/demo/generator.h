// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"
#include "names.h"
#include "rows.h"

namespace Leadline::Demo {

/// Makes up the organization's data from row numbers alone: the same numbers always give the same company,
/// people and deals, on every machine and in any order.
class Generator
{
public:
    Generator(std::uint32_t leads, Day today, Moment now)
        : m_leads(leads)
        , m_today(today)
        , m_now(now)
    {
    }

    std::uint32_t leadCount() const { return m_leads; }
    Day today() const { return m_today; }
    /// When the server starts; nothing made up is later.
    Moment now() const { return m_now; }

    LeadRow lead(std::uint32_t lead) const;
    int contactCount(std::uint32_t lead) const;
    int opportunityCount(std::uint32_t lead, const LeadRow &row) const;
    int taskCount(std::uint32_t lead, const LeadRow &row) const;
    ContactRow contact(std::uint32_t lead, int ordinal, const LeadRow &row) const;
    OpportunityRow opportunity(std::uint32_t lead, int ordinal, const LeadRow &row) const;
    TaskRow task(std::uint32_t lead, int ordinal, const LeadRow &row) const;

    /// Empty for the lead without a name.
    std::string leadName(std::uint32_t lead) const;
    std::string leadDomain(std::uint32_t lead) const;
    Json leadDoc(std::uint32_t lead, const LeadRow &row, std::uint32_t firstContact) const;
    Json contactDoc(std::uint32_t lead, int ordinal) const;
    std::string contactName(std::uint32_t lead, int ordinal) const;
    Json opportunityDoc(std::uint32_t lead, int ordinal, const OpportunityRow &row,
                        std::uint32_t firstContact) const;
    Json taskDoc(std::uint32_t lead, int ordinal, const TaskRow &row) const;

private:
    struct Sketch
    {
        const Region *region = nullptr;
        int industry = 0;
        const Word *last = nullptr;
        const Word *other = nullptr;
        const Word *root = nullptr;
        const std::string *pattern = nullptr;
        const City *city = nullptr;
    };
    struct Person
    {
        const Region *region = nullptr;
        const Word *first = nullptr;
        const Word *last = nullptr;
    };

    Sketch sketch(std::uint32_t lead) const;
    Person person(std::uint32_t lead, int ordinal) const;
    void addLeadCustomFields(Json &doc, std::uint32_t lead, const LeadRow &row, std::uint32_t firstContact,
                             int industry) const;
    Json address(const Sketch &sketch, Random &random) const;

    std::uint32_t m_leads;
    Day m_today;
    Moment m_now;
};

/// Leads that stand for odd things seen in real organizations; `None` for the ordinary ones.
enum class Oddity {
    None,
    OneCharacter,
    DigitsOnly,
    TrailingSemicolon,
    NoBreakSpace,
    Unnamed,
    VeryLong,
    Emoji,
    MixedDirection,
    TwinContacts,
    Nobody,
    Crowd,
    LongDescription,
    SystemMade,
    NumericText,
    ScalarInList,
    CombiningMarks,
    Markup
};
Oddity oddityOf(std::uint32_t lead);

/// \a moment moved into working hours (06-18 UTC, weekends to the Friday before), within the given bounds.
Moment atWork(Moment moment, Moment notBefore, Moment notAfter);

/// A phone number of \a region in a range kept free for fiction, as `+49 30 23125 471`.
std::string makePhone(const Region &region, Random &random);

} // namespace Leadline::Demo
