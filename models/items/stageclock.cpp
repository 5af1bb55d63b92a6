// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "stageclock.h"

#include "recordtable.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QString textOf(const RecordTable &table, const QString &key, quint32 row)
{
    const int field = table.fields().indexOf(key);
    return field < 0 ? QString() : table.textAt(field, row);
}

/// NoInteger where there is none.
qint64 momentOf(const RecordTable &table, const QString &key, quint32 row)
{
    const int field = table.fields().indexOf(key);
    return field < 0 ? NoInteger : table.integerAt(field, row);
}

} // namespace

StageClock::StageClock(const RecordTable *opportunities, const RecordTable *changes, QObject *parent)
    : QObject(parent)
    , m_opportunities(opportunities)
    , m_changes(changes)
{
    connect(changes, &RecordTable::changed, this, &StageClock::takeChanges);
    connect(changes, &RecordTable::wasReset, this, &StageClock::forget);
    connect(changes, &RecordTable::wasRenumbered, this, &StageClock::forget);
    connect(changes, &RecordTable::becameWhole, this, &StageClock::forget);
    connect(opportunities, &RecordTable::changed, this, &StageClock::takeOpportunities);
}

void StageClock::setWhole(bool isWhole)
{
    if (isWhole == m_isWhole)
        return;
    m_isWhole = isWhole;
    Q_EMIT changed();
}

std::optional<qint64> StageClock::since(quint32 row) const
{
    const QString id = m_opportunities->idAt(row);
    const QString status = textOf(*m_opportunities, u"status_id"_s, row);
    read();
    const Arrival last = m_last.value(id);
    const Untold untold = m_untold.value(id);
    if (m_isWhole && last.at > untold.after && last.statusId == status)
        return last.at;
    if (untold.arrival.at != Never && untold.arrival.statusId == status)
        return untold.arrival.at;
    const qint64 created = momentOf(*m_opportunities, u"date_created"_s, row);
    return m_isWhole && last.at == Never && created != NoInteger ? std::optional(created) : std::nullopt;
}

void StageClock::read() const
{
    if (m_isRead)
        return;
    m_isRead = true;
    m_isWanted = true;
    m_last.clear();
    for (quint32 row = 0; row < m_changes->rows(); ++row) {
        if (m_changes->isLive(row))
            readRow(row);
    }
}

void StageClock::readRow(quint32 row) const
{
    const qint64 at = momentOf(*m_changes, u"date_created"_s, row);
    if (at == NoInteger)
        return;
    Arrival &last = m_last[textOf(*m_changes, u"opportunity_id"_s, row)];
    if (at > last.at)
        last = {textOf(*m_changes, u"new_status_id"_s, row), at};
}

void StageClock::forget()
{
    m_isRead = false;
    Q_EMIT changed();
}

/// A first reading brings thousands, page by page: what is new is added to what is known.
void StageClock::takeChanges(const TableChange &change)
{
    if (!change.cells.empty() || !change.removedRows.empty())
        m_isRead = false;
    for (quint32 row = change.firstNew; m_isRead && row < change.firstNew + change.newRows; ++row)
        readRow(row);
    Q_EMIT changed();
}

/// The record of a deal that was moved arrives first, the change that led to it with the next look at Close.
void StageClock::takeOpportunities(const TableChange &change)
{
    // Nobody has asked yet, and reading a hundred thousand changes would hold up the window.
    if (!m_isWanted || !m_changes->isWhole())
        return;
    const int field = m_opportunities->fields().indexOf(u"status_id"_s);
    for (const ChangedCell &cell : change.cells) {
        if (cell.field != field)
            continue;
        read();
        const QString id = m_opportunities->idAt(cell.row);
        const QString status = m_opportunities->textAt(field, cell.row);
        const Arrival last = m_last.value(id);
        if (last.statusId == status && last.at > m_untold.value(id).after) {
            m_untold.remove(id); // for once the change came first
            continue;
        }
        qint64 at = momentOf(*m_opportunities, u"date_updated"_s, cell.row);
        if (at == NoInteger)
            at = QDateTime::currentMSecsSinceEpoch();
        m_untold.insert(id, {{status, at}, last.at});
    }
}

} // namespace Leadline
