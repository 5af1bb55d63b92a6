// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "filter.h"

#include "cellformatter.h"
#include "fieldtable.h"
#include "translate.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

struct Operator
{
    FilterOperator op;
    QLatin1StringView key;
    const char *name;
};

constexpr std::array Operators{
    Operator{FilterOperator::IsAnyOf, "any_of"_L1, QT_TRANSLATE_NOOP("Leadline", "is any of")},
    Operator{FilterOperator::IsNoneOf, "none_of"_L1, QT_TRANSLATE_NOOP("Leadline", "is none of")},
    Operator{FilterOperator::HasValue, "has_value"_L1, QT_TRANSLATE_NOOP("Leadline", "has a value")},
    Operator{FilterOperator::HasNoValue, "has_no_value"_L1, QT_TRANSLATE_NOOP("Leadline", "has no value")},
    Operator{FilterOperator::Contains, "contains"_L1, QT_TRANSLATE_NOOP("Leadline", "contains")},
    Operator{FilterOperator::DoesNotContain, "does_not_contain"_L1,
             QT_TRANSLATE_NOOP("Leadline", "does not contain")},
    Operator{FilterOperator::Between, "between"_L1, QT_TRANSLATE_NOOP("Leadline", "is between")},
    Operator{FilterOperator::InRange, "in_range"_L1, QT_TRANSLATE_NOOP("Leadline", "is in")},
    Operator{FilterOperator::IsTrue, "is_true"_L1, QT_TRANSLATE_NOOP("Leadline", "is yes")},
    Operator{FilterOperator::IsFalse, "is_false"_L1, QT_TRANSLATE_NOOP("Leadline", "is no")},
};

QJsonValue toJsonValue(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDate)
        return value.toDate().toString(Qt::ISODate);
    return value.typeId() == QMetaType::Double ? QJsonValue(value.toDouble())
                                               : QJsonValue(value.toLongLong());
}

QVariant fromJsonValue(const QJsonValue &value)
{
    if (value.isString()) {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        return day.isValid() ? QVariant(day) : QVariant();
    }
    if (!value.isDouble())
        return {};
    const QVariant number = value.toVariant();
    return number.typeId() == QMetaType::Double ? number : QVariant(number.toLongLong());
}

QString rangeText(const QString &from, const QString &to)
{
    if (from.isEmpty())
        return tr("up to %1").arg(to);
    if (to.isEmpty())
        return tr("from %1").arg(from);
    return from == to ? from : tr("%1 to %2").arg(from, to);
}

QString endText(const QVariant &value, const Field &field, const CellFormatter &formatter)
{
    if (!value.isValid())
        return {};
    if (value.typeId() == QMetaType::QDate)
        return formatter.date(value.toDate());
    // Amounts with a period are compared over a year, and the chip says so.
    const bool yearly = field.type == FieldType::Money && !field.unitKey.isEmpty();
    return formatter.text(field, value, yearly ? periodKey(ValuePeriod::Annual) : QString());
}

QString valuesText(const Filter &filter, const Field &field, const CellFormatter &formatter)
{
    constexpr qsizetype Named = 3;
    QStringList names;
    for (const QString &value : filter.values.mid(0, Named))
        names.append(value.isEmpty() ? tr("no value") : formatter.symbol(field, value));
    QString text = names.join(u", "_s);
    if (filter.values.size() > Named)
        text = tr("%1 and %2 more").arg(text).arg(filter.values.size() - Named);
    return text;
}

} // namespace

bool Filter::isEffective() const
{
    switch (op) {
    case FilterOperator::IsAnyOf:
    case FilterOperator::IsNoneOf:
        return !values.isEmpty();
    case FilterOperator::Contains:
    case FilterOperator::DoesNotContain:
        return !text.trimmed().isEmpty();
    case FilterOperator::Between:
        return from.isValid() || to.isValid();
    case FilterOperator::InRange:
        return preset != DatePreset::Custom || from.isValid() || to.isValid();
    default:
        return true;
    }
}

QJsonObject Filter::toJson() const
{
    QJsonObject object{{u"key"_s, key}};
    for (const Operator &entry : Operators) {
        if (entry.op == op)
            object.insert("operator"_L1, QString(entry.key));
    }
    if (!values.isEmpty())
        object.insert("values"_L1, QJsonArray::fromStringList(values));
    if (!text.isEmpty())
        object.insert("text"_L1, text);
    if (op == FilterOperator::InRange)
        object.insert("range"_L1, presetKey(preset));
    if (from.isValid())
        object.insert("from"_L1, toJsonValue(from));
    if (to.isValid())
        object.insert("to"_L1, toJsonValue(to));
    return object;
}

std::optional<Filter> Filter::fromJson(const QJsonObject &object)
{
    Filter filter;
    filter.key = object.value("key"_L1).toString();
    const QString op = object.value("operator"_L1).toString();
    const auto known = std::find_if(Operators.begin(), Operators.end(),
                                    [&](const Operator &entry) { return op == entry.key; });
    if (filter.key.isEmpty() || known == Operators.end())
        return {};
    filter.op = known->op;
    for (const QJsonValue &value : object.value("values"_L1).toArray())
        filter.values.append(value.toString());
    filter.text = object.value("text"_L1).toString();
    filter.preset = presetFromKey(object.value("range"_L1).toString());
    filter.from = fromJsonValue(object.value("from"_L1));
    filter.to = fromJsonValue(object.value("to"_L1));
    return filter;
}

QList<FilterOperator> operatorsFor(FieldType type)
{
    using enum FilterOperator;
    if (type == FieldType::Boolean)
        return {IsTrue, IsFalse};
    if (type == FieldType::Date || type == FieldType::Moment)
        return {InRange, HasValue, HasNoValue};
    switch (storageOf(type)) {
    case Storage::Symbol:
        return {IsAnyOf, IsNoneOf, HasValue, HasNoValue};
    case Storage::Id:
        // Ids of other records say nothing to a person.
        return {HasValue, HasNoValue};
    case Storage::Text:
        if (type == FieldType::Contacts || type == FieldType::CustomObject)
            return {HasValue, HasNoValue};
        return {Contains, DoesNotContain, HasValue, HasNoValue};
    case Storage::Integer:
    case Storage::Real:
        return {Between, HasValue, HasNoValue};
    case Storage::None:
        break;
    }
    return {};
}

QString operatorName(FilterOperator op)
{
    for (const Operator &entry : Operators) {
        if (entry.op == op)
            return tr(entry.name);
    }
    return {};
}

QString describe(const Filter &filter, const FieldList &fields, const CellFormatter &formatter)
{
    const Field *field = fields.find(filter.key);
    if (!field)
        return tr("A field that is gone");
    QString text;
    switch (filter.op) {
    case FilterOperator::IsAnyOf:
        text = valuesText(filter, *field, formatter);
        break;
    case FilterOperator::IsNoneOf:
        text = tr("not %1").arg(valuesText(filter, *field, formatter));
        break;
    case FilterOperator::HasValue:
        text = tr("any");
        break;
    case FilterOperator::HasNoValue:
        text = tr("none");
        break;
    case FilterOperator::Contains:
        text = tr("contains “%1”").arg(filter.text);
        break;
    case FilterOperator::DoesNotContain:
        text = tr("without “%1”").arg(filter.text);
        break;
    case FilterOperator::Between:
        text = rangeText(endText(filter.from, *field, formatter), endText(filter.to, *field, formatter));
        break;
    case FilterOperator::InRange:
        text = filter.preset != DatePreset::Custom ? presetName(filter.preset)
                                                   : rangeText(endText(filter.from, *field, formatter),
                                                               endText(filter.to, *field, formatter));
        break;
    case FilterOperator::IsTrue:
        text = tr("yes");
        break;
    case FilterOperator::IsFalse:
        text = tr("no");
        break;
    }
    return tr("%1: %2").arg(field->title, text);
}

} // namespace Leadline
