// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "textquery.h"

#include <algorithm>
#include <charconv>

namespace Leadline::Demo {

namespace {

[[noreturn]] void bad(const std::string &what)
{
    throwFieldError("query", "The query could not be understood: " + what);
}

struct Token
{
    enum class Type { Word, Quoted, Open, Close, Operator, End };
    Type type = Type::End;
    std::string text;
    bool spaceBefore = false;
};

bool isOperatorChar(char c)
{
    return c == ':' || c == '<' || c == '>' || c == '=';
}

/// The Unicode quotation marks some keyboards put in place of '"' are taken for it.
std::size_t quoteLength(const std::string &query, std::size_t at)
{
    if (query[at] == '"')
        return 1;
    return query.compare(at, 3, "\u201c") == 0 || query.compare(at, 3, "\u201d") == 0 ? 3 : 0;
}

Token quotedToken(const std::string &query, std::size_t &at)
{
    Token token{Token::Type::Quoted, {}, false};
    at += quoteLength(query, at);
    while (at < query.size()) {
        if (query[at] == '\\' && at + 1 < query.size()) {
            token.text += query[at + 1];
            at += 2;
        } else if (const std::size_t length = quoteLength(query, at)) {
            at += length;
            return token;
        } else {
            token.text += query[at++];
        }
    }
    bad("a quotation mark is missing.");
}

std::vector<Token> tokens(const std::string &query)
{
    std::vector<Token> list;
    bool space = false;
    for (std::size_t at = 0; at < query.size();) {
        const char c = query[at];
        Token token;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            space = true;
            ++at;
            continue;
        }
        if (c == '(' || c == ')') {
            token = {c == '(' ? Token::Type::Open : Token::Type::Close, std::string(1, c), false};
            ++at;
        } else if (quoteLength(query, at)) {
            token = quotedToken(query, at);
        } else if (isOperatorChar(c)) {
            token = {Token::Type::Operator, std::string(1, c), false};
            ++at;
            if ((c == '<' || c == '>') && at < query.size() && query[at] == '=') {
                token.text += '=';
                ++at;
            }
        } else {
            token.type = Token::Type::Word;
            while (at < query.size() && query[at] != ' ' && query[at] != '\t' && query[at] != '\n' &&
                   query[at] != '(' && query[at] != ')' && !isOperatorChar(query[at]) &&
                   !quoteLength(query, at))
                token.text += query[at++];
            // a time or address may hold colons: 2026-01-05T10:30, https://x.example
            while (at + 1 < query.size() && query[at] == ':' && !list.empty() &&
                   list.back().type == Token::Type::Operator) {
                token.text += query[at++];
                while (at < query.size() && query[at] != ' ' && query[at] != '(' && query[at] != ')' &&
                       !isOperatorChar(query[at]))
                    token.text += query[at++];
            }
        }
        token.spaceBefore = space;
        space = false;
        list.push_back(std::move(token));
    }
    list.push_back({});
    return list;
}

std::string lowered(const std::string &word)
{
    std::string out = word;
    for (char &c : out)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return out;
}

class Parser
{
public:
    explicit Parser(const std::string &query)
        : m_tokens(tokens(query))
    {
    }

    ParsedText parse()
    {
        m_result.root = parseOr();
        if (current().type != Token::Type::End)
            bad("unexpected \"" + current().text + "\".");
        return std::move(m_result);
    }

private:
    const Token &current() const { return m_tokens[m_at]; }
    const Token &next() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }
    bool isKeyword(const char *word) const
    {
        return current().type == Token::Type::Word && lowered(current().text) == word &&
               next().type != Token::Type::Operator;
    }

    TextNode parseOr()
    {
        TextNode node{TextNode::Type::Or, {}, {}, {}, false, {parseAnd()}};
        while (isKeyword("or")) {
            ++m_at;
            node.parts.push_back(parseAnd());
        }
        return node.parts.size() == 1 ? std::move(node.parts.front()) : node;
    }

    TextNode parseAnd()
    {
        TextNode node{TextNode::Type::And, {}, {}, {}, false, {}};
        while (current().type != Token::Type::End && current().type != Token::Type::Close &&
               !isKeyword("or")) {
            if (isKeyword("and"))
                ++m_at;
            else
                node.parts.push_back(parseUnary());
        }
        if (node.parts.empty())
            return {};
        return node.parts.size() == 1 ? std::move(node.parts.front()) : node;
    }

    TextNode parseUnary()
    {
        if (isKeyword("not")) {
            ++m_at;
            return {TextNode::Type::Not, {}, {}, {}, false, {parseUnary()}};
        }
        return parsePrimary();
    }

    TextNode parsePrimary()
    {
        if (current().type == Token::Type::Open) {
            ++m_at;
            TextNode node = parseOr();
            closeGroup();
            return node;
        }
        if (current().type != Token::Type::Word && current().type != Token::Type::Quoted)
            bad("unexpected \"" + current().text + "\".");
        const Token word = current();
        ++m_at;
        if (current().type == Token::Type::Operator)
            return parseCondition(word);
        if (current().type == Token::Type::Open && !current().spaceBefore && word.type == Token::Type::Word) {
            ++m_at;
            TextNode node{TextNode::Type::Nested, lowered(word.text), {}, {}, false, {parseOr()}};
            closeGroup();
            return node;
        }
        if (word.text == "*" && word.type == Token::Type::Word)
            return {};
        return {TextNode::Type::Word, {}, {}, word.text, word.type == Token::Type::Quoted, {}};
    }

    void closeGroup()
    {
        if (current().type != Token::Type::Close)
            bad("a closing parenthesis is missing.");
        ++m_at;
    }

    TextNode parseCondition(const Token &field)
    {
        const std::string op = current().text;
        ++m_at;
        if (current().type != Token::Type::Word && current().type != Token::Type::Quoted)
            bad("\"" + field.text + op + "\" needs a value.");
        const Token value = current();
        ++m_at;
        const std::string name = lowered(field.text);
        if (name == "sort" && op == ":") {
            m_result.sorts.push_back(value.text);
            return {};
        }
        if (name == "slice" && op == ":") {
            takeSlice(value.text);
            return {};
        }
        return {TextNode::Type::Condition, field.text, op, value.text, value.type == Token::Type::Quoted, {}};
    }

    void takeSlice(const std::string &value)
    {
        const auto slash = value.find('/');
        const char *end = value.data() + value.size();
        if (slash == std::string::npos ||
            std::from_chars(value.data(), value.data() + slash, m_result.slice).ptr != value.data() + slash ||
            std::from_chars(value.data() + slash + 1, end, m_result.slices).ptr != end ||
            m_result.slices < 1 || m_result.slice < 1 || m_result.slice > m_result.slices)
            bad("a slice is written slice:2/5.");
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    ParsedText m_result;
};

} // namespace

ParsedText parseTextQuery(const std::string &query)
{
    return Parser(query).parse();
}

} // namespace Leadline::Demo
