// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "program.h"

#include "application.h"
#include "piecearray.h"
#include "reportrun.h"
#include "resources.h"
#include "singleinstance.h"
#include "startmark.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QIcon>
#include <QLibraryInfo>
#include <QProcessEnvironment>
#include <QSettings>
#include <QTemporaryDir>
#include <QTranslator>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

void setNames()
{
    QCoreApplication::setOrganizationName(u"leadline"_s);
    QCoreApplication::setOrganizationDomain(u"leadline.github.io"_s);
    QCoreApplication::setApplicationName(u"leadline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LEADLINE_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Leadline"_s);
    QGuiApplication::setDesktopFileName(u"io.github.leadline.Leadline"_s);
}

void installTranslator(QObject *owner, const QString &name, const QString &folder,
                       const QLocale &locale = QLocale())
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(locale, name, u"_"_s, folder)) {
        translator->setParent(owner);
        QCoreApplication::installTranslator(translator.release());
    }
}

/// The language, and the resources that speak it.
void setLanguage(QCoreApplication *application)
{
    // The C locale writes no amount as a person would; the program's own language then.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English));
    initResources();
    installTranslator(application, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English first: its plural forms, wherever the person's language has nothing of its own.
    installTranslator(application, u"leadline"_s, u":/i18n"_s, QLocale(QLocale::English));
    installTranslator(application, u"leadline"_s, u":/i18n"_s);
}

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
}

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// Taken out of the environment, so that no process this one starts gets the key.
std::optional<EnvironmentCredentials> takeCredentialsFromEnvironment()
{
    auto credentials = credentialsFromEnvironment(QProcessEnvironment::systemEnvironment());
    qunsetenv("CLOSE_API_KEY");
    qunsetenv("CLOSE_API_PASSWORD");
    return credentials;
}

/// Hands the start over to the first one, if that takes it.
SingleInstance::Outcome handOver(SingleInstance &instance, const StartRequest &request, int argc,
                                 char *argv[])
{
    // Only for the socket; a start that goes on makes an application with a display.
    QCoreApplication application(argc, argv);
    return instance.handOver(request);
}

int runWindow(int argc, char *argv[], const CommandLine &commandLine,
              std::optional<EnvironmentCredentials> environment, SingleInstance &instance, bool anotherRuns)
{
    QApplication application(argc, argv);
    markStart("application made");
    setLanguage(&application);
    QGuiApplication::setWindowIcon(QIcon(u":/app/leadline.svg"_s));
    Application leadline(&application, commandLine, std::move(environment));
    QObject::connect(&instance, &SingleInstance::requested, &leadline, &Application::takeStart);
    leadline.start();
    instance.listen();
    if (anotherRuns)
        leadline.sayThatAnotherRuns();
    return QApplication::exec();
}

/// Prints a report, without a display.
int runReport(int argc, char *argv[], const CommandLine &commandLine,
              std::optional<EnvironmentCredentials> environment)
{
    QCoreApplication application(argc, argv);
    setLanguage(&application);
    ReportRun run(commandLine, std::move(environment));
    QObject::connect(&run, &ReportRun::finished, &application, [](int exitCode, const QByteArray &text) {
        std::fwrite(text.constData(), 1, size_t(text.size()), exitCode == 0 ? stdout : stderr);
        QCoreApplication::exit(exitCode);
    }, Qt::QueuedConnection);
    run.start();
    return QCoreApplication::exec();
}

} // namespace

QString instanceName(const CommandLine &commandLine, const std::optional<EnvironmentCredentials> &environment)
{
    if (commandLine.demo || !commandLine.tourDirectory.isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QSettings().fileName().toUtf8() + '\n');
    hash.addData(commandLine.apiUrl.toEncoded() + '\n');
    hash.addData(commandLine.readOnly ? "read-only\n"_ba : "\n"_ba);
    if (environment)
        hash.addData(environment->apiKey.bytes());
    return u"leadline-"_s + QString::fromLatin1(hash.result().toHex().left(16));
}

int runLeadline(int argc, char *argv[])
{
    letLargeBlocksGrow();
    setNames();
    // Before there is an application object: help, the version and a mistake need no display.
    const auto commandLine = parseCommandLine(argumentsOf(argc, argv));
    if (!commandLine) {
        print(stderr, u"leadline: %1\n"_s.arg(commandLine.error()));
        return 2;
    }
    if (commandLine->action == CommandLine::Action::ShowHelp) {
        print(stdout, commandLineHelp());
        return 0;
    }
    if (commandLine->action == CommandLine::Action::ShowVersion) {
        print(stdout, u"leadline %1\n"_s.arg(QCoreApplication::applicationVersion()));
        return 0;
    }

    // A tour's pictures show the program as it is when new, and leave a person's settings alone.
    QTemporaryDir tourSettings;
    if (!commandLine->tourDirectory.isEmpty()) {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, tourSettings.path());
    }
    auto environment = takeCredentialsFromEnvironment();
    if (!commandLine->report.isEmpty())
        return runReport(argc, argv, *commandLine, std::move(environment));
    const QString name = instanceName(*commandLine, environment);
    SingleInstance instance(name);
    bool anotherRuns = false;
    if (!name.isEmpty() && !instance.claim()) {
        const StartRequest request{commandLine->leadId, SingleInstance::activationToken()};
        const SingleInstance::Outcome outcome = handOver(instance, request, argc, argv);
        if (outcome == SingleInstance::Outcome::HandedOver)
            return 0;
        anotherRuns = outcome == SingleInstance::Outcome::Unanswered;
    }
    return runWindow(argc, argv, *commandLine, std::move(environment), instance, anotherRuns);
}

} // namespace Leadline
