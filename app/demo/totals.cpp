// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "totals.h"

#include "money.h"

namespace Leadline::Demo {

void Totals::add(const OpportunityRow &o)
{
    const auto period = static_cast<std::size_t>(o.period);
    ++m_count;
    ++m_counts[period];
    if (o.value == NoValue)
        return;
    m_totals[period] += o.value;
    m_expected[period] += expectedValue(o);
    m_annualized += annualizedValue(o);
    m_expectedAnnualized += annualizedExpectedValue(o);
}

void Totals::writeTo(Json &target) const
{
    Json counts = Json::object();
    const auto put = [&](const std::string &key, std::int64_t cents) {
        target[key] = cents;
        target[key + "_formatted"] = cents == 0 ? Json() : Json(formatMoney(cents));
    };
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string name = periodName(static_cast<Period>(i));
        if (m_counts[i])
            counts[name] = m_counts[i];
        put("total_value_" + name, m_totals[i]);
        put("expected_value_" + name, m_expected[i]);
    }
    put("total_value_annualized", m_annualized);
    put("expected_value_annualized", m_expectedAnnualized);
    target["count_by_value_period"] = std::move(counts);
    target["total_results"] = m_count;
}

} // namespace Leadline::Demo
