// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace Leadline {

/// Text from the CRM for QToolTip, which would take "<b>" in it for markup: escaped and wrapped.
QString plainToolTip(const QString &text);

/// A name for a place in a longer line: from right to left, it would turn the whole line around.
QString isolated(const QString &name);

/// One line of text, vertically centred, at the left or right of \a rect wherever the text's own
/// direction begins; brackets and digits of a right-to-left name come out in its order.
void drawPlainLine(QPainter *painter, const QRect &rect, const QString &text, bool rightAligned = false);

} // namespace Leadline
