// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QRawFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace Leadline {

/// Draws short numbers with every digit in a cell of one width, so that figures stand in columns.
/// Qt 6.4 cannot switch a font's own tabular figures on, and Inter's standard ones are proportional.
/// Text with a character the font lacks is drawn as usual.
class TabularFigures
{
public:
    TabularFigures() = default;
    explicit TabularFigures(const QFont &font);

    const QFont &font() const { return m_font; }
    qreal width(const QString &text) const;
    /// One line, vertically centred, at the right of \a rect or, \a leftAligned, at its left.
    void draw(QPainter *painter, const QRectF &rect, const QString &text, bool leftAligned = false) const;

private:
    /// False when the font lacks a character.
    bool place(const QString &text, QList<quint32> *glyphs, QList<QPointF> *positions, qreal *width) const;

    QFont m_font;
    QRawFont m_raw;
    qreal m_digit = 0;
};

} // namespace Leadline
