// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "tokens.h"

#include <QList>
#include <QString>

namespace Leadline {

class Directory;
class StatusPalette;

/// A status as it is offered: in display order, with its tone.
struct StatusItem
{
    QString id;
    QString label;
    Tone tone = Tone::Grey;
};

QList<StatusItem> leadStatuses(const FormContext &context);
/// Those of \a pipelineId; of the first pipeline when it is blank or not known.
QList<StatusItem> opportunityStatuses(const FormContext &context, const QString &pipelineId);

/// Has every status seen for the first time in display order, so that the colours follow it, whichever row or
/// card is painted first.
void seeStatusesInOrder(const Directory &directory, StatusPalette &palette);

} // namespace Leadline
