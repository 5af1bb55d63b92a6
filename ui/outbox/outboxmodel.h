// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cellformatter.h"
#include "outbox.h"
#include "session.h"

#include <QAbstractListModel>
#include <QPointer>

namespace Leadline {

/// What waits to be sent, entry by entry, in the person's words.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 1, ///< what is changed to what [QString]
        StateRole,                     ///< OutboxEntry::State [int]
        StateTextRole,                 ///< "Waits", "Needs you" [QString]
        WhenRole,                      ///< "12 min" [QString]
        ReasonRole,                    ///< why Close did not take it; blank otherwise [QString]
    };

    /// \a session is not owned. Near times are told from \a clock.
    OutboxModel(Session &session, std::function<QDateTime()> clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// The entry in a row; nullptr for none.
    const OutboxEntry *entryAt(int row) const;
    int rowOf(const QString &entryId) const { return int(m_ids.indexOf(entryId)); }
    void updateTime();

    /// "Change “Acme”".
    static QString title(const OutboxEntry &entry);
    /// Why Close did not take an entry.
    static QString reason(const OutboxEntry &entry, const FieldList &fields);

private:
    void follow();
    QString detail(const OutboxEntry &entry) const;
    QString stateText(const OutboxEntry &entry) const;
    QString valuesText(const OutboxEntry &entry) const;

    QPointer<Session> m_session;
    std::function<QDateTime()> m_clock;
    QStringList m_ids; ///< by row
};

} // namespace Leadline
