// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

/// Qt's own fallbacks, which say nothing about the person's desktop.
bool isNamedByPlatform(const QFont &font)
{
    const QString platform = QGuiApplication::platformName();
    if (platform == "offscreen"_L1 || platform == "minimal"_L1)
        return false;
    const QString family = font.family();
    return !family.isEmpty() && family.compare("Sans Serif"_L1, Qt::CaseInsensitive) != 0 &&
           family.compare("Sans"_L1, Qt::CaseInsensitive) != 0 &&
           family.compare("Helvetica"_L1, Qt::CaseInsensitive) != 0;
}

} // namespace

QFont bodyFont(const QFont &platformFont)
{
    QFont font = platformFont;
    if (!isNamedByPlatform(platformFont)) {
        for (const auto &family : {u"Inter"_s, u"Noto Sans"_s, u"Cantarell"_s, u"DejaVu Sans"_s}) {
            if (QFontDatabase::hasFamily(family)) {
                font.setFamilies({family});
                break;
            }
        }
    }
    font.setPixelSize(FontSize::Body);
    font.setWeight(QFont::Normal);
    return font;
}

QFont sized(const QFont &base, int pixelSize, QFont::Weight weight)
{
    QFont font = base;
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    return font;
}

} // namespace Leadline
