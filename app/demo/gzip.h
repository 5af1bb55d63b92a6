// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace Leadline::Demo {

/// \a bytes in gzip form, at the fastest level.
std::string gzip(const std::string &bytes);

} // namespace Leadline::Demo
