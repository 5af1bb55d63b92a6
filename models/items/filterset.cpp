// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "filterset.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int Version = 1;

} // namespace

QJsonObject FilterSet::toJson() const
{
    QJsonArray list;
    for (const Filter &filter : filters)
        list.append(filter.toJson());
    return {{u"version"_s, Version}, {u"text"_s, text}, {u"lead"_s, leadId}, {u"filters"_s, list}};
}

FilterSet FilterSet::fromJson(const QJsonObject &object)
{
    FilterSet set;
    if (object.value("version"_L1).toInt() != Version)
        return set;
    set.text = object.value("text"_L1).toString();
    set.leadId = object.value("lead"_L1).toString();
    for (const QJsonValue &value : object.value("filters"_L1).toArray()) {
        if (const auto filter = Filter::fromJson(value.toObject()))
            set.filters.append(*filter);
    }
    return set;
}

} // namespace Leadline
