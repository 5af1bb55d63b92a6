// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What the pipeline's page does beside showing: values asked for, the review, files.
#include "button.h"
#include "cardmover.h"
#include "filesaving.h"
#include "messagebar.h"
#include "pipelineboard.h"
#include "pipelineinline.h"
#include "pipelinelist.h"
#include "pipelinepage.h"
#include "pipelinepdf.h"
#include "pipelinereport.h"
#include "reviewlist.h"
#include "titlebutton.h"
#include "valuesdialog.h"

#include <QHeaderView>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Leadline {

void PipelinePage::editValues(const QStringList &ids)
{
    askForValues(ids, ids.size() == 1 ? tr("Change Opportunity") : tr("Change %1").arg(m_model->countText(int(ids.size()))),
                 {u"user_id"_s, u"value"_s, u"confidence"_s, u"date_won"_s});
}

void PipelinePage::askForValues(const QStringList &ids, const QString &title, const QStringList &keys)
{
    if (ids.isEmpty() || m_session.isReadOnly())
        return;
    auto *dialog = new ValuesDialog(m_context, title, keys, ids, window());
    connect(dialog, &ValuesDialog::chosen, m_mover, &CardMover::change);
}

void PipelinePage::setUpInline()
{
    m_board->setEditable(!m_session.isReadOnly());
    auto *onBoard = new PipelineInline(
        m_context, m_model, m_mover, m_board,
        {[this] { return m_board->cardStyle().editableKeys(); },
         [this](const QString &id, const QString &key) { return m_board->valueRect(id, key); },
         [this](const QString &id) { return m_board->sightOf(id); }},
        this);
    connect(m_board, &PipelineBoard::editRequested, onBoard, &PipelineInline::begin);
    connect(m_board, &PipelineBoard::placesChanged, onBoard, &PipelineInline::place);
    auto *inList = new PipelineInline(
        m_context, m_model, m_mover, m_list,
        {[this] { return m_list->editableKeys(); },
         [this](const QString &id, const QString &key) { return m_list->valueRect(id, key); },
         {}},
        this);
    connect(m_list, &PipelineList::editRequested, inList, &PipelineInline::begin);
    connect(m_list, &QTreeView::collapsed, inList, &PipelineInline::place);
    connect(m_list, &QTreeView::expanded, inList, &PipelineInline::place);
    connect(m_list, &PipelineList::columnsChanged, inList, &PipelineInline::place);
    connect(m_list->header(), &QHeaderView::sectionResized, inList, &PipelineInline::place);
    for (const PipelineInline *each : {onBoard, inList})
        connect(each, &PipelineInline::saved, this, &PipelinePage::saved);
}

void PipelinePage::setUpReview()
{
    m_reviewButton->setCheckable(true);
    m_reviewButton->setToolTip(tr("Overdue and stalled deals, and what is missing"));
    connect(m_reviewButton, &QAbstractButton::clicked, this, &PipelinePage::setReviewing);
    connect(m_review, &ReviewModel::countChanged, this, &PipelinePage::updateReviewButton);
    connect(m_reviewList, &ReviewList::fixRequested, this, &PipelinePage::fix);
    connect(m_reviewList, &ReviewList::leaveRequested, this, [this] { setReviewing(false); });
    connect(m_reviewList, &ReviewList::currentIdChanged, this, &PipelinePage::currentChanged);
    updateReviewButton();
}

void PipelinePage::updateReviewButton()
{
    const int count = m_review->opportunityCount();
    m_reviewButton->setText(
        count == 0 ? tr("Review") : tr("Review %1").arg(m_source->formatter().locale().toString(count)));
    m_reviewButton->setEnabled(count > 0 || m_isReviewing);
    m_reviewButton->updateGeometry();
    if (count == 0 && m_isReviewing)
        setReviewing(false);
}

void PipelinePage::setReviewing(bool reviewing)
{
    const QString leaving = m_isReviewing ? m_reviewList->currentId() : QString();
    if (reviewing && !m_isReviewing) {
        const int row = qMax(0, m_review->rowOf(currentId()));
        m_reviewList->setCurrentIndex(m_review->index(row, 0));
    }
    const bool changed = m_isReviewing != reviewing;
    m_isReviewing = reviewing;
    m_reviewButton->setChecked(reviewing);
    updateState();
    if (!changed)
        return;
    setFocusProxy(reviewing ? static_cast<QWidget *>(m_reviewList)
                  : m_view == View::List ? static_cast<QWidget *>(m_list)
                                         : m_board);
    if (!leaving.isEmpty())
        select(leaving);
    setFocus();
}

/// To where it is mended: a value is asked for here, a task is written on the lead's page.
void PipelinePage::fix(const QString &id, ReviewModel::Reason reason)
{
    switch (reason) {
    case ReviewModel::Reason::Overdue:
        askForValues({id}, tr("When will it close?"), {u"date_won"_s});
        return;
    case ReviewModel::Reason::NoValue:
    case ReviewModel::Reason::NoConfidence:
        askForValues({id}, tr("What is it worth?"), {u"value"_s, u"confidence"_s});
        return;
    case ReviewModel::Reason::NoNextTask:
        Q_EMIT taskRequested(leadIdOf(id));
        return;
    case ReviewModel::Reason::Stalled:
        open(id);
        return;
    }
}

void PipelinePage::exportAs(const QString &format)
{
    const bool isPdf = format == "pdf"_L1;
    askWhereToSave({.title = isPdf ? tr("Export as PDF") : tr("Export as CSV"),
                    .name = m_title->text(),
                    .suffix = format,
                    .filter = isPdf ? tr("PDF (*.pdf)") : tr("CSV (*.csv)")},
                   this, [this, format](const QString &path) { writeFile(path, format); });
}

bool PipelinePage::writeFile(const QString &path, const QString &format)
{
    QSaveFile file(path);
    bool done = file.open(QIODevice::WriteOnly);
    if (done && format == "pdf"_L1)
        done = writePipelinePdf(*m_model, m_title->text(), &file);
    else if (done)
        done = file.write(pipelineCsv(*m_model)) >= 0;
    done = done && file.commit();
    if (m_context.messages)
        tellSaved(m_context.messages, path, done ? QString() : file.errorString());
    return done;
}

} // namespace Leadline
