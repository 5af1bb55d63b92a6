// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activityfeed.h"

#include "money.h"
#include "reference.h"

#include <array>
#include <string_view>

namespace Leadline::Demo {

namespace {

constexpr std::array Notes = {"Met at the fair, wants a quote for two lines.",
                              "Decision moves to next quarter; budget is approved.",
                              "Spoke with the lab: old device fails about once a week.",
                              "Sehr interessiert, aber der Einkauf sitzt in München.",
                              "Needs documents in French for the works council.",
                              "Price is fine, delivery time is not. Asked for the end of the month.",
                              "Champion leaves in spring; find a second contact.",
                              "Uses spreadsheets today, three people keep them in step."};

constexpr std::array HtmlNotes = {
    "<body><h3>Visit on site</h3><p>Three things came up:</p><ul><li><b>Calibration</b> twice a "
    "year</li><li>Training for the night shift</li>"
    "<li>A spare unit → on loan</li></ul></body>",
    "<body><p>Agreed with <span data-type=\"mention\" data-id=\"{user}\" data-label=\"Ida Berg\">@Ida "
    "Berg</span>: offer by Friday.</p>"
    "<p><em>Budget</em> up to 40&nbsp;000&nbsp;€ &amp; service on top.</p></body>",
    "<body><p>See <a href=\"https://halden.example/offer\">the offer</a>.<br />Next call in two "
    "weeks.</p></body>"};

constexpr std::array Subjects = {"Your offer",
                                 "Re: Your offer",
                                 "Dates for the demo",
                                 "Re: Delivery in week 12",
                                 "Questions on the contract",
                                 "Angebot Messtechnik",
                                 "Re: Angebot Messtechnik",
                                 "Invitation: user day",
                                 "Thank you for the visit"};

constexpr std::array Bodies = {
    "thank you for the talk today. As promised you find the offer attached.\nThe price holds until the end "
    "of the month.",
    "could we move the demo to Thursday morning? Two colleagues from the lab would like to join.",
    "we have gone through the contract and have three questions, mostly on the service level.",
    "vielen Dank für das Angebot. Können Sie die Lieferzeit noch einmal prüfen?",
    "the device arrived and works. Who do we ask about training?"};

constexpr std::array CallNotes = {"Asked to call back next week.",
                                  "Left a message with reception.",
                                  "Wants a reference in the same industry.",
                                  "",
                                  "Confirmed the date.",
                                  ""};

template <typename List>
std::string_view pick(const List &list, Random &random)
{
    return list[random.below(static_cast<std::uint32_t>(list.size()))];
}

std::string escaped(std::string_view plain, const char *lineEnd)
{
    std::string html;
    for (const char c : plain) {
        if (c == '\n')
            html += lineEnd;
        else if (c == '&')
            html += "&amp;";
        else
            html += c;
    }
    return html;
}

/// What a contact of the lead needs in an activity.
struct Partner
{
    Json id;
    std::string name;
    std::string email;
    Json phone;
};

Partner partnerOf(const Store &store, std::uint32_t lead, Random &random)
{
    Partner partner{nullptr, store.leadName(lead), "info@" + store.generator().leadDomain(lead), nullptr};
    const auto contacts = store.children(Kind::Contact, lead);
    if (contacts.empty())
        return partner;
    const std::uint32_t contact = contacts[random.below(static_cast<std::uint32_t>(contacts.size()))];
    const Json doc = store.doc(Kind::Contact, contact);
    partner.id = store.id(Kind::Contact, contact);
    partner.name = text(doc, "name");
    if (!member(doc, "emails").empty())
        partner.email = text(doc["emails"][0], "email");
    if (!member(doc, "phones").empty())
        partner.phone = doc["phones"][0];
    return partner;
}

std::string userEmail(std::uint16_t user)
{
    static constexpr std::array emails = {"",
                                          "ana.reyes@halden.example",
                                          "ida.berg@halden.example",
                                          "tomas.marques@halden.example",
                                          "wen.wei@halden.example",
                                          "noor.haddad@halden.example"};
    return emails[user];
}

void makeNote(Json &doc, const ActivityStub &stub, Random &random)
{
    std::string html;
    std::string plain;
    if (random.chance(30)) {
        html = pick(HtmlNotes, random);
        if (const auto at = html.find("{user}"); at != std::string::npos)
            html.replace(at, 6, userId(Ida));
        bool tag = false;
        for (const char c : html) {
            tag = c == '<' ? true : tag;
            if (!tag)
                plain += c;
            else if (c == '>' && !plain.empty() && plain.back() != ' ')
                plain += ' ';
            tag = c == '>' ? false : tag;
        }
    } else {
        plain = pick(Notes, random);
        html = "<body><p>" + escaped(plain, "<br />") + "</p></body>";
    }
    const bool pinned = random.chance(9);
    doc["title"] = random.chance(25) ? Json("Talk") : Json();
    doc["note"] = plain;
    doc["note_html"] = html;
    doc["pinned"] = pinned;
    doc["pinned_at"] = pinned ? Json(formatMoment(stub.at + 60'000)) : Json();
    doc["attachments"] = Json::array();
    doc["note_mentions"] = Json::array();
    doc["source"] = "web";
}

void makeCall(Json &doc, const Partner &partner, Random &random)
{
    const bool answered = random.chance(62);
    const bool inbound = random.chance(25);
    const std::string note(pick(CallNotes, random));
    doc["status"] = answered ? "completed" : random.chance(70) ? "no-answer" : "busy";
    doc["direction"] = inbound ? "inbound" : "outbound";
    doc["duration"] = answered ? 20 + static_cast<int>(random.below(1500)) : 0;
    doc["disposition"] = answered ? "answered" : random.chance(30) ? "vm-left" : "no-answer";
    doc["call_method"] = "regular";
    doc["source"] = "Close.io"; // still the literal in the OpenAPI document
    doc["phone"] = member(partner.phone, "phone");
    doc["remote_phone"] = member(partner.phone, "phone");
    doc["remote_phone_formatted"] = member(partner.phone, "phone_formatted");
    doc["remote_country_iso"] = text(partner.phone, "country");
    doc["local_phone"] = "+4315550101";
    doc["local_phone_formatted"] = "+43 1 5550101";
    doc["local_country_iso"] = random.chance(20) ? "" : "AT";
    doc["recording_url"] = nullptr;
    doc["voicemail_url"] = nullptr;
    doc["voicemail_duration"] = 0;
    doc["has_recording"] = false;
    doc["outcome_id"] = nullptr;
    doc["note"] = note;
    doc["note_html"] = "<body><p>" + note + "</p></body>";
    doc["cost"] = answered ? Json(std::to_string(random.below(40))) : Json();
}

void makeEmail(Json &doc, const ActivityStub &stub, const Partner &partner, std::uint16_t user,
               Random &random)
{
    const bool incoming = random.chance(45);
    const std::string ours = userEmail(user);
    const std::string subject(pick(Subjects, random));
    std::string body = "Hello,\n\n" + std::string(pick(Bodies, random)) + "\n\nBest regards\n" +
                       (incoming ? partner.name : "Halden & Reyes Instruments");
    std::string html = "<div>" + escaped(body, "<br>") + "</div>";
    if (random.chance(35)) {
        body += "\n\nOn Monday somebody wrote:\n> " + std::string(pick(Bodies, random)) + "\n> \n> " +
                std::string(pick(Bodies, random));
        html += "<blockquote>" + std::string(pick(Bodies, random)) +
                "</blockquote><img src=\"https://track.example/open.gif\" width=\"1\" height=\"1\">";
    }
    doc["status"] = incoming ? "inbox" : "sent";
    doc["direction"] = incoming ? "incoming" : "outgoing";
    doc["subject"] = subject;
    doc["sender"] = incoming ? "\"" + partner.name + "\" <" + partner.email + ">" : ours;
    doc["to"] = Json::array({incoming ? ours : partner.email});
    doc["cc"] = Json::array();
    doc["bcc"] = Json::array();
    doc["body_text"] = body;
    doc["body_html"] = html;
    doc["body_preview"] = body.substr(7, 60);
    doc["envelope"] = {{"from", Json::array({{{"email", incoming ? partner.email : ours},
                                              {"name", incoming ? partner.name : ""}}})},
                       {"to", Json::array({{{"email", incoming ? ours : partner.email}, {"name", ""}}})},
                       {"cc", Json::array()},
                       {"bcc", Json::array()},
                       {"reply_to", Json::array()},
                       {"subject", subject},
                       {"is_autoreply", false}};
    doc["attachments"] = Json::array();
    doc["opens"] = Json::array();
    doc["opens_summary"] = nullptr;
    doc["date_sent"] = formatMoment(stub.at);
    doc["date_scheduled"] = nullptr;
    doc["thread_id"] = makeId("acti", (1ULL << 44) + stub.number);
    doc["template_id"] = nullptr;
    doc["has_reply"] = !incoming && random.chance(40);
}

void makeOpportunityStatusChange(Json &doc, const Store &store, const ActivityStub &stub)
{
    const Generator &generator = store.generator();
    const auto slot = static_cast<std::uint32_t>(stub.number % 256) - 50;
    const std::uint32_t origin = static_cast<std::uint32_t>(stub.number / 256);
    const std::uint32_t row = store.generatedRange(Kind::Opportunity, origin).first + slot / 16;
    const OpportunityRow o =
        generator.opportunity(origin, static_cast<int>(slot / 16), generator.lead(origin));
    const auto history = stageHistory(row, o);
    const std::size_t step = slot % 16 + 1;
    doc["user_id"] = userId(o.user);
    doc["opportunity_id"] = store.id(Kind::Opportunity, row);
    doc["opportunity_value"] = o.value == NoValue ? Json() : Json(o.value);
    doc["opportunity_value_formatted"] = o.value == NoValue ? "" : formatValue(o.value, periodName(o.period));
    doc["opportunity_value_currency"] = "EUR";
    doc["opportunity_value_period"] = periodName(o.period);
    doc["opportunity_confidence"] = o.confidence;
    doc["opportunity_date_won"] = o.dateWon == NoDay ? Json() : Json(formatMoment(o.dateWon * MsPerDay));
    // Labels as they were made: what is renamed later does not rewrite history.
    static const Reference reference = makeReference(0);
    for (const auto &[which, status] :
         {std::pair("old", history[step - 1].status), std::pair("new", history[step].status)}) {
        const StatusPlace place = findOpportunityStatus(reference, status);
        const std::string start = std::string(which) + "_";
        doc[start + "status_id"] = statusId(status);
        doc[start + "status_label"] = (*place.status)["label"];
        doc[start + "status_type"] = (*place.status)["type"];
        doc[start + "pipeline_id"] = (*place.pipeline)["id"];
        doc[start + "pipeline_name"] = (*place.pipeline)["name"];
    }
}

void makeLeadStatusChange(Json &doc, const Store &store, const ActivityStub &stub)
{
    static const Reference reference = makeReference(0);
    const std::uint16_t last = store.generator().lead(static_cast<std::uint32_t>(stub.number / 256)).status;
    const auto step = static_cast<std::uint16_t>(stub.number % 256 - 41);
    const std::uint16_t from = static_cast<std::uint16_t>(Status::Potential + step);
    const std::uint16_t to = last == Status::BadFit ? last : static_cast<std::uint16_t>(from + 1);
    for (const auto &[which, status] : {std::pair("old", from), std::pair("new", to)}) {
        doc[std::string(which) + "_status_id"] = statusId(status);
        doc[std::string(which) + "_status_label"] = (*findLeadStatus(reference, status))["label"];
    }
}

void makeTaskCompleted(Json &doc, const Store &store, const ActivityStub &stub)
{
    const auto origin = static_cast<std::uint32_t>(stub.number / 256);
    const std::uint32_t row =
        store.generatedRange(Kind::Task, origin).first + static_cast<std::uint32_t>(stub.number % 256 - 200);
    const TaskRow &task = store.tasks[row];
    doc["task_id"] = store.id(Kind::Task, row);
    doc["task_text"] = member(store.doc(Kind::Task, row), "text");
    doc["task_assigned_to"] = userId(task.assignedTo);
    doc["task_assigned_to_name"] = nullptr;
}

} // namespace

Json makeActivityDoc(const Store &store, const ActivityStub &stub)
{
    const std::string_view type = stub.type;
    Random random(33, stub.number);
    const auto user = static_cast<std::uint16_t>(random.between(Ana, Noor));
    Json doc = {{"_type", stub.type}, {"user_id", userId(user)}};
    if (type == "Note") {
        makeNote(doc, stub, random);
    } else if (type == "Created") {
        const std::uint16_t by = store.leads[stub.lead].createdBy;
        doc["user_id"] = by ? Json(userId(by)) : Json();
        doc["source"] = by ? "ui" : "import";
        doc["import_id"] = nullptr;
    } else if (type == "OpportunityStatusChange") {
        makeOpportunityStatusChange(doc, store, stub);
    } else if (type == "LeadStatusChange") {
        makeLeadStatusChange(doc, store, stub);
    } else if (type == "TaskCompleted") {
        makeTaskCompleted(doc, store, stub);
    } else {
        const Partner partner = partnerOf(store, stub.lead, random);
        doc["contact_id"] = partner.id;
        if (type == "Call") {
            makeCall(doc, partner, random);
        } else if (type == "Email") {
            makeEmail(doc, stub, partner, user, random);
        } else if (type == "Meeting") {
            doc.update({{"title", "Demo"},
                        {"status", "completed"},
                        {"location", "Video call"},
                        {"note", ""},
                        {"starts_at", formatMoment(stub.at)},
                        {"ends_at", formatMoment(stub.at + 2'700'000)},
                        {"duration", 2700}});
        } else if (type == "SMS") {
            doc.update({{"status", "sent"},
                        {"direction", "outbound"},
                        {"text", "On my way, 10 minutes late."},
                        {"remote_phone", member(partner.phone, "phone")},
                        {"local_phone", "+4315550101"},
                        {"date_sent", formatMoment(stub.at)}});
        }
    }
    return doc;
}

} // namespace Leadline::Demo
