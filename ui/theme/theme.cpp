// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "theme.h"

#include "accessiblenames.h"
#include "fonts.h"
#include "resources.h"
#include "style.h"

#include <QApplication>
#include <QEvent>
#include <QPixmapCache>

namespace Leadline {

Theme::Theme(QApplication *application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_platformFont(QApplication::font())
{
    initResources();
    installAccessibleNames();
    application->installEventFilter(this);
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    apply();
}

void Theme::setReducedMotion(bool isReduced)
{
    m_isMotionReduced = isReduced;
    if (auto *style = qobject_cast<Style *>(QApplication::style()))
        style->setReducedMotion(isReduced);
}

bool Theme::isHighContrastPalette(const QPalette &palette)
{
    // Fusion's own light palette reaches 18.4; a high-contrast theme is black on white or the reverse.
    return contrastRatio(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > 19.5 &&
           contrastRatio(palette.color(QPalette::Base), palette.color(QPalette::Text)) > 19.5;
}

QPalette Theme::paletteFor(const QPalette &platform) const
{
    switch (m_mode) {
    case Mode::Light:
        return Tokens::lightTokens().palette();
    case Mode::Dark:
        return Tokens::darkTokens().palette();
    case Mode::HighContrast:
        return platform;
    case Mode::System:
        break;
    }
    if (isHighContrastPalette(platform))
        return platform;
    const bool dark =
        platform.color(QPalette::Window).lightness() < platform.color(QPalette::WindowText).lightness();
    return (dark ? Tokens::darkTokens() : Tokens::lightTokens()).palette();
}

void Theme::apply()
{
    m_applying = true;
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    setReducedMotion(m_isMotionReduced);
    // An empty palette makes the application take the platform's, which is then there to be read.
    QApplication::setPalette(QPalette());
    const QPalette platform = QApplication::palette();
    QApplication::setPalette(paletteFor(platform));
    QApplication::setFont(bodyFont(m_platformFont));
    QPixmapCache::clear();
    m_applying = false;
    Q_EMIT applied();
}

bool Theme::isDark() const
{
    return Tokens::of(QApplication::palette()).dark;
}

bool Theme::isHighContrast() const
{
    return Tokens::of(QApplication::palette()).highContrast;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Each window gets a ThemeChange; one new application is enough for all of them.
    if (event->type() == QEvent::ThemeChange && !m_applying && !m_again) {
        m_again = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_again = false;
                apply();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Leadline
