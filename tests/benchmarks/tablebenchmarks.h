// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace Leadline {

/// Measures a table of \a rows leads: orders, search, frames, merging, memory; a line of JSON a figure. \a only names
/// what is measured, everything if empty; with \a hasProxy each beside QSortFilterProxyModel over the same rows.
void measureTables(int rows, const QStringList &only, bool hasProxy);

} // namespace Leadline
