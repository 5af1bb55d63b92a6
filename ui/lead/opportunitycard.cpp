// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "opportunitycard.h"

#include "confidencebar.h"
#include "fonts.h"
#include "plaintext.h"
#include "style.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {
constexpr int PaddingX = 13; ///< 12 and the border
constexpr int PaddingY = 11; ///< 10 and the border
constexpr int LinePitch = 20;
} // namespace

OpportunityCard::OpportunityCard(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void OpportunityCard::setLines(const OpportunityLines &lines)
{
    const bool changesHeight = (m_lines.confidence < 0) != (lines.confidence < 0);
    m_lines = lines;
    QStringList parts{lines.value, lines.detail, lines.date};
    parts.removeAll(QString());
    setAccessibleName(parts.join(u", "_s));
    setAccessibleDescription(lines.note);
    if (changesHeight)
        updateGeometry();
    update();
}

void OpportunityCard::setHighlighted(bool highlighted)
{
    m_isHighlighted = highlighted;
    update();
}

QSize OpportunityCard::sizeHint() const
{
    return {240, 2 * PaddingY + 2 * LinePitch + (m_lines.confidence < 0 ? 0 : 12)};
}

/// In two lines, near the texts they stand for: value and close, then status, confidence and owner.
QList<OpportunityCard::Part> OpportunityCard::parts() const
{
    constexpr int Inset = 4;
    constexpr int RoomHeight = 32;
    constexpr int WidestHalf = 200;
    constexpr int WidestLine = 440;
    const int room = width() - 2 * Inset;
    const int half = qMin((room - Inset) / 2, WidestHalf);
    const int line = qMin(room, WidestLine);
    const int third = (line - 2 * Inset) / 3;
    // A status is longer than a percentage.
    const int status = third + third / 5;
    const int percent = third - third / 5;
    const int lower = height() - Inset - RoomHeight;
    const auto part = [&](const QString &key, int x, int y, int wide) {
        return Part{key, QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, wide, RoomHeight))};
    };
    return {part(u"value"_s, Inset, Inset, half), part(u"date_won"_s, width() - Inset - half, Inset, half),
            part(u"status_id"_s, Inset, lower, status),
            part(u"confidence"_s, 2 * Inset + status, lower, percent),
            part(u"user_id"_s, 3 * Inset + status + percent, lower, third)};
}

bool OpportunityCard::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QStringList parts{m_lines.value, m_lines.date, m_lines.detail, m_lines.note};
        parts.removeAll(QString());
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(parts.join(u'\n')),
                           this);
        return true;
    }
    return QAbstractButton::event(event);
}

void OpportunityCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Tokens t = Tokens::of(palette());
    paintBox(&painter, rect(), 8, underMouse() || isDown() ? t.hover : t.surface,
             m_isHighlighted ? t.accent : t.line);

    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect inside = rect().adjusted(PaddingX, PaddingY, -PaddingX, -PaddingY);
    const QRect first(inside.left(), inside.top(), inside.width(), LinePitch);
    const QFont body = sized(font(), FontSize::Body);
    painter.setFont(body);
    const QString date = painter.fontMetrics().elidedText(m_lines.date, Qt::ElideRight, first.width() / 2);
    const int dateWidth = date.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(date) + 12;
    painter.setPen(m_lines.dateTone == Tone::Grey ? t.text2 : t.tone(m_lines.dateTone));
    drawPlainLine(&painter, first, date, !mirrored);

    painter.setFont(sized(font(), FontSize::Body, QFont::DemiBold));
    painter.setPen(t.text);
    const QRect room = mirrored ? first.adjusted(dateWidth, 0, 0, 0) : first.adjusted(0, 0, -dateWidth, 0);
    drawPlainLine(&painter, room,
                  painter.fontMetrics().elidedText(m_lines.value, Qt::ElideMiddle, room.width()), mirrored);

    painter.setFont(body);
    painter.setPen(t.text2);
    const QRect second = first.translated(0, LinePitch);
    drawPlainLine(&painter, second,
                  painter.fontMetrics().elidedText(m_lines.detail, Qt::ElideRight, second.width()), mirrored);
    if (m_lines.confidence >= 0)
        paintConfidence(&painter, QRectF(inside.left(), second.bottom() + 1 + 8, inside.width(), 4),
                        m_lines.confidence, palette());
    if (hasFocus())
        paintFocusRing(&painter, rect(), 8, t.accent);
}

void OpportunityCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace Leadline
