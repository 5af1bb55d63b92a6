// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "apierrortext.h"

#include "translate.h"

namespace Leadline {

QString apiErrorText(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Offline:
        return tr("Close cannot be reached. What is loaded stays usable.");
    case ApiError::Kind::Timeout:
        return tr("Close takes too long to answer. Try again in a moment.");
    case ApiError::Kind::Tls:
        return tr("The connection to Close is not trusted: its certificate was not accepted.");
    case ApiError::Kind::Unauthorized:
        return tr("Close no longer accepts this key. Sign in again.");
    case ApiError::Kind::PaymentRequired:
        return tr("Your organization's plan in Close does not include this.");
    case ApiError::Kind::Forbidden:
        return error.status == 0 ? tr("Leadline was started read-only: nothing is changed in Close.")
                                 : tr("You may not do this in Close. Ask an administrator of your organization.");
    case ApiError::Kind::NotFound:
        return tr("This is gone in Close.");
    case ApiError::Kind::RateLimited:
        return tr("Close asks to slow down. Try again in a minute.");
    case ApiError::Kind::Server:
        return tr("Close has a problem of its own right now. Try again in a minute.");
    case ApiError::Kind::Malformed:
        return tr("Close's answer was not understood: %1").arg(error.message);
    case ApiError::Kind::Cancelled:
        return tr("This was given up.");
    case ApiError::Kind::Validation:
        break;
    }
    return tr("Close did not accept this: %1").arg(error.message);
}

} // namespace Leadline
