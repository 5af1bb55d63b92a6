// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

namespace Leadline {

/// Grey bars in place of rows during a first load. They come after 150 ms only, so that a quick answer
/// does not flicker, and stand still.
class SkeletonRows : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Delay = 150; ///< milliseconds

    explicit SkeletonRows(QWidget *parent = nullptr);

    void start();
    void stop();
    bool isWaiting() const { return m_timer.isActive(); }
    /// Whether the time has come: the page of a stack is visible before that, and blank.
    bool areRowsShown() const { return m_isDue; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_timer;
    bool m_isDue = false;
};

} // namespace Leadline
