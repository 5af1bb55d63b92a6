// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace Leadline {

/// Shift+F10 opens the menu of what has the focus, in every window, as long as this lives. Qt 6.4 does so by itself on
/// Windows; elsewhere it knows the Menu key alone, which many keyboards do not have.
class ContextMenuKey : public QObject
{
    Q_OBJECT

public:
    explicit ContextMenuKey(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Leadline
