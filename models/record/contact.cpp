// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "contact.h"

#include "rowbuilder.h"
#include "translate.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QVariant shownContactName(const Contact &contact)
{
    return memberValue(contact.name.isEmpty() ? contact.displayName : contact.name);
}

} // namespace

// One row a field: see field.h for what the flags mean.
template <>
const FieldTable<Contact> &builtInFields()
{
    using enum FieldFlag;
    static const FieldTable<Contact> table({
        memberRow(&Contact::id, {.key = u"id"_s, .title = tr("Id"), .type = FieldType::Id}),
        derivedRow<Contact>(shownContactName, {.key = u"shown_name"_s,
                                        .title = tr("Name"),
                                        .flags = Column | Shown | Searchable,
                                        .width = 160,
                                        .reads = {u"name"_s, u"display_name"_s}}),
        memberRow(&Contact::name, {.key = u"name"_s,
                                   .title = tr("Name"),
                                   .flags = Editable | Creatable,
                                   .label = tr("Contact name")}),
        memberRow(&Contact::displayName, {.key = u"display_name"_s, .title = tr("Display name")}),
        memberRow(&Contact::title, {.key = u"title"_s,
                                    .title = tr("Title"),
                                    .flags = Column | Shown | Searchable | Filterable | Editable | Creatable,
                                    .width = 150,
                                    .label = tr("Contact title")}),
        derivedRow<Contact>([](const Contact &contact) { return memberValue(contact.leadName); },
                            {.key = u"lead_name"_s,
                             .title = tr("Lead"),
                             .flags = Column | Shown | Searchable,
                             .width = 176,
                             .reads = {u"lead_id"_s}}),
        memberRow(&Contact::leadId, {.key = u"lead_id"_s,
                                     .title = tr("Lead"),
                                     .type = FieldType::LeadReference,
                                     .flags = Filterable | Creatable,
                                     .errorKeys = {u"lead"_s}}),
        memberRow(&Contact::emails,
                  {.key = u"emails"_s,
                   .title = tr("Email"),
                   .type = FieldType::Emails,
                   .flags = Column | Shown | Searchable | Filterable | Editable | Creatable | Detail,
                   .width = 198,
                   .label = tr("Contact email")}),
        memberRow(&Contact::phones,
                  {.key = u"phones"_s,
                   .title = tr("Phone"),
                   .type = FieldType::Phones,
                   .flags = Column | Shown | Searchable | Filterable | Editable | Creatable | Detail,
                   .width = 144,
                   .label = tr("Contact phone")}),
        memberRow(&Contact::urls, {.key = u"urls"_s,
                                   .title = tr("Web addresses"),
                                   .type = FieldType::WebAddresses,
                                   .flags = Column | Searchable | Editable | Creatable | Detail,
                                   .width = 160}),
        memberRow(&Contact::timezone, {.key = u"timezone"_s,
                                       .title = tr("Time zone"),
                                       .type = FieldType::Choice,
                                       .flags = FieldFlags(Column),
                                       .width = 140}),
        memberRow(&Contact::dateUpdated, {.key = u"date_updated"_s,
                                          .title = tr("Updated"),
                                          .type = FieldType::Moment,
                                          .flags = Column | Filterable,
                                          .width = 96}),
        memberRow(&Contact::dateCreated, {.key = u"date_created"_s,
                                          .title = tr("Created"),
                                          .type = FieldType::Moment,
                                          .flags = Column | Filterable,
                                          .width = 96}),
        memberRow(&Contact::createdBy, {.key = u"created_by"_s,
                                        .title = tr("Created by"),
                                        .type = FieldType::User,
                                        .flags = Column | Filterable}),
        memberRow(&Contact::updatedBy, {.key = u"updated_by"_s,
                                        .title = tr("Updated by"),
                                        .type = FieldType::User,
                                        .flags = Column | Filterable}),
    });
    return table;
}

} // namespace Leadline
