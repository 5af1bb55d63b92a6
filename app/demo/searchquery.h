// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "subject.h"

namespace Leadline::Demo {

/// Turns a query tree of advanced filtering (developer.close.com/api/resources/advanced-filtering) into a
/// test of subjects of \a type. Throws HttpError 400 for anything it does not know.
Predicate compileQuery(const Subjects &subjects, const Json &query, const std::string &type);

/// The object types a tree asks for by its `object_type` nodes; leads and contacts when it names none.
std::vector<std::string> objectTypesOf(const Json &query);

/// One search over one type: filtered and sorted (newest first without a sort).
std::vector<Subject> runQuery(const Subjects &subjects, const Json &query, const Json &sort,
                              const std::string &type);

/// Runs a Smart View, old language or new, over leads.
Predicate compileSavedSearch(const Subjects &subjects, const Json &savedSearch);

} // namespace Leadline::Demo
