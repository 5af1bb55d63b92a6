// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "keptdraft.h"

namespace Leadline {

/// The lead's name as far as it is known now; blank when it is not.
QString knownLeadName(const QString &leadId, const FormContext &context);
/// What a person calls a draft: "New lead “Bergmann Tools”".
QString draftTitle(const KeptDraft &draft, const FormContext &context);
/// When it was typed: the time of today, else the day too.
QString draftTime(const KeptDraft &draft, const FormContext &context);
/// A value whose field is not known any more, as far as it tells what it is.
QString valueText(const QVariant &value, const FormContext &context);
/// Why nothing was sent where a full disk could not be told that it is.
QString noRoomText();

} // namespace Leadline
