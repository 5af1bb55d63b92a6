// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "cellformatter.h"
#include "filterset.h"
#include "recordtablemodel.h"
#include "sampledata.h"
#include "tableexport.h"
#include "testprogram.h"
#include "textscan.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

namespace test_itemvalues {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// The values around the table: what cells say, filters, date ranges, the scan, export.
class TestItemValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWithEveryKernel_data();
    void findsWithEveryKernel();
    void keepsTextsThatAreWrittenOver();
    void numbersTakeTheRoomTheyNeed();
    void keepsIdsOfEveryForm_data();
    void keepsIdsOfEveryForm();
    void blankPiecesTakeNoRoom();
    void reckonsDateRanges_data();
    void reckonsDateRanges();
    void filtersMomentsByTheDaysOfThePlace();
    void offersOperatorsThatFit();
    void storesFilters();
    void describesFilters_data();
    void describesFilters();
    void writesMomentsNearAndFar_data();
    void writesMomentsNearAndFar();
    void writesCells();
    void exportsForSpreadsheets();

private:
    static CellFormatter formatter()
    {
        return CellFormatter(SampleData::directory(), QLocale(u"en_US"_s),
                             [] { return QDateTime(QDate(2026, 3, 18), QTime(15, 30)); });
    }
};

void TestItemValues::findsWithEveryKernel_data()
{
    QTest::addColumn<QByteArray>("needle");
    for (const char *needle :
         {"a", "an", "aba", "n@b", "@", "`", "banana", "zzz", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"})
        QTest::newRow(needle) << QByteArray(needle);
}

void TestItemValues::findsWithEveryKernel()
{
    QFETCH(QByteArray, needle);
    QRandomGenerator random(1);
    TextPiece piece;
    std::vector<std::string> texts(3000);
    const auto madeUp = [&] {
        std::string text;
        for (int n = random.bounded(60); n > 0; --n)
            text += "abnABN\n@`"[random.bounded(9)];
        return text;
    };
    for (std::string &text : texts)
        piece.append(text = madeUp());
    texts[5].assign(45, 'b');
    piece.set(5, texts[5]);
    for (int i = 0; i < 2000; ++i) {
        const size_t row = size_t(random.bounded(3000));
        piece.set(row, texts[row] = madeUp());
    }
    const auto inSmallLetters = [](const std::string &text) {
        return QByteArray::fromStdString(text).toLower();
    };
    for (const ScanKernel kernel : {ScanKernel::Best, ScanKernel::Portable}) {
        RowSet found(4000);
        scanPiece(piece, std::string_view(needle.constData(), size_t(needle.size())), 1000, found, kernel);
        for (quint32 row = 0; row < 3000; ++row) {
            const bool expected = inSmallLetters(texts[row]).contains(needle);
            QCOMPARE(found.contains(1000 + row), expected);
            QCOMPARE(piece.at(row), std::string_view(texts[row]));
        }
    }
}

void TestItemValues::keepsTextsThatAreWrittenOver()
{
    TextPiece piece;
    piece.append("first");
    piece.append("");
    piece.append("third");
    piece.set(0, "1");
    QCOMPARE(piece.at(0), std::string_view("1"));
    piece.set(1, "longer than nothing");
    QCOMPARE(piece.at(1), std::string_view("longer than nothing"));
    piece.append("fourth");
    QCOMPARE(piece.at(3), std::string_view("fourth"));
    piece.set(0, "first again");
    piece.set(0, "");
    QCOMPARE(piece.at(0), std::string_view());
    QCOMPARE(piece.at(2), std::string_view("third"));
    // A million changes of one text do not make the piece grow.
    for (int i = 0; i < 1'000'000; ++i)
        piece.set(2, i % 2 ? "short" : "something that is much longer");
    QVERIFY(piece.bytes() < 10'000);
    QCOMPARE(piece.at(3), std::string_view("fourth"));
}

void TestItemValues::numbersTakeTheRoomTheyNeed()
{
    // Whichever comes first, all widths and their ends are kept, and no value stays no value.
    const std::vector<qint64> values{0,
                                     1,
                                     -127,
                                     NoInteger,
                                     127,
                                     -128,
                                     128,
                                     -32767,
                                     -32768,
                                     32767,
                                     NoInteger,
                                     1 << 30,
                                     -(qint64(1) << 31),
                                     1'772'000'000'000,
                                     -(qint64(1) << 47) + 1,
                                     -(qint64(1) << 47),
                                     (qint64(1) << 47) - 1,
                                     NoInteger,
                                     std::numeric_limits<qint64>::max(),
                                     NoInteger + 1};
    IntegerPiece appended;
    IntegerPiece written;
    for (size_t i = 0; i < values.size(); ++i)
        written.push_back(NoInteger);
    for (size_t i = 0; i < values.size(); ++i) {
        appended.push_back(values[i]);
        written.set(i, values[i]);
        for (size_t before = 0; before <= i; ++before) {
            QCOMPARE(appended[before], values[before]);
            QCOMPARE(written[before], values[before]);
        }
    }
    IntegerPiece counts;
    for (int i = 0; i < 4096; ++i)
        counts.push_back(i % 100);
    counts.shrink();
    QCOMPARE(counts.bytes(), size_t(4096));
}

void TestItemValues::keepsIdsOfEveryForm_data()
{
    QTest::addColumn<QList<QByteArray>>("ids");
    QTest::addColumn<bool>("packed");
    const QByteArray digits = "bwwYHjDPxMeGNnFBtGJ3g1eDVoZPn9WB5GvAbe0YCSv";
    QTest::newRow("Close's") << QList<QByteArray>{"lead_" + digits, "", "lead_" + digits + '0', "lead_0",
                                                  "lead_zZ9"}
                             << true;
    QTest::newRow("all blank") << QList<QByteArray>{"", "", ""} << true;
    QTest::newRow("too long") << QList<QByteArray>{"lead_" + digits + "00", "lead_1"} << false;
    QTest::newRow("two prefixes") << QList<QByteArray>{"lead_1", "cont_1", ""} << false;
    QTest::newRow("another character") << QList<QByteArray>{"lead_1", "lead_1-2", "lead_\xC3\xA4"} << false;
    QTest::newRow("no prefix") << QList<QByteArray>{digits, "", "1"} << false;
    QTest::newRow("no digits") << QList<QByteArray>{"lead_1", "lead_", "_1"} << false;
    QTest::newRow("long prefix") << QList<QByteArray>{"something_1"} << false;
}

void TestItemValues::keepsIdsOfEveryForm()
{
    QFETCH(QList<QByteArray>, ids);
    QFETCH(bool, packed);
    const auto view = [](const QByteArray &id) {
        return std::string_view(id.constData(), size_t(id.size()));
    };
    IdPiece appended;
    IdPiece written;
    for (qsizetype i = 0; i < ids.size(); ++i)
        written.append({});
    for (qsizetype i = 0; i < ids.size(); ++i) {
        appended.append(view(ids.at(i)));
        written.set(size_t(i), view(ids.at(i)));
    }
    for (const IdPiece &piece : {appended, written}) {
        QCOMPARE(piece.isPacked(), packed);
        for (qsizetype row = 0; row < ids.size(); ++row) {
            const IdText text = piece.at(size_t(row));
            QCOMPARE(QByteArray(text.view().data(), qsizetype(text.view().size())), ids.at(row));
            QCOMPARE(piece.isBlank(size_t(row)), ids.at(row).isEmpty());
            for (const QByteArray &other : ids) {
                const IdKey key(view(other));
                QCOMPARE(piece.isSame(size_t(row), key), other == ids.at(row));
                if (other == ids.at(row))
                    QCOMPARE(piece.hash(size_t(row)), key.hash());
            }
        }
    }
}

void TestItemValues::blankPiecesTakeNoRoom()
{
    TextPiece texts;
    IntegerPiece integers;
    RealPiece reals;
    for (int i = 0; i < 3000; ++i) {
        texts.append("");
        integers.push_back(NoInteger);
        reals.push_back(std::nan(""));
    }
    texts.set(5, "");
    integers.set(5, NoInteger);
    QCOMPARE(texts.bytes() + integers.bytes() + reals.bytes(), size_t(0));
    QCOMPARE(texts.at(2999), std::string_view());
    QCOMPARE(integers[2999], NoInteger);
    QVERIFY(std::isnan(reals[2999]));

    texts.set(7, "seven");
    texts.append("last");
    integers.set(7, 7);
    integers.push_back(8);
    reals.push_back(0.5);
    QCOMPARE(texts.size(), size_t(3001));
    QCOMPARE(texts.at(6), std::string_view());
    QCOMPARE(texts.at(7), std::string_view("seven"));
    QCOMPARE(texts.at(3000), std::string_view("last"));
    QCOMPARE(integers[6], NoInteger);
    QCOMPARE(integers[7], 7);
    QCOMPARE(integers[3000], 8);
    QVERIFY(std::isnan(reals[0]));
    QCOMPARE(reals[3000], 0.5);
}

void TestItemValues::reckonsDateRanges_data()
{
    QTest::addColumn<DatePreset>("preset");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    const QDate wednesday(2026, 3, 18);
    QTest::newRow("today") << DatePreset::Today << wednesday << wednesday << wednesday;
    QTest::newRow("last 7 days") << DatePreset::Last7Days << wednesday << QDate(2026, 3, 12) << wednesday;
    QTest::newRow("next 30 days") << DatePreset::Next30Days << wednesday << wednesday << QDate(2026, 4, 16);
    QTest::newRow("this week") << DatePreset::ThisWeek << wednesday << QDate(2026, 3, 16)
                               << QDate(2026, 3, 22);
    QTest::newRow("this week, on its last day")
        << DatePreset::ThisWeek << QDate(2026, 3, 22) << QDate(2026, 3, 16) << QDate(2026, 3, 22);
    QTest::newRow("last month, in March")
        << DatePreset::LastMonth << QDate(2026, 3, 31) << QDate(2026, 2, 1) << QDate(2026, 2, 28);
    QTest::newRow("last month, in January")
        << DatePreset::LastMonth << QDate(2026, 1, 1) << QDate(2025, 12, 1) << QDate(2025, 12, 31);
    QTest::newRow("next month, in a leap year")
        << DatePreset::NextMonth << QDate(2028, 1, 31) << QDate(2028, 2, 1) << QDate(2028, 2, 29);
    QTest::newRow("this quarter") << DatePreset::ThisQuarter << wednesday << QDate(2026, 1, 1)
                                  << QDate(2026, 3, 31);
    QTest::newRow("last quarter") << DatePreset::LastQuarter << wednesday << QDate(2025, 10, 1)
                                  << QDate(2025, 12, 31);
    QTest::newRow("next year") << DatePreset::NextYear << wednesday << QDate(2027, 1, 1)
                               << QDate(2027, 12, 31);
    QTest::newRow("overdue") << DatePreset::Overdue << wednesday << QDate() << QDate(2026, 3, 17);
}

void TestItemValues::reckonsDateRanges()
{
    QFETCH(DatePreset, preset);
    QFETCH(QDate, today);
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    const DayRange days = daysOf(preset, today, Qt::Monday);
    QCOMPARE(days.from, from);
    QCOMPARE(days.to, to);
    QCOMPARE(presetFromKey(presetKey(preset)), preset);
}

void TestItemValues::filtersMomentsByTheDaysOfThePlace()
{
    // In Vienna (TZ of the tests) 23:30 UTC is the next day's 0:30.
    RecordTable table(SampleData::fields());
    const auto at = [](const QDate &day, const QTime &time) { return QDateTime(day, time, Qt::UTC); };
    QVERIFY(table.merge(SampleData::block(
        {{.id = u"late"_s, .values = {{u"updated"_s, at(QDate(2026, 3, 17), QTime(23, 30))}}},
         {.id = u"noon"_s, .values = {{u"updated"_s, at(QDate(2026, 3, 18), QTime(12, 0))}}},
         {.id = u"tomorrow"_s, .values = {{u"updated"_s, at(QDate(2026, 3, 18), QTime(23, 30))}}}})));
    RecordTableModel model(&table);
    QDateTime now(QDate(2026, 3, 18), QTime(15, 30));
    model.setFormatter(CellFormatter({}, QLocale(u"en_US"_s), [&now] { return now; }));
    model.setFilters({{.key = u"updated"_s, .op = FilterOperator::InRange, .preset = DatePreset::Today}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.idAt(0), u"late"_s);
    QCOMPARE(model.idAt(1), u"noon"_s);
    // Past midnight "today" is another day.
    now = now.addDays(1);
    model.updateTime();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.idAt(0), u"tomorrow"_s);
}

void TestItemValues::offersOperatorsThatFit()
{
    using enum FilterOperator;
    QCOMPARE(operatorsFor(FieldType::LeadStatus), (QList{IsAnyOf, IsNoneOf, HasValue, HasNoValue}));
    QCOMPARE(operatorsFor(FieldType::Moment), (QList{InRange, HasValue, HasNoValue}));
    QCOMPARE(operatorsFor(FieldType::Money), (QList{Between, HasValue, HasNoValue}));
    QCOMPARE(operatorsFor(FieldType::Text).first(), Contains);
    QCOMPARE(operatorsFor(FieldType::Boolean), (QList{IsTrue, IsFalse}));
    QVERIFY(operatorsFor(FieldType::Hidden).isEmpty());
}

void TestItemValues::storesFilters()
{
    const FilterSet set{
        .text = u"größe"_s,
        .leadId = u"lead_1"_s,
        .filters = {
            {.key = u"status_id"_s, .op = FilterOperator::IsNoneOf, .values = {u"stat_a"_s, QString()}},
            {.key = u"value"_s, .op = FilterOperator::Between, .from = qlonglong(9'007'199'254'740'993)},
            {.key = u"size"_s, .op = FilterOperator::Between, .from = 0.5, .to = 1.25},
            {.key = u"due"_s, .op = FilterOperator::InRange, .from = QDate(2026, 1, 2)},
            {.key = u"updated"_s, .op = FilterOperator::InRange, .preset = DatePreset::LastQuarter}}};
    const QByteArray json = QJsonDocument(set.toJson()).toJson();
    QCOMPARE(FilterSet::fromJson(QJsonDocument::fromJson(json).object()), set);
    QJsonObject other = set.toJson();
    other.insert(u"version"_s, 2);
    QVERIFY(FilterSet::fromJson(other).isEmpty());
    QVERIFY(!Filter::fromJson({{u"key"_s, u"x"_s}, {u"operator"_s, u"sounds_like"_s}}));
}

void TestItemValues::describesFilters_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<QString>("text");
    QTest::newRow("statuses") << Filter{.key = u"status_id"_s,
                                        .op = FilterOperator::IsAnyOf,
                                        .values = {u"stat_a"_s, u"stat_c"_s}}
                              << u"Status: Qualified, New"_s;
    QTest::newRow("range") << Filter{.key = u"updated"_s,
                                     .op = FilterOperator::InRange,
                                     .preset = DatePreset::LastMonth}
                           << u"Updated: last month"_s;
    QTest::newRow("days") << Filter{.key = u"due"_s,
                                    .op = FilterOperator::InRange,
                                    .from = QDate(2026, 2, 27),
                                    .to = QDate(2026, 3, 1)}
                          << u"Due: Feb 27, 2026 to Mar 1, 2026"_s;
    QTest::newRow("money") << Filter{.key = u"value"_s,
                                     .op = FilterOperator::Between,
                                     .from = qlonglong(500'000)}
                           << u"Value: from €\u00A05,000\u00A0/yr"_s;
    QTest::newRow("none") << Filter{.key = u"owner"_s, .op = FilterOperator::HasNoValue} << u"Owner: none"_s;
    QTest::newRow("gone") << Filter{.key = u"custom.cf_0"_s} << u"A field that is gone"_s;
}

void TestItemValues::describesFilters()
{
    QFETCH(Filter, filter);
    QFETCH(QString, text);
    QCOMPARE(describe(filter, SampleData::fields(), formatter()), text);
}

void TestItemValues::writesMomentsNearAndFar_data()
{
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("text");
    const QDateTime now(QDate(2026, 3, 18), QTime(15, 30));
    QTest::newRow("now") << now.addSecs(-20) << u"Now"_s;
    QTest::newRow("minutes") << now.addSecs(-12 * 60) << u"12 min"_s;
    QTest::newRow("hour") << now.addSecs(-3600) << u"1 h"_s;
    QTest::newRow("today") << now.addSecs(-8 * 3600) << u"Today"_s;
    QTest::newRow("yesterday") << now.addDays(-1) << u"Yesterday"_s;
    QTest::newRow("days") << now.addDays(-3) << u"3 days"_s;
    QTest::newRow("week") << now.addDays(-9) << u"1 week"_s;
    QTest::newRow("weeks") << now.addDays(-20) << u"2 weeks"_s;
    QTest::newRow("date") << now.addDays(-28) << u"Feb 18"_s;
    QTest::newRow("another year") << now.addDays(-100) << u"Dec 8, 2025"_s;
    QTest::newRow("tomorrow") << now.addDays(1) << u"Tomorrow"_s;
    QTest::newRow("later") << now.addDays(5) << u"Mar 23"_s;
}

void TestItemValues::writesMomentsNearAndFar()
{
    QFETCH(QDateTime, moment);
    QFETCH(QString, text);
    QCOMPARE(formatter().relative(moment.toUTC()), text);
}

void TestItemValues::writesCells()
{
    RecordTable table(SampleData::fields());
    const QDateTime updated(QDate(2026, 3, 18), QTime(14, 0), Qt::UTC);
    QVERIFY(table.merge(SampleData::block({{.id = u"a"_s,
                                            .values = {{u"name"_s, u"Ann"_s},
                                                       {u"note"_s, u"<b>one\ntwo"_s},
                                                       {u"lead_id"_s, u"lead_9"_s},
                                                       {u"status_id"_s, u"stat_a"_s},
                                                       {u"value"_s, qlonglong(1'240'000)},
                                                       {u"period"_s, u"monthly"_s},
                                                       {u"done"_s, true},
                                                       {u"tags"_s, QStringList{u"red"_s, u"blue"_s}},
                                                       {u"owner"_s, u"user_2"_s},
                                                       {u"due"_s, QDate(2026, 2, 27)},
                                                       {u"updated"_s, updated},
                                                       {u"chance"_s, qlonglong(70)}}},
                                           {.id = u"b"_s, .values = {}}})));
    RecordTableModel model(&table);
    model.setFormatter(formatter());
    const auto cell = [&](int row, const QString &key) { return model.index(row, model.columnOf(key)); };
    const auto text = [&](const QString &key) { return cell(0, key).data().toString(); };
    QCOMPARE(text(u"status_id"_s), u"Qualified"_s);
    QCOMPARE(text(u"value"_s), u"€\u00A012,400\u00A0/mo"_s);
    QCOMPARE(text(u"done"_s), u"Yes"_s);
    QCOMPARE(text(u"tags"_s), u"red, blue"_s);
    QCOMPARE(text(u"owner"_s), u"Ana Reyes"_s);
    QCOMPARE(text(u"due"_s), u"Feb 27, 2026"_s);
    QCOMPARE(text(u"chance"_s), u"70\u00A0%"_s);
    QCOMPARE(text(u"updated"_s), u"30 min"_s);
    QCOMPARE(text(u"note"_s), u"<b>one two"_s);
    QCOMPARE(cell(1, u"value"_s).data().toString(), u"—"_s);
    QCOMPARE(cell(1, u"due"_s).data().toString(), QString());
    QCOMPARE(cell(0, u"note"_s).data(Qt::ToolTipRole).toString(), u"<qt>&lt;b&gt;one<br>two</qt>"_s);
    QCOMPARE(cell(0, u"updated"_s).data(Qt::ToolTipRole).toString(), formatter().exact(updated));
    QCOMPARE(cell(0, u"status_id"_s).data(SymbolRole).toString(), u"stat_a"_s);
    QCOMPARE(cell(0, u"due"_s).data(SortRole).toDate(), QDate(2026, 2, 27));
    QCOMPARE(cell(0, u"name"_s).data(LeadIdRole).toString(), u"lead_9"_s);
    QCOMPARE(cell(0, u"chance"_s).data(Qt::TextAlignmentRole).toInt(),
             int(Qt::AlignVCenter | Qt::AlignRight));
    QVERIFY(!cell(1, u"value"_s).data(SortRole).isValid());
    // Other names: the cells say them.
    Organization organization = SampleData::directory().organization();
    organization.leadStatuses[1].label = u"Promising"_s;
    table.setDirectory(Directory(organization, {}));
    QCOMPARE(text(u"status_id"_s), u"Promising"_s);
}

void TestItemValues::exportsForSpreadsheets()
{
    const ExportedTable table{.titles = {u"Name"_s, u"Note"_s},
                              .rows = {{u"A \"B\", C"_s, u"one\ttwo\nthree"_s},
                                       {u"=SUM(A1)"_s, u"<b>&"_s},
                                       {u"-5"_s, u"+49 711 555"_s},
                                       {u"-2+3"_s, u"@cmd"_s}}};
    QCOMPARE(toTsv(table, false).section(u'\n', 0, 0), u"A \"B\", C\tone two three"_s);
    QVERIFY(toHtml(table).startsWith(u"<table><tr><th>Name</th><th>Note</th></tr>"_s));
    QVERIFY(toHtml(table).contains(u"<td>&lt;b&gt;&amp;</td>"_s));
    QCOMPARE(toCsv(table), QByteArray("\xEF\xBB\xBFName,Note\r\n\"A \"\"B\"\", C\",\"one\ttwo\nthree\"\r\n"
                                      "'=SUM(A1),<b>&\r\n-5,+49 711 555\r\n'-2+3,'@cmd\r\n"));
}

LEADLINE_TEST(test_itemvalues, QTEST_GUILESS_MAIN, TestItemValues)

} // namespace test_itemvalues

#include "test_itemvalues.moc"
