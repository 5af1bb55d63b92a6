// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "lead.h"

#include "rowbuilder.h"
#include "searchtext.h"
#include "translate.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QVariant shownLeadName(const Lead &lead)
{
    return memberValue(lead.displayName.isEmpty() ? lead.name : lead.displayName);
}

QVariant primaryContact(const Lead &lead)
{
    if (lead.contacts.isEmpty())
        return {};
    const Contact &first = lead.contacts.first();
    return memberValue(first.name.isEmpty() ? first.displayName : first.name);
}

QVariant primaryEmail(const Lead &lead)
{
    for (const Contact &contact : lead.contacts) {
        if (!contact.emails.isEmpty())
            return memberValue(contact.emails.first().email);
    }
    return {};
}

QVariant primaryPhone(const Lead &lead)
{
    for (const Contact &contact : lead.contacts) {
        if (!contact.phones.isEmpty())
            return memberValue(contact.phones.first().display());
    }
    return {};
}

/// What of the contacts the search box finds beside the three above.
QVariant contactDetails(const Lead &lead)
{
    QStringList parts;
    bool hasEmail = false;
    bool hasPhone = false;
    for (const Contact &contact : lead.contacts) {
        if (&contact != &lead.contacts.first())
            parts << contact.name;
        parts << contact.title;
        for (const EmailAddress &email : contact.emails) {
            if (std::exchange(hasEmail, true))
                parts << email.email;
        }
        for (const PhoneNumber &phone : contact.phones) {
            // Its digits are found however they are typed.
            if (std::exchange(hasPhone, true) || phone.phone != phone.display())
                parts << phone.phone;
        }
    }
    parts.removeAll(QString());
    return memberValue(parts.join(u' '));
}

struct OpenValue
{
    qint64 minor = 0;
    bool any = false;
    bool mixed = false;
    QString period;
};

/// The sum of the active opportunities: in their period where they share one, else over a year. A monthly
/// amount is never added to a one-time one.
OpenValue openValue(const Lead &lead)
{
    OpenValue open;
    qint64 yearly = 0;
    for (const Opportunity &opportunity : lead.opportunities) {
        if (opportunity.statusType != "active"_L1 || !opportunity.value)
            continue;
        const QString period = periodKey(opportunity.period());
        open.mixed = open.mixed || (open.any && open.period != period);
        open.period = period;
        open.any = true;
        open.minor = addedMinor(open.minor, *opportunity.value);
        yearly = addedMinor(yearly, annualized(*opportunity.value, opportunity.period()));
    }
    if (open.mixed) {
        open.minor = yearly;
        open.period = periodKey(ValuePeriod::Annual);
    }
    return open;
}

QVariant openValueMinor(const Lead &lead)
{
    const OpenValue open = openValue(lead);
    return open.any ? QVariant(open.minor) : QVariant();
}

QVariant openValuePeriod(const Lead &lead)
{
    return memberValue(openValue(lead).period);
}

QVariant city(const Lead &lead)
{
    return lead.addresses.isEmpty() ? QVariant() : memberValue(lead.addresses.first().city);
}

QVariant country(const Lead &lead)
{
    return lead.addresses.isEmpty() ? QVariant() : memberValue(lead.addresses.first().country);
}

/// The fields Close sends.
QList<FieldRow<Lead>> memberRows()
{
    using enum FieldFlag;
    return {
        memberRow(&Lead::id, {.key = u"id"_s, .title = tr("Id"), .type = FieldType::Id}),
        memberRow(&Lead::name,
                  {.key = u"name"_s, .title = tr("Company name"), .flags = Editable | Creatable | Required}),
        memberRow(&Lead::displayName, {.key = u"display_name"_s, .title = tr("Display name")}),
        memberRow(&Lead::url, {.key = u"url"_s,
                               .title = tr("Website"),
                               .type = FieldType::Link,
                               .flags = Column | Searchable | Filterable | Editable | Creatable,
                               .width = 180}),
        memberRow(&Lead::statusId, {.key = u"status_id"_s,
                                    .title = tr("Status"),
                                    .type = FieldType::LeadStatus,
                                    .flags = Column | Shown | Filterable | Editable | Creatable,
                                    .width = 112,
                                    .errorKeys = {u"status"_s}}),
        memberRow(&Lead::statusLabel, {.key = u"status_label"_s, .title = tr("Status")}),
        memberRow(&Lead::description, {.key = u"description"_s,
                                       .title = tr("Description"),
                                       .type = FieldType::LongText,
                                       .flags = Column | Searchable | Editable | Creatable | Detail,
                                       .width = 240}),
        memberRow(&Lead::addresses, {.key = u"addresses"_s,
                                     .title = tr("Address"),
                                     .type = FieldType::Addresses,
                                     .flags = Column | Searchable | Editable | Creatable | Detail,
                                     .width = 240}),
        memberRow(&Lead::htmlUrl, {.key = u"html_url"_s, .title = tr("Link"), .type = FieldType::Link}),
        nestedRow(&Lead::contacts, {.key = u"contacts"_s, .title = tr("Contacts")}),
        nestedRow(&Lead::opportunities, {.key = u"opportunities"_s, .title = tr("Opportunities")}),
        nestedRow(&Lead::tasks, {.key = u"tasks"_s, .title = tr("Tasks")}),
        memberRow(&Lead::createdByName, {.key = u"created_by_name"_s, .title = tr("Created by")}),
        memberRow(&Lead::updatedByName, {.key = u"updated_by_name"_s, .title = tr("Updated by")}),
    };
}

/// What the table shows beside them, computed from what a lead carries.
QList<FieldRow<Lead>> derivedRows()
{
    using enum FieldFlag;
    const QStringList contacts{u"contacts"_s};
    const QStringList opportunities{u"opportunities"_s};
    const QStringList addresses{u"addresses"_s};
    return {
        derivedRow(primaryContact, {.key = u"primary_contact"_s,
                                    .title = tr("Primary contact"),
                                    .flags = Column | Shown | Searchable,
                                    .width = 138,
                                    .reads = contacts}),
        derivedRow(openValueMinor, {.key = u"open_value"_s,
                                    .title = tr("Open value"),
                                    .type = FieldType::Money,
                                    .flags = Column | Shown | Filterable,
                                    .width = 112,
                                    .unitKey = u"open_value_period"_s,
                                    .reads = opportunities}),
        derivedRow(openValuePeriod, {.key = u"open_value_period"_s,
                                     .title = tr("Open value period"),
                                     .type = FieldType::Period,
                                     .flags = FieldFlags(Filterable),
                                     .choices = {u"one_time"_s, u"monthly"_s, u"annual"_s},
                                     .reads = opportunities}),
        derivedRow<Lead>([](const Lead &lead) { return QVariant(qlonglong(lead.contacts.size())); },
                         {.key = u"contact_count"_s,
                          .title = tr("Contacts"),
                          .type = FieldType::Integer,
                          .flags = Column | Shown | Filterable,
                          .width = 84,
                          .label = tr("Number of contacts"),
                          .reads = contacts}),
        derivedRow(primaryEmail, {.key = u"primary_email"_s,
                                  .title = tr("Email"),
                                  .flags = Column | Searchable,
                                  .width = 200,
                                  .reads = contacts}),
        derivedRow(primaryPhone, {.key = u"primary_phone"_s,
                                  .title = tr("Phone"),
                                  .flags = Column | Searchable,
                                  .width = 140,
                                  .reads = contacts}),
        derivedRow(contactDetails, {.key = u"contact_details"_s,
                                    .title = tr("Contacts"),
                                    .flags = FieldFlags(Searchable),
                                    .reads = contacts}),
    };
}

/// When, by whom and where: the far end of the table.
QList<FieldRow<Lead>> trailingRows()
{
    using enum FieldFlag;
    return {
        memberRow(&Lead::dateUpdated, {.key = u"date_updated"_s,
                                       .title = tr("Updated"),
                                       .type = FieldType::Moment,
                                       .flags = Column | Shown | Filterable,
                                       .width = 100}),
        derivedRow(city, {.key = u"city"_s,
                          .title = tr("City"),
                          .flags = Column | Shown | Filterable,
                          .width = 82,
                          .reads = {u"addresses"_s}}),
        derivedRow(country, {.key = u"country"_s,
                             .title = tr("Country"),
                             .type = FieldType::Choice,
                             .flags = Column | Filterable,
                             .width = 72,
                             .reads = {u"addresses"_s}}),
        memberRow(&Lead::dateCreated, {.key = u"date_created"_s,
                                       .title = tr("Created"),
                                       .type = FieldType::Moment,
                                       .flags = Column | Filterable,
                                       .width = 92}),
        memberRow(&Lead::createdBy, {.key = u"created_by"_s,
                                     .title = tr("Created by"),
                                     .type = FieldType::User,
                                     .flags = Column | Filterable}),
        memberRow(&Lead::updatedBy, {.key = u"updated_by"_s,
                                     .title = tr("Updated by"),
                                     .type = FieldType::User,
                                     .flags = Column | Filterable}),
    };
}

} // namespace

template <>
const FieldTable<Lead> &builtInFields()
{
    using enum FieldFlag;
    static const FieldTable<Lead> table(
        QList<FieldRow<Lead>>{derivedRow(shownLeadName, {.key = u"shown_name"_s,
                                                     .title = tr("Name"),
                                                     .flags = Column | Shown | Searchable,
                                                     .width = 206,
                                                     .reads = {u"name"_s, u"display_name"_s}})} +
        memberRows() + derivedRows() + trailingRows());
    return table;
}

} // namespace Leadline
