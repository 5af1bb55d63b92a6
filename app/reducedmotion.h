// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

class QObject;

namespace Leadline {

/// Asks the desktop whether its user wants nothing to move, which Qt 6.4 does not tell: the settings portal
/// on Linux, the system on Windows. The callback is called later, once, where the answer is yes; not at all
/// once \a context is gone.
void askForReducedMotion(QObject *context, std::function<void()> callback);

} // namespace Leadline
