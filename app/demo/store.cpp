// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "store.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

std::uint64_t slot(Kind kind, std::uint32_t lead)
{
    return static_cast<std::uint64_t>(kind) << 32 | lead;
}

} // namespace

Store::Store(const Generator &generator)
    : m_generator(generator)
{
    const std::uint32_t n = generator.leadCount();
    leads.reserve(n);
    m_extents.reserve(n + 1);
    contacts.reserve(n * 2ULL);
    for (std::uint32_t i = 0; i < n; ++i) {
        leads.push_back(generator.lead(i));
        const LeadRow &lead = leads.back();
        m_extents.push_back({static_cast<std::uint32_t>(contacts.size()),
                             static_cast<std::uint32_t>(opportunities.size()),
                             static_cast<std::uint32_t>(tasks.size())});
        for (int k = 0, end = generator.contactCount(i); k < end; ++k)
            contacts.push_back(generator.contact(i, k, lead));
        for (int k = 0, end = generator.opportunityCount(i, lead); k < end; ++k)
            opportunities.push_back(generator.opportunity(i, k, lead));
        for (int k = 0, end = generator.taskCount(i, lead); k < end; ++k)
            tasks.push_back(generator.task(i, k, lead));
    }
    m_extents.push_back({static_cast<std::uint32_t>(contacts.size()),
                         static_cast<std::uint32_t>(opportunities.size()),
                         static_cast<std::uint32_t>(tasks.size())});
}

std::size_t Store::count(Kind kind) const
{
    switch (kind) {
    case Kind::Lead:
        return leads.size();
    case Kind::Contact:
        return contacts.size();
    case Kind::Opportunity:
        return opportunities.size();
    case Kind::Task:
        return tasks.size();
    }
    return 0;
}

const Row &Store::row(Kind kind, std::uint32_t row) const
{
    switch (kind) {
    case Kind::Contact:
        return contacts.at(row);
    case Kind::Opportunity:
        return opportunities.at(row);
    case Kind::Task:
        return tasks.at(row);
    default:
        return leads.at(row);
    }
}

Row &Store::row(Kind kind, std::uint32_t number)
{
    return const_cast<Row &>(std::as_const(*this).row(kind, number));
}

std::uint32_t Store::add(Kind kind, std::uint32_t lead, std::uint16_t user)
{
    const auto number = static_cast<std::uint32_t>(count(kind));
    switch (kind) {
    case Kind::Lead:
        leads.emplace_back();
        break;
    case Kind::Contact:
        contacts.emplace_back();
        break;
    case Kind::Opportunity:
        opportunities.emplace_back();
        break;
    case Kind::Task:
        tasks.emplace_back();
        break;
    }
    Row &added = row(kind, number);
    added.generated = false;
    added.created = added.updated = tick();
    added.createdBy = added.updatedBy = user;
    added.parent = kind == Kind::Lead ? number : lead;
    added.doc = std::make_unique<Json>(Json::object());
    if (kind != Kind::Lead)
        m_added[slot(kind, lead)].push_back(number);
    touch();
    return number;
}

const char *Store::prefix(Kind kind)
{
    switch (kind) {
    case Kind::Contact:
        return "cont";
    case Kind::Opportunity:
        return "oppo";
    case Kind::Task:
        return "task";
    default:
        return "lead";
    }
}

std::optional<std::uint32_t> Store::find(Kind kind, const std::string &id) const
{
    const auto number = numberOf(prefix(kind), id);
    if (!number || *number >= count(kind))
        return std::nullopt;
    const auto found = static_cast<std::uint32_t>(*number);
    return row(kind, found).deleted ? std::nullopt : std::optional(found);
}

std::uint32_t Store::firstGenerated(Kind kind, std::uint32_t lead) const
{
    const Extent &extent = m_extents[lead];
    return kind == Kind::Contact       ? extent.contact
           : kind == Kind::Opportunity ? extent.opportunity
                                       : extent.task;
}

/// A generated object's position under the lead it was made for (which a merge does not change).
int Store::ordinal(Kind kind, std::uint32_t row) const
{
    const auto after = std::upper_bound(m_extents.begin(), m_extents.end() - 1, row,
                                        [kind](std::uint32_t wanted, const Extent &e) {
                                            return wanted < (kind == Kind::Contact       ? e.contact
                                                             : kind == Kind::Opportunity ? e.opportunity
                                                                                         : e.task);
                                        });
    const auto lead = static_cast<std::uint32_t>(after - m_extents.begin() - 1);
    return static_cast<int>(row - firstGenerated(kind, lead));
}

Json Store::doc(Kind kind, std::uint32_t number) const
{
    const Row &object = row(kind, number);
    if (object.doc)
        return *object.doc;
    if (kind == Kind::Lead)
        return m_generator.leadDoc(number, leads[number], m_extents[number].contact);
    const int position = ordinal(kind, number);
    switch (kind) {
    case Kind::Contact:
        return m_generator.contactDoc(object.parent, position);
    case Kind::Opportunity:
        return m_generator.opportunityDoc(object.parent, position, opportunities[number],
                                          m_extents[object.parent].contact);
    default:
        return m_generator.taskDoc(object.parent, position, tasks[number]);
    }
}

Json &Store::editQuietly(Kind kind, std::uint32_t number)
{
    Row &object = row(kind, number);
    if (!object.doc)
        object.doc = std::make_unique<Json>(doc(kind, number));
    touch();
    return *object.doc;
}

Json &Store::edit(Kind kind, std::uint32_t number, std::uint16_t user)
{
    Row &object = row(kind, number);
    object.updated = tick();
    object.updatedBy = user;
    return editQuietly(kind, number);
}

void Store::remove(Kind kind, std::uint32_t number)
{
    row(kind, number).deleted = true;
    touch();
}

void Store::move(Kind kind, std::uint32_t number, std::uint32_t lead)
{
    editQuietly(kind, number);
    row(kind, number).parent = lead;
    m_added[slot(kind, lead)].push_back(number);
}

std::vector<std::uint32_t> Store::children(Kind kind, std::uint32_t lead) const
{
    std::vector<std::uint32_t> result;
    const auto add = [&](std::uint32_t number) {
        const Row &object = row(kind, number);
        if (!object.deleted && object.parent == lead)
            result.push_back(number);
    };
    const auto [first, end] = generatedRange(kind, lead);
    for (std::uint32_t i = first; i < end; ++i)
        add(i);
    if (const auto added = m_added.find(slot(kind, lead)); added != m_added.end()) {
        for (const std::uint32_t number : added->second)
            add(number);
    }
    return result;
}

std::pair<std::uint32_t, std::uint32_t> Store::generatedRange(Kind kind, std::uint32_t lead) const
{
    if (lead + 1 >= m_extents.size())
        return {0, 0};
    return {firstGenerated(kind, lead), firstGenerated(kind, lead + 1)};
}

std::string Store::leadName(std::uint32_t lead) const
{
    const LeadRow &row = leads.at(lead);
    return row.doc ? text(*row.doc, "name") : m_generator.leadName(lead);
}

std::string Store::contactName(std::uint32_t contact) const
{
    const ContactRow &row = contacts.at(contact);
    return row.doc ? text(*row.doc, "name") : text(doc(Kind::Contact, contact), "name");
}

Moment Store::now() const
{
    const auto passed = std::chrono::steady_clock::now() - m_started;
    const Moment real =
        m_generator.now() + std::chrono::duration_cast<std::chrono::milliseconds>(passed).count();
    return std::max(real, m_lastTick);
}

Moment Store::tick()
{
    m_lastTick = std::max(now(), m_lastTick + 1);
    return m_lastTick;
}

} // namespace Leadline::Demo
