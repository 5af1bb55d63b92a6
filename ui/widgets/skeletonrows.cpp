// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "skeletonrows.h"

#include "style.h"
#include "tokens.h"

#include <QPainter>

namespace Leadline {

SkeletonRows::SkeletonRows(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Loading"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(Delay);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_isDue = true;
        show();
        update();
    });
    hide();
}

void SkeletonRows::start()
{
    if (!m_isDue && !m_timer.isActive())
        m_timer.start();
}

void SkeletonRows::stop()
{
    m_timer.stop();
    m_isDue = false;
    hide();
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    constexpr int RowHeight = 32;
    // Widths in per cent of a column, in a row that repeats late enough to look like names.
    constexpr int Widths[] = {78, 56, 64, 88, 48, 70, 60};
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    painter.fillRect(rect(), t.surface);
    if (!m_isDue)
        return;
    const int columns = qMax(1, width() / 180);
    const int columnWidth = width() / columns;
    for (int row = 0; row * RowHeight < height(); ++row) {
        painter.fillRect(QRect(0, row * RowHeight + RowHeight - 1, width(), 1), t.line);
        for (int column = 0; column < columns; ++column) {
            const int part = Widths[(row * 3 + column * 2) % std::size(Widths)];
            const int w = (columnWidth - 40) * part / 100;
            const QRectF bar(column * columnWidth + 16, row * RowHeight + 11, w, 10);
            paintBox(&painter, bar, 5, t.greySoft, t.highContrast ? t.line : QColor());
        }
    }
}

} // namespace Leadline
