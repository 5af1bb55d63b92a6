// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "codec.h"

namespace Leadline {

/// Amounts or counts by what Close calls value_period.
struct PeriodSums
{
    qint64 oneTime = 0;
    qint64 monthly = 0;
    qint64 annual = 0;

    friend bool operator==(const PeriodSums &, const PeriodSums &) = default;
};

/// The totals that stand beside a list of opportunities: over all matches, not only the page
/// (developer.close.com/resources/opportunities). All amounts are minor units.
struct OpportunityTotals
{
    qint64 count = 0;         ///< total_results
    PeriodSums countByPeriod; ///< count_by_value_period, which leaves out periods without any
    PeriodSums value;
    PeriodSums expected;           ///< weighted by confidence
    qint64 annualizedValue = 0;    ///< one-time + annual + 12 x monthly
    qint64 annualizedExpected = 0; ///< the same, weighted

    friend bool operator==(const OpportunityTotals &, const OpportunityTotals &) = default;
};

/// One group of a list asked for with _group_by. What it was not grouped by stays 0 or blank.
struct OpportunityGroup
{
    QString key; ///< Close's own, opaque
    QString userId;
    QString userName;
    int year = 0; ///< for weeks the ISO week's year
    int quarter = 0;
    int month = 0;
    int week = 0;
    OpportunityTotals totals;
    QList<Opportunity> opportunities; ///< those of this page
};

/// A page of a list: its records, or its groups where it was asked for with _group_by. Paging counts
/// opportunities, so that a group can go on on the next page.
struct OpportunityPage : Page<Opportunity>
{
    OpportunityTotals totals;
    QList<OpportunityGroup> groups;
};

/// How many opportunities a page brought, those in groups included.
qsizetype recordCount(const OpportunityPage &page);

/// The totals in an answer of /opportunity/; Malformed where there are none. Callable on any thread.
Result<OpportunityTotals> decodeOpportunityTotals(const QByteArray &body);
/// An answer of /opportunity/. Callable on any thread.
Result<OpportunityPage> decodeOpportunityPage(const QByteArray &body);
/// Adds a further page's groups to \a groups: one with a known key goes on in the known group.
void appendGroups(QList<OpportunityGroup> *groups, const QList<OpportunityGroup> &more);

} // namespace Leadline
