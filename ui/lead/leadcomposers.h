// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composerdrafts.h"

#include <QPointer>
#include <QVariantMap>

#include <array>

namespace Leadline {

class Composer;
class LeadSection;
class LinkButton;
class TaskComposer;

/// Where notes, calls and tasks are written on a lead's page: links in the headings that open a composer in
/// its section. Drafts of a lead that is shown again stand open again.
class LeadComposers : public QObject
{
    Q_OBJECT

public:
    /// The sections are not owned and outlive this.
    LeadComposers(LeadSection *tasks, LeadSection *activities, QObject *parent);
    ~LeadComposers() override;

    /// Neither is owned; without \a drafts nothing can be written.
    void setUp(const FormContext &context, ComposerDrafts *drafts);
    bool canWrite() const { return m_drafts && m_context.session && !m_context.session->isReadOnly(); }
    /// The lead that is shown; the same one when it is known better.
    void setLead(const QString &leadId);
    void open(ComposerKind kind);
    /// Opens a task of the lead to be changed.
    void openTask(const Task &task);
    /// The task that is being changed, or blank.
    QString openTaskId() const;
    /// The composer of tasks, once there was one.
    Composer *taskComposer() const;

Q_SIGNALS:
    /// A task began or ceased to be changed.
    void openTaskChanged();
    /// A composer was opened or has grown: bring it into sight.
    void revealRequested(QWidget *composer);

private:
    struct Slot
    {
        Composer *composer = nullptr;
        ComposerKey key{};
        QVariantMap before{}; ///< of the task that is changed
        bool isOpen = false;
    };

    Slot &slotOf(ComposerKind kind) { return m_slots[size_t(kind)]; }
    Composer *composerOf(ComposerKind kind);
    void show(const ComposerKey &key, const QVariantMap &before, bool takesFocus);
    void close(Slot &slot);
    void takeEdit(ComposerKind kind);
    void takeChange(const ComposerKey &key);
    void takeSaved(const ComposerKey &key);
    void updateLinks();
    LinkButton *linkOf(ComposerKind kind) const;

    LeadSection *m_tasks;
    LeadSection *m_activities;
    LinkButton *m_note;
    LinkButton *m_call;
    FormContext m_context;
    QPointer<ComposerDrafts> m_drafts;
    QString m_leadId;
    std::array<Slot, 3> m_slots;
};

} // namespace Leadline
