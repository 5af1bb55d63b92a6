// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "workspace.h"

namespace Leadline::Demo {

Workspace::Workspace(const Options &given)
    : options(given)
    , reference(makeReference(given.today))
    , store(
          Generator(given.leads, given.today, given.now.value_or(given.today * MsPerDay + 15 * 3'600'000LL)))
    , activities(store)
{
    if (!given.organization.empty())
        rename(reference, given.organization);
}

const Workspace::Rows &Workspace::cached(const std::string &key, const std::function<Rows()> &compute)
{
    constexpr std::size_t kept = 8;
    for (auto it = m_cache.begin(); it != m_cache.end(); ++it) {
        if (it->key == key && it->version == store.version()) {
            m_cache.splice(m_cache.begin(), m_cache, it);
            return m_cache.front().rows;
        }
    }
    m_cache.push_front({key, store.version(), compute()});
    if (m_cache.size() > kept)
        m_cache.pop_back();
    return m_cache.front().rows;
}

const std::string &SearchTexts::of(std::uint32_t lead, std::uint64_t stamp, const std::function<std::string()> &make)
{
    if (lead >= m_texts.size())
        m_texts.resize(lead + 1);
    auto &[made, text] = m_texts[lead];
    if (made != stamp) {
        text = make();
        made = stamp;
    }
    return text;
}

void Workspace::keepStale(const std::string &id, const Json &body)
{
    if (staleReads > 0)
        m_stale[id] = {body, staleReads};
}

Json Workspace::takeStale(const std::string &id)
{
    const auto it = m_stale.find(id);
    if (it == m_stale.end())
        return {};
    Json body = it->second.first;
    if (--it->second.second == 0)
        m_stale.erase(it);
    return body;
}

void Workspace::recordEvent(const Request &request, const std::string &objectType, const std::string &leadId,
                            const Json &before, const Json &after)
{
    Event event;
    event.action = before.is_null() ? "created" : after.is_null() ? "deleted" : "updated";
    if (event.action == "updated") {
        Difference difference = differenceOf(before, after);
        if (difference.fields.empty())
            return;
        event.changedFields = std::move(difference.fields);
        event.previous = std::move(difference.previous);
    } else if (event.action == "deleted") {
        event.previous = before;
    }
    event.objectType = objectType;
    event.objectId = text(after.is_null() ? before : after, "id");
    event.leadId = leadId;
    event.user = request.user;
    event.requestId = request.id;
    event.method = request.method;
    event.path = "/api/v1" + request.path;
    event.created = event.updated = store.tick();
    event.data = after;
    events.record(std::move(event));
}

std::optional<std::uint16_t> findUser(const Workspace &workspace, const std::string &id)
{
    const auto number = numberOf("user", id);
    if (!number || *number < 1 || *number > workspace.reference.users.size())
        return std::nullopt;
    return static_cast<std::uint16_t>(*number);
}

} // namespace Leadline::Demo
