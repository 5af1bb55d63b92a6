// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Leadline {

/// The local copy on its own: pages taken in (decoded, compressed, sealed, stored, merged into the tables),
/// and any lead opened from it.
void measureCopy(int leads);

} // namespace Leadline
