// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "awaydelegate.h"

#include "fonts.h"
#include "icons.h"
#include "plaintext.h"
#include "style.h"
#include "tokens.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int AwayLine = 20;
constexpr int AwayAbove = 10;
constexpr int AwayBelow = 10;
/// Where names begin: behind the icon.
constexpr int AwayNameLeft = 44;
constexpr int AwayTitleWidth = 128;
constexpr int AwayTitleGap = 16;
constexpr int AwayEdge = 16;
constexpr int AwayGap = 8;

QString awayIcon(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Lead:
        return u"building"_s;
    case RecordKind::Contact:
        return u"person"_s;
    case RecordKind::Opportunity:
        return u"dollar"_s;
    case RecordKind::Task:
        break;
    }
    return u"check"_s;
}

/// Draws texts one behind the other along a line, in the direction of the page.
class AwayRun
{
public:
    AwayRun(QPainter *painter, const QRect &line, Qt::LayoutDirection direction)
        : m_painter(painter)
        , m_line(line)
        , m_isMirrored(direction == Qt::RightToLeft)
    {
    }

    int left() const { return m_line.width() - m_used; }
    void skip(int pixels) { m_used += pixels; }
    void draw(const QString &text, const QFont &font, const QColor &color, int most)
    {
        if (text.isEmpty() || most <= 0)
            return;
        const QFontMetrics metrics(font);
        const int width = qMin(metrics.horizontalAdvance(text) + 1, qMin(most, left()));
        const int from = m_isMirrored ? m_line.right() - m_used - width + 1 : m_line.left() + m_used;
        m_painter->setFont(font);
        m_painter->setPen(color);
        drawPlainLine(m_painter, {from, m_line.top(), width, m_line.height()},
                      metrics.elidedText(text, Qt::ElideMiddle, width), m_isMirrored);
        m_used += width;
    }

private:
    QPainter *m_painter;
    QRect m_line;
    bool m_isMirrored;
    int m_used = 0;
};

} // namespace

AwayDelegate::AwayDelegate(const AwayModel *model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{
}

QSize AwayDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.rect.width(),
            AwayAbove + AwayLine * (1 + int(m_model->entryAt(index.row()).lines.size())) + AwayBelow + 1};
}

void AwayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Tokens t = Tokens::of(option.palette);
    const AwayModel::Entry &entry = m_model->entryAt(index.row());
    const QRect row = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, t.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, t.hover);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), t.line);
    paintHead(painter, option, entry);
    QRect line(row.left() + AwayNameLeft, row.top() + AwayAbove + AwayLine,
               row.width() - AwayNameLeft - AwayEdge, AwayLine);
    for (const AwayModel::Line &field : entry.lines) {
        paintLine(painter, option, QStyle::visualRect(option.direction, row, line), field, entry.isSeen);
        line.translate(0, AwayLine);
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(painter, row.adjusted(2, 2, -2, -3), ControlRadius, t.accent);
    painter->restore();
}

void AwayDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                             const AwayModel::Entry &entry) const
{
    const Tokens t = Tokens::of(option.palette);
    const QRect row = option.rect;
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, row, rect); };
    paintIcon(painter, placed({row.left() + AwayEdge, row.top() + AwayAbove + 2, 16, 16}),
              awayIcon(entry.kind), entry.isSeen ? t.text3 : t.accent);

    const QFont small = sized(option.font, FontSize::Small);
    const QFontMetrics smallMetrics(small);
    const int byWidth = qMin(smallMetrics.horizontalAdvance(entry.byLine) + 1, row.width() / 3);
    const QRect by = placed({row.right() + 1 - AwayEdge - byWidth, row.top() + AwayAbove, byWidth, AwayLine});
    painter->setFont(small);
    painter->setPen(t.text2);
    drawPlainLine(painter, by, smallMetrics.elidedText(entry.byLine, Qt::ElideMiddle, byWidth),
                  option.direction == Qt::LeftToRight);

    const QRect head = placed({row.left() + AwayNameLeft, row.top() + AwayAbove,
                               row.width() - AwayNameLeft - AwayEdge - byWidth - AwayEdge, AwayLine});
    AwayRun run(painter, head, option.direction);
    const QFont strong = sized(option.font, FontSize::Body, entry.isSeen ? QFont::Normal : QFont::Medium);
    const int subjectWidth = QFontMetrics(option.font).horizontalAdvance(entry.subject) + AwayGap + 1;
    run.draw(entry.name, strong, entry.isSeen ? t.text2 : t.text,
             qMax(head.width() / 2, head.width() - subjectWidth));
    run.skip(AwayGap);
    run.draw(entry.subject, option.font, t.text2, run.left());
}

void AwayDelegate::paintLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                             const AwayModel::Line &field, bool isSeen) const
{
    const Tokens t = Tokens::of(option.palette);
    const QColor value = isSeen ? t.text2 : t.text;
    AwayRun title(painter, line, option.direction);
    title.draw(field.title, option.font, t.text2, AwayTitleWidth);
    const int indent = AwayTitleWidth + AwayTitleGap;
    AwayRun run(painter,
                option.direction == Qt::RightToLeft ? line.adjusted(0, 0, -indent, 0)
                                                    : line.adjusted(indent, 0, 0, 0),
                option.direction);
    if (field.before.isEmpty()) {
        run.draw(field.after, option.font, value, run.left());
        return;
    }
    const QString arrow = option.direction == Qt::RightToLeft ? u"\u2190"_s : u"\u2192"_s;
    const QString who = field.who.isEmpty() ? QString() : u"\u00b7 "_s + field.who;
    const int fixed = QFontMetrics(option.font).horizontalAdvance(arrow + who) + 4 * AwayGap;
    run.draw(field.before, option.font, t.text2, (run.left() - fixed) / 2);
    run.skip(AwayGap);
    run.draw(arrow, option.font, t.text3, run.left());
    run.skip(AwayGap);
    run.draw(field.after, option.font, value, run.left() - fixed / 2);
    run.skip(AwayGap);
    run.draw(who, option.font, t.text2, run.left());
}

} // namespace Leadline
