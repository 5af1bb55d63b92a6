// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activitymodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

bool looksSame(const ActivityEntry &a, const ActivityEntry &b)
{
    return a.id == b.id && a.text == b.text && a.detail == b.detail && a.author == b.author && a.at == b.at &&
           a.isPinned == b.isPinned && a.isWaiting == b.isWaiting && a.type == b.type;
}

} // namespace

ActivityModel::ActivityModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ActivityModel::clear()
{
    if (m_activities.isEmpty() && m_entries.isEmpty())
        return;
    beginResetModel();
    m_activities.clear();
    m_waiting.clear();
    m_entries.clear();
    m_open.clear();
    endResetModel();
}

void ActivityModel::merge(const QList<Activity> &activities)
{
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < m_activities.size(); ++i)
        known.insert(m_activities.at(i).id, i);
    for (const Activity &activity : activities) {
        if (const auto at = known.constFind(activity.id); at != known.constEnd()) {
            m_activities[*at] = activity;
        } else {
            known.insert(activity.id, m_activities.size());
            m_activities.append(activity);
        }
    }
    rebuild();
}

void ActivityModel::setWaiting(const QList<Activity> &waiting)
{
    m_waiting = waiting;
    rebuild();
}

void ActivityModel::setTypes(const QStringList &types)
{
    if (types == m_types)
        return;
    m_types = types;
    rebuild();
}

void ActivityModel::rebuild()
{
    QList<Activity> listed;
    listed.reserve(m_activities.size());
    for (const Activity &activity : m_activities + m_waiting) {
        if (m_types.isEmpty() || m_types.contains(activity.type))
            listed.append(activity);
    }
    QList<ActivityEntry> entries = ActivityText::entriesOf(listed);
    if (std::equal(entries.cbegin(), entries.cend(), m_entries.cbegin(), m_entries.cend(), looksSame))
        return;
    // A next page goes behind what is there: the usual case, and the view keeps its heights.
    const bool isAppended = entries.size() > m_entries.size() &&
                            std::equal(m_entries.cbegin(), m_entries.cend(), entries.cbegin(), looksSame);
    if (isAppended) {
        beginInsertRows({}, int(m_entries.size()), int(entries.size()) - 1);
        m_entries = std::move(entries);
        endInsertRows();
    } else {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
    }
}

void ActivityModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1), {ByLineRole});
}

void ActivityModel::setOpen(const QModelIndex &index, bool open)
{
    if (!index.isValid())
        return;
    const QString id = m_entries.at(index.row()).id;
    if (open)
        m_open.insert(id);
    else
        m_open.remove(id);
    Q_EMIT dataChanged(index, index, {OpenRole, Qt::SizeHintRole});
}

QModelIndex ActivityModel::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).id == id)
            return index(int(i));
    }
    return {};
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActivityEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::AccessibleTextRole: {
        QString spoken = entry.text + u", "_s + ActivityText::byLine(entry, m_now);
        if (m_open.contains(entry.id) && !entry.detail.isEmpty())
            spoken += u'\n' + entry.detail;
        return spoken;
    }
    case IdRole:
        return entry.id;
    case DetailRole:
        return entry.detail;
    case ByLineRole:
        return ActivityText::byLine(entry, m_now);
    case IconNameRole:
        return entry.iconName;
    case OpenRole:
        return m_open.contains(entry.id);
    default:
        return {};
    }
}

} // namespace Leadline
