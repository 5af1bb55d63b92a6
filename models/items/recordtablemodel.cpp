// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordtablemodel.h"

#include "sortorders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

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
        Q_EMIT rowsChanged(nullptr);
    });
    connect(table, &RecordTable::aboutToBeRenumbered, this, &RecordTableModel::onAboutToBeRenumbered);
    connect(table, &RecordTable::wasRenumbered, this, &RecordTableModel::onWasRenumbered);
    connect(table, &RecordTable::namesChanged, this, &RecordTableModel::onNamesChanged);
    connect(&table->orders(), &SortOrders::orderReady, this, &RecordTableModel::onOrderReady);
}

void RecordTableModel::setFormatter(const CellFormatter &formatter)
{
    m_formatter = formatter;
    touchAll();
}

void RecordTableModel::onNamesChanged()
{
    m_formatter = m_formatter.with(m_table->directory(), m_table->locale());
    showAnew(VerticalSortHint);
    touchAll();
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
        return m_table->isPending(field, row) || field == m_columns.front() ? tr("Not in Close yet")
                                                                            : QString();
    case PendingKind::Made:
        return tr("Not in Close yet");
    case PendingKind::Deleted:
        return tr("Not deleted in Close yet");
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
    for (int column = 0; column < columnCount() && !m_visible.empty(); ++column) {
        // With roles, which tells that the records themselves are what they were.
        if (field(column).type == FieldType::Moment)
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column),
                               {Qt::DisplayRole, Qt::AccessibleTextRole});
    }
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

} // namespace Leadline
