// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "callduration.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Nobody talks for longer.
constexpr int LongestCall = 24 * 60 * 60;

std::optional<int> withinBounds(qint64 seconds)
{
    return seconds <= LongestCall ? std::optional(int(seconds)) : std::nullopt;
}

/// "4:30", "1:02:30"
std::optional<int> clockDuration(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:(\\d{1,2}):)?(\\d{1,3}):([0-5]\\d)$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return withinBounds(match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60 +
                        match.captured(3).toLongLong());
}

/// "12", "12 min", "1h 5m 10s"
std::optional<int> unitDuration(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:(\\d{1,2})\\s*h(?:ours?)?)?\\s*(?:(\\d{1,4})\\s*(?:m|min|mins|minutes?)?)?"
        "\\s*(?:(\\d{1,5})\\s*s(?:ec|econds?)?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    // Without a unit the first number would be taken for minutes where "90s" means seconds.
    static const QRegularExpression secondsOnly(u"^(\\d{1,5})\\s*s(?:ec|ek|econds?)?\\.?$"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch seconds = secondsOnly.match(text); seconds.hasMatch())
        return withinBounds(seconds.captured(1).toLongLong());
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return withinBounds(match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60 +
                        match.captured(3).toLongLong());
}

} // namespace

std::optional<int> callDuration(const QString &text)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return 0;
    if (typed.contains(u':'))
        return clockDuration(typed);
    return unitDuration(typed);
}

} // namespace Leadline
