// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordbatch.h"
#include "unmetrecords.h"

#include <QElapsedTimer>
#include <QObject>

#include <map>
#include <memory>

namespace Leadline {

/// The tables a sync fills.
struct SyncTables
{
    RecordTable *leads = nullptr;
    RecordTable *contacts = nullptr;
    RecordTable *opportunities = nullptr;
    RecordTable *tasks = nullptr;
    RecordTable *statusChanges = nullptr;
};

/// Puts batches into the tables and keeps the books that need both sides: what is gone and must not come back
/// with a late answer, what was read since an index last looked, and what a sweep has not met yet.
class TableFeed : public QObject
{
    Q_OBJECT

public:
    explicit TableFeed(SyncTables tables, QObject *parent = nullptr);

    const SyncTables &tables() const { return m_tables; }
    RecordTable *table(DocumentKind kind) const;
    PassedOver passedOver() const;

    void take(const RecordBatch &batch);
    /// A record is gone, with what belongs to it. What the local copy shall forget.
    QList<DocumentKey> drop(DocumentKind kind, const QStringList &ids);
    /// Calls back once drop() can find all that belongs to such records: a lead's status changes may lie on
    /// the disk, unread.
    void whenDroppable(const QList<DocumentKind> &kinds, QObject *context, std::function<void()> callback);
    void dropContacts(const QStringList &ids);

    /// From now on what is there and not met counts as gone. What is created meanwhile does not.
    void beginSweep();
    bool isSweeping() const { return m_sweep != nullptr; }
    /// Of one of its tables, during a sweep.
    QStringList unmet(const RecordTable *table) const;
    void endSweep();

    /// Whether replaced cells and new records are told of.
    void setNoting(bool isNoting) { m_isNoting = isNoting; }
    bool isNoting() const { return m_isNoting; }
    /// The leads whose name has changed since this was last asked.
    QSet<QString> takeRenamedLeads() { return std::exchange(m_renamed, {}); }
    /// Those of \a leads of which some records in \a children carry another name: these were read before the lead
    /// was renamed.
    QSet<QString> misnamedLeads(const RecordTable &children, const QSet<QString> &leads) const;
    /// Records that were read or written one by one, with their date_updated then, in milliseconds.
    void noteFresh(const QStringList &ids, const QList<qint64> &updates);
    /// Long enough after a pass or a read no index is behind any more.
    void forgetOld();

Q_SIGNALS:
    void cellsReplaced(Leadline::RecordTable *table, const std::vector<Leadline::FormerCell> &former);
    void recordsAdded(Leadline::RecordTable *table, quint32 first, quint32 count);
    /// They are still in the table. What goes with its lead is not told of by itself.
    void recordsLeaving(Leadline::RecordTable *table, const QStringList &ids);

private:
    using Sweep = std::map<const RecordTable *, std::unique_ptr<UnmetRecords>>;

    void takeWhole(const RecordBatch &batch);
    void merge(RecordTable *table, const ColumnBlock &block, bool isNoted);
    void remove(RecordTable *table, const QStringList &ids, bool isNoted);
    void meet(const RecordBatch &batch);
    void removeLate(const RecordBatch &batch);

    SyncTables m_tables;
    QElapsedTimer m_clock;
    QHash<QString, qint64> m_gone;    ///< when, by m_clock
    QHash<QString, qint64> m_fresh;   ///< their date_updated then
    QHash<QString, qint64> m_freshAt; ///< when, by m_clock
    std::unique_ptr<Sweep> m_sweep;
    bool m_isNoting = false;
    QSet<QString> m_renamed;
};

} // namespace Leadline
