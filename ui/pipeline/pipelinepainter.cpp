// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinepainter.h"

#include "confidencebar.h"
#include "fonts.h"
#include "icons.h"
#include "plaintext.h"
#include "style.h"

#include <QFontMetrics>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int CardLine = 20;
constexpr int CardPadding = 13; ///< 12 and the border
/// How wide the places of values are that can be changed, whatever stands there.
constexpr int ValueColumn = 76;
constexpr int ConfidencePlace = 40;
constexpr int OwnerPlace = 20;
constexpr int ClosePlace = 72;

} // namespace

int CardStyle::height() const
{
    if (isCompact)
        return showsTask ? 78 : 56;
    return 65 + (showsConfidence ? 10 : 0) + (hasFoot() ? 31 : 0) + (showsTask ? 22 : 0);
}

int CardStyle::firstLine() const
{
    return isCompact ? 8 : 12;
}

int CardStyle::secondLine() const
{
    return firstLine() + (isCompact ? 20 : 22);
}

int CardStyle::footLine() const
{
    return secondLine() + 29 + (showsConfidence ? 12 : 2);
}

QStringList CardStyle::editableKeys() const
{
    QStringList keys{u"value"_s};
    if (showsConfidence)
        keys.append(u"confidence"_s);
    if (showsOwner && !isCompact)
        keys.append(u"user_id"_s);
    if (showsClose)
        keys.append(u"date_won"_s);
    return keys;
}

QRect CardStyle::place(const QString &key, const QRect &card) const
{
    if (!editableKeys().contains(key))
        return {};
    const auto line = [&](int top, int width, bool atEnd) {
        const int left = card.left() + CardPadding;
        return QRect(atEnd ? card.right() + 1 - CardPadding - width : left, card.top() + top, width, CardLine);
    };
    if (key == "value"_L1)
        return line(secondLine(), ValueColumn, false);
    if (key == "confidence"_L1)
        return line(isCompact ? firstLine() : secondLine(), ConfidencePlace, true);
    if (key == "user_id"_L1)
        return line(footLine(), OwnerPlace, false);
    return line(isCompact ? secondLine() : footLine(), ClosePlace, true);
}

QStringList CardStyle::toWords() const
{
    QStringList words;
    const auto add = [&words](bool on, const QString &word) {
        if (on)
            words.append(word);
    };
    add(isCompact, u"compact"_s);
    add(showsConfidence, u"confidence"_s);
    add(showsOwner, u"owner"_s);
    add(showsStage, u"stage"_s);
    add(showsClose, u"close"_s);
    add(showsTask, u"task"_s);
    return words;
}

CardStyle CardStyle::fromWords(const QStringList &words)
{
    return {.isCompact = words.contains(u"compact"_s),
            .showsConfidence = words.contains(u"confidence"_s),
            .showsOwner = words.contains(u"owner"_s),
            .showsStage = words.contains(u"stage"_s),
            .showsClose = words.contains(u"close"_s),
            .showsTask = words.contains(u"task"_s)};
}

PipelinePainter::PipelinePainter(QPainter *painter, const QFont &bodyFont, const QPalette &palette)
    : m_painter(painter)
    , m_palette(palette)
    , m_tokens(Tokens::of(palette))
    , m_body(sized(bodyFont, FontSize::Body))
    , m_strong(sized(bodyFont, FontSize::Body, QFont::DemiBold))
    , m_small(sized(bodyFont, FontSize::Small))
    , m_tiny(sized(bodyFont, FontSize::Heading))
    , m_initials(sized(bodyFont, 10, QFont::DemiBold))
{
    painter->setRenderHint(QPainter::Antialiasing);
}

QRect PipelinePainter::mirrored(const QRect &within, const QRect &rect) const
{
    return QStyle::visualRect(m_painter->layoutDirection(), within, rect);
}

int PipelinePainter::width(const QFont &font, const QString &text) const
{
    return QFontMetrics(font).horizontalAdvance(text);
}

void PipelinePainter::text(const QRect &rect, int flags, const QString &text, const QFont &font,
                           const QColor &color, Qt::TextElideMode elide)
{
    if (text.isEmpty())
        return;
    const QFontMetrics metrics(font);
    const bool fits = metrics.horizontalAdvance(text) <= rect.width();
    m_painter->setFont(font);
    m_painter->setPen(color);
    const bool atEnd = Qt::Alignment(flags).testFlag(Qt::AlignRight);
    const QString shown = fits ? text : metrics.elidedText(text, elide, rect.width());
    if (Qt::Alignment(flags).testFlag(Qt::AlignHCenter))
        m_painter->drawText(rect, int(Qt::AlignCenter) | int(Qt::TextSingleLine), shown);
    else
        drawPlainLine(m_painter, rect, shown, atEnd != (m_painter->layoutDirection() == Qt::RightToLeft));
}

void PipelinePainter::panel(const QRect &rect, bool isTarget)
{
    paintBox(m_painter, rect, 10, isTarget ? m_tokens.accentSoft : m_tokens.window,
             isTarget ? m_tokens.accent : m_tokens.line);
}

void PipelinePainter::dot(const QRect &within, const QRect &rect, Tone tone)
{
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_tokens.tone(tone));
    m_painter->drawEllipse(mirrored(within, rect));
}

void PipelinePainter::column(const QRect &rect, const PipelineColumnText &head, bool isTarget)
{
    panel(rect, isTarget);
    const int left = rect.left() + PipelineMeasure::ColumnInset;
    const int right = rect.right() - PipelineMeasure::ColumnInset + 1;
    dot(rect, QRect(left, rect.top() + 17, 8, 8), head.tone);
    const int countWidth = width(m_small, head.count);
    const QRect first(left, rect.top() + 11, right - left, CardLine);
    text(mirrored(rect, first), Qt::AlignRight, head.count, m_small, m_tokens.text2);
    text(mirrored(rect, QRect(left + 24, first.top(), right - left - 24 - countWidth - 8, CardLine)),
         Qt::AlignLeft, head.title, m_strong, m_tokens.text, Qt::ElideMiddle);
    int x = left;
    const int top = rect.top() + 37;
    const auto place = [&](const QString &word, const QFont &font, const QColor &color, int gap) {
        const int wide = qMin(width(font, word), right - x);
        text(mirrored(rect, QRect(x, top, wide, CardLine)), Qt::AlignLeft, word, font, color);
        x += wide + gap;
    };
    place(head.value, m_strong, m_tokens.text, head.period.isEmpty() ? 7 : 4);
    if (!head.period.isEmpty())
        place(head.period, m_tiny, m_tokens.text2, 7);
    // Half a number would be another one.
    if (width(m_small, head.expected) <= right - x)
        place(head.expected, m_small, m_tokens.text2, 0);
}

void PipelinePainter::foldedColumn(const QRect &rect, const PipelineColumnText &head, bool isTarget)
{
    panel(rect, isTarget);
    dot(rect, QRect(rect.left() + (rect.width() - 8) / 2, rect.top() + 13, 8, 8), head.tone);
    m_painter->save();
    m_painter->translate(rect.right() + 1, rect.top() + 33);
    m_painter->rotate(90);
    const int titleWidth = width(m_strong, head.title);
    const int room = rect.height() - 33 - 12;
    m_painter->setLayoutDirection(Qt::LeftToRight);
    text(QRect(0, 0, qMin(titleWidth, room), rect.width()), Qt::AlignLeft, head.title, m_strong,
         m_tokens.text);
    if (room > titleWidth + 10)
        text(QRect(titleWidth + 10, 0, room - titleWidth - 10, rect.width()), Qt::AlignLeft,
             head.count + u" · "_s + head.value +
                 (head.period.isEmpty() ? QString() : QChar(0x00A0) + head.period),
             m_small, m_tokens.text2);
    m_painter->restore();
}

void PipelinePainter::thumb(const QRect &cards, int offset, int whole)
{
    if (whole <= cards.height())
        return;
    const int length = qMax(24, cards.height() * cards.height() / whole);
    const int travel = cards.height() - length;
    const int top = cards.top() + int(qint64(travel) * offset / (whole - cards.height()));
    m_painter->setPen(Qt::NoPen);
    QColor color = m_tokens.text3;
    color.setAlphaF(0.35F);
    m_painter->setBrush(color);
    const QRect bar(cards.right() - 6, top, 4, length);
    m_painter->drawRoundedRect(mirrored(cards, bar), 2, 2);
}

void PipelinePainter::avatar(const QRect &rect, const QString &initials)
{
    if (initials.isEmpty())
        return;
    m_painter->setPen(m_tokens.highContrast ? QPen(m_tokens.text) : QPen(Qt::NoPen));
    m_painter->setBrush(m_tokens.violetSoft);
    m_painter->drawEllipse(rect);
    m_painter->setFont(m_initials);
    m_painter->setPen(m_tokens.violet);
    m_painter->drawText(rect, Qt::AlignCenter, initials);
}

void PipelinePainter::frame(const QRect &rect, bool isCurrent, bool isSelected)
{
    if (!m_tokens.dark && !m_tokens.highContrast)
        paintBox(m_painter, rect.translated(0, 1), 8, m_tokens.line, m_tokens.line);
    paintBox(m_painter, rect, 8, isSelected ? m_tokens.selection : m_tokens.surface,
             isSelected && m_tokens.highContrast ? m_tokens.accent : m_tokens.line);
    if (isCurrent)
        paintFocusRing(m_painter, rect.adjusted(-3, -3, 3, 3), 10, m_tokens.accent);
}

QColor PipelinePainter::closeColor(const PipelineCard &card) const
{
    return card.isOverdue ? m_tokens.bad : card.isSoon ? m_tokens.warn : m_tokens.text2;
}

void PipelinePainter::card(const QRect &rect, const PipelineCard &card, const CardStyle &style, bool isCurrent,
                           bool isSelected)
{
    frame(rect, isCurrent, isSelected);
    const int left = rect.left() + CardPadding;
    const int wide = rect.width() - 2 * CardPadding;
    const QColor hint = isSelected ? m_tokens.text2 : m_tokens.text3;
    const auto row = [&](int top) { return QRect(left, rect.top() + top, wide, CardLine); };
    const auto beside = [&](int top, int taken) { return row(top).adjusted(0, 0, taken > 0 ? -taken - 8 : 0, 0); };
    const int first = style.firstLine();
    const int second = style.secondLine();
    const QString percent = card.confidence && style.showsConfidence
                                ? PipelineModel::tr("%1 %").arg(*card.confidence)
                                : QString();
    const int percentWidth = width(m_tiny, percent);
    const int percentTop = style.isCompact ? first : second;
    text(mirrored(rect, row(percentTop)), Qt::AlignRight, percent, m_tiny, hint);
    QRect name = beside(first, style.isCompact ? percentWidth : 0);
    if (!card.pending.isEmpty()) {
        paintIcon(m_painter, mirrored(rect, QRect(left, name.top(), 16, name.height())), u"clock"_s, m_tokens.warn);
        name.setLeft(left + 22);
    }
    text(mirrored(rect, name), Qt::AlignLeft,
         card.leadName.isEmpty() ? PipelineModel::tr("No name") : card.leadName, m_strong, m_tokens.text,
         Qt::ElideMiddle);
    const QString close = style.isCompact && style.showsClose ? card.closes : QString();
    text(mirrored(rect, row(second)), Qt::AlignRight, close, m_small, closeColor(card));
    QRect value = beside(second, style.isCompact ? width(m_small, close) : percentWidth);
    text(mirrored(rect, value), Qt::AlignLeft, card.value, m_body, m_tokens.text);
    if (!card.period.isEmpty()) {
        value.setLeft(left + width(m_body, card.value) + 6);
        text(mirrored(rect, value), Qt::AlignLeft, card.period, m_tiny, hint);
    }
    int y = second + (style.isCompact ? 22 : 29);
    if (!style.isCompact) {
        if (style.showsConfidence && card.confidence)
            paintConfidence(m_painter, QRect(left, rect.top() + y, wide, 4), *card.confidence, m_palette);
        y = style.footLine();
        if (style.hasFoot())
            foot(rect, row(y), card, style);
        y += style.hasFoot() ? 22 : 0;
    }
    if (style.showsTask)
        text(mirrored(rect, row(y)), Qt::AlignLeft,
             card.nextTask.isEmpty() ? PipelineModel::tr("No next task") : card.nextTask, m_small,
             card.nextTask.isEmpty() ? hint : card.isTaskLate ? m_tokens.bad : m_tokens.text2);
}

/// Owner, days in stage, whether it is stalled; at the end when it closes.
void PipelinePainter::foot(const QRect &rect, const QRect &line, const PipelineCard &card, const CardStyle &style)
{
    const QString close = style.showsClose ? card.closes : QString();
    text(mirrored(rect, line), Qt::AlignRight, close, m_small, closeColor(card));
    int x = line.left();
    const int end = line.right() - (close.isEmpty() ? 0 : width(m_small, close) + 8);
    if (style.showsOwner && !card.initials.isEmpty()) {
        avatar(mirrored(rect, QRect(x, line.top(), 20, 20)), card.initials);
        x += 34;
    }
    if (!style.showsStage)
        return;
    // The whole word or none: then the days tell, in its colour, and the tool tip has it.
    const auto place = [&](const QString &word, const QColor &color) {
        const int wide = width(m_small, word);
        if (wide <= end - x)
            text(mirrored(rect, QRect(x, line.top(), wide, CardLine)), Qt::AlignLeft, word, m_small, color);
        x += wide + 8;
    };
    const QString days = card.stageText();
    const QString stalled = card.isStalled ? PipelineModel::tr("stalled") : QString();
    const int both = width(m_small, days) + 8 + width(m_small, stalled);
    if (!days.isEmpty())
        place(days, card.isStalled && both > end - x ? m_tokens.warn : m_tokens.text2);
    place(stalled, m_tokens.warn);
}

void PipelinePainter::editableBox(const QRect &rect)
{
    paintBox(m_painter, rect, 6, QColor(), m_tokens.text3);
}

void PipelinePainter::emptyCard(const QRect &rect)
{
    m_painter->setPen(QPen(m_tokens.text3, 1, Qt::DashLine));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void PipelinePainter::badge(const QRect &card, const QString &number)
{
    const int wide = qMax(20, width(m_small, number) + 12);
    const QRect at(card.right() - wide / 2, card.top() - 10, wide, 20);
    paintBox(m_painter, at, 10, m_tokens.accent, m_tokens.accent);
    text(at, Qt::AlignHCenter, number, m_small, m_tokens.onAccent);
}

} // namespace Leadline
