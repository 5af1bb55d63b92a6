// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "codec.h"
#include "organization.h"
#include "statuschange.h"

#include <memory>

namespace Leadline {

/// How one organization's records look: the field tables with its custom fields, and its directory. Made
/// anew when they change and shared between threads, never altered.
struct Schema
{
    FieldTable<Lead> leads = builtInFields<Lead>();
    FieldTable<Contact> contacts = builtInFields<Contact>();
    FieldTable<Opportunity> opportunities = builtInFields<Opportunity>();
    FieldTable<Task> tasks = builtInFields<Task>();
    FieldTable<StatusChange> statusChanges = builtInFields<StatusChange>();
    Directory directory;
};

using SchemaPointer = std::shared_ptr<const Schema>;

template <typename R>
const FieldTable<R> &fieldsOf(const Schema &schema)
{
    if constexpr (std::is_same_v<R, Lead>)
        return schema.leads;
    else if constexpr (std::is_same_v<R, Contact>)
        return schema.contacts;
    else if constexpr (std::is_same_v<R, Opportunity>)
        return schema.opportunities;
    else if constexpr (std::is_same_v<R, Task>)
        return schema.tasks;
    else
        return schema.statusChanges;
}

} // namespace Leadline
