// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "workspace.h"

namespace Leadline::Demo {

/// The sums Close sends with opportunity lists, over everything that matches
/// (developer.close.com/api/resources/opportunities/list).
class Totals
{
public:
    void add(const OpportunityRow &opportunity);
    /// Adds the total_*, expected_*, count_* and *_formatted keys; formatted zeros are null (observed).
    void writeTo(Json &target) const;

private:
    std::int64_t m_count = 0;
    std::int64_t m_counts[3] = {};
    std::int64_t m_totals[3] = {};
    std::int64_t m_expected[3] = {};
    std::int64_t m_annualized = 0;
    std::int64_t m_expectedAnnualized = 0;
};

} // namespace Leadline::Demo
