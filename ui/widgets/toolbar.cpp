// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "toolbar.h"

#include "button.h"
#include "elidedlabel.h"
#include "icons.h"
#include "searchbox.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {
QToolButton *arrow(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFixedSize(26, 32);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}
} // namespace

StateLabel::StateLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextRole(this, TextRole::Secondary);
    setContentsMargins(isRightToLeft() ? QMargins(0, 0, 14, 0) : QMargins(14, 0, 0, 0));
}

void StateLabel::setState(const QString &text, Tone tone)
{
    m_tone = tone;
    setText(text);
    update();
}

void StateLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (text().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tokens::of(palette()).tone(m_tone));
    painter.drawEllipse(QStyle::visualRect(layoutDirection(), rect(), QRect(0, height() / 2 - 4, 8, 8)));
}

Toolbar::Toolbar(QWidget *parent)
    : QWidget(parent)
    , m_back(arrow(u"chevron-left"_s, tr("Back"), this))
    , m_forward(arrow(u"chevron-right"_s, tr("Forward"), this))
    , m_search(new SearchBox(this))
    , m_state(new StateLabel(this))
    , m_refresh(new Button(QString(), this))
    , m_newOpportunity(new Button(tr("New Opportunity"), this))
    , m_newLead(new Button(Button::Kind::Primary, tr("New Lead"), this))
{
    setFixedHeight(52);
    m_search->setMaximumWidth(480);
    m_search->setShortcutHint(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_refresh->setIconName(u"refresh"_s);
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Refresh"));
    m_newLead->setIconName(u"plus"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 16, 1);
    row->setSpacing(0);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(14);
    row->addWidget(m_search, 1);
    row->addSpacing(16);
    row->addStretch(0);
    row->addWidget(m_state);
    row->addSpacing(8);
    row->addWidget(m_refresh);
    row->addSpacing(24);
    row->addWidget(m_newOpportunity);
    row->addSpacing(8);
    row->addWidget(m_newLead);

    connect(m_back, &QToolButton::clicked, this, &Toolbar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &Toolbar::forwardRequested);
    connect(m_refresh, &QPushButton::clicked, this, &Toolbar::refreshRequested);
    connect(m_newOpportunity, &QPushButton::clicked, this, &Toolbar::newOpportunityRequested);
    connect(m_newLead, &QPushButton::clicked, this, &Toolbar::newLeadRequested);
    setHistory(false, false);
}

void Toolbar::setHistory(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void Toolbar::setSyncState(const QString &text, Tone tone)
{
    m_state->setState(text, tone);
}

void Toolbar::setWritable(bool writable)
{
    m_newLead->setVisible(writable);
    m_newOpportunity->setVisible(writable);
}

void Toolbar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace Leadline
