// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composerdrafts.h"
#include "leadbody.h"
#include "session.h"

#include <QTimer>

#include <memory>

class QScrollArea;
class QStackedLayout;

namespace Leadline {

class ActivityModel;
class ActivityReader;
class EmptyState;
class MessageBar;

/// A lead, as the pane beside a table or as a page of its own. It shows what the tables know at once and
/// reads the rest from Close after a moment, so that a selection that runs through a table asks for nothing.
class LeadView : public QWidget
{
    Q_OBJECT

public:
    using Layout = LeadBody::Layout;

    /// Milliseconds before a lead that is shown is read from Close.
    static constexpr int LoadDelay = 120;

    /// \a palette is not owned.
    LeadView(Layout layout, StatusPalette *palette, QWidget *parent = nullptr);
    ~LeadView() override;

    /// Not owned; nullptr while nobody is signed in.
    void setSession(Session *session);
    /// The time near dates are counted from; the clock when empty.
    void setClock(std::function<QDateTime()> now);

    /// What it takes to write notes, calls and tasks here; none is owned. Without it nothing of that is offered.
    void setWriting(const FormContext &context, ComposerDrafts *drafts);
    /// Opens what is needed to write on the lead that is shown, and goes there.
    void compose(ComposerKind kind);
    /// Opens a task of the lead that is shown to be changed, and goes there.
    void changeTask(const Task &task);
    /// The same by a key, and F2, which edits in place; whether it was one for this.
    bool takeKey(const QKeyEvent &key);

    /// Shows a lead; a blank id shows none. \a highlightedRecordId is a contact or opportunity of it that is
    /// marked and brought into sight.
    void setLead(const QString &id, const QString &highlightedRecordId = {});
    /// Shows a lead without reading anything.
    void setLead(const Lead &lead, const SchemaPointer &schema);
    QString leadId() const { return m_id; }
    /// What is shown; blank id for nothing.
    const Lead &lead() const { return m_content.lead; }
    /// Whether the lead was read whole.
    bool isWhole() const { return m_content.isWhole; }
    /// Reads the lead again.
    void reload();

    ActivityModel *activities() const { return m_activities; }
    LeadBody *body() const { return m_body; }

Q_SIGNALS:
    /// The person asks to change the status; a menu belongs at \a globalPos.
    void statusMenuRequested(const QString &leadId, const QPoint &globalPos);
    void editRequested(const QString &leadId);
    void addContactRequested(const QString &leadId);
    void editContactRequested(const QString &contactId);
    void addOpportunityRequested(const QString &leadId);
    void openOpportunityRequested(const QString &opportunityId);
    /// What is shown has become another lead, or is known better.
    void leadShown(const QString &leadId);
    /// The lead is not in Close any more; the way out was chosen.
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectBody();
    void showKnown();
    void tellPending();
    void readFromCopy();
    void showContent(const LeadContent &content);
    void showEmpty(const QString &title, const QString &hint, const QString &action);
    void load();
    void takeLead(Result<Lead> lead);
    void showProblem(const ApiError &error);
    void loadMoreIfNear();
    void updateActivityHint();
    void takeTableChange(const TableChange &change);
    void takeSaved(RecordKind kind, const QString &id);
    void setTaskDone(const QString &taskId);
    void revealHighlighted();
    void fitMargins();
    void tick();
    QStringList filteredTypes() const;
    CellFormatter formatter() const;

    Layout m_layout;
    QPointer<Session> m_session;
    FormContext m_context;
    SchemaPointer m_schema;
    std::function<QDateTime()> m_now;
    QString m_id;
    QString m_highlighted;
    LeadContent m_content;
    QTimer m_loadTimer;
    QTimer m_clockTimer;
    /// Requests belong to it: they end with the lead they were made for.
    std::unique_ptr<QObject> m_requests;
    bool m_isLoading = false;
    bool m_isGone = false; ///< Close answered that there is no such lead
    bool m_isRevealing = false;

    ActivityModel *m_activities;
    ActivityReader *m_activityReader;
    std::unique_ptr<QObject> m_copyRequest;

    MessageBar *m_messages;
    QStackedLayout *m_faces;
    EmptyState *m_empty;
    QScrollArea *m_scroll;
    QWidget *m_canvas;
    LeadBody *m_body;
};

} // namespace Leadline
