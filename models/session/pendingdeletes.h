// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordkind.h"
#include "result.h"
#include "written.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Leadline {

/// Deletions that wait a while before they are sent, because Close cannot restore a record.
class PendingDeletes : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        RecordKind kind = RecordKind::Lead;
        QString id{};
        QString name{};
    };
    /// Sends one deletion and tells how it went.
    using Answer = std::function<void(const Result<Written> &)>;
    using Send = std::function<void(const Entry &, Answer)>;

    explicit PendingDeletes(Send send, QObject *parent = nullptr);

    /// How long a deletion can be taken back: 10 s unless set.
    std::chrono::milliseconds delay() const { return m_delay; }
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }

    void schedule(const Entry &entry);
    /// Takes a deletion back that was not sent yet; false when it is too late.
    bool takeBack(const QString &id);
    /// Sends those that wait.
    void sendNow();
    /// Forgets those that wait.
    void dropAll();
    /// Those that wait, oldest first.
    QList<Entry> waiting() const;
    bool contains(const QString &id) const;
    /// Whether some wait or were sent and not answered yet.
    bool isBusy() const { return !m_waiting.isEmpty() || m_sent > 0; }

Q_SIGNALS:
    void scheduled(const Leadline::PendingDeletes::Entry &entry);
    void takenBack(const Leadline::PendingDeletes::Entry &entry);
    void deleted(const Leadline::PendingDeletes::Entry &entry);
    /// Close cannot be reached: it waits in the outbox.
    void postponed(const Leadline::PendingDeletes::Entry &entry);
    void failed(const Leadline::PendingDeletes::Entry &entry, const Leadline::ApiError &error);

private:
    struct Waiting
    {
        Entry entry;
        QTimer *timer = nullptr;
    };

    void send(const QString &id);

    Send m_send;
    QList<Waiting> m_waiting;
    int m_sent = 0; ///< and not answered yet
    std::chrono::milliseconds m_delay{10000};
};

} // namespace Leadline
