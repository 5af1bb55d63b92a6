// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "contactdetails.h"
#include "result.h"
#include "timestamp.h"

#include <QVariant>

#include <optional>

#include <simdjson.h>

// How the members of records are read from JSON. Null, an absent key and a value of another kind all leave
// the member as it was made: Close's schema and its answers differ in such details.
namespace Leadline::Json {

using Element = simdjson::dom::element;

/// The root object of \a body, or Malformed. The parser owns the document: it must outlive what is read.
Result<Element> parse(simdjson::dom::parser &parser, const QByteArray &body);

/// A text, or a number as text; blank for anything else.
QString text(const Element &value);
/// A whole number; nothing for another kind, or for one that 64 bits cannot hold.
std::optional<qint64> integer(const Element &value);
/// The member \a key of an object as above.
QString memberText(const Element &object, std::string_view key);
std::optional<qint64> memberInteger(const Element &object, std::string_view key);

void read(QString &member, const Element &value);
void read(bool &member, const Element &value);
void read(std::optional<bool> &member, const Element &value);
void read(std::optional<qint64> &member, const Element &value);
void read(QDate &member, const Element &value);
void read(QDateTime &member, const Element &value);
void read(EmailAddress &member, const Element &value);
void read(PhoneNumber &member, const Element &value);
void read(WebAddress &member, const Element &value);
void read(PostalAddress &member, const Element &value);

template <typename T>
void read(QList<T> &member, const Element &value)
{
    member.clear();
    simdjson::dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return;
    member.reserve(qsizetype(array.size()));
    for (const Element item : array)
        read(member.emplaceBack(), item);
}

/// Reads an object into a record by its field table; custom values by their keys.
template <typename R>
void readRecord(R &record, const Element &value);
template <typename R>
void readRecords(QList<R> &records, const Element &value);

/// Any JSON as a QVariant: text, number (qlonglong or double), bool, list, map; null is invalid.
QVariant variant(const Element &value);

} // namespace Leadline::Json
