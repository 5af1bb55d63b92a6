// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "outboxentry.h"
#include "schema.h"

#include <array>

namespace Leadline {

class RecordTable;

/// What entries of the outbox make of the records, as long as Close has not taken them. Pure, but for
/// showIn().
class OutboxView
{
public:
    /// \a tables are those of leads, contacts, opportunities and tasks, which know what Close has.
    OutboxView(const QList<OutboxEntry> &entries, SchemaPointer schema,
               const std::array<RecordTable *, 4> &tables);

    /// Has the tables show it.
    void showIn() const;
    /// The lead as it will be, with its contacts, opportunities and tasks.
    void layOver(Lead &lead) const;
    /// A lead that Close does not know.
    std::optional<Lead> madeLead(const QString &id) const;

private:
    template <typename R>
    QList<R> made() const;
    template <typename R>
    void addCreated(QList<R> &records, const OutboxEntry &entry) const;
    template <typename R>
    void applyChanges(R &record) const;
    template <typename R>
    QVariantMap shownValues(const RecordTable &table, const QString &id, const QJsonObject &body) const;
    template <typename R>
    void show(RecordTable *table) const;
    template <typename R>
    void layOver(QList<R> &records, const QString &leadId) const;
    QJsonObject completed(RecordKind kind, QJsonObject body) const;
    QString leadName(const QString &leadId) const;
    bool isDeleted(const QString &id) const;

    QList<OutboxEntry> m_entries;
    SchemaPointer m_schema;
    std::array<RecordTable *, 4> m_tables;
};

} // namespace Leadline
