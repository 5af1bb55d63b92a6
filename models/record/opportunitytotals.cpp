// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "opportunitytotals.h"

#include "jsonvalue.h"
#include "qjson.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

qint64 numberAt(const Json::Element &object, std::string_view key)
{
    return Json::memberInteger(object, key).value_or(0);
}

OpportunityTotals readTotals(const Json::Element &object)
{
    OpportunityTotals totals;
    totals.count = numberAt(object, "total_results");
    Json::Element counts;
    if (object["count_by_value_period"].get(counts) == simdjson::SUCCESS) {
        totals.countByPeriod = {numberAt(counts, "one_time"), numberAt(counts, "monthly"),
                                numberAt(counts, "annual")};
    }
    totals.value = {numberAt(object, "total_value_one_time"), numberAt(object, "total_value_monthly"),
                    numberAt(object, "total_value_annual")};
    totals.expected = {numberAt(object, "expected_value_one_time"),
                       numberAt(object, "expected_value_monthly"), numberAt(object, "expected_value_annual")};
    totals.annualizedValue = numberAt(object, "total_value_annualized");
    totals.annualizedExpected = numberAt(object, "expected_value_annualized");
    return totals;
}

OpportunityGroup readGroup(const Json::Element &object)
{
    OpportunityGroup group;
    group.key = Json::memberText(object, "key");
    group.userId = Json::memberText(object, "user_id");
    group.userName = Json::memberText(object, "user_name");
    const auto weekYear = Json::memberInteger(object, "weekyear");
    group.year = int(weekYear ? *weekYear : numberAt(object, "year"));
    group.quarter = int(numberAt(object, "quarter"));
    group.month = int(numberAt(object, "month"));
    group.week = int(numberAt(object, "week"));
    group.totals = readTotals(object);
    Json::Element objects;
    if (object["objects"].get(objects) == simdjson::SUCCESS)
        Json::readRecords(group.opportunities, objects);
    group.opportunities.removeIf([](const Opportunity &opportunity) { return opportunity.id.isEmpty(); });
    return group;
}

} // namespace

Result<OpportunityTotals> decodeOpportunityTotals(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const Result<Json::Element> root = Json::parse(parser, body);
    if (!root)
        return tl::make_unexpected(root.error());
    if (!Json::memberInteger(*root, "total_value_annualized"))
        return malformedAnswer(u"The answer holds no totals."_s);
    return readTotals(*root);
}

qsizetype recordCount(const OpportunityPage &page)
{
    return std::accumulate(
        page.groups.begin(), page.groups.end(), page.records.size(),
        [](qsizetype sum, const OpportunityGroup &group) { return sum + group.opportunities.size(); });
}

Result<OpportunityPage> decodeOpportunityPage(const QByteArray &body)
{
    Result<Page<Opportunity>> plain = decodePage<Opportunity>(body);
    if (!plain)
        return tl::make_unexpected(plain.error());
    OpportunityPage page;
    static_cast<Page<Opportunity> &>(page) = std::move(*plain);
    simdjson::dom::parser parser;
    const Result<Json::Element> root = Json::parse(parser, body);
    page.totals = readTotals(*root);
    simdjson::dom::array data = (*root)["data"].get_array();
    for (const Json::Element item : data) {
        // A group has no id: what has none is no record either.
        if (Json::Element objects; item.is_object() && item["objects"].get(objects) == simdjson::SUCCESS)
            page.groups.append(readGroup(item));
    }
    return page;
}

void appendGroups(QList<OpportunityGroup> *groups, const QList<OpportunityGroup> &more)
{
    for (const OpportunityGroup &group : more) {
        const auto known = std::find_if(groups->begin(), groups->end(), [&](const OpportunityGroup &other) {
            return other.key == group.key;
        });
        if (known == groups->end())
            groups->append(group);
        else
            known->opportunities.append(group.opportunities);
    }
}

} // namespace Leadline
