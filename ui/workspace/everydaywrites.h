// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composerdrafts.h"
#include "outboxentry.h"
#include "recordmenu.h"

namespace Leadline {

class LeadView;
class RecordListPage;

/// Notes, calls and tasks from anywhere in the window: the keys of the tables, their row menu, and the drafts
/// that the pane and the page share.
class EverydayWrites : public QObject
{
    Q_OBJECT

public:
    explicit EverydayWrites(const FormContext &context, QObject *parent = nullptr);

    ComposerDrafts *drafts() const { return m_drafts; }

    /// Neither is owned.
    void addView(LeadView *view);
    void addTable(RecordListPage *page);
    /// Adds what can be written to the menu of rows.
    void addTo(RecordMenuActions &actions, RecordKind kind, const QStringList &ids, const QString &leadId);

    /// What can be changed of a task, as the tables show it.
    Task shownTask(const QString &id) const;
    /// Makes what waits in the outbox a draft again. False where another one is being written there.
    bool takeBack(const OutboxEntry &entry);

Q_SIGNALS:
    /// Something is to be written about a lead.
    void composeRequested(const QString &leadId, Leadline::ComposerKind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(RecordListPage *page, const QKeyEvent &event);
    bool areDone(const QStringList &ids) const;
    void toggleDone(const QStringList &ids);
    void askDay(const QStringList &ids, const QPoint &where, QWidget *parent);

    FormContext m_context;
    ComposerDrafts *m_drafts;
    QHash<QObject *, RecordListPage *> m_pages; ///< by their tables
};

} // namespace Leadline
