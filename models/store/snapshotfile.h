// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "copyerror.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace Leadline {

class Sealer;

/// What a snapshot holds when it is written.
struct SnapshotSource
{
    QByteArray schema;   ///< names what the bytes mean
    qint64 position = 0; ///< of the local copy: what came later is not in it
    int chunks = 0;
    std::function<QByteArray(int index)> chunk;
};

/// A snapshot that was written whole, each chunk sealed with its place in it. Any thread may read it.
class Snapshot
{
public:
    ~Snapshot();

    const QByteArray &schema() const;
    qint64 position() const;
    int chunks() const;
    /// How many bytes a chunk has; 0 when there is none.
    qsizetype size(int index) const;
    /// Reads a chunk to \a to, where there is room for size(); false where it is torn.
    bool read(int index, char *to) const;

private:
    friend class SnapshotFile;
    struct Private;
    QByteArrayView sealed(int index) const;
    explicit Snapshot(std::unique_ptr<Private> held);

    std::unique_ptr<Private> d;
};

/// A file that is replaced as a whole, or stays as it was. What is in it can be made anew from the documents.
class SnapshotFile
{
public:
    static CopyResult<void> write(const QString &path, const Sealer &sealer, const SnapshotSource &source);
    /// Nothing where there is none, or none that can be read. Holds on to \a sealer.
    static std::shared_ptr<const Snapshot> open(const QString &path, std::shared_ptr<const Sealer> sealer);
};

} // namespace Leadline
