// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tablebenchmarks.h"

#include "generatedtable.h"
#include "measure.h"
#include "recordtablemodel.h"
#include "sortorders.h"

#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr double CapMs = 60'000;

class TableBenchmarks
{
public:
    TableBenchmarks(int rows, const QStringList &only, bool hasProxy)
        : m_rows(rows)
        , m_only(only)
        , m_hasProxy(hasProxy)
    {
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

    std::optional<Rival> rival(const QString &figure) const
    {
        if (!m_hasProxy)
            return {};
        return measureRival(QStringLiteral(PROXY_RIVAL_EXECUTABLE), {QString::number(m_rows), figure}, CapMs);
    }

    void load()
    {
        const Times page = m_generated.load(m_rows);
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
               .rival = rival(u"sort_name_first"_s)});
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
               .rival = rival(u"sort_date"_s)});
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
            for (const QString &text : GeneratedTable::keystrokes())
                times.measure([&] { model.setSearchText(text); });
        }
        print({.name = u"keystroke_order"_s,
               .rows = m_rows,
               .times = times,
               .target = target(4, 30),
               .rival = rival(u"keystroke_order"_s)});
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
               .rival = rival(u"clear_filter"_s)});
    }

    void frames()
    {
        if (!wanted(u"frames"_s))
            return;
        RecordTableModel model(&m_table);
        prepareSorted(model);
        QTableView view;
        m_generated.show(view, model);
        Times keys;
        for (int round = 0; round < 5; ++round) {
            for (const QString &text : GeneratedTable::keystrokes()) {
                keys.measure([&] {
                    model.setSearchText(text);
                    GeneratedTable::paint();
                });
            }
        }
        model.setSearchText({});
        GeneratedTable::paint();
        print({.name = u"keystroke_frame"_s,
               .rows = m_rows,
               .times = keys,
               .target = target(8, 40),
               .rival = rival(u"keystroke_frame"_s)});
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
                GeneratedTable::paint();
            });
        }
        return times;
    }

    /// Into a table that is sorted by name and searched.
    void mergePage()
    {
        if (!wanted(u"merge_page"_s))
            return;
        RecordTableModel model(&m_table);
        prepareSorted(model);
        model.setSearchText(u"an"_s);
        Times times;
        for (int round = 0; round < 15; ++round) {
            const ColumnBlock page = m_generated.changedPage(m_rows, round);
            times.measure([&] { m_table.merge(page); });
        }
        print({.name = u"merge_page"_s,
               .rows = m_rows,
               .times = times,
               .target = target(1, 4),
               .rival = rival(u"merge_page"_s)});
    }

    void memory()
    {
        if (!wanted(u"memory"_s))
            return;
        RecordTableModel model(&m_table);
        prepareSorted(model);
        model.sortBy(u"date_updated"_s, Qt::DescendingOrder);
        const size_t bytes = m_table.bytes() + model.visibleRows().size() * sizeof(quint32);
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

    int m_rows;
    QStringList m_only;
    bool m_hasProxy;
    GeneratedTable m_generated;
    RecordTable &m_table = m_generated.table();
};

} // namespace

void measureTables(int rows, const QStringList &only, bool hasProxy)
{
    const QStringList names{u"load"_s,         u"sort_name"_s, u"sort_date"_s,  u"keystroke_order"_s,
                            u"clear_filter"_s, u"frames"_s,    u"merge_page"_s, u"memory"_s};
    const auto isMeasured = [&](const QString &name) { return only.contains(name); };
    if (only.isEmpty() || std::any_of(names.begin(), names.end(), isMeasured))
        TableBenchmarks(rows, only, hasProxy).run();
}

} // namespace Leadline
