// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "textblock.h"

#include "tokens.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Leadline {

void LineLayout::setText(const QString &text, const QFont &font, int width, int maximumLines)
{
    QString broken = text;
    broken.replace(u'\n', QChar::LineSeparator);
    m_isCut = false;
    m_layout.setText(broken);
    m_layout.setFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    // Plain text stands at the side its own script begins at; in a window from right to left all do at that
    // side.
    const bool atRight = text.isRightToLeft() || QGuiApplication::isRightToLeft();
    option.setAlignment(Qt::AlignAbsolute | (atRight ? Qt::AlignRight : Qt::AlignLeft));
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    m_lines = 0;
    for (;;) {
        QTextLine line = m_layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(qMax(width, 1));
        // Whole pixels: a baseline between two of them blurs the text.
        line.setPosition(
            QPointF(0, double(m_lines * LinePitch) + std::floor((LinePitch - line.height()) / 2)));
        ++m_lines;
        if (maximumLines > 0 && m_lines == maximumLines &&
            line.textStart() + line.textLength() < broken.size()) {
            m_isCut = true;
            break;
        }
    }
    m_layout.endLayout();
    if (m_isCut) {
        // Once more with an ellipsis where the last line ends.
        const QTextLine last = m_layout.lineAt(int(m_lines) - 1);
        QString kept = broken.left(last.textStart());
        QString tail = broken.mid(last.textStart(), last.textLength());
        while (!tail.isEmpty() && (tail.back().isSpace() || tail.back() == QChar::LineSeparator))
            tail.chop(1);
        kept += QFontMetrics(font).elidedText(tail + u"……"_s, Qt::ElideRight, width - 1).remove(u"……"_s);
        if (!kept.endsWith(u'…'))
            kept += u'…';
        kept.replace(QChar::LineSeparator, u'\n');
        setText(kept, font, width, 0);
        m_isCut = true;
    }
}

void LineLayout::draw(QPainter *painter, const QPointF &at,
                      const QList<QTextLayout::FormatRange> &selections) const
{
    m_layout.draw(painter, at, selections);
}

int LineLayout::positionAt(const QPointF &point) const
{
    if (m_lines == 0)
        return 0;
    const int index = qBound(0, int(std::floor(point.y() / LinePitch)), int(m_lines) - 1);
    return m_layout.lineAt(index).xToCursor(point.x());
}

TextBlock::TextBlock(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true); // else setText() takes the height for a width out of the policy
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::ClickFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TextBlock::setBlockText(const QString &newText)
{
    if (newText == text())
        return;
    m_laidOutWidth = -1;
    m_anchor = m_position = 0;
    setText(newText);
    updateGeometry();
}

QString TextBlock::selectedText() const
{
    return text().mid(qMin(m_anchor, m_position), std::abs(m_position - m_anchor));
}

const LineLayout &TextBlock::layoutFor(int width) const
{
    if (width != m_laidOutWidth) {
        m_lines.setText(text(), font(), width);
        m_laidOutWidth = width;
    }
    return m_lines;
}

QSize TextBlock::sizeHint() const
{
    const int wanted = fontMetrics().horizontalAdvance(text().left(200)) + 1;
    return {qMin(wanted, 240), LineLayout::LinePitch};
}

QSize TextBlock::minimumSizeHint() const
{
    return {24, LineLayout::LinePitch};
}

int TextBlock::heightForWidth(int width) const
{
    return qMax(layoutFor(width).height(), LineLayout::LinePitch);
}

void TextBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    QList<QTextLayout::FormatRange> selections;
    if (m_anchor != m_position) {
        QTextLayout::FormatRange range;
        range.start = qMin(m_anchor, m_position);
        range.length = std::abs(m_position - m_anchor);
        range.format.setBackground(Tokens::of(palette()).selection);
        selections.append(range);
    }
    layoutFor(width()).draw(&painter, {0, 0}, selections);
}

void TextBlock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        m_laidOutWidth = -1;
        updateGeometry();
    }
    QLabel::changeEvent(event);
}

void TextBlock::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_anchor = m_position = layoutFor(width()).positionAt(event->position());
    update();
}

void TextBlock::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_position = layoutFor(width()).positionAt(event->position());
    update();
}

void TextBlock::mouseDoubleClickEvent(QMouseEvent *event)
{
    // The word under the pointer.
    const QString whole = text();
    const auto isWord = [&whole](qsizetype i) {
        return i >= 0 && i < whole.size() && !whole.at(i).isSpace() && whole.at(i) != u',';
    };
    qsizetype start = layoutFor(width()).positionAt(event->position());
    qsizetype end = start;
    while (isWord(start - 1))
        --start;
    while (isWord(end))
        ++end;
    m_anchor = int(start);
    m_position = int(end);
    update();
}

void TextBlock::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        m_position = int(text().size());
        update();
    } else {
        QLabel::keyPressEvent(event);
    }
}

void TextBlock::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m_anchor = m_position = 0;
        update();
    }
    QLabel::focusOutEvent(event);
}

void TextBlock::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &TextBlock::copy);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

void TextBlock::copy() const
{
    const QString part = selectedText();
    QGuiApplication::clipboard()->setText(part.isEmpty() ? text() : part);
}

} // namespace Leadline
