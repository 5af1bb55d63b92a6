// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Leadline::Demo {

/// A word as it is written, and in plain ASCII for domains and e-mail addresses.
struct Word
{
    std::string native;
    std::string latin;
};

/// A city with one of its postcodes and, where the country uses it, the state.
struct City
{
    std::string name;
    std::string zip;
    std::string state;
};

/// What it takes to make up companies and people of one country. Industry words come in the order of
/// industryNames(); company patterns hold {L} family name, {M} another one, {R} coined root, {I} industry
/// word, {C} city; street patterns hold {n} a number.
struct Region
{
    std::string country;
    std::string timezone;
    int weight = 1;
    std::string dial;
    std::vector<std::string> phones;
    std::vector<City> cities;
    std::vector<std::string> streets;
    std::vector<Word> firstNames;
    std::vector<Word> lastNames;
    bool familyNameFirst = false;
    std::vector<Word> roots;
    std::vector<Word> industries;
    std::vector<std::string> patterns;
};

const std::vector<Region> &regions();
const std::vector<std::string> &industryNames();

/// \a text in lower-case ASCII: accents dropped, everything else but letters and digits turned into '-'.
std::string slug(std::string_view text);

/// The raw tables (one line of text per field), split by script so that no file grows long.
struct RegionText
{
    const char *country, *timezone;
    int weight;
    const char *dial, *phones, *cities, *streets, *firstNames, *lastNames, *roots, *industries, *patterns;
    bool familyNameFirst;
};
std::vector<RegionText> westernRegions();
std::vector<RegionText> northernAndEasternRegions();
std::vector<RegionText> otherScriptRegions();

} // namespace Leadline::Demo
