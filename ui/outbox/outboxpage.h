// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session.h"

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace Leadline {

class Button;
class EmptyState;
class OutboxList;
class OutboxModel;
class PageHeader;

/// The page of what waits to be sent: what, when, how it stands; and what a person can do about it.
class OutboxPage : public QWidget
{
    Q_OBJECT

public:
    /// \a session is not owned.
    OutboxPage(Session &session, std::function<QDateTime()> clock, QWidget *parent = nullptr);

    /// Its place in the window.
    static QString placeId() { return QStringLiteral("outbox"); }

    OutboxList *list() const { return m_list; }
    void select(const QString &entryId);

Q_SIGNALS:
    /// The person wants to change what an entry sends.
    void editRequested(const QString &entryId);
    /// The person does not want an entry any more; nobody has asked yet whether that is meant.
    void dropRequested(const QString &entryId);
    void leaveRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QString currentId() const;
    void move(int step);
    void update();

    QPointer<Session> m_session;
    PageHeader *m_header;
    OutboxModel *m_model;
    OutboxList *m_list;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    Button *m_retry;
    Button *m_edit;
    Button *m_up;
    Button *m_down;
    Button *m_drop;
};

} // namespace Leadline
