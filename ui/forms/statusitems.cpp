// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "statusitems.h"

#include "session.h"
#include "statuspalette.h"

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

StatusPalette::Kind kindOf(const Status &status)
{
    if (status.type == "won"_L1)
        return StatusPalette::Kind::WonOpportunity;
    return status.type == "lost"_L1 ? StatusPalette::Kind::LostOpportunity
                                    : StatusPalette::Kind::ActiveOpportunity;
}

} // namespace

QList<StatusItem> leadStatuses(const FormContext &context)
{
    QList<StatusItem> items;
    for (const Status &status : context.session->directory().organization().leadStatuses)
        items.append({status.id, status.label, context.statuses->tone(StatusPalette::Kind::Lead, status.id)});
    return items;
}

QList<StatusItem> opportunityStatuses(const FormContext &context, const QString &pipelineId)
{
    const QList<Pipeline> &pipelines = context.session->directory().organization().pipelines;
    if (pipelines.isEmpty())
        return {};
    const Pipeline *chosen = &pipelines.first();
    for (const Pipeline &pipeline : pipelines) {
        if (pipeline.id == pipelineId)
            chosen = &pipeline;
    }
    QList<StatusItem> items;
    for (const Status &status : chosen->statuses)
        items.append({status.id, status.label, context.statuses->tone(kindOf(status), status.id)});
    return items;
}

void seeStatusesInOrder(const Directory &directory, StatusPalette &palette)
{
    for (const Status &status : directory.organization().leadStatuses)
        palette.tone(StatusPalette::Kind::Lead, status.id);
    for (const Pipeline &pipeline : directory.organization().pipelines) {
        for (const Status &status : pipeline.statuses)
            palette.tone(kindOf(status), status.id);
    }
}

} // namespace Leadline
