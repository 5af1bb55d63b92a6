// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Leadline {

/// Starts the program itself, from a local copy of a demo organization with \a leads leads, several times:
/// from the process's start to the first painted rows, to all rows, and its memory then. Needs a keychain to
/// hold the copy's key (packaging/session.sh has one); says so and measures nothing without.
void measureStarts(int leads, int starts);

} // namespace Leadline
