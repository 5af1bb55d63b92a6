// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QMap>
#include <QString>

#include <limits>
#include <optional>

namespace Leadline {

/// A stretch of time whose records are still to be read, newest first. Milliseconds since the epoch.
struct SyncWindow
{
    static constexpr qint64 Always = std::numeric_limits<qint64>::min();
    static constexpr qint64 Now = std::numeric_limits<qint64>::max();

    qint64 from = Always; ///< inclusive
    qint64 to = Now;      ///< exclusive; moves down as pages arrive
    std::optional<qint64> left{}; ///< records, as far as that is known
    std::optional<qint64> pace{}; ///< the time that the last page covered
    bool isCounted = false;       ///< left is Close's count, not a guess

    friend bool operator==(const SyncWindow &, const SyncWindow &) = default;
};

/// What of a walk through time is still to be read. Windows are cut in two as long as somebody could read the
/// other half at the same time. As JSON it is the mark by which a walk goes on after a restart.
class WindowPlan
{
public:
    /// All of time.
    static WindowPlan whole();
    /// From a moment on.
    static WindowPlan since(qint64 from);
    static WindowPlan fromJson(const QJsonArray &json);
    QJsonArray toJson() const;

    bool isDone() const { return m_windows.isEmpty(); }
    const QMap<int, SyncWindow> &windows() const { return m_windows; }
    SyncWindow &window(int id) { return m_windows[id]; }
    bool contains(int id) const { return m_windows.contains(id); }
    /// How many records are left, where every window knows.
    std::optional<qint64> left() const;

    void put(int id, const SyncWindow &window) { m_windows.insert(id, window); }
    /// All down to \a to was read.
    void reached(int id, qint64 to);
    void finish(int id) { m_windows.remove(id); }
    /// Cuts the window with the most records in two and says which is the older half; nothing when none has
    /// more than \a least. The halves' counts are guesses until counted() tells the older one's.
    std::optional<int> split(qint64 least);
    /// Close has counted what is left in a window: the half it was cut off holds the rest.
    void counted(int id, qint64 left);

private:
    QMap<int, SyncWindow> m_windows;
    QMap<int, int> m_newerHalf;
    int m_nextId = 1;
};

} // namespace Leadline
