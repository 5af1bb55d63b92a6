// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "idindex.h"
#include "leadtags.h"
#include "organization.h"
#include "sortorder.h"

#include <QLocale>

#include <functional>
#include <optional>

namespace Leadline {

/// A table's records as they were read back from bytes, with all that RecordTable::adopt() needs, so that the
/// GUI thread has nothing left to compute.
struct LoadedTable
{
    TableData data;
    IdIndex index;
    LeadTags leadTags;
    std::vector<QHash<QString, quint32>> symbols; ///< by field: the dictionaries, turned round
    std::vector<std::pair<int, SortOrder>> orders;
    ColumnBlock changed; ///< what came after the rows were written
    QStringList removed; ///< likewise
};

/// Names what a table's bytes mean. Those that were written under another name are no good: the table is made
/// anew from the records.
QByteArray snapshotSchema(const FieldList &fields);

/// A table as chunks of bytes: first what all others need and the first screen, then the orders, then the
/// rows, some thousand a chunk. Pure; each thread may use one of its own.
class TableSnapshotWriter
{
public:
    /// \a sortFields are those by which the table is sorted now and was lately; the first of them makes the
    /// first screen. Their orders are computed here.
    TableSnapshotWriter(TableData data, const std::vector<int> &sortFields, const Directory &directory,
                        const QLocale &locale);

    int chunks() const { return 2 + int(m_data.pieces()); }
    QByteArray chunk(int index) const;

private:
    std::vector<quint32> firstScreen() const;

    TableData m_data;
    QLocale m_locale;
    std::vector<std::pair<int, SortOrder>> m_orders;
};

/// Where a table's chunks are read from. Called from several threads.
struct ChunkSource
{
    /// How long a chunk is; 0 when there is none.
    std::function<size_t(int index)> size;
    /// Reads a chunk to \a to, where there is room for size(); false where it is torn.
    std::function<bool(int index, char *to)> read;
};

/// The rows at the top and at the end of the last order: enough for a screen until the others are there.
/// Nothing for bytes of another schema. Pure.
std::optional<LoadedTable> readFirstScreen(const FieldList &fields, const ChunkSource &source);
/// The whole table; threads of \a pool help. Orders of another locale are left out.
std::optional<LoadedTable> readTable(const FieldList &fields, const QLocale &locale,
                                     const ChunkSource &source, QThreadPool *pool = nullptr);

} // namespace Leadline
