// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "duplicatesearch.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QJsonObject textCondition(const QString &objectType, const QString &field, const QString &mode,
                          const QString &value)
{
    return {{u"type"_s, u"field_condition"_s},
            {u"field"_s, QJsonObject{{u"type"_s, u"regular_field"_s},
                                     {u"object_type"_s, objectType},
                                     {u"field_name"_s, field}}},
            {u"condition"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"mode"_s, mode}, {u"value"_s, value}}}};
}

QJsonObject related(const QString &own, const QString &other, const QJsonObject &query)
{
    return {{u"type"_s, u"has_related"_s},
            {u"this_object_type"_s, own},
            {u"related_object_type"_s, other},
            {u"related_query"_s, query}};
}

/// A lead one of whose contacts has this address or number.
QJsonObject contactDetail(const QString &detailType, const QString &field, const QString &value)
{
    return related(u"lead"_s, u"contact"_s,
                   related(u"contact"_s, detailType, textCondition(detailType, field, u"phrase"_s, value)));
}

/// How the two longest words of a name begin: Close finds no name with one letter too many.
QStringList beginningsOf(const QString &name)
{
    constexpr qsizetype Least = 4;
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return word.size() < Least; });
    std::stable_sort(words.begin(), words.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList beginnings;
    for (const QString &word : words.mid(0, 2))
        beginnings.append(word.left(qMax(Least, word.size() * 2 / 3)));
    return beginnings;
}

} // namespace

QJsonObject duplicateQuery(const QString &name, const QString &host, const QStringList &emails,
                           const QStringList &phones)
{
    QJsonArray any;
    if (!name.isEmpty())
        any.append(textCondition(u"lead"_s, u"name"_s, u"beginning_of_words"_s, name));
    for (const QString &beginning : beginningsOf(name))
        any.append(textCondition(u"lead"_s, u"name"_s, u"beginning_of_words"_s, beginning));
    if (!host.isEmpty())
        any.append(textCondition(u"lead"_s, u"url"_s, u"phrase"_s, host));
    for (const QString &email : emails)
        any.append(contactDetail(u"contact_email"_s, u"email"_s, email));
    for (const QString &phone : phones)
        any.append(contactDetail(u"contact_phone"_s, u"phone"_s, phone));
    if (any.isEmpty())
        return {};
    return {{u"type"_s, u"or"_s}, {u"queries"_s, any}};
}

} // namespace Leadline
