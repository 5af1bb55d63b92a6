// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tokens.h"

#include <algorithm>
#include <cmath>

namespace Leadline {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens makeLight()
{
    Tokens t;
    t.window = rgb(0xF6F7F9);
    t.surface = rgb(0xFFFFFF);
    t.field = rgb(0xFFFFFF);
    t.sidebar = rgb(0xEFF1F4);
    t.line = rgb(0xE2E5EA);
    t.text = rgb(0x1A1F26);
    t.text2 = rgb(0x566070);
    t.text3 = rgb(0x626C7A);
    t.accent = rgb(0x2B59D9);
    t.onAccent = rgb(0xFFFFFF);
    t.accentSoft = rgb(0xE6EDFC);
    t.selection = rgb(0xDCE7FD);
    t.hover = rgb(0xF0F3F8);
    t.good = rgb(0x18774B);
    t.goodSoft = rgb(0xDFF3E8);
    t.warn = rgb(0x9A5200);
    t.warnSoft = rgb(0xFCEBD3);
    t.bad = rgb(0xB92C25);
    t.badSoft = rgb(0xFCE3E1);
    t.violet = rgb(0x6B45C6);
    t.violetSoft = rgb(0xECE6FA);
    t.grey = rgb(0x59636F);
    t.greySoft = rgb(0xE9ECF0);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.window = rgb(0x17191D);
    t.surface = rgb(0x1E2126);
    t.field = rgb(0x17191D);
    t.sidebar = rgb(0x1A1C21);
    t.line = rgb(0x30343B);
    t.text = rgb(0xE7EAEE);
    t.text2 = rgb(0xA6AFBB);
    t.text3 = rgb(0x8C96A3);
    t.accent = rgb(0x7EA2FF);
    t.onAccent = rgb(0x10131A);
    t.accentSoft = rgb(0x25314F);
    t.selection = rgb(0x2A3A61);
    t.hover = rgb(0x262A30);
    t.good = rgb(0x6CCB9B);
    t.goodSoft = rgb(0x1D3A2D);
    t.warn = rgb(0xF0B368);
    t.warnSoft = rgb(0x40301A);
    t.bad = rgb(0xFF938B);
    t.badSoft = rgb(0x452523);
    t.violet = rgb(0xB9A0FF);
    t.violetSoft = rgb(0x332B4D);
    t.grey = rgb(0xA6AFBB);
    t.greySoft = rgb(0x2B2F36);
    t.dark = true;
    return t;
}

/// High contrast: only what the platform's palette offers, and text in full strength everywhere.
Tokens fromPalette(const QPalette &p)
{
    Tokens t;
    t.window = t.sidebar = p.color(QPalette::Window);
    t.surface = t.field = p.color(QPalette::Base);
    t.text = t.text2 = t.text3 = t.line = p.color(QPalette::Text);
    t.accent = p.color(QPalette::Link);
    if (contrastRatio(t.accent, t.surface) < 4.5)
        t.accent = t.text;
    t.onAccent = t.surface;
    t.accentSoft = t.hover = t.surface;
    // Text colours are one for all states here, so the selection keeps the ground and gets a frame.
    t.selection = t.surface;
    t.good = t.warn = t.bad = t.violet = t.grey = t.text;
    t.goodSoft = t.warnSoft = t.badSoft = t.violetSoft = t.greySoft = t.surface;
    t.dark = t.window.lightness() < 128;
    t.highContrast = true;
    return t;
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor Tokens::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Grey:
        return grey;
    case Tone::Warn:
        return warn;
    case Tone::Accent:
        return accent;
    case Tone::Violet:
        return violet;
    case Tone::Good:
        return good;
    case Tone::Bad:
        return bad;
    }
    return grey;
}

QColor Tokens::toneSoft(Tone tone) const
{
    switch (tone) {
    case Tone::Grey:
        return greySoft;
    case Tone::Warn:
        return warnSoft;
    case Tone::Accent:
        return accentSoft;
    case Tone::Violet:
        return violetSoft;
    case Tone::Good:
        return goodSoft;
    case Tone::Bad:
        return badSoft;
    }
    return greySoft;
}

const Tokens &Tokens::lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &Tokens::darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

Tokens Tokens::of(const QPalette &palette)
{
    const QRgb window = palette.color(QPalette::Active, QPalette::Window).rgb();
    if (window == lightTokens().window.rgb())
        return lightTokens();
    if (window == darkTokens().window.rgb())
        return darkTokens();
    return fromPalette(palette);
}

QPalette Tokens::palette() const
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &color) {
        p.setColor(QPalette::All, role, color);
    };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, surface);
    set(QPalette::AlternateBase, hover);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, text3);
    set(QPalette::Button, surface);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, bad);
    set(QPalette::Highlight, dark ? selection : accent);
    set(QPalette::HighlightedText, dark ? text : onAccent);
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::ToolTipBase, surface);
    set(QPalette::ToolTipText, text);
    set(QPalette::Light, surface);
    set(QPalette::Midlight, hover);
    set(QPalette::Mid, line);
    set(QPalette::Dark, text3);
    set(QPalette::Shadow, line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, text3);
    return p;
}

} // namespace Leadline
