// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "copyerror.h"
#include "recordbatch.h"
#include "syncmarks.h"

#include <functional>
#include <memory>

namespace Leadline {

class Worker;

/// Hands answers to the worker's thread, which makes batches of them and keeps their documents in the local
/// copy, together with how far the sync has come. Each batch is for the tables, even when whoever asked has gone: the
/// marks count it as read. One whose documents cannot be kept stands in the tables all the same; the copy is then left
/// as it is until the next start, which goes on from the last mark.
class BatchReader : public QObject
{
    Q_OBJECT

public:
    /// Changes the marks when a batch was read; runs on the worker's thread.
    using Mark = std::function<void(SyncMarks &, const RecordBatch &)>;
    using Taker = std::function<void(Result<RecordBatch>)>;

    explicit BatchReader(Worker &worker, QObject *parent = nullptr);

    /// While \a isWanted, a document that replaces another one, or that is new, goes into the copy together
    /// with what was there before (UntoldChange).
    void keepFormerWhile(std::function<bool()> isWanted) { m_isFormerWanted = std::move(isWanted); }
    /// What is read while \a isNoting is told of when it comes into the tables.
    void noteWhile(std::function<bool()> isNoting) { m_isNoting = std::move(isNoting); }
    /// Ends in batchRead(), and then in \a taker unless \a context has gone by then.
    void read(QByteArray body, BatchDecoder decode, SchemaPointer schema, PassedOver passedOver, Mark mark,
              QObject *context, Taker taker);
    /// Takes records out of the copy.
    void forget(QList<DocumentKey> keys);
    /// Changes the marks alone.
    void mark(std::function<void(SyncMarks &)> change);
    /// What the last run left.
    void readMarks(QObject *context, std::function<void(SyncMarks)> taker);
    /// A whole pass has brought back what the copy had lost.
    void settleDoubt();

Q_SIGNALS:
    /// Records for the tables: an answer's, or a part of them.
    void batchRead(const Leadline::RecordBatch &batch);
    /// What was there before stands in the copy under \a keptIds, and the tables have what is there now.
    void formerKept(const QStringList &keptIds);
    /// Nothing more is kept in this run.
    void keepingFailed(const Leadline::CopyError &error);

private:
    struct InCopy;

    void report(const std::optional<CopyError> &error);

    Worker &m_worker;
    std::shared_ptr<InCopy> m_inCopy; ///< touched by the worker's jobs alone
    std::function<bool()> m_isFormerWanted;
    std::function<bool()> m_isNoting;
};

} // namespace Leadline
