// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "customfield.h"
#include "field.h"

#include <QHash>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace simdjson {
namespace dom {
class element;
}
} // namespace simdjson

namespace Leadline {

/// The fields of a record type in their order, found by key. This is what the item models, the forms and the
/// filters see; they never see the struct.
class FieldList
{
public:
    FieldList() = default;
    explicit FieldList(QList<Field> fields);

    const QList<Field> &fields() const { return m_fields; }
    qsizetype size() const { return m_fields.size(); }
    const Field &at(qsizetype index) const { return m_fields.at(index); }
    auto begin() const { return m_fields.cbegin(); }
    auto end() const { return m_fields.cend(); }

    /// The index of the field with \a key, or -1.
    int indexOf(const QString &key) const { return m_index.value(key, -1); }
    /// The field with \a key, or nullptr; it lives as long as this list.
    const Field *find(const QString &key) const;
    /// The index of the field that a 400 means by \a errorKey, its JSON key or the model's own word for it;
    /// for a nested key ("emails.0.email") the field it begins with. -1 when there is none.
    int indexOfErrorKey(const QString &errorKey) const;

private:
    QList<Field> m_fields;
    QHash<QString, int> m_index;
};

/// A row of a record type's table: a field, and how to reach it in the struct.
template <typename R>
struct FieldRow
{
    Field field;
    /// Takes the field out of JSON; empty for derived fields.
    std::function<void(R &, const simdjson::dom::element &)> decode;
    /// The value, as FieldType describes it.
    std::function<QVariant(const R &)> value;
};

/// All that the program knows of a record type: one row per field. Adding a field is one member and one row.
template <typename R>
class FieldTable
{
public:
    explicit FieldTable(QList<FieldRow<R>> rows);

    const QList<FieldRow<R>> &rows() const { return m_rows; }
    const FieldList &list() const { return m_list; }
    QVariant value(const R &record, qsizetype index) const { return m_rows.at(index).value(record); }
    QVariant value(const R &record, const QString &key) const;
    /// Every field's value by key; blank ones are left out.
    QVariantMap values(const R &record) const;
    /// The row whose field has this JSON key, or nullptr.
    const FieldRow<R> *rowOf(std::string_view key) const;
    /// What to ask Close for in "_fields" so that every field can be filled.
    QStringList requestedKeys() const;

    /// This table and the organization's custom fields behind it, hidden ones included as Hidden.
    FieldTable withCustomFields(const CustomFieldSchema &schema) const;

private:
    /// Finds by string_view without making a string of it: this runs for every key of every record.
    struct KeyHash
    {
        using is_transparent = void;
        size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };

    QList<FieldRow<R>> m_rows;
    FieldList m_list;
    std::unordered_map<std::string, qsizetype, KeyHash, std::equal_to<>> m_byKey;
};

/// The built-in fields of a record type, without any organization's custom ones.
template <typename R>
const FieldTable<R> &builtInFields();

/// The field a custom field becomes in a table.
Field fieldFor(const CustomField &custom, const QString &objectType);
/// A custom value as Close sent it, in the type its field has; invalid where it cannot be read as that.
QVariant customValue(FieldType type, const QVariant &raw);

template <typename R>
FieldTable<R>::FieldTable(QList<FieldRow<R>> rows)
    : m_rows(std::move(rows))
{
    QList<Field> fields;
    fields.reserve(m_rows.size());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        fields.append(m_rows.at(i).field);
        m_byKey.emplace(m_rows.at(i).field.key.toStdString(), i);
    }
    m_list = FieldList(std::move(fields));
}

template <typename R>
QVariant FieldTable<R>::value(const R &record, const QString &key) const
{
    const int index = m_list.indexOf(key);
    return index < 0 ? QVariant() : value(record, index);
}

template <typename R>
QVariantMap FieldTable<R>::values(const R &record) const
{
    QVariantMap map;
    for (const FieldRow<R> &row : m_rows) {
        if (QVariant held = row.value(record); !isBlank(held))
            map.insert(row.field.key, held);
    }
    return map;
}

template <typename R>
const FieldRow<R> *FieldTable<R>::rowOf(std::string_view key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? nullptr : &m_rows.at(found->second);
}

template <typename R>
QStringList FieldTable<R>::requestedKeys() const
{
    QStringList keys;
    for (const FieldRow<R> &row : m_rows) {
        if (row.decode && !keys.contains(row.field.key))
            keys.append(row.field.key);
    }
    keys.append(QStringLiteral("custom"));
    return keys;
}

template <typename R>
FieldTable<R> FieldTable<R>::withCustomFields(const CustomFieldSchema &schema) const
{
    QList<FieldRow<R>> rows = m_rows;
    for (const CustomField &custom : schema.fields) {
        const Field field = fieldFor(custom, schema.objectType);
        rows.append({field, {}, [key = field.key, type = field.type](const R &record) {
                         return customValue(type, record.custom.value(key));
                     }});
    }
    return FieldTable(std::move(rows));
}

} // namespace Leadline
