// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "statuschange.h"

#include "rowbuilder.h"
#include "translate.h"

using namespace Qt::StringLiterals;

namespace Leadline {

template <>
const FieldTable<StatusChange> &builtInFields()
{
    using enum FieldFlag;
    static const FieldTable<StatusChange> table({
        memberRow(&StatusChange::id, {.key = u"id"_s, .title = tr("Id"), .type = FieldType::Id}),
        memberRow(&StatusChange::leadId, {.key = u"lead_id"_s,
                                          .title = tr("Lead"),
                                          .type = FieldType::LeadReference,
                                          .flags = Filterable}),
        memberRow(&StatusChange::opportunityId, {.key = u"opportunity_id"_s,
                                                 .title = tr("Opportunity"),
                                                 .type = FieldType::Id,
                                                 .flags = Column | Filterable}),
        memberRow(&StatusChange::oldStatusId, {.key = u"old_status_id"_s,
                                               .title = tr("Status before"),
                                               .type = FieldType::OpportunityStatus,
                                               .flags = Column | Filterable}),
        memberRow(&StatusChange::newStatusId, {.key = u"new_status_id"_s,
                                               .title = tr("Status"),
                                               .type = FieldType::OpportunityStatus,
                                               .flags = Column | Filterable}),
        memberRow(&StatusChange::userId, {.key = u"user_id"_s,
                                          .title = tr("User"),
                                          .type = FieldType::User,
                                          .flags = Column | Filterable}),
        memberRow(&StatusChange::dateCreated, {.key = u"date_created"_s,
                                               .title = tr("Created"),
                                               .type = FieldType::Moment,
                                               .flags = Column | Filterable}),
        memberRow(&StatusChange::dateUpdated, {.key = u"date_updated"_s,
                                               .title = tr("Updated"),
                                               .type = FieldType::Moment,
                                               .flags = Column | Filterable}),
    });
    return table;
}

} // namespace Leadline
