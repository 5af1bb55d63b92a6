// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "columnblock.h"
#include "recordtablemodel.h"
#include "sampledata.h"
#include "sortorders.h"
#include "statuschange.h"
#include "tablesnapshot.h"
#include "testprogram.h"

#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cstring>

namespace tst_tablesnapshot {

using namespace Qt::StringLiterals;
using namespace Leadline;

/// A table as bytes and back.
class TestTableSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatWasWritten_data();
    void readsBackWhatWasWritten();
    void firstScreenHoldsBothEnds();
    void bringsTheOrders();
    void leavesOrdersOfAnotherLocale();
    void refusesTornBytes();
    void schemaFollowsTheFields();
    void forgetsTheTextsOfRemovedRecords();
    void mergesAfterwards();
    void selectionStaysWithItsRecords();
    void snapshotIsOfItsMoment();
    void whatHappenedMeanwhileComesLast();
    void wholeOnceAllIsThere();
    void newerStaysNewer();

private:
    static QList<QByteArray> chunksOf(const RecordTable &table, const std::vector<int> &sortFields = {});
    static ChunkSource sourceOf(const QList<QByteArray> &chunks);
    static void fill(RecordTable &table, int count, quint32 seed = 1);
    static QStringList rowTexts(const RecordTable &table);
};

void TestTableSnapshot::fill(RecordTable &table, int count, quint32 seed)
{
    SampleData data(seed);
    table.setDirectory(SampleData::directory());
    table.setLocale(QLocale(QLocale::German));
    for (int at = 0; at < count; at += 500)
        QVERIFY(table.merge(SampleData::block(data.samples(at, std::min(500, count - at)))));
}

QList<QByteArray> TestTableSnapshot::chunksOf(const RecordTable &table, const std::vector<int> &sortFields)
{
    const TableSnapshotWriter writer(table.data(), sortFields, table.directory(), table.locale());
    QList<QByteArray> chunks;
    for (int i = 0; i < writer.chunks(); ++i)
        chunks.append(writer.chunk(i));
    return chunks;
}

ChunkSource TestTableSnapshot::sourceOf(const QList<QByteArray> &chunks)
{
    return {[chunks](int index) { return size_t(chunks.value(index).size()); },
            [chunks](int index, char *to) {
                const QByteArray chunk = chunks.value(index);
                std::copy(chunk.begin(), chunk.end(), to);
                return index < chunks.size();
            }};
}

/// Every live record with all its values and its search text, in the table's order.
QStringList TestTableSnapshot::rowTexts(const RecordTable &table)
{
    QStringList texts;
    for (quint32 row = 0; row < table.rows(); ++row) {
        if (!table.isLive(row))
            continue;
        QStringList cells{table.idAt(row)};
        for (int field = 0; field < int(table.fields().size()); ++field) {
            if (table.data().columns[size_t(field)].storage != Storage::None)
                cells.append(table.valueAt(field, row).toString() + table.textAt(field, row));
        }
        const std::string_view search = table.data().searchText(row);
        cells.append(QString::fromUtf8(search.data(), qsizetype(search.size())));
        texts.append(cells.join(u'|'));
    }
    return texts;
}

void TestTableSnapshot::readsBackWhatWasWritten_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 100, int(PieceRows), int(PieceRows) + 1, 10000})
        QTest::addRow("%d", count) << count;
}

void TestTableSnapshot::readsBackWhatWasWritten()
{
    QFETCH(const int, count);
    RecordTable table(SampleData::fields());
    fill(table, count);
    // Texts that were changed stand elsewhere in their pieces; removed ones leave gaps.
    SampleData changes(9);
    for (int i = 0; i < count / 10; ++i) {
        Sample sample = changes.sample(i * 7 % count);
        changes.change(sample);
        QVERIFY(table.merge(SampleData::block({sample})));
    }
    QStringList gone;
    for (int i = 3; i < count; i += 11)
        gone.append(table.idAt(quint32(i)));
    table.remove(gone);

    QThreadPool pool;
    const auto loaded = readTable(SampleData::fields(), table.locale(), sourceOf(chunksOf(table)),
                                  count % 2 ? &pool : nullptr);
    QVERIFY(loaded);
    RecordTable other(SampleData::fields());
    other.adopt(*loaded);
    QCOMPARE(other.count(), table.count());
    QCOMPARE(rowTexts(other), rowTexts(table));
    for (const QString &id : gone)
        QCOMPARE(other.rowOf(id), -1);
    for (quint32 row = 0; row < table.rows(); row += 13) {
        if (table.isLive(row))
            QCOMPARE(other.rowOf(table.idAt(row)), int(row));
    }
}

void TestTableSnapshot::firstScreenHoldsBothEnds()
{
    RecordTable table(SampleData::fields());
    fill(table, 5000);
    RecordTableModel model(&table);
    const int column = 0;
    for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(column, direction);
        const auto screen =
            readFirstScreen(SampleData::fields(), sourceOf(chunksOf(table, {model.fieldOf(column)})));
        QVERIFY(screen);
        QVERIFY(screen->data.rows < 300);
        RecordTable other(SampleData::fields());
        other.setDirectory(table.directory());
        other.setLocale(table.locale());
        other.adopt(*screen);
        RecordTableModel shown(&other);
        shown.sort(column, direction);
        for (int row = 0; row < 50; ++row)
            QCOMPARE(shown.index(row, column).data(), model.index(row, column).data());
    }
}

void TestTableSnapshot::bringsTheOrders()
{
    RecordTable table(SampleData::fields());
    fill(table, 5000);
    std::vector<int> fields;
    for (int field = 0; field < int(table.fields().size()); ++field) {
        if (table.data().columns[size_t(field)].storage != Storage::None)
            fields.push_back(field);
    }
    const auto loaded = readTable(SampleData::fields(), table.locale(), sourceOf(chunksOf(table, fields)));
    QVERIFY(loaded);
    QCOMPARE(loaded->orders.size(), fields.size());
    for (const auto &[field, order] : loaded->orders) {
        const RowKeys keys(table.data(), field, table.directory(), table.locale());
        QCOMPARE(order.rows, sortRows(table.data(), keys).rows);
    }
}

void TestTableSnapshot::leavesOrdersOfAnotherLocale()
{
    RecordTable table(SampleData::fields());
    fill(table, 100);
    const auto loaded =
        readTable(SampleData::fields(), QLocale(QLocale::Swedish), sourceOf(chunksOf(table, {0, 1})));
    QVERIFY(loaded);
    QVERIFY(loaded->orders.empty());
    QCOMPARE(loaded->data.rows, 100U);
}

void TestTableSnapshot::refusesTornBytes()
{
    RecordTable table(SampleData::fields());
    fill(table, 5000);
    const QList<QByteArray> whole = chunksOf(table, {0});
    QVERIFY(readTable(SampleData::fields(), table.locale(), sourceOf(whole)));
    for (int chunk = 0; chunk < whole.size(); ++chunk) {
        for (const double part : {0.0, 0.1, 0.5, 0.999}) {
            QList<QByteArray> torn = whole;
            torn[chunk].truncate(qsizetype(double(whole.at(chunk).size()) * part));
            const auto loaded = readTable(SampleData::fields(), table.locale(), sourceOf(torn));
            // The first screen is not read here, and orders can be done without.
            QVERIFY(!loaded || (chunk == 1 && loaded->orders.empty()) || (chunk == 0 && part > 0));
        }
    }
    QVERIFY(!readTable(SampleData::fields(), table.locale(), sourceOf(whole.first(2))));
}

void TestTableSnapshot::schemaFollowsTheFields()
{
    const FieldList fields = SampleData::fields();
    QCOMPARE(snapshotSchema(fields), snapshotSchema(SampleData::fields()));
    QList<Field> other = fields.fields();
    other[1].type = other.at(1).type == FieldType::Text ? FieldType::Integer : FieldType::Text;
    QVERIFY(snapshotSchema(FieldList(other)) != snapshotSchema(fields));
    other = fields.fields();
    other.removeLast();
    QVERIFY(snapshotSchema(FieldList(other)) != snapshotSchema(fields));
}

void TestTableSnapshot::forgetsTheTextsOfRemovedRecords()
{
    RecordTable table(SampleData::fields());
    fill(table, 50);
    const QString id = table.idAt(20);
    const std::optional<PackedId> packed = IdKey(id.toStdString()).packed();
    QVERIFY(packed);
    const auto holds = [&](const QByteArray &chunk) {
        return std::search(chunk.begin(), chunk.end(), packed->begin(), packed->end(),
                           [](char a, quint8 b) { return quint8(a) == b; }) != chunk.end();
    };
    const QList<QByteArray> before = chunksOf(table);
    QVERIFY(std::any_of(before.begin(), before.end(), holds));
    table.remove({id});
    const QList<QByteArray> after = chunksOf(table);
    QVERIFY(std::none_of(after.begin(), after.end(), holds));
}

void TestTableSnapshot::mergesAfterwards()
{
    RecordTable table(SampleData::fields());
    fill(table, 5000);
    RecordTable other(SampleData::fields());
    other.setDirectory(table.directory());
    other.setLocale(table.locale());
    other.adopt(*readTable(SampleData::fields(), table.locale(), sourceOf(chunksOf(table, {0, 1}))));
    SampleData changes(4);
    QList<Sample> samples = changes.samples(4900, 300);
    for (Sample &sample : samples)
        changes.change(sample);
    const ColumnBlock block = SampleData::block(samples);
    QVERIFY(table.merge(block));
    QVERIFY(other.merge(block));
    QCOMPARE(rowTexts(other), rowTexts(table));
    for (const int field : {0, 1}) {
        const SortOrder *order = other.orders().order(field);
        QVERIFY(order);
        QCOMPARE(order->rows, table.orders().order(field)->rows);
    }
}

void TestTableSnapshot::selectionStaysWithItsRecords()
{
    RecordTable full(SampleData::fields());
    fill(full, 5000);
    const QList<QByteArray> chunks = chunksOf(full, {0});
    RecordTable table(SampleData::fields());
    table.setDirectory(full.directory());
    table.setLocale(full.locale());
    RecordTableModel model(&table);
    model.sort(0, Qt::DescendingOrder);
    table.adopt(*readFirstScreen(SampleData::fields(), sourceOf(chunks)));
    QItemSelectionModel selection(&model);
    QPersistentModelIndex current(model.index(7, 0));
    const QString id = model.idAt(7);
    selection.select(current, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    table.adopt(*readTable(SampleData::fields(), table.locale(), sourceOf(chunks)));
    QCOMPARE(model.rowCount(), 5000);
    QVERIFY(current.isValid());
    QCOMPARE(model.idAt(current.row()), id);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(model.idAt(selection.selectedRows().first().row()), id);
    QCOMPARE(resets.count(), 0);
}

/// Records are written and removed while the table is read from what was there before.
void TestTableSnapshot::whatHappenedMeanwhileComesLast()
{
    RecordTable full(SampleData::fields());
    fill(full, 50);
    SampleData changes(5);
    QList<Sample> samples = changes.samples(0, 50);
    std::optional<LoadedTable> read =
        readTable(SampleData::fields(), full.locale(), sourceOf(chunksOf(full)));
    QVERIFY(read);
    read->changed = SampleData::block(samples.mid(3, 3));
    read->removed = {samples.at(7).id};
    Sample &written = samples[3];
    written.values.insert(u"name"_s, u"Written meanwhile"_s);

    RecordTable table(SampleData::fields());
    table.beginLoading();
    QVERIFY(table.merge(SampleData::block({written})));
    table.remove({samples.at(4).id});
    table.adopt(*std::move(read));
    const auto name = [&](int sample) {
        const int row = table.rowOf(samples.at(sample).id);
        return row < 0 ? QVariant() : table.valueAt(u"name"_s, quint32(row));
    };
    QCOMPARE(name(3).toString(), u"Written meanwhile"_s);
    QVERIFY(!table.contains(samples.at(4).id));
    QCOMPARE(name(5), samples.at(5).values.value(u"name"_s));
    QVERIFY(!table.contains(samples.at(7).id));
    QCOMPARE(table.count(), 48U);
}

/// The table is made of the records themselves, piece by piece.
void TestTableSnapshot::wholeOnceAllIsThere()
{
    SampleData data(5);
    const QList<Sample> samples = data.samples(0, 50);
    RecordTable table(SampleData::fields());
    QSignalSpy wanted(&table, &RecordTable::wholeWanted);
    int calls = 0;
    const auto count = [&calls] { ++calls; };
    table.whenWhole(this, count);
    QCOMPARE(calls, 1);
    QCOMPARE(wanted.count(), 0);

    table.beginLoading();
    QVERIFY(!table.isWhole());
    table.whenWhole(this, count);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(table.merge(SampleData::block({samples.at(1)})));
    table.remove({samples.at(2).id});
    table.clear();
    QVERIFY(table.contains(samples.at(1).id));
    table.fill(SampleData::block(samples.mid(0, 30)));
    table.remove({samples.at(3).id});
    table.fill(SampleData::block(samples.mid(30)));
    QVERIFY(!table.isWhole());
    QCOMPARE(calls, 1);
    table.endLoading();
    QVERIFY(table.isWhole());
    QTRY_COMPARE(calls, 2);
    QCOMPARE(table.count(), 48U);
    QVERIFY(!table.contains(samples.at(2).id));
    QVERIFY(!table.contains(samples.at(3).id));
}

/// A list that lags behind what was merged before it, while the table is on its way.
void TestTableSnapshot::newerStaysNewer()
{
    RecordTable full(builtInFields<StatusChange>().list());
    StatusChange known;
    known.id = u"acti_1"_s;
    known.newStatusId = u"stat_old"_s;
    known.dateUpdated = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
    StatusChange newer = known;
    newer.newStatusId = u"stat_new"_s;
    newer.dateUpdated = known.dateUpdated.addSecs(60);
    const auto blockOf = [](const StatusChange &change) {
        return columnBlock(builtInFields<StatusChange>(), QList<StatusChange>{change});
    };
    QVERIFY(full.merge(blockOf(known)));
    std::optional<LoadedTable> read = readTable(full.fields(), full.locale(), sourceOf(chunksOf(full)));
    QVERIFY(read);

    RecordTable table(full.fields());
    table.beginLoading();
    StatusChange other = known;
    other.id = u"acti_2"_s;
    QVERIFY(table.merge(blockOf(newer), MergeRule::KeepNewer));
    QVERIFY(table.merge(columnBlock(builtInFields<StatusChange>(), QList<StatusChange>{known, other}),
                        MergeRule::KeepNewer));
    table.adopt(*std::move(read));
    QCOMPARE(table.count(), 2U);
    QCOMPARE(table.valueAt(u"new_status_id"_s, quint32(table.rowOf(known.id))).toString(), u"stat_new"_s);
}

void TestTableSnapshot::snapshotIsOfItsMoment()
{
    RecordTable table(SampleData::fields());
    fill(table, 3000);
    const QStringList before = rowTexts(table);
    const TableSnapshotWriter writer(table.data(), {}, table.directory(), table.locale());
    SampleData changes(5);
    QList<Sample> samples = changes.samples(0, 500);
    for (Sample &sample : samples)
        changes.change(sample);
    QVERIFY(table.merge(SampleData::block(samples)));
    QVERIFY(rowTexts(table) != before);
    QList<QByteArray> chunks;
    for (int i = 0; i < writer.chunks(); ++i)
        chunks.append(writer.chunk(i));
    RecordTable other(SampleData::fields());
    other.adopt(*readTable(SampleData::fields(), table.locale(), sourceOf(chunks)));
    QCOMPARE(rowTexts(other), before);
}

LEADLINE_TEST(tst_tablesnapshot, QTEST_GUILESS_MAIN, TestTableSnapshot)

} // namespace tst_tablesnapshot

#include "tst_tablesnapshot.moc"
