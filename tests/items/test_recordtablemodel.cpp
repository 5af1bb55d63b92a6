// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordtablemodel.h"
#include "sampledata.h"
#include "searchtext.h"
#include "sortorders.h"
#include "testprogram.h"
#include "textscan.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <optional>

namespace test_recordtablemodel {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

/// What the model must show, worked out record by record with Qt's own classes.
class Reference
{
public:
    QList<Sample> samples; ///< in the table's order
    FilterSet set;
    QString sortKey;
    Qt::SortOrder direction = Qt::AscendingOrder;
    QLocale locale;
    QDateTime now;

    QStringList ids() const
    {
        QList<Sample> filled;
        QList<Sample> blank;
        for (const Sample &sample : samples) {
            if (passes(sample))
                (sortKey.isEmpty() || sample.values.contains(sortKey) ? filled : blank).append(sample);
        }
        if (!sortKey.isEmpty()) {
            std::stable_sort(filled.begin(), filled.end(),
                             [&](const Sample &a, const Sample &b) { return compare(a, b) < 0; });
            if (direction == Qt::DescendingOrder)
                std::reverse(filled.begin(), filled.end());
        }
        QStringList ids;
        for (const Sample &sample : filled + blank)
            ids.append(sample.id);
        return ids;
    }

    QStringList idsOfLead(const QString &lead) const
    {
        QStringList ids;
        for (const Sample &sample : samples) {
            if (sample.text(u"lead_id"_s) == lead)
                ids.append(sample.id);
        }
        return ids;
    }

private:
    int compare(const Sample &a, const Sample &b) const
    {
        const QVariant left = a.values.value(sortKey);
        const QVariant right = b.values.value(sortKey);
        const QCollator collator(locale);
        if (sortKey == "value"_L1) {
            const auto yearly = [](const Sample &s) {
                return s.values.value(u"value"_s).toLongLong() *
                       (s.values.value(u"period"_s) == "monthly"_L1 ? 12 : 1);
            };
            return yearly(a) < yearly(b) ? -1 : yearly(a) > yearly(b);
        }
        if (sortKey == "status_id"_L1) {
            static const QStringList order{u"stat_c"_s, u"stat_a"_s, u"stat_b"_s, u"stat_gone"_s};
            return int(order.indexOf(left.toString()) - order.indexOf(right.toString()));
        }
        if (sortKey == "owner"_L1) {
            const Directory names = SampleData::directory();
            return collator.compare(names.nameOf(left.toString()), names.nameOf(right.toString()));
        }
        if (left.typeId() == QMetaType::QString)
            return collator.compare(left.toString(), right.toString());
        const auto order = QVariant::compare(left, right);
        return order == QPartialOrdering::Less ? -1 : order == QPartialOrdering::Greater ? 1 : 0;
    }

    bool passes(const Sample &sample) const
    {
        if (!set.leadId.isEmpty() && sample.text(u"lead_id"_s) != set.leadId)
            return false;
        const QString all = sample.text(u"name"_s) + u'\n' + sample.text(u"note"_s) + u'\n' +
                            sample.values.value(u"tags"_s).toStringList().join(u' ');
        for (const QString &word : set.text.split(u' ', Qt::SkipEmptyParts)) {
            if (!foldedForSearch(all).contains(foldedForSearch(word)))
                return false;
        }
        return std::all_of(set.filters.begin(), set.filters.end(),
                           [&](const Filter &filter) { return passes(sample, filter); });
    }

    bool passes(const Sample &sample, const Filter &filter) const
    {
        const QVariant value = sample.values.value(filter.key);
        QStringList values = value.toStringList();
        if (values.isEmpty())
            values.append(value.toString());
        const bool named = std::any_of(values.begin(), values.end(),
                                       [&](const QString &v) { return filter.values.contains(v); });
        switch (filter.op) {
        case FilterOperator::IsAnyOf:
            return named;
        case FilterOperator::IsNoneOf:
            return !named;
        case FilterOperator::HasValue:
            return value.isValid();
        case FilterOperator::HasNoValue:
            return !value.isValid();
        case FilterOperator::Contains:
            return foldedForSearch(value.toString()).contains(foldedForSearch(filter.text));
        case FilterOperator::DoesNotContain:
            return !foldedForSearch(value.toString()).contains(foldedForSearch(filter.text));
        case FilterOperator::Between: {
            double number = value.toDouble();
            if (filter.key == "value"_L1 && sample.values.value(u"period"_s) == "monthly"_L1)
                number *= 12;
            return value.isValid() && (!filter.from.isValid() || number >= filter.from.toDouble()) &&
                   (!filter.to.isValid() || number <= filter.to.toDouble());
        }
        case FilterOperator::InRange: {
            if (!value.isValid())
                return false;
            DayRange days = daysOf(filter.preset, now.date(), locale.firstDayOfWeek());
            if (filter.preset == DatePreset::Custom)
                days = {filter.from.toDate(), filter.to.toDate()};
            const QDate day =
                value.typeId() == QMetaType::QDate ? value.toDate() : value.toDateTime().toLocalTime().date();
            return (!days.from.isValid() || day >= days.from) && (!days.to.isValid() || day <= days.to);
        }
        case FilterOperator::IsTrue:
            return value.toBool();
        case FilterOperator::IsFalse:
            return !value.toBool();
        }
        return false;
    }
};

QStringList shownIds(const RecordTableModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.index(row, 0).data(RecordIdRole).toString());
    return ids;
}

Filter randomFilter(SampleData &data)
{
    const FieldList fields = SampleData::fields();
    while (true) {
        const Field &field = fields.at(data.below(int(fields.size())));
        const auto operators = operatorsFor(field.type);
        if (operators.isEmpty())
            continue;
        Filter filter{.key = field.key, .op = operators.at(data.below(int(operators.size())))};
        if (field.type == FieldType::LeadStatus)
            filter.values = {u"stat_a"_s, data.below(2) ? u"stat_gone"_s : QString()};
        else if (field.type == FieldType::Choices)
            filter.values = {u"green"_s};
        else if (field.type == FieldType::Period)
            filter.values = {u"monthly"_s};
        else if (field.type == FieldType::User)
            filter.values = {u"user_2"_s};
        filter.text = QStringList{u"an"_s, u"STRASSE"_s, u"é"_s, u"zur"_s}.at(data.below(4));
        if (filter.op == FilterOperator::Between && data.below(2))
            filter.from = field.type == FieldType::Number ? QVariant(10.5) : QVariant(qlonglong(50));
        if (filter.op == FilterOperator::Between && (data.below(2) || !filter.from.isValid()))
            filter.to = field.type == FieldType::Number ? QVariant(60.0) : QVariant(qlonglong(200'000));
        if (filter.op == FilterOperator::InRange) {
            filter.preset = datePresets().at(data.below(int(datePresets().size())));
            filter.from = QDate(2026, 1, 1);
            filter.to = QDate(2026, 2, 15);
        }
        return filter;
    }
}

} // namespace

/// The table model against a plain reference, over made-up records.
class TestRecordTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatAReferenceShows_data();
    void showsWhatAReferenceShows();
    void ordersAsTheCollatorDoes_data();
    void ordersAsTheCollatorDoes();
    void sortsOffTheGuiThread();
    void dropsAnOrderThatIsStale();
    void appendsAPageAsOneInsert();
    void tellsChangedCellsNarrowly();
    void leavesIdenticalRowsAlone();
    void keepsTheSelectionWithItsRecords();
    void keepsPlacesWhilePagesCome();
    void rests();
    void followsFieldsThatChange();
    void compactsAfterManyRemovals();
    void countsFacets();

private:
    static QDateTime today() { return QDateTime(QDate(2026, 3, 1), QTime(15, 30)); }
    static CellFormatter formatter(const QLocale &locale)
    {
        return CellFormatter(SampleData::directory(), locale, [] { return today(); });
    }
};

void TestRecordTableModel::showsWhatAReferenceShows_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<quint32>("backgroundRows");
    QTest::newRow("english") << u"en_US"_s << 200'000U;
    QTest::newRow("swedish") << u"sv_SE"_s << 200'000U;
    QTest::newRow("czech, sorted off the GUI thread") << u"cs_CZ"_s << 100U;
    QTest::newRow("no language") << u"C"_s << 200'000U;
}

void TestRecordTableModel::showsWhatAReferenceShows()
{
    QFETCH(QString, locale);
    QFETCH(quint32, backgroundRows);
    SampleData data(qHash(locale));
    RecordTable table(SampleData::fields());
    table.setLocale(QLocale(locale));
    table.setDirectory(SampleData::directory());
    table.orders().setBackgroundRows(backgroundRows);
    RecordTableModel model(&table);
    model.setFormatter(formatter(QLocale(locale)));
    QAbstractItemModelTester tester(&model, Fatal);
    Reference reference;
    reference.locale = QLocale(locale);
    reference.now = today();
    int next = 0;
    bool isResting = false;
    const auto merge = [&](QList<Sample> samples) { QVERIFY(table.merge(SampleData::block(samples))); };
    for (int step = 0; step < 200; ++step) {
        switch (data.below(7)) {
        case 0:
        case 1: { // new records and changed ones in one page
            QList<Sample> page = data.samples(next, data.below(60));
            next += int(page.size());
            reference.samples += page;
            for (int i = 0; i < 20 && !reference.samples.isEmpty(); ++i) {
                Sample &known = reference.samples[data.below(int(reference.samples.size()))];
                data.change(known);
                page.append(known); // perhaps a second time: what comes last holds
            }
            merge(page);
            break;
        }
        case 2: {
            QStringList gone;
            for (int i = 0; i < data.below(10) && !reference.samples.isEmpty(); ++i)
                gone.append(reference.samples.takeAt(data.below(int(reference.samples.size()))).id);
            QCOMPARE(table.remove(gone + QStringList{u"not there"_s}), int(gone.size()));
            break;
        }
        case 3:
            reference.set.text =
                QStringList{u""_s, u"an"_s, u"ANDERS zur"_s, u"stras"_s, u"zzzz"_s, u"京"_s, u"red"_s, u"1"_s}
                    .at(data.below(8));
            model.setSearchText(reference.set.text);
            break;
        case 4:
            reference.set.filters.clear();
            for (int i = data.below(3); i > 0; --i)
                reference.set.filters.append(randomFilter(data));
            model.setFilters(reference.set.filters);
            break;
        case 5:
            reference.set.leadId = data.below(3) ? QString() : u"lead_%1"_s.arg(data.below(20));
            model.setLead(reference.set.leadId);
            break;
        default: {
            const FieldList fields = SampleData::fields();
            const QStringList keys{u"name"_s, u"note"_s,    u"status_id"_s, u"value"_s, u"size"_s, u"due"_s,
                                   u"done"_s, u"updated"_s, u"chance"_s,    QString(),  u"owner"_s};
            reference.sortKey = keys.at(data.below(int(keys.size())));
            reference.direction = data.below(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
            model.sortBy(reference.sortKey, reference.direction);
            break;
        }
        }
        const QString lead = u"lead_%1"_s.arg(step % 20);
        QStringList ofLead;
        for (const quint32 row : table.rowsOfLead(lead))
            ofLead.append(table.idAt(row));
        QCOMPARE(ofLead, reference.idsOfLead(lead));
        QStringList expected = reference.ids();
        if (data.below(3) == 0) {
            isResting = !isResting;
            model.setResting(isResting);
        }
        if (isResting && !model.isSorting()) {
            // In whichever order, but all of them.
            QStringList shown = shownIds(model);
            shown.sort();
            expected.sort();
            QCOMPARE(shown, expected);
            continue;
        }
        if (model.isSorting()) {
            // The first screen is right at once.
            QCOMPARE(shownIds(model).mid(0, 100), expected.mid(0, 100));
            QTRY_VERIFY(!model.isSorting());
        }
        QCOMPARE(shownIds(model), expected);
        QCOMPARE(int(table.count()), int(reference.samples.size()));
    }
    for (const Sample &sample : reference.samples) {
        const int row = table.rowOf(sample.id);
        QVERIFY(row >= 0);
        for (const Field &field : table.fields())
            QCOMPARE(table.valueAt(field.key, quint32(row)), sample.values.value(field.key));
    }
}

void TestRecordTableModel::ordersAsTheCollatorDoes_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *name : {"en_US", "de_AT", "sv_SE", "cs_CZ", "da_DK", "ru_RU", "zh_CN", "es_ES", "C"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestRecordTableModel::ordersAsTheCollatorDoes()
{
    QFETCH(QString, locale);
    // Letter pairs that sort as one (Czech ch, Danish aa), letters for two (ß), accents, other scripts, long
    // common beginnings.
    const QStringList parts{u"ch"_s,      u"c"_s,
                            u"cz"_s,      u"h"_s,
                            u"aa"_s,      u"å"_s,
                            u"z"_s,       u"ß"_s,
                            u"ss"_s,      u"st"_s,
                            u"É"_s,       u"e"_s,
                            u"A"_s,       u"a"_s,
                            u" "_s,       u"-"_s,
                            u"Ж"_s,       u"漢"_s,
                            u"🙂"_s,    u"ǆ"_s,
                            u"e\u0301"_s, u"Common beginning "_s,
                            u"7"_s,       u"ñ"_s,
                            u"œ"_s,       u"lj"_s};
    QRandomGenerator random(7);
    QStringList texts;
    RecordTable table(SampleData::fields());
    QList<Sample> samples;
    for (int i = 0; i < 4000; ++i) {
        QString text;
        for (int n = 1 + random.bounded(9); n > 0; --n)
            text += parts.at(random.bounded(int(parts.size())));
        if (text.trimmed().isEmpty())
            text = u"x"_s;
        texts.append(text);
        samples.append({.id = QString::number(i), .values = {{u"name"_s, text}}});
    }
    table.setLocale(QLocale(locale));
    QVERIFY(table.merge(SampleData::block(samples.mid(0, 3900))));
    const int name = table.fields().indexOf(u"name"_s);
    QVERIFY(table.orders().order(name));
    // The last hundred take the way of a page that is merged into an order.
    QVERIFY(table.merge(SampleData::block(samples.mid(3900))));
    const SortOrder *order = table.orders().order(name);
    QVERIFY(order);
    const QCollator collator{QLocale(locale)};
    std::vector<quint32> expected(4000);
    std::iota(expected.begin(), expected.end(), 0U);
    std::stable_sort(expected.begin(), expected.end(),
                     [&](quint32 a, quint32 b) { return collator.compare(texts.at(a), texts.at(b)) < 0; });
    QVERIFY(order->rows == expected);
    const RowKeys keys(table.data(), name, table.directory(), table.locale());
    const auto first = firstRows(table.data(), keys, table.data().live, 50, Qt::AscendingOrder);
    // While the alphabet is only guessed the first screen may differ where letter pairs sort as one.
    if (order->alphabetHolds)
        QVERIFY(std::equal(first.begin(), first.end(), expected.begin()));
}

void TestRecordTableModel::sortsOffTheGuiThread()
{
    SampleData data(3);
    RecordTable table(SampleData::fields());
    table.setLocale(QLocale(u"en_US"_s));
    table.orders().setBackgroundRows(0);
    Reference reference;
    reference.samples = data.samples(0, 3000);
    reference.sortKey = u"name"_s;
    reference.locale = table.locale();
    QVERIFY(table.merge(SampleData::block(reference.samples)));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    QSignalSpy sorted(&model, &RecordTableModel::sorted);
    model.sortBy(u"name"_s, Qt::AscendingOrder);
    QVERIFY(model.isSorting());
    QCOMPARE(model.rowCount(), 3000);
    const QStringList expected = reference.ids();
    QCOMPARE(shownIds(model).mid(0, 128), expected.mid(0, 128));
    // A page that comes in the meantime is in the order when it is there.
    const QList<Sample> page = data.samples(3000, 100);
    QVERIFY(table.merge(SampleData::block(page)));
    reference.samples += page;
    QVERIFY(sorted.wait());
    QCOMPARE(sorted.count(), 1);
    QCOMPARE(shownIds(model), reference.ids());
}

void TestRecordTableModel::dropsAnOrderThatIsStale()
{
    SampleData data(4);
    RecordTable table(SampleData::fields());
    table.orders().setBackgroundRows(0);
    QVERIFY(table.merge(SampleData::block(data.samples(0, 3000))));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    model.sortBy(u"name"_s, Qt::AscendingOrder);
    QVERIFY(model.isSorting());
    table.clear();
    Reference reference;
    reference.samples = data.samples(5000, 40);
    reference.sortKey = u"name"_s;
    QVERIFY(table.merge(SampleData::block(reference.samples)));
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(shownIds(model), reference.ids());
}

void TestRecordTableModel::appendsAPageAsOneInsert()
{
    SampleData data(5);
    RecordTable table(SampleData::fields());
    QVERIFY(table.merge(SampleData::block(data.samples(0, 250))));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    QSignalSpy inserted(&model, &RecordTableModel::rowsInserted);
    QSignalSpy layout(&model, &RecordTableModel::layoutChanged);
    QVERIFY(table.merge(SampleData::block(data.samples(250, 100))));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 250);
    QCOMPARE(inserted.first().at(2).toInt(), 349);
    QCOMPARE(layout.count(), 0);
    // Into an order the page goes to many places: behind all others, and from there in one change of layout.
    model.sortBy(u"name"_s, Qt::AscendingOrder);
    layout.clear();
    inserted.clear();
    QVERIFY(table.merge(SampleData::block(data.samples(350, 100))));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 350);
    QCOMPARE(inserted.first().at(2).toInt(), 449);
    QCOMPARE(layout.count(), 1);
    QCOMPARE(model.rowCount(), 450);
}

void TestRecordTableModel::tellsChangedCellsNarrowly()
{
    SampleData data(6);
    RecordTable table(SampleData::fields());
    QList<Sample> samples = data.samples(0, 50);
    samples[20].values.insert(u"size"_s, 1.0);
    samples[20].values.insert(u"period"_s, u"annual"_s);
    QVERIFY(table.merge(SampleData::block(samples)));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    QSignalSpy changed(&model, &RecordTableModel::dataChanged);
    samples[20].values.insert(u"size"_s, 2.5);
    QVERIFY(table.merge(SampleData::block(samples)));
    QCOMPARE(changed.count(), 1);
    const QModelIndex cell = model.index(20, model.columnOf(u"size"_s));
    QCOMPARE(changed.first().at(0).toModelIndex(), cell);
    QCOMPARE(changed.first().at(1).toModelIndex(), cell);
    QCOMPARE(cell.data(SortRole).toDouble(), 2.5);
    // The period has no column; the amount it belongs to is written anew.
    changed.clear();
    samples[20].values.insert(u"period"_s, u"monthly"_s);
    QVERIFY(table.merge(SampleData::block(samples)));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), model.index(20, model.columnOf(u"value"_s)));
}

void TestRecordTableModel::leavesIdenticalRowsAlone()
{
    SampleData data(8);
    RecordTable table(SampleData::fields());
    const ColumnBlock block = SampleData::block(data.samples(0, 200));
    QVERIFY(table.merge(block));
    QSignalSpy changed(&table, &RecordTable::changed);
    QVERIFY(table.merge(block));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(table.count(), 200U);
}

void TestRecordTableModel::keepsTheSelectionWithItsRecords()
{
    SampleData data(9);
    RecordTable table(SampleData::fields());
    table.setLocale(QLocale(u"en_US"_s));
    QVERIFY(table.merge(SampleData::block(data.samples(0, 500))));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    QItemSelectionModel selection(&model);
    for (const int row : {3, 77, 400})
        selection.select(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const auto selected = [&] {
        QStringList ids = model.idsOf(selection.selectedIndexes());
        ids.sort();
        return ids;
    };
    const QStringList before = selected();
    QCOMPARE(before.size(), 3);
    model.sortBy(u"name"_s, Qt::DescendingOrder);
    QCOMPARE(selected(), before);
    QVERIFY(table.merge(SampleData::block(data.samples(500, 100))));
    QCOMPARE(selected(), before);
    // What a search hides is no longer selected; the rest is.
    table.remove({before.first()});
    QCOMPARE(selected(), before.mid(1));
    QCOMPARE(model.idAt(model.rowOf(before.last())), before.last());
    model.setSearchText(u"zzzz"_s);
    QCOMPARE(selected(), QStringList());
    QCOMPARE(model.rowOf(before.last()), -1);
}

/// Rows come, change, go and move in one page: what a view holds on to is never another record.
void TestRecordTableModel::keepsPlacesWhilePagesCome()
{
    SampleData data(19);
    RecordTable table(SampleData::fields());
    table.setLocale(QLocale(u"en_US"_s));
    QList<Sample> samples = data.samples(0, 300);
    QVERIFY(table.merge(SampleData::block(samples)));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    model.sortBy(u"value"_s, Qt::DescendingOrder);
    std::vector<std::pair<QPersistentModelIndex, QString>> held;
    for (int row = 0; row < model.rowCount(); row += 3)
        held.emplace_back(model.index(row, 1), model.idAt(row));
    for (int step = 0; step < 60; ++step) {
        if (step % 10 == 5)
            model.sortBy(QStringList{u"name"_s, QString(), u"updated"_s}.at(step % 3), Qt::AscendingOrder);
        model.setResting(step % 7 == 0);
        QList<Sample> page = data.samples(1000 + 100 * step, data.below(30));
        for (int i = data.below(20); i > 0; --i) {
            Sample &known = samples[data.below(300)];
            data.change(known);
            if (table.contains(known.id))
                page.append(known);
        }
        table.merge(SampleData::block(page));
        const QString gone = samples.at(data.below(300)).id;
        table.remove({gone});
        for (const auto &[index, id] : held) {
            QCOMPARE(index.isValid(), table.contains(id));
            if (index.isValid())
                QCOMPARE(model.idAt(index.row()), id);
        }
    }
}

void TestRecordTableModel::rests()
{
    SampleData data(20);
    RecordTable table(SampleData::fields());
    Reference reference;
    reference.samples = data.samples(0, 100);
    reference.sortKey = u"updated"_s;
    reference.direction = Qt::DescendingOrder;
    QVERIFY(table.merge(SampleData::block(reference.samples)));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    model.sortBy(reference.sortKey, reference.direction);
    const QStringList before = shownIds(model);
    QCOMPARE(before, reference.ids());
    model.setResting(true);
    const QList<Sample> page = data.samples(100, 50);
    reference.samples += page;
    QVERIFY(table.merge(SampleData::block(page)));
    QCOMPARE(shownIds(model).mid(0, 100), before);
    QCOMPARE(model.rowCount(), 150);
    QCOMPARE(model.idAt(model.rowOf(page.last().id)), page.last().id);
    QItemSelectionModel selection(&model);
    selection.select(model.index(model.rowOf(page.first().id), 0), QItemSelectionModel::Select);
    QSignalSpy told(&model, &QAbstractItemModel::layoutChanged);
    model.setResting(false);
    QCOMPARE(told.count(), 1);
    QCOMPARE(shownIds(model), reference.ids());
    QCOMPARE(model.idsOf(selection.selectedIndexes()), QStringList{page.first().id});
    // Nothing came: nothing is put in order.
    model.setResting(true);
    model.setResting(false);
    QCOMPARE(told.count(), 1);
}

void TestRecordTableModel::followsFieldsThatChange()
{
    SampleData data(10);
    RecordTable table(SampleData::fields());
    const QList<Sample> samples = data.samples(0, 300);
    QVERIFY(table.merge(SampleData::block(samples)));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    model.sortBy(u"name"_s, Qt::AscendingOrder);
    const QStringList before = shownIds(model);
    QList<Field> fields = SampleData::fields().fields();
    fields.removeAt(SampleData::fields().indexOf(u"size"_s));
    fields.prepend({.key = u"custom.cf_1"_s, .title = u"New"_s, .flags = FieldFlag::Column});
    const FieldList list(fields);
    table.setFields(list);
    QCOMPARE(model.columnOf(u"size"_s), -1);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"New"_s);
    QCOMPARE(shownIds(model), before);
    QVERIFY(!table.merge(SampleData::block(samples))); // a block of the old fields
    QVERIFY(table.merge(SampleData::block(samples, list)));
    QCOMPARE(table.count(), 300U);
}

void TestRecordTableModel::compactsAfterManyRemovals()
{
    SampleData data(11);
    RecordTable table(SampleData::fields());
    const QList<Sample> samples = data.samples(0, 3000);
    QVERIFY(table.merge(SampleData::block(samples)));
    RecordTableModel model(&table);
    QAbstractItemModelTester tester(&model, Fatal);
    QStringList gone;
    for (int i = 0; i < 1500; ++i)
        gone.append(samples.at(i * 2).id);
    QCOMPARE(table.remove(gone), 1500);
    QCOMPARE(table.rows(), 1500U);
    QCOMPARE(model.rowCount(), 1500);
    QCOMPARE(model.idAt(0), samples.at(1).id);
    QCOMPARE(table.rowOf(samples.at(0).id), -1);
    QVERIFY(table.merge(SampleData::block({samples.at(0)})));
    QCOMPARE(model.idAt(1500), samples.at(0).id);
}

void TestRecordTableModel::countsFacets()
{
    SampleData data(12);
    RecordTable table(SampleData::fields());
    const QList<Sample> samples = data.samples(0, 400);
    QVERIFY(table.merge(SampleData::block(samples)));
    RecordTableModel model(&table);
    QHash<QString, quint32> expected;
    for (const Sample &sample : samples) {
        if (!sample.values.value(u"done"_s).toBool())
            continue;
        const QStringList tags = sample.values.value(u"tags"_s).toStringList();
        for (const QString &tag : tags.isEmpty() ? QStringList{QString()} : tags)
            ++expected[tag];
    }
    // The field's own filter does not narrow what its menu offers; the others do.
    model.setFilters({{.key = u"tags"_s, .op = FilterOperator::IsAnyOf, .values = {u"red"_s}},
                      {.key = u"done"_s, .op = FilterOperator::IsTrue}});
    QHash<QString, quint32> counted;
    for (const Facet &facet : model.facets(u"tags"_s))
        counted[facet.value] = facet.count;
    QCOMPARE(counted, expected);
}

LEADLINE_TEST(test_recordtablemodel, QTEST_GUILESS_MAIN, TestRecordTableModel)

} // namespace test_recordtablemodel

#include "test_recordtablemodel.moc"
