// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QUrl>

namespace Leadline {

/// The API's address from what a person typed: https anywhere, http only on this machine, no user, password,
/// query or fragment. Ends in a slash. The error (Kind::Validation) says in a sentence what is wrong.
Result<QUrl> validatedApiBase(const QString &text);

/// Close's own: https://api.close.com/api/v1/ (developer.close.com/api/overview).
QUrl closeApiBase();

} // namespace Leadline
