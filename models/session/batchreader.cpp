// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "batchreader.h"

#include "localcopy.h"
#include "untoldchange.h"
#include "worker.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

Q_LOGGING_CATEGORY(lcSync, "leadline.sync", QtWarningMsg)

const QString MarkName = u"sync"_s;

} // namespace

struct BatchReader::InCopy
{
    SyncMarks marks;
    bool isBroken = false;

    /// What went wrong, the first time.
    std::optional<CopyError> commit(LocalCopy *copy, CopyChange change)
    {
        if (!copy || isBroken)
            return {};
        change.marks.insert(MarkName, marks.toJson());
        if (const auto done = copy->commit(change); !done) {
            // A later mark would claim what is missing now.
            isBroken = true;
            qCWarning(lcSync) << "The local copy takes nothing more in this run.";
            return done.error();
        }
        return {};
    }
};

BatchReader::BatchReader(Worker &worker, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
    , m_inCopy(std::make_shared<InCopy>())
{
}

void BatchReader::read(QByteArray body, BatchDecoder decode, SchemaPointer schema, PassedOver passedOver,
                       Mark mark, QObject *context, Taker taker)
{
    struct Read
    {
        Result<RecordBatch> batch;
        std::optional<CopyError> failed{};
        QStringList former{};
    };
    m_worker.run(
        [inCopy = m_inCopy, body = std::move(body), decode, schema = std::move(schema),
         passedOver = std::move(passedOver), mark = std::move(mark),
         isFormerWanted = m_isFormerWanted && m_isFormerWanted()](LocalCopy *copy) {
            Read read{decode(body, *schema, passedOver)};
            if (!read.batch)
                return read;
            if (mark)
                mark(inCopy->marks, *read.batch);
            CopyChange change{.put = std::exchange(read.batch->documents, {}), .removed = {}, .marks = {}};
            if (copy && isFormerWanted)
                read.former = UntoldChange::keepFormer(*copy, change);
            read.failed = inCopy->commit(copy, std::move(change));
            return read;
        },
        this,
        [this, guard = QPointer<QObject>(context), taker = std::move(taker)](Read read) {
            report(read.failed);
            m_formerLeft += read.former;
            if (!guard)
                return;
            const QStringList former = std::exchange(m_formerLeft, {});
            taker(std::move(read.batch));
            if (!former.isEmpty())
                Q_EMIT formerKept(former);
        });
}

void BatchReader::report(const std::optional<CopyError> &error)
{
    if (error)
        Q_EMIT keepingFailed(*error);
}

void BatchReader::forget(QList<DocumentKey> keys)
{
    m_worker.run(
        [inCopy = m_inCopy, keys = std::move(keys)](LocalCopy *copy) {
            return inCopy->commit(copy, {.put = {}, .removed = keys, .marks = {}});
        },
        this, [this](const std::optional<CopyError> &failed) { report(failed); });
}

void BatchReader::mark(std::function<void(SyncMarks &)> change)
{
    m_worker.run(
        [inCopy = m_inCopy, change = std::move(change)](LocalCopy *copy) {
            change(inCopy->marks);
            return inCopy->commit(copy, {});
        },
        this, [this](const std::optional<CopyError> &failed) { report(failed); });
}

void BatchReader::readMarks(QObject *context, std::function<void(SyncMarks)> taker)
{
    m_worker.run(
        [inCopy = m_inCopy](LocalCopy *copy) {
            if (copy) {
                inCopy->marks = SyncMarks::fromJson(copy->mark(MarkName).value_or(QByteArray()));
                inCopy->marks.hasDoubt = copy->hasDoubt();
            }
            return inCopy->marks;
        },
        context, std::move(taker));
}

void BatchReader::settleDoubt()
{
    m_worker.run(
        [inCopy = m_inCopy](LocalCopy *copy) {
            if (copy && !inCopy->isBroken)
                (void)copy->settleDoubt();
            return true;
        },
        this, [](bool) {});
}

} // namespace Leadline
