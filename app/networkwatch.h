// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace Leadline {

class Session;

/// Lets a session, which owns it, know what the system knows of the network: whether it costs by volume, and that it is
/// back. Where the system says nothing of either (doc.qt.io/qt-6/qnetworkinformation.html: a backend has what its
/// platform has) the session goes by its requests alone.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(Session &session);

private Q_SLOTS:
    void askWhetherMetered();

private:
    bool followNetworkManager();

    Session &m_session;
};

} // namespace Leadline
