// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apicall.h"
#include "recordbatch.h"
#include "windowchain.h"

#include <functional>

namespace Leadline {

/// How the records of one type are asked for, newest first.
struct WalkSource
{
    QString name; ///< in the marks
    DocumentKind kind = DocumentKind::Lead;
    WalkManner manner = WalkManner::Cursor;
    bool isByCreation = false; ///< in order of date_created instead of date_updated
    int pageSize = 200;
    std::function<ApiCall(const WindowChain &, const Schema &)> call;
    BatchDecoder decode = nullptr;

    static WalkSource leads();
    /// Leads where the search does not serve; Close does not let this be leafed through beyond 35,000.
    static WalkSource leadList();
    static WalkSource opportunities();
    static WalkSource tasks();
    static WalkSource statusChanges();
};

/// The search for some leads by their ids.
ApiCall leadsByIdCall(const QStringList &ids, const Schema &schema);

} // namespace Leadline
