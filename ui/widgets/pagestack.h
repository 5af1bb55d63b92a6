// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStackedWidget>

namespace Leadline {

/// Pages that take the room there is. QStackedWidget asks every page, hidden ones too, how high it would be, and all
/// their texts are shaped for that after each change of any of them: half of what a start cost.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return {}; }
    QSize minimumSizeHint() const override { return {}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Leadline
