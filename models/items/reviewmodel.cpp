// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "reviewmodel.h"

#include "pipelinemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Many changes come together: a page of a sync changes thousands of cells, and the next one follows.
constexpr int CalmMs = 200;
/// Opportunities that are looked at in one event.
constexpr int Together = 500;

} // namespace

ReviewModel::ReviewModel(PipelineModel *pipeline, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pipeline(pipeline)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(CalmMs);
    connect(&m_calm, &QTimer::timeout, this, &ReviewModel::search);
    connect(&m_next, &QTimer::timeout, this, &ReviewModel::searchSome);
    connect(pipeline, &PipelineModel::totalsChanged, this, &ReviewModel::onChanged);
    connect(pipeline, &QAbstractItemModel::dataChanged, this, &ReviewModel::onChanged);
    connect(pipeline, &QAbstractItemModel::modelReset, this, &ReviewModel::onChanged);
}

void ReviewModel::onChanged()
{
    m_next.stop();
    if (m_isWatched)
        m_calm.start();
    else
        m_isStale = true;
}

void ReviewModel::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (!isWatched && (m_calm.isActive() || m_next.isActive())) {
        m_calm.stop();
        m_next.stop();
        m_isStale = true;
    } else if (isWatched && m_isStale) {
        search();
    }
}

void ReviewModel::search()
{
    m_isStale = false;
    m_search = {};
    m_search.now = m_pipeline->now();
    m_next.start();
    searchSome();
}

void ReviewModel::searchSome()
{
    int left = Together;
    for (; m_search.group < m_pipeline->groupCount(); ++m_search.group, m_search.row = 0) {
        const QString type = m_pipeline->groupType(m_search.group);
        if (type != "active"_L1)
            continue;
        for (; m_search.row < m_pipeline->groupSize(m_search.group); ++m_search.row) {
            if (left-- == 0)
                return;
            look(m_pipeline->recordRow(m_search.group, m_search.row), type);
        }
    }
    m_next.stop();
    show();
}

void ReviewModel::look(quint32 record, const QString &type)
{
    const RecordTable &table = *m_pipeline->source()->table();
    const int value = table.fields().indexOf(u"value"_s);
    const int confidence = table.fields().indexOf(u"confidence"_s);
    const auto lacks = [&](int field) { return field < 0 || table.isBlank(field, record); };
    bool isNew = true;
    const auto add = [&](Reason reason) {
        m_search.rows[size_t(reason)].push_back({reason, table.idAt(record)});
        m_search.opportunities += std::exchange(isNew, false) ? 1 : 0;
    };
    if (m_pipeline->isOverdue(record, type, m_search.now.date()))
        add(Reason::Overdue);
    if (m_pipeline->isStalled(record, type, m_search.now.toMSecsSinceEpoch()))
        add(Reason::Stalled);
    if (lacks(value))
        add(Reason::NoValue);
    else if (lacks(confidence))
        add(Reason::NoConfidence);
    if (!m_pipeline->hasNextTask(record))
        add(Reason::NoNextTask);
}

void ReviewModel::show()
{
    std::vector<Row> rows;
    for (std::vector<Row> &some : m_search.rows)
        std::move(some.begin(), some.end(), std::back_inserter(rows));
    m_opportunities = m_search.opportunities;
    m_search = {};
    if (rows == m_rows) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    // One that was put right: the rest stays where it is, and so does the selection.
    const auto [held, left] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end());
    if (m_rows.size() == rows.size() + 1 && std::equal(held + 1, m_rows.end(), left, rows.end())) {
        const auto at = int(held - m_rows.begin());
        beginRemoveRows({}, at, at);
        m_rows = std::move(rows);
        endRemoveRows();
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT countChanged();
}

int ReviewModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ReviewModel::reasonText(Reason reason)
{
    switch (reason) {
    case Reason::Overdue:
        return tr("Expected close has passed");
    case Reason::Stalled:
        return tr("Nothing has changed for a month");
    case Reason::NoValue:
        return tr("No value");
    case Reason::NoConfidence:
        return tr("A value, but no confidence");
    case Reason::NoNextTask:
        break;
    }
    return tr("No next task");
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == RecordIdRole)
        return row.id;
    if (index.column() == ReasonColumn)
        return role == Qt::DisplayRole ? reasonText(row.reason) : QVariant();
    static constexpr PipelineModel::Column columns[] = {
        PipelineModel::NameColumn, PipelineModel::NameColumn,   PipelineModel::StatusColumn,
        PipelineModel::ValueColumn, PipelineModel::ClosesColumn, PipelineModel::OwnerColumn};
    const QModelIndex at = m_pipeline->indexOf(row.id);
    return at.isValid() ? at.siblingAtColumn(columns[index.column()]).data(role) : QVariant();
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == ValueColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ReasonColumn:
        return tr("To look at");
    case LeadColumn:
        return tr("Lead");
    case StatusColumn:
        return tr("Status");
    case ValueColumn:
        return tr("Value");
    case ClosesColumn:
        return tr("Expected close");
    default:
        return tr("Owner");
    }
}

} // namespace Leadline
