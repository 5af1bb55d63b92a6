// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tour.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr std::chrono::seconds stopPatience{60};
constexpr std::chrono::milliseconds settling{100};

/// The widget as it is seen; a dialog on the window it belongs to.
QPixmap pictureOf(QWidget *widget)
{
    QWidget *parent = widget->isWindow() ? widget->parentWidget() : nullptr;
    if (!parent)
        return widget->grab();
    QPixmap picture = parent->window()->grab();
    QPainter painter(&picture);
    painter.drawPixmap(parent->window()->mapFromGlobal(widget->mapToGlobal(QPoint())), widget->grab());
    return picture;
}

} // namespace

Tour::Tour(const QString &folder, QList<Stop> stops, std::function<void(bool dark)> setDark, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_stops(std::move(stops))
    , m_setDark(std::move(setDark))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_failures.append(tr("%1: the page did not appear").arg(pictureName()));
        leave();
    });
}

void Tour::start()
{
    // A text cursor that is on in one picture and off in the next would make every tour different.
    QApplication::setCursorFlashTime(0);
    if (!m_folder.mkpath(u"."_s)) {
        m_failures.append(tr("%1: the folder could not be made").arg(m_folder.path()));
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT finished(m_failures); }, Qt::QueuedConnection);
        return;
    }
    m_setDark(false);
    QMetaObject::invokeMethod(this, &Tour::next, Qt::QueuedConnection);
}

void Tour::next()
{
    if (++m_index == m_stops.size()) {
        if (m_dark) {
            Q_EMIT finished(m_failures);
            return;
        }
        m_dark = true;
        m_index = 0;
        m_setDark(true);
    }
    visit();
}

void Tour::visit()
{
    m_patience.start(stopPatience);
    m_stops.at(m_index).open([self = QPointer<Tour>(this), visit = ++m_visit](QWidget *widget) {
        if (!self || self->m_visit != visit)
            return;
        // Later, so that layouts and palettes that were asked for have been carried out: one pass of the event
        // loop a level of nesting.
        QTimer::singleShot(settling, self, [self, visit, widget = QPointer<QWidget>(widget)] {
            if (self->m_visit == visit)
                self->picture(widget);
        });
    });
}

void Tour::picture(QWidget *widget)
{
    if (!widget)
        m_failures.append(tr("%1: there was nothing to picture").arg(pictureName()));
    else if (!pictureOf(widget).save(m_folder.filePath(pictureName()), "PNG"))
        m_failures.append(tr("%1: the picture could not be written").arg(pictureName()));
    leave();
}

void Tour::leave()
{
    ++m_visit;
    m_patience.stop();
    if (const auto &undo = m_stops.at(m_index).leave)
        undo();
    QMetaObject::invokeMethod(this, &Tour::next, Qt::QueuedConnection);
}

QString Tour::pictureName() const
{
    return m_stops.at(m_index).name + (m_dark ? "-dark.png"_L1 : "-light.png"_L1);
}

} // namespace Leadline
