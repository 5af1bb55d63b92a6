// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace Leadline {

class Button;

/// What stands where there is nothing to show: what it is, what to do, a button that does it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// \a action may be empty: then there is no button.
    void setContent(const QString &title, const QString &hint, const QString &action = QString());
    Button *button() const { return m_button; }

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel *m_title;
    QLabel *m_hint;
    Button *m_button;
};

} // namespace Leadline
