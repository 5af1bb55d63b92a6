// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "schema.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

namespace Leadline {

class RecordTable;
class Worker;
struct LoadedTable;

/// Fills the tables from the local copy at the start, and keeps their snapshots in it: written anew when
/// enough has changed and nothing happens, so that a start has little to catch up with. What is not in a
/// snapshot yet is in the documents, so that nothing is lost by a kill. The status changes, which little
/// needs, are read when somebody does.
class CopyTables : public QObject
{
    Q_OBJECT

public:
    /// The leads' table, the contacts', the opportunities', the tasks' and the status changes'. None is
    /// owned. When they have not changed for \a calm it is the moment to write.
    CopyTables(Worker &worker, const std::array<RecordTable *, 5> &tables, std::chrono::milliseconds calm,
               QObject *parent = nullptr);
    ~CopyTables() override;

    /// Reads all tables but the status changes', whose fields are those of \a schema: when proceed() is
    /// called, at the latest after \a patience. Ends in loaded().
    void load(SchemaPointer schema, std::chrono::milliseconds patience);
    void proceed();
    bool isLoading() const { return m_left > 0; }

Q_SIGNALS:
    void loaded();

private:
    /// A table and its snapshot.
    struct Kept
    {
        QString name;
        RecordTable *table = nullptr;
        quint32 pending = 0; ///< rows that changed since the snapshot
        bool isWritten = false;
    };
    enum Place { Leads, Contacts, Opportunities, Tasks, StatusChanges };

    template <typename Reader>
    void open(Place place, Reader read);
    void readAll();
    void readStatusChanges();
    void take(Place place, std::optional<LoadedTable> opened);
    template <typename R>
    void rebuild(Place place, qint64 position);
    void tableDone(Place place);
    void note(Place place, quint32 rows);
    bool isDue(const Kept &kept) const;
    void writeDue();
    void write(const std::vector<Place> &places);
    void capture(const std::vector<Place> &places, qint64 position);

    Worker &m_worker;
    std::array<Kept, 5> m_kept;
    SchemaPointer m_schema;
    QTimer m_idle;
    QTimer m_patience;
    int m_left = 0;
    bool m_areStatusChangesWanted = false;
    bool m_isWriting = false;
};

} // namespace Leadline
