// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordrequests.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Leadline {

/// The body of a POST /data/search/. `query` is joined with a condition on the object type: without one
/// objects of several types come back (observed).
QJsonObject searchBody(const QString &objectType, const QJsonObject &query, const QStringList &fields,
                       const QJsonArray &sort, int limit, std::optional<int> resultsLimit, bool includeCounts,
                       const QString &cursor);

/// A page of a search by a query tree (developer.close.com/resources/advanced-filtering). A cursor lives for
/// 30 seconds and for 10,000 records in all; later Close answers 400 with a mark on "cursor".
template <typename T>
struct SearchRequest
{
    using Answer = Page<T>;
    QJsonObject query{}; ///< blank: all
    /// Without any, Close sends ids alone.
    QStringList fields{};
    QJsonArray sort{};
    int limit = 200;
    std::optional<int> resultsLimit{};
    bool includeCounts = false;
    QString cursor{};

    ApiCall call() const
    {
        return ApiCall{Verb::Post, QStringLiteral("data/search/"), {}, {}}.withBody(searchBody(
            Resource<T>::objectType(), query, fields, sort, limit, resultsLimit, includeCounts, cursor));
    }
    static Result<Answer> read(const QByteArray &body) { return decodePage<T>(body); }
};

/// The request for the page after `answer`, or nothing at the end. An empty page ends as well.
template <typename T>
std::optional<SearchRequest<T>> requestAfter(const SearchRequest<T> &request, const Page<T> &answer)
{
    if (answer.cursor.isEmpty() || answer.records.isEmpty()) {
        return std::nullopt;
    }
    SearchRequest<T> next = request;
    next.cursor = answer.cursor;
    return next;
}

} // namespace Leadline
