// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "names.h"

#include <array>

namespace Leadline::Demo {

namespace {

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at == text.size() || text[at] == separator) {
            parts.emplace_back(text.substr(start, at - start));
            start = at + 1;
        }
    }
    return parts;
}

std::vector<Word> words(std::string_view text)
{
    std::vector<Word> result;
    for (const std::string &part : split(text, '|')) {
        const auto equals = part.find('=');
        if (equals == std::string::npos)
            result.push_back({part, slug(part)});
        else
            result.push_back({part.substr(0, equals), part.substr(equals + 1)});
    }
    return result;
}

std::vector<City> cities(std::string_view text)
{
    std::vector<City> result;
    for (const std::string &part : split(text, '|')) {
        const auto fields = split(part, ';');
        result.push_back({fields[0], fields.size() > 1 ? fields[1] : "", fields.size() > 2 ? fields[2] : ""});
    }
    return result;
}

Region region(const RegionText &text)
{
    Region r;
    r.country = text.country;
    r.timezone = text.timezone;
    r.weight = text.weight;
    r.dial = text.dial;
    r.phones = split(text.phones, '|');
    r.cities = cities(text.cities);
    r.streets = split(text.streets, '|');
    r.firstNames = words(text.firstNames);
    r.lastNames = words(text.lastNames);
    r.familyNameFirst = text.familyNameFirst;
    r.roots = words(text.roots);
    r.industries = words(text.industries);
    r.patterns = split(text.patterns, '|');
    return r;
}

/// UTF-8 letters of the Latin script and what they become in ASCII.
constexpr std::array<std::pair<std::string_view, std::string_view>, 70> Folds = {{
    {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"á", "a"},
    {"à", "a"},  {"â", "a"},  {"ã", "a"},  {"å", "a"},  {"ą", "a"},  {"ă", "a"},  {"Á", "a"},  {"À", "a"},
    {"Å", "a"},  {"æ", "ae"}, {"Æ", "ae"}, {"ç", "c"},  {"Ç", "c"},  {"ć", "c"},  {"č", "c"},  {"Č", "c"},
    {"ď", "d"},  {"é", "e"},  {"è", "e"},  {"ê", "e"},  {"ë", "e"},  {"ę", "e"},  {"ě", "e"},  {"É", "e"},
    {"È", "e"},  {"Ê", "e"},  {"ğ", "g"},  {"í", "i"},  {"ì", "i"},  {"î", "i"},  {"ï", "i"},  {"ı", "i"},
    {"İ", "i"},  {"Í", "i"},  {"ł", "l"},  {"Ł", "l"},  {"ñ", "n"},  {"ń", "n"},  {"ň", "n"},  {"ó", "o"},
    {"ò", "o"},  {"ô", "o"},  {"õ", "o"},  {"ø", "o"},  {"Ø", "o"},  {"Ó", "o"},  {"ř", "r"},  {"Ř", "r"},
    {"ś", "s"},  {"š", "s"},  {"ş", "s"},  {"Ś", "s"},  {"Š", "s"},  {"Ş", "s"},  {"ú", "u"},  {"ù", "u"},
    {"ů", "u"},  {"ý", "y"},  {"ż", "z"},  {"ź", "z"},  {"ž", "z"},  {"Ž", "z"},
}};

} // namespace

std::string slug(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
            ++at;
            continue;
        }
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c + 32);
            ++at;
            continue;
        }
        bool folded = false;
        for (const auto &[from, to] : Folds) {
            if (text.substr(at, from.size()) == from) {
                out += to;
                at += from.size();
                folded = true;
                break;
            }
        }
        if (folded)
            continue;
        if (!out.empty() && out.back() != '-' && c != '\'' && (c & 0x80) == 0)
            out += '-';
        ++at;
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

const std::vector<Region> &regions()
{
    static const std::vector<Region> all = [] {
        std::vector<Region> list;
        for (const auto &group : {westernRegions(), northernAndEasternRegions(), otherScriptRegions()}) {
            for (const RegionText &text : group)
                list.push_back(region(text));
        }
        return list;
    }();
    return all;
}

const std::vector<std::string> &industryNames()
{
    static const std::vector<std::string> names = {
        "Logistics", "Food & Drink", "Optics & Lab", "Machinery", "Energy",
        "Software",  "Health",       "Construction", "Education", "Textiles"};
    return names;
}

} // namespace Leadline::Demo
