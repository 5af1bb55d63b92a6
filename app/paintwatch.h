// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace Leadline {

/// Marks the moment at which the first rows of a table stand on the screen. Made only when somebody reads the
/// category leadline.start.
class PaintWatch : public QObject
{
    Q_OBJECT

public:
    explicit PaintWatch(QObject *application);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Leadline
