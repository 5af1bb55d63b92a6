// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "chip.h"

#include "fonts.h"
#include "plaintext.h"
#include "style.h"
#include "tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

namespace Leadline {

namespace {
constexpr int ChipHeight = 24;
constexpr int ChipPadding = 10;
constexpr int CrossWidth = 11;
} // namespace

Chip::Chip(const QString &text, bool removable, QWidget *parent)
    : QAbstractButton(parent)
    , m_removable(removable)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (removable)
        setAccessibleDescription(tr("Press Delete to remove"));
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_menu)
            m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    });
}

void Chip::setMenu(QMenu *menu)
{
    m_menu = menu;
}

QSize Chip::sizeHint() const
{
    const int text_ = QFontMetrics(sized(font(), FontSize::Small)).horizontalAdvance(text());
    return {text_ + 2 * ChipPadding + (m_removable ? CrossWidth : 0) + 1, ChipHeight};
}

QSize Chip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 48), ChipHeight};
}

QRect Chip::crossRect() const
{
    if (!m_removable)
        return {};
    return QStyle::visualRect(layoutDirection(), rect(),
                              QRect(width() - ChipPadding - 12, 0, ChipPadding + 12, height()));
}

bool Chip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (sizeHint().width() > width())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    if (event->type() == QEvent::HoverLeave)
        m_crossHovered = false;
    return QAbstractButton::event(event);
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    m_crossPressed = event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint());
    if (!m_crossPressed)
        QAbstractButton::mousePressEvent(event);
}

void Chip::mouseMoveEvent(QMouseEvent *event)
{
    const bool over = crossRect().contains(event->position().toPoint());
    if (over != m_crossHovered) {
        m_crossHovered = over;
        update();
    }
    QAbstractButton::mouseMoveEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_crossPressed) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_crossPressed = false;
    if (crossRect().contains(event->position().toPoint()))
        Q_EMIT removed();
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    const bool over = underMouse() && isEnabled();
    paintBox(&painter, rect(), ChipHeight / 2.0, over && !m_crossHovered ? t.selection : t.greySoft,
             t.highContrast ? t.text : QColor());
    painter.setFont(sized(font(), FontSize::Small));
    painter.setPen(over && !m_crossHovered ? t.text : t.grey);
    const int room = width() - 2 * ChipPadding - (m_removable ? CrossWidth : 0);
    const QRect at = QStyle::visualRect(layoutDirection(), rect(), QRect(ChipPadding, 0, room + 1, height()));
    drawPlainLine(&painter, at, painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, room + 1),
                  layoutDirection() == Qt::RightToLeft);
    if (m_removable) {
        const QRect cross =
            QStyle::visualRect(layoutDirection(), rect(), QRect(width() - ChipPadding - 8, 0, 8, height()));
        const QPointF c = QRectF(cross).center() + QPointF(0.5, 0.5);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(m_crossHovered ? t.text : t.grey, m_crossHovered ? 1.6 : 1.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(c - QPointF(2.3, 2.3), c + QPointF(2.3, 2.3));
        painter.drawLine(c + QPointF(-2.3, 2.3), c + QPointF(2.3, -2.3));
    }
    if (hasFocus())
        paintFocusRing(&painter, rect(), ChipHeight / 2.0, t.accent);
}

} // namespace Leadline
