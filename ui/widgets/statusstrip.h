// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Leadline {

class Button;
class ElidedLabel;

/// The bottom of the window: what the page shows at the left, sync and API budget at the right.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// "22 of 412 leads, 1 selected"
    void setCountText(const QString &text);
    /// "2 drafts"; an empty text takes it away.
    void setDraftsText(const QString &text);
    /// "Synced 12 s ago"
    void setSyncText(const QString &text);
    /// What can be done about the sync ("Pause"); an empty text takes it away.
    void setSyncAction(const QString &text);
    /// "API budget 96 %"
    void setBudgetText(const QString &text);

    /// "3 changes wait"; an empty text takes it away. \a isStopped: one of them needs the person.
    void setOutboxText(const QString &text, bool isStopped);

Q_SIGNALS:
    void syncActionTriggered();
    void outboxActivated();
    /// The drafts are to be listed in a menu that ends at \a position, in global coordinates.
    void draftsRequested(const QPoint &position);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_count;
    Button *m_drafts;
    ElidedLabel *m_sync;
    Button *m_outbox;
    Button *m_action;
    ElidedLabel *m_budget;
};

} // namespace Leadline
