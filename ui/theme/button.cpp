// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"

#include "fonts.h"
#include "icons.h"
#include "tokens.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace Leadline {

namespace {
constexpr int ButtonHeight = 32;
constexpr int ButtonPadding = 15;
constexpr int IconGap = 8;
constexpr int HintGap = 14;

/// "&Save" is drawn with or without its mnemonic; it is measured without.
QString plain(QString text)
{
    return text.remove(u'&');
}
} // namespace

Button::Button(const QString &text, QWidget *parent)
    : Button(Kind::Normal, text, parent)
{
}

Button::Button(Kind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setShortcutHint(const QString &hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

int Button::contentWidth() const
{
    int width = 0;
    if (!text().isEmpty())
        width += QFontMetrics(sized(font(), FontSize::Body, QFont::Medium)).horizontalAdvance(plain(text()));
    if (!m_iconName.isEmpty())
        width += 16 + (text().isEmpty() ? 0 : IconGap);
    if (!m_hint.isEmpty())
        width += HintGap + QFontMetrics(sized(font(), FontSize::Heading)).horizontalAdvance(m_hint) + 6;
    return width;
}

QSize Button::sizeHint() const
{
    const int padding = text().isEmpty() ? 11 : ButtonPadding;
    return {contentWidth() + 2 * padding, ButtonHeight};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const Tokens t = Tokens::of(palette());
    const bool primary = m_kind == Kind::Primary;
    QColor color = primary ? t.onAccent : t.text;
    if (!isEnabled())
        color = primary ? t.text2 : t.text3;
    int x = (width() - contentWidth()) / 2;
    const auto place = [this](int at, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(at, 0, w, height()));
    };
    if (!m_iconName.isEmpty()) {
        const QColor iconColor = primary ? color : (isEnabled() ? t.text2 : t.text3);
        paintIcon(&painter, place(x, 16), m_iconName, iconColor);
        x += 16 + IconGap;
    }
    if (!text().isEmpty()) {
        painter.setFont(sized(font(), FontSize::Body, QFont::Medium));
        painter.setPen(color);
        const int w = painter.fontMetrics().horizontalAdvance(plain(text()));
        const int mnemonic = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this)
                                 ? Qt::TextShowMnemonic
                                 : Qt::TextHideMnemonic;
        painter.drawText(place(x, w + 1), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | mnemonic,
                         text());
        x += w + HintGap;
    }
    if (!m_hint.isEmpty()) {
        painter.setFont(sized(font(), FontSize::Heading));
        painter.setPen(primary ? color : t.text2);
        painter.drawText(place(x, width() - x), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         m_hint);
    }
}

} // namespace Leadline
