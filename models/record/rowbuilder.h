// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldtable.h"
#include "jsonvalue.h"

// How a row of a field table is written: a member and its field. Only the tables include this.
namespace Leadline {

inline QVariant memberValue(const QString &member)
{
    return member.isEmpty() ? QVariant() : QVariant(member);
}
inline QVariant memberValue(bool member)
{
    return member;
}
inline QVariant memberValue(const QDate &member)
{
    return member.isValid() ? QVariant(member) : QVariant();
}
inline QVariant memberValue(const QDateTime &member)
{
    return member.isValid() ? QVariant(member) : QVariant();
}
template <typename T>
QVariant memberValue(const std::optional<T> &member)
{
    return member ? QVariant::fromValue(*member) : QVariant();
}
template <typename T>
QVariant memberValue(const QList<T> &member)
{
    return member.isEmpty() ? QVariant() : QVariant::fromValue(member);
}

/// A row for a member that Close sends under the field's key.
template <typename R, typename T>
FieldRow<R> memberRow(T R::*member, Field field)
{
    return {std::move(field),
            [member](R &record, const Json::Element &value) { Json::read(record.*member, value); },
            [member](const R &record) { return memberValue(record.*member); }};
}

/// A row for nested records: read with their own table, not a value of their own.
template <typename R, typename N>
FieldRow<R> nestedRow(QList<N> R::*member, Field field)
{
    return {std::move(field),
            [member](R &record, const Json::Element &value) { Json::readRecords(record.*member, value); },
            [](const R &) { return QVariant(); }};
}

/// A row computed from other fields; `field.reads` names them.
template <typename R>
FieldRow<R> derivedRow(QVariant (*compute)(const R &), Field field)
{
    field.flags |= FieldFlag::Derived;
    return {std::move(field), {}, compute};
}

} // namespace Leadline
