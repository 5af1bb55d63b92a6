// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "retrypolicy.h"

#include <QList>
#include <QSslCertificate>

#include <chrono>

namespace Leadline {

/// What may be different from one use of CloseClient to the next.
struct ClientOptions
{
    /// How long a transfer may stand still before it counts as failed.
    std::chrono::milliseconds transferTimeout{30000};
    /// No write leaves the program: each is refused with Kind::Forbidden.
    bool readOnly = false;
    /// Trusted in addition to the system's: companies whose gateway signs with a certificate of their own.
    QList<QSslCertificate> extraCertificates;
    RetryPolicy retry;
    /// Requests a second while the server has not told its limit.
    double assumedRate = 20;
    /// How long after an interactive request the background keeps to a third of the budget.
    std::chrono::milliseconds yieldFor{3000};
};

} // namespace Leadline
