// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "opportunitytotals.h"
#include "paging.h"
#include "recordfilters.h"

#include <algorithm>

namespace Leadline {

/// Where a record type lives in the API and how its list is read.
template <typename T>
struct Resource;

template <>
struct Resource<Lead>
{
    static QString path() { return QStringLiteral("lead/"); }
    static QString objectType() { return QStringLiteral("lead"); }
    static constexpr PageCaps caps{200, 35000}; // observed 2026: both answer 400 beyond
    using Filter = LeadFilter;
    using ListAnswer = Page<Lead>;
    static Result<ListAnswer> readList(const QByteArray &body) { return decodePage<Lead>(body); }
};

template <>
struct Resource<Contact>
{
    static QString path() { return QStringLiteral("contact/"); }
    static QString objectType() { return QStringLiteral("contact"); }
    static constexpr PageCaps caps{200, -1};
    using Filter = ContactFilter;
    using ListAnswer = Page<Contact>;
    static Result<ListAnswer> readList(const QByteArray &body) { return decodePage<Contact>(body); }
};

template <>
struct Resource<Opportunity>
{
    static QString path() { return QStringLiteral("opportunity/"); }
    static QString objectType() { return QStringLiteral("opportunity"); }
    static constexpr PageCaps caps{200, -1};
    using Filter = OpportunityFilter;
    using ListAnswer = OpportunityPage;
    static Result<ListAnswer> readList(const QByteArray &body) { return decodeOpportunityPage(body); }
};

template <>
struct Resource<Task>
{
    static QString path() { return QStringLiteral("task/"); }
    static QString objectType() { return QStringLiteral("task"); }
    static constexpr PageCaps caps{200, -1};
    using Filter = TaskFilter;
    using ListAnswer = Page<Task>;
    static Result<ListAnswer> readList(const QByteArray &body) { return decodePage<Task>(body); }
};

/// A page of a list.
template <typename T>
struct ListRequest
{
    using Answer = typename Resource<T>::ListAnswer;
    static constexpr PageCaps caps = Resource<T>::caps;

    typename Resource<T>::Filter filter{};
    /// "_fields"; blank: all that Close sends by itself. "custom" stands for all custom fields.
    QStringList fields{};
    int skip = 0;
    int limit = caps.limit; ///< more than the cap is cut to it

    ApiCall call() const
    {
        ApiCall call{Verb::Get, Resource<T>::path(), {}, {}};
        filter.addTo(call);
        call.with(QStringLiteral("_fields"), fields)
            .with(QStringLiteral("_limit"), std::clamp(limit, 0, caps.limit));
        if (skip > 0) {
            call.with(QStringLiteral("_skip"), skip);
        }
        return call;
    }
    static Result<Answer> read(const QByteArray &body) { return Resource<T>::readList(body); }
};

/// One record.
template <typename T>
struct GetRequest
{
    using Answer = T;
    QString id{};
    QStringList fields{};

    ApiCall call() const
    {
        ApiCall call{Verb::Get, Resource<T>::path() + pathSegment(id) + QLatin1Char('/'), {}, {}};
        call.with(QStringLiteral("_fields"), fields);
        return call;
    }
    static Result<T> read(const QByteArray &body) { return decodeRecord<T>(body); }
};

/// Makes a record; the answer is the record as Close has it. Never repeated once it may have arrived.
template <typename T>
struct CreateRequest
{
    using Answer = T;
    QJsonObject body{}; ///< see createdBody()

    ApiCall call() const { return ApiCall{Verb::Post, Resource<T>::path(), {}, {}}.withBody(body); }
    static Result<T> read(const QByteArray &answer) { return decodeRecord<T>(answer); }
};

/// Changes the keys in the body and no others (developer.close.com/api/overview: a PUT is a patch).
template <typename T>
struct UpdateRequest
{
    using Answer = T;
    QString id{};
    QJsonObject body{}; ///< see changedBody()

    ApiCall call() const
    {
        return ApiCall{Verb::Put, Resource<T>::path() + pathSegment(id) + QLatin1Char('/'), {}, {}}.withBody(
            body);
    }
    static Result<T> read(const QByteArray &answer) { return decodeRecord<T>(answer); }
};

/// Deletes a record. Close cannot restore it; a lead takes its children along.
template <typename T>
struct DeleteRequest
{
    using Answer = Done;
    QString id{};

    ApiCall call() const
    {
        return {Verb::Delete, Resource<T>::path() + pathSegment(id) + QLatin1Char('/'), {}, {}};
    }
    static Result<Done> read(const QByteArray &) { return Done{}; }
};

/// Merges a lead into another; the source is deleted (developer.close.com/resources/leads).
struct MergeLeadsRequest
{
    using Answer = Done;
    QString source{};
    QString destination{};

    ApiCall call() const
    {
        return ApiCall{Verb::Post, QStringLiteral("lead/merge/"), {}, {}}.withBody(
            {{QStringLiteral("source"), source}, {QStringLiteral("destination"), destination}});
    }
    static Result<Done> read(const QByteArray &) { return Done{}; }
};

} // namespace Leadline
