// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "searchrequest.h"

namespace Leadline {

QJsonObject searchBody(const QString &objectType, const QJsonObject &query, const QStringList &fields,
                       const QJsonArray &sort, int limit, std::optional<int> resultsLimit, bool includeCounts,
                       const QString &cursor)
{
    QJsonArray conditions{QJsonObject{{QStringLiteral("type"), QStringLiteral("object_type")},
                                      {QStringLiteral("object_type"), objectType}}};
    if (!query.isEmpty()) {
        conditions.append(query);
    }
    QJsonObject body{{QStringLiteral("query"), QJsonObject{{QStringLiteral("type"), QStringLiteral("and")},
                                                           {QStringLiteral("queries"), conditions}}},
                     {QStringLiteral("_limit"), limit}};
    if (!fields.isEmpty()) {
        body.insert(QStringLiteral("_fields"), QJsonObject{{objectType, QJsonArray::fromStringList(fields)}});
    }
    if (!sort.isEmpty()) {
        body.insert(QStringLiteral("sort"), sort);
    }
    if (resultsLimit) {
        body.insert(QStringLiteral("results_limit"), *resultsLimit);
    }
    if (includeCounts) {
        body.insert(QStringLiteral("include_counts"), true);
    }
    if (!cursor.isEmpty()) {
        body.insert(QStringLiteral("cursor"), cursor);
    }
    return body;
}

} // namespace Leadline
