// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "memorykeychain.h"
#include "outbox.h"
#include "programstart.h"
#include "sessionanswers.h"
#include "smalldisk.h"
#include "tcpproxy.h"

#include <QDirIterator>

namespace Leadline::Test {

/// A person at a program that is started several times, with a network that comes and goes between it and the
/// demo server.
class OutboxDesk
{
public:
    ~OutboxDesk() { quit(); }

    /// \a disk, if any, is what the program's files are on, with this much room.
    bool setUp(const QStringList &arguments = {u"--leads"_s, u"60"_s}, const char *disk = nullptr)
    {
        quit();
        m_disk.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        if (disk)
            m_disk = std::make_unique<SmallDisk>(m_folder->filePath(u"disk"_s), disk);
        keychain.setError({});
        keychain.entries().clear();
        server.stop();
        if (!server.start(arguments).isValid())
            return false;
        proxy = std::make_unique<TcpProxy>(server.port());
        m_url = proxy->url();
        return true;
    }

    /// The first start: signs in, loads everything.
    bool signIn(KeySource source = KeySource::Typed, bool readOnly = false)
    {
        open(readOnly, [source](SignIn &signIn) {
            signIn.verify(Secret(DemoServer::key().toLatin1()), Secret(), source);
        });
        return session && syncNow(*session) && isWritten();
    }
    /// A later start, with or without the network.
    bool start()
    {
        quit();
        open(false, [](SignIn &signIn) { signIn.start(); });
        return session && waitFor([this] { return session->outbox()->isLoaded(); }, Patience);
    }
    /// With the session before still there, as on the sign-in page.
    bool signInAgain()
    {
        m_program->signIn().setOpenSession(session);
        session = m_program->sessionAfter(
            [](SignIn &signIn) {
                signIn.verify(Secret(DemoServer::key().toLatin1()), Secret(), KeySource::Environment);
            },
            Patience);
        return session != nullptr;
    }
    void quit()
    {
        session.reset();
        m_program.reset();
    }

    QString folder() const { return m_disk ? m_disk->folder() : m_folder->path(); }
    SmallDisk *disk() const { return m_disk.get(); }
    QUrl url() const { return m_url; }

    /// Nobody listens any more, and the program has noticed.
    bool goOffline()
    {
        cutNetwork();
        session->refresh();
        return waitFor([this] { return !session->isOnline(); }, Patience);
    }
    void cutNetwork()
    {
        proxy->close();
        proxy->dropConnections();
    }
    void mendNetwork()
    {
        if (!proxy->isListening())
            proxy->listen(QHostAddress::LocalHost, quint16(m_url.port()));
    }
    bool goOnline()
    {
        mendNetwork();
        return waitFor(
            [this] {
                session->refresh();
                return session->isOnline();
            },
            2 * Patience);
    }

    bool isSent() const
    {
        return waitFor([this] { return session->outbox()->isEmpty(); }, 2 * Patience);
    }
    QString serverValue(const QString &path, const QString &key) const
    {
        return server.get(path).value(key).toVariant().toString();
    }
    QStringList files() const
    {
        QStringList files;
        QDirIterator it(folder() + u"/copies"_s, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
        return files;
    }
    /// How many leads have that name.
    qsizetype leadsNamed(const QString &name) const
    {
        qsizetype count = 0;
        for (int skip = 0;; skip += 100) {
            const QJsonObject page = server.get(u"/lead/?_fields=id,name&_limit=100&_skip=%1"_s.arg(skip));
            for (const QJsonValue &lead : page.value("data"_L1).toArray())
                count += lead["name"_L1].toString() == name ? 1 : 0;
            if (!page.value("has_more"_L1).toBool())
                return count;
        }
    }
    /// A lead that has contacts and opportunities.
    QString leadId() const
    {
        const QJsonArray leads = server.get(u"/lead/?_limit=50"_s).value("data"_L1).toArray();
        for (const QJsonValue &lead : leads) {
            if (!lead["contacts"_L1].toArray().isEmpty() && !lead["opportunities"_L1].toArray().isEmpty() &&
                !lead["name"_L1].toString().isEmpty())
                return lead["id"_L1].toString();
        }
        return {};
    }
    Written change(RecordKind kind, const QString &id, const QString &key, const QVariant &after)
    {
        Answered<Written> written;
        session->change(kind, id, {{key, value(*session->table(kind), id, key)}}, {{key, after}},
                        session.get(), written.callback());
        const bool isThere = waitFor([&written] { return written.isThere(); }, 2 * Patience);
        return isThere && written.isGood() ? written.value() : Written::Sent;
    }
    PendingKind pendingKind(const RecordTable *table, const QString &id) const
    {
        const int row = table->rowOf(id);
        return row < 0 ? PendingKind::None : table->pendingKind(quint32(row));
    }

    DemoServer server;
    std::unique_ptr<TcpProxy> proxy;
    MemoryKeychain keychain;
    std::shared_ptr<Session> session;

private:
    void open(bool readOnly, const std::function<void(SignIn &)> &begin)
    {
        m_program = std::make_unique<ProgramStart>(keychain, m_url, folder(), readOnly);
        session = m_program->sessionAfter(begin, Patience);
    }
    bool isWritten() const
    {
        return !session->copyState().isKept() ||
               waitFor([this] { return files().filter(u".columns"_s).size() == 5; }, Patience);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<ProgramStart> m_program;
    QUrl m_url;
};

} // namespace Leadline::Test
