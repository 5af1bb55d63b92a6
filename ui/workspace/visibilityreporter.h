// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace Leadline {

class Session;

/// Tells the session whether somebody can see the window, so that Close is asked more rarely when nobody does, and
/// whether somebody works with it.
class VisibilityReporter : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    VisibilityReporter(Session &session, QWidget &window, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void report();

    Session &m_session;
    QWidget &m_window;
};

} // namespace Leadline
