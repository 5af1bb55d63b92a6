// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "subject.h"

#include <algorithm>
#include <array>
#include <set>

namespace Leadline::Demo {

namespace {

constexpr std::array<std::pair<const char *, const char *>, 10> ActivityTypes = {
    {{"Note", "activity.note"},
     {"Call", "activity.call"},
     {"Email", "activity.email"},
     {"SMS", "activity.sms"},
     {"Meeting", "activity.meeting"},
     {"Created", "activity.created"},
     {"TaskCompleted", "activity.task_completed"},
     {"LeadStatusChange", "activity.lead_status_change"},
     {"OpportunityStatusChange", "activity.opportunity_status_change"},
     {"LeadMerge", "activity.lead_merge"}}};

std::size_t listSize(const Json &doc, const char *key)
{
    return member(doc, key).size();
}

void addText(const Json &doc, const char *key, std::string &out)
{
    const Json &value = member(doc, key);
    if (value.is_string()) {
        out += value.get_ref<const std::string &>();
        out += ' ';
    }
}

void addContactText(const Json &doc, std::string &out)
{
    addText(doc, "name", out);
    addText(doc, "title", out);
    for (const Json &email : member(doc, "emails"))
        addText(email, "email", out);
    for (const Json &phone : member(doc, "phones")) {
        addText(phone, "phone", out);
        addText(phone, "phone_formatted", out);
    }
}

constexpr int ActivityKey = 9;

} // namespace

std::string activityObjectType(const std::string &type)
{
    for (const auto &[name, objectType] : ActivityTypes) {
        if (type == name)
            return objectType;
    }
    return "activity.other";
}

std::string activityTypeOf(const std::string &objectType)
{
    for (const auto &[name, known] : ActivityTypes) {
        if (objectType == known)
            return name;
    }
    return {};
}

Subjects::Subjects(Workspace &workspace, const Request &request)
    : m_workspace(workspace)
    , m_clock{workspace.store.now(), request.tzOffset}
    , m_caller(request.user)
{
}

std::optional<Kind> Subjects::kindOf(const std::string &type)
{
    if (type == "lead")
        return Kind::Lead;
    if (type == "contact")
        return Kind::Contact;
    if (type == "opportunity")
        return Kind::Opportunity;
    if (type == "task" || type == "task.lead")
        return Kind::Task;
    return std::nullopt;
}

bool Subjects::isType(const std::string &type)
{
    static const std::set<std::string> parts = {"address", "contact_email", "contact_phone", "contact_url",
                                                "activity"};
    return kindOf(type) || parts.count(type) || !activityTypeOf(type).empty();
}

std::string Subjects::id(const Subject &s) const
{
    if (const auto kind = kindOf(s.type))
        return m_workspace.store.id(*kind, s.row);
    return s.activity ? makeId("acti", s.activity) : std::string();
}

Subjects::Key Subjects::keyOf(const Subject &s)
{
    const auto kind = kindOf(s.type);
    return kind ? Key(static_cast<int>(*kind), s.row) : Key(ActivityKey, s.activity);
}

Predicate Subjects::idTest(const std::set<std::string> &ids) const
{
    std::set<Key> keys;
    for (const std::string &id : ids) {
        for (const Kind kind : {Kind::Lead, Kind::Contact, Kind::Opportunity, Kind::Task}) {
            if (const auto row = m_workspace.store.find(kind, id))
                keys.emplace(static_cast<int>(kind), *row);
        }
        if (const auto number = numberOf("acti", id))
            keys.emplace(ActivityKey, *number);
    }
    return [keys](const Subject &s) { return keys.count(keyOf(s)) != 0; };
}

Json Subjects::shown(const Subject &s, const FieldChoice &fields) const
{
    Json out;
    if (s.type == "lead")
        out = m_workspace.leadJson(s.row, fields);
    else if (const auto kind = kindOf(s.type))
        out = m_workspace.objectJson(*kind, s.row, m_clock.offset);
    else if (const auto stub = m_workspace.activities.find(id(s)))
        out = m_workspace.activityJson(*stub);
    fields.trim(out);
    return out;
}

std::vector<Subject> Subjects::all(const std::string &type) const
{
    std::vector<Subject> list;
    if (const auto kind = kindOf(type)) {
        const auto count = static_cast<std::uint32_t>(m_workspace.store.count(*kind));
        list.reserve(count);
        for (std::uint32_t row = 0; row < count; ++row) {
            if (!m_workspace.store.row(*kind, row).deleted)
                list.push_back({type, row});
        }
        return list;
    }
    const std::string wanted = type == "activity" ? std::string() : activityTypeOf(type);
    for (const ActivityStub &stub : m_workspace.activities.all(wanted))
        list.push_back({activityObjectType(stub.type), stub.lead, stub.number, {}, stub.at});
    return list;
}

std::vector<Subject> Subjects::related(const Subject &s, const std::string &type) const
{
    std::vector<Subject> list;
    const auto kind = kindOf(type);
    const auto own = kindOf(s.type);
    if (own == Kind::Contact &&
        (type == "contact_email" || type == "contact_phone" || type == "contact_url")) {
        const char *key = type == "contact_email" ? "emails" : type == "contact_phone" ? "phones" : "urls";
        for (const Json &part : member(document(s), key))
            list.push_back({type, s.row, 0, part});
        return list;
    }
    const std::uint32_t lead = own ? m_workspace.store.row(*own, s.row).parent : s.row;
    if (kind == Kind::Lead) {
        list.push_back({type, lead});
    } else if (kind) {
        for (const std::uint32_t row : m_workspace.store.children(*kind, lead))
            list.push_back({type, row});
    } else if (type == "address") {
        const Json doc = m_workspace.store.doc(Kind::Lead, lead);
        for (const Json &part : member(doc, "addresses"))
            list.push_back({type, lead, 0, part});
    } else {
        const std::string wanted = activityTypeOf(type);
        for (const ActivityStub &stub : m_workspace.activities.ofLead(lead)) {
            if (wanted.empty() || wanted == stub.type)
                list.push_back({activityObjectType(stub.type), lead, stub.number, {}, stub.at});
        }
    }
    return list;
}

/// The document behind a subject, the last one kept: several conditions ask in turn.
const Json &Subjects::document(const Subject &s) const
{
    if (!s.part.is_null())
        return s.part;
    const Key key = keyOf(s);
    if (m_document.first != key) {
        m_document.first = key;
        if (const auto kind = kindOf(s.type))
            m_document.second = m_workspace.store.doc(*kind, s.row);
        else if (const auto stub = m_workspace.activities.find(id(s)))
            m_document.second = m_workspace.activityJson(*stub);
        else
            m_document.second = Json::object();
    }
    return m_document.second;
}

std::optional<Moment> Subjects::moment(const Subject &s, const std::string &field) const
{
    if (const auto kind = kindOf(s.type)) {
        const Row &row = m_workspace.store.row(*kind, s.row);
        if (field == "date_created")
            return row.created;
        if (field == "date_updated")
            return row.updated;
    } else if (s.at != 0 && m_workspace.activities.isMadeUp(s.activity) &&
               (field == "date_created" || field == "date_updated")) {
        return s.at;
    }
    const Json found = value(s, field);
    return found.is_string() ? parseMoment(found.get<std::string>(), m_clock.offset) : std::nullopt;
}

Json Subjects::leadValue(const Subject &s, const std::string &field) const
{
    const Store &store = m_workspace.store;
    const LeadRow &row = store.leads[s.row];
    if (field == "name" || field == "display_name") {
        std::string name = store.leadName(s.row);
        return name.empty() ? (field == "name" ? Json() : Json("Untitled")) : Json(std::move(name));
    }
    if (field == "status_id" || field == "status")
        return statusId(row.status);
    if (field == "status_label") {
        const Json *status = findLeadStatus(m_workspace.reference, row.status);
        return status ? (*status)["label"] : Json();
    }
    if (field == "addresses_count" || field == "num_addresses")
        return listSize(document(s), "addresses");
    if (field == "contacts_count" || field == "num_contacts")
        return store.children(Kind::Contact, s.row).size();
    if (field == "opportunities_count" || field == "num_opportunities")
        return store.children(Kind::Opportunity, s.row).size();
    if (field == "tasks_count" || field == "num_tasks")
        return store.children(Kind::Task, s.row).size();
    for (const auto &[name, key] :
         {std::pair("num_email_addresses", "emails"), std::pair("num_phone_numbers", "phones"),
          std::pair("all_urls_count", "urls")}) {
        if (field != name)
            continue;
        std::size_t count = field == "all_urls_count" && !text(document(s), "url").empty() ? 1 : 0;
        for (const std::uint32_t contact : store.children(Kind::Contact, s.row))
            count += listSize(store.doc(Kind::Contact, contact), key);
        return count;
    }
    if (field.compare(0, 4, "num_") == 0 || field == "last_lead_status_change_date" ||
        field == "last_activity_date") {
        std::size_t calls = 0;
        for (const ActivityStub &stub : m_workspace.activities.ofLead(s.row)) {
            const std::string_view type = stub.type;
            if ((field == "last_lead_status_change_date" && type == "LeadStatusChange") ||
                field == "last_activity_date")
                return formatMoment(stub.at);
            calls += (field == "num_emails" && type == "Email") || (field == "num_sms" && type == "SMS") ||
                     (field == "num_notes" && type == "Note") || (field == "num_calls" && type == "Call") ||
                     (field == "num_outgoing_calls" && type == "Call" &&
                      text(m_workspace.activities.doc(stub), "direction") == "outbound");
        }
        return field.compare(0, 4, "num_") == 0 ? Json(calls) : Json();
    }
    return member(document(s), field);
}

Json Subjects::opportunityValue(const Subject &s, const std::string &field) const
{
    const OpportunityRow &o = m_workspace.store.opportunities[s.row];
    if (field == "status_id")
        return statusId(o.status);
    if (field == "status_type")
        return m_workspace.opportunityStatusType(o);
    if (field == "value")
        return o.value == NoValue ? Json() : Json(o.value);
    if (field == "annualized_value")
        return o.value == NoValue ? Json() : Json(annualizedValue(o));
    if (field == "expected_value")
        return o.value == NoValue ? Json() : Json(expectedValue(o));
    if (field == "confidence")
        return o.confidence;
    if (field == "value_period")
        return periodName(o.period);
    if (field == "user_id")
        return m_workspace.userOrNull(o.user);
    if (field == "date_won")
        return o.dateWon == NoDay ? Json() : Json(formatDay(o.dateWon));
    if (field == "date_lost")
        return o.dateLost == 0 ? Json() : Json(formatMoment(o.dateLost));
    if (field == "is_stalled")
        return m_workspace.isStalled(o);
    if (field == "status_label" || field == "pipeline_id" || field == "pipeline_name") {
        const StatusPlace place = findOpportunityStatus(m_workspace.reference, o.status);
        if (!place.status)
            return {};
        return field == "status_label" ? (*place.status)["label"]
                                       : (*place.pipeline)[field == "pipeline_id" ? "id" : "name"];
    }
    return member(document(s), field);
}

Json Subjects::value(const Subject &s, const std::string &field) const
{
    const auto kind = kindOf(s.type);
    if (!kind)
        return field == "location" ? Json(text(s.part, "city") + ", " + text(s.part, "country"))
                                   : member(document(s), field);
    const Row &row = m_workspace.store.row(*kind, s.row);
    if (field == "date_created")
        return formatMoment(row.created);
    if (field == "date_updated")
        return formatMoment(row.updated);
    if (field == "created_by")
        return m_workspace.userOrNull(row.createdBy);
    if (field == "updated_by")
        return m_workspace.userOrNull(row.updatedBy);
    if (field == "id")
        return id(s);
    if (field == "lead_id")
        return m_workspace.store.id(Kind::Lead, row.parent);
    if (*kind == Kind::Lead)
        return leadValue(s, field);
    if (*kind == Kind::Opportunity)
        return opportunityValue(s, field);
    if (*kind == Kind::Contact) {
        for (const auto &[name, key] :
             {std::pair("emails_count", "emails"), std::pair("phones_count", "phones"),
              std::pair("urls_count", "urls")}) {
            if (field == name)
                return listSize(document(s), key);
        }
        return member(document(s), field == "display_name" ? "name" : field);
    }
    const TaskRow &task = m_workspace.store.tasks[s.row];
    if (field == "is_complete")
        return task.complete;
    if (field == "assigned_to")
        return m_workspace.userOrNull(task.assignedTo);
    if (field == "date" && !document(s).contains("date"))
        return task.date == NoDay ? Json() : Json(formatDay(task.date));
    return member(document(s), field);
}

bool Subjects::isField(const std::string &type, const std::string &field)
{
    static const std::map<std::string, std::set<std::string>> fields = {
        {"lead",
         {"id",
          "name",
          "display_name",
          "description",
          "url",
          "status_id",
          "status",
          "status_label",
          "created_by",
          "updated_by",
          "date_created",
          "date_updated",
          "addresses_count",
          "num_addresses",
          "contacts_count",
          "num_contacts",
          "opportunities_count",
          "num_opportunities",
          "tasks_count",
          "num_tasks",
          "num_email_addresses",
          "num_phone_numbers",
          "all_urls_count",
          "num_emails",
          "num_sms",
          "num_notes",
          "num_calls",
          "num_outgoing_calls",
          "last_lead_status_change_date",
          "last_activity_date"}},
        {"contact",
         {"id", "lead_id", "name", "display_name", "title", "created_by", "updated_by", "date_created",
          "date_updated", "emails_count", "phones_count", "urls_count", "timezone"}},
        {"opportunity", {"id",           "lead_id",          "contact_id",     "user_id",       "status_id",
                         "status_type",  "status_label",     "pipeline_id",    "pipeline_name", "value",
                         "value_period", "annualized_value", "expected_value", "confidence",    "note",
                         "date_won",     "date_lost",        "is_stalled",     "created_by",    "updated_by",
                         "date_created", "date_updated"}},
        {"task",
         {"id", "lead_id", "_type", "text", "date", "is_complete", "assigned_to", "priority", "created_by",
          "updated_by", "date_created", "date_updated"}},
        {"address", {"label", "address_1", "address_2", "city", "state", "zipcode", "country", "location"}},
        {"contact_email", {"email", "type", "is_unsubscribed"}},
        {"contact_phone", {"phone", "type", "country"}},
        {"contact_url", {"url", "type"}},
    };
    if (type.compare(0, 8, "activity") == 0)
        return true;
    const auto known = fields.find(type == "task.lead" ? "task" : type);
    return known != fields.end() && known->second.count(field);
}

const std::string &Subjects::searchText(const Subject &s) const
{
    const auto kind = kindOf(s.type);
    const Store &store = m_workspace.store;
    if (kind == Kind::Lead) {
        auto stamp = static_cast<std::uint64_t>(store.leads[s.row].updated);
        for (const std::uint32_t contact : store.children(Kind::Contact, s.row))
            stamp = stamp * 31 + static_cast<std::uint64_t>(store.contacts[contact].updated);
        return m_workspace.searchTexts.of(s.row, stamp, [&] {
            std::string plain;
            const Json doc = store.doc(Kind::Lead, s.row);
            for (const char *key : {"name", "description", "url"})
                addText(doc, key, plain);
            for (const std::uint32_t contact : store.children(Kind::Contact, s.row))
                addContactText(store.doc(Kind::Contact, contact), plain);
            return normalised(plain);
        });
    }
    std::string plain;
    if (kind == Kind::Contact) {
        addContactText(document(s), plain);
    } else {
        for (const char *key : {"note", "text", "subject", "body_text", "title"})
            addText(document(s), key, plain);
        if (kind == Kind::Opportunity)
            plain += store.leadName(store.opportunities[s.row].parent);
    }
    m_text = normalised(plain);
    return m_text;
}

} // namespace Leadline::Demo
