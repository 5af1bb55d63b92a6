// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QListView;
class QModelIndex;
class QStackedLayout;

namespace Leadline {

class AwayModel;
class Button;
class ElidedLabel;
class EmptyState;
class PageHeader;

/// What others changed since one last looked, a record below the other. Enter or a double click opens a
/// record's lead, Space says that it is seen.
class AwayPage : public QWidget
{
    Q_OBJECT

public:
    /// The session outlives the page. Near times are told from \a clock.
    AwayPage(Session &session, std::function<QDateTime()> clock, QWidget *parent = nullptr);

    AwayModel *model() const { return m_model; }
    QListView *list() const { return m_list; }

    QString searchText() const { return m_searchText; }
    /// Only records in which each of the words occurs.
    void setSearchText(const QString &text);
    /// The lead of the current entry, or blank.
    QString currentLeadId() const;
    /// "12 changes"
    QString countText() const;
    void setAllSeen();

Q_SIGNALS:
    /// \a recordId is what has changed of the lead.
    void openRequested(const QString &leadId, const QString &recordId);
    void countTextChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpList();
    void updateFormatter();
    void updateState();
    void applySearch();
    void open(const QModelIndex &index);
    void toggleSeen(const QModelIndex &index);

    Session &m_session;
    std::function<QDateTime()> m_now;
    AwayModel *m_model;
    PageHeader *m_header;
    Button *m_allSeen;
    QListView *m_list;
    ElidedLabel *m_more;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QTimer m_clock;
    QString m_searchText;
    QString m_currentId; ///< kept across resets
};

} // namespace Leadline
