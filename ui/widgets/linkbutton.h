// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Leadline {

/// A link: accent text without a frame, reachable with the keyboard. Elides in its middle.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text = QString(), QWidget *parent = nullptr);

    /// 12 px instead of 13.
    void setSmall(bool small);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QFont textFont() const;

    bool m_small = false;
};

} // namespace Leadline
