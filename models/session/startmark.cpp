// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "startmark.h"

#include <chrono>

namespace Leadline {

Q_LOGGING_CATEGORY(lcStart, "leadline.start", QtWarningMsg)

void markStart(const char *point)
{
    if (!lcStart().isDebugEnabled())
        return;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    qCDebug(lcStart, "%s @%lld", point,
            static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
}

} // namespace Leadline
