// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "apicall.h"

#include <QJsonDocument>
#include <QUrl>

namespace Leadline {

ApiCall &ApiCall::with(const QString &key, const QString &value)
{
    if (!value.isEmpty()) {
        query.append({key, value});
    }
    return *this;
}

ApiCall &ApiCall::with(const QString &key, const QStringList &values)
{
    return with(key, values.join(QLatin1Char(',')));
}

ApiCall &ApiCall::with(const QString &key, int value)
{
    query.append({key, QString::number(value)});
    return *this;
}

ApiCall &ApiCall::withBody(const QJsonObject &object)
{
    body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return *this;
}

bool ApiCall::isRead() const
{
    return verb == Verb::Get || (verb == Verb::Post && path == QLatin1String("data/search/"));
}

bool ApiCall::isRepeatable() const
{
    return verb != Verb::Post || isRead();
}

QString ApiCall::rateGroup() const
{
    return path.section(QLatin1Char('/'), 0, 0) +
           (isRead() ? QLatin1String(" read") : QLatin1String(" write"));
}

QByteArray ApiCall::verbName() const
{
    switch (verb) {
    case Verb::Get:
        return QByteArrayLiteral("GET");
    case Verb::Post:
        return QByteArrayLiteral("POST");
    case Verb::Put:
        return QByteArrayLiteral("PUT");
    case Verb::Delete:
        return QByteArrayLiteral("DELETE");
    }
    Q_UNREACHABLE();
}

QByteArray ApiCall::encodedQuery() const
{
    QByteArray encoded;
    for (const auto &[key, value] : query) {
        if (!encoded.isEmpty()) {
            encoded += '&';
        }
        encoded += QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value, ",:");
    }
    return encoded;
}

QString pathSegment(const QString &id)
{
    if (id == QLatin1String(".") || id == QLatin1String("..")) {
        return QString(id).replace(QLatin1Char('.'), QLatin1String("%252E"));
    }
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace Leadline
