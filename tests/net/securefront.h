// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QProcess>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace Leadline {

/// nghttpx in front of a plain server: TLS with a certificate made for the occasion, and HTTP/2. Ends with
/// this object.
class SecureFront
{
public:
    ~SecureFront()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Starts it before the server on `backend`; the certificate is for `subject` ("IP:127.0.0.1").
    bool start(int backend, const QString &subject = QStringLiteral("IP:127.0.0.1"))
    {
        if (!makeCertificate(subject)) {
            return false;
        }
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        probe.close();
        QString program = QStandardPaths::findExecutable(QStringLiteral("nghttpx"));
        if (program.isEmpty()) {
            program = QStringLiteral("/usr/sbin/nghttpx"); // not on everybody's path
        }
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(program, {QStringLiteral("--conf=/dev/null"), QStringLiteral("--workers=1"),
                                  QStringLiteral("--frontend=127.0.0.1,%1").arg(m_port),
                                  QStringLiteral("--backend=127.0.0.1,%1").arg(backend),
                                  m_folder.filePath(QStringLiteral("key.pem")), certificateFile()});
        return m_process.waitForStarted() && QTest::qWaitFor([this] { return isListening(); }, 20000);
    }

    quint16 port() const { return m_port; }
    QUrl url() const { return urlAt(m_port); }
    static QUrl urlAt(quint16 port) { return QUrl(QStringLiteral("https://127.0.0.1:%1/api/v1/").arg(port)); }
    QList<QSslCertificate> certificates() const { return QSslCertificate::fromPath(certificateFile()); }

private:
    QString certificateFile() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }

    bool makeCertificate(const QString &subject)
    {
        QProcess openssl;
        openssl.start(
            QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
             QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
             QStringLiteral("/CN=Leadline test"), QStringLiteral("-addext"),
             QStringLiteral("subjectAltName=") + subject, QStringLiteral("-keyout"),
             m_folder.filePath(QStringLiteral("key.pem")), QStringLiteral("-out"), certificateFile()});
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }

    bool isListening() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        return socket.waitForConnected(200);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace Leadline
