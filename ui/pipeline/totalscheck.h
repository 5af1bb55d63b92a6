// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pipelinemodel.h"
#include "session.h"

#include <QElapsedTimer>

namespace Leadline {

/// Compares the sums of a pipeline with those that Close reckons itself, whenever the tables have come in
/// step with Close. Filters do not matter to it. A difference is told when a second look finds it too:
/// Close's indexes lag by up to a minute.
class TotalsCheck : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned; both outlive this.
    TotalsCheck(Session &session, PipelineModel *model, QObject *parent = nullptr);

    /// Asks only while somebody looks.
    void setWatched(bool isWatched);
    /// How many opportunities the pipeline has in Close, once it has said so.
    std::optional<qint64> count() const { return m_close ? std::optional(m_close->count) : std::nullopt; }
    /// Whether the last look found no difference.
    bool agrees() const { return m_agreed.has_value(); }
    /// "186 opportunities here, 187 in Close"; blank where both agree.
    QString difference() const;
    /// Whether sums are the same. Close's rounding of expected values is not documented: a cent a row is
    /// none.
    static bool agree(const PipelineTotals &here, const OpportunityTotals &close);

Q_SIGNALS:
    void changed();

private:
    void look();
    bool isDue() const;
    void take(const OpportunityTotals &close);

    Session &m_session;
    PipelineModel *m_model;
    bool m_isWatched = false;
    bool m_isAsking = false;
    bool m_hasAsked = false; ///< about this pipeline
    QString m_pipeline;      ///< that is asked about
    QDateTime m_step;        ///< when the tables were in step as Close was asked; invalid for before that
    std::optional<OpportunityTotals> m_close;
    std::optional<PipelineTotals> m_agreed;
    QElapsedTimer m_sinceAgreed;
    int m_differences = 0; ///< in a row
};

} // namespace Leadline
