// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "stylepainting.h"

#include "button.h"
#include "fonts.h"
#include "icons.h"
#include "style.h"
#include "tokens.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

QColor mixed(const QColor &one, const QColor &other, qreal part)
{
    return QColor::fromRgbF(float(one.redF() + (other.redF() - one.redF()) * part),
                            float(one.greenF() + (other.greenF() - one.greenF()) * part),
                            float(one.blueF() + (other.blueF() - one.blueF()) * part));
}
} // namespace

void paintButton(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Tokens t = Tokens::of(option->palette);
    const auto *button = qobject_cast<const Button *>(widget);
    const auto kind = button ? button->kind() : Button::Kind::Normal;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool over = enabled && (option->state & QStyle::State_MouseOver);
    const bool down = enabled && (option->state & (QStyle::State_Sunken | QStyle::State_On));
    const QRectF rect = option->rect;
    if (kind == Button::Kind::Primary) {
        QColor ground = t.accent;
        if (!enabled)
            ground = t.greySoft;
        else if (down || over)
            ground = mixed(t.accent, t.onAccent == t.surface ? t.text : t.text, down ? 0.2 : 0.1);
        paintBox(painter, rect, ControlRadius, ground, t.highContrast ? t.text : QColor());
    } else {
        const QColor ground = down                          ? t.selection
                              : over                        ? t.hover
                              : kind == Button::Kind::Quiet ? QColor()
                                                            : t.surface;
        paintBox(painter, rect, ControlRadius, ground, kind == Button::Kind::Quiet ? QColor() : t.line);
    }
    if (enabled && (option->state & QStyle::State_HasFocus)) {
        // On the accent's own ground an accent ring would vanish: it gets a gap of the surface.
        if (kind == Button::Kind::Primary) {
            paintFocusRing(painter, rect, ControlRadius, mixed(t.accent, t.text, 0.35));
            paintFocusRing(painter, rect.adjusted(2, 2, -2, -2), ControlRadius - 2, t.surface);
        } else {
            paintFocusRing(painter, rect, ControlRadius, t.accent);
        }
    }
}

void paintToolButton(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = Tokens::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    QColor ground;
    if (enabled && (option->state & (QStyle::State_Sunken | QStyle::State_On)))
        ground = t.selection;
    else if (enabled && (option->state & QStyle::State_MouseOver))
        ground = t.hover;
    paintBox(painter, option->rect, ControlRadius, ground, QColor());
    if (enabled && (option->state & QStyle::State_HasFocus))
        paintFocusRing(painter, option->rect, ControlRadius, t.accent);
}

void paintCheck(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = Tokens::of(option->palette);
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRectF box = QRectF(option->rect.center() - QPointF(7.5, 7.5), QSizeF(16, 16));
    paintBox(painter, box, 4, on && enabled ? t.accent : t.field, on && enabled ? t.accent : t.text3);
    const QColor mark = enabled ? t.onAccent : t.text3;
    if (option->state & QStyle::State_On)
        paintIcon(painter, box, u"check"_s, mark);
    else if (option->state & QStyle::State_NoChange)
        painter->fillRect(QRectF(box.center().x() - 4, box.center().y() - 0.75, 8, 1.5), mark);
}

void paintRadio(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = Tokens::of(option->palette);
    const bool on = option->state & QStyle::State_On;
    const QRectF box = QRectF(option->rect.center() - QPointF(7.5, 7.5), QSizeF(16, 16));
    paintBox(painter, box, 8, on ? t.accent : t.field, on ? t.accent : t.text3);
    if (on)
        paintBox(painter, box.adjusted(5, 5, -5, -5), 3, t.onAccent, QColor());
}

void paintHeaderLabel(QPainter *painter, const QStyleOption *option)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const Tokens t = Tokens::of(option->palette);
    painter->save();
    painter->setFont(sized(painter->font(), FontSize::Small, QFont::Medium));
    painter->setPen(t.text2);
    constexpr int ArrowWidth = 16;
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const bool first = header->position == QStyleOptionHeader::Beginning ||
                       header->position == QStyleOptionHeader::OnlyOneSection;
    // The rect comes narrowed by the style's header margins; cells start at 10, the first at 16.
    const QRect cell = option->rect;
    // A title at the left may use the padding behind it, so that a narrow column keeps its word.
    const auto alignment = QStyle::visualAlignment(option->direction, header->textAlignment);
    const QRect room = cell.adjusted(first ? 6 : 0, 0, alignment & Qt::AlignRight ? 0 : 8, -1);
    const int available = room.width() - (sorted ? ArrowWidth : 0);
    const QString text = painter->fontMetrics().elidedText(header->text, Qt::ElideRight, available);
    const int width = painter->fontMetrics().horizontalAdvance(text);
    int x = room.left();
    if (alignment & Qt::AlignRight)
        x = room.right() + 1 - width - (sorted ? ArrowWidth : 0);
    painter->drawText(QRect(x, room.top(), width + 1, room.height()),
                      Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
    if (sorted) {
        // As QHeaderView has it: SortDown means ascending.
        const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
        const QPointF c(x + width + 9.5, room.center().y() + 0.5);
        const qreal d = ascending ? -1 : 1;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.text2, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawLine(QPointF(c.x(), c.y() - 4 * d), QPointF(c.x(), c.y() + 4 * d));
        painter->drawPolyline(
            QPolygonF{{c.x() - 3, c.y() + d}, {c.x(), c.y() + 4 * d}, {c.x() + 3, c.y() + d}});
    }
    painter->restore();
}

void paintMenuItem(QPainter *painter, const QStyleOption *option)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Tokens t = Tokens::of(option->palette);
    const QRect r = option->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(r.left() + 8, r.center().y(), r.width() - 16, 1), t.line);
        return;
    }
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool selected = enabled && (option->state & QStyle::State_Selected);
    painter->fillRect(r, t.surface);
    if (selected)
        paintBox(painter, r, 4, t.selection, t.highContrast ? t.text : QColor());
    const auto place = [&](int x, int w) {
        return QStyle::visualRect(option->direction, r, QRect(r.left() + x, r.top(), w, r.height()));
    };
    const bool checkable = item->checkType != QStyleOptionMenuItem::NotCheckable;
    // Beside an icon the check mark has a place of its own, at the end.
    const int trailing = checkable && !item->icon.isNull() ? 28 : 0;
    if (checkable && item->checked)
        paintIcon(painter, place(trailing > 0 ? r.width() - 26 : 8, 16), u"check"_s,
                  selected ? t.text : t.accent);
    if (!item->icon.isNull())
        item->icon.paint(painter, place(8, 16), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    painter->save();
    painter->setFont(item->font);
    painter->setPen(enabled ? t.text : t.text3);
    const QStringList parts = item->text.split(u'\t');
    const int left = item->maxIconWidth > 0 || item->menuHasCheckableItems ? 32 : 12;
    painter->drawText(place(left, r.width() - left - 12),
                      Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine | Qt::TextHideMnemonic,
                      parts.value(0));
    if (parts.size() > 1) {
        painter->setPen(selected ? t.text2 : t.text3);
        painter->drawText(place(left, r.width() - left - 12 - trailing),
                          Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, parts.value(1));
    }
    painter->restore();
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, place(r.width() - 22, 16),
                  option->direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s, t.text2);
}

void paintComboLabel(QPainter *painter, const QStyleOption *option, const QWidget *widget,
                     const QStyle *style)
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo || combo->editable)
        return;
    const Tokens t = Tokens::of(option->palette);
    QRect room = style->subControlRect(QStyle::CC_ComboBox, combo, QStyle::SC_ComboBoxEditField, widget);
    room.adjust(2, 0, -2, 0);
    painter->save();
    if (!combo->currentIcon.isNull()) {
        const QRect at =
            QStyle::visualRect(option->direction, room, QRect(room.left(), room.top(), 16, room.height()));
        combo->currentIcon.paint(painter, at, Qt::AlignCenter,
                                 option->state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
        room =
            option->direction == Qt::RightToLeft ? room.adjusted(0, 0, -24, 0) : room.adjusted(24, 0, 0, 0);
    }
    const auto *box = qobject_cast<const QComboBox *>(widget);
    const bool placeholder = box && box->currentIndex() < 0;
    painter->setPen(option->state & QStyle::State_Enabled && !placeholder ? t.text : t.text3);
    const QString text = painter->fontMetrics().elidedText(combo->currentText, Qt::ElideRight, room.width());
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, text);
    painter->restore();
}

QRect scrollBarPart(const QStyleOptionSlider *bar, QStyle::SubControl part, int minimumSlider)
{
    const QRect r = bar->rect;
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? r.width() : r.height();
    int slider = length;
    if (bar->maximum != bar->minimum) {
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        slider = int(qint64(bar->pageStep) * length / (range + bar->pageStep));
        slider = qBound(qMin(minimumSlider, length), slider, length);
    }
    const int start = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                      length - slider, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return horizontal ? QRect(r.left() + from, r.top(), size, r.height())
                          : QRect(r.left(), r.top() + from, r.width(), size);
    };
    QRect result;
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        result = r;
        break;
    case QStyle::SC_ScrollBarSlider:
        result = along(start, slider);
        break;
    case QStyle::SC_ScrollBarSubPage:
        result = along(0, start);
        break;
    case QStyle::SC_ScrollBarAddPage:
        result = along(start + slider, length - start - slider);
        break;
    default:
        break;
    }
    return QStyle::visualRect(bar->direction, r, result);
}

} // namespace Leadline
