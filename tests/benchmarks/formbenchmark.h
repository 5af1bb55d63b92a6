// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Leadline {

/// Opens the form of a lead with a hundred custom fields, over the demo server, several times and prints how
/// long it took until it was painted. False when there was nothing to measure.
bool measureForm();

} // namespace Leadline
