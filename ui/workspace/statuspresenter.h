// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Leadline {

class MainWindow;
class Session;

/// Says how the session is: sync state and budget in toolbar and status strip, counts in the sidebar, trouble
/// in the message bar with the way out.
class StatusPresenter : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    StatusPresenter(Session &session, MainWindow &window, std::function<QDateTime()> clock,
                    QObject *parent = nullptr);

private:
    void updateState();
    void updateSyncText();
    void updateSyncAction();
    void updateCounts();
    void updateBudget(int percent);
    void showTrouble();

    Session &m_session;
    MainWindow &m_window;
    std::function<QDateTime()> m_now;
    QTimer m_clock;
};

} // namespace Leadline
