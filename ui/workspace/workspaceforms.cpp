// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What Workspace does with forms, what they saved, and the small writes.

#include "deletecontroller.h"
#include "draftoffers.h"
#include "everydaywrites.h"
#include "formopener.h"
#include "leadpage.h"
#include "leadview.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "pipelinepage.h"
#include "recorddialog.h"
#include "recordlistpage.h"
#include "recordmenu.h"
#include "undocontroller.h"
#include "workspace.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Of a name in a button of the message bar, in pixels.
constexpr int MostNameWidth = 200;

} // namespace

void Workspace::connectForms()
{
    connect(m_forms, &FormOpener::created, this, &Workspace::showNew);
    connect(m_forms, &FormOpener::openRequested, this, &Workspace::showNew);
    connect(m_forms, &FormOpener::signInNeeded, this, &Workspace::signInRequested);
    auto *drafts = new DraftOffers(*m_forms, m_window, this);
    connect(drafts, &DraftOffers::composeRequested, this, [this](const ComposerKey &key) {
        if (key.taskId.isEmpty()) {
            compose(key.leadId, key.kind);
            return;
        }
        openLead(key.leadId);
        m_everyday->drafts()->setFolded(key, false);
    });
}

/// What can be taken back, and what a deletion leaves behind.
void Workspace::connectWrites()
{
    for (LeadView *view : {m_leadPage->view(), m_pane})
        m_everyday->addView(view);
    for (RecordListPage *page : std::as_const(m_lists))
        m_everyday->addTable(page);
    connect(m_everyday, &EverydayWrites::composeRequested, this, &Workspace::compose);
    connect(m_forms, &FormOpener::created, m_undo, &UndoController::offer);
    connect(m_forms, &FormOpener::saved, m_undo, &UndoController::offer);
    connect(m_forms, &FormOpener::duplicateCreated, this, &Workspace::offerMerge);
    connect(m_forms, &FormOpener::merged, this, [this](const QString &leadId) {
        m_window.messageBar()->post(
            {.id = u"merge"_s,
             .text = tr("Merged into “%1”.").arg(m_session->nameOf(RecordKind::Lead, leadId))});
        openLead(leadId);
    });
    connect(m_forms, &FormOpener::deleteRequested, this, [this](RecordDialog *form) {
        m_deleter->ask(form->kind(), {form->recordId()}, form, [form = QPointer(form)] {
            if (form)
                form->discard();
        });
    });
    connect(m_session.get(), &Session::recordDeleted, this, [this](RecordKind kind, const QString &id) {
        // Its page would be of something that is gone.
        if (kind == RecordKind::Lead && m_window.currentPage() == "lead"_L1 &&
            m_leadPage->view()->leadId() == id)
            go(u"leads"_s);
    });
}

/// Somebody made a lead in spite of another one that is surely the same company.
void Workspace::offerMerge(const QString &id, const QString &duplicateId)
{
    // Merging deletes one of the two.
    if (!m_session->isOnline() || isLocalId(id) || isLocalId(duplicateId) ||
        !m_session->mayDelete(RecordKind::Lead))
        return;
    const QString name = m_window.fontMetrics().elidedText(m_session->nameOf(RecordKind::Lead, duplicateId),
                                                           Qt::ElideRight, MostNameWidth);
    m_undo->offerWith(id, {{tr("Merge with “%1”…").arg(name), [forms = QPointer(m_forms), id, duplicateId] {
                                if (forms)
                                    forms->mergeLead(id, duplicateId);
                            }}});
}

void Workspace::showNew(RecordKind kind, const QString &id)
{
    if (kind == RecordKind::Lead || kind == RecordKind::Opportunity) {
        RecordListPage *page = listPage(kind);
        // On a lead's own page and on the board the new opportunity stands there already.
        const bool stays = m_window.currentPage() == "lead"_L1 || m_window.currentPage() == "pipeline"_L1;
        if (stays && kind == RecordKind::Opportunity) {
            m_pipeline->select(id);
            return;
        }
        go(RecordListPage::sectionOf(kind));
        // What hides it goes: it is what the person wants to see now.
        page->reveal(id);
    }
}

/// Beside the table where there is room, else on the lead's page.
void Workspace::compose(const QString &leadId, ComposerKind kind)
{
    if (m_window.isRecordPaneVisible() && m_pane->leadId() == leadId) {
        m_pane->compose(kind);
        return;
    }
    openLead(leadId);
    m_leadPage->view()->compose(kind);
}

void Workspace::popupRowMenu(RecordKind kind, const QStringList &ids, const QString &leadId,
                             const QPoint &position)
{
    RecordMenuActions actions;
    actions.open = [this, leadId] { openLead(leadId); };
    const auto narrowed = [this, leadId](RecordKind other) {
        return [this, leadId, other] {
            go(RecordListPage::sectionOf(other));
            listPage(other)->showOnlyLead(leadId);
        };
    };
    if (kind == RecordKind::Lead) {
        actions.contacts = narrowed(RecordKind::Contact);
        actions.opportunities = narrowed(RecordKind::Opportunity);
    } else if (!leadId.isEmpty()) {
        actions.onlyLead = narrowed(kind);
    }
    if (RecordListPage *list = listPage(kind); m_window.currentPage() == RecordListPage::sectionOf(kind)) {
        const QStringList chosen = ids.size() > 1 ? ids : QStringList();
        actions.exportRows = [list, chosen] { Q_EMIT list->exportRequested(chosen); };
    }
    if (!m_session->isReadOnly()) {
        if (kind != RecordKind::Task)
            actions.edit = [this, kind, ids] { m_forms->edit(kind, ids.first()); };
        actions.newContact = [this, leadId] { m_forms->newContact(leadId); };
        actions.newOpportunity = [this, leadId] { m_forms->newOpportunity(leadId); };
        if (kind == RecordKind::Opportunity)
            actions.changeValues = [this, ids] { m_pipeline->editValues(ids); };
        // Merging deletes one of the two.
        if (kind == RecordKind::Lead && m_session->mayDelete(kind))
            actions.merge = [this, ids] { m_forms->mergeLead(ids.first(), ids.value(1)); };
        if (!leadId.isEmpty())
            m_everyday->addTo(actions, kind, ids, leadId);
        if (kind == RecordKind::Lead || kind == RecordKind::Opportunity)
            actions.changeStatus = [this, kind, ids](const QPoint &at) {
                m_forms->changeStatus(kind, ids, at);
            };
    }
    if (kind != RecordKind::Task && m_session->mayDelete(kind))
        actions.remove = [this, kind, ids] { m_deleter->ask(kind, ids); };
    popupRecordMenu(*m_session, kind, ids, actions, position, &m_window);
}

} // namespace Leadline
