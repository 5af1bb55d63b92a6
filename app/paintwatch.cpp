// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "paintwatch.h"

#include "startmark.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QTimer>

namespace Leadline {

PaintWatch::PaintWatch(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return false;
    const auto *view = qobject_cast<QAbstractItemView *>(watched->parent());
    if (!view || view->viewport() != watched || !view->model() || view->model()->rowCount() == 0 ||
        view->model()->columnCount() < 2)
        return false;
    qApp->removeEventFilter(this);
    // The rows are painted, and the window's contents handed over, when this event is done.
    QTimer::singleShot(0, this, [this] {
        markStart("first rows painted");
        Q_EMIT firstRowsPainted();
    });
    return false;
}

} // namespace Leadline
