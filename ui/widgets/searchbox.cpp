// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "searchbox.h"

#include "fonts.h"
#include "icons.h"
#include "style.h"
#include "tokens.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace Leadline {

using namespace Qt::StringLiterals;

SearchBox::SearchBox(QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(tr("Search"));
    setTextMargins(layoutDirection() == Qt::RightToLeft ? QMargins(0, 0, 24, 0) : QMargins(24, 0, 0, 0));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QAction *ask = addAction(icon(u"external"_s), QLineEdit::TrailingPosition);
    ask->setObjectName(u"searchClose"_s);
    ask->setText(tr("Search Close"));
    ask->setToolTip(tr("Search Close (Enter)"));
    ask->setVisible(false);
    connect(ask, &QAction::triggered, this, [this] { Q_EMIT submitted(text()); });
    QAction *clear = addAction(icon(u"close"_s), QLineEdit::TrailingPosition);
    clear->setText(tr("Clear the search"));
    clear->setToolTip(tr("Clear the search"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [ask, clear](const QString &text) {
        ask->setVisible(!text.isEmpty());
        clear->setVisible(!text.isEmpty());
    });
}

void SearchBox::setShortcutHint(const QString &hint)
{
    m_hint = hint;
    update();
}

QSize SearchBox::sizeHint() const
{
    return {480, 32};
}

QSize SearchBox::minimumSizeHint() const
{
    return {160, 32};
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT submitted(text());
        return;
    case Qt::Key_Down:
        Q_EMIT leftDownwards();
        return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    const auto place = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    paintIcon(&painter, place(QRect(11, 0, 16, height())), u"search"_s, t.text2);
    // Words that do not run in the window's direction stand where the key would.
    if (m_hint.isEmpty() || !text().isEmpty() || hasFocus() ||
        placeholderText().isRightToLeft() != isRightToLeft())
        return;
    painter.setFont(sized(font(), FontSize::Heading));
    const int w = painter.fontMetrics().horizontalAdvance(m_hint) + 11;
    // Where both have no room, what the box is for matters more than its key.
    if (45 + fontMetrics().horizontalAdvance(placeholderText()) + 16 + w > width())
        return;
    const QRect pill = place(QRect(width() - 10 - w, (height() - 18) / 2, w, 18));
    paintBox(&painter, pill, 4, QColor(), t.line);
    painter.setPen(t.text3);
    painter.drawText(pill, Qt::AlignCenter, m_hint);
}

} // namespace Leadline
