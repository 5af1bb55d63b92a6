// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "customfield.h"

#include "qjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// A shared field says per object type whether it is required and who may edit it; an own field says it
/// itself.
QJsonObject rulesFor(const QJsonObject &field, const QString &objectType)
{
    for (const QJsonObject &association : jsonObjects(field, "associations"_L1)) {
        if (association.value("object_type"_L1).toString() == objectType)
            return association;
    }
    return field;
}

} // namespace

Result<CustomFieldSchema> decodeCustomFieldSchema(const QByteArray &body, const QString &roleId)
{
    const Result<QJsonObject> root = jsonEnvelope(body, "fields"_L1);
    if (!root)
        return tl::make_unexpected(root.error());
    CustomFieldSchema schema;
    schema.objectType = root->value("object_type"_L1).toString();
    for (const QJsonObject &item : jsonObjects(*root, "fields"_L1)) {
        const QJsonObject rules = rulesFor(item, schema.objectType);
        const QStringList roles = jsonTexts(rules, "editable_with_roles"_L1);
        CustomField field;
        field.id = item.value("id"_L1).toString();
        field.name = item.value("name"_L1).toString();
        field.type = item.value("type"_L1).toString();
        field.description = item.value("description"_L1).toString();
        field.choices = jsonTexts(item, "choices"_L1);
        field.acceptsMultipleValues = item.value("accepts_multiple_values"_L1).toBool();
        field.isRequired = rules.value("required"_L1).toBool();
        field.isShared = item.value("is_shared"_L1).toBool() || item.contains("associations"_L1);
        field.isEditable = roles.isEmpty() || roles.contains(roleId);
        if (!field.id.isEmpty())
            schema.fields.append(field);
    }
    return schema;
}

} // namespace Leadline
