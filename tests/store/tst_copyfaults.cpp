// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copychanges.h"
#include "testprogram.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

namespace tst_copyfaults {

using namespace Qt::StringLiterals;
using namespace Leadline;
using namespace Leadline::Test;

/// The local copy when things go wrong: it opens whole, or says why not.
class TestCopyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysThatTheKeyIsAnother();
    void saysThatItIsOpenElsewhere();
    void saysThatItIsFromTheFuture();
    void saysThatItIsNoCopy();
    void saysThatTheFolderCannotBeMade();
    void dropsWhatIsTorn();
    void survivesTruncation();
    void survivesKills();
    void survivesAFullDisk();

private:
    QString folder() const { return m_folder->filePath(u"copy"_s); }
    QString documents() const { return folder() + u"/documents.db"_s; }
    std::unique_ptr<LocalCopy> open();
    CopyError::Kind openError(char key = 'k');
    void overwrite(qint64 at, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCopyFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

std::unique_ptr<LocalCopy> TestCopyFaults::open()
{
    auto copy = LocalCopy::open(folder(), testKey());
    if (!copy)
        qFatal("%s", qPrintable(copy.error().message));
    return std::move(*copy);
}

CopyError::Kind TestCopyFaults::openError(char key)
{
    const auto copy = LocalCopy::open(folder(), testKey(key));
    if (copy)
        qFatal("opened");
    return copy.error().kind;
}

void TestCopyFaults::overwrite(qint64 at, const QByteArray &bytes)
{
    QFile file(documents());
    QVERIFY(file.open(QFile::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestCopyFaults::saysThatTheKeyIsAnother()
{
    QVERIFY(open()->commit(leadsChange(0, 3)));
    QCOMPARE(openError('x'), CopyError::Kind::WrongKey);
    QCOMPARE(open()->count(DocumentKind::Lead), 3);
    QVERIFY(!LocalCopy::open(folder(), "short"));
}

void TestCopyFaults::saysThatItIsOpenElsewhere()
{
    const auto copy = open();
    QCOMPARE(openError(), CopyError::Kind::Busy);
    QVERIFY(copy->commit(leadsChange(0, 3)));
}

void TestCopyFaults::saysThatItIsFromTheFuture()
{
    QVERIFY(open()->commit(leadsChange(0, 3)));
    overwrite(60, QByteArray("\0\0\0\x63", 4)); // user_version (sqlite.org/fileformat.html, 1.3)
    QCOMPARE(openError(), CopyError::Kind::NewerFormat);
}

void TestCopyFaults::saysThatItIsNoCopy()
{
    QVERIFY(QDir().mkpath(folder()));
    overwrite(0, QByteArray(100000, 'x'));
    QCOMPARE(openError(), CopyError::Kind::Damaged);
}

void TestCopyFaults::saysThatTheFolderCannotBeMade()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QFile::WriteOnly));
    QCOMPARE(openError(), CopyError::Kind::NotWritable);
}

void TestCopyFaults::dropsWhatIsTorn()
{
    QVERIFY(open()->commit(leadsChange(0, 500)));
    // One byte in each of many pages, the first ones, which hold the tables themselves, left alone.
    QRandomGenerator random(7);
    const qint64 size = QFileInfo(documents()).size();
    for (qint64 page = 10; page < size / 16384; page += 2)
        overwrite(page * 16384 + 2000 + random.bounded(12000), QByteArray(1, char(random.bounded(256))));
    const auto copy = open();
    int whole = 0;
    copy->forEach(DocumentKind::Lead, [&](const Document &document) {
        const int number = document.key.id.mid(5).toInt();
        if (document.json != leadJson(number))
            qFatal("%d is not what was written", number);
        ++whole;
        return true;
    });
    QVERIFY(whole < 500);
    QVERIFY(copy->hasDoubt());
}

void TestCopyFaults::survivesTruncation()
{
    for (const double part : {0.0, 0.01, 0.3, 0.7, 0.99}) {
        QVERIFY(open()->commit(leadsChange(0, 500)));
        QFile file(documents());
        QVERIFY(file.resize(qint64(double(file.size()) * part)));
        if (auto copy = LocalCopy::open(folder(), testKey())) {
            int seen = 0;
            (*copy)->forEach(DocumentKind::Lead, [&](const Document &document) {
                if (document.json != leadJson(document.key.id.mid(5).toInt()))
                    qFatal("%s", qPrintable(document.key.id));
                ++seen;
                return true;
            });
            QVERIFY(seen == 0 || seen == 500 || (*copy)->hasDoubt());
        } else {
            QCOMPARE(copy.error().kind, CopyError::Kind::Damaged);
        }
        LocalCopy::erase(folder());
    }
}

void TestCopyFaults::survivesKills()
{
    QRandomGenerator random(3);
    int said = 0;
    for (int round = 0; round < 12; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(COPY_WRITER), {folder()});
        QVERIFY(writer.waitForStarted());
        const int enough = said + 10 + 10 * random.bounded(60);
        while (said < enough) {
            QVERIFY(writer.waitForReadyRead());
            while (writer.canReadLine())
                said = writer.readLine().trimmed().toInt();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        while (writer.canReadLine())
            said = writer.readLine().trimmed().toInt();

        const auto copy = open();
        const int written = copy->mark(u"written"_s).value_or("0").toInt();
        QVERIFY2(written >= said, "a change that was committed is gone");
        QCOMPARE(copy->count(DocumentKind::Lead), written);
        for (int i = 0; i < written; ++i)
            QCOMPARE(copy->document(leadKey(i)), leadJson(i));
        QVERIFY(!copy->hasDoubt());
        said = written;
    }
    QVERIFY(said > 1000);
}

void TestCopyFaults::survivesAFullDisk()
{
#ifdef Q_OS_LINUX
    const QByteArray disk = QFile::encodeName(m_folder->filePath(u"disk"_s));
    QVERIFY(QDir().mkpath(QFile::decodeName(disk)));
    if (mount("tmpfs", disk.constData(), "tmpfs", 0, "size=1500k") != 0)
        QSKIP("only root can mount");
    const auto unmount = qScopeGuard([&] { umount2(disk.constData(), MNT_DETACH); });
    const QString place = QFile::decodeName(disk) + u"/copy"_s;
    int written = 0;
    {
        auto copy = LocalCopy::open(place, testKey());
        QVERIFY(copy);
        CopyResult<void> done;
        while ((done = (*copy)->commit(leadsChange(written, written + 50))))
            written += 50;
        QCOMPARE(done.error().kind, CopyError::Kind::DiskFull);
        QVERIFY(written > 0);
        // What was committed is there, and stays so.
        QCOMPARE((*copy)->mark(u"written"_s), QByteArray::number(written));
        QCOMPARE((*copy)->count(DocumentKind::Lead), written);
    }
    auto copy = LocalCopy::open(place, testKey());
    QVERIFY2(copy, copy ? "" : qPrintable(copy.error().message));
    QCOMPARE((*copy)->count(DocumentKind::Lead), written);
    for (int i = 0; i < written; ++i)
        QCOMPARE((*copy)->document(leadKey(i)), leadJson(i));
#else
    QSKIP("needs a small disk");
#endif
}

LEADLINE_TEST(tst_copyfaults, QTEST_GUILESS_MAIN, TestCopyFaults)

} // namespace tst_copyfaults

#include "tst_copyfaults.moc"
