// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QIODevice;

namespace Leadline {

class PipelineModel;

/// Writes a page for paper: the groups with their sums and how they compare, and the sums of all open ones.
/// False when \a device does not take it.
bool writePipelinePdf(const PipelineModel &model, const QString &title, QIODevice *device);

} // namespace Leadline
