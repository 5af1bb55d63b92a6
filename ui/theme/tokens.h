// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

namespace Leadline {

/// What a colour says: the six tones a status, a chip or a message can have.
enum class Tone { Grey, Warn, Accent, Violet, Good, Bad };

/// The named colours of the look. Every widget takes its colours from here, by Tokens::of(palette()).
struct Tokens
{
    QColor window;   ///< window, status bar, board columns
    QColor surface;  ///< tables, cards, toolbar, dialogs
    QColor field;    ///< ground of editable fields
    QColor sidebar;  ///< section list
    QColor line;     ///< 1-px separators and borders
    QColor text;     ///< main text
    QColor text2;    ///< secondary text
    QColor text3;    ///< hints
    QColor accent;   ///< primary button, links, focus, meters
    QColor onAccent; ///< text on accent
    QColor accentSoft;
    QColor selection; ///< selected rows and sections
    QColor hover;     ///< row or section under the pointer
    QColor good, goodSoft;
    QColor warn, warnSoft;
    QColor bad, badSoft;
    QColor violet, violetSoft;
    QColor grey, greySoft;
    bool dark = false;
    bool highContrast = false; ///< platform colours; pills are outlined

    QColor tone(Tone tone) const;
    QColor toneSoft(Tone tone) const;

    static const Tokens &lightTokens();
    static const Tokens &darkTokens();

    /// The tokens behind a palette: light or dark when the palette is one of ours, else tokens made
    /// from the palette's own colours (high contrast).
    static Tokens of(const QPalette &palette);

    /// A palette with every role filled from these tokens.
    QPalette palette() const;
};

/// Contrast of two opaque colours after WCAG 2.1, 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);

} // namespace Leadline
