// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What Workspace does with what waits to be sent.

#include "deletecontroller.h"
#include "everydaywrites.h"
#include "formopener.h"
#include "history.h"
#include "leadpage.h"
#include "leadview.h"
#include "mainwindow.h"
#include "outbox.h"
#include "outboxpage.h"
#include "outboxpresenter.h"
#include "recordlistpage.h"
#include "sidebar.h"
#include "statusstrip.h"
#include "undocontroller.h"
#include "workspace.h"

using namespace Qt::StringLiterals;

namespace Leadline {

void Workspace::addOutboxPage()
{
    m_outboxPage = new OutboxPage(*m_session, m_clock);
    m_window.addPage(OutboxPage::placeId(), m_outboxPage);
    connect(m_outboxPage, &OutboxPage::editRequested, this, &Workspace::editQueued);
    connect(m_outboxPage, &OutboxPage::dropRequested, m_outbox, &OutboxPresenter::askToDrop);
    connect(m_outboxPage, &OutboxPage::leaveRequested, m_window.history(), &History::goBack);
}

void Workspace::connectOutbox()
{
    const auto show = [this](const QString &entryId) {
        go(OutboxPage::placeId());
        m_outboxPage->select(entryId);
    };
    connect(m_window.statusStrip(), &StatusStrip::outboxActivated, this,
            [this] { go(OutboxPage::placeId()); });
    connect(m_outbox, &OutboxPresenter::showRequested, this, show);
    connect(m_outbox, &OutboxPresenter::editRequested, this, &Workspace::editQueued);
    connect(m_outbox, &OutboxPresenter::undoRequested, m_undo, &UndoController::undoLast);
    connect(m_undo, &UndoController::dropRequested, m_outbox, &OutboxPresenter::askToDrop);
    connect(m_session->outbox(), &Outbox::renamed, this, &Workspace::takeRename);
    m_window.setCloseGuard([this] { return m_deleter->mayClose() && m_outbox->mayClose(); });
}

/// In the form of the record, or where it was written.
void Workspace::editQueued(const QString &entryId)
{
    const OutboxEntry *held = m_session->outbox()->find(entryId);
    if (!held || m_session->isReadOnly())
        return;
    const OutboxEntry entry = *held;
    const bool isWritten = entry.action == OutboxEntry::Action::Note ||
                           entry.action == OutboxEntry::Action::Call ||
                           (entry.action == OutboxEntry::Action::Create && entry.kind == RecordKind::Task);
    if (isWritten && m_everyday->takeBack(entry))
        m_session->outbox()->drop(entryId);
    else if (entry.kind == RecordKind::Task)
        changeTask(entry.recordId);
    else if (!isWritten)
        m_forms->edit(entry.kind, entry.recordId);
}

/// On its lead's page, with what waits of it in the fields.
void Workspace::changeTask(const QString &id)
{
    const Task task = m_everyday->shownTask(id);
    if (task.leadId.isEmpty())
        return;
    openLead(task.leadId);
    m_leadPage->view()->changeTask(task);
}

/// What was shown of a record that was made here goes on with Close's id.
void Workspace::takeRename(RecordKind kind, const QString &localId, const QString &id)
{
    RecordListPage *page = listPage(kind);
    if (page->currentId() == localId)
        page->select(id);
    if (kind != RecordKind::Lead)
        return;
    if (m_leadPage->view()->leadId() == localId)
        m_window.currentPage() == "lead"_L1 ? openLead(id) : m_leadPage->setLead(id);
    updatePane();
}

void Workspace::showOutbox()
{
    m_window.showPage(OutboxPage::placeId());
    m_window.setRecordPaneVisible(false);
    m_window.sidebar()->setActive({});
    setSearchTarget(m_list ? m_list.data() : listPage(RecordKind::Lead));
    m_outboxPage->setFocus();
}

} // namespace Leadline
