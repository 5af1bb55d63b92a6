// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "daterange.h"
#include "field.h"

#include <QJsonObject>

#include <optional>

namespace Leadline {

class CellFormatter;
class FieldList;

/// How a filter compares.
enum class FilterOperator {
    IsAnyOf,        ///< one of Filter::values: ids, choices, Close's words
    IsNoneOf,       ///< none of them; records without a value match
    HasValue,       ///< any
    HasNoValue,     ///< none
    Contains,       ///< the folded text has each word of Filter::text
    DoesNotContain, ///< it has not all of them
    Between,        ///< Filter::from to Filter::to, both included, either open
    InRange,        ///< days: Filter::preset, or from and to for DatePreset::Custom
    IsTrue,
    IsFalse, ///< records without a value match
};

/// One condition on one field: what a chip stands for. A value; made by menus, stored as JSON.
struct Filter
{
    QString key{}; ///< of the field
    FilterOperator op = FilterOperator::HasValue;
    QStringList values{};
    QString text{};
    DatePreset preset = DatePreset::Custom;
    /// As FieldType describes it: [qlonglong] minor units of money (over a year where the amounts have a
    /// period), whole numbers and percents, [double] numbers, [QDate] days. Invalid leaves that end open.
    QVariant from{};
    QVariant to{};

    friend bool operator==(const Filter &, const Filter &) = default;

    /// Whether it leaves anything out: a filter by no values, or from open to open, does not.
    bool isEffective() const;

    QJsonObject toJson() const;
    /// Nothing for what is no filter of this program's.
    static std::optional<Filter> fromJson(const QJsonObject &object);
};

/// The operators a field's type can be filtered by, the usual one first. None for fields that are not
/// filtered by.
QList<FilterOperator> operatorsFor(FieldType type);
/// What menus call an operator: "is any of", "has no value".
QString operatorName(FilterOperator op);
/// What a chip says: "Status: Qualified, Trial", "Updated: last month", "Value: from € 5,000".
QString describe(const Filter &filter, const FieldList &fields, const CellFormatter &formatter);

} // namespace Leadline
