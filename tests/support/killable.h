// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QTest>

namespace Leadline::Test {

/// A process that ends when and how it likes least. What it has got done it says on its standard output, a
/// line each.
class KillableProcess
{
public:
    bool start(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
        return m_process.waitForStarted();
    }
    /// Everything that was said so far.
    const QList<QByteArray> &lines()
    {
        m_process.setReadChannel(QProcess::StandardOutput);
        while (m_process.canReadLine())
            m_lines.append(m_process.readLine().trimmed());
        return m_lines;
    }
    /// Waits until \a line was said; false when that does not come.
    bool waitFor(const QByteArray &line, int patience = 30000)
    {
        return QTest::qWaitFor([&] { return lines().contains(line) || !isRunning(); }, patience) &&
               lines().contains(line);
    }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Ends it from one instruction to the next (SIGKILL); whether it was that what ended it.
    bool kill()
    {
        m_process.kill();
        const bool isOver = m_process.waitForFinished();
        if (m_process.exitStatus() != QProcess::CrashExit)
            qWarning("ended by itself: %d", m_process.exitCode());
        return isOver && m_process.exitStatus() == QProcess::CrashExit;
    }

private:
    QProcess m_process;
    QList<QByteArray> m_lines;
};

} // namespace Leadline::Test
