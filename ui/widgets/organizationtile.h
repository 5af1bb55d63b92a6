// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QIcon>

class QPainter;

namespace Leadline {

/// How many colours organizations can have.
int organizationColours();
/// The tone of an organization's colour, counted from 0; beyond the last one they begin again.
Tone organizationTone(int colour);
/// What a person calls that colour.
QString organizationColourName(int colour);

/// The first letters of a name's first two words, or of its first word: "Lumen Optics" gives "LO".
QString initials(const QString &name);

/// A rounded square of the organization's colour with its initials, or, where there is no room for two, the
/// first of them.
void paintOrganizationTile(QPainter *painter, const QRect &rect, const QString &name, Tone tone,
                           const Tokens &tokens);
/// The same as an icon of 16 pixels, for a menu of \a widget.
QIcon organizationIcon(const QString &name, Tone tone, const QWidget *widget);

} // namespace Leadline
