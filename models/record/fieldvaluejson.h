// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "field.h"

#include <QJsonObject>
#include <QVariantMap>

namespace Leadline {

// The values of a record's fields as JSON of our own, to be kept on this machine: drafts, unsent writes.
// Unlike what Close takes (codec.h), it says of each value what it is, so that it comes back the same without
// a field table: also a custom field's that the organization has taken away or altered meanwhile.

/// A value as FieldType describes it; null for no value.
QJsonValue fieldValueToJson(const QVariant &value);
/// What fieldValueToJson() made; invalid for null, and for what a later version may have written.
QVariant fieldValueFromJson(const QJsonValue &json);
/// Values by field key; a blank one, which is a field that was cleared, stays.
QJsonObject fieldValuesToJson(const QVariantMap &values);
QVariantMap fieldValuesFromJson(const QJsonObject &json);
/// Whether \a value still is what a field of that type carries; a blank one always is.
bool isValueOf(FieldType type, const QVariant &value);

} // namespace Leadline
