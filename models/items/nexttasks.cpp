// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "nexttasks.h"

#include <set>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// More changed tasks than this are not looked up lead by lead.
constexpr size_t ManyTasks = 20;

/// Of the lead's id, without a text for each row.
size_t leadHash(const RecordTable &table, quint32 row)
{
    const int field = table.fields().indexOf(u"lead_id"_s);
    return table.data().columns[size_t(field)].ids.of(row).hash(row & (PieceRows - 1));
}

} // namespace

NextTasks::NextTasks(const RecordTable *tasks, QObject *parent)
    : QObject(parent)
    , m_tasks(tasks)
{
    connect(tasks, &RecordTable::changed, this, &NextTasks::takeChange);
    connect(tasks, &RecordTable::wasReset, this, &NextTasks::forget);
    connect(tasks, &RecordTable::wasRenumbered, this, &NextTasks::forget);
}

std::optional<quint32> NextTasks::rowOf(const RecordTable &table, quint32 row) const
{
    if (!m_tasks)
        return {};
    read();
    const auto found = m_next.constFind(leadHash(table, row));
    return found == m_next.cend() ? std::nullopt : std::optional(*found);
}

std::optional<NextTask> NextTasks::of(const RecordTable &table, quint32 row) const
{
    const std::optional<quint32> task = rowOf(table, row);
    if (!task)
        return {};
    return NextTask{m_tasks->valueAt(u"date"_s, *task).toDate(),
                    m_tasks->textAt(m_tasks->fields().indexOf(u"text"_s), *task)};
}

void NextTasks::read() const
{
    if (std::exchange(m_isRead, true))
        return;
    for (quint32 row = 0; row < m_tasks->rows(); ++row)
        readRow(row);
}

bool NextTasks::isOpen(quint32 row) const
{
    const int done = m_tasks->fields().indexOf(u"is_complete"_s);
    return m_tasks->isLive(row) && m_tasks->integerAt(done, row) != 1;
}

/// Of two without a day, or of the same, the first one stays.
void NextTasks::readRow(quint32 row) const
{
    if (!isOpen(row))
        return;
    const size_t lead = leadHash(*m_tasks, row);
    const auto known = m_next.find(lead);
    if (known == m_next.end()) {
        m_next.insert(lead, row);
        return;
    }
    const int due = m_tasks->fields().indexOf(u"date"_s);
    const qint64 day = m_tasks->integerAt(due, row);
    const qint64 other = m_tasks->integerAt(due, *known);
    if (day != NoInteger && (other == NoInteger || day < other || (day == other && row < *known)))
        *known = row;
}

/// Of the lead of a task that is another one now, or gone.
void NextTasks::readLead(quint32 row) const
{
    m_next.remove(leadHash(*m_tasks, row));
    for (const quint32 each : m_tasks->rowsOfLead(m_tasks->leadIdAt(row)))
        readRow(each);
}

void NextTasks::takeChange(const TableChange &change)
{
    const int lead = m_tasks->fields().indexOf(u"lead_id"_s);
    std::set<quint32> touched(change.removedRows.begin(), change.removedRows.end());
    bool hasMoved = false;
    for (const ChangedCell &cell : change.cells) {
        touched.insert(cell.row);
        hasMoved = hasMoved || cell.field == lead;
    }
    if (!m_isRead || hasMoved || touched.size() > ManyTasks) {
        forget();
        return;
    }
    for (quint32 row = change.firstNew; row < change.firstNew + change.newRows; ++row)
        readRow(row);
    for (const quint32 row : touched)
        readLead(row);
    Q_EMIT changed();
}

void NextTasks::forget()
{
    m_isRead = false;
    m_next.clear();
    Q_EMIT changed();
}

} // namespace Leadline
