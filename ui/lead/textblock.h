// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "elidedlabel.h"

#include <QTextLayout>

namespace Leadline {

/// Lines of plain text on a 20-px pitch.
class LineLayout
{
public:
    static constexpr int LinePitch = 20;

    /// Breaks \a text into lines of \a width; from \a maximumLines on, the last one ends in "…". 0 is no
    /// limit.
    void setText(const QString &text, const QFont &font, int width, int maximumLines = 0);
    int height() const { return int(m_lines) * LinePitch; }
    bool isCut() const { return m_isCut; }
    void draw(QPainter *painter, const QPointF &at,
              const QList<QTextLayout::FormatRange> &selections = {}) const;
    /// Position of the character under \a point.
    int positionAt(const QPointF &point) const;

private:
    QTextLayout m_layout;
    qsizetype m_lines = 0;
    bool m_isCut = false;
};

/// Plain text that wraps, on 20-px lines, and can be marked with the mouse and copied. Light: it holds no
/// text document. Its text is its accessible name.
class TextBlock : public QLabel
{
    Q_OBJECT

public:
    explicit TextBlock(QWidget *parent = nullptr);

    /// Use this, not setText().
    void setBlockText(const QString &text);
    QString selectedText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    const LineLayout &layoutFor(int width) const;
    void copy() const;

    mutable LineLayout m_lines;
    mutable int m_laidOutWidth = -1;
    int m_anchor = 0;
    int m_position = 0;
};

} // namespace Leadline
