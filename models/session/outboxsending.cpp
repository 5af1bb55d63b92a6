// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// How the outbox sends what waits, entry by entry.

#include "outbox.h"
#include "outboxsender.h"
#include "session.h"
#include "undostack.h"

#include <algorithm>

namespace Leadline {

namespace {

/// After a failure that may pass by itself; each further one doubles it.
constexpr std::chrono::seconds FirstAgain{2};
constexpr int MostDoublings = 5;

/// Whether Close, or the way to it, may do better another time.
bool passesByItself(ApiError::Kind kind)
{
    using enum ApiError::Kind;
    return kind == Offline || kind == Timeout || kind == Tls || kind == Unauthorized || kind == RateLimited ||
           kind == Server;
}

} // namespace

void Outbox::sendNext()
{
    // Before the sync's marks are read nobody can say which records were there before a creation.
    if (m_isOver || !m_isLoaded || !m_session.isSyncKnown() || m_entries.isEmpty() ||
        m_session.isReadOnly() || m_entries.first().state != State::Waiting)
        return;
    OutboxEntry &entry = m_entries.first();
    entry.state = State::Sending;
    entry.waitsForRoom = false;
    entry.error.reset();
    const OutboxEntry sending = entry;
    Q_EMIT changed();
    if (sending.action == Action::Delete || sending.isAttempted) {
        send(sending);
        return;
    }
    if (sending.action == Action::Change) {
        entry.isAttempted = true;
        keep({sending.id}, {}, [this, sending](bool) { send(sending); });
        return;
    }
    m_sender->findSimilar(sending, [this, sending](const std::optional<QStringList> &known) {
        const qsizetype at = indexOf(sending.id);
        if (at < 0)
            return;
        // Known on disk before it leaves, so that a crash does not make two of it.
        OutboxEntry &marked = m_entries[at];
        marked.isAttempted = true;
        marked.firstSent = QDateTime::currentDateTimeUtc();
        marked.known = known;
        OutboxEntry first = marked;
        first.isAttempted = false;
        keep({sending.id}, {}, [this, first](bool isKept) {
            if (isKept)
                send(first);
            else
                holdBack(first.id);
        });
    });
}

/// Until the disk has room again, which is tried now and then.
void Outbox::holdBack(const QString &entryId)
{
    const qsizetype at = indexOf(entryId);
    if (at < 0)
        return;
    OutboxEntry &entry = m_entries[at];
    entry.state = State::Waiting;
    entry.isAttempted = false;
    entry.firstSent = {};
    entry.known.reset();
    entry.waitsForRoom = true;
    Q_EMIT changed();
    tryAgainLater();
}

void Outbox::tryAgainLater()
{
    m_again.start(FirstAgain * (1 << std::min(m_failures++, MostDoublings)));
}

void Outbox::send(const OutboxEntry &entry)
{
    m_sender->send(entry, [this, id = entry.id, wasAttempted = entry.isAttempted](const Result<Ids> &answer) {
        if (answer)
            taken(id, *answer);
        else
            refused(id, answer.error(), wasAttempted);
    });
}

void Outbox::taken(const QString &entryId, const Ids &ids)
{
    const qsizetype at = indexOf(entryId);
    if (at < 0)
        return;
    const OutboxEntry done = m_entries.takeAt(at);
    m_failures = 0;
    QStringList altered;
    for (OutboxEntry &later : m_entries) {
        if (!ids.isEmpty() && later.replaceIds(ids))
            altered.append(later.id);
    }
    m_session.undoStack()->forgetQueued(entryId);
    keep(altered, {entryId});
    // While both are in the tables, so that what is shown of one can go on with the other.
    for (auto id = ids.cbegin(); id != ids.cend(); ++id)
        Q_EMIT renamed(id.key() == done.recordId ? done.kind : RecordKind::Contact, id.key(), *id);
    show();
    Q_EMIT sent(done);
    Q_EMIT changed();
    if (m_entries.isEmpty())
        Q_EMIT emptied();
    sendNext();
}

/// \a wasAttempted: it had been sent before, and nobody knows whether it arrived.
void Outbox::refused(const QString &entryId, const ApiError &error, bool wasAttempted)
{
    const qsizetype at = indexOf(entryId);
    if (at < 0)
        return;
    OutboxEntry &entry = m_entries[at];
    entry.state = passesByItself(error.kind) ? State::Waiting : State::Stopped;
    entry.error = error;
    // What did not get through this time tells nothing of the time before.
    entry.isAttempted = error.maybeApplied || (wasAttempted && passesByItself(error.kind));
    keep({entryId});
    const OutboxEntry told = entry;
    Q_EMIT changed();
    if (told.state == State::Stopped)
        Q_EMIT stoppedAt(told);
    else if (error.kind != ApiError::Kind::Unauthorized) // a sync that gets through says when the key is good again
        tryAgainLater();
}

} // namespace Leadline
