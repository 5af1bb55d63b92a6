// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace Leadline {

/// One line of plain text that elides in its middle when it has no room; the whole is in the tooltip and,
/// as text(), with a screen reader.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = QString(), QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    bool isElided() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// text() as it is drawn: with a buddy, "&" marks the letter that leads there.
    QString shownText() const;
    int mnemonicAt() const;

    Qt::TextElideMode m_mode = Qt::ElideMiddle;
};

/// How a text label of the look is drawn.
enum class TextRole { Body, Strong, Secondary, Small, Hint, Heading, Title, Display, Bad };

/// Gives \a label the font of \a role at once and its colour now and at each theme change.
void setTextRole(QLabel *label, TextRole role);

} // namespace Leadline
