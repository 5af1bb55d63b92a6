// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "style.h"

#include "button.h"
#include "fonts.h"
#include "icons.h"
#include "stylepainting.h"
#include "tokens.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleOption>
#include <QTextEdit>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int FieldHeight = 32;
constexpr int ScrollBarWidth = 12;

bool isInvalid(const QWidget *widget)
{
    return widget && widget->property("invalid").toBool();
}

/// The editor inside of a combo box, spin box or text edit carries no frame of its own.
bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

} // namespace

void paintBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &ground, const QColor &border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(border.isValid() ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
    painter->restore();
}

void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter->restore();
}

void paintField(QPainter *painter, const QRectF &rect, const QStyleOption *option, const QWidget *widget)
{
    const Tokens t = Tokens::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    // What is shown and never edited; a field that is only locked for a moment looks as before.
    const bool isLocked = widget && widget->property("locked").toBool();
    const QColor border = isInvalid(widget) ? t.bad : t.line;
    paintBox(painter, rect, ControlRadius, enabled && !isLocked ? t.field : t.window, border);
    if (enabled && (option->state & QStyle::State_HasFocus))
        paintFocusRing(painter, rect, ControlRadius, isInvalid(widget) ? t.bad : t.accent);
}

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (isTextArea(widget)) {
        // The rounded ground is painted with the frame; a filled viewport would square its corners.
        auto *area = static_cast<QAbstractScrollArea *>(widget);
        if (area->frameShape() != QFrame::NoFrame)
            area->viewport()->setAutoFillBackground(false);
        widget->setAttribute(Qt::WA_Hover);
    }
    if (qobject_cast<QMenu *>(widget) || widget->inherits("QTipLabel"))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    if (qobject_cast<QScrollBar *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::unpolish(QWidget *widget)
{
    if (isTextArea(widget))
        static_cast<QAbstractScrollArea *>(widget)->viewport()->setAutoFillBackground(true);
    QProxyStyle::unpolish(widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return isTextArea(widget) ? 6 : 1;
    case PM_ScrollBarExtent:
        return ScrollBarWidth;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return 4;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_SplitterWidth:
        return 1;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_HeaderMargin:
        return 10;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ScrollBar_ContextMenu:
        return 0;
    case SH_Menu_Scrollable:
        return 1;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    case SH_Widget_Animation_Duration:
        // Not Qt's own answer, which is 0 where no desktop is known.
        return m_isMotionReduced ? 0 : 200;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {size.width() + 28, FieldHeight};
    case CT_LineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            result = QSize(size.width() + 22, qMax(FieldHeight, size.height()));
        return result;
    }
    case CT_ComboBox:
        return {qMax(result.width(), size.width() + 44), FieldHeight};
    case CT_SpinBox:
        return {result.width() + 28, FieldHeight};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        // A check mark beside an icon stands at the end.
        const bool marked =
            item && !item->icon.isNull() && item->checkType != QStyleOptionMenuItem::NotCheckable;
        return {result.width() + (marked ? 48 : 20), 28};
    }
    case CT_HeaderSection:
        return {result.width(), 30};
    default:
        return result;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // QLineEdit itself adds 2 px at either side.
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(9, 1, -9, -1) : option->rect;
    }
    case SE_ItemViewItemFocusRect:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const QRect r = option->rect;
        switch (sub) {
        case SC_ComboBoxFrame:
            return r;
        case SC_ComboBoxArrow:
            return visualRect(option->direction, r, QRect(r.right() - 27, r.top(), 28, r.height()));
        case SC_ComboBoxEditField:
            return visualRect(option->direction, r, r.adjusted(9, 1, -29, -1));
        case SC_ComboBoxListBoxPopup:
            return r.translated(0, 4);
        default:
            break;
        }
    }
    if (control == CC_SpinBox) {
        const QRect r = option->rect;
        const int half = (r.height() - 2) / 2;
        switch (sub) {
        case SC_SpinBoxFrame:
            return r;
        case SC_SpinBoxUp:
            return visualRect(option->direction, r, QRect(r.right() - 24, r.top() + 1, 24, half));
        case SC_SpinBoxDown:
            return visualRect(option->direction, r, QRect(r.right() - 24, r.top() + 1 + half, 24, half));
        case SC_SpinBoxEditField: {
            const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
            const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
            return visualRect(option->direction, r, r.adjusted(9, 1, buttons ? -26 : -9, -1));
        }
        default:
            break;
        }
    }
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar)
            return scrollBarPart(bar, sub, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens t = Tokens::of(option->palette);
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            paintField(painter, option->rect, option, widget);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (isTextArea(widget))
            paintField(painter, option->rect, option, widget);
        else
            paintBox(painter, option->rect, 0, QColor(), t.line);
        return;
    case PE_FrameFocusRect:
        paintFocusRing(painter, option->rect, ControlRadius, t.accent);
        return;
    case PE_PanelButtonCommand:
        paintButton(painter, option, widget);
        return;
    case PE_PanelButtonTool:
        paintToolButton(painter, option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(painter, option);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(painter, option);
        return;
    case PE_PanelMenu:
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, t.surface);
        return;
    case PE_FrameMenu:
        paintBox(painter, option->rect, 0, QColor(), t.line);
        return;
    case PE_PanelTipLabel:
        paintBox(painter, option->rect, 0, t.surface, t.line);
        return;
    case PE_IndicatorArrowDown:
        paintIcon(painter, option->rect, u"chevron-down"_s, t.text2);
        return;
    case PE_IndicatorArrowRight:
        paintIcon(painter, option->rect, u"chevron-right"_s, t.text2);
        return;
    case PE_IndicatorArrowLeft:
        paintIcon(painter, option->rect, u"chevron-left"_s, t.text2);
        return;
    case PE_IndicatorHeaderArrow:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Tokens t = Tokens::of(option->palette);
    switch (element) {
    case CE_HeaderEmptyArea:
    case CE_HeaderSection:
        painter->fillRect(option->rect, t.surface);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            // Not the base's: it leaves room for an arrow that paintHeaderLabel() puts behind the title.
            proxy()->drawControl(CE_HeaderSection, option, painter, widget);
            QStyleOptionHeader label = *header;
            label.rect = option->rect.adjusted(10, 0, -10, 0);
            paintHeaderLabel(painter, &label);
        }
        return;
    case CE_MenuItem:
        paintMenuItem(painter, option);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, t.line);
        return;
    case CE_ComboBoxLabel:
        paintComboLabel(painter, option, widget, this);
        return;
    case CE_PushButtonBevel:
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_ShapedFrame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            QRect r = option->rect;
            if (frame->frameShape == QFrame::HLine)
                r = QRect(r.left(), r.center().y(), r.width(), 1);
            else
                r = QRect(r.center().x(), r.top(), 1, r.height());
            painter->fillRect(r, t.line);
            return;
        }
        break;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(option, painter, widget);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const Tokens t = Tokens::of(option->palette);
    QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active = option->state & (State_MouseOver | State_Sunken);
    const qreal inset = active ? 2 : 3;
    slider.adjust(inset, inset, -inset, -inset);
    QColor color = t.text3;
    color.setAlphaF(t.highContrast ? 1.0 : active ? 0.75 : 0.4);
    const qreal radius = qMin(slider.width(), slider.height()) / 2;
    paintBox(painter, slider, radius, color, QColor());
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo && combo->frame)
        paintField(painter, option->rect, option, widget);
    const Tokens t = Tokens::of(option->palette);
    const bool enabled = option->state & State_Enabled;
    paintIcon(painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), u"chevron-down"_s,
              enabled ? t.text2 : t.text3);
}

void Style::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    if (spin->frame)
        paintField(painter, option->rect, option, widget);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const Tokens t = Tokens::of(option->palette);
    const auto arrow = [&](SubControl sub, QAbstractSpinBox::StepEnabledFlag step, bool up) {
        const QPointF c = QRectF(subControlRect(CC_SpinBox, option, sub, widget)).center();
        const qreal d = up ? -1.5 : 1.5;
        painter->setPen(QPen(spin->stepEnabled & step ? t.text2 : t.line, 1.5, Qt::SolidLine, Qt::RoundCap,
                             Qt::RoundJoin));
        painter->drawPolyline(QPolygonF{{c.x() - 3, c.y() - d}, {c.x(), c.y() + d}, {c.x() + 3, c.y() - d}});
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true);
    arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false);
    painter->restore();
}

} // namespace Leadline
