// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace Leadline {

/// Gives the application its style, palette and font, and gives them again when the desktop's theme
/// changes. One per application, made after QApplication and destroyed before it.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// System follows the desktop: dark when its palette is dark, the desktop's own colours when
    /// they are a high-contrast pair.
    enum class Mode { System, Light, Dark, HighContrast };
    Q_ENUM(Mode)

    /// \a application is not owned. Nothing changes before apply().
    explicit Theme(QApplication *application, QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    /// Chooses and applies. Storing the choice is the caller's part.
    void setMode(Mode mode);
    /// The person wants nothing to move: what would fade or slide stands still.
    void setReducedMotion(bool isReduced);
    /// Applies style, palette and font.
    void apply();

    bool isDark() const;
    bool isHighContrast() const;

    /// True for a palette whose window and text are the strongest possible pair in both grounds.
    static bool isHighContrastPalette(const QPalette &palette);

Q_SIGNALS:
    /// Palette and font have just been given anew.
    void applied();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPalette paletteFor(const QPalette &platform) const;

    QApplication *m_application;
    QFont m_platformFont;
    Mode m_mode = Mode::System;
    bool m_isMotionReduced = false;
    bool m_applying = false;
    bool m_again = false;
};

} // namespace Leadline
