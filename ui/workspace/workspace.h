// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composerdrafts.h"
#include "session.h"
#include "statuspalette.h"

#include <QObject>
#include <QPointer>

class QSettings;

namespace Leadline {

class AwayPage;
class DeleteController;
class EverydayWrites;
class FormOpener;
class LeadPage;
class LeadView;
class MainWindow;
class OutboxPage;
class OutboxPresenter;
class PipelinePage;
class RecordListPage;
class SearchController;
class UndoController;

/// What the window shows of one session: its pages, the record pane, and the ways between them. Ending it takes
/// the pages out of the window again.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// The window and the settings are not owned and outlive this. Near times are told from `clock`.
    Workspace(std::shared_ptr<Session> session, MainWindow &window, QSettings &settings,
              std::function<QDateTime()> clock, QObject *parent = nullptr);
    ~Workspace() override;

    Session &session() const { return *m_session; }
    RecordListPage *listPage(RecordKind kind) const { return m_lists.value(kind); }
    LeadPage *leadPage() const { return m_leadPage; }
    PipelinePage *pipelinePage() const { return m_pipeline; }
    OutboxPage *outboxPage() const { return m_outboxPage; }
    AwayPage *awayPage() const { return m_away; }
    LeadView *pane() const { return m_pane; }
    FormOpener *forms() const { return m_forms; }

    /// Goes to a place ("leads", "lead/lead_x", "view/save_x") and remembers the way back.
    void go(const QString &place);
    void openLead(const QString &id) { go(QStringLiteral("lead/") + id); }

Q_SIGNALS:
    /// The key was refused, or the person wants to use another one.
    void signInNeeded();
    /// The person wants to sign in now, and to go on with the form whose draft has that id.
    void signInRequested(const QString &draftId);
    void organizationMenuRequested(const QPoint &position);

private:
    void addListPage(RecordKind kind);
    void addLeadPage();
    void addPane();
    void addPipelinePage();
    void addAwayPage();
    void showPipeline();
    void addOutboxPage();
    void connectOutbox();
    void showOutbox();
    void editQueued(const QString &entryId);
    void changeTask(const QString &id);
    void takeRename(RecordKind kind, const QString &localId, const QString &id);
    void showAwayPage();
    void updateAwayFooter();
    void setSearchTarget(RecordListPage *page);
    void connectWindow();
    void connectView(LeadView *view);
    void connectForms();
    QString currentLeadId() const;
    void connectWrites();
    void show(const QString &place);
    void showList(RecordListPage *page);
    void showLead(const QString &id);
    void showSmartView(const QString &id);
    void updateSmartViews();
    void updatePane();
    void updateCountText();
    void updateWindowTitle();
    int rowOfLead(const QString &id) const;
    void stepLead(int step);
    void showNew(RecordKind kind, const QString &id);
    void offerMerge(const QString &id, const QString &duplicateId);
    void compose(const QString &leadId, ComposerKind kind);
    void popupRowMenu(RecordKind kind, const QStringList &ids, const QString &leadId, const QPoint &position);

    std::shared_ptr<Session> m_session;
    MainWindow &m_window;
    QSettings &m_settings;
    std::function<QDateTime()> m_clock;
    StatusPalette m_tones;
    QHash<RecordKind, RecordListPage *> m_lists;
    LeadPage *m_leadPage = nullptr;
    PipelinePage *m_pipeline = nullptr;
    OutboxPage *m_outboxPage = nullptr;
    AwayPage *m_away = nullptr;
    LeadView *m_pane = nullptr;
    SearchController *m_search = nullptr;
    FormOpener *m_forms = nullptr;
    EverydayWrites *m_everyday = nullptr;
    DeleteController *m_deleter = nullptr;
    UndoController *m_undo = nullptr;
    OutboxPresenter *m_outbox = nullptr;
    QPointer<RecordListPage> m_list; ///< the list in front, or the one a lead was opened from
    QString m_viewId;                ///< the Smart View that is shown
    bool m_isAway = false;           ///< the changes are in front, or a lead that was opened from there
    QString m_awayRecord;            ///< what has changed of that lead
};

} // namespace Leadline
