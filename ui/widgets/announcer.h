// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace Leadline {

/// Tells a screen reader what has happened where nothing that has the focus says so. Takes no room on the screen:
/// it is a status label whose name changes, as Qt has no event for announcements before 6.8.
class Announcer : public QLabel
{
    Q_OBJECT

public:
    explicit Announcer(QWidget *parent = nullptr);

    void announce(const QString &text);
};

} // namespace Leadline
