// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "faults.h"

namespace Leadline::Demo {

namespace {

int number(const Json &object, const char *key, int fallback)
{
    const Json &value = member(object, key);
    return value.is_number() ? value.get<int>() : fallback;
}

} // namespace

void Faults::add(const Json &d)
{
    if (!d.is_object())
        throwError(400, "A fault is a JSON object.");
    Fault fault;
    const Json &match = member(d, "match");
    fault.method = text(match, "method");
    fault.path = text(match, "path");
    fault.status = number(d, "status", 0);
    fault.times = number(d, "times", 1);
    if (d.contains("body"))
        fault.body = d["body"];
    fault.raw = text(d, "raw");
    fault.delayMs = number(d, "delay_ms", 0);
    if (member(d, "retry_after").is_number())
        fault.retryAfter = d["retry_after"].get<double>();
    fault.rateLimitStyle = text(d, "ratelimit_style");
    fault.location = text(d, "location");
    fault.applied = member(d, "applied") == true;
    fault.cutAfter = number(d, "cut_after", -1);
    if (fault.times == 0 || (fault.status != 0 && (fault.status < 200 || fault.status > 599)))
        throwError(400, "A fault needs a status from 200 to 599 (or none) and times other than 0.");
    m_faults.push_back(std::move(fault));
}

std::optional<Fault> Faults::take(const std::string &method, const std::string &path)
{
    for (auto it = m_faults.begin(); it != m_faults.end(); ++it) {
        if ((!it->method.empty() && it->method != method) || path.compare(0, it->path.size(), it->path) != 0)
            continue;
        Fault found = *it;
        if (it->times > 0 && --it->times == 0)
            m_faults.erase(it);
        return found;
    }
    return std::nullopt;
}

} // namespace Leadline::Demo
