// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace Leadline {

/// Milliseconds \a work takes, to the microsecond.
double milliseconds(const std::function<void()> &work);
double median(std::vector<double> values);

/// What was measured: milliseconds on the clock, and of all processors' time, which other programs on a busy
/// machine do not add to.
struct Times
{
    std::vector<double> wall{};
    std::vector<double> processor{};

    void measure(const std::function<void()> &work);
};

/// What the other side took: milliseconds, or nothing when it was stopped at the cap.
struct Rival
{
    std::optional<double> ms;
    double capMs = 0;
};

/// Runs \a work in a process of its own, a fork of this one, so that it can be stopped: \a work gets ready,
/// calls the function it is given, does what is measured and returns its milliseconds. No threads live there.
Rival measureRival(const std::function<double(const std::function<void()> &begin)> &work, double capMs);

/// One figure: a line of JSON.
struct Figure
{
    QString name;
    int rows = 0;
    Times times{};                  ///< milliseconds, or what \a unit says
    std::optional<double> target{}; ///< at most
    std::optional<Rival> rival{};
    QString unit = QStringLiteral("ms");
};

void print(const Figure &figure);

} // namespace Leadline
