// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "contextmenukey.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QWidget>

namespace Leadline {

ContextMenuKey::ContextMenuKey(QObject *parent)
    : QObject(parent)
{
#ifndef Q_OS_WIN
    qApp->installEventFilter(this);
#endif
}

bool ContextMenuKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F10 || key->modifiers() != Qt::ShiftModifier)
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    const QPoint position = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, position, widget->mapToGlobal(position));
    QApplication::sendEvent(widget, &menu);
    return true;
}

} // namespace Leadline
