// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activityfeed.h"

#include "reference.h"

#include <algorithm>
#include <array>

namespace Leadline::Demo {

namespace {

constexpr std::array Types = {"Note",
                              "Call",
                              "Email",
                              "EmailThread",
                              "SMS",
                              "Meeting",
                              "Created",
                              "TaskCompleted",
                              "LeadStatusChange",
                              "OpportunityStatusChange",
                              "LeadMerge",
                              "WhatsAppMessage",
                              "FormSubmission",
                              "Custom"};

/// Generated numbers: lead * 256 + slot. Slots 0-39 free text, 40 created, 41-49 lead status changes,
/// 50-199 opportunity status changes (16 a deal), 200-255 completed tasks.
constexpr unsigned CreatedSlot = 40;
constexpr unsigned LeadStatusSlot = 41;
constexpr unsigned DealSlot = 50;
constexpr unsigned TaskSlot = 200;

bool newer(const ActivityStub &a, const ActivityStub &b)
{
    return a.at != b.at ? a.at > b.at : a.number > b.number;
}

} // namespace

std::vector<StageStep> stageHistory(std::uint32_t row, const OpportunityRow &o)
{
    Random random(31, row);
    std::vector<std::uint16_t> path;
    const bool renewal = o.status >= Status::Upcoming && o.status <= Status::Churned;
    std::uint16_t first = Status::DemoBooked;
    std::uint16_t lastActive = Status::Contract;
    if (renewal) {
        first = Status::Upcoming;
        lastActive = Status::InTalks;
    }
    const bool closed = o.status > lastActive;
    const std::uint16_t reached = !closed ? o.status
                                  : o.status == lastActive + 1
                                      ? lastActive
                                      : static_cast<std::uint16_t>(random.between(first, lastActive));
    for (std::uint16_t status = first; status < reached; ++status) {
        if (status == first || random.chance(75))
            path.push_back(status);
    }
    if (path.empty() || path.back() != reached)
        path.push_back(reached);
    if (closed)
        path.push_back(o.status);
    std::vector<StageStep> steps;
    const Moment span = o.updated - o.created;
    for (std::size_t i = 0; i < path.size(); ++i) {
        Moment at = o.created;
        if (i > 0)
            at = atWork(o.created + span * static_cast<Moment>(i) / static_cast<Moment>(path.size() - 1),
                        steps.back().at, o.updated);
        steps.push_back({path[i], at});
    }
    return steps;
}

const char *ActivityFeed::typeName(const std::string &type)
{
    for (const char *known : Types) {
        if (type == known)
            return known;
    }
    return "";
}

void ActivityFeed::generated(std::uint32_t lead, const std::function<void(const ActivityStub &)> &use) const
{
    if (!m_store.leads[lead].generated)
        return;
    // As generated, whatever was written since: history does not change.
    const Generator &generator = m_store.generator();
    const LeadRow row = generator.lead(lead);
    const std::uint64_t base = lead * 256ULL;
    use({base + CreatedSlot, lead, row.created, "Created"});
    Random random(32, lead);
    const Moment age = std::max<Moment>(generator.now() - row.created - 3'600'000, 1);
    const unsigned count = 2 + random.below(row.status == Status::Customer    ? 12
                                            : row.status == Status::Potential ? 3
                                                                              : 8);
    for (unsigned slot = 0; slot < count; ++slot) {
        static constexpr const char *kinds[] = {"Note", "Call",  "Email",   "Email", "Note",
                                                "Call", "Email", "Meeting", "SMS",   "Note"};
        const char *type = kinds[random.below(10)];
        const Moment at = row.created + static_cast<Moment>(random.next() % static_cast<std::uint64_t>(age));
        use({base + slot, lead, atWork(at, row.created, generator.now()), type});
    }
    const std::uint16_t steps = row.status == Status::BadFit ? 1 : row.status - Status::Potential;
    for (std::uint16_t i = 1; i <= steps; ++i)
        use({base + LeadStatusSlot + i - 1, lead,
             atWork(row.created + age * i / (steps + 1), row.created, generator.now()), "LeadStatusChange"});
    const auto [firstDeal, endDeal] = m_store.generatedRange(Kind::Opportunity, lead);
    for (std::uint32_t number = firstDeal; number < endDeal; ++number) {
        if (m_store.opportunities[number].deleted || m_store.opportunities[number].parent != lead)
            continue;
        const unsigned deal = number - firstDeal;
        const auto history = stageHistory(number, generator.opportunity(lead, static_cast<int>(deal), row));
        for (std::size_t i = 1; i < history.size(); ++i)
            use({base + DealSlot + deal * 16 + i - 1, lead, history[i].at, "OpportunityStatusChange"});
    }
    const auto [firstTask, endTask] = m_store.generatedRange(Kind::Task, lead);
    for (std::uint32_t number = firstTask; number < endTask; ++number) {
        const TaskRow task = generator.task(lead, static_cast<int>(number - firstTask), row);
        if (task.complete && !m_store.tasks[number].deleted && m_store.tasks[number].parent == lead)
            use({base + TaskSlot + number - firstTask, lead, task.updated, "TaskCompleted"});
    }
}

std::vector<ActivityStub> ActivityFeed::ofLead(std::uint32_t lead) const
{
    std::vector<ActivityStub> stubs;
    generated(lead, [&](const ActivityStub &stub) {
        if (!m_written.count(stub.number))
            stubs.push_back(stub);
    });
    if (const auto written = m_writtenByLead.find(lead); written != m_writtenByLead.end()) {
        for (const std::uint64_t number : written->second) {
            const Written &one = m_written.at(number);
            if (!one.deleted && one.stub.lead == lead)
                stubs.push_back(one.stub);
        }
    }
    std::sort(stubs.begin(), stubs.end(), newer);
    return stubs;
}

const std::vector<ActivityStub> &ActivityFeed::all(const std::string &type)
{
    Cache &cache = m_cache[type];
    if (cache.version == m_store.version() && cache.changes == m_changes)
        return cache.stubs;
    cache = {m_changes, m_store.version(), {}};
    for (std::uint32_t lead = 0; lead < m_store.leads.size(); ++lead) {
        if (m_store.leads[lead].deleted)
            continue;
        generated(lead, [&](const ActivityStub &stub) {
            if ((type.empty() || type == stub.type) && (m_written.empty() || !m_written.count(stub.number)))
                cache.stubs.push_back(stub);
        });
    }
    for (const auto &[number, written] : m_written) {
        if (!written.deleted && !m_store.leads[written.stub.lead].deleted &&
            (type.empty() || type == written.stub.type))
            cache.stubs.push_back(written.stub);
    }
    std::sort(cache.stubs.begin(), cache.stubs.end(), newer);
    return cache.stubs;
}

std::optional<ActivityStub> ActivityFeed::find(const std::string &id) const
{
    const auto number = numberOf("acti", id);
    if (!number)
        return std::nullopt;
    if (const auto written = m_written.find(*number); written != m_written.end()) {
        if (written->second.deleted || m_store.leads[written->second.stub.lead].deleted)
            return std::nullopt;
        return written->second.stub;
    }
    const std::uint64_t lead = *number / 256;
    if (lead >= m_store.leads.size() || m_store.leads[lead].deleted)
        return std::nullopt;
    std::optional<ActivityStub> found;
    generated(static_cast<std::uint32_t>(lead), [&](const ActivityStub &stub) {
        if (stub.number == *number)
            found = stub;
    });
    return found;
}

Json ActivityFeed::doc(const ActivityStub &stub) const
{
    const auto written = m_written.find(stub.number);
    return written != m_written.end() ? written->second.doc : makeActivityDoc(m_store, stub);
}

ActivityStub ActivityFeed::add(std::uint32_t lead, Moment at, Json doc)
{
    const ActivityStub stub{m_nextNumber++, lead, at, typeName(text(doc, "_type"))};
    m_written[stub.number] = {stub, std::move(doc), false};
    m_writtenByLead[lead].push_back(stub.number);
    ++m_changes;
    return stub;
}

void ActivityFeed::replace(const ActivityStub &stub, Json doc)
{
    if (!m_written.count(stub.number))
        m_writtenByLead[stub.lead].push_back(stub.number);
    m_written[stub.number] = {stub, std::move(doc), false};
    ++m_changes;
}

void ActivityFeed::remove(const ActivityStub &stub)
{
    replace(stub, doc(stub));
    m_written[stub.number].deleted = true;
}

void ActivityFeed::moveAll(std::uint32_t from, std::uint32_t to)
{
    for (ActivityStub stub : ofLead(from)) {
        Json kept = doc(stub);
        const bool listed =
            m_written.count(stub.number) != 0; // under its old lead, which is no longer asked for
        stub.lead = to;
        replace(stub, std::move(kept));
        if (listed)
            m_writtenByLead[to].push_back(stub.number);
    }
}

} // namespace Leadline::Demo
