// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "formopener.h"

#include "contactform.h"
#include "draftkeeper.h"
#include "leadform.h"
#include "mainwindow.h"
#include "mergedialog.h"
#include "messagebar.h"
#include "opportunityform.h"
#include "statusmenu.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// The drafts that a form like this one may go on with: of the same record, or of a new one on the same lead.
QList<KeptDraft> draftsLike(const RecordDialog &form, const Session &session)
{
    QList<KeptDraft> drafts = session.drafts()->unattended();
    drafts.removeIf([&form](const KeptDraft &draft) { return !form.isFormOf(draft); });
    return drafts;
}

} // namespace

FormOpener::FormOpener(Session &session, StatusPalette &tones, MainWindow &window,
                       const std::function<QDateTime()> &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
{
    m_context.session = &session;
    m_context.statuses = &tones;
    m_context.messages = window.messageBar();
    m_context.today = [clock] { return clock().date(); };
}

bool FormOpener::mayWrite()
{
    if (!m_session.isReadOnly())
        return true;
    m_window.messageBar()->post(
        {.id = u"read-only"_s, .text = tr("Leadline was started read-only: nothing is changed in Close.")});
    return false;
}

/// Goes on with \a draft, or offers those of such a form.
void FormOpener::open(RecordDialog *form, const KeptDraft *draft)
{
    connect(form, &RecordDialog::created, this, &FormOpener::created);
    if (auto *lead = qobject_cast<LeadForm *>(form))
        connect(lead, &RecordDialog::created, this, [this, lead](RecordKind, const QString &id) {
            if (const QString duplicate = lead->surestDuplicate(); !duplicate.isEmpty())
                Q_EMIT duplicateCreated(id, duplicate);
        });
    connect(form, &RecordDialog::openRequested, this, &FormOpener::openRequested);
    connect(form, &RecordDialog::signInNeeded, this, &FormOpener::signInNeeded);
    connect(form, &RecordDialog::anotherRequested, this, &FormOpener::openAnother);
    connect(form, &RecordDialog::saved, this, &FormOpener::saved);
    connect(form, &RecordDialog::deleteRequested, this, [this, form] { Q_EMIT deleteRequested(form); });
    form->open();
    if (draft)
        form->continueDraft(*draft);
    else if (!form->isDirty())
        form->offerDrafts(draftsLike(*form, m_session));
}

RecordDialog *FormOpener::formFor(const KeptDraft &draft)
{
    const bool isNew = draft.recordId.isEmpty();
    switch (draft.kind) {
    case KeptDraft::Kind::Lead:
        return isNew ? makeNewLead() : new LeadForm(m_context, draft.recordId, &m_window);
    case KeptDraft::Kind::Contact:
        return isNew ? new ContactForm(m_context, ContactForm::NewOn{.leadId = draft.leadId}, &m_window)
                     : new ContactForm(m_context, draft.recordId, &m_window);
    case KeptDraft::Kind::Opportunity:
        return isNew
                   ? new OpportunityForm(m_context, OpportunityForm::NewOn{.leadId = draft.leadId}, &m_window)
                   : new OpportunityForm(m_context, draft.recordId, &m_window);
    default:
        return nullptr;
    }
}

void FormOpener::continueDraft(const QString &id)
{
    const KeptDraft *found = m_session.drafts()->find(id);
    if (!found || !mayWrite())
        return;
    const KeptDraft draft = *found;
    if (RecordDialog *form = formFor(draft))
        open(form, &draft);
}

void FormOpener::openAnother(RecordKind kind, const QString &leadId)
{
    if (kind == RecordKind::Contact)
        newContact(leadId);
    else if (kind == RecordKind::Opportunity)
        newOpportunity(leadId);
    else
        newLead();
}

RecordDialog *FormOpener::makeNewLead()
{
    auto *form = new LeadForm(m_context, &m_window);
    connect(form, &LeadForm::addContactRequested, this, &FormOpener::newContacts);
    return form;
}

void FormOpener::newLead()
{
    if (mayWrite())
        open(makeNewLead());
}

void FormOpener::editLead(const QString &id)
{
    if (mayWrite())
        open(new LeadForm(m_context, id, &m_window));
}

void FormOpener::newContact(const QString &leadId)
{
    if (mayWrite())
        open(new ContactForm(m_context, ContactForm::NewOn{.leadId = leadId}, &m_window));
}

void FormOpener::newContacts(const QString &leadId, QList<QVariantMap> typed)
{
    if (!mayWrite())
        return;
    const QVariantMap first = typed.isEmpty() ? QVariantMap() : typed.takeFirst();
    auto *form = new ContactForm(m_context, ContactForm::NewOn{leadId, first}, &m_window);
    if (!typed.isEmpty())
        connect(form, &QDialog::finished, this, [this, leadId, typed] { newContacts(leadId, typed); });
    open(form);
}

void FormOpener::editContact(const QString &id)
{
    if (mayWrite())
        open(new ContactForm(m_context, id, &m_window));
}

void FormOpener::newOpportunity(const QString &leadId)
{
    if (mayWrite())
        open(new OpportunityForm(m_context, OpportunityForm::NewOn{.leadId = leadId}, &m_window));
}

void FormOpener::editOpportunity(const QString &id)
{
    if (mayWrite())
        open(new OpportunityForm(m_context, id, &m_window));
}

void FormOpener::edit(RecordKind kind, const QString &id)
{
    switch (kind) {
    case RecordKind::Lead:
        editLead(id);
        break;
    case RecordKind::Contact:
        editContact(id);
        break;
    case RecordKind::Opportunity:
        editOpportunity(id);
        break;
    case RecordKind::Task:
        break;
    }
}

void FormOpener::mergeLead(const QString &source, const QString &destination)
{
    if (!mayWrite())
        return;
    auto *dialog = new MergeDialog(m_context, source, destination, &m_window);
    connect(dialog, &MergeDialog::merged, this, &FormOpener::merged);
    dialog->open();
}

void FormOpener::changeStatus(RecordKind kind, const QStringList &ids, const QPoint &position)
{
    if (mayWrite())
        StatusMenu::popupFor(m_context, kind, ids, position, &m_window);
}

} // namespace Leadline
