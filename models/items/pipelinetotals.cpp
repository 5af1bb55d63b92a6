// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinetotals.h"

#include <algorithm>

namespace Leadline {

void PipelineTotals::add(qint64 minor, int percent, ValuePeriod period)
{
    const auto place = size_t(period);
    ++count;
    ++counts[place];
    values[place] = addedMinor(values[place], minor);
    expected[place] = addedMinor(expected[place], expectedValue(minor, percent));
}

void PipelineTotals::add(const PipelineTotals &other)
{
    count += other.count;
    otherCurrencies += other.otherCurrencies;
    for (size_t i = 0; i < counts.size(); ++i) {
        counts[i] += other.counts[i];
        values[i] = addedMinor(values[i], other.values[i]);
        expected[i] = addedMinor(expected[i], other.expected[i]);
    }
}

bool PipelineTotals::isMixed() const
{
    return std::count_if(counts.begin(), counts.end(), [](quint32 n) { return n > 0; }) > 1;
}

ValuePeriod PipelineTotals::period() const
{
    const auto found = std::find_if(counts.begin(), counts.end(), [](quint32 n) { return n > 0; });
    return found == counts.end() ? ValuePeriod::OneTime : ValuePeriod(found - counts.begin());
}

qint64 PipelineTotals::headlineValue() const
{
    return isMixed() ? annualizedValue() : values[size_t(period())];
}

qint64 PipelineTotals::headlineExpected() const
{
    return isMixed() ? annualizedExpected() : expected[size_t(period())];
}

qint64 PipelineTotals::annualizedSum(const std::array<qint64, 3> &sums)
{
    qint64 total = 0;
    for (size_t i = 0; i < sums.size(); ++i)
        total = addedMinor(total, annualized(sums[i], ValuePeriod(i)));
    return total;
}

} // namespace Leadline
