// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionSlider;

namespace Leadline {

// The pieces of Style that draw one kind of control each.

/// The ground, border and focus ring of an editable field.
void paintField(QPainter *painter, const QRectF &rect, const QStyleOption *option, const QWidget *widget);
void paintButton(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void paintToolButton(QPainter *painter, const QStyleOption *option);
void paintCheck(QPainter *painter, const QStyleOption *option);
void paintRadio(QPainter *painter, const QStyleOption *option);
/// Header text in 12 px with the sort arrow after it.
void paintHeaderLabel(QPainter *painter, const QStyleOption *option);
void paintMenuItem(QPainter *painter, const QStyleOption *option);
void paintComboLabel(QPainter *painter, const QStyleOption *option, const QWidget *widget,
                     const QStyle *style);
/// Groove and slider of a scroll bar without arrow buttons.
QRect scrollBarPart(const QStyleOptionSlider *bar, QStyle::SubControl part, int minimumSlider);

} // namespace Leadline
