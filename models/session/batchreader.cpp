// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "batchreader.h"

#include "localcopy.h"
#include "untoldchange.h"
#include "worker.h"

#include <QLoggingCategory>

#include <array>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

Q_LOGGING_CATEGORY(lcSync, "leadline.sync", QtWarningMsg)

const QString MarkName = u"sync"_s;
/// With so many contacts at the most a page goes into the tables at once.
constexpr size_t FewContacts = 50;

/// The many contacts of a page of leads, by themselves and in halves: the window waits for one table at a time, and not
/// long.
std::array<RecordBatch, 2> splitContacts(RecordBatch &batch)
{
    std::array<RecordBatch, 2> halves;
    if (batch.isWhole || batch.contacts.rows <= FewContacts)
        return halves;
    const ColumnBlock all = std::exchange(batch.contacts, {});
    const QStringList ids = std::exchange(batch.contactIds, {});
    const size_t middle = all.rows / 2;
    for (RecordBatch &half : halves) {
        half.kind = batch.kind;
        half.isNoted = batch.isNoted;
        half.ids = batch.ids;
        half.leadIds = batch.leadIds;
    }
    halves[0].contacts = all.sliced(0, middle);
    halves[0].contactIds = ids.first(qsizetype(middle));
    halves[1].contacts = all.sliced(middle, all.rows - middle);
    halves[1].contactIds = ids.sliced(qsizetype(middle));
    return halves;
}

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
        std::array<RecordBatch, 2> contacts; ///< in halves
        std::optional<CopyError> failed;
        QStringList former;
    };
    const auto read = std::make_shared<Read>();
    m_worker.run(
        [read, inCopy = m_inCopy, body = std::move(body), decode, schema = std::move(schema),
         passedOver = std::move(passedOver), mark = std::move(mark), isNoting = m_isNoting && m_isNoting(),
         isFormerWanted = m_isFormerWanted && m_isFormerWanted()](LocalCopy *copy) {
            read->batch = decode(body, *schema, passedOver);
            if (!read->batch)
                return false;
            RecordBatch &batch = *read->batch;
            batch.isNoted = isNoting;
            if (mark)
                mark(inCopy->marks, batch);
            CopyChange change{.put = std::exchange(batch.documents, {}), .removed = {}, .marks = {}};
            if (copy && isFormerWanted)
                read->former = UntoldChange::keepFormer(*copy, change);
            read->failed = inCopy->commit(copy, std::move(change));
            read->contacts = splitContacts(batch);
            return true;
        },
        this,
        [this, read](bool isRead) {
            report(read->failed);
            if (isRead)
                Q_EMIT batchRead(*read->batch);
        });
    // In events of their own. What is asked of the worker later is answered later, too: there is no moment at which
    // it has seen a page of which the tables have a part.
    const auto tell = [this, read](size_t half) {
        if (read->contacts[half].contacts.rows > 0)
            Q_EMIT batchRead(read->contacts[half]);
    };
    m_worker.run([] { return true; }, this, [tell](bool) { tell(0); });
    m_worker.run([] { return true; }, this,
                 [this, read, tell, guard = QPointer<QObject>(context), taker = std::move(taker)](bool) {
                     tell(1);
                     if (guard)
                         taker(std::move(read->batch));
                     if (!read->former.isEmpty())
                         Q_EMIT formerKept(read->former);
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
