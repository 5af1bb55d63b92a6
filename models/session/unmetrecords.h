// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordtable.h"

namespace Leadline {

/// The records of a table that a sweep has not met yet, a bit each: a million of them are known at once. What comes
/// into the table later is none of them.
class UnmetRecords : public QObject
{
    Q_OBJECT

public:
    explicit UnmetRecords(const RecordTable &table, QObject *parent = nullptr);

    void meet(const QString &id);
    void meetThoseOfLead(const QString &leadId);
    QStringList ids() const;

private:
    void keepIds();
    void findRows();

    const RecordTable &m_table;
    RowSet m_rows;
    QStringList m_ids; ///< while the table renumbers its rows
};

} // namespace Leadline
