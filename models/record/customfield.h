// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include "result.h"

namespace Leadline {

/// One custom field of an organization, as /custom_field_schema/ tells it
/// (developer.close.com/resources/custom-fields/custom-field-schemas).
struct CustomField
{
    QString id{};   ///< "cf_...", or "lcf_..." for lead fields made before May 2021
    QString name{}; ///< any text; for display only
    QString type{}; ///< Close's word: text number date datetime choices user contact custom_object textarea
                    ///< hidden
    QString description{}; ///< help text, 280 characters at most
    QStringList choices{};
    bool acceptsMultipleValues = false;
    bool isRequired = false;
    bool isShared = false;
    bool isEditable = true; ///< false where only roles the signed-in user does not have may edit it
};

/// The custom fields of one object type, own and shared ones, in display order.
struct CustomFieldSchema
{
    QString objectType{}; ///< "lead", "contact", "opportunity"
    QList<CustomField> fields{};
};

/// Reads an answer of /custom_field_schema/{type}/. \a roleId is the signed-in user's role.
Result<CustomFieldSchema> decodeCustomFieldSchema(const QByteArray &body, const QString &roleId = {});

} // namespace Leadline
