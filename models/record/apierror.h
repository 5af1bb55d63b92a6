// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QString>

#include <chrono>

namespace Leadline {

/// Why a request to Close failed, in the terms the rest of the program decides by.
struct ApiError
{
    enum class Kind {
        Offline,         ///< no connection could be made, or it was lost
        Timeout,         ///< the transfer took longer than the client waits
        Tls,             ///< the certificate or the handshake was refused
        Unauthorized,    ///< 401
        PaymentRequired, ///< 402: the organization's plan does not include this
        Forbidden,       ///< 403
        NotFound,        ///< 404
        Validation,      ///< 400 and other 4xx with something to mend
        RateLimited,     ///< 429 that outlasted every pause
        Server,          ///< 5xx
        Malformed,       ///< an answer that is not what the API describes
        Cancelled,       ///< given up by the program itself
    };

    Kind kind = Kind::Malformed;
    /// The HTTP status; 0 where no answer came.
    int status = 0;
    /// Close's own words, or a technical sentence where Close said nothing. Never holds the key. Plain text.
    QString message{};
    /// Messages per field, nested ones flattened to dotted keys ("emails.0.email"). On older resources the
    /// keys name the model's field ("lead", "status"), not the JSON key that was sent ("lead_id").
    QMap<QString, QString> fieldErrors{};
    /// What a request that ran out of patience should wait before it is tried again.
    std::chrono::milliseconds retryAfter{0};
    /// A write whose answer never came: the server may have carried it out.
    bool maybeApplied = false;
};

} // namespace Leadline
