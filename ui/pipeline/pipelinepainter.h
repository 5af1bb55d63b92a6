// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pipelinemodel.h"
#include "tokens.h"

#include <QFont>
#include <QPainter>
#include <QStringList>

namespace Leadline {

/// The measures of the board, in pixels at 100 %.
namespace PipelineMeasure {
inline constexpr int ColumnGap = 12;
inline constexpr int FoldedWidth = 36;
inline constexpr int LeastColumnWidth = 232;
inline constexpr int ColumnHeader = 66; ///< from a column's top to its first card
inline constexpr int ColumnInset = 11;  ///< from a column's side to its cards
inline constexpr int CardGap = 8;
} // namespace PipelineMeasure

/// What cards show beside lead and value, and how close they stand.
struct CardStyle
{
    bool isCompact = false;
    bool showsConfidence = true;
    bool showsOwner = true;
    bool showsStage = true;
    bool showsClose = true;
    bool showsTask = false;

    friend bool operator==(const CardStyle &, const CardStyle &) = default;

    bool hasFoot() const { return !isCompact && (showsOwner || showsStage || showsClose); }
    /// The tops of a card's lines of text, from its own.
    int firstLine() const;
    int secondLine() const;
    int footLine() const;
    int height() const;
    /// From one card to the next.
    int step() const { return height() + PipelineMeasure::CardGap; }

    /// The fields whose values can be changed where a card shows them, as it reads.
    QStringList editableKeys() const;
    /// Where on \a card (from left to right) the value of such a field stands; invalid where it does not.
    QRect place(const QString &key, const QRect &card) const;

    /// For settings: the parts that are shown, and "compact".
    QStringList toWords() const;
    static CardStyle fromWords(const QStringList &words);
};

/// What the head of a column says.
struct PipelineColumnText
{
    QString title{};
    QString count{};
    QString value{};
    QString period{};   ///< "/yr" where the sum is a yearly one
    QString expected{}; ///< "expected € 64,440"
    Tone tone = Tone::Grey;
};

/// Draws columns and cards of the board; made for one paint event.
class PipelinePainter
{
public:
    PipelinePainter(QPainter *painter, const QFont &bodyFont, const QPalette &palette);

    void column(const QRect &rect, const PipelineColumnText &text, bool isTarget);
    /// A folded column: its words run downwards.
    void foldedColumn(const QRect &rect, const PipelineColumnText &text, bool isTarget);
    /// Which part of a column's cards is on screen; \a shown and \a whole are heights.
    void thumb(const QRect &cards, int offset, int whole);
    void card(const QRect &rect, const PipelineCard &card, const CardStyle &style, bool isCurrent, bool isSelected);
    /// Around a value that is pointed at and can be changed.
    void editableBox(const QRect &rect);
    /// The place a dragged card has left.
    void emptyCard(const QRect &rect);
    /// The number of cards that are dragged together.
    void badge(const QRect &card, const QString &text);

private:
    QRect mirrored(const QRect &within, const QRect &rect) const;
    void text(const QRect &rect, int flags, const QString &text, const QFont &font, const QColor &color,
              Qt::TextElideMode elide = Qt::ElideRight);
    int width(const QFont &font, const QString &text) const;
    void panel(const QRect &rect, bool isTarget);
    void dot(const QRect &within, const QRect &rect, Tone tone);
    void frame(const QRect &rect, bool isCurrent, bool isSelected);
    void foot(const QRect &rect, const QRect &line, const PipelineCard &card, const CardStyle &style);
    QColor closeColor(const PipelineCard &card) const;
    void avatar(const QRect &rect, const QString &initials);

    QPainter *m_painter;
    QPalette m_palette;
    Tokens m_tokens;
    QFont m_body;
    QFont m_strong;
    QFont m_small;
    QFont m_tiny;
    QFont m_initials;
};

} // namespace Leadline
