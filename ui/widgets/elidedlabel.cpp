// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "elidedlabel.h"

#include "fonts.h"
#include "plaintext.h"
#include "tokens.h"

#include <QApplication>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace Leadline {

namespace {

/// Keeps a label's foreground in step with the palette; lives as the label's child.
class RoleKeeper : public QObject
{
public:
    RoleKeeper(QLabel *label, TextRole role)
        : QObject(label)
        , m_label(label)
        , m_role(role)
    {
        label->installEventFilter(this);
        applyRole();
    }

    void setRole(TextRole role)
    {
        m_role = role;
        applyRole();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // setPalette() below sends PaletteChange again: the guard ends that.
        if (!m_busy &&
            (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange))
            applyRole();
        return QObject::eventFilter(watched, event);
    }

private:
    void applyRole()
    {
        m_busy = true;
        const QFont base = QApplication::font();
        const Tokens t = Tokens::of(m_label->palette());
        QColor color = t.text;
        QFont font = base;
        switch (m_role) {
        case TextRole::Body:
            break;
        case TextRole::Strong:
            font = sized(base, FontSize::Body, QFont::DemiBold);
            break;
        case TextRole::Secondary:
            color = t.text2;
            break;
        case TextRole::Small:
            color = t.text2;
            font = sized(base, FontSize::Small);
            break;
        case TextRole::Hint:
            color = t.text3;
            font = sized(base, FontSize::Small);
            break;
        case TextRole::Heading:
            color = t.text2;
            font = sized(base, FontSize::Heading, QFont::DemiBold);
            font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
            break;
        case TextRole::Title:
            font = sized(base, FontSize::Title, QFont::DemiBold);
            break;
        case TextRole::Display:
            font = sized(base, FontSize::Display, QFont::DemiBold);
            break;
        case TextRole::Bad:
            color = t.bad;
            font = sized(base, FontSize::Small);
            break;
        }
        QPalette own;
        own.setColor(QPalette::WindowText, color);
        m_label->setPalette(own);
        m_label->setFont(font);
        m_busy = false;
    }

    QLabel *m_label;
    TextRole m_role;
    bool m_busy = false;
};

} // namespace

void setTextRole(QLabel *label, TextRole role)
{
    label->setTextFormat(Qt::PlainText);
    for (QObject *child : label->children()) {
        if (auto *keeper = dynamic_cast<RoleKeeper *>(child)) {
            keeper->setRole(role);
            return;
        }
    }
    new RoleKeeper(label, role);
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QString ElidedLabel::shownText() const
{
    if (!buddy())
        return text();
    QString shown;
    const QString whole = text();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (whole.at(i) == u'&' && i + 1 < whole.size())
            ++i;
        shown += whole.at(i);
    }
    return shown;
}

int ElidedLabel::mnemonicAt() const
{
    if (!buddy())
        return -1;
    const QString whole = text();
    int at = 0;
    for (qsizetype i = 0; i + 1 < whole.size(); ++i, ++at) {
        if (whole.at(i) != u'&')
            continue;
        if (whole.at(++i) != u'&')
            return at;
    }
    return -1;
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(shownText()) > contentsRect().width();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins m = contentsMargins();
    return {fontMetrics().horizontalAdvance(shownText()) + 1 + m.left() + m.right(),
            qMax(fontMetrics().height(), QFontInfo(font()).pixelSize() >= FontSize::Title ? 24 : 20)};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 24), sizeHint().height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (isElided())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(shownText()),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const QString whole = shownText();
    const QRect room = contentsRect();
    const QString shown = fontMetrics().elidedText(whole, m_mode, room.width());
    const bool right = QStyle::visualAlignment(layoutDirection(), alignment()) & Qt::AlignRight;
    drawPlainLine(&painter, room, shown, right);
    if (const int at = mnemonicAt(); at >= 0 && shown == whole && !whole.isRightToLeft()) {
        const int width = fontMetrics().horizontalAdvance(whole);
        const int begin = (right ? room.right() + 1 - width : room.left()) +
                          fontMetrics().horizontalAdvance(whole.left(at));
        const int y = room.top() + (room.height() + fontMetrics().ascent() - fontMetrics().descent()) / 2 + 2;
        painter.fillRect(begin, y, fontMetrics().horizontalAdvance(whole.at(at)), 1, painter.pen().color());
    }
}

} // namespace Leadline
