// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What RecordDialog does so that nothing typed is lost: keeping it, going on with it, closing.

#include "drafttext.h"
#include "formdraft.h"
#include "linkbutton.h"
#include "messagebar.h"
#include "recorddialog.h"
#include "recordform.h"

#include <utility>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

const QString DraftMessage = u"draft"_s;
const QString StraysMessage = u"strays"_s;

KeptDraft::Kind draftKind(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Lead:
        return KeptDraft::Kind::Lead;
    case RecordKind::Contact:
        return KeptDraft::Kind::Contact;
    case RecordKind::Opportunity:
        return KeptDraft::Kind::Opportunity;
    case RecordKind::Task:
        break;
    }
    return KeptDraft::Kind::Task;
}

} // namespace

const QString RecordDialog::ClosingMessage = u"closing"_s;

void RecordDialog::watchDraft()
{
    connect(m_draft.get(), &FormDraft::noted, this, [this] {
        if (m_draft->isKept() || std::exchange(m_toldOfEnd, true))
            return;
        const CopyState::Kind copy = session().copyState().kind;
        const bool lacksKeychain = copy == CopyState::Kind::NoKeychain || copy == CopyState::Kind::KeyUnread;
        setHint(lacksKeychain ? tr("Without a keychain drafts end with the program.")
                              : tr("Drafts end with the program."));
    });
    connect(m_draft.get(), &FormDraft::written, this, [this](bool isWritten) {
        if (!m_saving && !m_looking && !m_loading)
            setHint(isWritten ? tr("Draft saved") : tr("The draft could not be written to the disk."));
    });
    connect(messageBar(), &MessageBar::dismissed, this, [this](const QString &id) {
        if (id == ClosingMessage)
            returnToField();
    });
}

void RecordDialog::follow(RecordForm *form)
{
    // The draft goes before the fields, which may still tell of a change while they go.
    connect(form, &RecordForm::changed, m_draft.get(), &FormDraft::noteChange, Qt::UniqueConnection);
}

bool RecordDialog::isFormOf(const KeptDraft &draft) const
{
    if (draft.kind != draftKind(m_kind) || draft.recordId != m_id)
        return false;
    // On a lead that is still to be chosen, any will do.
    return !m_id.isEmpty() || leadId().isEmpty() || draft.leadId == leadId();
}

void RecordDialog::makeRoomFor(qsizetype) {}

/// Without parts where there is nothing to keep.
KeptDraft RecordDialog::draft() const
{
    KeptDraft draft{.kind = draftKind(m_kind),
                    .recordId = m_id,
                    .leadId = leadId(),
                    .leadName = knownLeadName(leadId(), context())};
    const bool mayExist = m_id.isEmpty() && (m_saving || m_unanswered);
    if (!isDirty() && !mayExist && m_strays.isEmpty())
        return draft;
    for (const RecordForm *form : forms())
        draft.parts.append(form->draft());
    for (qsizetype i = 0; i < qMin(m_strays.size(), draft.parts.size()); ++i)
        draft.parts[i].typed.insert(m_strays.at(i));
    if (mayExist)
        draft.attempt = KeptDraft::Attempt{m_before, m_newestBefore};
    return draft;
}

void RecordDialog::offerDrafts(const QList<KeptDraft> &drafts)
{
    if (drafts.isEmpty())
        return;
    const KeptDraft last = drafts.last();
    const QString from = draftTime(last, context());
    QString text = m_id.isEmpty() ? tr("An unfinished form from %1 is kept.").arg(from)
                                  : tr("Unsaved changes from %1 are kept.").arg(from);
    if (drafts.size() > 1)
        text = tr("%n unfinished form(s) are kept, the last from %1.", nullptr, int(drafts.size())).arg(from);
    post(DraftMessage, text,
         {{tr("Continue"), [this, last] { continueDraft(last); }}, {tr("Start Anew"), [] {}}}, false);
}

void RecordDialog::continueDraft(const KeptDraft &draft)
{
    messageBar()->clear(DraftMessage);
    // What was typed here since is a draft of its own.
    m_draft->keepNow();
    m_draft->takeOver(draft);
    if (m_loading && !draft.parts.isEmpty() && !draft.parts.first().base.isEmpty())
        setLoading(false);
    makeRoomFor(draft.parts.size());
    m_strays.clear();
    QStringList lost;
    const QList<RecordForm *> all = forms();
    for (qsizetype i = 0; i < qMin(all.size(), draft.parts.size()); ++i) {
        const QVariantMap asItIs = all.at(i)->base();
        const QVariantMap strays = all.at(i)->restore(draft.parts.at(i));
        // What somebody else has changed since, as far as it is known by now.
        if (!m_id.isEmpty() && !asItIs.isEmpty())
            all.at(i)->rebase(asItIs);
        for (const QVariant &value : strays)
            lost.append(valueText(value, context()));
        m_strays.append(strays);
    }
    if (lost.isEmpty())
        m_strays.clear();
    else
        post(StraysMessage,
             tr("Close has no field any more for what you typed there: %1").arg(lost.join(u"; "_s)), {},
             false);
    forms().first()->focusFirst();
    if (draft.attempt) {
        m_before = draft.attempt->known.value_or(QStringList());
        m_newestBefore = draft.attempt->newest;
        m_unanswered = true;
        startLooking();
    }
}

QString RecordDialog::keepAndClose()
{
    const QString id = m_draft->letGo();
    finish(QDialog::Rejected);
    return id;
}

void RecordDialog::askWhatToKeep()
{
    m_fieldBefore = focusWidget();
    messageBar()->clearAll();
    post(ClosingMessage,
         m_draft->isKept() ? tr("Keep what you typed as a draft?")
                           : tr("Keep what you typed until the program ends?"),
         {{tr("Keep Draft"), [this] { keepAndClose(); }},
          {tr("Discard"), [this] { discard(); }},
          {tr("Go On Editing"), [this] { returnToField(); }}},
         false);
    // Enter keeps what was typed.
    for (LinkButton *link : messageBar()->findChildren<LinkButton *>()) {
        if (link->isVisible()) {
            link->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
}

void RecordDialog::returnToField()
{
    if (m_fieldBefore)
        m_fieldBefore->setFocus(Qt::OtherFocusReason);
}

} // namespace Leadline
