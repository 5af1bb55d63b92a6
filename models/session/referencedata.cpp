// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "referencedata.h"

namespace Leadline {

QStringList ReferenceName::all()
{
    return {me, organization, users, smartViews, leadFields, contactFields, opportunityFields};
}

std::optional<ReferenceData> readReference(const QMap<QString, QByteArray> &answers,
                                           const QString &organizationId)
{
    const Result<Me> me = decodeMe(answers.value(ReferenceName::me));
    return me ? readReference(answers, *me, organizationId) : std::nullopt;
}

std::optional<ReferenceData> readReference(const QMap<QString, QByteArray> &answers, const Me &me,
                                           const QString &organizationId)
{
    Result<Organization> organization = decodeOrganization(answers.value(ReferenceName::organization));
    if (!organization || organization->id != organizationId)
        return {};
    ReferenceData reference;
    auto schema = std::make_shared<Schema>();
    const QString role = me.membership(organizationId).roleId;
    const auto withCustomFields = [&](auto &table, const QString &name) {
        if (const auto custom = decodeCustomFieldSchema(answers.value(name), role))
            table = table.withCustomFields(*custom);
    };
    withCustomFields(schema->leads, ReferenceName::leadFields);
    withCustomFields(schema->contacts, ReferenceName::contactFields);
    withCustomFields(schema->opportunities, ReferenceName::opportunityFields);
    schema->directory = Directory(*std::move(organization), me);
    if (const auto users = decodeUsers(answers.value(ReferenceName::users)))
        schema->directory.addUsers(*users);
    if (auto views = decodeSmartViews(answers.value(ReferenceName::smartViews)))
        reference.smartViews = *std::move(views);
    reference.me = me;
    reference.schema = std::move(schema);
    return reference;
}

} // namespace Leadline
