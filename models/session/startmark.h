// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace Leadline {

Q_DECLARE_LOGGING_CATEGORY(lcStart)

/// Says in the log category leadline.start that the start has come so far, with the monotonic clock's
/// nanoseconds, which whoever started the program can compare with its own.
void markStart(const char *point);

} // namespace Leadline
