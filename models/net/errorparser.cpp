// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "errorparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace Leadline {

namespace {

// Answers nest two or three levels; a hostile one must not take the stack.
constexpr int deepestNesting = 16;

bool isLevelOnly(const QString &key)
{
    return key == QLatin1String("errors") || key == QLatin1String("field-errors");
}

QString joinedKey(const QString &prefix, const QString &key)
{
    return prefix.isEmpty() ? key : prefix + QLatin1Char('.') + key;
}

void addMessage(QMap<QString, QString> &into, const QString &key, const QString &message)
{
    if (key.isEmpty() || message.isEmpty()) {
        return;
    }
    QString &present = into[key];
    present = present.isEmpty() ? message : present + QLatin1Char(' ') + message;
}

QString scalarText(const QJsonValue &value)
{
    return value.isString() ? value.toString().trimmed() : value.toVariant().toString();
}

// {"emails": {"errors": {"0": {"email": "bad"}}}} becomes "emails.0.email": "bad". List positions become
// keys, the levels that only say that errors follow are left out.
void flatten(const QString &prefix, const QJsonValue &value, QMap<QString, QString> &into, int depth)
{
    if (depth > deepestNesting) {
        return;
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            flatten(isLevelOnly(it.key()) ? prefix : joinedKey(prefix, it.key()), it.value(), into,
                    depth + 1);
        }
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (int i = 0; i < list.size(); ++i) {
            const bool nested = list.at(i).isObject() || list.at(i).isArray();
            flatten(nested ? joinedKey(prefix, QString::number(i)) : prefix, list.at(i), into, depth + 1);
        }
    } else {
        addMessage(into, prefix, scalarText(value));
    }
}

// "error" is a string, or an object with a message; "errors" a list of either.
QString messageIn(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString().trimmed();
    }
    if (value.isObject()) {
        return value.toObject().value(QLatin1String("message")).toString().trimmed();
    }
    QStringList parts;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &item : list) {
        const QString part = item.isArray() ? QString() : messageIn(item);
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    return parts.join(QLatin1Char(' '));
}

QString statusLine(int status, const QByteArray &reason)
{
    return reason.isEmpty() ? QStringLiteral("HTTP %1").arg(status)
                            : QStringLiteral("%1 %2").arg(status).arg(QString::fromLatin1(reason));
}

QString messageOf(const QJsonObject &object, const QMap<QString, QString> &fieldErrors)
{
    for (const QLatin1String key : {QLatin1String("error"), QLatin1String("errors")}) {
        const QString message = messageIn(object.value(key));
        if (!message.isEmpty()) {
            return message;
        }
    }
    if (!fieldErrors.isEmpty()) {
        return QStringLiteral("%1: %2").arg(fieldErrors.firstKey(), fieldErrors.first());
    }
    // The flat 429 of old.
    return object.value(QLatin1String("message")).toString().trimmed();
}

} // namespace

ApiError::Kind kindOfStatus(int status)
{
    using Kind = ApiError::Kind;
    switch (status) {
    case 401:
        return Kind::Unauthorized;
    case 402:
        return Kind::PaymentRequired;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 429:
        return Kind::RateLimited;
    default:
        break;
    }
    if (status >= 500) {
        return Kind::Server;
    }
    return status >= 400 ? Kind::Validation : Kind::Malformed;
}

ApiError errorFromAnswer(int status, const QByteArray &reason, const QByteArray &body)
{
    ApiError error;
    error.kind = kindOfStatus(status);
    error.status = status;
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    flatten(QString(), object.value(QLatin1String("field-errors")), error.fieldErrors, 0);
    error.message = messageOf(object, error.fieldErrors);
    if (error.message.isEmpty()) {
        error.message = statusLine(status, reason);
    }
    return error;
}

double rateResetFromBody(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    for (const QJsonObject &level : {object, object.value(QLatin1String("error")).toObject()}) {
        bool ok = false;
        const double seconds = level.value(QLatin1String("rate_reset")).toVariant().toDouble(&ok);
        if (ok && seconds >= 0) {
            return seconds;
        }
    }
    return -1;
}

} // namespace Leadline
