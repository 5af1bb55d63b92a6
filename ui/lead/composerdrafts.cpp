// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "composerdrafts.h"

#include "apierrortext.h"
#include "callduration.h"
#include "draftkeeper.h"
#include "drafttext.h"
#include "messagebar.h"
#include "outbox.h"

#include <QKeyEvent>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

NoteDraft noteOf(const ComposerKey &key, const ComposerDraft &draft)
{
    return {.leadId = key.leadId,
            .note = draft.values.value(u"note"_s).toString().trimmed(),
            .isPinned = draft.values.value(u"pinned"_s).toBool()};
}

CallDraft callOf(const ComposerKey &key, const ComposerDraft &draft)
{
    const QVariantMap &values = draft.values;
    return {.leadId = key.leadId,
            .contactId = values.value(u"contact_id"_s).toString(),
            .phone = values.value(u"phone"_s).toString(),
            .direction = values.value(u"direction"_s).toString(),
            .status = values.value(u"status"_s).toString(),
            .outcomeId = values.value(u"outcome_id"_s).toString(),
            .note = values.value(u"note"_s).toString().trimmed(),
            .duration = callDuration(values.value(u"duration_text"_s).toString()).value_or(0)};
}

TaskDraft taskOf(const ComposerKey &key, const ComposerDraft &draft)
{
    return {.leadId = key.leadId,
            .text = draft.values.value(u"text"_s).toString().simplified(),
            .date = draft.values.value(u"date"_s).toDate(),
            .assignedTo = draft.values.value(u"assigned_to"_s).toString()};
}

/// As with forms: a crash takes no more than a second's typing.
constexpr std::chrono::milliseconds keepComposerAfter{1000};

KeptDraft::Kind keptKind(ComposerKind kind)
{
    return kind == ComposerKind::Note   ? KeptDraft::Kind::Note
           : kind == ComposerKind::Call ? KeptDraft::Kind::Call
                                        : KeptDraft::Kind::Task;
}

KeptDraft kept(const ComposerKey &key, const ComposerDraft &draft, const QString &leadName)
{
    KeptDraft kept{.id = draft.keptId,
                   .kind = keptKind(key.kind),
                   .recordId = key.taskId,
                   .leadId = key.leadId,
                   .leadName = leadName,
                   .parts = {{draft.before, draft.values, {}}}};
    if (key.taskId.isEmpty() && (draft.isSending || draft.creation->isUnsure)) {
        kept.attempt.emplace();
        kept.attempt->sent = draft.creation->firstSent;
        if (const auto &known = draft.creation->knownIds)
            kept.attempt->known = QStringList(known->cbegin(), known->cend());
    }
    return kept;
}

} // namespace

ComposerKey composerKeyOf(const KeptDraft &draft)
{
    const ComposerKind kind = draft.kind == KeptDraft::Kind::Note   ? ComposerKind::Note
                              : draft.kind == KeptDraft::Kind::Call ? ComposerKind::Call
                                                                    : ComposerKind::Task;
    return {draft.leadId, kind, draft.recordId};
}

std::optional<ComposerKind> composerKindOf(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::NoModifier)
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_N:
        return ComposerKind::Note;
    case Qt::Key_C:
        return ComposerKind::Call;
    case Qt::Key_T:
        return ComposerKind::Task;
    default:
        return std::nullopt;
    }
}

ComposerDrafts::ComposerDrafts(const FormContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepComposerAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &ComposerDrafts::keepNow);
    connect(m_context.session.data(), &Session::draftsWanted, this, &ComposerDrafts::keepNow);
    connect(m_context.session->drafts(), &DraftKeeper::changed, this, &ComposerDrafts::follow);
    restore();
}

ComposerDrafts::~ComposerDrafts()
{
    if (m_context.session)
        keepNow();
}

/// What was thrown away elsewhere is gone here, too, and what was read or brought back is here.
void ComposerDrafts::follow()
{
    for (const ComposerKey &key : m_drafts.keys()) {
        const ComposerDraft *draft = find(key);
        if (!draft || draft->isSending || draft->keptId.isEmpty() ||
            m_context.session->drafts()->find(draft->keptId))
            continue;
        m_drafts.remove(key);
        Q_EMIT changed(key);
    }
    restore();
}

/// Takes up what an earlier run kept.
void ComposerDrafts::restore()
{
    for (const KeptDraft &draft : m_context.session->drafts()->drafts()) {
        const ComposerKey key = composerKeyOf(draft);
        if (draft.isForm() || draft.parts.isEmpty() || m_drafts.contains(key))
            continue;
        ComposerDraft &own = m_drafts[key];
        own.values = draft.parts.first().typed;
        own.before = draft.parts.first().base;
        own.keptId = draft.id;
        if (draft.attempt) {
            own.isUnsure = true;
            own.creation->isUnsure = true;
            // What is older by far is not what was sent.
            own.creation->firstSent = draft.attempt->sent.isValid() ? draft.attempt->sent : draft.changedAt;
            if (const auto &known = draft.attempt->known)
                own.creation->knownIds = QSet<QString>(known->cbegin(), known->cend());
            own.error = tr("No answer came before Leadline ended. “Try Again” asks Close first.");
        }
        Q_EMIT changed(key);
    }
}

void ComposerDrafts::noteChange(const ComposerKey &key)
{
    if (!m_unkept.contains(key))
        m_unkept.append(key);
    // Not anew with every letter: somebody may type without a pause.
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
}

void ComposerDrafts::keepNow()
{
    m_keepTimer.stop();
    const QList<ComposerKey> keys = std::exchange(m_unkept, {});
    for (const ComposerKey &key : keys) {
        if (m_drafts.contains(key))
            handIn(key);
    }
}

/// Hands the draft to the keeper. \a then is told false where it could not be put on the disk.
void ComposerDrafts::handIn(const ComposerKey &key, std::function<void(bool isSafe)> then)
{
    m_unkept.removeAll(key);
    ComposerDraft &draft = m_drafts[key];
    DraftKeeper *keeper = m_context.session->drafts();
    if (draft.keptId.isEmpty())
        draft.keptId = DraftKeeper::makeId();
    const QString id = draft.keptId;
    const bool waits = then && keeper->isKept();
    keeper->keep(kept(key, draft, knownLeadName(key.leadId, m_context)), this, [waits, then](bool isWritten) {
        if (waits)
            then(isWritten);
    });
    keeper->setAttended(id, isSeen(key));
    if (then && !waits)
        then(true);
}

void ComposerDrafts::unkeep(const QString &keptId)
{
    if (m_context.session && !keptId.isEmpty())
        m_context.session->drafts()->remove(keptId);
}

const ComposerDraft *ComposerDrafts::find(const ComposerKey &key) const
{
    const auto found = m_drafts.constFind(key);
    return found == m_drafts.constEnd() ? nullptr : &*found;
}

QList<ComposerKey> ComposerDrafts::keysOf(const QString &leadId) const
{
    QList<ComposerKey> keys;
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        if (draft.key().leadId == leadId)
            keys.append(draft.key());
    }
    return keys;
}

void ComposerDrafts::keep(const ComposerKey &key, const QVariantMap &values, const QVariantMap &before)
{
    ComposerDraft &draft = m_drafts[key];
    if (draft.values == values)
        return;
    draft.values = values;
    if (draft.before.isEmpty())
        draft.before = before;
    draft.error.clear();
    noteChange(key);
    Q_EMIT changed(key);
}

void ComposerDrafts::setFolded(const ComposerKey &key, bool folded)
{
    const auto draft = m_drafts.find(key);
    if (draft == m_drafts.end() || draft->isFolded == folded)
        return;
    draft->isFolded = folded;
    Q_EMIT changed(key);
}

void ComposerDrafts::forget(const ComposerKey &key)
{
    if (!m_drafts.contains(key))
        return;
    unkeep(m_drafts.take(key).keptId);
    Q_EMIT changed(key);
}

void ComposerDrafts::discard(const ComposerKey &key)
{
    const ComposerDraft *held = find(key);
    if (!held || held->isSending)
        return;
    ComposerDraft draft = *held;
    draft.isFolded = false;
    draft.keptId.clear();
    forget(key);
    if (!m_context.messages)
        return;
    m_context.messages->post({.id = u"discarded"_s,
                              .text = tr("What you wrote about %1 was discarded.").arg(nameOf(key)),
                              .actions = {{tr("Undo"), [self = QPointer(this), key, draft] {
                                               if (!self || self->find(key))
                                                   return;
                                               self->m_drafts.insert(key, draft);
                                               self->noteChange(key);
                                               Q_EMIT self->changed(key);
                                           }}}});
}

void ComposerDrafts::setShownBy(const ComposerKey &key, QWidget *composer, bool shown)
{
    m_composers.remove(key, composer);
    if (shown)
        m_composers.insert(key, composer);
    if (const ComposerDraft *draft = find(key); draft && !draft->keptId.isEmpty() && m_context.session)
        m_context.session->drafts()->setAttended(draft->keptId, shown);
}

bool ComposerDrafts::isSeen(const ComposerKey &key) const
{
    const auto composers = m_composers.values(key);
    return std::any_of(composers.begin(), composers.end(),
                       [](const QPointer<QWidget> &composer) { return composer && composer->isVisible(); });
}

void ComposerDrafts::send(const ComposerKey &key)
{
    const auto draft = m_drafts.find(key);
    if (draft == m_drafts.end() || draft->isSending || !m_context.session)
        return;
    if (mustWait(key, *draft)) {
        queue(key, ComposerDraft(*draft));
        return;
    }
    draft->isSending = true;
    draft->error.clear();
    const bool isFirst = !draft->creation->firstSent.isValid();
    if (isFirst)
        draft->creation->firstSent = QDateTime::currentDateTimeUtc();
    Q_EMIT changed(key);
    // That something was sent has to be known after a crash, too: else it would be sent twice. A change may
    // be.
    handIn(key, [this, key, isFirst](bool isSafe) {
        if (isSafe || !key.taskId.isEmpty())
            sendNow(key);
        else
            holdBack(key, isFirst);
    });
}

void ComposerDrafts::holdBack(const ComposerKey &key, bool isFirst)
{
    const auto draft = m_drafts.find(key);
    if (draft == m_drafts.end())
        return;
    draft->isSending = false;
    if (isFirst)
        draft->creation->firstSent = {};
    explain(key, noRoomText());
    handIn(key); // as what was not sent
}

void ComposerDrafts::sendNow(const ComposerKey &key)
{
    const ComposerDraft *draft = find(key);
    if (!draft || !m_context.session)
        return;
    const ComposerDraft sent = *draft;
    switch (key.kind) {
    case ComposerKind::Note:
        sendNote(key, sent);
        break;
    case ComposerKind::Call:
        sendCall(key, sent);
        break;
    case ComposerKind::Task:
        sendTask(key, sent);
        break;
    }
    // With what was there before, which is known by now.
    if (m_drafts.contains(key))
        handIn(key);
}

void ComposerDrafts::sendNote(const ComposerKey &key, const ComposerDraft &draft)
{
    m_context.session->createNote(noteOf(key, draft), draft.creation, this, [this, key](const Result<Activity> &note) {
        take(key, note ? std::nullopt : std::optional(note.error()));
    });
}

void ComposerDrafts::sendCall(const ComposerKey &key, const ComposerDraft &draft)
{
    m_context.session->createCall(callOf(key, draft), draft.creation, this, [this, key](const Result<Activity> &call) {
        take(key, call ? std::nullopt : std::optional(call.error()));
    });
}

void ComposerDrafts::sendTask(const ComposerKey &key, const ComposerDraft &draft)
{
    const TaskDraft task = taskOf(key, draft);
    if (key.taskId.isEmpty()) {
        m_context.session->createTask(task, draft.creation, this, [this, key](const Result<Task> &made) {
            take(key, made ? std::nullopt : std::optional(made.error()));
        });
        return;
    }
    QVariantMap after = draft.before;
    after.insert(u"text"_s, task.text);
    for (const QString &field : {u"date"_s, u"assigned_to"_s})
        after.insert(field, draft.values.value(field));
    m_context.session->change(RecordKind::Task, key.taskId, draft.before, after, this,
                              [this, key](const Result<Written> &written) {
                                  take(key, written ? std::nullopt : std::optional(written.error()));
                              });
}

/// What may have arrived stays here, where it is asked for first.
bool ComposerDrafts::mustWait(const ComposerKey &key, const ComposerDraft &draft) const
{
    const Session &session = *m_context.session;
    return key.taskId.isEmpty() && !session.isReadOnly() && !draft.creation->isUnsure &&
           (!session.isOnline() || isLocalId(key.leadId));
}

void ComposerDrafts::queue(const ComposerKey &key, const ComposerDraft &draft)
{
    Outbox *outbox = m_context.session->outbox();
    if (key.kind == ComposerKind::Note)
        outbox->addNote(noteOf(key, draft), *draft.creation);
    else if (key.kind == ComposerKind::Call)
        outbox->addCall(callOf(key, draft), *draft.creation);
    else
        outbox->addTask(taskOf(key, draft), *draft.creation);
    unkeep(m_drafts.take(key).keptId);
    Q_EMIT saved(key);
}

void ComposerDrafts::take(const ComposerKey &key, const std::optional<ApiError> &error)
{
    if (!error) {
        unkeep(m_drafts.take(key).keptId);
        Q_EMIT saved(key);
        return;
    }
    ComposerDraft &draft = m_drafts[key];
    draft.isSending = false;
    if (error->kind == ApiError::Kind::Offline && mustWait(key, draft)) {
        queue(key, ComposerDraft(draft));
        return;
    }
    draft.isUnsure = key.taskId.isEmpty() && error->maybeApplied;
    explain(key, errorText(draft, *error));
}

/// Why it is still here: in its composer, or in the message bar where that is not seen.
void ComposerDrafts::explain(const ComposerKey &key, const QString &text)
{
    m_drafts[key].error = text;
    noteChange(key);
    Q_EMIT changed(key);
    if (isSeen(key) || !m_context.messages)
        return;
    m_context.messages->post({.id = u"composer"_s,
                              .kind = MessageBar::Kind::Error,
                              .text = tr("What you wrote about %1 was not saved. %2").arg(nameOf(key), text),
                              .actions = {{tr("Try Again"), [self = QPointer(this), key] {
                                               if (self)
                                                   self->send(key);
                                           }}}});
}

QString ComposerDrafts::errorText(const ComposerDraft &draft, const ApiError &error) const
{
    if (draft.isUnsure)
        return tr("No answer came, and Close cannot be asked right now whether it has this. “Try Again” asks "
                  "first.");
    if (draft.creation->isUnsure)
        return tr(
            "No answer came. Close was asked since and does not have this: saving again makes it once.");
    if (!error.fieldErrors.isEmpty())
        return error.fieldErrors.values().join(u' ');
    return apiErrorText(error);
}

QString ComposerDrafts::nameOf(const ComposerKey &key) const
{
    return m_context.session ? m_context.session->nameOf(RecordKind::Lead, key.leadId) : key.leadId;
}

} // namespace Leadline
