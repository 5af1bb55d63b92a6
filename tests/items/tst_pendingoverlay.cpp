// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordtable.h"
#include "recordtablemodel.h"
#include "sampledata.h"
#include "tablesnapshot.h"
#include "testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_pendingoverlay {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// What waits to be sent over what Close has said, in a table.
class PendingOverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void valuesLieOverThoseOfClose();
    void mergesGoBelow();
    void searchFindsBoth();
    void sortingFollows();
    void settledIsWithoutThem();
    void madeRecordsComeAndGo();
    void madeRecordsKeepTheirRow();
    void madeRecordsAreNotRemovedBySync();
    void holdsOverARenumbering();
    void holdsOverOtherFields();

private:
    QVariant valueOf(const QString &id, const QString &key) const
    {
        return m_table->valueAt(key, quint32(m_table->rowOf(id)));
    }
    QString keyOf(FieldType type) const;

    QList<Sample> m_samples;
    std::unique_ptr<RecordTable> m_table;
};

void PendingOverlayTest::init()
{
    SampleData data(7);
    m_samples = data.samples(0, 40);
    m_table = std::make_unique<RecordTable>(SampleData::fields());
    m_table->setDirectory(SampleData::directory());
    QVERIFY(m_table->merge(SampleData::block(m_samples)));
}

/// A field of that type with a column.
QString PendingOverlayTest::keyOf(FieldType type) const
{
    for (const Field &field : m_table->fields()) {
        if (field.type == type && columnStorage(field) != Storage::None)
            return field.key;
    }
    return {};
}

void PendingOverlayTest::valuesLieOverThoseOfClose()
{
    const QString id = m_samples.at(3).id;
    const QString text = keyOf(FieldType::Text);
    const QString money = keyOf(FieldType::Money);
    QVERIFY(!text.isEmpty() && !money.isEmpty());
    const QVariant before = valueOf(id, text);
    QSignalSpy changed(m_table.get(), &RecordTable::changed);
    m_table->setPending({{id, {PendingKind::Changed, {{text, u"Waits"_s}, {money, 4200LL}}}}}, {});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(valueOf(id, text), u"Waits"_s);
    QCOMPARE(valueOf(id, money), 4200LL);
    const auto row = quint32(m_table->rowOf(id));
    QCOMPARE(m_table->pendingKind(row), PendingKind::Changed);
    QVERIFY(m_table->isPending(m_table->fields().indexOf(text), row));
    QVERIFY(!m_table->isPending(m_table->fields().indexOf(u"id"_s), row));
    QCOMPARE(m_table->pendingKind(row == 0 ? 1 : 0), PendingKind::None);
    m_table->setPending({}, {});
    QCOMPARE(valueOf(id, text), before);
    QCOMPARE(m_table->pendingKind(row), PendingKind::None);
}

void PendingOverlayTest::mergesGoBelow()
{
    Sample &sample = m_samples[5];
    const QString text = keyOf(FieldType::Text);
    m_table->setPending({{sample.id, {PendingKind::Changed, {{text, u"Mine"_s}}}}}, {});
    sample.values.insert(text, u"Theirs"_s);
    std::vector<FormerCell> former;
    QVERIFY(m_table->merge(SampleData::block({sample}), MergeRule::Take, &former));
    QCOMPARE(valueOf(sample.id, text), u"Mine"_s);
    // Who follows changes of Close is told of them all the same.
    QVERIFY(std::any_of(former.begin(), former.end(), [&](const FormerCell &cell) {
        return cell.field == m_table->fields().indexOf(text) && cell.value != QVariant(u"Mine"_s);
    }));
    m_table->setPending({}, {});
    QCOMPARE(valueOf(sample.id, text), u"Theirs"_s);
}

void PendingOverlayTest::searchFindsBoth()
{
    QString searched;
    for (const Field &field : m_table->fields()) {
        if (field.type == FieldType::Text && field.flags.testFlag(FieldFlag::Searchable) &&
            searched.isEmpty())
            searched = field.key;
    }
    QVERIFY(!searched.isEmpty());
    RecordTableModel model(m_table.get());
    const QString id = m_samples.at(2).id;
    const QString before = m_table->valueAt(searched, quint32(m_table->rowOf(id))).toString();
    QVERIFY(!before.isEmpty());
    m_table->setPending({{id, {PendingKind::Changed, {{searched, u"Xylophone"_s}}}}}, {});
    model.setSearchText(before);
    QVERIFY(model.rowOf(id) >= 0);
    model.setSearchText(u"xyloph"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.idAt(0), id);
    m_table->setPending({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void PendingOverlayTest::sortingFollows()
{
    RecordTableModel model(m_table.get());
    const QString money = keyOf(FieldType::Money);
    model.sortBy(money, Qt::DescendingOrder);
    const QString id = m_samples.at(11).id;
    m_table->setPending({{id, {PendingKind::Changed, {{money, 999'999'999'999LL}}}}}, {});
    QCOMPARE(model.idAt(0), id);
    m_table->setPending({}, {});
    QVERIFY(model.idAt(0) != id);
}

void PendingOverlayTest::settledIsWithoutThem()
{
    const QString id = m_samples.at(3).id;
    const QString text = keyOf(FieldType::Text);
    const QString before = valueOf(id, text).toString();
    m_table->setPending(
        {{id, {PendingKind::Changed, {{text, u"Waits"_s}}}}, {u"local_1"_s, {PendingKind::Made, {}}}},
        SampleData::block({{u"local_1"_s, {{text, u"New"_s}}}}));
    const TableData settled = m_table->settled();
    const auto row = quint32(m_table->rowOf(id));
    const ColumnData &column = settled.columns[size_t(m_table->fields().indexOf(text))];
    QCOMPARE(QString::fromStdString(std::string(column.text(row))), before);
    QCOMPARE(settled.live.count(), quint32(m_samples.size()));
    // The table itself still shows it.
    QCOMPARE(valueOf(id, text), u"Waits"_s);
    QCOMPARE(m_table->count(), quint32(m_samples.size()) + 1);
}

void PendingOverlayTest::madeRecordsComeAndGo()
{
    const QString text = keyOf(FieldType::Text);
    RecordTableModel model(m_table.get());
    const int rows = model.rowCount();
    const auto block = SampleData::block({{u"local_1"_s, {{text, u"New"_s}}}});
    m_table->setPending({{u"local_1"_s, {PendingKind::Made, {}}}}, block);
    QCOMPARE(model.rowCount(), rows + 1);
    QCOMPARE(m_table->madeCount(), 1U);
    QCOMPARE(valueOf(u"local_1"_s, text), u"New"_s);
    QCOMPARE(model.index(model.rowOf(u"local_1"_s), 0).data(PendingRole).toInt(), int(PendingKind::Made));
    // The same again is the same record.
    m_table->setPending({{u"local_1"_s, {PendingKind::Made, {}}}}, block);
    QCOMPARE(model.rowCount(), rows + 1);
    m_table->setPending({}, {});
    QCOMPARE(model.rowCount(), rows);
    QVERIFY(!m_table->contains(u"local_1"_s));
    QCOMPARE(m_table->madeCount(), 0U);
}

/// Whatever else is written meanwhile: a view's current record is a persistent index.
void PendingOverlayTest::madeRecordsKeepTheirRow()
{
    const QString text = keyOf(FieldType::Text);
    RecordTableModel model(m_table.get());
    const PendingRecords pending{{u"local_1"_s, {PendingKind::Made, {}}},
                                 {u"local_2"_s, {PendingKind::Made, {}}}};
    m_table->setPending(pending, SampleData::block({{u"local_1"_s, {{text, u"One"_s}}},
                                                    {u"local_2"_s, {{text, u"Two"_s}}}}));
    const QPersistentModelIndex second = model.index(model.rowOf(u"local_2"_s), 0);
    m_table->setPending({{u"local_2"_s, {PendingKind::Made, {}}}, {u"local_3"_s, {PendingKind::Made, {}}}},
                        SampleData::block({{u"local_3"_s, {{text, u"Three"_s}}},
                                           {u"local_2"_s, {{text, u"Two again"_s}}}}));
    QVERIFY(second.isValid());
    QCOMPARE(second.data(RecordIdRole).toString(), u"local_2"_s);
    QCOMPARE(valueOf(u"local_2"_s, text), u"Two again"_s);
    QVERIFY(!m_table->contains(u"local_1"_s));
    QCOMPARE(m_table->count(), quint32(m_samples.size()) + 2);
}

void PendingOverlayTest::madeRecordsAreNotRemovedBySync()
{
    m_table->setPending({{u"local_1"_s, {PendingKind::Made, {}}}}, SampleData::block({{u"local_1"_s, {}}}));
    QCOMPARE(m_table->remove({u"local_1"_s, m_samples.first().id}), 1);
    QVERIFY(m_table->contains(u"local_1"_s));
}

void PendingOverlayTest::holdsOverARenumbering()
{
    const QString text = keyOf(FieldType::Text);
    const QString id = m_samples.at(9).id;
    const QString before = valueOf(id, text).toString();
    m_table->setPending(
        {{id, {PendingKind::Changed, {{text, u"Waits"_s}}}}, {u"local_1"_s, {PendingKind::Made, {}}}},
        SampleData::block({{u"local_1"_s, {{text, u"New"_s}}}}));
    // As a start does: what was written to disk takes the table over.
    const TableSnapshotWriter writer(m_table->settled(), {}, SampleData::directory(), m_table->locale());
    QList<QByteArray> chunks;
    for (int i = 0; i < writer.chunks(); ++i)
        chunks.append(writer.chunk(i));
    const ChunkSource source{[&chunks](int index) { return size_t(chunks.value(index).size()); },
                             [&chunks](int index, char *to) {
                                 std::copy(chunks.at(index).cbegin(), chunks.at(index).cend(), to);
                                 return true;
                             }};
    auto loaded = readTable(m_table->fields(), m_table->locale(), source, m_table->pool());
    QVERIFY(loaded);
    m_table->adopt(*std::move(loaded));
    QCOMPARE(m_table->count(), quint32(m_samples.size()) + 1);
    QCOMPARE(valueOf(id, text), u"Waits"_s);
    QCOMPARE(valueOf(u"local_1"_s, text), u"New"_s);
    m_table->setPending({}, {});
    QCOMPARE(valueOf(id, text), before);
}

void PendingOverlayTest::holdsOverOtherFields()
{
    const QString text = keyOf(FieldType::Text);
    const QString id = m_samples.at(9).id;
    const QString before = valueOf(id, text).toString();
    m_table->setPending({{id, {PendingKind::Changed, {{text, u"Waits"_s}}}}}, {});
    QList<Field> fields = SampleData::fields().fields();
    fields.append({.key = u"custom.cf_x"_s, .title = u"X"_s, .flags = FieldFlag::Column});
    m_table->setFields(FieldList(fields));
    QCOMPARE(valueOf(id, text), u"Waits"_s);
    m_table->setPending({}, {});
    QCOMPARE(valueOf(id, text), before);
}

LEADLINE_TEST(tst_pendingoverlay, QTEST_GUILESS_MAIN, PendingOverlayTest)

} // namespace tst_pendingoverlay

#include "tst_pendingoverlay.moc"
