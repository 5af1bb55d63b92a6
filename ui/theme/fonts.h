// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace Leadline {

/// The type sizes of the look, in pixels at 100 %.
namespace FontSize {
inline constexpr int Heading = 11; ///< group headings
inline constexpr int Small = 12;   ///< headers, hints, pills
inline constexpr int Body = 13;
inline constexpr int Title = 18;
inline constexpr int Display = 24;
} // namespace FontSize

/// The body font: the platform theme's family, or, where no platform theme names one, the first of
/// Inter, Noto Sans, Cantarell and DejaVu Sans that is installed. 13 px.
QFont bodyFont(const QFont &platformFont);

/// \a base at another size and weight.
QFont sized(const QFont &base, int pixelSize, QFont::Weight weight = QFont::Normal);

} // namespace Leadline
