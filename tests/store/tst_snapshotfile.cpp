// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copychanges.h"
#include "testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

namespace tst_snapshotfile {

using namespace Qt::StringLiterals;
using namespace Leadline;
using namespace Leadline::Test;

/// Snapshots beside the documents: whole or not there.
class TestSnapshotFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsBackWhatWasWritten();
    void replacesTheOneBefore();
    void refusesWhatIsTorn();
    void refusesChunksOfAnother();
    void nothingIsReadable();
    void isOfTheseDocuments();
    void aFullDiskLeavesTheOneBefore();

private:
    static std::optional<QByteArray> read(const Snapshot &snapshot, int index);
    static SnapshotSource source(char fill, qint64 position = 0, int chunks = 5);
    QString file() const { return m_folder->filePath(u"copy/leads.columns"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalCopy> m_copy;
};

void TestSnapshotFile::init()
{
    m_copy.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    auto copy = LocalCopy::open(m_folder->filePath(u"copy"_s), testKey());
    QVERIFY(copy);
    m_copy = std::move(*copy);
}

std::optional<QByteArray> TestSnapshotFile::read(const Snapshot &snapshot, int index)
{
    QByteArray bytes(snapshot.size(index), Qt::Uninitialized);
    if (!snapshot.read(index, bytes.data()))
        return {};
    return bytes;
}

SnapshotSource TestSnapshotFile::source(char fill, qint64 position, int chunks)
{
    return {"schema of " + QByteArray(1, fill), position, chunks, [fill](int index) {
                return QByteArray(10000 * index, fill) + "Grackle Works " + QByteArray::number(index);
            }};
}

void TestSnapshotFile::readsBackWhatWasWritten()
{
    QVERIFY(!m_copy->snapshot(u"leads"_s));
    QVERIFY(m_copy->commit(leadsChange(0, 3)));
    QVERIFY(m_copy->writeSnapshot(u"leads"_s, source('a', 3)));
    const auto snapshot = m_copy->snapshot(u"leads"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->position(), 3);
    QCOMPARE(snapshot->schema(), "schema of a");
    QCOMPARE(snapshot->chunks(), 5);
    for (const int i : {4, 0, 3, 1, 2})
        QCOMPARE(read(*snapshot, i), source('a').chunk(i));
    QVERIFY(!read(*snapshot, 5));
    QVERIFY(!read(*snapshot, -1));
    QVERIFY(!m_copy->snapshot(u"contacts"_s));
}

void TestSnapshotFile::replacesTheOneBefore()
{
    QVERIFY(m_copy->writeSnapshot(u"leads"_s, source('a')));
    const auto before = m_copy->snapshot(u"leads"_s);
    QVERIFY(m_copy->writeSnapshot(u"leads"_s, source('b')));
    QCOMPARE(read(*m_copy->snapshot(u"leads"_s), 2), source('b').chunk(2));
    // One that is still being read stays what it was, also when the copy has gone.
    m_copy.reset();
    QCOMPARE(read(*before, 2), source('a').chunk(2));
}

void TestSnapshotFile::refusesWhatIsTorn()
{
    QVERIFY(m_copy->writeSnapshot(u"leads"_s, source('a')));
    QFile whole(file());
    QVERIFY(whole.open(QFile::ReadOnly));
    const QByteArray bytes = whole.readAll();
    const auto chunksRead = [this] {
        const auto snapshot = m_copy->snapshot(u"leads"_s);
        int good = 0;
        for (int i = 0; snapshot && i < 5; ++i) {
            const auto chunk = read(*snapshot, i);
            if (!chunk)
                continue;
            if (*chunk != source('a').chunk(i))
                qFatal("another chunk");
            ++good;
        }
        return good;
    };
    QCOMPARE(chunksRead(), 5);
    for (qsizetype at = 0; at < bytes.size(); at += at < 300 || at > bytes.size() - 300 ? 1 : 997) {
        QByteArray torn = bytes;
        torn[at] = char(torn.at(at) ^ 0x20);
        QFile to(file());
        QVERIFY(to.open(QFile::WriteOnly));
        to.write(torn);
        to.close();
        QVERIFY(chunksRead() < 5);
        QVERIFY(QFile::resize(file(), at));
        QCOMPARE(chunksRead(), 0);
    }
}

void TestSnapshotFile::refusesChunksOfAnother()
{
    const auto write = [this](char fill) {
        if (!m_copy->writeSnapshot(u"leads"_s, source(fill)))
            qFatal("not written");
        QFile written(file());
        if (!written.open(QFile::ReadOnly))
            qFatal("not there");
        return written.readAll();
    };
    const QByteArray older = write('a');
    QByteArray mixed = write('b');
    // The newer one with the older one's third chunk in its place: every byte is genuine.
    QCOMPARE(older.size(), mixed.size());
    mixed.replace(16 + 12000, 15000, older.mid(16 + 12000, 15000));
    QFile to(file());
    QVERIFY(to.open(QFile::WriteOnly));
    to.write(mixed);
    to.close();
    const auto snapshot = m_copy->snapshot(u"leads"_s);
    QVERIFY(snapshot);
    QVERIFY(read(*snapshot, 0));
    QVERIFY(!read(*snapshot, 2));
}

void TestSnapshotFile::nothingIsReadable()
{
    QVERIFY(m_copy->writeSnapshot(u"leads"_s, source('a')));
    QFile written(file());
    QVERIFY(written.open(QFile::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(!bytes.contains("Grackle"));
    QVERIFY(!bytes.contains("schema"));
    QVERIFY(!bytes.contains("aaaa"));
    QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void TestSnapshotFile::isOfTheseDocuments()
{
    // The documents were lost and begin anew: what came after number 500 is not known any more.
    QVERIFY(m_copy->commit(leadsChange(0, 10)));
    QVERIFY(m_copy->writeSnapshot(u"leads"_s, source('a', 500)));
    QVERIFY(!m_copy->snapshot(u"leads"_s));
}

void TestSnapshotFile::aFullDiskLeavesTheOneBefore()
{
#ifdef Q_OS_LINUX
    const QString disk = m_folder->filePath(u"disk"_s);
    QVERIFY(QDir().mkpath(disk));
    if (mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("only root can mount");
    const auto unmount = qScopeGuard([&] { umount2(QFile::encodeName(disk).constData(), MNT_DETACH); });
    const auto copy = LocalCopy::open(disk + u"/copy"_s, testKey());
    QVERIFY(copy);
    QVERIFY((*copy)->writeSnapshot(u"leads"_s, source('a')));
    const auto written = (*copy)->writeSnapshot(u"leads"_s, source('b', 0, 40));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, CopyError::Kind::DiskFull);
    const auto snapshot = (*copy)->snapshot(u"leads"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->schema(), "schema of a");
    QCOMPARE(QDir(disk + u"/copy"_s).entryList({u"leads*"_s}, QDir::Files).size(), 1);
#else
    QSKIP("needs a small disk");
#endif
}

LEADLINE_TEST(tst_snapshotfile, QTEST_GUILESS_MAIN, TestSnapshotFile)

} // namespace tst_snapshotfile

#include "tst_snapshotfile.moc"
