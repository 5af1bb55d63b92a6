// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "testprogram.h"
#include "windowchain.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace tst_windowchain {

using namespace Leadline;

/// The way through a list that others write to: records of a page come again on the next one, or have moved
/// up by some places since, as others were deleted.
class WindowChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordIsMet_data();
    void everyRecordIsMet();
};

void WindowChainTest::everyRecordIsMet_data()
{
    QTest::addColumn<WalkManner>("manner");
    QTest::addColumn<int>("moments");
    for (const auto &[manner, name] :
         {std::pair(WalkManner::Keyset, "keyset"), std::pair(WalkManner::Skip, "skip")}) {
        QTest::addRow("%s, a moment each", name) << manner << 1000;
        QTest::addRow("%s, many to a moment", name) << manner << 7;
        QTest::addRow("%s, one moment", name) << manner << 1;
    }
}

void WindowChainTest::everyRecordIsMet()
{
    QFETCH(const WalkManner, manner);
    QFETCH(const int, moments);
    constexpr int PageSize = 40;
    constexpr int MostShift = 5; ///< either way: ten from one page to the next
    for (quint32 seed = 0; seed < 50; ++seed) {
        QRandomGenerator random(seed);
        std::vector<qint64> records(300); // a record is its place; what stands there, its moment
        for (qint64 &at : records)
            at = random.bounded(moments);
        std::sort(records.begin(), records.end(), std::greater<>());
        SyncWindow window;
        WindowChain chain = WindowChain::of(manner, window);
        QSet<qsizetype> met;
        bool goesOn = true;
        for (int page = 0; goesOn; ++page) {
            QVERIFY2(page < 300, "it goes round in circles");
            const auto first = manner == WalkManner::Keyset
                                   ? std::find_if(records.begin(), records.end(),
                                                  [&](qint64 at) { return at < chain.start; })
                                   : records.begin();
            // Behind the first page a few have come or gone at the front.
            const qsizetype moved = chain.skip == 0 ? 0 : random.bounded(-MostShift, MostShift + 1);
            const qsizetype from = std::max<qsizetype>(0, first - records.begin() + chain.skip + moved);
            PageFacts facts;
            for (qsizetype at = from; at < qsizetype(records.size()) && facts.received < PageSize; ++at) {
                met.insert(at);
                ++facts.received;
                facts.oldest = std::min(facts.oldest.value_or(records[size_t(at)]), records[size_t(at)]);
            }
            facts.hasMore = from + facts.received < qsizetype(records.size());
            goesOn = chain.advance(facts, window);
        }
        QCOMPARE(met.size(), qsizetype(records.size()));
    }
}

LEADLINE_TEST(tst_windowchain, QTEST_GUILESS_MAIN, WindowChainTest)

} // namespace tst_windowchain

#include "tst_windowchain.moc"
