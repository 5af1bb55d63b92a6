// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "statusbutton.h"

#include "pill.h"
#include "style.h"

#include <QKeyEvent>
#include <QPainter>

namespace Leadline {

StatusButton::StatusButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setChangeable(true);
    connect(this, &QAbstractButton::clicked, this, &StatusButton::request);
}

void StatusButton::setStatus(const QString &label, Tone tone)
{
    m_tone = tone;
    if (label != text()) {
        setText(label);
        setShortcut({}); // an "&" in a status is no key of ours
        updateGeometry();
    }
    setAccessibleName(tr("Status: %1").arg(label));
    update();
}

void StatusButton::setChangeable(bool changeable)
{
    m_isChangeable = changeable;
    setFocusPolicy(changeable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(changeable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(changeable ? tr("Change the status") : QString());
}

void StatusButton::request()
{
    if (m_isChangeable)
        Q_EMIT menuRequested(mapToGlobal(QPoint(0, height() + 2)));
}

QSize StatusButton::sizeHint() const
{
    return pillSize(font(), text());
}

QSize StatusButton::minimumSizeHint() const
{
    return {48, sizeHint().height()};
}

void StatusButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Tokens t = Tokens::of(palette());
    paintPill(&painter, rect(), text(), m_tone, t, font());
    if (m_isChangeable && (isDown() || underMouse()))
        paintBox(&painter, rect(), 9.5, QColor(), t.tone(m_tone));
    if (hasFocus())
        paintFocusRing(&painter, rect(), 10, t.accent);
}

void StatusButton::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier));
    if (opens)
        request();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace Leadline
