// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apicall.h"

#include <QDate>
#include <QDateTime>

namespace Leadline {

/// A day as Close takes it: "2026-03-01". Blank for an invalid one.
QString wireText(const QDate &day);
/// A moment as Close takes it, in UTC: "2026-03-01T10:00:00.000+00:00". Blank for an invalid one.
QString wireText(const QDateTime &moment);

/// Limits of a date filter: its bare form and the suffixes __gt __gte __lt __lte. Invalid ones are not sent.
template <typename T>
struct Bounds
{
    T is{};
    T after{};
    T onOrAfter{};
    T before{};
    T onOrBefore{};

    void addTo(ApiCall &call, const QString &key) const
    {
        call.with(key, wireText(is))
            .with(key + QLatin1String("__gt"), wireText(after))
            .with(key + QLatin1String("__gte"), wireText(onOrAfter))
            .with(key + QLatin1String("__lt"), wireText(before))
            .with(key + QLatin1String("__lte"), wireText(onOrBefore));
    }
};

/// One value goes as "key", several as "key__in".
void addOneOrSeveral(ApiCall &call, const QString &key, const QStringList &values);

} // namespace Leadline
