// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace Leadline {

/// A row of choices of which one is on ("Board", "List", "Forecast"). Arrows move between them.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QStringList &texts, QWidget *parent = nullptr);

    int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);
    /// By the person, also when it is on already.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace Leadline
