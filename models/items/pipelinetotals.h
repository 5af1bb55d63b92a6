// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "money.h"

#include <array>

namespace Leadline {

/// What some opportunities are worth together, in minor units. The sums are kept per period, so that a
/// monthly amount is never added to a one-time one.
struct PipelineTotals
{
    std::array<quint32, 3> counts{};  ///< with a value, by ValuePeriod
    std::array<qint64, 3> values{};   ///< by ValuePeriod
    std::array<qint64, 3> expected{}; ///< values x confidence, rounded one by one, by ValuePeriod
    quint32 count = 0;                ///< those without a value included
    quint32 otherCurrencies = 0;      ///< of these, those in no sum: their value is in another currency

    friend bool operator==(const PipelineTotals &, const PipelineTotals &) = default;

    /// One opportunity with a value; \a percent is its confidence.
    void add(qint64 minor, int percent, ValuePeriod period);
    void add(const PipelineTotals &other);

    /// Whether values of different periods are among them.
    bool isMixed() const;
    /// The period of all values; OneTime when there are none.
    ValuePeriod period() const;
    /// Over a year: a monthly amount twelve times.
    qint64 annualizedValue() const { return annualizedSum(values); }
    qint64 annualizedExpected() const { return annualizedSum(expected); }
    /// The one sum to show: that of the one period, or, where periods mix, the annualised one.
    qint64 headlineValue() const;
    qint64 headlineExpected() const;
    /// What stands behind the headline: the one period, or Annual where periods mix.
    ValuePeriod headlinePeriod() const { return isMixed() ? ValuePeriod::Annual : period(); }

private:
    static qint64 annualizedSum(const std::array<qint64, 3> &sums);
};

} // namespace Leadline
