// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "options.h"

#include <charconv>
#include <string_view>

namespace Leadline::Demo {

namespace {

template <typename Number>
bool readNumber(std::string_view value, Number low, Number high, Number &out)
{
    Number number{};
    const auto result = std::from_chars(value.data(), value.data() + value.size(), number);
    if (result.ec != std::errc() || result.ptr != value.data() + value.size() || number < low ||
        number > high)
        return false;
    out = number;
    return true;
}

bool readOption(std::string_view name, std::string_view value, Options &o)
{
    if (name == "--leads")
        return readNumber<std::uint32_t>(value, 0, 5'000'000, o.leads);
    if (name == "--port")
        return readNumber(value, 0, 65535, o.port);
    if (name == "--latency")
        return readNumber(value, 0, 600'000, o.latencyMs);
    if (name == "--cursor-seconds")
        return readNumber(value, 0, 3600, o.cursorSeconds);
    if (name == "--rate-limit")
        return readNumber(value, 0.0, 1e6, o.rateLimit);
    if (name == "--key" || name == "--restricted-key" || name == "--forbidden-key") {
        (name == "--key" ? o.key : name == "--restricted-key" ? o.restrictedKey : o.forbiddenKey) = value;
        return !value.empty();
    }
    if (name == "--organization") {
        o.organization = value;
        return !value.empty();
    }
    if (name == "--today") {
        const auto day = parseDay(value);
        o.today = day.value_or(o.today);
        return day.has_value();
    }
    if (name == "--now") {
        o.now = parseMoment(value);
        if (o.now)
            o.today = dayOfMoment(*o.now);
        return o.now.has_value();
    }
    if (name == "--ratelimit-style") {
        o.rateLimitStyle = value;
        return value == "comma" || value == "semicolon" || value == "legacy" || value == "none";
    }
    return false;
}

} // namespace

Options parseOptions(int argc, char **argv)
{
    Options o;
    for (int i = 1; i < argc && o.error.empty(); ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--help" || argument == "-h") {
            o.help = true;
        } else if (argument == "--detach") {
            o.detach = true;
        } else {
            const auto equals = argument.find('=');
            const bool joined = equals != std::string_view::npos;
            const std::string_view name = argument.substr(0, equals);
            if (!joined && i + 1 >= argc)
                o.error = "unknown option or missing value: " + std::string(argument);
            else if (!readOption(name, joined ? argument.substr(equals + 1) : std::string_view(argv[++i]), o))
                o.error = "unknown option or bad value: " + std::string(argument);
        }
    }
    return o;
}

std::string usage()
{
    return "Usage: leadline-demo [options]\n"
           "Serves a made-up organization over Close's API on 127.0.0.1, until its input ends.\n\n"
           "  --leads N             number of leads (400)\n"
           "  --port P              TCP port, 0 = any free one (0)\n"
           "  --key KEY             API key of the administrator (api_demo)\n"
           "  --restricted-key KEY  API key of a user with few permissions (api_demo_restricted)\n"
           "  --forbidden-key KEY   API key that is always refused with 403 (api_demo_forbidden)\n"
           "  --organization NAME   name of the organization; its id goes with it (Halden & Reyes "
           "Instruments)\n"
           "  --rate-limit RPS      requests a second per endpoint group and key, 0 = no limit (0)\n"
           "  --ratelimit-style S   header style: comma, semicolon, legacy or none (none)\n"
           "  --latency MS          wait before every answer (0)\n"
           "  --cursor-seconds S    life of a search cursor (30)\n"
           "  --today YYYY-MM-DD    the day the data hangs on (2026-11-20)\n"
           "  --now MOMENT          the moment in UTC it hangs on, in place of a day: 2026-11-20T15:00:00\n"
           "  --detach              keep running when standard input ends\n";
}

} // namespace Leadline::Demo
