// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include <QApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QSqlDatabase>
#include <QSqlTableModel>
#include <QTableView>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace {

/// As the program itself says how far its start has come.
void mark(const char *what)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::fprintf(stderr, "leadline.start: %s @%lld\n", what,
                 static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
    std::fflush(stderr);
}

class MarkedView : public QTableView
{
public:
    bool isPainted = false;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (!isPainted && model()->rowCount() > 0) {
            isPainted = true;
            mark("first rows painted");
        }
    }
};

} // namespace

/// leadline_sql_rival DATABASE: the table "leads" of an SQLite file under QSqlTableModel and
/// QSortFilterProxyModel, as it is usually done; to compare with. Runs until it is killed.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc != 2)
        return 2;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(QString::fromLocal8Bit(argv[1]));
    if (!database.open())
        return 1;
    QSqlTableModel model(nullptr, database);
    model.setTable(QStringLiteral("leads"));
    model.select();
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setSortLocaleAware(true);
    MarkedView view;
    view.setModel(&proxy);
    view.verticalHeader()->hide();
    view.resize(1440, 900);
    view.show();
    // The model reads 256 rows at a time; neither order nor filter is right before it has all.
    QTimer rest;
    QObject::connect(&rest, &QTimer::timeout, &view, [&] {
        if (!view.isPainted)
            return;
        rest.stop();
        while (model.canFetchMore())
            model.fetchMore();
        mark("leads whole");
        proxy.sort(0);
        mark("sorted");
    });
    rest.start(0);
    return QApplication::exec();
}
