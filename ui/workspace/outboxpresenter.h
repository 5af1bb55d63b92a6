// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "outbox.h"

#include <QObject>
#include <QTimer>

namespace Leadline {

class MainWindow;
class Session;

/// Says what waits to be sent, in the status strip and the message bar, and asks before it is thrown away.
class OutboxPresenter : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    OutboxPresenter(Session &session, MainWindow &window, QObject *parent = nullptr);

    /// Takes an entry out, after a question.
    void askToDrop(const QString &entryId);
    /// False, and a question is asked, where what waits would end with the window.
    bool mayClose();

Q_SIGNALS:
    void showRequested(const QString &entryId);
    void editRequested(const QString &entryId);
    void undoRequested();

private:
    void tellQueued(const QString &entryId);
    void tellStopped();
    void updateStrip();
    QStringList namesOf(const QStringList &entryIds) const;

    Session &m_session;
    Outbox &m_outbox;
    MainWindow &m_window;
    QTimer m_fade;
    bool m_mayLose = false; ///< the person has been asked
};

} // namespace Leadline
