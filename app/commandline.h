// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

namespace Leadline {

/// What the program was asked to do when it was started.
struct CommandLine
{
    enum class Action { Run, ShowHelp, ShowVersion };

    /// The demo organization's size when none is given.
    static constexpr int defaultDemoLeads = 400;
    static constexpr int maximumDemoLeads = 1'000'000;

    Action action = Action::Run;
    /// Work in the demo organization. A tour without an API URL does so too.
    bool demo = false;
    int demoLeads = defaultDemoLeads;
    /// Where Close is; empty for Close itself. Ends with a slash.
    QUrl apiUrl;
    bool readOnly = false;
    /// Where the tour's pictures go; empty for no tour.
    QString tourDirectory;
    /// What is printed instead of opening a window: "pipeline"; empty for a window.
    QString report;
    /// How it is printed: "csv", "json" or "md".
    QString reportFormat = QStringLiteral("csv");
    /// What the report is grouped by: a groupingKey().
    QString groupBy = QStringLiteral("status");
    /// The lead to open first ("lead_..."); empty for none.
    QString leadId;

    bool operator==(const CommandLine &) const = default;
};

/// Reads the arguments, without the program's own name in front. Qt's own options (-platform, -style, ...)
/// are passed over. The error is one line for the person at the terminal. Needs no application object.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

/// https to anywhere; http only to this machine (127.0.0.0/8, ::1, localhost), because a key goes there.
bool isAllowedApiUrl(const QUrl &url);

/// The id in a lead id or in a link to a lead's page in Close; empty when it is neither.
QString leadIdFromText(const QString &text);

/// What --help prints.
QString commandLineHelp();

} // namespace Leadline
