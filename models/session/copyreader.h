// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "localcopy.h"
#include "referencedata.h"
#include "tablesnapshot.h"

#include <QSet>

namespace Leadline {

/// The names of the tables' snapshots.
namespace SnapshotName {

inline const QString leads = QStringLiteral("leads");
inline const QString contacts = QStringLiteral("contacts");
inline const QString opportunities = QStringLiteral("opportunities");
inline const QString tasks = QStringLiteral("tasks");
inline const QString statusChanges = QStringLiteral("statuschanges");

} // namespace SnapshotName

/// What came after the leads' snapshot, for their contacts, which are in the leads' documents.
struct LeadReplay
{
    QSet<QByteArray> leadIds;    ///< of leads that changed or have gone
    QSet<QByteArray> contactIds; ///< of the contacts that these have now
    ColumnBlock contacts;
};

/// Some documents as columns.
struct DocumentBatch
{
    ColumnBlock block{};
    ColumnBlock contacts{}; ///< of leads
    qint64 position = 0;  ///< of the last one
    bool isLast = false;
};

// All of these run on the worker's thread, which owns the copy. A table is its snapshot and what came later;
// nothing where it has to be made of the documents.

std::optional<ReferenceData> readReference(LocalCopy &copy, const QString &organizationId);
/// The first screen of the leads' snapshot.
std::optional<LoadedTable> readFirstLeads(LocalCopy &copy, const Schema &schema);
/// Threads of \a pool help. \a replay is for openContacts(), which comes next.
std::optional<LoadedTable> openLeads(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                     QThreadPool *pool, LeadReplay &replay);
std::optional<LoadedTable> openContacts(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                        QThreadPool *pool, LeadReplay &replay);
std::optional<LoadedTable> openOpportunities(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                             QThreadPool *pool);
std::optional<LoadedTable> openTasks(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                     QThreadPool *pool);
std::optional<LoadedTable> openStatusChanges(LocalCopy &copy, const Schema &schema, const QLocale &locale,
                                             QThreadPool *pool);
/// The next \a limit documents behind \a position, for tables without a snapshot.
template <typename R>
DocumentBatch readDocuments(LocalCopy &copy, const Schema &schema, qint64 position, int limit);

} // namespace Leadline
