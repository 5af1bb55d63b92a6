// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <utility>

namespace Leadline {

/// What is done to a resource.
enum class Verb { Get, Post, Put, Delete };

/// Who waits for an answer: a person, or the program's own synchronization, which yields.
enum class Priority { Interactive, Background };

/// Query parameters in the order they are sent, keys and values undecoded and unescaped.
/// Not QUrlQuery: that one keeps a '+' as it is, which a server reads as a space ("...+00:00"), and
/// takes a '%41' somebody typed for an escape.
using QueryItems = QList<std::pair<QString, QString>>;

/// The answer of a request whose body says nothing worth knowing (a DELETE).
struct Done
{
};

/// One call of the API as it goes over the wire: a plain value, made by the request types.
struct ApiCall
{
    Verb verb = Verb::Get;
    /// Relative to the API's base, without a leading slash and with a closing one ("lead/lead_x/"): Close's
    /// paths all end in a slash (developer.close.com/api/overview).
    QString path;
    QueryItems query;
    /// JSON, or empty.
    QByteArray body;

    /// Adds a parameter unless its value is empty.
    ApiCall &with(const QString &key, const QString &value);
    ApiCall &with(const QString &key, const QStringList &values);
    ApiCall &with(const QString &key, int value);
    /// Sets the body.
    ApiCall &withBody(const QJsonObject &object);

    /// Changes nothing on the server: a GET, or the search, which is a POST because its query is a tree.
    bool isRead() const;
    /// May be sent again when nobody knows whether it arrived: everything but a POST that writes.
    bool isRepeatable() const;
    /// The first path segment and whether it reads: Close counts its rate limits per group of endpoints and
    /// methods and does not publish the groups (developer.close.com/api/overview/rate-limits), this is the
    /// nearest the outside can know.
    QString rateGroup() const;
    /// The verb as it is written in a request line.
    QByteArray verbName() const;
    /// The query, percent-encoded, without '?'.
    QByteArray encodedQuery() const;
};

/// An id as a path segment, escaped, so that an id from outside never becomes another path.
QString pathSegment(const QString &id);

} // namespace Leadline
