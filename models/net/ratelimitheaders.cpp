// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "ratelimitheaders.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Leadline {

namespace {

using std::chrono::milliseconds;

// Longer than any window Close has; keeps a nonsensical header from overflowing.
constexpr double longestSeconds = 86400;

std::optional<double> number(const QByteArray &text)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok && std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<milliseconds> wholeMilliseconds(std::optional<double> seconds)
{
    if (!seconds) {
        return std::nullopt;
    }
    return milliseconds(qint64(std::ceil(std::min(*seconds, longestSeconds) * 1000)));
}

void readCombined(QByteArray value, RateLimitHeaders &into)
{
    value.replace(';', ',');
    const QList<QByteArray> parts = value.split(',');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray key = part.left(std::max<qsizetype>(equals, 0)).trimmed().toLower();
        const std::optional<double> parsed = number(part.mid(equals + 1));
        if (key == "limit") {
            into.limit = parsed;
        } else if (key == "remaining") {
            into.remaining = parsed;
        } else if (key == "reset") {
            into.reset = wholeMilliseconds(parsed);
        }
    }
}

std::optional<milliseconds> readRetryAfter(const QByteArray &value, const QDateTime &now)
{
    if (const auto seconds = number(value)) {
        return wholeMilliseconds(seconds);
    }
    QDateTime when = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!when.isValid()) {
        return std::nullopt;
    }
    when.setTimeSpec(Qt::UTC);
    return wholeMilliseconds(std::max<double>(0, double(now.msecsTo(when)) / 1000));
}

} // namespace

RateLimitHeaders readRateLimitHeaders(const std::function<QByteArray(const char *)> &header,
                                      const QDateTime &now)
{
    RateLimitHeaders result;
    readCombined(header("ratelimit"), result);
    const auto fill = [&](const char *limit, const char *remaining, const char *reset) {
        result.limit = result.limit ? result.limit : number(header(limit));
        result.remaining = result.remaining ? result.remaining : number(header(remaining));
        result.reset = result.reset ? result.reset : wholeMilliseconds(number(header(reset)));
    };
    fill("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset");
    fill("x-rate-limit-limit", "x-rate-limit-remaining", "x-rate-limit-reset");
    result.retryAfter = readRetryAfter(header("retry-after"), now);
    return result;
}

} // namespace Leadline
