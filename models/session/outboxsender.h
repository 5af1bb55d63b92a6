// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "drafts.h"
#include "outboxentry.h"
#include "result.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>

namespace Leadline {

class CloseClient;
class RecordWriter;
class Session;

/// Sends one entry of the outbox the way the forms do. A creation that may be in Close is looked for first.
class OutboxSender : public QObject
{
    Q_OBJECT

public:
    /// The answer holds what Close calls the records that were made here.
    using Done = std::function<void(Result<QHash<QString, QString>>)>;

    /// None is owned; all outlive this.
    OutboxSender(CloseClient &client, RecordWriter &writer, Session &session);

    void send(const OutboxEntry &entry, const Done &done);
    /// Finds the records that a creation could be mistaken for; nothing where not all can be known.
    void findSimilar(const OutboxEntry &entry, const std::function<void(std::optional<QStringList>)> &done);
    void setLooking(std::chrono::milliseconds lookFor, std::chrono::milliseconds every);

private:
    template <typename R>
    void change(const OutboxEntry &entry, const Done &done);
    template <typename R>
    void create(const OutboxEntry &entry, const Done &done);
    template <typename R>
    void post(const OutboxEntry &entry, const Done &done);
    template <typename R>
    void look(const OutboxEntry &entry, const Done &done);
    template <typename R>
    void takeFound(const OutboxEntry &entry, const Result<QList<R>> &found, const Done &done);
    template <typename R>
    std::function<void(Result<R>)> made(const OutboxEntry &entry, const Done &done);
    void createTask(const OutboxEntry &entry, const Done &done);
    void createActivity(const OutboxEntry &entry, const Done &done);
    std::optional<QStringList> similarRecords(const OutboxEntry &entry) const;
    CreationPointer creationOf(const OutboxEntry &entry) const;

    CloseClient &m_client;
    RecordWriter &m_writer;
    Session &m_session;
    std::chrono::milliseconds m_lookFor{60'000};
    std::chrono::milliseconds m_lookEvery{5'000};
};

} // namespace Leadline
