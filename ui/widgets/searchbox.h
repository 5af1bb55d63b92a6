// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace Leadline {

/// The search field of the toolbar: a glass at its left, its shortcut at its right while it is empty,
/// a button to clear it while it is not. Accessible name "Search".
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    void setShortcutHint(const QString &hint);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter: ask Close.
    void submitted(const QString &text);
    /// Down: the list below takes over.
    void leftDownwards();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_hint;
};

} // namespace Leadline
