// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace Leadline::Demo {

/// `€1,350`, `€17,203,515.20`: thousands commas, decimals only when there are cents (observed). \a cents may
/// be negative.
std::string formatMoney(std::int64_t cents);

/// formatMoney() with ` monthly` or ` annual` behind it, nothing for one_time; empty for 0 (observed).
std::string formatValue(std::int64_t cents, std::string_view period);

} // namespace Leadline::Demo
