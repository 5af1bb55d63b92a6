// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "totalscheck.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr qint64 AgreementLasts = 600'000; ///< milliseconds, while nothing changes here
constexpr int TellingDifferences = 2;

qint64 sumOf(const PeriodSums &sums, ValuePeriod period)
{
    switch (period) {
    case ValuePeriod::Monthly:
        return sums.monthly;
    case ValuePeriod::Annual:
        return sums.annual;
    case ValuePeriod::OneTime:
        break;
    }
    return sums.oneTime;
}

} // namespace

TotalsCheck::TotalsCheck(Session &session, PipelineModel *model, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
{
    connect(&session, &Session::syncStateChanged, this, &TotalsCheck::look);
    connect(model, &QAbstractItemModel::modelReset, this, &TotalsCheck::look);
}

void TotalsCheck::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    look();
}

bool TotalsCheck::agree(const PipelineTotals &here, const OpportunityTotals &close)
{
    if (qint64(here.count) != close.count)
        return false;
    for (const ValuePeriod period : {ValuePeriod::OneTime, ValuePeriod::Monthly, ValuePeriod::Annual}) {
        if (here.values[size_t(period)] != sumOf(close.value, period) ||
            qAbs(here.expected[size_t(period)] - sumOf(close.expected, period)) > here.counts[size_t(period)])
            return false;
    }
    return true;
}

/// Once before everything is here, for how much there is; then once each time the tables come in step.
bool TotalsCheck::isDue() const
{
    const SyncState state = m_session.syncState();
    if (!m_isWatched || m_isAsking || m_model->statusIds().isEmpty())
        return false;
    if (!state.finished.isValid())
        return !m_hasAsked && state.phase == SyncState::Phase::Loading;
    if (state.phase != SyncState::Phase::UpToDate || state.finished == m_step)
        return false;
    return !m_agreed || m_sinceAgreed.hasExpired(AgreementLasts) || *m_agreed != m_model->wholeTotals();
}

void TotalsCheck::look()
{
    if (m_model->pipeline() != m_pipeline) {
        m_pipeline = m_model->pipeline();
        m_hasAsked = false;
        m_step = {};
        m_close.reset();
        m_agreed.reset();
        m_differences = 0;
    }
    if (!isDue())
        return;
    m_isAsking = m_hasAsked = true;
    m_step = m_session.syncState().finished;
    m_session.loadOpportunityTotals(m_model->statusIds(), this,
                                    [this, pipeline = m_pipeline](const Result<OpportunityTotals> &close) {
                                        m_isAsking = false;
                                        if (close && pipeline == m_pipeline)
                                            take(*close);
                                        look();
                                    });
}

void TotalsCheck::take(const OpportunityTotals &close)
{
    m_close = close;
    m_agreed.reset();
    if (m_step.isValid()) {
        const PipelineTotals here = m_model->wholeTotals();
        if (agree(here, close)) {
            m_agreed = here;
            m_sinceAgreed.start();
        }
        m_differences = m_agreed ? 0 : m_differences + 1;
    }
    Q_EMIT changed();
}

QString TotalsCheck::difference() const
{
    if (m_differences < TellingDifferences || !m_close)
        return {};
    const PipelineTotals here = m_model->wholeTotals();
    if (agree(here, *m_close))
        return {};
    if (m_close->count != qint64(here.count))
        return tr("%1 here, %2 in Close")
            .arg(m_model->countText(int(here.count)), m_model->formatter().locale().toString(m_close->count));
    const auto yearly = [this](qint64 minor) { return m_model->headline(minor, ValuePeriod::Annual); };
    if (m_close->annualizedValue != here.annualizedValue())
        return tr("value %1 here, %2 in Close")
            .arg(yearly(here.annualizedValue()), yearly(m_close->annualizedValue));
    return tr("expected %1 here, %2 in Close")
        .arg(yearly(here.annualizedExpected()), yearly(m_close->annualizedExpected));
}

} // namespace Leadline
