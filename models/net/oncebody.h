// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Leadline {

/// A request body that can be read only once. QNetworkAccessManager silently sends a request again when its
/// connection dies (observed with Qt 6.4.2, even after the server had read a whole POST); it cannot with a
/// body that does not rewind.
class OnceBody : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(const QByteArray &bytes, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }

    /// Whether the network took any of it: if not, the server cannot have the request.
    bool wasRead() const { return m_position > 0; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace Leadline
