// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copychanges.h"
#include "testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace tst_localcopy {

using namespace Qt::StringLiterals;
using namespace Leadline;
using namespace Leadline::Test;

/// What the local copy keeps, and that it keeps it to itself.
class TestLocalCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsDocumentsAndMarks();
    void survivesReopening();
    void keepsDraftsWhenRecordsAreForgotten();
    void leavesEqualDocumentsAlone();
    void numbersWritesAndRemovals();
    void aWalkThatEndsEarlyHoldsNothingUp();
    void walksOneKindInOrder();
    void learnsADictionary();
    void nothingIsReadable();
    void onlyTheOwnerMayRead();
    void erases();

private:
    std::unique_ptr<LocalCopy> open(char key = 'k');
    QString folder() const { return m_folder->filePath(u"copies/one"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLocalCopy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

std::unique_ptr<LocalCopy> TestLocalCopy::open(char key)
{
    auto copy = LocalCopy::open(folder(), testKey(key));
    if (!copy)
        qFatal("%s", qPrintable(copy.error().message));
    return std::move(*copy);
}

void TestLocalCopy::keepsDocumentsAndMarks()
{
    const auto copy = open();
    QCOMPARE(copy->document(leadKey(1)), std::nullopt);
    QCOMPARE(copy->mark(u"written"_s), std::nullopt);
    QVERIFY(copy->commit(leadsChange(0, 3)));
    QCOMPARE(copy->document(leadKey(1)), leadJson(1));
    QCOMPARE(copy->document({DocumentKind::Task, u"lead_1"_s}), std::nullopt);
    QCOMPARE(copy->mark(u"written"_s), "3");
    QCOMPARE(copy->count(DocumentKind::Lead), 3);

    CopyChange change;
    change.put = {{leadKey(1), leadJson(1, 7)}, {{DocumentKind::Task, u"lead_1"_s}, "{}"}};
    change.removed = {leadKey(2), leadKey(99)};
    change.marks = {{u"written"_s, QByteArray()}, {u"blank"_s, ""}};
    QVERIFY(copy->commit(change));
    QCOMPARE(copy->document(leadKey(1)), leadJson(1, 7));
    QCOMPARE(copy->document({DocumentKind::Task, u"lead_1"_s}), "{}");
    QCOMPARE(copy->document(leadKey(2)), std::nullopt);
    QCOMPARE(copy->mark(u"written"_s), std::nullopt);
    QCOMPARE(copy->mark(u"blank"_s), "");
    QCOMPARE(copy->count(DocumentKind::Lead), 2);
    QVERIFY(!copy->hasDoubt());
}

void TestLocalCopy::survivesReopening()
{
    QVERIFY(open()->commit(leadsChange(0, 3)));
    const auto copy = open();
    QCOMPARE(copy->document(leadKey(2)), leadJson(2));
    QCOMPARE(copy->mark(u"written"_s), "3");
    QVERIFY(!copy->hasDoubt());
}

/// Everything else is read anew from Close.
void TestLocalCopy::keepsDraftsWhenRecordsAreForgotten()
{
    const DocumentKey draft{DocumentKind::Draft, u"a"_s};
    {
        const auto copy = open();
        CopyChange change = leadsChange(0, 3);
        change.put.append({draft, R"({"kind":"lead"})"});
        QVERIFY(copy->commit(change));
        QVERIFY(copy->forgetRecords());
    }
    const auto copy = open();
    QCOMPARE(copy->document(leadKey(1)), std::nullopt);
    QCOMPARE(copy->document(draft), R"({"kind":"lead"})");
    QCOMPARE(copy->count(DocumentKind::Draft), 1);
}

void TestLocalCopy::leavesEqualDocumentsAlone()
{
    const auto copy = open();
    QVERIFY(copy->commit(leadsChange(0, 3)));
    const qint64 before = copy->position();
    QVERIFY(copy->commit(leadsChange(0, 3)));
    QCOMPARE(copy->position(), before);
    QVERIFY(copy->commit(leadsChange(1, 2, 1)));
    QCOMPARE(copy->position(), before + 1);
    // What was removed and comes back the same is written again.
    CopyChange removal;
    removal.removed = {leadKey(0)};
    QVERIFY(copy->commit(removal));
    QVERIFY(copy->commit(leadsChange(0, 1)));
    QCOMPARE(copy->document(leadKey(0)), leadJson(0));
}

void TestLocalCopy::numbersWritesAndRemovals()
{
    const auto copy = open();
    QVERIFY(copy->commit(leadsChange(0, 5)));
    const qint64 mark = copy->position();
    QVERIFY(copy->commit(leadsChange(3, 4, 1)));
    CopyChange change;
    change.removed = {leadKey(1)};
    change.put = {{leadKey(6), leadJson(6)}};
    QVERIFY(copy->commit(change));
    QStringList seen;
    copy->forEachSince(DocumentKind::Lead, mark, [&](const Document &document, qint64) {
        seen.append(document.key.id + (document.json.isNull() ? u" gone"_s : QString()));
        return true;
    });
    QCOMPARE(seen, (QStringList{u"lead_3"_s, u"lead_6"_s, u"lead_1 gone"_s}));
}

void TestLocalCopy::aWalkThatEndsEarlyHoldsNothingUp()
{
    const auto copy = open();
    QVERIFY(copy->commit(leadsChange(0, 3)));
    const qint64 before = copy->position();
    copy->forEachSince(DocumentKind::Lead, 0, [&](const Document &, qint64) {
        return false;
    }); // a walk that ended early holds nothing up
    QVERIFY(copy->commit(leadsChange(3, 4)));
    QCOMPARE(copy->position(), before + 1);
}

void TestLocalCopy::walksOneKindInOrder()
{
    const auto copy = open();
    QVERIFY(copy->commit(leadsChange(0, 4)));
    QVERIFY(copy->commit(leadsChange(1, 2, 1)));
    QStringList seen;
    copy->forEach(DocumentKind::Lead, [&](const Document &document) {
        seen.append(document.key.id);
        return seen.size() < 3;
    });
    QCOMPARE(seen, (QStringList{u"lead_0"_s, u"lead_2"_s, u"lead_3"_s}));
    copy->forEach(DocumentKind::Opportunity, [&](const Document &) {
        seen.clear();
        return true;
    });
    QCOMPARE(seen.size(), 3);
}

void TestLocalCopy::learnsADictionary()
{
    const auto bytesOf = [this](int leads) {
        const QDir files(folder());
        qint64 bytes = 0;
        for (const QFileInfo &file : files.entryInfoList(QDir::Files))
            bytes += file.size();
        return bytes / leads;
    };
    {
        const auto copy = open();
        for (int i = 0; i < 3000; i += 100)
            QVERIFY(copy->commit(leadsChange(i, i + 100)));
    }
    QVERIFY(leadJson(0).size() > 500);
    QVERIFY2(bytesOf(3000) < leadJson(0).size(), qPrintable(QString::number(bytesOf(3000))));
    const auto copy = open();
    for (int i = 0; i < 3000; i += 17)
        QCOMPARE(copy->document(leadKey(i)), leadJson(i));
    QVERIFY(copy->commit(leadsChange(3000, 3100)));
    QCOMPARE(copy->document(leadKey(3050)), leadJson(3050));
    QVERIFY(!copy->hasDoubt());
}

void TestLocalCopy::nothingIsReadable()
{
    const auto copy = open();
    for (int i = 0; i < 1500; i += 100)
        QVERIFY(copy->commit(leadsChange(i, i + 100)));
    CopyChange change;
    change.put = {{{DocumentKind::Reference, u"me"_s}, R"({"email":"owner@grackle.example"})"}};
    change.marks = {{u"cursor"_s, "plantedmark"}};
    change.removed = {leadKey(3)};
    QVERIFY(copy->commit(change));
    // While it is open, so that what has not left the log yet is looked at as well.
    int files = 0;
    for (const QFileInfo &info : QDir(folder()).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll().toLower();
        for (const char *planted : {"grackle", "quillon", "varga", "lead_1", "plantedmark", "cursor",
                                    "office", "kkkkkkkk", "\"id\""})
            QVERIFY2(!bytes.contains(planted), planted);
        ++files;
    }
    QVERIFY(files >= 2);
}

void TestLocalCopy::onlyTheOwnerMayRead()
{
    const auto copy = open();
    QVERIFY(copy->commit(leadsChange(0, 100)));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(folder()).permissions() & others));
    for (const QFileInfo &file : QDir(folder()).entryInfoList(QDir::Files))
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

void TestLocalCopy::erases()
{
    QVERIFY(open()->commit(leadsChange(0, 3)));
    QVERIFY(QFileInfo::exists(folder()));
    LocalCopy::erase(folder());
    QVERIFY(!QFileInfo::exists(folder()));
    LocalCopy::erase(folder());
    QCOMPARE(open('z')->count(DocumentKind::Lead), 0);
}

LEADLINE_TEST(tst_localcopy, QTEST_GUILESS_MAIN, TestLocalCopy)

} // namespace tst_localcopy

#include "tst_localcopy.moc"
