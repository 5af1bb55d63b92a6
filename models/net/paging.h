// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>

namespace Leadline {

/// How far an offset list lets itself be leafed through.
struct PageCaps
{
    int limit = 100; ///< records on a page at most
    int skip = -1;   ///< records that may be skipped at most; -1: no cap is known
};

/// What follows a page.
struct PageStep
{
    enum class End {
        More,    ///< another page: ask with `skip`
        Last,    ///< that was all
        SkipCap, ///< there is more, but Close does not skip that far: narrow the list instead
    };
    End end = End::Last;
    int skip = 0;
};

/// What follows a page that was asked with `skip` and brought `received` records. A page that says there is
/// more but is empty ends the list: otherwise it would never end.
constexpr PageStep stepAfter(int skip, qsizetype received, bool hasMore, const PageCaps &caps)
{
    if (!hasMore || received <= 0) {
        return {PageStep::End::Last, skip};
    }
    const int next = skip + int(received);
    if (caps.skip >= 0 && next > caps.skip) {
        return {PageStep::End::SkipCap, skip};
    }
    return {PageStep::End::More, next};
}

/// How many records a page brought.
template <typename P>
qsizetype recordCount(const P &page)
{
    return page.records.size();
}

/// The request for the page after `answer`, or nothing at the end or at the cap. For requests with a `skip`.
template <typename R>
requires requires(const R &request)
{
    request.skip;
}
std::optional<R> requestAfter(const R &request, const typename R::Answer &answer)
{
    const PageStep step = stepAfter(request.skip, recordCount(answer), answer.hasMore, R::caps);
    if (step.end != PageStep::End::More) {
        return std::nullopt;
    }
    R next = request;
    next.skip = step.skip;
    return next;
}

} // namespace Leadline
