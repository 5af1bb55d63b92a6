// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

namespace Leadline {

/// What happened and what to do, in the person's words. Plain text.
QString apiErrorText(const ApiError &error);

} // namespace Leadline
