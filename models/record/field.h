// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFlags>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace Leadline {

/// What a field holds. The type decides how it is read from JSON, written back, kept in a column, sorted,
/// filtered, shown and edited. In brackets: the type of the QVariant that carries a value of it; a field
/// without a value is always the invalid QVariant.
enum class FieldType {
    Id,                ///< an opaque id [QString]
    Text,              ///< one line [QString]
    LongText,          ///< several lines [QString]
    Link,              ///< a web address [QString]
    Boolean,           ///< [bool]
    Integer,           ///< [qlonglong]
    Percent,           ///< 0-100 [qlonglong]
    Number,            ///< [double]
    Money,             ///< minor units of the organization's currency [qlonglong]; see Field::unitKey
    Period,            ///< Close's value_period [QString]
    Date,              ///< a day [QDate]
    Moment,            ///< a point in time, UTC [QDateTime]
    Choice,            ///< one of Field::choices [QString]
    Choices,           ///< several of them [QStringList]
    LeadStatus,        ///< status id [QString]
    OpportunityStatus, ///< status id [QString]
    Pipeline,          ///< pipeline id [QString]
    User,              ///< user id [QString]
    Users,             ///< user ids [QStringList]
    LeadReference,     ///< lead id [QString]
    Contact,           ///< id of a contact of the same lead [QString]
    Contacts,          ///< ids of contacts of the same lead [QStringList]
    CustomObject,      ///< ids of custom objects: shown, never edited [QStringList]
    Emails,            ///< [QList<EmailAddress>]
    Phones,            ///< [QList<PhoneNumber>]
    WebAddresses,      ///< [QList<WebAddress>]
    Addresses,         ///< [QList<PostalAddress>]
    Hidden,            ///< any JSON, kept and never shown [QVariant]
};

/// What a field is used for.
enum class FieldFlag {
    Column = 0x001,     ///< has a column and stands in the table's header menu
    Shown = 0x002,      ///< that column is visible until the person hides it
    Searchable = 0x004, ///< the search box finds it
    Filterable = 0x008, ///< offered as a filter
    Editable = 0x010,   ///< in the edit form and in a PUT
    Creatable = 0x020,  ///< in the create form and in a POST
    Required = 0x040,   ///< a form is not sent without it
    Derived = 0x080,    ///< computed here, not a key of Close's
    Custom = 0x100,     ///< one of the organization's custom fields
    Detail = 0x200,     ///< listed on the record's page and pane
};
Q_DECLARE_FLAGS(FieldFlags, FieldFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(FieldFlags)

/// One row of a record type's field table: everything the program knows of a field but how to reach it in
/// the struct. Columns, forms, filters, search, export and error marks all follow from it.
struct Field
{
    QString key{};   ///< the JSON key ("name", "custom.cf_..."), or a name of ours for a derived field
    QString title{}; ///< short, in the person's language; custom fields carry Close's name for them
    FieldType type = FieldType::Text;
    FieldFlags flags{};
    int width = 120;         ///< of the column, in pixels at 100 %
    QString label{};         ///< full name for assistive technology where the title alone is not enough
    QString description{};   ///< help text
    QStringList choices{};   ///< for Choice and Choices, in display order
    QString unitKey{};       ///< for Money: key of the field that holds its period
    QStringList errorKeys{}; ///< further names under which a 400 speaks of this field ("status")
    QStringList reads{};     ///< for a derived field: the keys it is computed from

    /// What a screen reader says.
    QString accessibleName() const { return label.isEmpty() ? title : label; }

    friend bool operator==(const Field &, const Field &) = default;
};

/// How a table keeps a field's values.
enum class Storage {
    None,    ///< not in a column
    Text,    ///< UTF-8 in one arena
    Id,      ///< texts that are ids, packed
    Symbol,  ///< few different texts: an index into a dictionary
    Integer, ///< whole numbers: amounts, counts, milliseconds since the epoch, Julian days
    Real,    ///< a double
};

/// The storage a type's values are kept in.
Storage storageOf(FieldType type);
/// Whether a larger value is to the right: amounts, counts.
bool isNumeric(FieldType type);
/// Whether \a value is no value: invalid, or empty text or list.
bool isBlank(const QVariant &value);
/// Between the entries of a Choices or Users value in a Symbol column.
constexpr QChar ListSeparator(0x1F);

} // namespace Leadline
