// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Leadline {

/// Makes screen readers get a combo box's accessible name ("Status"). On Linux, Qt 6.4 gives them the
/// chosen value as the name and leaves the name to a label relation, which not every reader asks for.
/// May be called more than once.
void installAccessibleNames();

} // namespace Leadline
