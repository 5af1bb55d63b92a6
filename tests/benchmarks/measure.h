// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

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

/// Runs a program that gets ready, says "ready", and at last the milliseconds that what it measured took. It is stopped
/// when these are more than \a capMs.
Rival measureRival(const QString &program, const QStringList &arguments, double capMs);

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
