// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "environmentfile.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QStringDecoder>

#include <algorithm>

namespace Leadline {

namespace {

using Error = EnvironmentFileError;
using Value = tl::expected<QByteArray, Error>;

constexpr char apiKeyName[] = "CLOSE_API_KEY";
constexpr char apiPasswordName[] = "CLOSE_API_PASSWORD";

bool isUtf8Text(const QByteArray &text)
{
    if (text.contains('\0'))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    return !decoder.hasError() && decoded.size() >= 0;
}

bool startsReference(const QByteArray &text, qsizetype dollar)
{
    if (text.at(dollar) != '$' || dollar + 1 >= text.size())
        return false;
    const char next = text.at(dollar + 1);
    return next == '{' || next == '(' || next == '_' || (next >= 'A' && next <= 'Z') ||
           (next >= 'a' && next <= 'z');
}

/// The text from `start` up to the quote that closes it. In double quotes a backslash keeps the next
/// character as it is, as in a shell.
Value quotedValue(const QByteArray &text, int line)
{
    const char quote = text.at(0);
    QByteArray value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == quote) {
            const QByteArray rest = text.mid(i + 1).trimmed();
            if (!rest.isEmpty() && !rest.startsWith('#'))
                return tl::unexpected(Error{Error::Kind::TrailingText, line});
            return value;
        }
        if (quote == '"' && startsReference(text, i))
            return tl::unexpected(Error{Error::Kind::Reference, line});
        if (quote == '"' && c == '\\' && i + 1 < text.size())
            value += text.at(++i);
        else
            value += c;
    }
    return tl::unexpected(Error{Error::Kind::UnfinishedQuote, line});
}

Value plainValue(const QByteArray &text, int line)
{
    // A # begins a comment only after a space: a key may hold one.
    qsizetype end = text.size();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == '#' && (i == 0 || text.at(i - 1) == ' ' || text.at(i - 1) == '\t')) {
            end = i;
            break;
        }
        if (startsReference(text, i))
            return tl::unexpected(Error{Error::Kind::Reference, line});
    }
    return text.left(end).trimmed();
}

/// What is right of `NAME =` when the line sets this name.
std::optional<QByteArray> assignedText(QByteArray line, const char *name)
{
    line = line.trimmed();
    if (line.startsWith("export") && line.size() > 6 && (line.at(6) == ' ' || line.at(6) == '\t'))
        line = line.mid(7).trimmed();
    if (!line.startsWith(name))
        return {};
    const QByteArray rest = line.mid(static_cast<qsizetype>(qstrlen(name))).trimmed();
    if (!rest.startsWith('='))
        return {};
    return rest.mid(1).trimmed();
}

struct Assignment
{
    QByteArray value;
    int line = 0;
};

/// The last setting of a name, where there is one.
tl::expected<std::optional<Assignment>, Error> findAssignment(const QList<QByteArray> &lines,
                                                              const char *name)
{
    std::optional<Assignment> found;
    for (int i = 0; i < lines.size(); ++i) {
        const std::optional<QByteArray> text = assignedText(lines.at(i), name);
        if (!text)
            continue;
        const bool quoted = text->startsWith('"') || text->startsWith('\'');
        const Value value = quoted ? quotedValue(*text, i + 1) : plainValue(*text, i + 1);
        if (!value)
            return tl::unexpected(value.error());
        found = Assignment{*value, i + 1};
    }
    return found;
}

QList<QByteArray> linesOf(QByteArray text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    text.replace("\r\n", "\n");
    text.replace('\r', '\n');
    return text.split('\n');
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Leadline::EnvironmentFile", text);
}

} // namespace

tl::expected<EnvironmentCredentials, EnvironmentFileError> parseEnvironmentFile(const QByteArray &text)
{
    if (!isUtf8Text(text))
        return tl::unexpected(Error{Error::Kind::NotText, 0});
    const QList<QByteArray> lines = linesOf(text);
    auto key = findAssignment(lines, apiKeyName);
    if (!key)
        return tl::unexpected(key.error());
    if (!*key)
        return tl::unexpected(Error{Error::Kind::NoKey, 0});
    if ((*key)->value.isEmpty())
        return tl::unexpected(Error{Error::Kind::EmptyKey, (*key)->line});
    // The key travels in a header: a line break or control character would end it there.
    const QByteArray &keyText = (*key)->value;
    if (std::any_of(keyText.begin(), keyText.end(), [](char c) { return c >= 0 && (c <= ' ' || c == 127); }))
        return tl::unexpected(Error{Error::Kind::NotAKey, (*key)->line});
    auto password = findAssignment(lines, apiPasswordName);
    if (!password)
        return tl::unexpected(password.error());

    EnvironmentCredentials credentials;
    credentials.apiKey = Secret(std::move((*key)->value));
    if (*password)
        credentials.apiPassword = Secret(std::move((*password)->value));
    return credentials;
}

std::optional<EnvironmentCredentials> credentialsFromEnvironment(const QProcessEnvironment &environment)
{
    const QByteArray key = environment.value(QLatin1StringView(apiKeyName)).trimmed().toUtf8();
    if (key.isEmpty())
        return {};
    EnvironmentCredentials credentials;
    credentials.apiKey = Secret(key);
    credentials.apiPassword = Secret(environment.value(QLatin1StringView(apiPasswordName)).toUtf8());
    return credentials;
}

QString EnvironmentFileError::message() const
{
    const auto withLine = [this](const char *text) { return translated(text).arg(line); };
    switch (kind) {
    case Kind::NotText:
        return translated(QT_TRANSLATE_NOOP("Leadline::EnvironmentFile", "This is not a text file."));
    case Kind::NoKey:
        return translated(
            QT_TRANSLATE_NOOP("Leadline::EnvironmentFile", "There is no CLOSE_API_KEY in this file."));
    case Kind::EmptyKey:
        return withLine(QT_TRANSLATE_NOOP("Leadline::EnvironmentFile", "CLOSE_API_KEY in line %1 is empty."));
    case Kind::UnfinishedQuote:
        return withLine(
            QT_TRANSLATE_NOOP("Leadline::EnvironmentFile", "The quote in line %1 is not closed."));
    case Kind::Reference:
        return withLine(QT_TRANSLATE_NOOP("Leadline::EnvironmentFile",
                                          "Line %1 refers to another variable. Write the key itself there."));
    case Kind::TrailingText:
        return withLine(QT_TRANSLATE_NOOP("Leadline::EnvironmentFile",
                                          "There is text after the closing quote in line %1."));
    case Kind::NotAKey:
        return withLine(QT_TRANSLATE_NOOP("Leadline::EnvironmentFile",
                                          "The value in line %1 holds a space, so it cannot be a key."));
    }
    Q_UNREACHABLE();
}

} // namespace Leadline
