// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "credentialstore.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>

class QProcessEnvironment;

namespace Leadline {

/// CLOSE_API_KEY and CLOSE_API_PASSWORD, from the environment or from a .env file.
struct EnvironmentCredentials
{
    Secret apiKey;
    /// Empty where none is given, as Close's API keys have no password
    /// (developer.close.com/api/overview/api-key-authentication).
    Secret apiPassword;
};

/// Why a .env file gave no key.
struct EnvironmentFileError
{
    enum class Kind {
        NotText,         ///< binary, or not UTF-8
        NoKey,           ///< no line sets CLOSE_API_KEY
        EmptyKey,        ///< CLOSE_API_KEY is set to nothing
        UnfinishedQuote, ///< a quote is opened and not closed on its line
        Reference,       ///< the value refers to another variable, which is not looked up
        TrailingText,    ///< something other than a comment follows the closing quote
        NotAKey,         ///< the value holds a space or a control character
    };

    Kind kind = Kind::NoKey;
    /// The line it is about, from 1; 0 where it is about the whole file.
    int line = 0;

    /// For the person who chose the file. Never holds the value.
    QString message() const;
};

/// Reads the two names from the text of a .env file: `NAME=value`, optional `export`, single, double or no
/// quotes,
/// `#` comments, LF or CRLF, a byte order mark. The last setting of a name wins, as in a shell. Lines about
/// other names are not looked at. Nothing is expanded; the file is never written.
tl::expected<EnvironmentCredentials, EnvironmentFileError> parseEnvironmentFile(const QByteArray &text);

/// The two names from the process's environment; nothing when CLOSE_API_KEY is unset or blank.
std::optional<EnvironmentCredentials> credentialsFromEnvironment(const QProcessEnvironment &environment);

} // namespace Leadline
