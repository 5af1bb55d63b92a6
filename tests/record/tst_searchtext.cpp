// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "searchtext.h"
#include "testprogram.h"

#include <QTest>

namespace tst_searchtext {

using namespace Leadline;
using namespace Qt::StringLiterals;

class SearchTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("case") << u"ACME Corp."_s << u"acme corp."_s;
        QTest::newRow("accents") << u"Präzision ÉCOLE Žižkov"_s << u"prazision ecole zizkov"_s;
        QTest::newRow("decomposed") << u"Pra\u0308z"_s << u"praz"_s;
        QTest::newRow("sharp s") << u"Straße GROẞ"_s << u"strasse gross"_s;
        QTest::newRow("letters with strokes") << u"Øre Łódź Đorđe Ħal"_s << u"ore lodz dorde hal"_s;
        QTest::newRow("ligatures") << u"Æther Œuvre ﬁn"_s << u"aether oeuvre fin"_s;
        QTest::newRow("Turkish") << u"İstanbul Işık"_s << u"istanbul isik"_s;
        QTest::newRow("full width") << u"ＡＢＣ１２"_s << u"abc12"_s;
        QTest::newRow("half width") << u"ｶﾌﾞ"_s << u"カフ"_s;
        QTest::newRow("Japanese") << u"株式会社テスト"_s << u"株式会社テスト"_s;
        QTest::newRow("Arabic") << u"شَرِكَة"_s << u"شركة"_s;
        QTest::newRow("Hebrew") << u"שָׁלוֹם"_s << u"שלום"_s;
        QTest::newRow("Devanagari keeps vowels") << u"किताब"_s << u"किताब"_s;
        QTest::newRow("Greek") << u"ΆΣΟΣ"_s << u"ασοσ"_s;
        QTest::newRow("white space") << u"a\t\n b\u00a0\u2003c"_s << u"a b c"_s;
        QTest::newRow("white space with accents") << u"ä\t\n  b"_s << u"a b"_s;
        QTest::newRow("controls") << u"a\u0001b\u007fc"_s << u"a b c"_s;
        QTest::newRow("controls with accents") << u"ä\u0001b\u0085c"_s << u"a b c"_s;
        QTest::newRow("direction marks") << u"\u200fab\u200ec\u202e"_s << u"abc"_s;
        QTest::newRow("soft hyphen") << u"co\u00adoperate"_s << u"cooperate"_s;
        QTest::newRow("emoji") << u"❤️ 🚀"_s << u"❤ 🚀"_s;
        QTest::newRow("blank") << QString() << QString();
    }

    void folded()
    {
        QFETCH(QString, text);
        QTEST(QString::fromUtf8(foldedForSearch(text)), "folded");
    }

    /// Folding what is folded changes nothing: the query and the text meet.
    void foldedTwice()
    {
        for (char16_t c = 1; c < 0xD800; ++c) {
            const QString text = u"x%1y"_s.arg(QChar(c));
            const QByteArray once = foldedForSearch(text);
            if (foldedForSearch(QString::fromUtf8(once)) != once)
                QFAIL(qPrintable(QString::number(c, 16)));
            for (const char byte : once)
                QVERIFY(quint8(byte) >= 0x20 && byte != 0x7F);
        }
    }

    /// What the search would not find in the text itself.
    void wordsThatFoldingChanges()
    {
        const auto words = [](QStringView text) {
            QByteArray out;
            appendFoldedWords(out, text);
            return out;
        };
        QCOMPARE(words(u"Objektive für Labore"), "fur "_ba);
        QCOMPARE(words(u"ACME Corp. 2nd\n"), ""_ba);
        QCOMPARE(words(u"\u3000株式会社 ｶﾌﾞ\u00a0École\tx"), "カフ ecole "_ba);
        QCOMPARE(words(u"co\u00adoperate once"), "cooperate "_ba);
        QCOMPARE(words(u""), ""_ba);
    }

    void appendsBehind()
    {
        QByteArray out("before ");
        appendFolded(out, u"PLAIN ");
        appendFolded(out, u"Ünder");
        QCOMPARE(out, "before plain under"_ba);
    }

    void phoneDigits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("digits");
        QTest::newRow("national") << u"0711 555-01"_s << "71155501"_ba;
        QTest::newRow("international") << u"+49 (711) 55501"_s << "4971155501"_ba;
        QTest::newRow("with zeros") << u"0049/711.555"_s << "49711555"_ba;
        QTest::newRow("inner zero") << u"+1 800 555"_s << "1800555"_ba;
        QTest::newRow("word") << u"711 gmbh"_s << ""_ba;
        QTest::newRow("too short") << u"07 1"_s << ""_ba;
        QTest::newRow("blank") << QString() << ""_ba;
    }

    void phoneDigits()
    {
        QFETCH(QString, typed);
        QTEST(phoneDigitsForSearch(typed), "digits");
    }
};

LEADLINE_TEST(tst_searchtext, QTEST_APPLESS_MAIN, SearchTextTest)

} // namespace tst_searchtext

#include "tst_searchtext.moc"
