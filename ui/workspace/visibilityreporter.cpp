// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "visibilityreporter.h"

#include "session.h"

#include <QEvent>
#include <QGuiApplication>
#include <QWidget>

namespace Leadline {

VisibilityReporter::VisibilityReporter(Session &session, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
{
    m_window.installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &VisibilityReporter::report);
    report();
}

bool VisibilityReporter::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == &m_window &&
        (type == QEvent::Show || type == QEvent::Hide || type == QEvent::WindowStateChange))
        report();
    return QObject::eventFilter(watched, event);
}

void VisibilityReporter::report()
{
    const bool isVisible = m_window.isVisible() && !m_window.isMinimized();
    m_session.setVisible(isVisible);
    // Any window of the program: a form is in front of this one.
    m_session.setInFront(isVisible && QGuiApplication::applicationState() == Qt::ApplicationActive);
}

} // namespace Leadline
