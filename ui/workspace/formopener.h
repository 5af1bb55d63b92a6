// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "keptdraft.h"
#include "session.h"

#include <QObject>

namespace Leadline {

class MainWindow;
class RecordDialog;
class StatusPalette;

/// Opens the forms over the window, where the person may write at all, and tells what they saved.
class FormOpener : public QObject
{
    Q_OBJECT

public:
    /// None is owned.
    FormOpener(Session &session, StatusPalette &tones, MainWindow &window,
               const std::function<QDateTime()> &clock, QObject *parent = nullptr);

    const FormContext &context() const { return m_context; }

    void newLead();
    void editLead(const QString &id);
    void newContact(const QString &leadId);
    /// Contacts that were typed into another form, one after the other.
    void newContacts(const QString &leadId, QList<QVariantMap> typed);
    void editContact(const QString &id);
    /// On a lead, or, with a blank id, on one that the person chooses.
    void newOpportunity(const QString &leadId);
    void editOpportunity(const QString &id);
    /// The form for a record of a kind.
    void edit(RecordKind kind, const QString &id);
    /// Opens the form that a draft is of and goes on with it; nothing where there is no such draft of a form.
    void continueDraft(const QString &id);
    /// Merges a lead into another, or into one that the person chooses.
    void mergeLead(const QString &source, const QString &destination);
    /// The menu of statuses for leads or opportunities.
    void changeStatus(RecordKind kind, const QStringList &ids, const QPoint &position);

Q_SIGNALS:
    void created(Leadline::RecordKind kind, const QString &id);
    /// Told behind created(): the new lead is surely another one, too, which the form had shown.
    void duplicateCreated(const QString &id, const QString &duplicateId);
    /// A form found that Close has the record already.
    void openRequested(Leadline::RecordKind kind, const QString &id);
    void merged(const QString &leadId);
    /// A form closed because its key was refused; what was typed is the draft with that id.
    void signInNeeded(const QString &draftId);
    void saved(Leadline::RecordKind kind, const QString &id);
    void deleteRequested(Leadline::RecordDialog *form);

private:
    bool mayWrite();
    void open(RecordDialog *form, const KeptDraft *draft = nullptr);
    RecordDialog *formFor(const KeptDraft &draft);
    RecordDialog *makeNewLead();
    void openAnother(RecordKind kind, const QString &leadId);

    Session &m_session;
    MainWindow &m_window;
    FormContext m_context;
};

} // namespace Leadline
