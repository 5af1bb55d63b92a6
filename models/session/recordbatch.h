// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnblock.h"
#include "copychange.h"
#include "recordkind.h"
#include "schema.h"

#include <QSet>

namespace Leadline {

/// Some records as the tables and the local copy take them: made on the worker's thread, merged on the
/// screen's.
struct RecordBatch
{
    DocumentKind kind = DocumentKind::Lead;
    bool isWhole = false; ///< one record that was read by its id; a lead's contacts are those it names
    bool isNoted = false; ///< what it changes is told of
    ColumnBlock block;
    ColumnBlock contacts;      ///< of leads, which carry theirs
    ColumnBlock opportunities; ///< of one lead that was read whole; without rows otherwise
    QStringList ids;           ///< of block
    QStringList contactIds;
    QStringList opportunityIds;
    QList<qint64> opportunityUpdates; ///< their date_updated, in milliseconds
    QStringList leadIds;      ///< of the leads of block's records
    QList<qint64> updates;    ///< date_updated of block's records, in milliseconds
    QStringList fresherIds;   ///< records that were left out because they had been read since
    int received = 0;         ///< records of the answer, those left out among them
    bool hasMore = false;
    std::optional<qint64> total;
    QString cursor;
    std::optional<qint64> oldestUpdate; ///< the earliest date_updated of the answer, in milliseconds
    std::optional<qint64> newestUpdate;
    std::optional<qint64> oldestCreation; ///< the earliest date_created
    QList<Document> documents;            ///< for the local copy
};

/// What an answer may hold and shall not bring back.
struct PassedOver
{
    QSet<QString> gone; ///< deleted or merged: Close's indexes name them for a while yet
    /// Read one by one since, with their date_updated then, in milliseconds: an index may still tell of an
    /// earlier state. What it dates later is news all the same.
    QHash<QString, qint64> fresh;
};

/// Decodes a list's or a search's answer, for the tables alone. Pure; callable on any thread, as the others.
template <typename R>
Result<RecordBatch> decodeBatch(const QByteArray &body, const Schema &schema);

/// The same, with documents, for the sync.
template <typename R>
Result<RecordBatch> decodeSynced(const QByteArray &body, const Schema &schema, const PassedOver &passedOver);

/// The answer to a GET of one record; a lead's opportunities are taken out of it.
template <typename R>
Result<RecordBatch> decodeWhole(const QByteArray &body, const Schema &schema, const PassedOver &passedOver);

using BatchDecoder = Result<RecordBatch> (*)(const QByteArray &, const Schema &, const PassedOver &);

template <typename R>
constexpr DocumentKind documentKindOf()
{
    if constexpr (std::is_same_v<R, Lead>)
        return DocumentKind::Lead;
    else if constexpr (std::is_same_v<R, Opportunity>)
        return DocumentKind::Opportunity;
    else if constexpr (std::is_same_v<R, Task>)
        return DocumentKind::Task;
    else
        return DocumentKind::StatusChange;
}

/// Of the lead that a record belongs to, or is.
template <typename R>
const QString &leadIdOf(const R &record)
{
    if constexpr (std::is_same_v<R, Lead>)
        return record.id;
    else
        return record.leadId;
}

/// Of the document that holds such a record: a contact is within its lead.
constexpr DocumentKind documentKindOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Opportunity:
        return DocumentKind::Opportunity;
    case RecordKind::Task:
        return DocumentKind::Task;
    case RecordKind::Lead:
    case RecordKind::Contact:
        break;
    }
    return DocumentKind::Lead;
}

} // namespace Leadline
