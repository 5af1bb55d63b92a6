// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "workspace.h"

namespace Leadline::Demo {

/// `GET /opportunity/`: every filter, order, grouping and the totals
/// (developer.close.com/api/resources/opportunities/list).
Reply listOpportunities(Workspace &workspace, const Request &request);

} // namespace Leadline::Demo
