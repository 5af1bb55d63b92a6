// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Leadline {

/// Measures the pipeline's model and its board at \a rows opportunities; a line of JSON a figure.
void measurePipeline(int rows);

} // namespace Leadline
