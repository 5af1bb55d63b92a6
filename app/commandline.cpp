// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "commandline.h"

#include "pipelinegrouping.h"
#include "pipelinereport.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr char translationContext[] = "Leadline::CommandLine";

QString translated(const char *text)
{
    return QCoreApplication::translate(translationContext, text);
}

/// Options that QGuiApplication takes out of argv itself; they may have one dash or two.
constexpr std::array qtOptionsWithValue{
    "platform"_L1,        "platformpluginpath"_L1, "platformtheme"_L1, "plugin"_L1,
    "style"_L1,           "stylesheet"_L1,         "display"_L1,       "geometry"_L1,
    "qwindowgeometry"_L1, "qwindowicon"_L1,        "qwindowtitle"_L1,  "session"_L1};
constexpr std::array qtFlags{"reverse"_L1, "nograb"_L1, "dograb"_L1, "sync"_L1};

template <typename Names>
bool contains(const Names &names, QStringView name)
{
    return std::any_of(names.begin(), names.end(), [name](QLatin1StringView known) { return name == known; });
}

/// One pass over the arguments. QCommandLineParser is not used because its options either always or never
/// have a value, and --demo has one only if it is wanted.
class Parser
{
public:
    explicit Parser(const QStringList &arguments)
        : m_arguments(arguments)
    {
    }

    tl::expected<CommandLine, QString> parse()
    {
        bool optionsEnded = false;
        while (m_error.isEmpty() && m_next < m_arguments.size()) {
            const QString argument = m_arguments.at(m_next++);
            if (!optionsEnded && argument == "--"_L1)
                optionsEnded = true;
            else if (!optionsEnded && argument.size() > 1 && argument.startsWith(u'-'))
                option(argument);
            else
                positional(argument);
        }
        if (m_error.isEmpty())
            finish();
        if (!m_error.isEmpty())
            return tl::unexpected(m_error);
        return m_result;
    }

private:
    void option(const QString &argument)
    {
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.left(equals);
        m_hasValue = equals >= 0;
        m_value = m_hasValue ? argument.mid(equals + 1) : QString();

        if (name == "--help"_L1 || name == "-h"_L1)
            flag(name, [this] { m_result.action = CommandLine::Action::ShowHelp; });
        else if (name == "--version"_L1 || name == "-v"_L1)
            flag(name, [this] { m_result.action = CommandLine::Action::ShowVersion; });
        else if (name == "--read-only"_L1)
            flag(name, [this] { m_result.readOnly = true; });
        else if (name == "--demo"_L1)
            demo();
        else if (name == "--api-url"_L1)
            apiUrl(name);
        else if (name == "--tour"_L1)
            tour(name);
        else if (name == "--report"_L1 || name == "--format"_L1 || name == "--group-by"_L1)
            reportOption(name);
        else if (!qtOption(name))
            fail(translated(QT_TRANSLATE_NOOP("Leadline::CommandLine", "unknown option %1")).arg(name));
    }

    bool qtOption(const QString &name)
    {
        const QStringView bare = QStringView(name).mid(name.startsWith("--"_L1) ? 2 : 1);
        if (contains(qtFlags, bare))
            return true;
        if (!contains(qtOptionsWithValue, bare))
            return false;
        value(name);
        return true;
    }

    template <typename Set>
    void flag(const QString &name, Set set)
    {
        if (m_hasValue)
            fail(translated(QT_TRANSLATE_NOOP("Leadline::CommandLine", "%1 takes no value")).arg(name));
        else
            set();
    }

    /// The value after "=", or the next argument.
    QString value(const QString &name)
    {
        if (!m_hasValue && m_next < m_arguments.size())
            m_value = m_arguments.at(m_next++);
        if (m_value.isEmpty())
            fail(translated(QT_TRANSLATE_NOOP("Leadline::CommandLine", "%1 needs a value")).arg(name));
        return m_value;
    }

    void demo()
    {
        m_result.demo = true;
        if (!m_hasValue)
            return;
        bool isNumber = false;
        const int leads = m_value.toInt(&isNumber);
        if (!isNumber || leads < 0 || leads > CommandLine::maximumDemoLeads)
            fail(translated(QT_TRANSLATE_NOOP("Leadline::CommandLine",
                                              "--demo takes a number of leads from 0 to %1, not \"%2\""))
                     .arg(QString::number(CommandLine::maximumDemoLeads), m_value));
        m_result.demoLeads = leads;
    }

    void apiUrl(const QString &name)
    {
        QString text = value(name);
        if (!m_error.isEmpty())
            return;
        if (!text.endsWith(u'/'))
            text += u'/';
        const QUrl url(text, QUrl::StrictMode);
        if (!isAllowedApiUrl(url))
            fail(translated(
                QT_TRANSLATE_NOOP("Leadline::CommandLine",
                                  "--api-url takes an https address, or an http address on this machine")));
        m_result.apiUrl = url;
    }

    void tour(const QString &name)
    {
        m_result.tourDirectory = value(name);
        if (m_result.tourDirectory.startsWith("--"_L1))
            fail(translated(QT_TRANSLATE_NOOP("Leadline::CommandLine", "%1 needs a value")).arg(name));
    }

    void reportOption(const QString &name)
    {
        const QString word = value(name);
        m_hasReportOption = m_hasReportOption || name != "--report"_L1;
        if (name == "--report"_L1 && word == "pipeline"_L1)
            m_result.report = word;
        else if (name == "--format"_L1 && reportFormatFromKey(word))
            m_result.reportFormat = word;
        else if (name == "--group-by"_L1 && groupingFromKey(word))
            m_result.groupBy = word;
        else
            fail(translated(QT_TRANSLATE_NOOP("Leadline::CommandLine", "%1 does not take \"%2\"")).arg(name, word));
    }

    void positional(const QString &argument)
    {
        if (!m_result.leadId.isEmpty()) {
            fail(translated(QT_TRANSLATE_NOOP("Leadline::CommandLine", "only one lead can be opened")));
            return;
        }
        m_result.leadId = leadIdFromText(argument);
        if (m_result.leadId.isEmpty())
            fail(translated(QT_TRANSLATE_NOOP("Leadline::CommandLine",
                                              "\"%1\" is neither a lead id nor a link to a lead in Close"))
                     .arg(argument));
    }

    void finish()
    {
        if (m_result.demo && !m_result.apiUrl.isEmpty())
            fail(translated(
                QT_TRANSLATE_NOOP("Leadline::CommandLine", "--demo and --api-url cannot go together")));
        if (m_hasReportOption && m_result.report.isEmpty())
            fail(translated(
                QT_TRANSLATE_NOOP("Leadline::CommandLine", "--format and --group-by belong to --report")));
        if (!m_result.report.isEmpty() && !m_result.tourDirectory.isEmpty())
            fail(translated(
                QT_TRANSLATE_NOOP("Leadline::CommandLine", "--report and --tour cannot go together")));
        if (!m_result.tourDirectory.isEmpty() && m_result.apiUrl.isEmpty())
            m_result.demo = true;
    }

    void fail(const QString &message)
    {
        // One line, whatever the argument held.
        if (m_error.isEmpty())
            m_error = message.simplified();
    }

    const QStringList &m_arguments;
    qsizetype m_next = 0;
    bool m_hasValue = false;
    bool m_hasReportOption = false;
    QString m_value;
    CommandLine m_result;
    QString m_error;
};

} // namespace

tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    return Parser(arguments).parse();
}

bool isAllowedApiUrl(const QUrl &url)
{
    // A key in the address would end up in logs and in the process list.
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment())
        return false;
    if (url.scheme() == "https"_L1)
        return true;
    if (url.scheme() != "http"_L1)
        return false;
    if (url.host() == "localhost"_L1)
        return true;
    // Parsed as an address, so that 127.0.0.1.example.com is a name and not this machine.
    return QHostAddress(url.host()).isLoopback();
}

QString leadIdFromText(const QString &text)
{
    static const QRegularExpression idPattern(u"^lead_[A-Za-z0-9]+$"_s);
    const QString trimmed = text.trimmed();
    if (idPattern.match(trimmed).hasMatch())
        return trimmed;
    const QUrl url(trimmed.contains("://"_L1) ? trimmed : "https://"_L1 + trimmed, QUrl::StrictMode);
    if (url.scheme() != "https"_L1 || (url.host() != "app.close.com"_L1 && url.host() != "app.close.io"_L1))
        return {};
    const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 2 || parts.at(0) != "lead"_L1 || !idPattern.match(parts.at(1)).hasMatch())
        return {};
    return parts.at(1);
}

QString commandLineHelp()
{
    return translated(QT_TRANSLATE_NOOP(
        "Leadline::CommandLine",
        "Usage: leadline [options] [lead id or app.close.com link]\n"
        "A desktop client for the Close CRM. Opens the given lead first.\n"
        "\n"
        "  --demo[=LEADS]   work in a made-up organization on this machine (400 leads)\n"
        "  --api-url URL    use this address of the Close API: https, or http on this machine\n"
        "  --read-only      let no change leave the program\n"
        "  --tour DIR       save a picture of every page in DIR and exit (in the demo)\n"
        "  --report pipeline\n"
        "                   print the sums of the pipeline without a window and exit\n"
        "  --format FORMAT  of the report: csv, json or md\n"
        "  --group-by WHAT  of the report: status, owner, lead-status, close-week,\n"
        "                   close-month or close-quarter\n"
        "  --version        print the version and exit\n"
        "  --help           print this and exit\n"
        "\n"
        "CLOSE_API_KEY and CLOSE_API_PASSWORD in the environment sign in for this run.\n"));
}

} // namespace Leadline
