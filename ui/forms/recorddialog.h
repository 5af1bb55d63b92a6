// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "formdialog.h"
#include "keptdraft.h"
#include "session.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QVariantMap>

#include <memory>

namespace Leadline {

class FormDraft;
class RecordForm;

/// A form that creates or edits one record through the session: saving, its errors, and closing without
/// losing what was typed. Shown with open(); deletes itself when it is done. The save belongs to the session:
/// closed while it is under way, the form comes back only if it fails. What is typed is kept as a draft until
/// it is saved or thrown away on purpose.
class RecordDialog : public FormDialog
{
    Q_OBJECT

public:
    /// What a save does when it has succeeded.
    enum class After { Close, Stay, New };

    ~RecordDialog() override;

    RecordKind kind() const { return m_kind; }
    /// The record that is edited; blank until a new one is created.
    QString recordId() const { return m_id; }
    bool isDirty() const;
    bool isSaving() const { return m_saving; }

    /// Whether \a draft is of such a form: of the same record, or of a new one on the same lead.
    bool isFormOf(const KeptDraft &draft) const;
    /// Goes on with a draft of such a form. Where its creation was sent and never answered, the program looks
    /// for the record. The form has to be shown.
    void continueDraft(const KeptDraft &draft);
    /// Offers to go on with drafts of such a form, the last one at the end; nothing where there are none.
    void offerDrafts(const QList<KeptDraft> &drafts);

public Q_SLOTS:
    void save(Leadline::RecordDialog::After after);
    /// Closes; asks first when something was typed. While a save is under way it only hides.
    void reject() override;
    /// Closes without asking and throws away what was typed.
    void discard();
    /// Closes without asking; what was typed is offered again. Answers with the draft's id, blank without
    /// one.
    QString keepAndClose();

Q_SIGNALS:
    void created(Leadline::RecordKind kind, const QString &id);
    void saved(Leadline::RecordKind kind, const QString &id);
    /// Saved, and the person wants to make another one, on the same lead where it has one.
    void anotherRequested(Leadline::RecordKind kind, const QString &leadId);
    /// The key was refused and the person wants to sign in again; the form has closed, and what was typed is
    /// the draft with that id. The session says keyRefused() by itself.
    void signInNeeded(const QString &draftId);
    /// The person wants to delete the record that is edited; discard() when that is settled.
    void deleteRequested();
    /// The person wants to see a record that Close turned out to have.
    void openRequested(Leadline::RecordKind kind, const QString &id);

protected:
    RecordDialog(const FormContext &context, RecordKind kind, const QString &title, QWidget *parent);

    const FormContext &context() const { return m_context; }
    Session &session() const { return *m_context.session; }
    void setRecordId(const QString &id) { m_id = id; }

    /// The lead that the record hangs on; blank for a lead itself.
    virtual QString leadId() const { return {}; }
    /// The forms in the order of their rows; the keyboard goes to the first one with a problem.
    virtual QList<RecordForm *> forms() const = 0;
    /// Whether what a form holds does not go into the request.
    virtual bool isLeftOut(const RecordForm *) const { return false; }
    /// Hands the request to the session and answers with succeeded() or failed().
    virtual void send() = 0;
    /// Hands it to the outbox instead. The id of the record, which may be one of ours.
    virtual QString queue() = 0;
    /// Marks the fields a 400 means, and gives back what none is meant by.
    virtual QMap<QString, QString> markErrors(const QMap<QString, QString> &errors);
    /// Asks Close whether a record whose creation was never answered is there; answers with found() or
    /// notFound().
    virtual void look() = 0;
    /// The record is in Close and the form stays: from here on it edits that record.
    virtual void becomeEdit(const QString &id) = 0;

    void succeeded(const QString &id);
    void failed(const ApiError &error);
    void found(const QString &id, const QString &name);
    void notFound();
    /// Close could not be asked.
    void lookFailed();
    /// The records that a creation could be mistaken for, before it is sent.
    virtual QStringList similarRecords() const = 0;
    /// Whether a record can be the one that was sent: it was not there before, and nobody else made it.
    bool isNewcomer(const QString &id, const QString &author, const QDateTime &created) const;

    /// Forms are there for so many parts of a draft.
    virtual void makeRoomFor(qsizetype parts);
    /// What is typed in \a form is kept. Those that are there by then are followed by finishLayout().
    void follow(RecordForm *form);

    /// Letters for Alt, the first field in focus, the height of the rows: once every form is there.
    void finishLayout();
    /// Nothing can be saved until the record has been read.
    void setLoading(bool loading);
    void loadingFailed(const ApiError &error);
    /// Shows a lead in place of this form; what was typed is offered again.
    void openInstead(const QString &leadId);
    using Action = std::pair<QString, std::function<void()>>;
    void post(const QString &id, const QString &text, const QList<Action> &actions, bool isError = true);
    void showEvent(QShowEvent *event) override;

private:
    static const QString ClosingMessage;

    bool validate();
    void setSaving(bool saving);
    void askWhatToKeep();
    void returnToField();
    KeptDraft draft() const;
    void watchDraft();
    void leave();
    void finish(int result);
    void explain(const ApiError &error);
    void startLooking();
    void lookAgainOrAsk(bool couldLook);
    void askWhetherToSendAgain(bool couldLook);
    void trySending();
    void holdBack();
    Action retrying();
    bool mustWait() const;
    void saveWhenOnline();

    FormContext m_context;
    RecordKind m_kind;
    QString m_id;
    After m_after = After::Close;
    bool m_saving = false;
    bool m_loading = false;
    bool m_unanswered = false; ///< a creation was sent and may have arrived
    bool m_looking = false;
    bool m_discarding = false;
    QDateTime m_newestBefore; ///< what was known to have changed last when it was sent
    QElapsedTimer m_lookedSince;
    QStringList m_before; ///< similarRecords() when it was sent
    std::unique_ptr<FormDraft> m_draft;
    QList<QVariantMap> m_strays;     ///< of a draft, part by part: what no field here takes any more
    QPointer<QWidget> m_fieldBefore; ///< that had the keyboard when it was asked what to keep
    bool m_toldOfEnd = false;        ///< that drafts end with the program
};

} // namespace Leadline
