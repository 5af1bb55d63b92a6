// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "card.h"

#include "style.h"
#include "tokens.h"

#include <QPainter>
#include <QVBoxLayout>

namespace Leadline {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(13, 11, 13, 11);
    m_column->setSpacing(0);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    paintBox(&painter, rect(), 8, t.surface, t.line);
}

} // namespace Leadline
