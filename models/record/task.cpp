// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "task.h"

#include "rowbuilder.h"
#include "translate.h"

using namespace Qt::StringLiterals;

namespace Leadline {

template <>
const FieldTable<Task> &builtInFields()
{
    using enum FieldFlag;
    static const FieldTable<Task> table({
        memberRow(&Task::id, {.key = u"id"_s, .title = tr("Id"), .type = FieldType::Id}),
        memberRow(&Task::text, {.key = u"text"_s,
                                .title = tr("Task"),
                                .flags = Column | Shown | Searchable | Editable | Creatable,
                                .width = 280}),
        memberRow(&Task::type, {.key = u"_type"_s,
                                .title = tr("Kind"),
                                .type = FieldType::Choice,
                                .flags = Filterable | Creatable}),
        memberRow(
            &Task::leadName,
            {.key = u"lead_name"_s, .title = tr("Lead"), .flags = Column | Shown | Searchable, .width = 206}),
        memberRow(&Task::leadId, {.key = u"lead_id"_s,
                                  .title = tr("Lead"),
                                  .type = FieldType::LeadReference,
                                  .flags = Filterable | Creatable | Required,
                                  .errorKeys = {u"lead"_s}}),
        memberRow(&Task::contactId,
                  {.key = u"contact_id"_s, .title = tr("Contact"), .type = FieldType::Contact}),
        memberRow(&Task::contactName,
                  {.key = u"contact_name"_s, .title = tr("Contact"), .flags = Column | Searchable}),
        memberRow(&Task::date, {.key = u"date"_s,
                                .title = tr("Due"),
                                .type = FieldType::Date,
                                .flags = Column | Shown | Filterable | Editable | Creatable,
                                .width = 104,
                                .errorKeys = {u"due_date"_s}}),
        memberRow(&Task::isDateless,
                  {.key = u"is_dateless"_s, .title = tr("No date"), .type = FieldType::Boolean}),
        memberRow(&Task::assignedTo, {.key = u"assigned_to"_s,
                                      .title = tr("Assigned to"),
                                      .type = FieldType::User,
                                      .flags = Column | Shown | Filterable | Editable | Creatable,
                                      .width = 130}),
        memberRow(&Task::assignedToName, {.key = u"assigned_to_name"_s, .title = tr("Assigned to")}),
        memberRow(&Task::isComplete, {.key = u"is_complete"_s,
                                      .title = tr("Done"),
                                      .type = FieldType::Boolean,
                                      .flags = Column | Filterable | Editable}),
        memberRow(&Task::priority, {.key = u"priority"_s,
                                    .title = tr("Priority"),
                                    .type = FieldType::Choice,
                                    .flags = Column | Filterable | Editable | Creatable,
                                    .choices = {u"high"_s, u"medium"_s}}),
        memberRow(&Task::view, {.key = u"view"_s, .title = tr("View")}),
        memberRow(&Task::dateCreated, {.key = u"date_created"_s,
                                       .title = tr("Created"),
                                       .type = FieldType::Moment,
                                       .flags = Column | Filterable}),
        memberRow(&Task::dateUpdated, {.key = u"date_updated"_s,
                                       .title = tr("Updated"),
                                       .type = FieldType::Moment,
                                       .flags = Column | Filterable}),
    });
    return table;
}

} // namespace Leadline
