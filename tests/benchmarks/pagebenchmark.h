// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "syncbenchmark.h"

namespace Leadline {

/// How long each page of a first sync, late in it, holds the GUI thread of a window: the tables are filled with \a leads
/// first, so that a million do not take as long as a sync of them.
void measurePages(TimedApplication &application, int leads);

} // namespace Leadline
