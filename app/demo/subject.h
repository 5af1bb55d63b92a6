// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "periods.h"
#include "textmatch.h"
#include "workspace.h"

#include <set>

namespace Leadline::Demo {

/// One thing a query looks at: an object of the store, an activity, or a part of one (an address, an e-mail
/// of a contact), which then lives in \a part.
struct Subject
{
    std::string type;          ///< `lead`, `contact`, `activity.call`, `address`, `contact_email`, ...
    std::uint32_t row = NoRow; ///< of the store's object, or of an activity's lead
    std::uint64_t activity = 0;
    Json part = {};
    Moment at = 0; ///< of an activity
};

using Predicate = std::function<bool(const Subject &)>;

/// Looks up what queries ask about subjects. One lives as long as one search.
class Subjects
{
public:
    Subjects(Workspace &workspace, const Request &request);

    Workspace &workspace() const { return m_workspace; }
    const Clock &clock() const { return m_clock; }
    std::uint16_t caller() const { return m_caller; }

    /// The value of a field; null when it has none or there is no such field.
    Json value(const Subject &subject, const std::string &field) const;
    /// Whether queries may name that field of that type.
    static bool isField(const std::string &type, const std::string &field);
    /// Values of date columns without making JSON of them.
    std::optional<Moment> moment(const Subject &subject, const std::string &field) const;
    /// Everything a text search looks at, normalised.
    const std::string &searchText(const Subject &subject) const;
    /// The things of \a type that belong to a subject (or the one it belongs to).
    std::vector<Subject> related(const Subject &subject, const std::string &type) const;
    /// All living objects of a type, in row order.
    std::vector<Subject> all(const std::string &type) const;
    std::string id(const Subject &subject) const;
    /// Whether a subject is one of these; no id is made up for every one that is asked about.
    Predicate idTest(const std::set<std::string> &ids) const;
    /// What the API shows of it, cut to \a fields.
    Json shown(const Subject &subject, const FieldChoice &fields) const;

    static std::optional<Kind> kindOf(const std::string &type);
    static bool isType(const std::string &type);

private:
    Json leadValue(const Subject &subject, const std::string &field) const;
    Json opportunityValue(const Subject &subject, const std::string &field) const;
    const Json &document(const Subject &subject) const;
    using Key = std::pair<int, std::uint64_t>; ///< a kind and its row, or ActivityKey and a number
    static Key keyOf(const Subject &subject);

    Workspace &m_workspace;
    Clock m_clock;
    std::uint16_t m_caller;
    mutable std::string m_text;
    mutable std::pair<Key, Json> m_document{{-1, 0}, {}};
};

/// `activity.call` for `Call`, and back.
std::string activityObjectType(const std::string &type);
std::string activityTypeOf(const std::string &objectType);

} // namespace Leadline::Demo
