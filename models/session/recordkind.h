// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lead.h"

namespace Leadline {

/// The kinds of records that can be written.
enum class RecordKind { Lead, Contact, Opportunity, Task };

/// The field that a person calls a record by.
inline QString nameKeyOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Lead:
    case RecordKind::Contact:
        return QStringLiteral("shown_name");
    case RecordKind::Opportunity:
        return QStringLiteral("lead_name");
    case RecordKind::Task:
        break;
    }
    return QStringLiteral("text");
}

template <typename R>
constexpr RecordKind kindOf()
{
    if constexpr (std::is_same_v<R, Lead>)
        return RecordKind::Lead;
    else if constexpr (std::is_same_v<R, Contact>)
        return RecordKind::Contact;
    else if constexpr (std::is_same_v<R, Opportunity>)
        return RecordKind::Opportunity;
    else
        return RecordKind::Task;
}

} // namespace Leadline
