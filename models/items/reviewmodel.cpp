// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "reviewmodel.h"

#include "pipelinemodel.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Many changes come together: a page of a sync changes thousands of cells, and the next one follows.
constexpr int CalmMs = 200;

} // namespace

ReviewModel::ReviewModel(PipelineModel *pipeline, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pipeline(pipeline)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(CalmMs);
    connect(&m_calm, &QTimer::timeout, this, &ReviewModel::update);
    connect(pipeline, &PipelineModel::totalsChanged, this, &ReviewModel::onChanged);
    connect(pipeline, &QAbstractItemModel::dataChanged, this, &ReviewModel::onChanged);
    connect(pipeline, &QAbstractItemModel::modelReset, this, &ReviewModel::onChanged);
}

void ReviewModel::onChanged()
{
    if (m_isWatched)
        m_calm.start();
    else
        m_isStale = true;
}

void ReviewModel::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (!isWatched && m_calm.isActive()) {
        m_calm.stop();
        m_isStale = true;
    } else if (isWatched && m_isStale) {
        update();
    }
}

std::vector<ReviewModel::Row> ReviewModel::found() const
{
    const RecordTable &table = *m_pipeline->source()->table();
    const int value = table.fields().indexOf(u"value"_s);
    const int confidence = table.fields().indexOf(u"confidence"_s);
    const auto lacks = [&table](int field, quint32 record) {
        return field < 0 || !table.valueAt(field, record).isValid();
    };
    const QDateTime now = m_pipeline->now();
    const qint64 nowMs = now.toMSecsSinceEpoch();
    const QDate today = now.date();
    std::vector<Row> rows;
    for (int group = 0; group < m_pipeline->groupCount(); ++group) {
        const QString type = m_pipeline->groupType(group);
        if (type != "active"_L1)
            continue;
        for (int row = 0; row < m_pipeline->groupSize(group); ++row) {
            const quint32 record = m_pipeline->recordRow(group, row);
            const auto add = [&](Reason reason) { rows.push_back({reason, table.idAt(record)}); };
            if (m_pipeline->isOverdue(record, type, today))
                add(Reason::Overdue);
            if (m_pipeline->isStalled(record, type, nowMs))
                add(Reason::Stalled);
            if (lacks(value, record))
                add(Reason::NoValue);
            else if (lacks(confidence, record))
                add(Reason::NoConfidence);
            if (!m_pipeline->nextTask(record))
                add(Reason::NoNextTask);
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.reason < b.reason; });
    return rows;
}

void ReviewModel::update()
{
    m_calm.stop();
    m_isStale = false;
    std::vector<Row> rows = found();
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
    QSet<QString> ids;
    for (const Row &row : m_rows)
        ids.insert(row.id);
    m_opportunities = int(ids.size());
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
