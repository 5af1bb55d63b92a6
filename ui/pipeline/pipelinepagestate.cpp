// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What the pipeline's page says of how far it is: counts, what the sums leave out, and which of its faces is shown.
#include "emptystate.h"
#include "pipelineboard.h"
#include "pipelinelist.h"
#include "pipelinepage.h"
#include "pipelinestrip.h"
#include "reviewlist.h"
#include "skeletonrows.h"
#include "stageclock.h"
#include "totalscheck.h"

#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace Leadline {

QString PipelinePage::countText() const
{
    const QLocale locale = m_source->formatter().locale();
    const QString text = tr("%1 active of %2")
                             .arg(locale.toString(m_model->totals(u"active"_s).count),
                                  m_model->countText(m_model->unfilteredCount()));
    const qsizetype selected = selectedIds().size();
    return selected > 0 ? tr("%1, %2 selected").arg(text, locale.toString(selected)) : text;
}

/// What the sums leave out: other currencies, and opportunities that are still on their way or stopped
/// coming; and where Close reckons otherwise.
QString PipelinePage::noteText() const
{
    const SyncState state = m_session.syncState();
    if (const QString leftOut = m_model->leftOutText(m_model->totals()); !leftOut.isEmpty())
        return leftOut;
    if (state.phase == SyncState::Phase::UpToDate || state.finished.isValid())
        return m_check->difference();
    const QLocale locale = m_source->formatter().locale();
    if (const auto all = m_check->count()) {
        const int loaded = m_model->unfilteredCount();
        return loaded < *all ? tr("%1 of %2 loaded").arg(locale.toString(loaded), m_model->countText(int(*all)))
                             : QString();
    }
    if (!state.expected || state.loaded >= *state.expected)
        return {};
    return tr("%1 of %2 leads loaded").arg(locale.toString(state.loaded), locale.toString(*state.expected));
}

void PipelinePage::updateState()
{
    Q_EMIT countTextChanged();
    const bool loading = m_session.syncState().phase == SyncState::Phase::Loading;
    const bool filtered = !m_source->filterSet().isEmpty();
    const bool empty = m_model->totals().count == 0;
    m_strip->setVisible(!empty);
    m_strip->setNote(noteText());
    if (m_isReviewing && !empty) {
        m_skeleton->stop();
        m_stack->setCurrentWidget(m_reviewList);
        return;
    }
    if (!empty || (!filtered && !loading && m_session.syncState().phase != SyncState::Phase::Stopped &&
                   m_model->groupCount() > 0)) {
        // Without opportunities the columns still say which statuses there are.
        m_skeleton->stop();
        m_stack->setCurrentIndex(m_view == View::List ? 1 : 0);
        return;
    }
    if (!filtered && loading) {
        m_skeleton->start();
        m_stack->setCurrentWidget(m_skeleton);
        return;
    }
    m_skeleton->stop();
    if (filtered)
        m_empty->setContent(tr("No opportunities match."), tr("Clear the search and the filters to see all."),
                            tr("Clear"));
    else
        m_empty->setContent(tr("Nothing loaded yet."), tr("The message above says why and what to do."));
    m_stack->setCurrentWidget(m_empty);
}

/// Before Close was asked, a table without any change is one that could not be read, as far as can be told.
void PipelinePage::updateStages()
{
    const SyncState state = m_session.syncState();
    const RecordTable *changes = m_session.statusChanges();
    const bool isKnown = state.hasStatusChanges.value_or(changes->count() > 0);
    m_stages->setWhole(state.finished.isValid() && changes->isWhole() && isKnown);
}

} // namespace Leadline
