// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "windowplan.h"

#include <QDateTime>

namespace Leadline {

/// How far the sync has come: what a start goes on from. Moments called "here" are this machine's clock, the
/// others Close's.
struct SyncMarks
{
    /// Of a whole pass that is under way, by the name of each walk; empty when none is.
    QMap<QString, WindowPlan> plans{};
    /// The pass has to find out what is gone, too.
    bool isSweep = false;
    /// Up to here, in Close's time, everything has been followed; of a pass under way, when it began. 0: never.
    qint64 followed = 0;
    QDateTime followedHere{}; ///< when that was found out
    QDateTime countedHere{};  ///< when the tables were last counted against Close
    bool hasDoubt = false;    ///< the local copy has lost something; not part of the JSON

    bool isPassing() const;
    QByteArray toJson() const;
    static SyncMarks fromJson(const QByteArray &json);
};

} // namespace Leadline
