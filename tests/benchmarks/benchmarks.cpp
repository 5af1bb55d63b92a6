// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copybenchmark.h"
#include "formbenchmark.h"
#include "leadgenerator.h"
#include "measure.h"
#include "pipelinebenchmarks.h"
#include "recordtablemodel.h"
#include "schema.h"
#include "sortorders.h"
#include "startbenchmark.h"
#include "syncbenchmark.h"

#include <QCommandLineParser>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTest>

#include <cstdio>

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

constexpr double CapMs = 60'000;
constexpr int Starts = 7;
/// The pipeline is measured at one size, whatever the number of leads.
constexpr int Opportunities = 20'000;
/// Typed letter by letter and deleted again.
const QString &typed()
{
    static const QString word = u"anders"_s;
    return word;
}

QStringList keystrokes()
{
    QStringList texts;
    for (qsizetype i = 1; i <= typed().size(); ++i)
        texts.append(typed().left(i));
    for (qsizetype i = typed().size() - 1; i > 0; --i)
        texts.append(typed().left(i));
    return texts;
}

/// Draws text and nothing else, as a table's own delegate does.
class TextDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int alignment = index.data(Qt::TextAlignmentRole).toInt();
        painter->drawText(option.rect.adjusted(10, 0, -10, 0), alignment | Qt::TextSingleLine,
                          index.data().toString());
    }
};

/// The same rows under QSortFilterProxyModel, its search over all columns shown.
class Proxy : public QSortFilterProxyModel
{
public:
    explicit Proxy(QAbstractItemModel *source)
    {
        setSourceModel(source);
        setSortLocaleAware(true);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        setFilterKeyColumn(0);
    }
    void sortBy(const RecordTableModel &source, const QString &key)
    {
        setSortRole(SortRole);
        sort(source.columnOf(key));
    }
};

class Benchmarks
{
public:
    Benchmarks(int rows, const QStringList &only)
        : m_rows(rows)
        , m_only(only)
        , m_fields(builtInFields<Lead>().withCustomFields(LeadGenerator::schema()))
        , m_table(m_fields.list())
    {
        m_table.setLocale(QLocale(u"en_US"_s));
        m_table.setDirectory(LeadGenerator::directory());
    }

    void run()
    {
        load();
        sortByName();
        sortByDate();
        keystrokeOrder();
        clearFilter();
        frames();
        mergePage();
        memory();
    }

private:
    bool wanted(const QString &name) const { return m_only.isEmpty() || m_only.contains(name); }
    bool isLarge() const { return m_rows > 300'000; }
    double target(double small, double large) const { return isLarge() ? large : small; }

    template <typename Work>
    std::optional<Rival> rival(const Work &work)
    {
        if (!m_withProxy)
            return {};
        return measureRival(
            [&](const std::function<void()> &begin) {
                RecordTableModel source(&m_table);
                Proxy proxy(&source);
                return work(source, proxy, begin);
            },
            CapMs);
    }

    void load()
    {
        Times page;
        for (int from = 0; from < m_rows; from += 1000) {
            const ColumnBlock block =
                columnBlock(m_fields, m_generator.leads(from, qMin(1000, m_rows - from)));
            page.measure([&] { m_table.merge(block); });
        }
        if (wanted(u"load"_s))
            print({.name = u"load_a_thousand"_s, .rows = m_rows, .times = page});
    }

    void sortByName()
    {
        if (!wanted(u"sort_name"_s))
            return;
        RecordTableModel model(&m_table);
        Times firstScreen;
        Times whole;
        Times again;
        for (int i = 0; i < 5; ++i) {
            m_table.orders().clear();
            model.sortBy({}, Qt::AscendingOrder);
            QSignalSpy sorted(&model, &RecordTableModel::sorted);
            whole.measure([&] {
                firstScreen.measure([&] { model.sortBy(u"shown_name"_s, Qt::AscendingOrder); });
                if (model.isSorting())
                    sorted.wait(60'000);
            });
            model.sortBy({}, Qt::AscendingOrder);
            again.measure([&] { model.sortBy(u"shown_name"_s, Qt::AscendingOrder); });
        }
        print({.name = u"sort_name_first_screen"_s, .rows = m_rows, .times = firstScreen});
        print({.name = u"sort_name_first"_s,
               .rows = m_rows,
               .times = whole,
               .target = isLarge() ? std::optional<double>() : 120.0,
               .rival = rival([](RecordTableModel &source, Proxy &proxy, const auto &begin) {
                   begin();
                   return milliseconds([&] { proxy.sortBy(source, u"shown_name"_s); });
               })});
        print({.name = u"sort_name_again"_s, .rows = m_rows, .times = again, .target = target(5, 50)});
    }

    void sortByDate()
    {
        if (!wanted(u"sort_date"_s))
            return;
        RecordTableModel model(&m_table);
        Times first;
        for (int i = 0; i < 7; ++i) {
            m_table.orders().clear();
            model.sortBy({}, Qt::AscendingOrder);
            first.measure([&] { model.sortBy(u"date_updated"_s, Qt::DescendingOrder); });
        }
        print({.name = u"sort_date"_s,
               .rows = m_rows,
               .times = first,
               .target = target(10, 120),
               .rival = rival([](RecordTableModel &source, Proxy &proxy, const auto &begin) {
                   begin();
                   return milliseconds([&] { proxy.sortBy(source, u"date_updated"_s); });
               })});
    }

    void prepareSorted(RecordTableModel &model)
    {
        QSignalSpy sorted(&model, &RecordTableModel::sorted);
        model.sortBy(u"shown_name"_s, Qt::AscendingOrder);
        if (model.isSorting())
            sorted.wait(60'000);
    }

    void keystrokeOrder()
    {
        if (!wanted(u"keystroke_order"_s))
            return;
        RecordTableModel model(&m_table);
        prepareSorted(model);
        Times times;
        for (int round = 0; round < 5; ++round) {
            for (const QString &text : keystrokes())
                times.measure([&] { model.setSearchText(text); });
        }
        print({.name = u"keystroke_order"_s,
               .rows = m_rows,
               .times = times,
               .target = target(4, 30),
               .rival = rival([](RecordTableModel &source, Proxy &proxy, const auto &begin) {
                   proxy.sortBy(source, u"date_updated"_s);
                   begin();
                   std::vector<double> theirs;
                   for (const QString &text : keystrokes())
                       theirs.push_back(milliseconds([&] { proxy.setFilterFixedString(text); }));
                   return median(theirs);
               })});
    }

    void clearFilter()
    {
        if (!wanted(u"clear_filter"_s))
            return;
        RecordTableModel model(&m_table);
        prepareSorted(model);
        Times times;
        for (int round = 0; round < 9; ++round) {
            model.setSearchText(u"an"_s);
            times.measure([&] { model.setSearchText({}); });
        }
        print({.name = u"clear_filter"_s,
               .rows = m_rows,
               .times = times,
               .target = target(2, 20),
               .rival = rival([](RecordTableModel &source, Proxy &proxy, const auto &begin) {
                   proxy.setFilterFixedString(u"an"_s);
                   proxy.sortBy(source, u"date_updated"_s);
                   begin();
                   return milliseconds([&] { proxy.setFilterFixedString({}); });
               })});
    }

    void prepareView(QTableView &view, QAbstractItemModel &model)
    {
        view.setModel(&model);
        view.setItemDelegate(new TextDelegate(&view));
        view.setShowGrid(false);
        view.verticalHeader()->hide();
        view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        view.verticalHeader()->setDefaultSectionSize(32);
        view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        for (int i = 0; i < model.columnCount(); ++i) {
            const QString key = model.headerData(i, Qt::Horizontal, FieldKeyRole).toString();
            view.setColumnWidth(i, m_fields.list().find(key)->width);
        }
        view.resize(1800, 1000);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            std::fputs("The window is not exposed: nothing is painted.\n", stderr);
        paint();
    }

    static void paint()
    {
        // What the change has posted, the update of the window among it: one frame.
        QCoreApplication::sendPostedEvents();
    }

    void frames()
    {
        if (!wanted(u"frames"_s))
            return;
        RecordTableModel model(&m_table);
        prepareSorted(model);
        QTableView view;
        prepareView(view, model);
        Times keys;
        for (int round = 0; round < 5; ++round) {
            for (const QString &text : keystrokes()) {
                keys.measure([&] {
                    model.setSearchText(text);
                    paint();
                });
            }
        }
        model.setSearchText({});
        paint();
        print({.name = u"keystroke_frame"_s,
               .rows = m_rows,
               .times = keys,
               .target = target(8, 40),
               .rival = rivalFrames()});
        print({.name = u"page_jump"_s,
               .rows = m_rows,
               .times = scrolled(view, view.verticalScrollBar()->pageStep(), 30),
               .target = 7});
        print(
            {.name = u"scrolled_frame"_s, .rows = m_rows, .times = scrolled(view, 3 * 32, 60), .target = 2});
    }

    /// Painted as the event loop does it: what stays is moved, what is new is drawn.
    static Times scrolled(QTableView &view, int step, int count)
    {
        Times times;
        for (int i = 0; i < count; ++i) {
            times.measure([&] {
                view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + step);
                QCoreApplication::sendPostedEvents();
            });
        }
        return times;
    }

    std::optional<Rival> rivalFrames()
    {
        return rival([this](RecordTableModel &source, Proxy &proxy, const auto &begin) {
            proxy.sortBy(source, u"date_updated"_s);
            QTableView view;
            prepareView(view, proxy);
            begin();
            std::vector<double> theirs;
            for (const QString &text : keystrokes()) {
                theirs.push_back(milliseconds([&] {
                    proxy.setFilterFixedString(text);
                    paint();
                }));
            }
            return median(theirs);
        });
    }

    /// Half of a page new, half of it known and changed (status and time, with some the contact), in a table
    /// that is sorted by name and searched.
    void mergePage()
    {
        if (!wanted(u"merge_page"_s))
            return;
        RecordTableModel model(&m_table);
        prepareSorted(model);
        model.setSearchText(u"an"_s);
        const auto page = [&](int round) {
            QList<Lead> leads = m_generator.leads(m_rows + round * 50, 50);
            for (int i = 0; i < 50; ++i) {
                Lead known = m_generator.lead((round * 7919 + i * 104729) % m_rows);
                known.statusId = m_generator.lead(i).statusId;
                known.dateUpdated = known.dateUpdated.addDays(20 + round);
                if (i % 5 == 0)
                    known.contacts.first().name += u" Meier"_s;
                leads.append(known);
            }
            return columnBlock(m_fields, leads);
        };
        Times times;
        for (int round = 0; round < 15; ++round) {
            const ColumnBlock block = page(round);
            times.measure([&] { m_table.merge(block); });
        }
        print({.name = u"merge_page"_s,
               .rows = m_rows,
               .times = times,
               .target = target(1, 4),
               .rival = rival([&](RecordTableModel &source, Proxy &proxy, const auto &begin) {
                   proxy.sortBy(source, u"shown_name"_s);
                   proxy.setFilterFixedString(u"an"_s);
                   const ColumnBlock block = page(20);
                   begin();
                   return milliseconds([&] { m_table.merge(block); });
               })});
    }

    void memory()
    {
        if (!wanted(u"memory"_s))
            return;
        RecordTableModel model(&m_table);
        prepareSorted(model);
        model.sortBy(u"date_updated"_s, Qt::DescendingOrder);
        const size_t bytes = m_table.bytes() + model.visibleRows().capacity() * sizeof(quint32);
        print({.name = u"memory_per_lead"_s,
               .rows = m_rows,
               .times = {.wall = {double(bytes) / m_table.count()}},
               .target = 600,
               .unit = u"bytes"_s});
        print({.name = u"memory_of_search_text"_s,
               .rows = m_rows,
               .times = {.wall = {searchBytes() / m_table.count()}},
               .unit = u"bytes"_s});
    }

    double searchBytes() const
    {
        double total = 0;
        for (quint32 i = 0; i < m_table.data().pieces(); ++i)
            total += double(m_table.data().search.piece(i).bytes());
        return total;
    }

public:
    bool m_withProxy = true;

private:
    int m_rows;
    QStringList m_only;
    FieldTable<Lead> m_fields;
    LeadGenerator m_generator;
    RecordTable m_table;
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures the tables; one line of JSON a figure."_s);
    parser.addHelpOption();
    const QCommandLineOption rows(u"rows"_s, u"Number of leads; several times for several sizes."_s, u"N"_s);
    const QCommandLineOption only(
        u"only"_s,
        u"Only this: load, sort_name, sort_date, keystroke_order, clear_filter, frames, "
        "merge_page, memory, pipeline, form, copy, sync, start."_s,
        u"name"_s);
    const QCommandLineOption alone(u"no-proxy"_s, u"Leave out the comparison with QSortFilterProxyModel."_s);
    parser.addOptions({rows, only, alone});
    parser.process(application);
    const QStringList wanted = parser.values(only);
    if (wanted == QStringList{u"form"_s})
        return measureForm() ? 0 : 1;
    if (wanted.isEmpty() || wanted.contains(u"pipeline"_s))
        measurePipeline(Opportunities);
    if (wanted == QStringList(u"pipeline"_s))
        return 0;
    const QStringList sizes =
        parser.isSet(rows) ? parser.values(rows) : QStringList{u"100000"_s, u"1000000"_s};
    for (const QString &size : sizes) {
        bool valid = false;
        const int count = size.toInt(&valid);
        if (!valid || count < 1) {
            std::fputs("--rows takes a number of leads.\n", stderr);
            return 2;
        }
        Benchmarks benchmarks(count, wanted);
        benchmarks.m_withProxy = !parser.isSet(alone);
        benchmarks.run();
        const QStringList chosen = parser.values(only);
        if (chosen.isEmpty() || chosen.contains(u"copy"_s))
            measureCopy(count);
        if (chosen.contains(u"sync"_s))
            measureSync(application, count);
        // Only when asked for: it needs a keychain.
        if (chosen.contains(u"start"_s))
            measureStarts(count, Starts);
    }
    // Last, as it starts threads and the rivals fork.
    return wanted.isEmpty() && !measureForm() ? 1 : 0;
}
