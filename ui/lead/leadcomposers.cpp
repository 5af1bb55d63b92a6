// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadcomposers.h"

#include "callcomposer.h"
#include "leadsection.h"
#include "linkbutton.h"
#include "notecomposer.h"
#include "taskcomposer.h"

#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

LeadComposers::LeadComposers(LeadSection *tasks, LeadSection *activities, QObject *parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_activities(activities)
    , m_note(activities->addAction(tr("Note"), tr("Add note")))
    , m_call(activities->addAction(tr("Call"), tr("Log call")))
{
    m_tasks->action()->setAccessibleName(tr("Add task"));
    connect(m_note, &LinkButton::clicked, this, [this] { open(ComposerKind::Note); });
    connect(m_call, &LinkButton::clicked, this, [this] { open(ComposerKind::Call); });
    connect(m_tasks, &LeadSection::actionTriggered, this, [this] { open(ComposerKind::Task); });
    updateLinks();
}

LeadComposers::~LeadComposers() = default;

void LeadComposers::setUp(const FormContext &context, ComposerDrafts *drafts)
{
    for (Slot &slot : m_slots) {
        close(slot);
        delete std::exchange(slot.composer, nullptr);
    }
    if (m_drafts)
        disconnect(m_drafts, nullptr, this, nullptr);
    m_context = context;
    m_drafts = drafts;
    m_leadId.clear();
    if (drafts) {
        connect(drafts, &ComposerDrafts::changed, this, &LeadComposers::takeChange);
        connect(drafts, &ComposerDrafts::saved, this, &LeadComposers::takeSaved);
    }
    updateLinks();
}

void LeadComposers::setLead(const QString &leadId)
{
    if (leadId == m_leadId) {
        for (const Slot &slot : m_slots) {
            if (slot.isOpen)
                slot.composer->setLead(leadId);
        }
        return;
    }
    for (Slot &slot : m_slots)
        close(slot);
    m_leadId = leadId;
    updateLinks();
    if (!m_drafts || leadId.isEmpty())
        return;
    for (const ComposerKey &key : m_drafts->keysOf(leadId))
        takeChange(key);
}

LinkButton *LeadComposers::linkOf(ComposerKind kind) const
{
    return kind == ComposerKind::Note ? m_note : kind == ComposerKind::Call ? m_call : m_tasks->action();
}

/// A draft that was put aside is named at its link.
void LeadComposers::updateLinks()
{
    const auto update = [this](ComposerKind kind, const QString &text, const QString &withDraft) {
        const ComposerDraft *draft = m_drafts ? m_drafts->find({m_leadId, kind, {}}) : nullptr;
        LinkButton *link = linkOf(kind);
        link->setText(draft && draft->isFolded ? withDraft : text);
        link->updateGeometry();
        link->setVisible(canWrite());
    };
    update(ComposerKind::Note, tr("Note"), tr("Note (draft)"));
    update(ComposerKind::Call, tr("Call"), tr("Call (draft)"));
    update(ComposerKind::Task, tr("Add"), tr("Add (draft)"));
}

Composer *LeadComposers::composerOf(ComposerKind kind)
{
    Slot &slot = slotOf(kind);
    if (slot.composer)
        return slot.composer;
    LeadSection *section = kind == ComposerKind::Task ? m_tasks : m_activities;
    switch (kind) {
    case ComposerKind::Note:
        slot.composer = new NoteComposer(m_context, section);
        break;
    case ComposerKind::Call:
        slot.composer = new CallComposer(m_context, section);
        break;
    case ComposerKind::Task:
        slot.composer = new TaskComposer(m_context, section);
        break;
    }
    slot.composer->hide();
    section->body()->insertWidget(0, slot.composer);
    connect(slot.composer, &Composer::edited, this, [this, kind] { takeEdit(kind); });
    connect(slot.composer, &Composer::saveRequested, this, [this, kind] {
        const Slot &saved = slotOf(kind);
        m_drafts->keep(saved.key, saved.composer->values(), saved.before);
        m_drafts->send(saved.key);
    });
    connect(slot.composer, &Composer::discardRequested, this, [this, kind] {
        const ComposerKey key = slotOf(kind).key;
        close(slotOf(kind));
        linkOf(kind)->setFocus();
        m_drafts->discard(key);
    });
    connect(slot.composer, &Composer::foldRequested, this, [this, kind] {
        const ComposerKey key = slotOf(kind).key;
        close(slotOf(kind));
        linkOf(kind)->setFocus();
        m_drafts->setFolded(key, true);
    });
    return slot.composer;
}

void LeadComposers::open(ComposerKind kind)
{
    if (!canWrite() || m_leadId.isEmpty())
        return;
    show({m_leadId, kind, {}}, {}, true);
}

void LeadComposers::openTask(const Task &task)
{
    if (!canWrite())
        return;
    QVariantMap before{{u"text"_s, task.text}};
    if (task.date.isValid() && !task.isDateless)
        before.insert(u"date"_s, task.date);
    if (!task.assignedTo.isEmpty())
        before.insert(u"assigned_to"_s, task.assignedTo);
    show({m_leadId, ComposerKind::Task, task.id}, before, true);
}

QString LeadComposers::openTaskId() const
{
    const Slot &slot = m_slots[size_t(ComposerKind::Task)];
    return slot.isOpen ? slot.key.taskId : QString();
}

Composer *LeadComposers::taskComposer() const
{
    return m_slots[size_t(ComposerKind::Task)].composer;
}

void LeadComposers::show(const ComposerKey &key, const QVariantMap &before, bool takesFocus)
{
    Slot &slot = slotOf(key.kind);
    Composer *composer = composerOf(key.kind);
    if (!slot.isOpen || slot.key != key) {
        // Another task that was being changed keeps what was typed.
        const ComposerKey other = slot.key;
        const bool wasOpen = slot.isOpen;
        close(slot);
        if (wasOpen)
            m_drafts->setFolded(other, true);
        slot.key = key;
        slot.before = before;
        slot.isOpen = true;
        m_drafts->setShownBy(key, composer, true);
        const ComposerDraft *draft = m_drafts->find(key);
        composer->setLead(key.leadId);
        if (auto *task = qobject_cast<TaskComposer *>(composer)) {
            task->setIsNew(key.taskId.isEmpty());
            composer->setValues(draft ? draft->values : key.taskId.isEmpty() ? task->fresh() : before);
        } else {
            composer->setValues(draft ? draft->values : QVariantMap());
        }
        composer->showState(draft ? *draft : ComposerDraft());
        composer->show();
        Q_EMIT openTaskChanged();
    }
    m_drafts->setFolded(key, false);
    if (takesFocus) {
        composer->focusFirst();
        Q_EMIT revealRequested(composer);
    }
}

void LeadComposers::close(Slot &slot)
{
    if (!slot.isOpen)
        return;
    slot.isOpen = false;
    if (m_drafts)
        m_drafts->setShownBy(slot.key, slot.composer, false);
    slot.composer->hide();
    Q_EMIT openTaskChanged();
}

void LeadComposers::takeEdit(ComposerKind kind)
{
    const Slot &slot = slotOf(kind);
    if (!slot.isOpen)
        return;
    if (slot.composer->isBlank() && slot.key.taskId.isEmpty())
        m_drafts->forget(slot.key);
    else
        m_drafts->keep(slot.key, slot.composer->values(), slot.before);
}

void LeadComposers::takeChange(const ComposerKey &key)
{
    if (key.leadId != m_leadId)
        return;
    updateLinks();
    const ComposerDraft *draft = m_drafts->find(key);
    Slot &slot = slotOf(key.kind);
    const bool isShown = slot.isOpen && slot.key == key;
    if (!draft) {
        if (isShown)
            slot.composer->clearState();
    } else if (isShown) {
        if (slot.composer->values() != draft->values)
            slot.composer->setValues(draft->values);
        slot.composer->showState(*draft);
        // The way out stands below what went wrong.
        if (!draft->error.isEmpty() && slot.composer->hasFocusWithin())
            Q_EMIT revealRequested(slot.composer);
    } else if (!draft->isFolded && !slot.isOpen) {
        show(key, draft->before, false);
    }
}

void LeadComposers::takeSaved(const ComposerKey &key)
{
    if (key.leadId != m_leadId)
        return;
    Slot &slot = slotOf(key.kind);
    if (slot.isOpen && slot.key == key) {
        const bool hadFocus = slot.composer->hasFocusWithin();
        close(slot);
        if (hadFocus)
            linkOf(key.kind)->setFocus();
    }
    updateLinks();
}

} // namespace Leadline
