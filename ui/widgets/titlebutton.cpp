// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "titlebutton.h"

#include "fonts.h"
#include "icons.h"
#include "style.h"
#include "tokens.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int TitleButtonHeight = 30;
constexpr int ArrowRoom = 22;
constexpr int Longest = 320;

} // namespace

TitleButton::TitleButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setChoice(false);
}

void TitleButton::setChoice(bool choice)
{
    m_choice = choice;
    setFocusPolicy(choice ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(choice ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

QFont TitleButton::titleFont() const
{
    return sized(font(), FontSize::Title, QFont::DemiBold);
}

QSize TitleButton::sizeHint() const
{
    const int wide = qMin(Longest, QFontMetrics(titleFont()).horizontalAdvance(text()) + 1);
    return {wide + (m_choice ? ArrowRoom : 0), TitleButtonHeight};
}

QSize TitleButton::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 80), TitleButtonHeight};
}

void TitleButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const Tokens t = Tokens::of(palette());
    const QFontMetrics metrics(titleFont());
    const int room = width() - (m_choice ? ArrowRoom : 0);
    const QString shown = metrics.elidedText(text(), Qt::ElideMiddle, room);
    const auto place = [&](const QRect &at) { return QStyle::visualRect(layoutDirection(), rect(), at); };
    painter.setFont(titleFont());
    painter.setPen(t.text);
    painter.drawText(place(QRect(0, 0, room, height())), int(Qt::AlignVCenter) | int(Qt::TextSingleLine), shown);
    if (m_choice)
        paintIcon(&painter, place(QRect(metrics.horizontalAdvance(shown) + 6, (height() - 16) / 2, 16, 16)),
                  u"chevron-down"_s, underMouse() || isDown() ? t.text : t.text2);
    if (hasFocus())
        paintFocusRing(&painter, rect(), 6, t.accent);
}

} // namespace Leadline
