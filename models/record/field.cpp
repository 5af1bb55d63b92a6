// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "field.h"

#include "contactdetails.h"

namespace Leadline {

Storage storageOf(FieldType type)
{
    switch (type) {
    case FieldType::Id:
    case FieldType::LeadReference:
    case FieldType::Contact:
        return Storage::Id;
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Link:
    case FieldType::Contacts:
    case FieldType::CustomObject:
    case FieldType::Emails:
    case FieldType::Phones:
    case FieldType::WebAddresses:
    case FieldType::Addresses:
        return Storage::Text;
    case FieldType::Period:
    case FieldType::Choice:
    case FieldType::Choices:
    case FieldType::LeadStatus:
    case FieldType::OpportunityStatus:
    case FieldType::Pipeline:
    case FieldType::User:
    case FieldType::Users:
        return Storage::Symbol;
    case FieldType::Boolean:
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Money:
    case FieldType::Date:
    case FieldType::Moment:
        return Storage::Integer;
    case FieldType::Number:
        return Storage::Real;
    case FieldType::Hidden:
        break;
    }
    return Storage::None;
}

bool isNumeric(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Number:
    case FieldType::Money:
        return true;
    default:
        return false;
    }
}

bool isBlank(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return true;
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString().isEmpty();
    case QMetaType::QStringList:
        return value.toStringList().isEmpty();
    default:
        break;
    }
    if (value.metaType() == QMetaType::fromType<QList<EmailAddress>>())
        return value.value<QList<EmailAddress>>().isEmpty();
    if (value.metaType() == QMetaType::fromType<QList<PhoneNumber>>())
        return value.value<QList<PhoneNumber>>().isEmpty();
    if (value.metaType() == QMetaType::fromType<QList<WebAddress>>())
        return value.value<QList<WebAddress>>().isEmpty();
    if (value.metaType() == QMetaType::fromType<QList<PostalAddress>>())
        return value.value<QList<PostalAddress>>().isEmpty();
    return false;
}

} // namespace Leadline
