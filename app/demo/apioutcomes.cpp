// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "api.h"

#include "ids.h"

#include <algorithm>

namespace Leadline::Demo {

namespace {

/// How calls and meetings end in this organization (developer.close.com/resources/outcomes).
std::vector<Json> outcomes(const Workspace &w)
{
    struct Known
    {
        const char *name;
        std::vector<std::string> appliesTo;
    };
    static const std::vector<Known> all = {{"Interested", {"calls", "meetings"}},
                                           {"Call back later", {"calls"}},
                                           {"Wants an offer", {"calls", "meetings"}},
                                           {"Not interested", {"calls", "meetings"}},
                                           {"Did not show up", {"meetings"}}};
    const std::string created = formatMoment(w.store.generator().now() - 400 * MsPerDay);
    std::vector<Json> list;
    for (const Known &known : all) {
        list.push_back({{"id", makeId("outcome", list.size() + 1)},
                        {"name", known.name},
                        {"description", nullptr},
                        {"type", "custom"},
                        {"applies_to", known.appliesTo},
                        {"organization_id", w.reference.organizationId},
                        {"created_by", userId(Ana)},
                        {"updated_by", userId(Ana)},
                        {"date_created", created},
                        {"date_updated", created}});
    }
    return list;
}

} // namespace

bool isCallOutcome(const Workspace &w, const std::string &id)
{
    const std::vector<Json> all = outcomes(w);
    const Json *outcome = findById(all, id);
    return outcome && std::find((*outcome)["applies_to"].begin(), (*outcome)["applies_to"].end(), "calls") !=
                          (*outcome)["applies_to"].end();
}

Reply answerOutcomes(Workspace &w, const Request &request)
{
    if (request.method != "GET")
        throwNoMethod();
    const std::vector<Json> all = outcomes(w);
    if (request.segments.size() == 1)
        return listReply(request, all);
    const Json *outcome = findById(all, request.segment(1));
    if (!outcome)
        throwNotFound("Outcome");
    return {200, *outcome};
}

} // namespace Leadline::Demo
