// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "generator.h"

#include "reference.h"

#include <array>

namespace Leadline::Demo {

namespace {

enum Stream : std::uint64_t { LeadName = 11, LeadText, ContactName, ContactText, OpportunityText, TaskText };

template <typename List>
const auto &pick(const List &list, Random &random)
{
    return list[random.below(static_cast<std::uint32_t>(std::size(list)))];
}

const Region &someRegion(Random &random)
{
    static const int total = [] {
        int sum = 0;
        for (const Region &region : regions())
            sum += region.weight;
        return sum;
    }();
    int at = static_cast<int>(random.below(static_cast<std::uint32_t>(total)));
    for (const Region &region : regions()) {
        at -= region.weight;
        if (at < 0)
            return region;
    }
    return regions().front();
}

std::string digitsOnly(const std::string &phone)
{
    std::string out = "+";
    for (const char c : phone) {
        if (c >= '0' && c <= '9')
            out += c;
    }
    return out;
}

constexpr std::array Titles = {"CEO",
                               "Managing Director",
                               "Head of Purchasing",
                               "Operations Manager",
                               "CTO",
                               "Lab Manager",
                               "Plant Manager",
                               "Geschäftsführerin",
                               "Leiter Einkauf",
                               "Directeur technique",
                               "Directora de operaciones",
                               "IT Manager",
                               "CFO",
                               "Head of Quality",
                               "Owner",
                               "Assistant to the Board",
                               "Project Lead",
                               "Sales Director",
                               "",
                               ""};

constexpr std::array Descriptions = {
    "Family business in the third generation, {n} people at two sites.",
    "Looks for a replacement of a system from 2009; budget is planned for next year.",
    "Came through a reference customer. Wants on-site training in the local language.",
    "Tender until the end of the quarter; three suppliers on the short list.",
    "Runs {n} measuring stations, wants one contract for all of them.",
    "Met at the trade fair in Hannover. Asked for a quote with and without service.",
    "Young company, growing fast; decides within weeks.",
    "Part of a holding; purchasing is central, the plants decide on technique.",
    "",
    "",
    ""};

constexpr std::array Sources = {"Website form", "Referral", "Trade fair", "Cold call",
                                "Newsletter",   "Partner",  "LinkedIn",   "Empfehlung"};

constexpr std::array DealNotes = {"Lens refit for line {n}",
                                  "Pilot with {n} seats, then roll-out",
                                  "Service contract, {n} visits a year",
                                  "Extension of the 2024 order",
                                  "Asked for net 60 days",
                                  "Competes with an in-house tool",
                                  "Wants the price held until spring",
                                  "",
                                  ""};

constexpr std::array TaskTexts = {"Call back about the offer",
                                  "Send the revised quote",
                                  "Ask for the signed order",
                                  "Prepare the demo",
                                  "Check delivery date with logistics",
                                  "Follow up after the trade fair",
                                  "Clarify VAT number",
                                  "Angebot nachfassen",
                                  "Invite to the user day",
                                  "Renewal talk"};

std::string fill(std::string_view pattern, const std::string &number)
{
    std::string out(pattern);
    const auto at = out.find("{n}");
    return at == std::string::npos ? out : out.replace(at, 3, number);
}

std::string oddName(Oddity oddity, const std::string &usual)
{
    switch (oddity) {
    case Oddity::OneCharacter:
        return "X";
    case Oddity::DigitsOnly:
        return "4711";
    case Oddity::TrailingSemicolon:
        return usual + ";";
    case Oddity::NoBreakSpace:
        return "Example\u00a0Lead";
    case Oddity::Unnamed:
        return {};
    case Oddity::VeryLong:
        return "Gemeinnützige Genossenschaft zur Förderung der feinmechanischen und optischen Werkstätten im "
               "Einzugsgebiet "
               "der oberen Donau und ihrer Nebenflüsse, vormals Vereinigte Messgerätefabriken Brandstätter, "
               "Schwarzenegg & Hofstätter, registrierte Genossenschaft mit beschränkter Haftung";
    case Oddity::Emoji:
        return "🚲 Velo-Kurier 👩🏽‍🔧 & Söhne";
    case Oddity::MixedDirection:
        return "שפירא Optics (1998) بصريات";
    case Oddity::CombiningMarks:
        return "Cafe\u0301 Noe\u0308l Ve\u0301ge\u0301tal"; // decomposed accents
    case Oddity::Markup:
        return "Bits & <b>Bytes</b> \"Data\" O'Brien";
    default:
        return usual;
    }
}

} // namespace

std::string makePhone(const Region &region, Random &random)
{
    std::string number = pick(region.phones, random);
    const std::string &dial = region.dial;
    const int count = dial == "+33"                                                       ? 4
                      : dial == "+351"                                                    ? 4
                      : dial == "+49" || dial == "+34" || dial == "+44" || dial == "+353" ? 3
                                                                                          : 2;
    std::string tail;
    for (int i = 0; i < count; ++i)
        tail += static_cast<char>('0' + random.below(10));
    number.replace(number.find('#'), 1, tail);
    return dial + " " + number;
}

Generator::Sketch Generator::sketch(std::uint32_t lead) const
{
    Random random(LeadName, lead);
    Sketch s;
    s.region = &someRegion(random);
    s.industry = static_cast<int>(random.below(static_cast<std::uint32_t>(industryNames().size())));
    s.last = &pick(s.region->lastNames, random);
    s.other = &pick(s.region->lastNames, random);
    if (s.other == s.last)
        s.other = s.last == &s.region->lastNames.front() ? &s.region->lastNames.back()
                                                         : &s.region->lastNames.front();
    s.root = &pick(s.region->roots, random);
    s.pattern = &pick(s.region->patterns, random);
    s.city = &pick(s.region->cities, random);
    return s;
}

std::string Generator::leadName(std::uint32_t lead) const
{
    const Sketch s = sketch(lead);
    std::string name;
    const std::string &pattern = *s.pattern;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '{') {
            name += pattern[i];
            continue;
        }
        const char what = pattern[i + 1];
        name += what == 'L'   ? s.last->native
                : what == 'M' ? s.other->native
                : what == 'R' ? s.root->native
                : what == 'C' ? s.city->name
                              : s.region->industries[static_cast<std::size_t>(s.industry)].native;
        i += 2;
    }
    return oddName(oddityOf(lead), name);
}

std::string Generator::leadDomain(std::uint32_t lead) const
{
    const Sketch s = sketch(lead);
    const bool byRoot = s.pattern->find("{R}") != std::string::npos;
    return (byRoot ? s.root->latin : s.last->latin) + "-" +
           s.region->industries[static_cast<std::size_t>(s.industry)].latin + ".example";
}

Json Generator::address(const Sketch &s, Random &random) const
{
    return {{"label", random.chance(85) ? "business" : "mailing"},
            {"address_1", fill(pick(s.region->streets, random), std::to_string(random.between(1, 148)))},
            {"address_2", random.chance(12) ? "c/o " + s.other->native : ""},
            {"city", s.city->name},
            {"state", s.city->state},
            {"zipcode", s.city->zip},
            {"country", s.region->country}};
}

Json Generator::leadDoc(std::uint32_t lead, const LeadRow &row, std::uint32_t firstContact) const
{
    Random random(LeadText, lead);
    const Sketch s = sketch(lead);
    const Oddity oddity = oddityOf(lead);
    Json doc = Json::object();
    const std::string name = leadName(lead);
    doc["name"] = name.empty() ? Json() : Json(name);
    doc["url"] = random.chance(88) ? Json("https://" + leadDomain(lead)) : Json();
    std::string description = fill(pick(Descriptions, random), std::to_string(random.between(6, 900)));
    if (oddity == Oddity::LongDescription) {
        for (int i = 0; i < 60; ++i)
            description += "\n\n" + fill(Descriptions[static_cast<std::size_t>(i) % 8], std::to_string(i));
    }
    doc["description"] = std::move(description);
    Json addresses = Json::array();
    const int count = random.chance(86) ? (random.chance(8) ? 2 : 1) : 0;
    for (int i = 0; i < count; ++i)
        addresses.push_back(address(s, random));
    doc["addresses"] = std::move(addresses);
    doc["integration_links"] = Json::array();
    addLeadCustomFields(doc, lead, row, firstContact, s.industry);
    return doc;
}

void Generator::addLeadCustomFields(Json &doc, std::uint32_t lead, const LeadRow &row,
                                    std::uint32_t firstContact, int industry) const
{
    namespace F = CustomField;
    Random random(LeadText + 100, lead);
    const Oddity oddity = oddityOf(lead);
    if (random.chance(90))
        doc[customKey(F::Industry)] = industryNames()[static_cast<std::size_t>(industry)];
    if (random.chance(70))
        doc[customKey(F::Seats)] = random.chance(4) ? Json(random.between(1, 40) + 0.5)
                                                    : Json(random.between(1, 60) * random.between(1, 12));
    if (row.status == Status::Customer || random.chance(8))
        doc[customKey(F::RenewalDate)] = formatDay(m_today + random.between(-30, 340));
    if (random.chance(75))
        doc[customKey(F::Source)] = oddity == Oddity::NumericText ? "12345" : pick(Sources, random);
    if (random.chance(40)) {
        Json tags = Json::array();
        const auto first = random.below(8);
        for (std::uint32_t i = 0, n = 1 + random.below(3); i < n; ++i)
            tags.push_back(customChoices(F::Tags)[(first + i * 3) % 8]);
        doc[customKey(F::Tags)] = std::move(tags);
    }
    if (oddity == Oddity::ScalarInList)
        doc[customKey(F::Tags)] = "Partner"; // a formerly single field may still hold a scalar
    if (row.status == Status::Interested || row.status == Status::Qualified) {
        const Moment at =
            (m_today + random.between(-5, 25)) * MsPerDay + random.between(14, 32) * 1'800'000LL;
        if (random.chance(45))
            doc[customKey(F::NextDemo)] = formatMoment(at);
    }
    if (contactCount(lead) > 0 && random.chance(35))
        doc[customKey(F::MainContact)] = makeId("cont", firstContact);
    if (random.chance(30))
        doc[customKey(F::ImportId)] = "imp-" + std::to_string(100'000 + lead);
    if (random.chance(50))
        doc[customKey(F::AccountOwner)] = userId(static_cast<std::uint16_t>(random.between(Ana, Noor)));
    if (row.status == Status::Customer)
        doc[customKey(F::CustomerNumber)] = "C-" + std::to_string(10'000 + lead);
    if (row.status == Status::Customer && random.chance(40))
        doc[customKey(F::Devices)] = Json::array({makeId("coobj", lead)});
    if (contactCount(lead) > 1 && random.chance(12))
        doc[customKey(F::SiteContacts)] =
            Json::array({makeId("cont", firstContact), makeId("cont", firstContact + 1)});
}

Generator::Person Generator::person(std::uint32_t lead, int ordinal) const
{
    if (oddityOf(lead) == Oddity::TwinContacts)
        ordinal = 0;
    Random random(ContactName, lead * 64ULL + static_cast<unsigned>(ordinal));
    Person p;
    p.region = random.chance(92) ? sketch(lead).region : &someRegion(random);
    p.first = &pick(p.region->firstNames, random);
    p.last = &pick(p.region->lastNames, random);
    return p;
}

std::string Generator::contactName(std::uint32_t lead, int ordinal) const
{
    const Person p = person(lead, ordinal);
    if (!p.region->familyNameFirst)
        return p.first->native + " " + p.last->native;
    const bool spaced = p.region->country == "HU" || p.region->country == "JP";
    return p.last->native + (spaced ? " " : "") + p.first->native;
}

Json Generator::contactDoc(std::uint32_t lead, int ordinal) const
{
    Random random(ContactText, lead * 64ULL + static_cast<unsigned>(ordinal));
    const Person p = person(lead, ordinal);
    const std::string domain = leadDomain(lead);
    Json emails = Json::array();
    if (random.chance(90)) {
        emails.push_back({{"email", p.first->latin + "." + p.last->latin + "@" + domain},
                          {"type", "office"},
                          {"is_unsubscribed", random.chance(4)}});
        if (random.chance(12))
            emails.push_back(
                {{"email", p.first->latin + std::to_string(10 + random.below(90)) + "@post.example"},
                 {"type", "home"},
                 {"is_unsubscribed", false}});
    }
    Json phones = Json::array();
    const int phoneCount = random.chance(70) ? (random.chance(20) ? 2 : 1) : 0;
    for (int i = 0; i < phoneCount; ++i) {
        const std::string phone = makePhone(*p.region, random);
        const bool invalid = (lead + static_cast<unsigned>(ordinal)) % 149 == 20;
        phones.push_back({{"phone", invalid ? "0000" : digitsOnly(phone)},
                          {"phone_formatted", invalid ? "0000" : phone},
                          {"country", invalid ? Json() : Json(p.region->country)},
                          {"type", i                   ? "mobile"
                                   : random.chance(70) ? "office"
                                                       : "direct"}});
    }
    Json urls = Json::array();
    if (random.chance(10))
        urls.push_back({{"url", "https://" + domain + "/" + p.first->latin}, {"type", "url"}});
    Json doc = {{"name", contactName(lead, ordinal)},
                {"title", pick(Titles, random)},
                {"emails", std::move(emails)},
                {"phones", std::move(phones)},
                {"urls", std::move(urls)},
                {"timezone", phoneCount ? Json(p.region->timezone) : Json()},
                {"timezone_source", phoneCount ? Json("inferred_from_phone_number") : Json()},
                {"integration_links", Json::array()}};
    if ((lead + static_cast<unsigned>(ordinal)) % 173 == 40)
        doc["name"] = "";
    if (random.chance(30)) {
        Json roles = Json::array({pick(customChoices(CustomField::BuyingRole), random)});
        doc[customKey(CustomField::BuyingRole)] = std::move(roles);
    }
    if (random.chance(15))
        doc[customKey(CustomField::Language)] = pick(customChoices(CustomField::Language), random);
    return doc;
}

Json Generator::opportunityDoc(std::uint32_t lead, int ordinal, const OpportunityRow &row,
                               std::uint32_t firstContact) const
{
    Random random(OpportunityText, lead * 64ULL + static_cast<unsigned>(ordinal));
    Json doc = Json::object();
    const std::string note = fill(pick(DealNotes, random), std::to_string(random.between(2, 24)));
    doc["note"] = note;
    doc["note_html"] = note.empty() ? "<body><p></p></body>" : "<body><p>" + note + "</p></body>";
    doc["attachments"] = Json::array();
    doc["integration_links"] = Json::array();
    doc["contact_id"] =
        contactCount(lead) > 0 && random.chance(55) ? Json(makeId("cont", firstContact)) : Json();
    if (row.status == Status::Contract || row.status == Status::Won)
        doc[customKey(CustomField::ContractLink)] =
            "https://" + leadDomain(lead) + "/contract-" + std::to_string(lead % 9000 + 1000) + ".pdf";
    if (random.chance(35))
        doc[customKey(CustomField::Competitors)] =
            Json::array({pick(customChoices(CustomField::Competitors), random)});
    if (row.status == Status::Lost)
        doc[customKey(CustomField::LossReason)] = pick(customChoices(CustomField::LossReason), random);
    return doc;
}

Json Generator::taskDoc(std::uint32_t lead, int ordinal, const TaskRow &row) const
{
    Random random(TaskText, lead * 64ULL + static_cast<unsigned>(ordinal));
    Json doc = {{"_type", "lead"},
                {"text", pick(TaskTexts, random)},
                {"priority", random.chance(20) ? "high" : "medium"},
                {"resolution", nullptr}};
    if (!row.dateless && random.chance(15))
        doc["date"] = formatMoment(row.date * MsPerDay +
                                   random.between(16, 34) * 1'800'000LL); // a date with a time of day
    if (row.complete)
        doc["object_id"] = makeId("acti", lead * 256ULL + 200 + static_cast<unsigned>(ordinal));
    return doc;
}

} // namespace Leadline::Demo
