// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "copychange.h"
#include "copyerror.h"
#include "snapshotfile.h"

#include <functional>
#include <memory>
#include <optional>

namespace Leadline {

/// One organization's records on this machine, each sealed. Lives on the worker's thread, where it is opened,
/// used and destroyed.
class LocalCopy
{
public:
    static constexpr qsizetype KeyBytes = 32;
    using Visit = std::function<bool(const Document &)>;

    /// Opens the copy in \a folder, which is made if it is not there; \a key is KeyBytes random bytes. The
    /// copy of an older version is emptied: Close has it all.
    static CopyResult<std::unique_ptr<LocalCopy>> open(const QString &folder, const QByteArray &key);
    /// A new key.
    static QByteArray makeKey();
    /// Removes all files of a copy that nobody has open.
    static void erase(const QString &folder);
    ~LocalCopy();

    /// All of it or nothing, in one transaction. A document that is the same as before is left alone.
    CopyResult<void> commit(const CopyChange &change);
    /// The document, or nothing where there is none or it cannot be unsealed (it is dropped then, and
    /// hasDoubt() holds).
    std::optional<QByteArray> document(const DocumentKey &key);
    std::optional<QByteArray> mark(const QString &name);
    /// Every document of a kind, oldest write first, until \a visit returns false. Nothing may be committed
    /// meanwhile.
    void forEach(DocumentKind kind, const Visit &visit);
    /// How many documents of a kind there are.
    qint64 count(DocumentKind kind);

    /// Grows with each document that is written or removed.
    qint64 position() const;
    /// What was written, or removed (its json is null), after \a position, in that order, with its position.
    /// Nothing may be committed meanwhile.
    void forEachSince(DocumentKind kind, qint64 position,
                      const std::function<bool(const Document &, qint64 position)> &visit);

    /// Takes out all that Close has too, and the marks; what is not there yet, drafts and unsent writes, stays.
    CopyResult<void> forgetRecords();
    /// Forgets what was removed up to \a position, which no snapshot has to be told any more.
    CopyResult<void> forgetRemoved(qint64 position);

    /// Replaces a snapshot, or leaves it as it was.
    CopyResult<void> writeSnapshot(const QString &name, const SnapshotSource &source);
    /// Nothing where there is none, or none that can be read. May outlive the copy.
    std::shared_ptr<const Snapshot> snapshot(const QString &name) const;

    /// Whether something was lost, so that a full pass has to find out what. Holds over restarts.
    bool hasDoubt() const;
    /// A full pass has brought everything back.
    CopyResult<void> settleDoubt();

private:
    LocalCopy();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Leadline
