// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "codec.h"

#include "jsonvalue.h"
#include "qjson.h"
#include "statuschange.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <type_traits>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace Json {

template <typename R>
void readRecord(R &record, const Element &value)
{
    simdjson::dom::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return;
    const FieldTable<R> &table = builtInFields<R>();
    for (const auto [key, item] : object) {
        if (const FieldRow<R> *row = table.rowOf(key); row && row->decode)
            row->decode(record, item);
        else if (key.starts_with("custom."))
            record.custom.insert(QString::fromUtf8(key.data(), qsizetype(key.size())), variant(item));
    }
    if constexpr (std::is_same_v<R, Lead>) {
        for (Contact &contact : record.contacts)
            contact.leadName = record.displayName.isEmpty() ? record.name : record.displayName;
    }
}

template <typename R>
void readRecords(QList<R> &records, const Element &value)
{
    records.clear();
    simdjson::dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return;
    records.reserve(qsizetype(array.size()));
    for (const Element item : array)
        readRecord(records.emplaceBack(), item);
}

template void readRecords<Contact>(QList<Contact> &, const Element &);
template void readRecords<Opportunity>(QList<Opportunity> &, const Element &);
template void readRecords<Task>(QList<Task> &, const Element &);

} // namespace Json

namespace {

std::optional<qint64> totalOf(const Json::Element &root)
{
    int64_t total = 0;
    if (root["total_results"].get_int64().get(total) == simdjson::SUCCESS)
        return total;
    if (root["count"]["total"].get_int64().get(total) == simdjson::SUCCESS)
        return total;
    return {};
}

} // namespace

template <typename R>
Result<R> decodeRecord(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const Result<Json::Element> root = Json::parse(parser, body);
    if (!root)
        return tl::make_unexpected(root.error());
    R record;
    Json::readRecord(record, *root);
    if (record.id.isEmpty())
        return malformedAnswer(u"The answer holds no record."_s);
    return record;
}

template <typename R>
Result<Page<R>> decodePage(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const Result<Json::Element> root = Json::parse(parser, body);
    if (!root)
        return tl::make_unexpected(root.error());
    Json::Element data;
    if ((*root)["data"].get(data) != simdjson::SUCCESS || !data.is_array())
        return malformedAnswer(u"The answer holds no list."_s);
    Page<R> page;
    Json::readRecords(page.records, data);
    page.records.removeIf([](const R &record) { return record.id.isEmpty(); });
    bool more = false;
    if ((*root)["has_more"].get_bool().get(more) == simdjson::SUCCESS)
        page.hasMore = more;
    page.total = totalOf(*root);
    Json::Element cursor;
    if ((*root)["cursor"].get(cursor) == simdjson::SUCCESS)
        page.cursor = Json::text(cursor);
    return page;
}

template Result<Lead> decodeRecord<Lead>(const QByteArray &);
template Result<Contact> decodeRecord<Contact>(const QByteArray &);
template Result<Opportunity> decodeRecord<Opportunity>(const QByteArray &);
template Result<Task> decodeRecord<Task>(const QByteArray &);
template Result<StatusChange> decodeRecord<StatusChange>(const QByteArray &);
template Result<Page<Lead>> decodePage<Lead>(const QByteArray &);
template Result<Page<Contact>> decodePage<Contact>(const QByteArray &);
template Result<Page<Opportunity>> decodePage<Opportunity>(const QByteArray &);
template Result<Page<Task>> decodePage<Task>(const QByteArray &);
template Result<Page<StatusChange>> decodePage<StatusChange>(const QByteArray &);

template <typename R>
void applyBody(R &record, const QJsonObject &body)
{
    simdjson::dom::parser parser;
    if (const Result<Json::Element> root =
            Json::parse(parser, QJsonDocument(body).toJson(QJsonDocument::Compact)))
        Json::readRecord(record, *root);
}

template void applyBody(Lead &, const QJsonObject &);
template void applyBody(Contact &, const QJsonObject &);
template void applyBody(Opportunity &, const QJsonObject &);
template void applyBody(Task &, const QJsonObject &);

Result<QList<RawRecord>> rawRecords(const QByteArray &body, std::string_view key)
{
    using namespace simdjson;
    const padded_string json(body.constData(), size_t(body.size()));
    ondemand::parser parser;
    ondemand::document root;
    ondemand::array data;
    if (parser.iterate(json).get(root) != SUCCESS || root[key].get_array().get(data) != SUCCESS)
        return malformedAnswer(u"The answer holds no list."_s);
    QList<RawRecord> records;
    for (auto item : data) {
        ondemand::object record;
        std::string_view id;
        std::string_view text;
        if (item.get_object().get(record) != SUCCESS || record["id"].get_string().get(id) != SUCCESS || id.empty())
            continue;
        // Up to the next token, which is behind the spaces after the record.
        if (record.raw_json().get(text) != SUCCESS)
            return malformedAnswer(u"A record of the list has no end."_s);
        const size_t end = text.find_last_of('}') + 1;
        records.append({QString::fromUtf8(id.data(), qsizetype(id.size())), QByteArray(text.data(), qsizetype(end))});
    }
    return records;
}

namespace {

/// An object without its blank members, so that nothing is sent that nobody typed.
QJsonObject withoutBlanks(std::initializer_list<std::pair<QLatin1StringView, QString>> members)
{
    QJsonObject object;
    for (const auto &[key, text] : members) {
        if (!text.isEmpty())
            object.insert(key, text);
    }
    return object;
}

/// An entry of a list; empty without its main member: a type alone is a row nobody filled in.
QJsonObject itemOf(QLatin1StringView key, const QString &text, const QString &type)
{
    return text.isEmpty() ? QJsonObject() : withoutBlanks({{key, text}, {"type"_L1, type}});
}

QJsonObject itemOf(const PostalAddress &item)
{
    QJsonObject object = withoutBlanks({{"address_1"_L1, item.address1},
                                        {"address_2"_L1, item.address2},
                                        {"city"_L1, item.city},
                                        {"state"_L1, item.state},
                                        {"zipcode"_L1, item.zipcode},
                                        {"country"_L1, item.country}});
    if (!object.isEmpty() && !item.label.isEmpty())
        object.insert("label"_L1, item.label);
    return object;
}

template <typename T, typename Encode>
QJsonArray arrayOf(const QVariant &value, Encode encode)
{
    QJsonArray array;
    for (const T &item : value.value<QList<T>>()) {
        if (const QJsonObject object = encode(item); !object.isEmpty())
            array.append(object);
    }
    return array;
}

QJsonValue encodeList(FieldType type, const QVariant &value)
{
    switch (type) {
    case FieldType::Emails:
        return arrayOf<EmailAddress>(
            value, [](const EmailAddress &item) { return itemOf("email"_L1, item.email, item.type); });
    case FieldType::Phones:
        return arrayOf<PhoneNumber>(
            value, [](const PhoneNumber &item) { return itemOf("phone"_L1, item.phone, item.type); });
    case FieldType::WebAddresses:
        return arrayOf<WebAddress>(
            value, [](const WebAddress &item) { return itemOf("url"_L1, item.url, item.type); });
    default:
        return arrayOf<PostalAddress>(value, [](const PostalAddress &item) { return itemOf(item); });
    }
}

bool isNestedList(FieldType type)
{
    return type == FieldType::Emails || type == FieldType::Phones || type == FieldType::WebAddresses ||
           type == FieldType::Addresses;
}

} // namespace

QJsonValue encodeValue(const Field &field, const QVariant &value)
{
    if (isNestedList(field.type))
        return encodeList(field.type, value);
    if (isBlank(value))
        return QJsonValue::Null;
    switch (field.type) {
    case FieldType::Date:
        return value.toDate().toString(Qt::ISODate);
    case FieldType::Moment:
        return timestampText(value.toDateTime());
    case FieldType::Boolean:
        return value.toBool();
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Money:
        return value.toLongLong();
    case FieldType::Number:
        return value.toDouble();
    case FieldType::Choices:
    case FieldType::Users:
    case FieldType::Contacts:
        return QJsonArray::fromStringList(value.toStringList());
    default:
        return value.toString();
    }
}

QJsonObject changedBody(const FieldList &fields, const QVariantMap &before, const QVariantMap &after)
{
    QJsonObject body;
    for (const Field &field : fields) {
        if (!field.flags.testFlag(FieldFlag::Editable))
            continue;
        const QVariant was = before.value(field.key);
        const QVariant is = after.value(field.key);
        if (was == is)
            continue;
        // What counts is what would be sent: a phone number's formatted text, say, is Close's own.
        if (const QJsonValue encoded = encodeValue(field, is); encoded != encodeValue(field, was))
            body.insert(field.key, encoded);
    }
    return body;
}

QJsonObject createdBody(const FieldList &fields, const QVariantMap &values)
{
    QJsonObject body;
    for (const Field &field : fields) {
        if (!field.flags.testFlag(FieldFlag::Creatable))
            continue;
        const QJsonValue encoded = encodeValue(field, values.value(field.key));
        if (!encoded.isNull() && !(encoded.isArray() && encoded.toArray().isEmpty()))
            body.insert(field.key, encoded);
    }
    return body;
}

} // namespace Leadline
