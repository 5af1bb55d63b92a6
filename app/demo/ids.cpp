// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "ids.h"

#include <array>

namespace Leadline::Demo {

namespace {

constexpr std::string_view Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::uint64_t M1 = 0xBF58476D1CE4E5B9ULL;
constexpr std::uint64_t M2 = 0x94D049BB133111EBULL;

/// The inverse of an odd number modulo 2^64 (Newton's iteration).
constexpr std::uint64_t inverse(std::uint64_t a)
{
    std::uint64_t x = a;
    for (int i = 0; i < 6; ++i)
        x *= 2 - a * x;
    return x;
}

std::uint64_t keyOf(std::string_view prefix)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : prefix)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

std::uint64_t scramble(std::uint64_t x)
{
    x ^= x >> 32;
    x *= M1;
    x ^= x >> 32;
    x *= M2;
    return x ^ (x >> 32);
}

std::uint64_t unscramble(std::uint64_t x)
{
    x ^= x >> 32;
    x *= inverse(M2);
    x ^= x >> 32;
    x *= inverse(M1);
    return x ^ (x >> 32);
}

std::size_t lengthFor(std::string_view prefix)
{
    static constexpr std::array<std::string_view, 9> shortOnes = {
        "pipe", "ev", "req", "seq", "seqstep", "sub", "whsub", "actitype", "role"};
    for (const auto one : shortOnes) {
        if (one == prefix)
            return 22;
    }
    return 43;
}

} // namespace

std::uint64_t Random::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    return scramble(m_state);
}

std::string makeId(std::string_view prefix, std::uint64_t number)
{
    const std::size_t length = lengthFor(prefix);
    std::string id;
    id.reserve(prefix.size() + 1 + length);
    id.append(prefix).push_back('_');
    std::uint64_t word = scramble(number + keyOf(prefix));
    Random rest(word);
    for (std::size_t i = 0; i < length; ++i) {
        if (i && i % 11 == 0)
            word = rest.next();
        id += Alphabet[word % 62];
        word /= 62;
    }
    return id;
}

std::optional<std::uint64_t> numberOf(std::string_view prefix, std::string_view id)
{
    const std::size_t start = prefix.size() + 1;
    if (id.size() != start + lengthFor(prefix) || id.substr(0, prefix.size()) != prefix)
        return std::nullopt;
    std::uint64_t word = 0;
    for (std::size_t i = 11; i-- > 0;) {
        const auto digit = Alphabet.find(id[start + i]);
        if (digit == std::string_view::npos)
            return std::nullopt;
        word = word * 62 + digit;
    }
    const std::uint64_t number = unscramble(word) - keyOf(prefix);
    if (makeId(prefix, number) != id)
        return std::nullopt;
    return number;
}

} // namespace Leadline::Demo
