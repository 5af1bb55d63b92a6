// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QFont>
#include <QRectF>
#include <QString>
#include <QWidget>

class QPainter;

namespace Leadline {

/// Size of a pill: 20 high, a 6-px dot before the word.
QSize pillSize(const QFont &bodyFont, const QString &text);

/// Paints a status pill at the left of \a rect, vertically centred, elided to its width. The colours
/// come from \a tokens, on a selected row too: each pill keeps its soft ground. In high contrast it
/// is outlined text.
void paintPill(QPainter *painter, const QRectF &rect, const QString &text, Tone tone, const Tokens &tokens,
               const QFont &bodyFont);

/// A pill as a widget. Its text is its accessible name.
class PillLabel : public QWidget
{
    Q_OBJECT

public:
    explicit PillLabel(QWidget *parent = nullptr);

    void setPill(const QString &text, Tone tone);
    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Grey;
};

} // namespace Leadline
