// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tour.h"

namespace Leadline {

class MainWindow;
class Workspace;

/// The pages the tour walks: leads, a lead's page, contacts, opportunities, pipeline, the new-lead form, and
/// sign-in. Neither is owned.
QList<Tour::Stop> tourStops(MainWindow &window, Workspace &workspace);

} // namespace Leadline
