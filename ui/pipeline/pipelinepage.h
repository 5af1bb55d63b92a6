// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "pipelinegrouping.h"
#include "reviewmodel.h"
#include "session.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <functional>

class QSettings;
class QStackedLayout;

namespace Leadline {

class Announcer;
class Button;
class CardMover;
class EmptyState;
class FilterBar;
class MessageBar;
class PageHeader;
class PipelineBoard;
class PipelineList;
class PipelineModel;
class PipelineStrip;
class RecordTableModel;
class ReviewList;
class SegmentedControl;
class SkeletonRows;
class StageClock;
class StatusPalette;
class TitleButton;
class TotalsCheck;
struct CardStyle;

/// The page of the pipeline: the opportunities in groups, as a board, as a list, or as a forecast of when they
/// close, with their sums. The three show one model; what is selected and filtered stays when another is chosen.
/// Which pipeline, view and grouping, what cards and columns show, what is folded, and the filters of each
/// pipeline are kept.
class PipelinePage : public QWidget
{
    Q_OBJECT

public:
    enum class View { Board, List, Forecast };

    /// None of the arguments is owned; all outlive the page. \a messages is the window's bar; what is overdue
    /// is told from \a clock.
    PipelinePage(Session &session, StatusPalette &tones, QSettings &settings, MessageBar *messages,
                 std::function<QDateTime()> clock = {}, QWidget *parent = nullptr);
    ~PipelinePage() override;

    RecordTableModel *source() const { return m_source; }
    PipelineModel *model() const { return m_model; }
    PipelineBoard *board() const { return m_board; }
    PipelineList *list() const { return m_list; }
    CardMover *mover() const { return m_mover; }

    View view() const;
    void setView(View view);
    /// What the board and the list are grouped by.
    void setGrouping(PipelineGrouping grouping);
    PipelineGrouping grouping() const { return m_grouping; }
    /// What the forecast's columns are: weeks, months or quarters.
    void setPeriod(PipelineGrouping period);
    PipelineGrouping period() const { return m_period; }
    /// What cards show, and how close they and the lines of the list stand.
    void setCardStyle(const CardStyle &style);
    /// Shows what is to be put right in the view's place, or the view again.
    void setReviewing(bool reviewing);
    bool isReviewing() const { return m_isReviewing; }
    ReviewModel *review() const { return m_review; }
    ReviewList *reviewList() const { return m_reviewList; }
    /// Asks for a file and writes what is shown: "csv" or "pdf".
    void exportAs(const QString &format);
    /// Writes it; false, and the person is told, where that fails.
    bool writeFile(const QString &path, const QString &format);
    /// One pipeline by id; blank for all.
    void setPipeline(const QString &pipelineId);
    QString pipeline() const;

    QString searchText() const;
    void setSearchText(const QString &text);
    /// The current opportunity, or blank.
    QString currentId() const;
    QString currentLeadId() const;
    QStringList selectedIds() const;
    /// Makes an opportunity current and visible, in its own pipeline. False where filters hide it or it is
    /// not there.
    bool select(const QString &id);
    /// The opportunity \a step cards from the current one, which becomes current; blank at the ends.
    QString moveBy(int step);
    /// Asks for owner, value, confidence and close of some opportunities, to change them together.
    void editValues(const QStringList &ids);
    /// Asks for some fields of them.
    void askForValues(const QStringList &ids, const QString &title, const QStringList &keys);
    /// "33 active of 186 opportunities, 1 selected".
    QString countText() const;

Q_SIGNALS:
    void currentChanged();
    void openRequested(const QString &opportunityId, const QString &leadId);
    void countTextChanged();
    /// A task is to be written for a lead.
    void taskRequested(const QString &leadId);
    void rowMenuRequested(const QStringList &ids, const QPoint &position);
    /// An opportunity was changed where it is shown.
    void saved(Leadline::RecordKind kind, const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpHeader();
    void setUpViews();
    void setUpMoves();
    void setUpInline();
    void setUpReview();
    void updateReviewButton();
    void fix(const QString &id, ReviewModel::Reason reason);
    void updateTitle();
    void choosePipeline();
    void showOptions();
    void applyLayout(const QString &pipelineId);
    void restore();
    void restoreFilters();
    void storeFilters();
    QString noteText() const;
    void updateState();
    void updateStages();
    void open(const QString &id);
    void showStatusMenu(const QStringList &ids, const QPoint &position);
    QString leadIdOf(const QString &id) const;
    QString settingsKey(const QString &name) const;
    QString filtersKey() const;

    Session &m_session;
    StatusPalette &m_tones;
    QSettings &m_settings;
    RecordTableModel *m_source;
    PipelineModel *m_model;
    StageClock *m_stages;
    FormContext m_context;
    CardMover *m_mover;
    PageHeader *m_header;
    SegmentedControl *m_views;
    TitleButton *m_title;
    ReviewModel *m_review;
    ReviewList *m_reviewList;
    Button *m_reviewButton;
    Button *m_options;
    Announcer *m_announcer;
    PipelineBoard *m_board;
    PipelineStrip *m_strip;
    TotalsCheck *m_check;
    PipelineList *m_list;
    EmptyState *m_empty;
    SkeletonRows *m_skeleton;
    QStackedLayout *m_stack;
    FilterBar *m_filters;
    View m_view = View::Board;
    bool m_isReviewing = false;
    PipelineGrouping m_grouping = PipelineGrouping::Status;
    PipelineGrouping m_period = PipelineGrouping::CloseMonth;
    QTimer m_clock; ///< a day that ends makes deals overdue
};

} // namespace Leadline
