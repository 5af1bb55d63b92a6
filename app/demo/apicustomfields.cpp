// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include <algorithm>
#include <array>

namespace Leadline::Demo {

namespace {

constexpr std::array<std::string_view, 6> ObjectTypes = {
    "lead", "contact", "opportunity", "activity", "custom_object_type", "shared"};
constexpr std::array<std::string_view, 10> FieldTypes = {"text",    "textarea",     "hidden",  "number",
                                                         "date",    "datetime",     "choices", "user",
                                                         "contact", "custom_object"};

std::string modelName(const std::string &objectType)
{
    return objectType == "lead"          ? "LeadCustomField"
           : objectType == "contact"     ? "ContactCustomField"
           : objectType == "opportunity" ? "OpportunityCustomField"
                                         : "SharedCustomField";
}

Json shown(Json field)
{
    field.erase("object_type");
    return field;
}

bool belongsTo(const Json &field, const std::string &objectType)
{
    if (text(field, "object_type") == objectType)
        return true;
    for (const Json &association : member(field, "associations")) {
        if (text(association, "object_type") == objectType)
            return true;
    }
    return false;
}

Reply createField(Workspace &w, const Request &request, const std::string &objectType)
{
    requirePermission(w, request, "manage_customizations");
    FieldErrors errors;
    for (const char *key : {"name", "type"}) {
        if (text(request.body, key).empty())
            errors.add(key, "This field is required.");
    }
    errors.throwIfAny();
    const std::string type = text(request.body, "type");
    if (std::find(FieldTypes.begin(), FieldTypes.end(), type) == FieldTypes.end())
        throwFieldError("type", "Not a valid choice.");
    const std::string now = formatMoment(w.store.tick());
    Json field = {{"id", makeId("cf", w.reference.nextNumber++)},
                  {"name", text(request.body, "name")},
                  {"type", type},
                  {"choices", member(request.body, "choices")},
                  {"accepts_multiple_values", member(request.body, "accepts_multiple_values") == true},
                  {"description", member(request.body, "description")},
                  {"editable_with_roles", Json::array()},
                  {"is_shared", objectType == "shared"},
                  {"referenced_custom_type_id", nullptr},
                  {"back_reference_is_visible", nullptr},
                  {"organization_id", w.reference.organizationId},
                  {"created_by", userId(request.user)},
                  {"updated_by", userId(request.user)},
                  {"date_created", now},
                  {"date_updated", now},
                  {"object_type", objectType}};
    if (objectType == "shared")
        field["associations"] = Json::array();
    w.reference.customFields.push_back(field);
    w.recordEvent(request, "custom_fields." + objectType, "", nullptr, shown(field));
    return {objectType == "lead" ? 200 : 201, shown(field)};
}

Reply answerAssociation(Workspace &w, const Request &request, Json &field)
{
    requirePermission(w, request, "manage_customizations");
    Json &associations = field["associations"];
    if (request.method == "POST") {
        Json association = {{"object_type", text(request.body, "object_type")},
                            {"editable_with_roles", request.body.value("editable_with_roles", Json::array())},
                            {"required", member(request.body, "required") == true}};
        associations.push_back(association);
        return {201, association};
    }
    if (request.method != "DELETE")
        throwNoMethod();
    for (auto it = associations.begin(); it != associations.end(); ++it) {
        if (text(*it, "object_type") == request.segment(4)) {
            associations.erase(it);
            return {204, nullptr, false, false};
        }
    }
    throwNotFound("SharedCustomFieldAssociation");
}

} // namespace

Reply answerCustomFields(Workspace &w, const Request &request)
{
    const std::string objectType = request.segment(1);
    if (std::find(ObjectTypes.begin(), ObjectTypes.end(), objectType) == ObjectTypes.end())
        throwError(404, "Not Found");
    auto &fields = w.reference.customFields;
    if (request.segments.size() == 2) {
        if (request.method == "POST")
            return createField(w, request, objectType);
        if (request.method != "GET")
            throwNoMethod();
        std::vector<Json> list; // shared fields are not among those of a type (developer.close.com)
        for (const Json &field : fields) {
            if (text(field, "object_type") == objectType)
                list.push_back(shown(field));
        }
        return listReply(request, list, 1000);
    }
    Json *field = findById(fields, request.segment(2));
    if (!field || text(*field, "object_type") != objectType)
        throwNotFound(modelName(objectType));
    if (request.segment(3) == "association")
        return answerAssociation(w, request, *field);
    if (request.method == "PUT") {
        requirePermission(w, request, "manage_customizations");
        const Json before = shown(*field);
        for (const char *key :
             {"name", "description", "choices", "accepts_multiple_values", "editable_with_roles"}) {
            if (request.body.contains(key))
                (*field)[key] = request.body[key];
        }
        (*field)["date_updated"] = formatMoment(w.store.tick());
        w.store.touch();
        w.recordEvent(request, "custom_fields." + objectType, "", before, shown(*field));
    } else if (request.method == "DELETE") {
        requirePermission(w, request, "manage_customizations");
        const Json before = shown(*field);
        fields.erase(fields.begin() + (field - fields.data()));
        w.store.touch();
        w.recordEvent(request, "custom_fields." + objectType, "", before, nullptr);
        return {200, Json::object()};
    } else if (request.method != "GET") {
        throwNoMethod();
    }
    return {200, shown(*field)};
}

Reply answerCustomFieldSchema(Workspace &w, const Request &request)
{
    if (request.method != "GET")
        throwNoMethod();
    const std::string objectType = request.segment(1);
    static const std::map<std::string, std::string> names = {
        {"lead", "Lead"}, {"contact", "Contact"}, {"opportunity", "Opportunity"}};
    const auto name = names.find(objectType);
    if (name == names.end())
        throwError(404, "Not Found");
    Json list = Json::array(); // own and shared fields, in display order
    for (const Json &field : w.reference.customFields) {
        if (belongsTo(field, objectType))
            list.push_back(shown(field));
    }
    return {200,
            {{"name", name->second},
             {"object_type", objectType},
             {"organization_id", w.reference.organizationId},
             {"fields", list}}};
}

} // namespace Leadline::Demo
