// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "opportunity.h"

#include "rowbuilder.h"
#include "translate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QVariant expected(const Opportunity &opportunity)
{
    if (!opportunity.value)
        return {};
    return expectedValue(*opportunity.value,
                         int(std::clamp<qint64>(opportunity.confidence.value_or(0), 0, 100)));
}

QVariant yearly(const Opportunity &opportunity)
{
    return opportunity.value ? QVariant(annualized(*opportunity.value, opportunity.period())) : QVariant();
}

/// What the record is and whose: the rows in front of the table.
QList<FieldRow<Opportunity>> identityRows()
{
    using enum FieldFlag;
    return {
        memberRow(&Opportunity::id, {.key = u"id"_s, .title = tr("Id"), .type = FieldType::Id}),
        memberRow(
            &Opportunity::leadName,
            {.key = u"lead_name"_s, .title = tr("Lead"), .flags = Column | Shown | Searchable, .width = 156}),
        memberRow(&Opportunity::leadId, {.key = u"lead_id"_s,
                                         .title = tr("Lead"),
                                         .type = FieldType::LeadReference,
                                         .flags = Filterable | Creatable | Required,
                                         .errorKeys = {u"lead"_s}}),
        memberRow(&Opportunity::statusId,
                  {.key = u"status_id"_s,
                   .title = tr("Status"),
                   .type = FieldType::OpportunityStatus,
                   .flags = Column | Shown | Filterable | Editable | Creatable | Detail,
                   .width = 140,
                   .errorKeys = {u"status"_s}}),
        memberRow(&Opportunity::statusLabel, {.key = u"status_label"_s, .title = tr("Status")}),
        memberRow(&Opportunity::statusType, {.key = u"status_type"_s,
                                             .title = tr("State"),
                                             .type = FieldType::Choice,
                                             .flags = FieldFlags(Filterable),
                                             .choices = {u"active"_s, u"won"_s, u"lost"_s}}),
        memberRow(&Opportunity::pipelineId, {.key = u"pipeline_id"_s,
                                             .title = tr("Pipeline"),
                                             .type = FieldType::Pipeline,
                                             .flags = Column | Filterable,
                                             .errorKeys = {u"pipeline"_s}}),
        memberRow(&Opportunity::pipelineName, {.key = u"pipeline_name"_s, .title = tr("Pipeline")}),
    };
}

/// What it is worth and when.
QList<FieldRow<Opportunity>> valueRows()
{
    using enum FieldFlag;
    return {
        memberRow(&Opportunity::value, {.key = u"value"_s,
                                        .title = tr("Value"),
                                        .type = FieldType::Money,
                                        .flags = Column | Shown | Filterable | Editable | Creatable | Detail,
                                        .width = 108,
                                        .unitKey = u"value_period"_s}),
        memberRow(&Opportunity::valuePeriod, {.key = u"value_period"_s,
                                              .title = tr("Period"),
                                              .type = FieldType::Period,
                                              .flags = Column | Filterable | Editable | Creatable,
                                              .choices = {u"one_time"_s, u"monthly"_s, u"annual"_s}}),
        memberRow(&Opportunity::valueCurrency, {.key = u"value_currency"_s,
                                                .title = tr("Currency"),
                                                .type = FieldType::Choice,
                                                .flags = FieldFlags(Column)}),
        memberRow(&Opportunity::confidence,
                  {.key = u"confidence"_s,
                   .title = tr("Confidence"),
                   .type = FieldType::Percent,
                   .flags = Column | Shown | Filterable | Editable | Creatable | Detail,
                   .width = 92}),
        derivedRow(expected, {.key = u"expected_value"_s,
                              .title = tr("Expected"),
                              .type = FieldType::Money,
                              .flags = Column | Shown | Filterable,
                              .width = 108,
                              .label = tr("Expected value"),
                              .unitKey = u"value_period"_s,
                              .reads = {u"value"_s, u"confidence"_s}}),
        derivedRow(yearly, {.key = u"annualized_value"_s,
                            .title = tr("Annualised"),
                            .type = FieldType::Money,
                            .flags = Column | Filterable,
                            .width = 124,
                            .reads = {u"value"_s, u"value_period"_s}}),
        memberRow(&Opportunity::dateWon,
                  {.key = u"date_won"_s,
                   .title = tr("Close date"),
                   .type = FieldType::Date,
                   .flags = Column | Shown | Filterable | Editable | Creatable | Detail,
                   .width = 112,
                   .label = tr("Expected close")}),
        memberRow(&Opportunity::dateLost, {.key = u"date_lost"_s,
                                           .title = tr("Lost"),
                                           .type = FieldType::Moment,
                                           .flags = Column | Filterable}),
    };
}

/// Who works on it, and the rest.
QList<FieldRow<Opportunity>> otherRows()
{
    using enum FieldFlag;
    return {
        memberRow(&Opportunity::userId, {.key = u"user_id"_s,
                                         .title = tr("Owner"),
                                         .type = FieldType::User,
                                         .flags = Column | Shown | Filterable | Editable | Creatable | Detail,
                                         .width = 112,
                                         .errorKeys = {u"user"_s}}),
        memberRow(&Opportunity::userName, {.key = u"user_name"_s, .title = tr("Owner")}),
        memberRow(&Opportunity::contactId, {.key = u"contact_id"_s,
                                            .title = tr("Contact"),
                                            .type = FieldType::Contact,
                                            .flags = Editable | Creatable,
                                            .errorKeys = {u"contact"_s}}),
        memberRow(
            &Opportunity::contactName,
            {.key = u"contact_name"_s, .title = tr("Contact"), .flags = Column | Searchable, .width = 150}),
        memberRow(&Opportunity::note, {.key = u"note"_s,
                                       .title = tr("Note"),
                                       .type = FieldType::LongText,
                                       .flags = Column | Searchable | Editable | Creatable | Detail,
                                       .width = 240}),
        memberRow(&Opportunity::isStalled,
                  {.key = u"is_stalled"_s, .title = tr("Stalled"), .type = FieldType::Boolean}),
        memberRow(&Opportunity::dateUpdated, {.key = u"date_updated"_s,
                                              .title = tr("Updated"),
                                              .type = FieldType::Moment,
                                              .flags = Column | Filterable,
                                              .width = 96}),
        memberRow(&Opportunity::dateCreated, {.key = u"date_created"_s,
                                              .title = tr("Created"),
                                              .type = FieldType::Moment,
                                              .flags = Column | Filterable,
                                              .width = 96}),
        memberRow(&Opportunity::createdBy, {.key = u"created_by"_s,
                                            .title = tr("Created by"),
                                            .type = FieldType::User,
                                            .flags = Column | Filterable}),
        memberRow(&Opportunity::updatedBy, {.key = u"updated_by"_s,
                                            .title = tr("Updated by"),
                                            .type = FieldType::User,
                                            .flags = Column | Filterable}),
    };
}

} // namespace

template <>
const FieldTable<Opportunity> &builtInFields()
{
    static const FieldTable<Opportunity> table(identityRows() + valueRows() + otherRows());
    return table;
}

} // namespace Leadline
