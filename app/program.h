// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "commandline.h"
#include "environmentfile.h"

#include <QString>

#include <optional>

namespace Leadline {

/// The name under which starts are one program: same settings, same address of Close, same key from the
/// environment, and both may write or neither. Empty for runs that are always their own: demos and tours.
QString instanceName(const CommandLine &commandLine,
                     const std::optional<EnvironmentCredentials> &environment = std::nullopt);

/// The whole program, from the arguments to the exit code: 0, 1 for a tour that lacks pictures, or 2 for bad
/// arguments.
int runLeadline(int argc, char *argv[]);

} // namespace Leadline
