// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "money.h"

namespace Leadline::Demo {

std::string formatMoney(std::int64_t cents)
{
    const bool negative = cents < 0;
    const std::uint64_t amount =
        negative ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
    std::string whole = std::to_string(amount / 100);
    for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(static_cast<std::size_t>(at), 1, ',');
    std::string out = negative ? "-€" : "€";
    out += whole;
    if (const auto rest = amount % 100) {
        out += rest < 10 ? ".0" : ".";
        out += std::to_string(rest);
    }
    return out;
}

std::string formatValue(std::int64_t cents, std::string_view period)
{
    if (cents == 0)
        return {};
    std::string out = formatMoney(cents);
    if (period == "monthly" || period == "annual")
        out.append(" ").append(period);
    return out;
}

} // namespace Leadline::Demo
