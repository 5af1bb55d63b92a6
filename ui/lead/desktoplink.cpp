// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "desktoplink.h"

#include "fonts.h"
#include "leadlinks.h"
#include "plaintext.h"
#include "style.h"
#include "tokens.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace Leadline {

DesktopLink::DesktopLink(QWidget *parent)
    : LinkButton(QString(), parent)
{
    connect(this, &LinkButton::clicked, this, [this] { openLink(m_url); });
}

void DesktopLink::setLink(const QString &newText, const QUrl &url, const QString &name)
{
    m_url = url;
    if (newText != text()) {
        setText(newText);
        setShortcut({}); // an "&" in a record's text is no key of ours
        updateGeometry();
    }
    setAccessibleName(name.isEmpty() ? newText : name);
    const bool leads = url.isValid();
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setFocusPolicy(leads ? Qt::StrongFocus : Qt::ClickFocus);
    update();
}

void DesktopLink::paintEvent(QPaintEvent *event)
{
    if (!m_isQuiet && m_url.isValid()) {
        LinkButton::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    QFont f = sized(font(), FontSize::Body);
    const bool isHot = underMouse() && m_url.isValid();
    f.setUnderline(isHot);
    painter.setFont(f);
    painter.setPen(isHot ? t.accent : t.text2);
    drawPlainLine(&painter, rect(), painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, width()),
                  layoutDirection() == Qt::RightToLeft);
    if (hasFocus())
        paintFocusRing(&painter, rect(), 4, t.accent);
}

void DesktopLink::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &DesktopLink::copy);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

void DesktopLink::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        LinkButton::keyPressEvent(event);
}

void DesktopLink::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

} // namespace Leadline
