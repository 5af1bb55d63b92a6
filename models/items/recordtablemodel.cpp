// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordtablemodel.h"

#include "sortorders.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Rows put in order at once while the rest is still being sorted: more than any screen shows.
constexpr quint32 FirstScreen = 128;
/// More changed ranges than this are told as one.
constexpr size_t ManyRanges = 200;

QString joined(const QString &one, const QString &other, const QString &between)
{
    return one.isEmpty() || other.isEmpty() ? one + other : one + between + other;
}

} // namespace

RecordTableModel::RecordTableModel(RecordTable *table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(table)
    , m_formatter(table->directory(), table->locale())
    , m_filter(table)
{
    findColumns();
    m_visible = matchingRows();
    connect(table, &RecordTable::changed, this, &RecordTableModel::onTableChanged);
    connect(table, &RecordTable::aboutToBeReset, this, [this] { beginResetModel(); });
    connect(table, &RecordTable::wasReset, this, [this] {
        m_filter.reset();
        findColumns();
        m_visible = matchingRows();
        endResetModel();
        Q_EMIT rowsChanged();
    });
    connect(table, &RecordTable::aboutToBeRenumbered, this, &RecordTableModel::onAboutToBeRenumbered);
    connect(table, &RecordTable::wasRenumbered, this, &RecordTableModel::onWasRenumbered);
    connect(table, &RecordTable::namesChanged, this, &RecordTableModel::onNamesChanged);
    connect(&table->orders(), &SortOrders::orderReady, this, &RecordTableModel::onOrderReady);
}

void RecordTableModel::setFormatter(const CellFormatter &formatter)
{
    m_formatter = formatter;
    touchColumns([](const Field &) { return true; });
}

void RecordTableModel::onNamesChanged()
{
    m_formatter = m_formatter.with(m_table->directory(), m_table->locale());
    showAnew(VerticalSortHint);
    touchColumns([](const Field &) { return true; });
}

void RecordTableModel::findColumns()
{
    const FieldList &fields = m_table->fields();
    m_columns.clear();
    m_columnOfField.assign(size_t(fields.size()), -1);
    m_seeAlso.assign(size_t(fields.size()), {});
    for (int i = 0; i < int(fields.size()); ++i) {
        if (!fields.at(i).flags.testFlag(FieldFlag::Column))
            continue;
        m_columnOfField[size_t(i)] = int(m_columns.size());
        if (const int unit = fields.indexOf(fields.at(i).unitKey); unit >= 0)
            m_seeAlso[size_t(unit)].push_back(int(m_columns.size()));
        m_columns.push_back(i);
    }
}

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

int RecordTableModel::columnOf(const QString &key) const
{
    const int found = m_table->fields().indexOf(key);
    return found < 0 ? -1 : m_columnOfField[size_t(found)];
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 row = m_visible[size_t(index.row())];
    const int fieldIndex = fieldOf(index.column());
    const TableData &table = m_table->data();
    switch (role) {
    case Qt::DisplayRole:
        return m_formatter.text(table, fieldIndex, row);
    case Qt::ToolTipRole: {
        const QString tip = joined(m_formatter.toolTip(table, fieldIndex, row), pendingText(fieldIndex, row), u"\n"_s);
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case Qt::AccessibleTextRole:
        if (const QString pending = pendingText(fieldIndex, row); !pending.isEmpty())
            return joined(m_formatter.text(table, fieldIndex, row), pending, u", "_s);
        break;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter |
                   (isNumeric(field(index.column()).type) ? Qt::AlignRight : Qt::AlignLeft));
    case SortRole:
        return m_table->valueAt(fieldIndex, row);
    case RecordIdRole:
        return m_table->idAt(row);
    case LeadIdRole:
        return m_table->leadIdAt(row);
    case FieldKeyRole:
        return field(index.column()).key;
    case FieldTypeRole:
        return int(field(index.column()).type);
    case SymbolRole:
        if (table.columns[size_t(fieldIndex)].storage == Storage::Symbol)
            return m_table->textAt(fieldIndex, row);
        break;
    case StatusTypeRole:
        if (field(index.column()).type == FieldType::OpportunityStatus)
            return m_formatter.directory().statusType(m_table->textAt(fieldIndex, row));
        break;
    case RecordRowRole:
        return row;
    case PendingRole:
        if (const PendingKind kind = m_table->pendingKind(row); kind != PendingKind::None)
            return int(kind);
        break;
    case PendingCellRole:
        return m_table->isPending(fieldIndex, row);
    default:
        break;
    }
    return {};
}

/// What a cell says of a record that waits to be sent: the cell that waits, and each of a record that waits whole.
QString RecordTableModel::pendingText(int field, quint32 row) const
{
    switch (m_table->pendingKind(row)) {
    case PendingKind::None:
        break;
    case PendingKind::Changed:
        return m_table->isPending(field, row) || field == m_columns.front() ? tr("Waits until you are online")
                                                                            : QString();
    case PendingKind::Made:
        return tr("Not in Close yet");
    case PendingKind::Deleted:
        return tr("Waits to be deleted until you are online");
    }
    return {};
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Field &shown = field(section);
    switch (role) {
    case Qt::DisplayRole:
        return shown.title;
    case Qt::AccessibleTextRole:
        return shown.accessibleName();
    case Qt::ToolTipRole: {
        const QString tip = shown.description.isEmpty() ? shown.label : shown.description;
        return tip.isEmpty() ? QVariant() : QVariant(u"<qt>"_s + tip.toHtmlEscaped() + u"</qt>"_s);
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumeric(shown.type) ? Qt::AlignRight : Qt::AlignLeft));
    case FieldKeyRole:
        return shown.key;
    case FieldTypeRole:
        return int(shown.type);
    default:
        return {};
    }
}

void RecordTableModel::sort(int column, Qt::SortOrder order)
{
    sortBy(column < 0 || column >= columnCount() ? QString() : field(column).key, order);
}

void RecordTableModel::sortBy(const QString &key, Qt::SortOrder order)
{
    if (key == m_sortKey && order == m_direction)
        return;
    m_sortKey = key;
    m_direction = order;
    showAnew(VerticalSortHint);
    if (!m_isSorting)
        Q_EMIT sorted();
}

void RecordTableModel::setFilterSet(const FilterSet &set)
{
    if (m_filter.setSet(set, m_formatter.now()))
        showAnew(NoLayoutChangeHint);
}

void RecordTableModel::setSearchText(const QString &text)
{
    FilterSet set = m_filter.set();
    set.text = text;
    setFilterSet(set);
}

void RecordTableModel::setFilters(const QList<Filter> &filters)
{
    FilterSet set = m_filter.set();
    set.filters = filters;
    setFilterSet(set);
}

void RecordTableModel::setRecords(std::optional<QStringList> ids)
{
    FilterSet set = m_filter.set();
    set.ids = std::move(ids);
    setFilterSet(set);
}

void RecordTableModel::setLead(const QString &leadId)
{
    FilterSet set = m_filter.set();
    set.leadId = leadId;
    setFilterSet(set);
}

void RecordTableModel::updateTime()
{
    if (m_filter.updateTime(m_formatter.now()))
        showAnew(NoLayoutChangeHint);
    touchColumns([](const Field &shown) { return shown.type == FieldType::Moment; });
}

int RecordTableModel::totalCount() const
{
    const QString &lead = m_filter.set().leadId;
    return lead.isEmpty() ? int(m_table->count()) : int(m_table->rowsOfLead(lead).size());
}

QList<Facet> RecordTableModel::facets(const QString &key) const
{
    const int index = m_table->fields().indexOf(key);
    if (index < 0)
        return {};
    FilterSet others = m_filter.set();
    others.filters.removeIf([&](const Filter &filter) { return filter.key == key; });
    RowFilter filter(m_table);
    filter.setSet(others, m_formatter.now());
    return m_table->facets(index, &filter.rows());
}

int RecordTableModel::rowOf(const QString &id) const
{
    const int row = m_table->rowOf(id);
    if (row < 0)
        return -1;
    const auto found = std::find(m_visible.begin(), m_visible.end(), quint32(row));
    return found == m_visible.end() ? -1 : int(found - m_visible.begin());
}

QStringList RecordTableModel::idsOf(const QModelIndexList &indexes) const
{
    std::vector<int> rows;
    rows.reserve(size_t(indexes.size()));
    for (const QModelIndex &index : indexes)
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QStringList ids;
    for (const int row : rows) {
        if (row >= 0 && row < rowCount())
            ids.append(idAt(row));
    }
    return ids;
}

void RecordTableModel::appendOrdered(std::vector<quint32> &rows, const SortOrder &order,
                                     const RowSet &shown) const
{
    // Written without a branch, since whether a row is shown cannot be guessed: one place too many is kept.
    rows.resize(order.rows.size() + 1);
    quint32 *to = rows.data();
    const quint32 *all = order.rows.data();
    if (m_direction == Qt::AscendingOrder) {
        for (quint32 i = 0; i < order.filled; ++i) {
            *to = all[i];
            to += shown.contains(all[i]) ? 1 : 0;
        }
    } else {
        for (quint32 i = order.filled; i-- > 0;) {
            *to = all[i];
            to += shown.contains(all[i]) ? 1 : 0;
        }
    }
    for (size_t i = order.filled; i < order.rows.size(); ++i) {
        *to = all[i];
        to += shown.contains(all[i]) ? 1 : 0;
    }
    rows.resize(size_t(to - rows.data()));
}

void RecordTableModel::appendProvisional(std::vector<quint32> &rows, int field, const RowSet &shown) const
{
    rows = m_table->orders().first(field, shown, FirstScreen, m_direction);
    RowSet rest = shown;
    for (const quint32 row : rows)
        rest.remove(row);
    for (quint32 row = 0; row < m_table->rows(); ++row) {
        if (rest.contains(row))
            rows.push_back(row);
    }
}

std::vector<quint32> RecordTableModel::matchingRows()
{
    const RowSet &shown = m_filter.rows();
    std::vector<quint32> rows = std::move(m_spare);
    const int sortField = m_table->fields().indexOf(m_sortKey);
    m_isSorting = false;
    if (sortField < 0) {
        rows.clear();
        rows.reserve(m_table->rows());
        for (quint32 row = 0; row < m_table->rows(); ++row) {
            if (shown.contains(row))
                rows.push_back(row);
        }
        return rows;
    }
    if (const SortOrder *order = m_table->orders().order(sortField)) {
        appendOrdered(rows, *order, shown);
    } else {
        m_isSorting = true;
        appendProvisional(rows, sortField, shown);
    }
    return rows;
}

void RecordTableModel::setHeld(bool held)
{
    if (held == m_isHeld)
        return;
    m_isHeld = held;
    showAnew(NoLayoutChangeHint);
}

void RecordTableModel::dropRemoved(const TableChange &change)
{
    if (change.removedRows.empty())
        return;
    std::vector<quint32> rows = m_visible;
    const auto isGone = [&](quint32 row) {
        return std::binary_search(change.removedRows.begin(), change.removedRows.end(), row);
    };
    rows.erase(std::remove_if(rows.begin(), rows.end(), isGone), rows.end());
    applyRows(std::move(rows));
}

void RecordTableModel::showAnew(QAbstractItemModel::LayoutChangeHint hint)
{
    if (m_isHeld)
        return;
    std::vector<quint32> rows = matchingRows();
    if (rows != m_visible)
        relayout(std::move(rows), hint);
    else
        m_spare = std::move(rows);
}

void RecordTableModel::onOrderReady(int field)
{
    if (!m_isSorting || m_table->fields().indexOf(m_sortKey) != field)
        return;
    showAnew(VerticalSortHint);
    if (!m_isSorting)
        Q_EMIT sorted();
}

void RecordTableModel::onAboutToBeRenumbered()
{
    Q_EMIT recordsAboutToChange();
    Q_EMIT layoutAboutToBeChanged();
    for (const QModelIndex &index : persistentIndexList())
        m_kept.append({index, idAt(index.row())});
}

void RecordTableModel::onWasRenumbered()
{
    m_filter.reset();
    m_visible = matchingRows();
    std::unordered_map<quint32, int> places;
    for (const auto &[index, id] : m_kept) {
        if (const int row = m_table->rowOf(id); row >= 0)
            places.emplace(quint32(row), -1);
    }
    for (size_t i = 0; i < m_visible.size() && !places.empty(); ++i) {
        if (const auto place = places.find(m_visible[i]); place != places.end())
            place->second = int(i);
    }
    QModelIndexList before;
    QModelIndexList after;
    for (const auto &[index, id] : m_kept) {
        const int row = m_table->rowOf(id);
        const int place = row < 0 ? -1 : places.at(quint32(row));
        before.append(index);
        after.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
    }
    m_kept.clear();
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT rowsChanged();
    Q_EMIT recordsChanged();
}

void RecordTableModel::relayout(std::vector<quint32> rows, QAbstractItemModel::LayoutChangeHint hint)
{
    Q_EMIT layoutAboutToBeChanged({}, hint);
    const QModelIndexList before = persistentIndexList();
    std::unordered_map<quint32, int> places;
    RowSet wanted(m_table->rows());
    for (const QModelIndex &index : before)
        wanted.insert(m_visible[size_t(index.row())]);
    if (!before.isEmpty()) {
        for (size_t i = 0; i < rows.size(); ++i) {
            if (wanted.contains(rows[i]))
                places.emplace(rows[i], int(i));
        }
    }
    m_visible.swap(rows);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const auto place = places.find(rows[size_t(index.row())]);
        after.append(place == places.end() ? QModelIndex() : createIndex(place->second, index.column()));
    }
    changePersistentIndexList(before, after);
    m_spare = std::move(rows);
    Q_EMIT layoutChanged({}, hint);
    Q_EMIT rowsChanged();
}

void RecordTableModel::applyRows(std::vector<quint32> rows)
{
    const auto [oldEnd, newEnd] = std::mismatch(m_visible.begin(), m_visible.end(), rows.begin(), rows.end());
    const auto front = oldEnd - m_visible.begin();
    if (oldEnd == m_visible.end() && newEnd == rows.end())
        return;
    const auto added = std::ptrdiff_t(rows.size()) - std::ptrdiff_t(m_visible.size());
    if (added > 0 && std::equal(oldEnd, m_visible.end(), newEnd + added, rows.end())) {
        beginInsertRows({}, int(front), int(front + added) - 1);
        m_visible.swap(rows);
        endInsertRows();
        Q_EMIT rowsChanged();
    } else if (added < 0 && std::equal(oldEnd - added, m_visible.end(), newEnd, rows.end())) {
        beginRemoveRows({}, int(front), int(front - added) - 1);
        m_visible.swap(rows);
        endRemoveRows();
        Q_EMIT rowsChanged();
    } else {
        relayout(std::move(rows), NoLayoutChangeHint);
    }
}

void RecordTableModel::onTableChanged(const TableChange &change)
{
    Q_EMIT recordsAboutToChange();
    m_filter.apply(change);
    if (m_isHeld)
        dropRemoved(change);
    else
        applyRows(matchingRows());
    announceCells(change);
    Q_EMIT recordsChanged();
}

void RecordTableModel::announceCells(const TableChange &change)
{
    if (change.cells.empty())
        return;
    struct Range
    {
        int row;
        int first;
        int last;
    };
    RowSet wanted(m_table->rows());
    for (const quint32 row : change.changedRows())
        wanted.insert(row);
    std::vector<Range> ranges;
    for (size_t place = 0; place < m_visible.size(); ++place) {
        if (!wanted.contains(m_visible[place]))
            continue;
        Range range{int(place), columnCount(), -1};
        const auto first =
            std::lower_bound(change.cells.begin(), change.cells.end(), m_visible[place],
                             [](const ChangedCell &cell, quint32 row) { return cell.row < row; });
        const auto include = [&](int column) {
            range.first = qMin(range.first, column);
            range.last = qMax(range.last, column);
        };
        for (auto cell = first; cell != change.cells.end() && cell->row == m_visible[place]; ++cell) {
            if (cell->field == ChangedCell::SearchText)
                continue;
            if (const int column = m_columnOfField[size_t(cell->field)]; column >= 0)
                include(column);
            for (const int column : m_seeAlso[size_t(cell->field)])
                include(column);
        }
        if (range.last >= 0)
            ranges.push_back(range);
    }
    if (ranges.size() > ManyRanges) {
        Q_EMIT dataChanged(index(ranges.front().row, 0), index(ranges.back().row, columnCount() - 1));
        return;
    }
    for (const Range &range : ranges)
        Q_EMIT dataChanged(index(range.row, range.first), index(range.row, range.last));
}

void RecordTableModel::touchColumns(const std::function<bool(const Field &)> &which)
{
    if (m_visible.empty())
        return;
    for (int column = 0; column < columnCount(); ++column) {
        if (which(field(column)))
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
    }
}

} // namespace Leadline
