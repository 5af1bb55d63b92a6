// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "celldelegate.h"

#include "fonts.h"
#include "icons.h"
#include "itemroles.h"
#include "pendingoverlay.h"
#include "pill.h"
#include "plaintext.h"
#include "rowfades.h"
#include "style.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {
constexpr int CellPadding = 10;
constexpr int FirstPadding = 16;
constexpr int SecondaryGap = 6;
constexpr int MarkSize = 16;
constexpr int MarkRoom = 22;
constexpr int CornerSize = 6;
constexpr QChar EmDash(0x2014);

std::array<float, 256> latinAdvances(const QFont &font)
{
    const QRawFont raw = QRawFont::fromFont(font);
    std::array<float, 256> advances{};
    for (int c = 0x20; c < 0x100; ++c) {
        const auto glyphs = raw.glyphIndexesForString(QString(QChar(c)));
        if (glyphs.size() == 1 && glyphs.first() != 0)
            advances[std::size_t(c)] = float(raw.advancesForGlyphIndexes(glyphs).first().x());
    }
    return advances;
}

/// Width of a text of Latin letters without shaping it (kerning only narrows it); -1 for other text.
float latinWidth(const std::array<float, 256> &advances, const QString &text)
{
    float width = 0;
    for (const QChar c : text) {
        if (c.unicode() >= 0x100 || advances[c.unicode()] <= 0)
            return -1;
        width += advances[c.unicode()];
    }
    return width;
}
} // namespace

CellDelegate::CellDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

CellKind CellDelegate::kind(int column) const
{
    return column >= 0 && column < m_columns.size() ? m_columns.at(column).kind : CellKind::Text;
}

QRect CellDelegate::room(const QRect &cell, int column, Qt::LayoutDirection direction) const
{
    const int leading = column == m_firstColumn ? FirstPadding : CellPadding;
    return direction == Qt::RightToLeft ? cell.adjusted(CellPadding, 0, -leading, -1)
                                        : cell.adjusted(leading, 0, -CellPadding, -1);
}

Tone CellDelegate::tone(const QModelIndex &index) const
{
    const QVariant value = index.data(CellRole::Tone);
    if (value.isValid())
        return static_cast<Tone>(value.toInt());
    return m_toneResolver ? m_toneResolver(index) : Tone::Grey;
}

void CellDelegate::prepare(const QFont &font, const QPalette &palette) const
{
    if (m_paletteKey != palette.cacheKey()) {
        m_paletteKey = palette.cacheKey();
        m_tokens = Tokens::of(palette);
    }
    if (!m_prepared || m_body != font) {
        m_prepared = true;
        m_body = font;
        m_strong = sized(font, QFontInfo(font).pixelSize(), QFont::Medium);
        m_figures = TabularFigures(font);
        m_bodyAdvances = latinAdvances(m_body);
        m_strongAdvances = latinAdvances(m_strong);
        m_ascent = QFontMetrics(font).ascent();
        m_height = QFontMetrics(font).height();
    }
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, int row,
                               bool selected) const
{
    const QRect r = option.rect;
    if (selected)
        painter->fillRect(r, m_tokens.selection);
    else if (row == m_hoverRow)
        painter->fillRect(r, m_tokens.hover);
    if (m_fades && !m_fades->isEmpty() && !selected) {
        QColor mark = m_tokens.accentSoft;
        mark.setAlphaF(float(m_fades->strength(row)));
        painter->fillRect(r, mark);
    }
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), m_tokens.line);
    if (selected && m_tokens.highContrast) {
        painter->fillRect(QRect(r.left(), r.top(), r.width(), 2), m_tokens.text);
        painter->fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), m_tokens.text);
    }
    if (row == m_focusRow) {
        painter->fillRect(QRect(r.left(), r.top(), r.width(), 2), m_tokens.accent);
        painter->fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), m_tokens.accent);
    }
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    prepare(option.font, option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    paintGround(painter, option, index.row(), selected);
    QRect place = room(option.rect, index.column(), option.direction);
    if (index.data(PendingRole).isValid())
        place = paintPending(painter, option, index, place);
    const CellKind cell = kind(index.column());
    if (cell == CellKind::Pill) {
        painter->setLayoutDirection(option.direction);
        paintPill(painter, place, index.data(Qt::DisplayRole).toString(), tone(index), m_tokens, m_body);
        return;
    }
    paintText(painter, place, index, cell, selected, option.direction);
}

/// A record that waits to be sent has a clock in its first cell, and a corner in each that waits. The room that is
/// left.
QRect CellDelegate::paintPending(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 QRect place) const
{
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (index.data(PendingCellRole).toBool()) {
        const QPoint corner = mirrored ? option.rect.topLeft() : option.rect.topRight() + QPoint(1, 0);
        const int inward = mirrored ? CornerSize : -CornerSize;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_tokens.warn);
        painter->drawPolygon(
            QPolygon({corner, corner + QPoint(inward, 0), corner + QPoint(0, CornerSize)}));
        painter->restore();
    }
    if (index.column() != m_firstColumn || place.width() < 2 * MarkRoom)
        return place;
    const bool isDeleted = index.data(PendingRole).toInt() == int(PendingKind::Deleted);
    QRect mark(place.right() + 1 - MarkSize, place.top(), MarkSize, place.height());
    if (mirrored)
        mark.moveLeft(place.left());
    paintIcon(painter, mark, isDeleted ? u"trash"_s : u"clock"_s, m_tokens.warn);
    return mirrored ? place.adjusted(MarkRoom, 0, 0, 0) : place.adjusted(0, 0, -MarkRoom, 0);
}

void CellDelegate::paintText(QPainter *painter, const QRect &place, const QModelIndex &index, CellKind cell,
                             bool selected, Qt::LayoutDirection direction) const
{
    QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty() || place.width() <= 0)
        return;
    const QColor hint = selected ? m_tokens.text2 : m_tokens.text3;
    QColor color = m_tokens.text;
    if (text.size() == 1 && text.at(0) == EmDash)
        color = hint;
    else if (cell == CellKind::Secondary || cell == CellKind::Date)
        color = m_tokens.text2;
    else if (cell == CellKind::Link)
        color = m_tokens.accent;
    if (cell == CellKind::Date) {
        const QVariant own = index.data(CellRole::Tone);
        if (own.isValid())
            color = m_tokens.tone(static_cast<Tone>(own.toInt()));
    }
    painter->setPen(color);
    const bool mirrored = direction == Qt::RightToLeft;
    const bool figures = cell == CellKind::Number ||
                         ((cell == CellKind::Secondary || cell == CellKind::Date) && text.at(0).isDigit());
    const QFont &font = cell == CellKind::Strong ? m_strong : m_body;
    // Shorter than this many pixels whatever its letters are: no measuring needed.
    const bool surelyFits = text.size() * 16 < place.width();
    if (figures && (surelyFits || m_figures.width(text) <= place.width())) {
        m_figures.draw(painter, place.adjusted(0, 0, 1, 0), text, (cell != CellKind::Number) != mirrored);
        return;
    }
    painter->setFont(font);
    const float latin = latinWidth(cell == CellKind::Strong ? m_strongAdvances : m_bodyAdvances, text);
    const bool plain = latin >= 0 && latin <= float(place.width()) && !mirrored && cell != CellKind::Number;
    if (plain) {
        // Laying out and eliding costs several times the drawing; most cells need neither.
        painter->drawText(QPointF(place.left(), place.top() + (place.height() - m_height) / 2 + m_ascent),
                          text);
        if (cell == CellKind::Secondary || cell == CellKind::Date || cell == CellKind::Link)
            return;
    } else if (!surelyFits)
        text = painter->fontMetrics().elidedText(text, Qt::ElideMiddle, place.width());
    const bool right = (cell == CellKind::Number) != mirrored;
    if (!plain)
        drawPlainLine(painter, place, text, right);
    if (cell != CellKind::Strong && cell != CellKind::Text)
        return;
    const QString secondary = index.data(CellRole::SecondaryText).toString();
    if (secondary.isEmpty())
        return;
    const int used = painter->fontMetrics().horizontalAdvance(text) + SecondaryGap;
    const QRect rest = mirrored ? place.adjusted(0, 0, -used, 0) : place.adjusted(used, 0, 0, 0);
    if (rest.width() < 24)
        return;
    painter->setFont(m_body);
    painter->setPen(m_tokens.text2);
    drawPlainLine(painter, rest, painter->fontMetrics().elidedText(secondary, Qt::ElideRight, rest.width()),
                  right);
}

QRect CellDelegate::textRect(const QRect &cell, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QWidget *>(parent());
    const auto direction = view ? view->layoutDirection() : Qt::LeftToRight;
    QRect place = room(cell, index.column(), direction);
    const int width = QFontMetrics(view ? view->font() : m_body).horizontalAdvance(index.data().toString());
    if (width < place.width()) {
        if ((kind(index.column()) == CellKind::Number) != (direction == Qt::RightToLeft))
            place.setLeft(place.right() - width);
        else
            place.setWidth(width);
    }
    return place;
}

bool CellDelegate::isElided(const QRect &cell, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QWidget *>(parent());
    const auto direction = view ? view->layoutDirection() : Qt::LeftToRight;
    const QString text = index.data().toString();
    const QFont base = view ? view->font() : m_body;
    const int available = room(cell, index.column(), direction).width();
    if (kind(index.column()) == CellKind::Pill)
        return pillSize(base, text).width() > available;
    const QFont font = kind(index.column()) == CellKind::Strong
                           ? sized(base, QFontInfo(base).pixelSize(), QFont::Medium)
                           : base;
    return QFontMetrics(font).horizontalAdvance(text) > available;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const int width = kind(index.column()) == CellKind::Pill
                          ? pillSize(option.font, text).width()
                          : QFontMetrics(option.font).horizontalAdvance(text);
    return {width + FirstPadding + CellPadding, 32};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && isElided(option.rect, index))
        text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport(), option.rect);
    return true;
}

} // namespace Leadline
