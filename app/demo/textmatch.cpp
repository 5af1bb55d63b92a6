// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "textmatch.h"

#include "names.h"
#include "request.h"

#include <vector>

namespace Leadline::Demo {

namespace {

/// One UTF-8 character at \a at; moves it on. Broken bytes count as one character each.
char32_t decode(std::string_view text, std::size_t &at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    const int extra = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    char32_t c = extra == 3 ? first & 0x07 : extra == 2 ? first & 0x0F : extra == 1 ? first & 0x1F : first;
    ++at;
    for (int i = 0; i < extra && at < text.size(); ++i, ++at)
        c = c << 6 | (byte(at) & 0x3F);
    return c;
}

bool isSeparator(char32_t c)
{
    if (c < 0x80)
        return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    return c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2000 && c <= 0x206F) || c == 0x3000 || c == 0x3001;
}

char32_t lower(char32_t c)
{
    if (c >= 0x410 && c <= 0x42F)
        return c + 0x20; // Cyrillic
    if (c >= 0x400 && c <= 0x40F)
        return c + 0x50;
    if (c >= 0x391 && c <= 0x3A9)
        return c + 0x20; // Greek
    return c;
}

void encode(char32_t c, std::string &out)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

/// A Latin letter in lower-case ASCII, where it has such a form.
const std::string &folded(char32_t c)
{
    static const std::vector<std::string> table = [] {
        std::vector<std::string> letters;
        for (char32_t letter = 0; letter < 0x250; ++letter) {
            std::string native;
            encode(letter, native);
            const std::string plain = slug(native);
            letters.push_back(plain.empty() ? native : plain);
        }
        return letters;
    }();
    return table[c];
}

bool writtenWithoutSpaces(std::string_view word)
{
    std::size_t at = 0;
    const char32_t c = decode(word, at);
    return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x0E00 && c <= 0x0E7F);
}

} // namespace

std::string normalised(std::string_view text)
{
    std::string out = " ";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decode(text, at);
        if (isSeparator(c)) {
            if (out.back() != ' ')
                out += ' ';
        } else if (c < 0x80) {
            out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        } else if (c >= 0x300 && c <= 0x36F) {
            continue; // combining accents
        } else if (c < 0x250) {
            out += folded(c);
        } else {
            encode(lower(c), out);
        }
    }
    if (out.back() != ' ')
        out += ' ';
    return out == " " ? std::string() : out;
}

bool matches(const std::string &haystack, std::string_view needle, MatchMode mode)
{
    const std::string wanted = normalised(needle);
    if (wanted.empty())
        return false;
    if (mode == MatchMode::Phrase)
        return haystack.find(wanted) != std::string::npos;
    for (const std::string &word : splitText(wanted, ' ')) {
        std::string probe = word;
        if (!writtenWithoutSpaces(word)) {
            probe.insert(0, 1, ' ');
            if (mode == MatchMode::FullWords)
                probe += ' ';
        }
        if (haystack.find(probe) == std::string::npos)
            return false;
    }
    return true;
}

} // namespace Leadline::Demo
