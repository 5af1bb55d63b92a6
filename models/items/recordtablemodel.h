// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cellformatter.h"
#include "itemroles.h"
#include "recordtable.h"
#include "rowfilter.h"
#include "rowinsertion.h"

#include <QAbstractTableModel>

#include <optional>

namespace Leadline {

struct SortOrder;

/// What a table of records shows: the rows of a RecordTable that match a search and filters, in an order.
/// Its columns are the fields with FieldFlag::Column, in the table's order; which of them are visible, and
/// where, is the view's.
///
/// Every change is one signal: rowsInserted or rowsRemoved where that tells all, else layoutChanged, in which
/// persistent indexes (a selection, the current row) stay with their records; cells as narrow dataChanged. Rows that come
/// in several places are rowsInserted behind all others, and then put in their places with layoutChanged.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// \a table must live as long as this model. Its directory and locale are the formatter's at first.
    explicit RecordTableModel(RecordTable *table, QObject *parent = nullptr);

    RecordTable *table() const { return m_table; }
    const CellFormatter &formatter() const { return m_formatter; }
    void setFormatter(const CellFormatter &formatter);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The index of a column's field in the table's FieldList.
    int fieldOf(int column) const { return m_columns[size_t(column)]; }
    const Field &field(int column) const { return m_table->fields().at(fieldOf(column)); }
    /// The column of the field with \a key, or -1.
    int columnOf(const QString &key) const;

    /// Sorts by a column; by none, in the table's order, for -1. Done at once, or, of very many texts, the
    /// first screen at once and the rest when sorted() is sent.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void sortBy(const QString &key, Qt::SortOrder order);
    QString sortKey() const { return m_sortKey; }
    int sortColumn() const { return columnOf(m_sortKey); }
    Qt::SortOrder sortDirection() const { return m_direction; }
    /// Whether the rows behind the first screen are still being sorted.
    bool isSorting() const { return m_isSorting; }

    /// What is shown: words of the search box, filters, one lead. The other parts of the set stay.
    void setFilterSet(const FilterSet &set);
    const FilterSet &filterSet() const { return m_filter.set(); }
    void setSearchText(const QString &text);
    QString searchText() const { return m_filter.set().text; }
    void setFilters(const QList<Filter> &filters);
    void setLead(const QString &leadId);
    /// Only these records; nothing for all.
    void setRecords(std::optional<QStringList> ids);
    /// Ranges such as "today" are reckoned anew and times near now written anew: to be called when a minute
    /// has passed.
    void updateTime();
    /// While held, rows keep their order and new records wait: somebody is writing in one. Cells still change and
    /// removed records go. Searching, filtering and sorting take effect when it is let go.
    void setHeld(bool held);
    /// While nobody looks, what comes stands behind all others, in no order, and what changes stays where it is: to
    /// find a place among a million rows takes its time. All are in order when somebody looks again.
    void setResting(bool resting);

    /// The number of records of the table, those that are filtered out included; of one lead's where the
    /// filter names one.
    int totalCount() const;
    /// How often a field's values occur among the rows shown, the field's own filters aside.
    QList<Facet> facets(const QString &key) const;

    /// The record in a row.
    QString idAt(int row) const { return m_table->idAt(m_visible[size_t(row)]); }
    quint32 recordRow(int row) const { return m_visible[size_t(row)]; }
    /// The row a record is shown in, or -1.
    int rowOf(const QString &id) const;
    /// The ids of records whose rows \a indexes touch, each once, in the order shown.
    QStringList idsOf(const QModelIndexList &indexes) const;
    /// The rows shown, as rows of the table.
    const std::vector<quint32> &visibleRows() const { return m_visible; }
    /// Where \a added, rows of the table in any order, come into \a rows, which are some of those shown in their order.
    /// Nothing while the order is not there. At the end while resting.
    std::optional<RowInsertion> placesIn(const std::vector<quint32> &rows, std::vector<quint32> added) const;

Q_SIGNALS:
    /// The rows, or how many there are of them, have changed. \a inserted where all that has happened is that these
    /// have come, else null.
    void rowsChanged(const Leadline::RowInsertion *inserted);
    /// All rows are in order.
    void sorted();
    /// Around what the records' own changes do to the rows: a view keeps its place meanwhile.
    void recordsAboutToChange();
    void recordsChanged();

private:
    void onTableChanged(const TableChange &change);
    void onOrderReady(int field);
    void onAboutToBeRenumbered();
    void onWasRenumbered();
    void onNamesChanged();
    QString pendingText(int field, quint32 row) const;
    void findColumns();
    /// A row shown that a change has written or removed.
    struct Touched
    {
        quint32 row;
        int place; ///< -1 once it is not shown any more
    };

    std::vector<Touched> findTouched(const TableChange &change) const;
    bool takeIn(const TableChange &change, std::vector<Touched> &touched);
    bool standRight(const std::vector<Touched> &touched, const std::vector<quint32> &resorted) const;
    std::vector<quint32> resortedRows(const TableChange &change) const;
    void rearrange(const std::vector<int> &leaving, const std::vector<quint32> &coming, std::vector<Touched> &touched);
    void insertRange(const RowInsertion &insertion);
    void insertApart(const RowInsertion &insertion);
    void removeRange(int first, int last);
    void announceCells(const TableChange &change, const std::vector<Touched> &touched);
    bool isOrderThere() const;
    void showAnew(QAbstractItemModel::LayoutChangeHint hint);
    std::vector<quint32> matchingRows();
    void appendOrdered(std::vector<quint32> &rows, const SortOrder &order, const RowSet &shown) const;
    void appendProvisional(std::vector<quint32> &rows, int field, const RowSet &shown) const;
    void relayout(std::vector<quint32> rows, QAbstractItemModel::LayoutChangeHint hint);
    void touchAll();

    RecordTable *m_table;
    CellFormatter m_formatter;
    RowFilter m_filter;
    std::vector<int> m_columns;              ///< fields by column
    std::vector<int> m_columnOfField;        ///< columns by field, or -1
    std::vector<std::vector<int>> m_seeAlso; ///< columns by field, which show that field as their unit
    std::vector<quint32> m_visible;
    std::vector<quint32> m_spare; ///< memory for the next rows
    QList<std::pair<QModelIndex, QString>> m_kept; ///< persistent indexes and their records' ids
    QString m_sortKey;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    bool m_isSorting = false;
    bool m_isHeld = false;
    bool m_isResting = false;
    bool m_isStale = false; ///< rested while rows came or changed
};

} // namespace Leadline
