// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "linkbutton.h"

#include "fonts.h"
#include "plaintext.h"
#include "style.h"
#include "tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace Leadline {

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void LinkButton::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
    update();
}

QFont LinkButton::textFont() const
{
    return sized(font(), m_small ? FontSize::Small : FontSize::Body);
}

QSize LinkButton::sizeHint() const
{
    return {QFontMetrics(textFont()).horizontalAdvance(text()) + 1, m_small ? 16 : 20};
}

QSize LinkButton::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 24), sizeHint().height()};
}

bool LinkButton::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (sizeHint().width() > width())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    return QAbstractButton::event(event);
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    QFont f = textFont();
    f.setUnderline(underMouse() && isEnabled());
    painter.setFont(f);
    painter.setPen(isEnabled() ? t.accent : t.text3);
    drawPlainLine(&painter, rect(), painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, width()),
                  layoutDirection() == Qt::RightToLeft);
    if (hasFocus())
        paintFocusRing(&painter, rect(), 4, t.accent);
}

} // namespace Leadline
