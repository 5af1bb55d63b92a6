// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "jsonvalue.h"

#include "qjson.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Leadline::Json {

Result<Element> parse(simdjson::dom::parser &parser, const QByteArray &body)
{
    Element root;
    const auto error = parser.parse(body.constData(), size_t(body.size())).get(root);
    if (error != simdjson::SUCCESS)
        return malformedAnswer(
            u"The answer is not JSON: %1"_s.arg(QLatin1StringView(simdjson::error_message(error))));
    if (!root.is_object())
        return malformedAnswer(u"The answer is not a JSON object."_s);
    return root;
}

QString memberText(const Element &object, std::string_view key)
{
    Element value;
    return object[key].get(value) == simdjson::SUCCESS ? text(value) : QString();
}

std::optional<qint64> memberInteger(const Element &object, std::string_view key)
{
    Element value;
    return object[key].get(value) == simdjson::SUCCESS ? integer(value) : std::nullopt;
}

std::optional<qint64> integer(const Element &value)
{
    int64_t whole = 0;
    if (value.get_int64().get(whole) == simdjson::SUCCESS)
        return whole;
    double real = 0;
    // 2^63: from here on a double no longer fits, and the cast would be undefined.
    if (value.get_double().get(real) == simdjson::SUCCESS && std::abs(real) < 9223372036854775808.0)
        return qint64(std::llround(real));
    return {};
}

QString text(const Element &value)
{
    std::string_view view;
    if (value.get_string().get(view) == simdjson::SUCCESS)
        return QString::fromUtf8(view.data(), qsizetype(view.size()));
    if (value.is_number())
        return variant(value).toString();
    return {};
}

void read(QString &member, const Element &value)
{
    member = text(value);
}

void read(bool &member, const Element &value)
{
    bool held = false;
    if (value.get_bool().get(held) == simdjson::SUCCESS)
        member = held;
}

void read(std::optional<bool> &member, const Element &value)
{
    bool held = false;
    if (value.get_bool().get(held) == simdjson::SUCCESS)
        member = held;
    else
        member.reset();
}

void read(std::optional<qint64> &member, const Element &value)
{
    member = integer(value);
}

void read(QDate &member, const Element &value)
{
    std::string_view view;
    member = value.get_string().get(view) == simdjson::SUCCESS ? parseDay(view).value_or(QDate()) : QDate();
}

void read(QDateTime &member, const Element &value)
{
    std::string_view view;
    if (value.get_string().get(view) == simdjson::SUCCESS) {
        if (const auto moment = parseTimestamp(view)) {
            member = QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC);
            return;
        }
    }
    member = {};
}

void read(EmailAddress &member, const Element &value)
{
    member.email = memberText(value, "email");
    member.type = memberText(value, "type");
    Element unsubscribed;
    if (value["is_unsubscribed"].get(unsubscribed) == simdjson::SUCCESS)
        read(member.isUnsubscribed, unsubscribed);
}

void read(PhoneNumber &member, const Element &value)
{
    member.phone = memberText(value, "phone");
    member.type = memberText(value, "type");
    member.formatted = memberText(value, "phone_formatted");
    member.country = memberText(value, "country");
}

void read(WebAddress &member, const Element &value)
{
    member.url = memberText(value, "url");
    member.type = memberText(value, "type");
}

void read(PostalAddress &member, const Element &value)
{
    member.label = memberText(value, "label");
    member.address1 = memberText(value, "address_1");
    member.address2 = memberText(value, "address_2");
    member.city = memberText(value, "city");
    member.state = memberText(value, "state");
    member.zipcode = memberText(value, "zipcode");
    member.country = memberText(value, "country");
}

QVariant variant(const Element &value)
{
    switch (value.type()) {
    case simdjson::dom::element_type::STRING:
        return text(value);
    case simdjson::dom::element_type::INT64:
        return qlonglong(int64_t(value));
    case simdjson::dom::element_type::UINT64:
        return qulonglong(uint64_t(value));
    case simdjson::dom::element_type::DOUBLE:
        return double(value);
    case simdjson::dom::element_type::BOOL:
        return bool(value);
    case simdjson::dom::element_type::ARRAY: {
        QVariantList list;
        for (const Element item : simdjson::dom::array(value))
            list.append(variant(item));
        return list;
    }
    case simdjson::dom::element_type::OBJECT: {
        QVariantMap map;
        for (const auto [key, item] : simdjson::dom::object(value))
            map.insert(QString::fromUtf8(key.data(), qsizetype(key.size())), variant(item));
        return map;
    }
    case simdjson::dom::element_type::NULL_VALUE:
        break;
    }
    return {};
}

} // namespace Leadline::Json
