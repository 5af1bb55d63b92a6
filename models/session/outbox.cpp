// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outbox.h"

#include "localcopy.h"
#include "outboxsender.h"
#include "outboxview.h"
#include "session.h"
#include "undostack.h"
#include "worker.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

Outbox::Outbox(Session &session, Worker &worker, std::unique_ptr<OutboxSender> sender, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_worker(worker)
    , m_sender(std::move(sender))
{
    connect(&m_session, &Session::schemaChanged, this, &Outbox::show);
    connect(&m_session, &Session::onlineChanged, this, [this](bool online) {
        if (online)
            sendNext();
    });
    connect(&m_session, &Session::syncKnown, this, &Outbox::sendNext);
    connect(&m_session, &Session::syncStateChanged, this, [this] {
        if (m_session.syncState().phase == SyncState::Phase::Loading)
            return;
        if (m_hasFailed)
            keepAll(); // there may be room by now
        if (m_session.syncState().phase == SyncState::Phase::UpToDate)
            sendNext();
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_session.isOnline())
            sendNext();
    });
    load();
}

Outbox::~Outbox() = default;

void Outbox::load()
{
    if (!m_session.copyState().isOpen()) {
        m_isLoaded = true;
        return;
    }
    m_worker.run(
        [](LocalCopy *copy) {
            QList<OutboxEntry> entries;
            if (copy) {
                copy->forEach(DocumentKind::Outbox, [&entries](const Document &document) {
                    if (auto entry = readOutboxDocument(document.json))
                        entries.append(*std::move(entry));
                    return true;
                });
            }
            std::sort(entries.begin(), entries.end(),
                      [](const OutboxEntry &a, const OutboxEntry &b) { return a.place < b.place; });
            return entries;
        },
        this,
        [this](const QList<OutboxEntry> &entries) {
            m_isLoaded = true;
            putBefore(entries);
            sendNext();
        });
}

/// What was kept comes before what was added meanwhile.
void Outbox::putBefore(QList<OutboxEntry> kept)
{
    // Those that were adopted meanwhile may be on disk, too.
    kept.removeIf([this](const OutboxEntry &entry) { return find(entry.id); });
    if (kept.isEmpty())
        return;
    QStringList since;
    for (OutboxEntry &entry : m_entries) {
        entry.place += kept.last().place;
        since.append(entry.id);
    }
    m_entries = kept + m_entries;
    keep(since);
    show();
    Q_EMIT changed();
}

bool Outbox::isKept() const
{
    return m_session.copyState().isOpen() && !m_hasFailed;
}

void Outbox::clear()
{
    m_entries.clear();
    show();
    Q_EMIT changed();
}

QList<OutboxEntry> Outbox::letGo()
{
    stop();
    QList<OutboxEntry> entries = std::exchange(m_entries, {});
    // The answer comes to nobody; that it may have arrived is in the entry.
    for (OutboxEntry &entry : entries) {
        if (isBusy(entry))
            entry.state = State::Waiting;
    }
    return entries;
}

void Outbox::adopt(const QList<OutboxEntry> &entries)
{
    QStringList adopted;
    for (OutboxEntry entry : entries) {
        if (find(entry.id))
            continue;
        entry.place = m_entries.isEmpty() ? 1 : m_entries.last().place + 1;
        m_entries.append(entry);
        adopted.append(entry.id);
    }
    if (adopted.isEmpty())
        return;
    keep(adopted);
    show();
    Q_EMIT changed();
    sendNext();
}

void Outbox::setLooking(std::chrono::milliseconds lookFor, std::chrono::milliseconds every)
{
    m_sender->setLooking(lookFor, every);
}

qsizetype Outbox::indexOf(const QString &entryId) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).id == entryId)
            return i;
    }
    return -1;
}

const OutboxEntry *Outbox::find(const QString &entryId) const
{
    const qsizetype at = indexOf(entryId);
    return at < 0 ? nullptr : &m_entries.at(at);
}

const OutboxEntry *Outbox::stopped() const
{
    return !m_entries.isEmpty() && m_entries.first().state == State::Stopped ? &m_entries.first() : nullptr;
}

bool Outbox::mustWait(const QString &recordId, const QJsonObject &body) const
{
    return isLocalId(recordId) || namesLocalId(body) ||
           std::any_of(m_entries.begin(), m_entries.end(), [&recordId](const OutboxEntry &entry) {
               return entry.recordId == recordId && !recordId.isEmpty() && entry.action != Action::Note &&
                      entry.action != Action::Call;
           });
}

QString Outbox::leadIdOf(const OutboxEntry &entry) const
{
    if (entry.kind == RecordKind::Lead)
        return entry.recordId;
    if (const QString lead = entry.body["lead_id"_L1].toString(); !lead.isEmpty())
        return lead;
    const RecordTable *records = m_session.table(entry.kind);
    const int row = records->rowOf(entry.recordId);
    return row < 0 ? QString() : records->leadIdAt(quint32(row));
}

QList<Activity> Outbox::activitiesOf(const QString &leadId) const
{
    const User &me = m_session.directory().currentUser();
    QList<Activity> activities;
    for (const OutboxEntry &entry : m_entries) {
        if (entry.recordId != leadId || (entry.action != Action::Note && entry.action != Action::Call))
            continue;
        Activity activity;
        activity.id = entry.id;
        activity.type = entry.action == Action::Note ? u"Note"_s : u"Call"_s;
        activity.leadId = leadId;
        activity.userId = me.id;
        activity.userName = me.name();
        activity.at = entry.queued;
        activity.isWaiting = true;
        activity.isPinned = entry.body["pinned"_L1].toBool();
        activity.note = entry.body["note"_L1].toString();
        activity.direction = entry.body["direction"_L1].toString();
        activity.duration = entry.body["duration"_L1].toInteger();
        activities.append(activity);
    }
    return activities;
}

OutboxView Outbox::view() const
{
    return {m_entries,
            m_session.schema(),
            {m_session.leads(), m_session.contacts(), m_session.opportunities(), m_session.tasks()}};
}

void Outbox::show()
{
    view().showIn();
}

/// Puts entries as they are now in the local copy, and takes others out, at once or not at all. \a done is
/// told whether it took them; where there is no copy, nobody counts on it.
void Outbox::keep(const QStringList &entryIds, const QStringList &removed, std::function<void(bool)> done)
{
    CopyChange change;
    for (const QString &id : entryIds) {
        if (const OutboxEntry *entry = find(id))
            change.put.append({{DocumentKind::Outbox, id}, outboxDocument(*entry)});
    }
    for (const QString &id : std::exchange(m_unremoved, {}) + removed)
        change.removed.append({DocumentKind::Outbox, id});
    if (change.isEmpty() || !m_session.copyState().isOpen()) {
        if (done)
            done(true);
        return;
    }
    m_worker.run([change](LocalCopy *copy) { return copy && copy->commit(change); }, this,
                 [this, change, done = std::move(done)](bool isGood) {
                     if (!isGood) {
                         for (const DocumentKey &key : change.removed)
                             m_unremoved.append(key.id);
                         if (!std::exchange(m_hasFailed, true))
                             Q_EMIT keepingFailed();
                     } else if (std::exchange(m_hasFailed, false)) {
                         keepAll(); // with what it did not take before
                         if (m_session.isOnline())
                             sendNext();
                     }
                     if (done)
                         done(isGood);
                 },
                 Worker::AtEnd::Do);
}

void Outbox::keepAll()
{
    QStringList ids;
    for (const OutboxEntry &entry : std::as_const(m_entries))
        ids.append(entry.id);
    keep(ids);
}

QString Outbox::add(OutboxEntry entry)
{
    entry.id = QUuid::createUuid().toString(QUuid::Id128);
    entry.place = m_entries.isEmpty() ? 1 : m_entries.last().place + 1;
    entry.queued = QDateTime::currentDateTimeUtc();
    m_entries.append(entry);
    keep({entry.id});
    show();
    Q_EMIT changed();
    if (m_session.isOnline())
        sendNext();
    return entry.id;
}

/// A creation that may have arrived already is looked for first.
QString Outbox::add(OutboxEntry entry, const Creation &creation)
{
    entry.isAttempted = creation.isUnsure;
    entry.firstSent = creation.firstSent;
    if (creation.knownIds)
        entry.known = QStringList(creation.knownIds->begin(), creation.knownIds->end());
    return add(std::move(entry));
}

/// What was changed by a person is tried again.
void Outbox::freshen(OutboxEntry &entry)
{
    entry.state = State::Waiting;
    entry.error.reset();
    const QString id = entry.id;
    keep({id});
    show();
    Q_EMIT changed();
    if (m_session.isOnline())
        sendNext();
}

bool Outbox::canMove(const QString &entryId, int step) const
{
    const qsizetype from = indexOf(entryId);
    const qsizetype to = from + step;
    if (from < 0 || to < 0 || to >= m_entries.size() || qAbs(step) != 1)
        return false;
    const OutboxEntry &first = m_entries.at(qMin(from, to));
    const OutboxEntry &second = m_entries.at(qMax(from, to));
    return !isBusy(first) && !isBusy(second) && !second.dependsOn(first);
}

void Outbox::move(const QString &entryId, int step)
{
    if (!canMove(entryId, step))
        return;
    const qsizetype from = indexOf(entryId);
    OutboxEntry &one = m_entries[from];
    OutboxEntry &other = m_entries[from + step];
    std::swap(one.place, other.place);
    std::swap(one, other);
    keep({one.id, other.id});
    Q_EMIT changed();
    if (m_session.isOnline())
        sendNext();
}

QStringList Outbox::dependants(const QString &entryId) const
{
    const qsizetype at = indexOf(entryId);
    if (at < 0 || m_entries.at(at).madeIds().isEmpty())
        return {};
    QList<OutboxEntry> needed{m_entries.at(at)};
    QStringList ids;
    for (const OutboxEntry &later : m_entries.mid(at + 1)) {
        if (std::any_of(needed.cbegin(), needed.cend(),
                        [&later](const OutboxEntry &earlier) { return later.dependsOn(earlier); })) {
            needed.append(later);
            ids.append(later.id);
        }
    }
    return ids;
}

/// What followed a change of the same record began with its values: now it begins with those before. The
/// entries that were altered.
QStringList Outbox::handBack(const OutboxEntry &dropped)
{
    QStringList altered;
    for (auto was = dropped.before.begin(); was != dropped.before.end(); ++was) {
        const auto next = std::find_if(m_entries.begin(), m_entries.end(), [&](const OutboxEntry &entry) {
            return entry.place > dropped.place && entry.recordId == dropped.recordId &&
                   entry.action == Action::Change && entry.before.contains(was.key());
        });
        if (next == m_entries.end())
            continue;
        next->before.insert(was.key(), *was);
        altered.append(next->id);
    }
    return altered;
}

void Outbox::takeOut(const QStringList &entryIds)
{
    m_entries.removeIf([&entryIds](const OutboxEntry &entry) { return entryIds.contains(entry.id); });
    for (const QString &id : entryIds)
        m_session.undoStack()->forgetQueued(id);
    keep({}, entryIds);
    show();
    Q_EMIT changed();
    if (m_session.isOnline())
        sendNext();
}

void Outbox::drop(const QString &entryId)
{
    const OutboxEntry *entry = find(entryId);
    if (!entry || isBusy(*entry))
        return;
    const QStringList gone = QStringList{entryId} + dependants(entryId);
    if (entry->action == Action::Change)
        keep(handBack(*entry));
    takeOut(gone);
}

void Outbox::retry()
{
    if (!m_entries.isEmpty() && m_entries.first().state == State::Stopped)
        freshen(m_entries.first());
    sendNext();
}

} // namespace Leadline
