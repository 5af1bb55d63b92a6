// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QPointer>

class QMenu;

namespace Leadline {

/// A small rounded button: a filter that is on ("Status: Trial ×") or one to add ("+ Filter").
/// Clicking the text emits clicked() or opens the menu; the cross, Delete or Backspace emits removed().
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, bool removable = true, QWidget *parent = nullptr);

    /// Opened below the chip on a click; not owned.
    void setMenu(QMenu *menu);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect crossRect() const;

    QPointer<QMenu> m_menu;
    bool m_removable;
    bool m_crossPressed = false;
    bool m_crossHovered = false;
};

} // namespace Leadline
