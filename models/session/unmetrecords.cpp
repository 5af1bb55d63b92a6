// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "unmetrecords.h"

namespace Leadline {

UnmetRecords::UnmetRecords(const RecordTable &table, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_rows(table.rowsInClose())
{
    connect(&table, &RecordTable::aboutToBeRenumbered, this, &UnmetRecords::keepIds);
    connect(&table, &RecordTable::wasRenumbered, this, &UnmetRecords::findRows);
    connect(&table, &RecordTable::aboutToBeReset, this, &UnmetRecords::keepIds);
    connect(&table, &RecordTable::wasReset, this, &UnmetRecords::findRows);
}

void UnmetRecords::meet(const QString &id)
{
    const int row = m_table.rowOf(id);
    if (row >= 0 && quint32(row) < m_rows.size())
        m_rows.remove(quint32(row));
}

void UnmetRecords::meetThoseOfLead(const QString &leadId)
{
    for (const quint32 row : m_table.rowsOfLead(leadId)) {
        if (row < m_rows.size())
            m_rows.remove(row);
    }
}

QStringList UnmetRecords::ids() const
{
    QStringList ids;
    for (quint32 row = 0; row < m_rows.size(); ++row) {
        if (m_rows.contains(row) && m_table.isLive(row))
            ids.append(m_table.idAt(row));
    }
    return ids;
}

void UnmetRecords::keepIds()
{
    m_ids = ids();
}

void UnmetRecords::findRows()
{
    m_rows = RowSet(m_table.rows());
    for (const QString &id : std::exchange(m_ids, {})) {
        if (const int row = m_table.rowOf(id); row >= 0)
            m_rows.insert(quint32(row));
    }
}

} // namespace Leadline
