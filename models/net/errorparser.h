// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

#include <QByteArray>

namespace Leadline {

/// The error an answer outside 2xx stands for. Understands every body Close is known to have sent and any
/// other, the empty one included: then the status line is the message. Pure; callable on any thread.
ApiError errorFromAnswer(int status, const QByteArray &reason, const QByteArray &body);

/// What kind of failure an HTTP status is.
ApiError::Kind kindOfStatus(int status);

/// Seconds until the limit is lifted as the body of a 429 said it (a number or a string, at the top or under
/// "error"; no longer documented since 2024, still tolerated); negative where it says nothing.
double rateResetFromBody(const QByteArray &body);

} // namespace Leadline
