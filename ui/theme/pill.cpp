// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pill.h"

#include "fonts.h"

#include <QFontMetrics>
#include <QPainter>

namespace Leadline {

namespace {
constexpr int PillHeight = 20;
constexpr int Before = 20; ///< 8 padding, 6 dot, 6 gap
constexpr int After = 9;

QFont pillFont(const QFont &bodyFont)
{
    return sized(bodyFont, FontSize::Small, QFont::Medium);
}
} // namespace

QSize pillSize(const QFont &bodyFont, const QString &text)
{
    return {Before + QFontMetrics(pillFont(bodyFont)).horizontalAdvance(text) + After, PillHeight};
}

void paintPill(QPainter *painter, const QRectF &rect, const QString &text, Tone tone, const Tokens &tokens,
               const QFont &bodyFont)
{
    if (text.isEmpty() || rect.width() < Before + After)
        return;
    const QFont font = pillFont(bodyFont);
    const QFontMetrics metrics(font);
    const qreal available = rect.width() - Before - After;
    QString word = text;
    qreal width = metrics.horizontalAdvance(word);
    if (width > available) {
        word = metrics.elidedText(text, Qt::ElideMiddle, int(available));
        width = metrics.horizontalAdvance(word);
    }
    const bool mirrored = painter->layoutDirection() == Qt::RightToLeft;
    const qreal full = Before + width + After;
    const QRectF pill(mirrored ? rect.right() - full : rect.left(),
                      rect.top() + (rect.height() - PillHeight) / 2.0, full, PillHeight);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (tokens.highContrast) {
        painter->setPen(QPen(tokens.text, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), PillHeight / 2.0, PillHeight / 2.0);
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.toneSoft(tone));
        painter->drawRoundedRect(pill, PillHeight / 2.0, PillHeight / 2.0);
    }
    const QColor color = tokens.tone(tone);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const qreal dotX = mirrored ? pill.right() - 14 : pill.left() + 9;
    painter->drawEllipse(QRectF(dotX, pill.center().y() - 3, 6, 6));
    painter->setPen(color);
    painter->setFont(font);
    const QRectF textRect =
        mirrored ? pill.adjusted(After, 0, -Before, 0) : pill.adjusted(Before + 1, 0, 0, 0);
    painter->drawText(
        textRect, Qt::AlignVCenter | Qt::TextSingleLine | (mirrored ? Qt::AlignRight : Qt::AlignLeft), word);
    painter->restore();
}

PillLabel::PillLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void PillLabel::setPill(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize PillLabel::sizeHint() const
{
    return pillSize(font(), m_text);
}

QSize PillLabel::minimumSizeHint() const
{
    return {Before + After + 16, PillHeight};
}

void PillLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintPill(&painter, rect(), m_text, m_tone, Tokens::of(palette()), font());
}

} // namespace Leadline
