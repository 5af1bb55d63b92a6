// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPersistentModelIndex>
#include <QTimer>

#include <vector>

namespace Leadline {

/// Rows that somebody else has just changed: marked for a moment, then fading. They stay with their records
/// when the table is sorted anew. Without a fade under way it costs nothing.
class RowFades : public QObject
{
    Q_OBJECT

public:
    static constexpr int Milliseconds = 1600;

    explicit RowFades(QObject *parent = nullptr);

    /// \a isStill: the mark does not fade, it only goes (for people who want nothing to move).
    void begin(const QModelIndex &row, bool isStill);
    bool isEmpty() const { return m_fades.empty(); }
    /// From 1 to 0, which is no mark.
    qreal strength(int row) const;

Q_SIGNALS:
    /// Another picture of that row is due.
    void stepped(int row);

private:
    struct Fade
    {
        QPersistentModelIndex row;
        qint64 since = 0; ///< by m_clock
        bool isStill = false;
    };

    void step();

    std::vector<Fade> m_fades;
    QElapsedTimer m_clock;
    QTimer m_steps;
};

} // namespace Leadline
