// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "fieldtable.h"

#include "timestamp.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Leadline {

FieldList::FieldList(QList<Field> fields)
    : m_fields(std::move(fields))
{
    for (qsizetype i = 0; i < m_fields.size(); ++i)
        if (const QString &key = m_fields.at(i).key; !m_index.contains(key))
            m_index.insert(key, int(i));
}

const Field *FieldList::find(const QString &key) const
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : &m_fields.at(index);
}

int FieldList::indexOfErrorKey(const QString &errorKey) const
{
    if (errorKey.isEmpty())
        return -1;
    if (const int exact = indexOf(errorKey); exact >= 0)
        return exact;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        if (m_fields.at(i).errorKeys.contains(errorKey))
            return int(i);
    }
    // "custom.cf_x" has a point of its own, so shorten from the end.
    const qsizetype point = errorKey.lastIndexOf(u'.');
    return point > 0 ? indexOfErrorKey(errorKey.left(point)) : -1;
}

namespace {

FieldType typeOf(const CustomField &custom)
{
    const bool several = custom.acceptsMultipleValues;
    if (custom.type == "number"_L1)
        return FieldType::Number;
    if (custom.type == "date"_L1)
        return FieldType::Date;
    if (custom.type == "datetime"_L1)
        return FieldType::Moment;
    if (custom.type == "choices"_L1)
        return several ? FieldType::Choices : FieldType::Choice;
    if (custom.type == "user"_L1)
        return several ? FieldType::Users : FieldType::User;
    if (custom.type == "contact"_L1)
        return several ? FieldType::Contacts : FieldType::Contact;
    if (custom.type == "custom_object"_L1)
        return FieldType::CustomObject;
    if (custom.type == "textarea"_L1)
        return FieldType::LongText;
    if (custom.type == "hidden"_L1)
        return FieldType::Hidden;
    return FieldType::Text;
}

/// A type that Close adds later is shown as text, but never overwritten as such.
bool isKnownType(const QString &type)
{
    static const QStringList known{u"text"_s, u"textarea"_s, u"number"_s,
                                   u"date"_s, u"datetime"_s, u"choices"_s,
                                   u"user"_s, u"contact"_s,  u"custom_object"_s};
    return known.contains(type);
}

/// A number, also one that an older answer holds as text.
QVariant scalarNumber(const QVariant &raw)
{
    const QVariant one = raw.typeId() == QMetaType::QVariantList ? raw.toList().value(0) : raw;
    bool ok = false;
    const double number = one.toDouble(&ok);
    ok = ok && one.typeId() != QMetaType::Bool;
    return ok && std::isfinite(number) ? QVariant(number) : QVariant();
}

/// Text of a value that should be one: older answers hold numbers in text fields.
QVariant scalarText(const QVariant &raw)
{
    // A field that once took several values may still answer with a list, and the other way round.
    const QVariant one = raw.typeId() == QMetaType::QVariantList ? raw.toList().value(0) : raw;
    return one.isValid() ? QVariant(one.toString()) : QVariant();
}

QVariant textList(const QVariant &raw)
{
    QStringList list;
    if (raw.typeId() == QMetaType::QVariantList) {
        for (const QVariant &item : raw.toList())
            list.append(item.toString());
    } else {
        list.append(raw.toString());
    }
    list.removeAll(QString());
    return list.isEmpty() ? QVariant() : QVariant(list);
}

} // namespace

Field fieldFor(const CustomField &custom, const QString &objectType)
{
    Field field;
    field.key = u"custom."_s + custom.id;
    field.title = custom.name;
    field.type = typeOf(custom);
    field.description = custom.description;
    field.choices = custom.choices;
    field.errorKeys = {custom.id, u"custom."_s + custom.name, custom.name};
    field.flags = FieldFlag::Custom;
    if (field.type == FieldType::Hidden)
        return field;
    field.flags |= FieldFlag::Detail;
    // Ids of other records say nothing in a column.
    const bool tells = field.type != FieldType::Contact && field.type != FieldType::Contacts &&
                       field.type != FieldType::CustomObject;
    if (tells)
        field.flags |= FieldFlags(FieldFlag::Column) | FieldFlag::Filterable;
    if (field.type == FieldType::Text || field.type == FieldType::LongText ||
        field.type == FieldType::Choice || field.type == FieldType::Choices)
        field.flags |= FieldFlag::Searchable;
    if (custom.isEditable && isKnownType(custom.type) && field.type != FieldType::CustomObject) {
        field.flags |= FieldFlag::Editable;
        // A new lead has no contacts yet that a contact field could name.
        if (tells || objectType != "lead"_L1)
            field.flags |= FieldFlag::Creatable;
        // Nobody can fill in what they may not edit.
        if (custom.isRequired)
            field.flags |= FieldFlag::Required;
    }
    return field;
}

QVariant customValue(FieldType type, const QVariant &raw)
{
    if (!raw.isValid())
        return {};
    switch (type) {
    case FieldType::Number:
        return scalarNumber(raw);
    case FieldType::Date: {
        const auto day = parseDay(scalarText(raw).toString().toStdString());
        return day ? QVariant(*day) : QVariant();
    }
    case FieldType::Moment: {
        const auto moment = parseTimestamp(scalarText(raw).toString().toStdString());
        return moment ? QVariant(QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC)) : QVariant();
    }
    case FieldType::Choices:
    case FieldType::Users:
    case FieldType::Contacts:
    case FieldType::CustomObject:
        return textList(raw);
    case FieldType::Hidden:
        return raw;
    default: {
        const QVariant text = scalarText(raw);
        return isBlank(text) ? QVariant() : text;
    }
    }
}

} // namespace Leadline
