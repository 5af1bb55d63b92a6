// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pagestack.h"

#include "tokens.h"

#include <QPainter>

namespace Leadline {

void PageStack::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(palette()).surface);
}

} // namespace Leadline
