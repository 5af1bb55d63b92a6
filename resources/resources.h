// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Leadline {

/// Registers the files of leadline.qrc (":/icons/...", ":/app/..."). May be called more than once.
void initResources();

} // namespace Leadline
