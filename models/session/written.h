// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Leadline {

/// What became of a write.
enum class Written {
    Sent,  ///< Close has it
    Waits, ///< it is in the outbox, since Close cannot be reached
};

} // namespace Leadline
