// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "statusstrip.h"

#include "button.h"
#include "elidedlabel.h"
#include "tokens.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Leadline {

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_count(new ElidedLabel(QString(), this))
    , m_drafts(new Button(Button::Kind::Quiet, QString(), this))
    , m_sync(new ElidedLabel(QString(), this))
    , m_outbox(new Button(Button::Kind::Quiet, QString(), this))
    , m_action(new Button(Button::Kind::Quiet, QString(), this))
    , m_budget(new ElidedLabel(QString(), this))
{
    setFixedHeight(28);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 2, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_count, 1);
    row->addWidget(m_drafts);
    row->addWidget(m_outbox);
    connect(m_outbox, &Button::clicked, this, &StatusStrip::outboxActivated);
    row->addWidget(m_sync);
    for (Button *button : {m_drafts, m_outbox, m_action}) {
        button->setFixedHeight(24);
        button->hide();
    }
    m_drafts->setToolTip(tr("What you typed and Close does not have"));
    connect(m_drafts, &Button::clicked, this,
            [this] { Q_EMIT draftsRequested(m_drafts->mapToGlobal(QPoint(0, 0))); });
    row->addWidget(m_action);
    connect(m_action, &Button::clicked, this, &StatusStrip::syncActionTriggered);
    row->addWidget(m_budget);
    for (ElidedLabel *label : {m_count, m_sync, m_budget})
        setTextRole(label, TextRole::Small);
}

void StatusStrip::setCountText(const QString &text)
{
    m_count->setText(text);
}

void StatusStrip::setDraftsText(const QString &text)
{
    m_drafts->setText(text);
    m_drafts->setVisible(!text.isEmpty());
}

void StatusStrip::setSyncText(const QString &text)
{
    m_sync->setText(text);
    m_sync->setVisible(!text.isEmpty());
}

void StatusStrip::setSyncAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void StatusStrip::setOutboxText(const QString &text, bool isStopped)
{
    m_outbox->setText(text);
    m_outbox->setIconName(isStopped ? QStringLiteral("warning") : QStringLiteral("clock"));
    m_outbox->setVisible(!text.isEmpty());
}

void StatusStrip::setBudgetText(const QString &text)
{
    m_budget->setText(text);
    m_budget->setVisible(!text.isEmpty());
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    painter.fillRect(rect(), t.window);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

} // namespace Leadline
