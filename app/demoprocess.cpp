// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoprocess.h"

#include "commandline.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// A hundred thousand leads are made in under five seconds, a million in under a minute; a slow machine gets
/// more.
constexpr std::chrono::seconds startPatience{120};
constexpr std::chrono::seconds timeToEnd{2};
constexpr char announcement[] = "LISTENING ";

QString executableName()
{
#ifdef Q_OS_WIN
    return u"leadline-demo.exe"_s;
#else
    return u"leadline-demo"_s;
#endif
}

} // namespace

DemoProcess::DemoProcess(const QString &executable, QObject *parent)
    : QObject(parent)
    , m_executable(executable.isEmpty() ? defaultExecutable() : executable)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { giveUp(tr("The demo did not start in time.")); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoProcess::readOutput);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp(tr("The demo could not be started: %1").arg(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        const QString details = complaint();
        giveUp(details.isEmpty() ? tr("The demo has ended.") : tr("The demo has ended: %1").arg(details));
    });
}

DemoProcess::~DemoProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(std::chrono::milliseconds(timeToEnd).count())) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QByteArray DemoProcess::apiKey()
{
    return "api_demo"_ba;
}

QString DemoProcess::defaultExecutable()
{
    const QDir here(QCoreApplication::applicationDirPath());
    const QString beside = here.filePath(executableName());
    const QString installed = here.filePath(u"../libexec/leadline/"_s + executableName());
    return !QFileInfo::exists(beside) && QFileInfo::exists(installed) ? QDir::cleanPath(installed) : beside;
}

void DemoProcess::start(int leads, const QDateTime &now)
{
    if (!QFileInfo(m_executable).isExecutable()) {
        // Later, so that whoever starts it hears of every failure in the same way.
        QMetaObject::invokeMethod(
            this, [this] { giveUp(tr("The demo is not installed: %1 is missing.").arg(m_executable)); },
            Qt::QueuedConnection);
        return;
    }
    m_patience.start(startPatience);
    QStringList arguments{u"--leads"_s, QString::number(leads)};
    if (now.isValid())
        arguments << u"--now"_s << now.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    m_process.start(m_executable, arguments);
}

void DemoProcess::readOutput()
{
    if (!m_apiUrl.isEmpty()) {
        m_process.readAllStandardOutput();
        return;
    }
    m_output += m_process.readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (end < 0)
        return;
    const QByteArray line = m_output.left(end).trimmed();
    const QUrl url = line.startsWith(announcement)
                         ? QUrl(QString::fromUtf8(line.mid(qstrlen(announcement))), QUrl::StrictMode)
                         : QUrl();
    if (!isAllowedApiUrl(url)) {
        giveUp(tr("The demo did not say where it listens."));
        return;
    }
    m_patience.stop();
    m_apiUrl = url;
    if (!url.path().endsWith(u'/'))
        m_apiUrl.setPath(url.path() + u'/');
    Q_EMIT ready();
}

void DemoProcess::giveUp(const QString &message)
{
    if (m_done)
        return;
    m_done = true;
    m_patience.stop();
    m_process.kill();
    Q_EMIT failed(message);
}

QString DemoProcess::complaint()
{
    return QString::fromUtf8(m_process.readAllStandardError()).trimmed().section(u'\n', -1);
}

} // namespace Leadline
