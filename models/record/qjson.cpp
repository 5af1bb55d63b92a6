// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "qjson.h"

#include "timestamp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Leadline {

tl::unexpected<ApiError> malformedAnswer(const QString &message)
{
    ApiError error;
    error.kind = ApiError::Kind::Malformed;
    error.message = message;
    return tl::make_unexpected(error);
}

Result<QJsonObject> jsonObject(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return malformedAnswer(u"The answer is not JSON: %1"_s.arg(error.errorString()));
    if (!document.isObject())
        return malformedAnswer(u"The answer is not a JSON object."_s);
    return document.object();
}

Result<QJsonObject> jsonEnvelope(const QByteArray &body, QLatin1StringView key)
{
    Result<QJsonObject> root = jsonObject(body);
    if (root && !root->value(key).isArray())
        return malformedAnswer(u"The answer holds no list."_s);
    return root;
}

Result<QList<QJsonObject>> jsonList(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonEnvelope(body);
    if (!root)
        return tl::make_unexpected(root.error());
    return jsonObjects(*root, "data"_L1);
}

QList<QJsonObject> jsonObjects(const QJsonObject &object, QLatin1StringView key)
{
    QList<QJsonObject> objects;
    for (const QJsonValueConstRef item : object.value(key).toArray()) {
        if (item.isObject())
            objects.append(item.toObject());
    }
    return objects;
}

QDateTime jsonMoment(const QJsonObject &object, QLatin1StringView key)
{
    const auto moment = parseTimestamp(object.value(key).toString().toStdString());
    return moment ? QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC) : QDateTime();
}

QStringList jsonTexts(const QJsonObject &object, QLatin1StringView key)
{
    QStringList texts;
    for (const QJsonValueConstRef item : object.value(key).toArray()) {
        if (item.isString())
            texts.append(item.toString());
    }
    return texts;
}

} // namespace Leadline
