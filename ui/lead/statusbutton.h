// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QAbstractButton>

namespace Leadline {

/// A lead's status as a pill that opens a menu: by a click, Enter, Space or Alt+Down. Where the person may
/// not change it, it is only shown.
class StatusButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StatusButton(QWidget *parent = nullptr);

    void setStatus(const QString &label, Tone tone);
    /// Whether it opens a menu.
    void setChangeable(bool changeable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// \a position, global, is where the menu belongs.
    void menuRequested(const QPoint &position);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void request();

    Tone m_tone = Tone::Grey;
    bool m_isChangeable = true;
};

} // namespace Leadline
