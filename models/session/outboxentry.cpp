// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxentry.h"

#include "qjson.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString LocalPrefix = u"local_"_s;

// The names are on disk.
constexpr std::array ActionNames{"change", "create", "delete", "note", "call"};
constexpr std::array KindNames{"lead", "contact", "opportunity", "task"};

template <typename Enum, size_t N>
std::optional<Enum> named(const std::array<const char *, N> &names, const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&name](const char *each) { return name == QLatin1StringView(each); });
    return found == names.end() ? std::nullopt : std::optional(Enum(found - names.begin()));
}

/// Runs over all texts in a value; what \a visit answers takes their place.
template <typename Visit>
QJsonValue walked(const QJsonValue &value, const Visit &visit)
{
    if (value.isString())
        return visit(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &each : value.toArray())
            array.append(walked(each, visit));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            *member = walked(*member, visit);
        return object;
    }
    return value;
}

bool mentions(const QJsonObject &body, const std::function<bool(const QString &)> &which)
{
    bool isNamed = false;
    walked(body, [&](const QString &text) {
        isNamed = isNamed || which(text);
        return text;
    });
    return isNamed;
}

QJsonObject errorJson(const ApiError &error)
{
    QJsonObject fields;
    for (auto field = error.fieldErrors.cbegin(); field != error.fieldErrors.cend(); ++field)
        fields.insert(field.key(), *field);
    return {{u"kind"_s, int(error.kind)},
            {u"status"_s, error.status},
            {u"message"_s, error.message},
            {u"fields"_s, fields}};
}

ApiError readError(const QJsonObject &json)
{
    ApiError error;
    error.kind = ApiError::Kind(
        std::clamp(json["kind"_L1].toInt(), int(ApiError::Kind::Offline), int(ApiError::Kind::Cancelled)));
    error.status = json["status"_L1].toInt();
    error.message = json["message"_L1].toString();
    const QJsonObject fields = json["fields"_L1].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        error.fieldErrors.insert(field.key(), field->toString());
    return error;
}

} // namespace

QString newLocalId()
{
    return LocalPrefix + QUuid::createUuid().toString(QUuid::Id128);
}

bool isLocalId(const QString &id)
{
    return id.startsWith(LocalPrefix);
}

bool namesLocalId(const QJsonObject &body)
{
    return mentions(body, isLocalId);
}

QStringList OutboxEntry::madeIds() const
{
    return action == Action::Create ? QStringList{recordId} + contactIds : QStringList();
}

bool OutboxEntry::dependsOn(const OutboxEntry &earlier) const
{
    if (recordId == earlier.recordId)
        return true;
    const QStringList made = earlier.madeIds();
    return made.contains(recordId) || (!made.isEmpty() && mentions(body, [&made](const QString &text) {
               return isLocalId(text) && made.contains(text);
           }));
}

bool OutboxEntry::replaceIds(const QHash<QString, QString> &ids)
{
    bool isReplaced = ids.contains(recordId);
    recordId = ids.value(recordId, recordId);
    for (QJsonObject *object : {&before, &body}) {
        *object = walked(*object, [&](const QString &text) {
                      isReplaced = isReplaced || ids.contains(text);
                      return ids.value(text, text);
                  }).toObject();
    }
    return isReplaced;
}

QByteArray outboxDocument(const OutboxEntry &entry)
{
    QJsonObject json{{u"id"_s, entry.id},
                     {u"place"_s, entry.place},
                     {u"action"_s, QLatin1StringView(ActionNames.at(size_t(entry.action)))},
                     {u"kind"_s, QLatin1StringView(KindNames.at(size_t(entry.kind)))},
                     {u"record"_s, entry.recordId},
                     {u"name"_s, entry.name},
                     {u"before"_s, entry.before},
                     {u"body"_s, entry.body},
                     {u"contacts"_s, QJsonArray::fromStringList(entry.contactIds)},
                     {u"queued"_s, entry.queued.toUTC().toString(Qt::ISODateWithMs)},
                     {u"attempted"_s, entry.isAttempted}};
    if (entry.firstSent.isValid())
        json.insert(u"first_sent"_s, entry.firstSent.toUTC().toString(Qt::ISODateWithMs));
    if (entry.known)
        json.insert(u"known"_s, QJsonArray::fromStringList(*entry.known));
    if (entry.state == OutboxEntry::State::Stopped && entry.error)
        json.insert(u"error"_s, errorJson(*entry.error));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<OutboxEntry> readOutboxDocument(const QByteArray &json)
{
    const Result<QJsonObject> read = jsonObject(json);
    if (!read)
        return {};
    const QJsonObject &object = *read;
    const auto action = named<OutboxEntry::Action>(ActionNames, object["action"_L1].toString());
    const auto kind = named<RecordKind>(KindNames, object["kind"_L1].toString());
    OutboxEntry entry;
    entry.id = object["id"_L1].toString();
    if (!action || !kind || entry.id.isEmpty())
        return {};
    entry.place = object["place"_L1].toInteger();
    entry.action = *action;
    entry.kind = *kind;
    entry.recordId = object["record"_L1].toString();
    entry.name = object["name"_L1].toString();
    entry.before = object["before"_L1].toObject();
    entry.body = object["body"_L1].toObject();
    entry.contactIds = jsonTexts(object, "contacts"_L1);
    entry.queued = jsonMoment(object, "queued"_L1);
    entry.isAttempted = object["attempted"_L1].toBool();
    entry.firstSent = jsonMoment(object, "first_sent"_L1);
    if (object.contains("known"_L1))
        entry.known = jsonTexts(object, "known"_L1);
    if (object.contains("error"_L1)) {
        entry.state = OutboxEntry::State::Stopped;
        entry.error = readError(object["error"_L1].toObject());
    }
    return entry;
}

} // namespace Leadline
