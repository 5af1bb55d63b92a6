// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace Leadline::Demo {

/// \a text for searching: lower case, Latin accents dropped, words parted by single spaces, one space at both
/// ends (empty when there is no word).
std::string normalised(std::string_view text);

enum class MatchMode { FullWords, BeginningOfWords, Phrase };

/// Whether \a haystack (normalised) has the words of \a needle (not normalised). Words of scripts written
/// without spaces match anywhere inside.
bool matches(const std::string &haystack, std::string_view needle, MatchMode mode);

} // namespace Leadline::Demo
