// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace Leadline {

/// The demo server: the executable `leadline-demo`, started beside this program and ended with it. It ends by
/// itself when its standard input closes, so that it does not outlive a program that was killed.
class DemoProcess : public QObject
{
    Q_OBJECT

public:
    /// `executable` is what to start; empty for the `leadline-demo` beside this program.
    explicit DemoProcess(const QString &executable = {}, QObject *parent = nullptr);
    ~DemoProcess() override;

    /// Ends in ready() or failed(), neither of them before this returns. To be called once. The data hangs on
    /// `now`; at a moment of its own when that is invalid.
    void start(int leads, const QDateTime &now = {});

    /// The base URL of its API, on this machine, with a slash at the end; empty before ready().
    QUrl apiUrl() const { return m_apiUrl; }
    /// The one key it accepts. Not a secret: it opens nothing but the demo.
    static QByteArray apiKey();

    /// Where `leadline-demo` is: beside the program, or in its private folder when it is installed.
    static QString defaultExecutable();

Q_SIGNALS:
    void ready();
    /// It did not start, did not say where it listens, or ended before its time. One plain sentence. After it
    /// the process is gone.
    void failed(const QString &message);

private:
    void readOutput();
    void giveUp(const QString &message);
    QString complaint();

    QProcess m_process;
    QTimer m_patience;
    QString m_executable;
    QByteArray m_output;
    QUrl m_apiUrl;
    bool m_done = false;
};

} // namespace Leadline
