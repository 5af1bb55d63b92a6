// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "organizationtile.h"

#include "fonts.h"
#include "style.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

struct Colour
{
    Tone tone;
    const char *name;
};

/// Without the tone that says that something is wrong.
constexpr std::array<Colour, 5> Colours{{{Tone::Accent, QT_TRANSLATE_NOOP("OrganizationColor", "Blue")},
                                         {Tone::Violet, QT_TRANSLATE_NOOP("OrganizationColor", "Violet")},
                                         {Tone::Good, QT_TRANSLATE_NOOP("OrganizationColor", "Green")},
                                         {Tone::Warn, QT_TRANSLATE_NOOP("OrganizationColor", "Amber")},
                                         {Tone::Grey, QT_TRANSLATE_NOOP("OrganizationColor", "Gray")}}};

const Colour &colourAt(int colour)
{
    return Colours[std::size_t(qMax(0, colour)) % Colours.size()];
}

} // namespace

int organizationColours()
{
    return int(Colours.size());
}

Tone organizationTone(int colour)
{
    return colourAt(colour).tone;
}

QString organizationColourName(int colour)
{
    return QCoreApplication::translate("OrganizationColor", colourAt(colour).name);
}

QString initials(const QString &name)
{
    QString result;
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        // A letter outside the basic plane is two units; half of it would be drawn as a box.
        const qsizetype length = word.at(0).isHighSurrogate() && word.size() > 1 ? 2 : 1;
        if (!word.at(0).isLetterOrNumber() && length == 1)
            continue;
        result += word.left(length).toUpper();
        if (result.size() >= 2)
            break;
    }
    return result;
}

void paintOrganizationTile(QPainter *painter, const QRect &rect, const QString &name, Tone tone,
                           const Tokens &tokens)
{
    const bool small = rect.width() < 24;
    QString letters = initials(name);
    if (small && !letters.isEmpty())
        letters.truncate(letters.at(0).isHighSurrogate() ? 2 : 1);
    painter->save();
    paintBox(painter, rect, small ? 4 : 6, tokens.tone(tone), QColor());
    painter->setFont(sized(painter->font(), small ? 10 : FontSize::Small, QFont::DemiBold));
    painter->setPen(tokens.onAccent);
    painter->drawText(rect, Qt::AlignCenter, letters);
    painter->restore();
}

QIcon organizationIcon(const QString &name, Tone tone, const QWidget *widget)
{
    constexpr int side = 16;
    QPixmap pixmap(QSize(side, side) * widget->devicePixelRatio());
    pixmap.setDevicePixelRatio(widget->devicePixelRatio());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setFont(widget->font());
    paintOrganizationTile(&painter, QRect(0, 0, side, side), name, tone, Tokens::of(widget->palette()));
    return QIcon(pixmap);
}

} // namespace Leadline
