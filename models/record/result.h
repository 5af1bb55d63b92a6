// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

#include <tl/expected.hpp>

namespace Leadline {

/// A value, or why there is none.
template <typename T>
using Result = tl::expected<T, ApiError>;

} // namespace Leadline
