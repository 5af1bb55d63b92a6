// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "oncebody.h"

#include <algorithm>
#include <cstring>

namespace Leadline {

OnceBody::OnceBody(const QByteArray &bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_bytes.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 size)
{
    const qint64 count = std::min<qint64>(size, m_bytes.size() - m_position);
    if (count <= 0) {
        return size > 0 ? -1 : 0;
    }
    std::memcpy(data, m_bytes.constData() + m_position, size_t(count));
    m_position += count;
    return count;
}

} // namespace Leadline
