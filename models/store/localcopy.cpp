// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "localcopy.h"

#include "documentfile.h"
#include "sealer.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString documentsName = u"documents.db"_s;
const QString snapshotSuffix = u".columns"_s;

CopyResult<void> makeFolder(const QString &folder)
{
    const QFile::Permissions ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const QDir parent = QFileInfo(folder).dir();
    const bool isThere = QDir(folder).exists() ||
                         (QDir().mkpath(parent.path()) && parent.mkdir(QFileInfo(folder).fileName(), ours));
    if (!isThere || !QFile::setPermissions(folder, ours))
        return tl::make_unexpected(CopyError{CopyError::Kind::NotWritable, folder});
    return {};
}

} // namespace

struct LocalCopy::Private
{
    QDir folder;
    std::shared_ptr<const Sealer> sealer; ///< outlives the file
    std::unique_ptr<DocumentFile> documents;
};

LocalCopy::LocalCopy()
    : d(std::make_unique<Private>())
{
}

LocalCopy::~LocalCopy() = default;

CopyResult<std::unique_ptr<LocalCopy>> LocalCopy::open(const QString &folder, const QByteArray &key)
{
    std::unique_ptr<LocalCopy> copy(new LocalCopy);
    copy->d->folder = QDir(folder);
    copy->d->sealer = Sealer::make(key);
    if (!copy->d->sealer)
        return tl::make_unexpected(CopyError{CopyError::Kind::Other, u"no key, or no libsodium"_s});
    if (CopyResult<void> made = makeFolder(folder); !made)
        return tl::make_unexpected(made.error());
    auto documents = DocumentFile::open(QDir(folder).filePath(documentsName), *copy->d->sealer);
    if (!documents)
        return tl::make_unexpected(documents.error());
    copy->d->documents = std::move(*documents);
    return copy;
}

QByteArray LocalCopy::makeKey()
{
    return Sealer::makeKey();
}

void LocalCopy::erase(const QString &folder)
{
    QDir(folder).removeRecursively();
}

CopyResult<void> LocalCopy::commit(const CopyChange &change)
{
    return d->documents->commit(change);
}

std::optional<QByteArray> LocalCopy::document(const DocumentKey &key)
{
    return d->documents->document(key);
}

std::optional<QByteArray> LocalCopy::mark(const QString &name)
{
    return d->documents->mark(name);
}

void LocalCopy::forEach(DocumentKind kind, const Visit &visit)
{
    d->documents->forEach(kind, [&](const Document &document, qint64) { return visit(document); });
}

qint64 LocalCopy::count(DocumentKind kind)
{
    return d->documents->count(kind);
}

qint64 LocalCopy::position() const
{
    return d->documents->position();
}

void LocalCopy::forEachSince(DocumentKind kind, qint64 position,
                             const std::function<bool(const Document &, qint64 position)> &visit)
{
    d->documents->forEachSince(kind, position, visit);
}

CopyResult<void> LocalCopy::forgetRecords()
{
    return d->documents->forgetRecords();
}

CopyResult<void> LocalCopy::forgetRemoved(qint64 position)
{
    return d->documents->forgetRemoved(position);
}

CopyResult<void> LocalCopy::writeSnapshot(const QString &name, const SnapshotSource &source)
{
    return SnapshotFile::write(d->folder.filePath(name + snapshotSuffix), *d->sealer, source);
}

std::shared_ptr<const Snapshot> LocalCopy::snapshot(const QString &name) const
{
    std::shared_ptr<const Snapshot> snapshot =
        SnapshotFile::open(d->folder.filePath(name + snapshotSuffix), d->sealer);
    // Of documents that are gone: theirs began anew.
    return snapshot && snapshot->position() <= position() ? snapshot : nullptr;
}

bool LocalCopy::hasDoubt() const
{
    return d->documents->hasDoubt();
}

CopyResult<void> LocalCopy::settleDoubt()
{
    return d->documents->settleDoubt();
}

} // namespace Leadline
