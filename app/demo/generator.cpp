// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "generator.h"

#include "reference.h"

#include <algorithm>
#include <cmath>

namespace Leadline::Demo {

namespace {

// One random stream per subject, so that a change to one leaves the others as they are.
enum Stream : std::uint64_t { LeadColumns = 1, LeadCounts, ContactColumns, OpportunityColumns, TaskColumns };

constexpr Moment Minute = 60'000;
constexpr Moment Hour = 60 * Minute;
constexpr int HistoryDays = 760;

double unit(Random &random)
{
    return static_cast<double>(random.next() >> 11) * 0x1.0p-53;
}

/// A moment of working life on \a day or, at a weekend, the Friday before.
Moment officeHour(Day day, Random &random)
{
    return (day - std::max(0, weekdayOf(day) - 4)) * MsPerDay + 7 * Hour + random.below(10 * 3'600'000);
}

std::uint16_t someUser(Random &random)
{
    static constexpr std::uint16_t share[] = {Ana, Ana, Ana, Ida, Ida, Tomas, Tomas, Wei, Noor};
    return share[random.below(9)];
}

std::uint16_t leadStatus(Random &random)
{
    const auto r = random.below(100);
    return r < 30   ? Status::Potential
           : r < 52 ? Status::Interested
           : r < 67 ? Status::Qualified
           : r < 77 ? Status::Trial
           : r < 92 ? Status::Customer
                    : Status::BadFit;
}

std::uint16_t dealStatus(Random &random, std::uint16_t lead, int ordinal)
{
    const auto r = random.below(100);
    switch (lead) {
    case Status::Customer:
        if (ordinal == 0)
            return r < 92 ? Status::Won : Status::Contract;
        return r < 35   ? Status::Upcoming
               : r < 60 ? Status::InTalks
               : r < 88 ? Status::Renewed
                        : Status::Churned;
    case Status::Trial:
        return r < 60 ? Status::TrialRunning : r < 85 ? Status::ProposalSent : Status::Contract;
    case Status::Qualified:
        return r < 45 ? Status::DemoBooked : r < 85 ? Status::ProposalSent : Status::Contract;
    case Status::BadFit:
        return Status::Lost;
    default:
        return r < 55 ? Status::DemoBooked : Status::Lost;
    }
}

int stageConfidence(std::uint16_t status)
{
    switch (status) {
    case Status::DemoBooked:
        return 20;
    case Status::TrialRunning:
        return 40;
    case Status::ProposalSent:
        return 55;
    case Status::Contract:
        return 80;
    case Status::Upcoming:
        return 70;
    case Status::InTalks:
        return 75;
    case Status::Won:
    case Status::Renewed:
        return 100;
    default:
        return 0;
    }
}

bool isWon(std::uint16_t status)
{
    return status == Status::Won || status == Status::Renewed;
}
bool isLost(std::uint16_t status)
{
    return status == Status::Lost || status == Status::Churned;
}

} // namespace

Oddity oddityOf(std::uint32_t lead)
{
    if (lead < 11 || (lead - 11) % 17 != 0)
        return Oddity::None;
    const auto number = (lead - 11) / 17 + 1;
    return number <= static_cast<std::uint32_t>(Oddity::Markup) ? static_cast<Oddity>(number) : Oddity::None;
}

Moment atWork(Moment moment, Moment notBefore, Moment notAfter)
{
    const Day day = dayOfMoment(moment);
    const Moment spent = notAfter - day * MsPerDay; // on the last day: no more of it than is over
    const Moment room = spent > 6 * Hour && spent < MsPerDay ? spent - 6 * Hour : MsPerDay / 2;
    const Moment into = (moment - day * MsPerDay) * room / std::min(std::max(spent, Minute), MsPerDay);
    const Moment shifted = (day - std::max(0, weekdayOf(day) - 4)) * MsPerDay + 6 * Hour + into;
    return std::max(notBefore, std::min(shifted, notAfter));
}

const char *periodName(Period period)
{
    return period == Period::Monthly ? "monthly" : period == Period::Annual ? "annual" : "one_time";
}

LeadRow Generator::lead(std::uint32_t lead) const
{
    Random random(LeadColumns, lead);
    LeadRow row;
    const double position = (lead + unit(random)) / std::max(1u, m_leads);
    const Day day = m_today - 1 - static_cast<Day>((1 - position) * HistoryDays);
    row.created = officeHour(day, random);
    const double since = std::pow(unit(random), 2); // a few an hour of late, then ever fewer
    row.updated =
        random.chance(20)
            ? row.created
            : now() - 4 * Minute -
                  static_cast<Moment>(since * static_cast<double>(now() - row.created - 5 * Minute));
    row.updated = atWork(row.updated, row.created, now() - 4 * Minute);
    row.status = leadStatus(random);
    row.createdBy = someUser(random);
    row.updatedBy = random.chance(60) ? row.createdBy : someUser(random);
    row.parent = lead;
    if (oddityOf(lead) == Oddity::SystemMade)
        row.createdBy = row.updatedBy = NoUser;
    return row;
}

int Generator::contactCount(std::uint32_t lead) const
{
    switch (oddityOf(lead)) {
    case Oddity::Nobody:
        return 0;
    case Oddity::Crowd:
        return 42;
    case Oddity::TwinContacts:
        return 2;
    default:
        break;
    }
    const auto r = Random(LeadCounts, lead).below(100);
    return r < 6 ? 0 : r < 46 ? 1 : r < 76 ? 2 : r < 91 ? 3 : r < 97 ? 4 : 6;
}

int Generator::opportunityCount(std::uint32_t lead, const LeadRow &row) const
{
    Random random(LeadCounts, lead);
    random.next();
    const auto r = random.below(100);
    switch (row.status) {
    case Status::Potential:
        return r < 8;
    case Status::Interested:
        return r < 30;
    case Status::Qualified:
        return r < 74 ? 1 : r < 82 ? 2 : 0;
    case Status::Trial:
        return r < 84 ? 1 : r < 93 ? 2 : 0;
    case Status::Customer:
        return r < 72 ? 1 : r < 94 ? 2 : 3;
    default:
        return r < 25;
    }
}

int Generator::taskCount(std::uint32_t lead, const LeadRow &row) const
{
    Random random(LeadCounts, lead);
    random.next();
    random.next();
    const auto r = random.below(100);
    if (row.status == Status::Qualified || row.status == Status::Trial)
        return r < 30 ? 0 : r < 75 ? 1 : r < 95 ? 2 : 3;
    return r < 60 ? 0 : r < 90 ? 1 : 2;
}

ContactRow Generator::contact(std::uint32_t lead, int ordinal, const LeadRow &row) const
{
    Random random(ContactColumns, lead * 64ULL + static_cast<unsigned>(ordinal));
    ContactRow contact;
    contact.parent = lead;
    contact.createdBy = row.createdBy;
    contact.updatedBy = row.updatedBy;
    contact.created =
        ordinal == 0 ? row.created - 10
                     : row.created +
                           static_cast<Moment>(unit(random) * static_cast<double>(row.updated - row.created));
    contact.updated = contact.created +
                      static_cast<Moment>(unit(random) * static_cast<double>(now() - contact.created - Hour));
    contact.updated = atWork(contact.updated, contact.created, now() - 5 * Minute);
    if (random.chance(50))
        contact.updated = contact.created;
    return contact;
}

OpportunityRow Generator::opportunity(std::uint32_t lead, int ordinal, const LeadRow &row) const
{
    Random random(OpportunityColumns, lead * 64ULL + static_cast<unsigned>(ordinal));
    OpportunityRow o;
    o.parent = lead;
    o.status = dealStatus(random, row.status, ordinal);
    o.user = o.createdBy = random.chance(70) ? std::max<std::uint16_t>(row.createdBy, Ana) : someUser(random);
    o.updatedBy = o.user;
    const double age = static_cast<double>(now() - row.created);
    const bool open = !isWon(o.status) && !isLost(o.status);
    const double reach = open ? std::min(age, 130.0 * MsPerDay) : age * 0.9;
    o.created = now() - Hour - static_cast<Moment>(unit(random) * std::max(0.0, reach - 2 * Hour));
    o.created = atWork(o.created, row.created, now() - Hour);
    const double open01 = unit(random);
    o.updated = now() - static_cast<Moment>((open ? open01 * open01 : open01) *
                                            static_cast<double>(now() - o.created));
    o.updated = atWork(o.updated, o.created, now() - 3 * Minute);
    o.confidence = static_cast<std::int8_t>(stageConfidence(o.status));
    if (open)
        o.confidence = static_cast<std::int8_t>(std::clamp(o.confidence + 5 * random.between(-3, 3), 5, 95));
    static constexpr std::int64_t euros[] = {450,  900,   1200,  1800,  2400,  3600,  4800,  6500,
                                             9000, 12500, 18000, 24000, 36000, 48500, 75000, 120000};
    o.value = euros[(random.below(16) + random.below(16)) / 2] * 100 +
              (random.chance(8) ? 4990 : random.below(5) * 5000);
    const auto period = random.below(100);
    o.period = period < 64 ? Period::OneTime : period < 82 ? Period::Annual : Period::Monthly;
    if (o.period == Period::Monthly)
        o.value = (o.value / 12 + 500) / 1000 * 1000;
    const Day closed = dayOfMoment(o.updated);
    if (!open)
        o.dateWon = closed;
    else if (!random.chance(12)) // a few have slipped, most lie ahead, the nearer the more
        o.dateWon = m_today + (random.chance(9) ? random.between(-16, -1)
                                                : std::min(random.between(1, 95), random.between(1, 95)));
    if (open && row.status == Status::Trial && random.chance(40)) // a trial takes a fortnight
        o.dateWon = m_today + random.between(-2, 11);
    if (isLost(o.status))
        o.dateLost = o.updated;
    const auto odd = (lead * 3 + static_cast<unsigned>(ordinal)) % 211;
    o.value = odd == 13 ? NoValue : odd == 57 ? 0 : odd == 101 ? 100'000'000 : o.value;
    return o;
}

TaskRow Generator::task(std::uint32_t lead, int ordinal, const LeadRow &row) const
{
    Random random(TaskColumns, lead * 64ULL + static_cast<unsigned>(ordinal));
    TaskRow t;
    t.parent = lead;
    t.complete = random.chance(row.status == Status::Qualified || row.status == Status::Trial ? 25 : 55);
    t.assignedTo = t.createdBy = t.updatedBy = std::max<std::uint16_t>(row.createdBy, Ana);
    const Moment span = now() - row.created - Hour;
    t.created =
        row.created + static_cast<Moment>(unit(random) * static_cast<double>(std::max<Moment>(span, 0)));
    if (!t.complete)
        t.created = std::max(row.created, now() - Hour - static_cast<Moment>(unit(random) * 45.0 * MsPerDay));
    t.created = atWork(t.created, row.created, now() - Hour);
    t.updated = t.created;
    const Day day = dayOfMoment(t.created);
    t.date = t.complete ? day + random.between(0, 14) : m_today + random.between(-9, 30);
    t.dateless = random.chance(7);
    if (t.dateless)
        t.date = day;
    if (t.complete)
        t.updated = std::min<Moment>(now() - Hour, t.created + random.below(12) * MsPerDay);
    t.updated = std::max(t.updated, t.created);
    return t;
}

} // namespace Leadline::Demo
