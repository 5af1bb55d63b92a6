// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "piecestream.h"
#include "testprogram.h"
#include "textscan.h"

#include <QTest>

#include <cstring>

namespace tst_piecestream {

using namespace Leadline;

/// Pieces of columns as bytes and back.
class TestPieceStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsComeBack_data();
    void textsComeBack();
    void textsInCommonAreKeptOnce();
    void idsInCommonAreKeptOnce();
    void refusesWhatMakesNoSense();

private:
    struct Read
    {
        std::shared_ptr<char> block;
        ByteReader in;
    };
    static Read reading(const QByteArray &bytes);
    static TextPiece throughBytes(const std::vector<std::string> &texts);
    static void compare(const TextPiece &piece, const std::vector<std::string> &texts);
};

TestPieceStream::Read TestPieceStream::reading(const QByteArray &bytes)
{
    std::shared_ptr<char> block = makeMemoryBlock(size_t(bytes.size()));
    std::memcpy(block.get(), bytes.constData(), size_t(bytes.size()));
    return {block, ByteReader({block.get(), size_t(bytes.size())})};
}

TextPiece TestPieceStream::throughBytes(const std::vector<std::string> &texts)
{
    ByteWriter out;
    writeTexts(out, {texts.begin(), texts.end()});
    Read read = reading(out.take());
    TextPiece piece = readTexts(read.in, quint32(texts.size()), read.block);
    return read.in.isGood() ? piece : TextPiece();
}

/// Also what a search finds in it, word by word.
void TestPieceStream::compare(const TextPiece &piece, const std::vector<std::string> &texts)
{
    QCOMPARE(piece.size(), texts.size());
    for (size_t row = 0; row < texts.size(); ++row)
        QCOMPARE(piece.at(row), std::string_view(texts[row]));
    for (const std::string needle : {"t", "text 1", "common", "n"}) {
        for (const ScanKernel kernel : {ScanKernel::Best, ScanKernel::Portable}) {
            RowSet found(quint32(texts.size()));
            scanPiece(piece, needle, 0, found, kernel);
            for (size_t row = 0; row < texts.size(); ++row)
                QCOMPARE(found.contains(quint32(row)), texts[row].find(needle) != std::string::npos);
        }
    }
}

void TestPieceStream::textsComeBack_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("length");  // of a text of its own
    QTest::addColumn<int>("variety"); // how many different ones, one after the other
    QTest::newRow("none") << 0 << 10 << 1;
    QTest::newRow("one") << 1 << 10 << 1;
    QTest::newRow("blank") << 1000 << 0 << 1;
    QTest::newRow("own ones") << 4096 << 20 << 4096;
    QTest::newRow("common ones") << 4096 << 20 << 30;
    QTest::newRow("long ones") << 500 << 5000 << 500; // a group holds more than two bytes count
    QTest::newRow("long common ones") << 500 << 5000 << 100;
}

void TestPieceStream::textsComeBack()
{
    QFETCH(int, rows);
    QFETCH(int, length);
    QFETCH(int, variety);
    std::vector<std::string> texts;
    for (int row = 0; row < rows; ++row) {
        std::string text = length == 0 ? std::string() : "text " + std::to_string(row % variety) + " ";
        text.resize(size_t(length), 'x');
        texts.push_back(text);
    }
    TextPiece piece = throughBytes(texts);
    QCOMPARE(piece.isShared(), rows > 2 * variety && length > 0);
    compare(piece, texts);
    // Written and added to, it stays what it is elsewhere.
    for (size_t row = 0; row < texts.size(); row += 3)
        piece.set(row, texts[row] = row % 2 ? "n" : "another and longer text in place of the common one");
    piece.append("the last");
    texts.push_back("the last");
    compare(piece, texts);
}

void TestPieceStream::textsInCommonAreKeptOnce()
{
    const std::vector<std::string> common(4000, "a common text of some length");
    QVERIFY(throughBytes(common).bytes() < 4000 * 3);
    std::vector<std::string> own;
    for (int row = 0; row < 4000; ++row)
        own.push_back("text " + std::to_string(row));
    QVERIFY(!throughBytes(own).isShared());
}

void TestPieceStream::idsInCommonAreKeptOnce()
{
    std::vector<std::string> ids;
    IdPiece piece;
    for (int row = 0; row < 3000; ++row) {
        const std::string tail = std::to_string(100 + row / 3);
        ids.push_back(row % 100 == 0 ? "" : "lead_" + std::string(43 - tail.size(), 'Q') + tail);
        piece.append(ids.back());
    }
    ByteWriter out;
    writeIds(out, piece);
    Read read = reading(out.take());
    const std::shared_ptr<IdPiece> common = readIds(read.in, 3000, read.block);
    QVERIFY(read.in.isGood());
    QVERIFY(common->bytes() < piece.bytes() / 2);
    const auto compareIds = [&] {
        for (size_t row = 0; row < ids.size(); ++row) {
            QCOMPARE(common->at(row).view(), std::string_view(ids[row]));
            QCOMPARE(common->isBlank(row), ids[row].empty());
            QVERIFY(common->isSame(row, IdKey(ids[row])));
            QCOMPARE(common->hash(row), IdKey(ids[row]).hash());
        }
    };
    compareIds();
    common->set(4, ids[4] = ids[2999]);
    common->append("");
    ids.push_back("");
    compareIds();
    common->set(7, ids[7] = "of another form");
    compareIds();
}

void TestPieceStream::refusesWhatMakesNoSense()
{
    ByteWriter out;
    writeTexts(out, {"one", "one", "one", "one", "one", "one", "one", "one", "one", "one"});
    const QByteArray whole = out.take();
    // Cut anywhere, or for another number of rows.
    for (qsizetype size = 0; size < whole.size(); ++size) {
        Read read = reading(whole.left(size));
        readTexts(read.in, 10, read.block);
        QVERIFY(!read.in.isGood());
    }
    Read more = reading(whole);
    readTexts(more.in, 11, more.block);
    QVERIFY(!more.in.isGood());
    // A row's text that is none of those there are.
    QByteArray beyond = whole;
    beyond[4] = 1;
    Read read = reading(beyond);
    readTexts(read.in, 10, read.block);
    QVERIFY(!read.in.isGood());
}

LEADLINE_TEST(tst_piecestream, QTEST_GUILESS_MAIN, TestPieceStream)

} // namespace tst_piecestream

#include "tst_piecestream.moc"
