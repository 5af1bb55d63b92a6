// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "snapshotfile.h"

#include "sealer.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>
#include <QtEndian>

#include <vector>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// The file: this, the length of the sealed contents, the chunks, the sealed contents. The contents come
/// last, since the lengths of the chunks are known then.
constexpr char Magic[] = "LdlnSnp1";
constexpr qsizetype MagicBytes = 8;
constexpr qsizetype HeadBytes = MagicBytes + qsizetype(sizeof(quint64));

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    bytes.resize(bytes.size() + qsizetype(sizeof number));
    qToLittleEndian(number, bytes.data() + bytes.size() - qsizetype(sizeof number));
}

/// What a sealed text is: the snapshot it belongs to and its place, so that no chunk can stand for another.
QByteArray about(const QByteArray &snapshot, qint32 place)
{
    QByteArray text = 's' + snapshot;
    append(text, place);
    return text;
}

constexpr qint32 ContentsPlace = -1;

CopyError errorOf(const QFileDevice &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError ||
                        QStorageInfo(QFileInfo(file.fileName()).path()).bytesAvailable() < 1024 * 1024;
    return {isFull ? CopyError::Kind::DiskFull : CopyError::Kind::NotWritable, file.errorString()};
}

} // namespace

struct Snapshot::Private
{
    std::shared_ptr<const Sealer> sealer;
    QFile file;
    const char *bytes = nullptr; ///< the file in memory
    QByteArray generation;
    QByteArray schema;
    qint64 position = 0;
    std::vector<qint64> ends; ///< of the chunks in the file
};

Snapshot::Snapshot(std::unique_ptr<Private> held)
    : d(std::move(held))
{
}

Snapshot::~Snapshot() = default;

const QByteArray &Snapshot::schema() const
{
    return d->schema;
}

qint64 Snapshot::position() const
{
    return d->position;
}

int Snapshot::chunks() const
{
    return int(d->ends.size());
}

/// Blank when there is none.
QByteArrayView Snapshot::sealed(int index) const
{
    if (index < 0 || index >= chunks())
        return {};
    const qint64 begin = index == 0 ? HeadBytes : d->ends[size_t(index) - 1];
    return {d->bytes + begin, d->ends[size_t(index)] - begin};
}

qsizetype Snapshot::size(int index) const
{
    return d->sealer->plainBytes(sealed(index));
}

bool Snapshot::read(int index, char *to) const
{
    return d->sealer->unsealTo(to, sealed(index), about(d->generation, index));
}

CopyResult<void> SnapshotFile::write(const QString &path, const Sealer &sealer, const SnapshotSource &source)
{
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return tl::make_unexpected(errorOf(file));
    // A name of its own for each that is written: old and new chunks do not fit together.
    const QByteArray generation = Sealer::makeKey().first(16);
    QByteArray contents;
    append(contents, source.position);
    append(contents, qint32(source.schema.size()));
    contents += source.schema;
    append(contents, qint32(source.chunks));
    QByteArray head = QByteArray(Magic, MagicBytes);
    append(head, quint64(0));
    bool written = file.write(head) == head.size();
    for (int i = 0; written && i < source.chunks; ++i) {
        const QByteArray sealed = sealer.seal(source.chunk(i), about(generation, i));
        written = file.write(sealed) == sealed.size();
        append(contents, qint64(file.pos()));
    }
    const QByteArray sealed = generation + sealer.seal(contents, about(generation, ContentsPlace));
    written = written && file.write(sealed) == sealed.size();
    head = head.first(MagicBytes);
    append(head, quint64(sealed.size()));
    written = written && file.seek(0) && file.write(head) == head.size();
    if (!written) {
        const CopyError error = errorOf(file);
        file.cancelWriting();
        return tl::make_unexpected(error);
    }
    if (!file.commit())
        return tl::make_unexpected(errorOf(file));
    return {};
}

std::shared_ptr<const Snapshot> SnapshotFile::open(const QString &path, std::shared_ptr<const Sealer> sealer)
{
    auto held = std::make_unique<Snapshot::Private>();
    held->sealer = std::move(sealer);
    held->file.setFileName(path);
    if (!held->file.open(QFile::ReadOnly))
        return nullptr;
    const qint64 size = held->file.size();
    // The mapping goes with the file object, which goes with the snapshot; a file that is replaced stays
    // until then.
    held->bytes = reinterpret_cast<const char *>(held->file.map(0, size));
    if (size < HeadBytes || !held->bytes || memcmp(held->bytes, Magic, size_t(MagicBytes)) != 0)
        return nullptr;
    const auto contentsSize = qFromLittleEndian<quint64>(held->bytes + MagicBytes);
    constexpr quint64 GenerationBytes = 16;
    if (contentsSize < GenerationBytes || contentsSize > quint64(size - HeadBytes))
        return nullptr;
    const qint64 begin = size - qint64(contentsSize);
    held->generation = QByteArray(held->bytes + begin, GenerationBytes);
    const QByteArrayView sealed(held->bytes + begin + GenerationBytes,
                                qsizetype(contentsSize - GenerationBytes));
    const auto contents = held->sealer->unseal(sealed, about(held->generation, ContentsPlace));
    if (!contents || contents->size() < 16)
        return nullptr;
    const char *at = contents->constData();
    held->position = qFromLittleEndian<qint64>(at);
    const auto schemaSize = qFromLittleEndian<qint32>(at + 8);
    if (schemaSize < 0 || contents->size() < 16 + schemaSize)
        return nullptr;
    held->schema = QByteArray(at + 12, schemaSize);
    const auto chunks = qFromLittleEndian<qint32>(at + 12 + schemaSize);
    at += 16 + schemaSize;
    if (chunks < 0 || contents->constData() + contents->size() - at != qint64(chunks) * 8)
        return nullptr;
    for (qint32 i = 0; i < chunks; ++i) {
        const auto end = qFromLittleEndian<qint64>(at + qint64(i) * 8);
        if (end > begin || end < (held->ends.empty() ? HeadBytes : held->ends.back()))
            return nullptr;
        held->ends.push_back(end);
    }
    return std::shared_ptr<const Snapshot>(new Snapshot(std::move(held)));
}

} // namespace Leadline
