// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "subject.h"

#include <memory>

namespace Leadline::Demo {

/// One node of a parsed text query.
struct TextNode
{
    enum class Type { And, Or, Not, Everything, Word, Condition, Nested };
    Type type = Type::Everything;
    std::string name;    ///< field of a condition, object of a nested query
    std::string op;      ///< `:` `>` `>=` `<` `<=` `=`
    std::string value;   ///< of a word or condition
    bool quoted = false; ///< the value was in quotes: a phrase
    std::vector<TextNode> parts;
};

/// The old query language of `query=` on leads and opportunities, deprecated since 2022-02-14
/// (developer.close.com/changelog) but in use. Its grammar is known from official scripts and recordings
/// only; what is not known to exist is answered with 400. `sort:` and `slice:` are taken out of the tree.
struct ParsedText
{
    TextNode root;
    std::vector<std::string> sorts; ///< as written, `-created`
    int slice = 0;                  ///< of `slice:2/5`
    int slices = 0;
};
ParsedText parseTextQuery(const std::string &query);

struct TextQuery
{
    Predicate test;
    std::vector<std::pair<std::string, bool>> sorts; ///< field and whether descending
    int slice = 0;
    int slices = 0;
};
/// \a type is `lead` or `opportunity`. \a subjects must outlive the result.
TextQuery compileTextQuery(const Subjects &subjects, const std::string &query, const std::string &type);

/// Runs a query: matching rows of \a type in the order it asks for (last changed first without one).
std::vector<std::uint32_t> runTextQuery(const Subjects &subjects, const std::string &query,
                                        const std::string &type);

} // namespace Leadline::Demo
