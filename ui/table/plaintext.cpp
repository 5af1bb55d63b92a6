// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "plaintext.h"

#include <QPainter>

namespace Leadline {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return text;
    return "<p style='white-space:pre-wrap'>"_L1 + text.toHtmlEscaped() + "</p>"_L1;
}

QString isolated(const QString &name)
{
    return name.isRightToLeft() ? QChar(0x2068) + name + QChar(0x2069) : name;
}

void drawPlainLine(QPainter *painter, const QRect &rect, const QString &text, bool rightAligned)
{
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignAbsolute |
                      (rightAligned ? Qt::AlignRight : Qt::AlignLeft) |
                      (text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight);
    painter->drawText(rect, flags, text);
}

} // namespace Leadline
