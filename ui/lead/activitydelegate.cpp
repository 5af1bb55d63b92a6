// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activitydelegate.h"

#include "activitymodel.h"
#include "fonts.h"
#include "icons.h"
#include "plaintext.h"
#include "style.h"
#include "textblock.h"
#include "tokens.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int Line = LineLayout::LinePitch;
/// Between the by-line and an opened detail.
constexpr int DetailGap = 4;

QFont bodyOf(const QFont &font)
{
    return sized(font, FontSize::Body);
}

} // namespace

const ActivityDelegate::Measure &ActivityDelegate::measure(const QModelIndex &index, const QFont &font,
                                                           int width) const
{
    const QString id = index.data(ActivityModel::IdRole).toString();
    const bool open = index.data(ActivityModel::OpenRole).toBool();
    Measure &measure = m_heights[id];
    if (measure.width == width && measure.open == open)
        return measure;
    measure.width = width;
    measure.open = open;
    LineLayout lines;
    const int room = width - TextLeft;
    lines.setText(index.data(Qt::DisplayRole).toString(), bodyOf(font), room, open ? 0 : ClosedLines);
    measure.text = lines.height();
    measure.isCut = open ? lines.height() > ClosedLines * Line : lines.isCut();
    measure.detail = 0;
    if (const QString detail = index.data(ActivityModel::DetailRole).toString(); open && !detail.isEmpty()) {
        lines.setText(detail, bodyOf(font), room);
        measure.detail = lines.height();
    }
    return measure;
}

int ActivityDelegate::heightOf(const QModelIndex &index, const QFont &font, int width) const
{
    const Measure &m = measure(index, font, width);
    return m.text + Line + (m.detail > 0 ? m.detail + 2 * DetailGap : 0) + Gap;
}

QRect ActivityDelegate::detailRect(const QModelIndex &index, const QFont &font, const QRect &row) const
{
    const Measure &m = measure(index, font, row.width());
    return {row.left() + TextLeft, row.top() + m.text + Line + DetailGap, row.width() - TextLeft, m.detail};
}

bool ActivityDelegate::canOpen(const QModelIndex &index, const QFont &font, int width) const
{
    return measure(index, font, width).isCut || !index.data(ActivityModel::DetailRole).toString().isEmpty();
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.rect.width();
    return {width, heightOf(index, option.font, width)};
}

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens t = Tokens::of(option.palette);
    const Measure m = measure(index, option.font, option.rect.width());
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect row = option.rect.adjusted(0, 0, 0, -Gap);
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, row, rect); };

    painter->save();
    paintIcon(painter, placed({row.left(), row.top(), 16, 16}),
              index.data(ActivityModel::IconNameRole).toString(), t.text2);

    const QRect room = placed(row.adjusted(TextLeft, 0, 0, 0));
    LineLayout lines;
    lines.setText(index.data(Qt::DisplayRole).toString(), bodyOf(option.font), room.width(),
                  m.open ? 0 : ClosedLines);
    painter->setPen(t.text);
    lines.draw(painter, room.topLeft());

    const QRect byLine(room.left(), room.top() + m.text, room.width(), Line);
    const bool isActive = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    int chevron = 0;
    if (canOpen(index, option.font, option.rect.width()) && (isActive || m.open)) {
        chevron = 20;
        const QRect mark(mirrored ? byLine.left() : byLine.right() - 15, byLine.top() + 2, 16, 16);
        paintIcon(painter, mark, m.open ? u"arrow-up"_s : u"chevron-down"_s, t.text2);
    }
    painter->setFont(sized(option.font, FontSize::Small));
    painter->setPen(t.text2);
    const QString by = painter->fontMetrics().elidedText(index.data(ActivityModel::ByLineRole).toString(),
                                                         Qt::ElideMiddle, byLine.width() - chevron);
    drawPlainLine(painter, mirrored ? byLine.adjusted(chevron, 0, 0, 0) : byLine.adjusted(0, 0, -chevron, 0),
                  by, mirrored);
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(painter, row, 4, t.accent);
    painter->restore();
}

} // namespace Leadline
