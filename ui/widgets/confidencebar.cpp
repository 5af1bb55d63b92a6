// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "confidencebar.h"

#include "style.h"
#include "tokens.h"

#include <QPainter>

namespace Leadline {

void paintConfidence(QPainter *painter, const QRectF &rect, int percent, const QPalette &palette)
{
    const Tokens t = Tokens::of(palette);
    const QRectF track(rect.left(), rect.center().y() - 2, rect.width(), 4);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.greySoft);
    painter->drawRoundedRect(track, 2, 2);
    // Cut to whole pixels, which is cheap; cutting to a path is not.
    QRect part = track.toAlignedRect();
    const int right = part.right();
    part.setWidth(qRound(track.width() * qBound(0, percent, 100) / 100.0));
    if (painter->layoutDirection() == Qt::RightToLeft)
        part.moveRight(right);
    painter->setClipRect(part, Qt::IntersectClip);
    painter->setBrush(t.accent);
    painter->drawRoundedRect(track, 2, 2);
    painter->restore();
    if (t.highContrast)
        paintBox(painter, track, 2, QColor(), t.line);
}

ConfidenceBar::ConfidenceBar(QWidget *parent)
    : QProgressBar(parent)
{
    setRange(0, 100);
    setTextVisible(false);
    setAccessibleName(tr("Confidence"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ConfidenceBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintConfidence(&painter, rect(), value(), palette());
}

} // namespace Leadline
