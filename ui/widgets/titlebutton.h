// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Leadline {

/// The title of a page where another one can be chosen: the title's text, and behind it a small arrow. Without a
/// choice it is plain text that cannot have the focus.
class TitleButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TitleButton(const QString &text, QWidget *parent = nullptr);

    /// Whether there is anything to choose.
    void setChoice(bool choice);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const;

    bool m_choice = false;
};

} // namespace Leadline
