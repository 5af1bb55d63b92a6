// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace Leadline {

/// The corners of fields and buttons.
constexpr int ControlRadius = 6;

/// Fusion with the look's own lines, fields, buttons, headers, menus, scroll bars and focus rings.
/// Colours come from the widget's palette by Tokens::of(), so it needs no telling about a theme change.
/// A field whose dynamic property "invalid" is true is framed in the bad colour.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    /// Widgets ask SH_Widget_Animation_Duration, which is 0 then.
    void setReducedMotion(bool isReduced) { m_isMotionReduced = isReduced; }

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::unpolish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;

    bool m_isMotionReduced = false;
};

/// The two shapes everything is made of: a filled rounded box with a 1-px border, and the 2-px ring
/// of keyboard focus, drawn inside \a rect.
void paintBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &ground,
              const QColor &border);
void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &color);

} // namespace Leadline
