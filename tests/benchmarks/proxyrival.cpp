// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "generatedtable.h"
#include "itemroles.h"
#include "measure.h"
#include "recordtablemodel.h"

#include <QApplication>
#include <QSortFilterProxyModel>

#include <cstdio>
#include <map>

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

/// The rows of the table as they are usually sorted and filtered: its search over what the columns show.
class Proxy : public QSortFilterProxyModel
{
public:
    explicit Proxy(RecordTableModel *rows)
        : m_rows(rows)
    {
        setSourceModel(rows);
        setSortLocaleAware(true);
        setSortRole(SortRole);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        setFilterKeyColumn(-1);
    }
    void sortBy(const QString &key) { sort(m_rows->columnOf(key)); }

private:
    RecordTableModel *m_rows;
};

/// What is measured from here on; what was before was to get ready.
void begin()
{
    std::puts("ready");
    std::fflush(stdout);
}

/// The median over the keys.
double typing(Proxy &proxy, bool isPainted)
{
    std::vector<double> times;
    for (const QString &text : GeneratedTable::keystrokes()) {
        times.push_back(milliseconds([&] {
            proxy.setFilterFixedString(text);
            if (isPainted)
                GeneratedTable::paint();
        }));
    }
    return median(times);
}

/// By the name of the figure; answers milliseconds.
using Work = double (*)(GeneratedTable &rows, Proxy &proxy);
const std::map<QString, Work> &works()
{
    static const std::map<QString, Work> map{
        {u"sort_name_first"_s,
         [](GeneratedTable &, Proxy &proxy) {
             begin();
             return milliseconds([&] { proxy.sortBy(u"shown_name"_s); });
         }},
        {u"sort_date"_s,
         [](GeneratedTable &, Proxy &proxy) {
             begin();
             return milliseconds([&] { proxy.sortBy(u"date_updated"_s); });
         }},
        {u"keystroke_order"_s,
         [](GeneratedTable &, Proxy &proxy) {
             proxy.sortBy(u"date_updated"_s);
             begin();
             return typing(proxy, false);
         }},
        {u"keystroke_frame"_s,
         [](GeneratedTable &rows, Proxy &proxy) {
             proxy.sortBy(u"date_updated"_s);
             QTableView view;
             rows.show(view, proxy);
             begin();
             return typing(proxy, true);
         }},
        {u"clear_filter"_s,
         [](GeneratedTable &, Proxy &proxy) {
             proxy.setFilterFixedString(u"an"_s);
             proxy.sortBy(u"date_updated"_s);
             begin();
             return milliseconds([&] { proxy.setFilterFixedString({}); });
         }},
        {u"merge_page"_s,
         [](GeneratedTable &rows, Proxy &proxy) {
             proxy.sortBy(u"shown_name"_s);
             proxy.setFilterFixedString(u"an"_s);
             const ColumnBlock page = rows.changedPage(int(rows.table().count()), 20);
             begin();
             return milliseconds([&] { rows.table().merge(page); });
         }},
    };
    return map;
}

} // namespace

/// leadline_proxy_rival ROWS FIGURE: measures what the figure tells of the program's own tables under
/// QSortFilterProxyModel, over the same rows. Says "ready" as the measuring begins, and at last the milliseconds.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto work = works().find(arguments.value(2));
    if (arguments.size() != 3 || work == works().end())
        return 2;
    GeneratedTable rows;
    rows.load(arguments.at(1).toInt());
    RecordTableModel model(&rows.table());
    Proxy proxy(&model);
    std::printf("%f\n", work->second(rows, proxy));
    return 0;
}
