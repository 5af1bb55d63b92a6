// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace Leadline {

/// Tells of the moment at which the first rows of a table stand on the screen.
class PaintWatch : public QObject
{
    Q_OBJECT

public:
    /// Watches all widgets from now on until the moment has come.
    explicit PaintWatch(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void firstRowsPainted();
};

} // namespace Leadline
