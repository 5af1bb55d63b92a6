// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "measure.h"

#include <QApplication>

namespace Leadline {

/// An application that can say how long its events have held its thread. Painting is left out: it has figures
/// of its own.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;
    /// Milliseconds of each event since the last call; only of those that took more than a tenth.
    Times takeHeld() { return std::exchange(m_held, {}); }

private:
    Times m_held; ///< on the clock, and of this thread's own time
    int m_depth = 0;
};

/// How near a first sync comes to a limit of 20 requests a second with 200 ms latency.
void measureSyncRate(int leads);
/// How long an event of a first sync holds the GUI thread of a window that shows the table: a million leads take 21
/// minutes.
void measureHold(TimedApplication &application, int leads);

} // namespace Leadline
