// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "fieldvaluejson.h"

#include "contactdetails.h"

#include <QDateTime>
#include <QJsonArray>

#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

// Texts, yes and no, and whole numbers are plain JSON. Anything else is an object with one member, whose name
// is on disk: never reused for something else.
constexpr QLatin1StringView Real("real");
constexpr QLatin1StringView Day("day");
constexpr QLatin1StringView Moment("moment"); ///< milliseconds since the epoch
constexpr QLatin1StringView Texts("texts");
constexpr QLatin1StringView Emails("emails");
constexpr QLatin1StringView Phones("phones");
constexpr QLatin1StringView Links("links");
constexpr QLatin1StringView Addresses("addresses");
constexpr QLatin1StringView Other("other"); ///< any JSON, as a hidden custom field holds it

QJsonValue tagged(QLatin1StringView tag, const QJsonValue &value)
{
    return QJsonObject{{tag, value}};
}

/// The texts of an entry of a list, by the names they have on disk.
template <typename T>
struct Members
{
    static QList<std::pair<QLatin1StringView, QString T::*>> texts();
};

template <>
QList<std::pair<QLatin1StringView, QString EmailAddress::*>> Members<EmailAddress>::texts()
{
    return {{"email"_L1, &EmailAddress::email}, {"type"_L1, &EmailAddress::type}};
}

template <>
QList<std::pair<QLatin1StringView, QString PhoneNumber::*>> Members<PhoneNumber>::texts()
{
    return {{"phone"_L1, &PhoneNumber::phone},
            {"type"_L1, &PhoneNumber::type},
            {"formatted"_L1, &PhoneNumber::formatted},
            {"country"_L1, &PhoneNumber::country}};
}

template <>
QList<std::pair<QLatin1StringView, QString WebAddress::*>> Members<WebAddress>::texts()
{
    return {{"url"_L1, &WebAddress::url}, {"type"_L1, &WebAddress::type}};
}

template <>
QList<std::pair<QLatin1StringView, QString PostalAddress::*>> Members<PostalAddress>::texts()
{
    return {{"label"_L1, &PostalAddress::label},        {"address_1"_L1, &PostalAddress::address1},
            {"address_2"_L1, &PostalAddress::address2}, {"city"_L1, &PostalAddress::city},
            {"state"_L1, &PostalAddress::state},        {"zipcode"_L1, &PostalAddress::zipcode},
            {"country"_L1, &PostalAddress::country}};
}

template <typename T>
QJsonValue listToJson(const QVariant &value)
{
    QJsonArray array;
    for (const T &item : value.value<QList<T>>()) {
        QJsonObject object;
        for (const auto &[name, member] : Members<T>::texts()) {
            if (!(item.*member).isEmpty())
                object.insert(name, item.*member);
        }
        if constexpr (std::is_same_v<T, EmailAddress>) {
            if (item.isUnsubscribed)
                object.insert("unsubscribed"_L1, true);
        }
        array.append(object);
    }
    return array;
}

template <typename T>
QVariant listFromJson(const QJsonValue &json)
{
    QList<T> list;
    for (const QJsonValueConstRef entry : json.toArray()) {
        T &item = list.emplaceBack();
        for (const auto &[name, member] : Members<T>::texts())
            item.*member = entry.toObject().value(name).toString();
        if constexpr (std::is_same_v<T, EmailAddress>)
            item.isUnsubscribed = entry.toObject().value("unsubscribed"_L1).toBool();
    }
    return QVariant::fromValue(list);
}

QVariant fromTagged(const QString &tag, const QJsonValue &json)
{
    if (tag == Real)
        return json.toDouble();
    if (tag == Day)
        return QDate::fromString(json.toString(), Qt::ISODate);
    if (tag == Moment)
        return QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC);
    if (tag == Texts)
        return json.toVariant().toStringList();
    if (tag == Emails)
        return listFromJson<EmailAddress>(json);
    if (tag == Phones)
        return listFromJson<PhoneNumber>(json);
    if (tag == Links)
        return listFromJson<WebAddress>(json);
    if (tag == Addresses)
        return listFromJson<PostalAddress>(json);
    return tag == Other ? json.toVariant() : QVariant();
}

} // namespace

QJsonValue fieldValueToJson(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return QJsonValue::Null;
    case QMetaType::QString:
        return value.toString();
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return value.toLongLong();
    case QMetaType::Double:
        return tagged(Real, value.toDouble());
    case QMetaType::QDate:
        return tagged(Day, value.toDate().toString(Qt::ISODate));
    case QMetaType::QDateTime:
        return tagged(Moment, value.toDateTime().toMSecsSinceEpoch());
    case QMetaType::QStringList:
        return tagged(Texts, QJsonArray::fromStringList(value.toStringList()));
    default:
        break;
    }
    const QMetaType type = value.metaType();
    if (type == QMetaType::fromType<QList<EmailAddress>>())
        return tagged(Emails, listToJson<EmailAddress>(value));
    if (type == QMetaType::fromType<QList<PhoneNumber>>())
        return tagged(Phones, listToJson<PhoneNumber>(value));
    if (type == QMetaType::fromType<QList<WebAddress>>())
        return tagged(Links, listToJson<WebAddress>(value));
    if (type == QMetaType::fromType<QList<PostalAddress>>())
        return tagged(Addresses, listToJson<PostalAddress>(value));
    return tagged(Other, QJsonValue::fromVariant(value));
}

QVariant fieldValueFromJson(const QJsonValue &json)
{
    if (json.isString())
        return json.toString();
    if (json.isBool())
        return json.toBool();
    if (json.isDouble())
        return json.toInteger();
    const QJsonObject object = json.toObject();
    return object.isEmpty() ? QVariant() : fromTagged(object.begin().key(), object.begin().value());
}

QJsonObject fieldValuesToJson(const QVariantMap &values)
{
    QJsonObject json;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        json.insert(value.key(), fieldValueToJson(*value));
    return json;
}

QVariantMap fieldValuesFromJson(const QJsonObject &json)
{
    QVariantMap values;
    for (auto value = json.constBegin(); value != json.constEnd(); ++value)
        values.insert(value.key(), fieldValueFromJson(*value));
    return values;
}

bool isValueOf(FieldType type, const QVariant &value)
{
    if (isBlank(value))
        return true;
    const QMetaType is = value.metaType();
    switch (type) {
    case FieldType::Boolean:
        return is == QMetaType::fromType<bool>();
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Money:
        return is == QMetaType::fromType<qlonglong>();
    case FieldType::Number:
        return is == QMetaType::fromType<double>();
    case FieldType::Date:
        return is == QMetaType::fromType<QDate>();
    case FieldType::Moment:
        return is == QMetaType::fromType<QDateTime>();
    case FieldType::Choices:
    case FieldType::Users:
    case FieldType::Contacts:
    case FieldType::CustomObject:
        return is == QMetaType::fromType<QStringList>();
    case FieldType::Emails:
        return is == QMetaType::fromType<QList<EmailAddress>>();
    case FieldType::Phones:
        return is == QMetaType::fromType<QList<PhoneNumber>>();
    case FieldType::WebAddresses:
        return is == QMetaType::fromType<QList<WebAddress>>();
    case FieldType::Addresses:
        return is == QMetaType::fromType<QList<PostalAddress>>();
    case FieldType::Hidden:
        return true;
    default:
        return is == QMetaType::fromType<QString>();
    }
}

} // namespace Leadline
