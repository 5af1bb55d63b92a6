// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Leadline::Demo {

/// A Close-like id (`lead_` + 43 base62 characters, 22 for pipe, ev, req and the like) for the \a number-th
/// object of its kind. The number can be read back from the id, so that a million objects need no index.
std::string makeId(std::string_view prefix, std::uint64_t number);

/// The number in \a id; nothing when \a id is not exactly what makeId() gives for \a prefix.
std::optional<std::uint64_t> numberOf(std::string_view prefix, std::string_view id);

/// A small deterministic random stream; equal keys give equal streams on every machine.
class Random
{
public:
    explicit Random(std::uint64_t key)
        : m_state(key * 0x9E3779B97F4A7C15ULL + 0xD1B54A32D192ED03ULL)
    {
    }
    Random(std::uint64_t kind, std::uint64_t index)
        : Random((kind << 40) ^ index)
    {
    }

    std::uint64_t next();
    /// 0 .. bound-1
    std::uint32_t below(std::uint32_t bound)
    {
        return static_cast<std::uint32_t>((next() >> 32) * bound >> 32);
    }
    int between(int low, int high)
    {
        return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
    }
    bool chance(int percent) { return static_cast<int>(below(100)) < percent; }

private:
    std::uint64_t m_state;
};

} // namespace Leadline::Demo
