// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace Leadline {

/// What a second start asks the first one for.
struct StartRequest
{
    /// The lead to open; empty for none.
    QString leadId;
    /// What the desktop gave the second start so that the first one's window may come to the front: the
    /// token of xdg-activation, or the startup id; empty for none.
    QByteArray activationToken;
};

/// Makes all starts of one name one program: the first one holds a lock for as long as it lives and listens
/// on a local socket that only this user can reach; the others hand their wish over and end.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// What came of handing over.
    enum class Outcome {
        HandedOver, ///< the first one has taken the request
        Claimed,    ///< the first one has ended meanwhile: this is the first now
        Unanswered, ///< it is there and does not answer
    };

    /// How long a first one that is busy or still starting is waited for.
    static constexpr std::chrono::milliseconds defaultPatience{3000};

    explicit SingleInstance(const QString &name, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Whether this start goes on: it is the first, or nobody can tell on this system. A lock whose program
    /// crashed does not count. Needs no application object.
    bool claim();
    /// Gives the request to the first one. Blocks, at most as long as `patience`: there is no window yet
    /// that could freeze. Needs an application object.
    Outcome handOver(const StartRequest &request, std::chrono::milliseconds patience = defaultPatience);
    /// Begins to take requests; after claim(). Needs an application object.
    void listen();

    /// What the desktop gave this process to bring a window to the front. To be asked before there is an
    /// application object, which takes it out of the environment.
    static QByteArray activationToken();

Q_SIGNALS:
    void requested(const Leadline::StartRequest &request);

private:
    QString path(const QString &ending) const;
    void take(QLocalSocket *socket);

    QString m_name;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server = nullptr;
};

} // namespace Leadline
