// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activitytext.h"

#include <QAbstractListModel>
#include <QSet>

namespace Leadline {

/// The activities of one lead as a list: pinned notes on top, newest first, narrowed by type. Pages are
/// merged by id, so that reading the first page again changes only what is new.
class ActivityModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        DetailRole,   ///< what opens below the sentence; blank for nothing
        ByLineRole,   ///< "Ida Berg, 3 days ago"
        IconNameRole, ///< of resources/icons
        OpenRole,     ///< whether the detail is shown [bool]
    };

    explicit ActivityModel(QObject *parent = nullptr);

    /// Forgets everything.
    void clear();
    /// Adds activities or writes known ones anew.
    void merge(const QList<Activity> &activities);
    /// Those that Close does not have yet, in place of the ones before.
    void setWaiting(const QList<Activity> &waiting);
    /// Only these types are listed; empty lists all. What is known already shows at once.
    void setTypes(const QStringList &types);
    /// For near times; the rows' by-lines change.
    void setNow(const QDateTime &now);
    /// All activities held, listed or not.
    const QList<Activity> &activities() const { return m_activities; }

    void setOpen(const QModelIndex &index, bool open);
    QModelIndex indexOf(const QString &id) const;
    const ActivityEntry &entryAt(int row) const { return m_entries.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();

    QList<Activity> m_activities;
    QList<Activity> m_waiting;
    QStringList m_types;
    QList<ActivityEntry> m_entries;
    QSet<QString> m_open;
    QDateTime m_now = QDateTime::currentDateTime();
};

} // namespace Leadline
