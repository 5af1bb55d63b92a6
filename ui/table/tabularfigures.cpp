// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tabularfigures.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

#include <algorithm>

namespace Leadline {

using namespace Qt::StringLiterals;

TabularFigures::TabularFigures(const QFont &font)
    : m_font(font)
    , m_raw(QRawFont::fromFont(font))
{
    const auto advances = m_raw.advancesForGlyphIndexes(m_raw.glyphIndexesForString(u"0123456789"_s));
    for (const QPointF &advance : advances)
        m_digit = std::max(m_digit, advance.x());
}

bool TabularFigures::place(const QString &text, QList<quint32> *glyphs, QList<QPointF> *positions,
                           qreal *width) const
{
    *glyphs = m_raw.glyphIndexesForString(text);
    // A missing glyph, or a surrogate pair: then glyphs and characters no longer pair up.
    if (glyphs->size() != text.size() || glyphs->contains(0u))
        return false;
    const auto advances = m_raw.advancesForGlyphIndexes(*glyphs);
    positions->reserve(text.size());
    qreal x = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool digit = text.at(i) >= u'0' && text.at(i) <= u'9';
        positions->append(QPointF(digit ? x + (m_digit - advances.at(i).x()) / 2 : x, 0));
        x += digit ? m_digit : advances.at(i).x();
    }
    *width = x;
    return true;
}

qreal TabularFigures::width(const QString &text) const
{
    QList<quint32> glyphs;
    QList<QPointF> positions;
    qreal width = 0;
    return place(text, &glyphs, &positions, &width) ? width : QFontMetricsF(m_font).horizontalAdvance(text);
}

void TabularFigures::draw(QPainter *painter, const QRectF &rect, const QString &text, bool leftAligned) const
{
    QList<quint32> glyphs;
    QList<QPointF> positions;
    qreal width = 0;
    if (text.isRightToLeft() || !place(text, &glyphs, &positions, &width)) {
        painter->setFont(m_font);
        painter->drawText(rect,
                          Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignAbsolute |
                              (leftAligned ? Qt::AlignLeft : Qt::AlignRight),
                          text);
        return;
    }
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    // The baseline where drawText would put it, so that figures and words of a row stand on one line.
    const QFontMetrics metrics(m_font);
    const qreal baseline = rect.top() + int((rect.height() - metrics.height()) / 2) + metrics.ascent();
    painter->drawGlyphRun(QPointF(leftAligned ? rect.left() : rect.right() - width, baseline), run);
}

} // namespace Leadline
