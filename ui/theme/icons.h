// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace Leadline {

/// Which token tints an icon.
enum class IconTone { Text, Text2, Text3, Accent, OnAccent, Good, Warn, Bad };

/// A 16x16 line icon of resources/icons by its file name without ending ("building", "search", ...).
/// It is tinted from the application's palette each time it is painted, so a change of theme
/// reaches it; QIcon::Selected is accent, QIcon::Disabled is text3.
QIcon icon(const QString &name, IconTone tone = IconTone::Text2);

/// The names icon() knows.
QStringList iconNames();

/// Paints an icon in \a color, centred in \a rect at 16x16.
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);

/// The application's own icon in all its sizes.
QIcon applicationIcon();

} // namespace Leadline
