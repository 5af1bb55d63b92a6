// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace Leadline {

/// A push button of the look: 32 high, radius 6; Primary is filled with the accent, Quiet has
/// no border until it is pointed at. An icon by name is tinted to match.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind { Normal, Primary, Quiet };

    explicit Button(const QString &text, QWidget *parent = nullptr);
    Button(Kind kind, const QString &text, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// Icon of resources/icons; empty for none. A button without text needs an accessible name.
    void setIconName(const QString &name);
    /// A shortcut shown, small, after the text; showing only, the shortcut itself is the caller's.
    void setShortcutHint(const QString &hint);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int contentWidth() const;

    Kind m_kind = Kind::Normal;
    QString m_iconName;
    QString m_hint;
};

} // namespace Leadline
