// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pendingdeletes.h"

#include <QPointer>

#include <algorithm>

namespace Leadline {

PendingDeletes::PendingDeletes(Send send, QObject *parent)
    : QObject(parent)
    , m_send(std::move(send))
{
}

void PendingDeletes::schedule(const Entry &entry)
{
    if (contains(entry.id))
        return;
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, id = entry.id] { send(id); });
    m_waiting.append({entry, timer});
    timer->start(m_delay);
    Q_EMIT scheduled(entry);
}

bool PendingDeletes::takeBack(const QString &id)
{
    for (auto i = 0; i < m_waiting.size(); ++i) {
        if (m_waiting.at(i).entry.id != id)
            continue;
        const Waiting one = m_waiting.takeAt(i);
        one.timer->deleteLater();
        Q_EMIT takenBack(one.entry);
        return true;
    }
    return false;
}

void PendingDeletes::send(const QString &id)
{
    for (auto i = 0; i < m_waiting.size(); ++i) {
        if (m_waiting.at(i).entry.id != id)
            continue;
        const Waiting one = m_waiting.takeAt(i);
        one.timer->deleteLater();
        ++m_sent;
        m_send(one.entry, [self = QPointer(this), entry = one.entry](const Result<Written> &written) {
            if (!self)
                return;
            --self->m_sent;
            if (!written)
                Q_EMIT self->failed(entry, written.error());
            else if (*written == Written::Waits)
                Q_EMIT self->postponed(entry);
            else
                Q_EMIT self->deleted(entry);
        });
        return;
    }
}

void PendingDeletes::sendNow()
{
    for (const Entry &entry : waiting())
        send(entry.id);
}

void PendingDeletes::dropAll()
{
    for (const Entry &entry : waiting())
        takeBack(entry.id);
}

QList<PendingDeletes::Entry> PendingDeletes::waiting() const
{
    QList<Entry> entries;
    for (const Waiting &each : m_waiting)
        entries.append(each.entry);
    return entries;
}

bool PendingDeletes::contains(const QString &id) const
{
    return std::any_of(m_waiting.begin(), m_waiting.end(),
                       [&](const Waiting &each) { return each.entry.id == id; });
}

} // namespace Leadline
