// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "emptystate.h"

#include "button.h"
#include "elidedlabel.h"

#include <QVBoxLayout>

namespace Leadline {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_button(new Button(QString(), this))
{
    setTextRole(m_title, TextRole::Strong);
    setTextRole(m_hint, TextRole::Secondary);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_hint->setFixedWidth(360);
    m_title->setFixedWidth(360);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(m_hint, 0, Qt::AlignHCenter);
    column->addSpacing(16);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyState::setContent(const QString &title, const QString &hint, const QString &action)
{
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_button->setText(action);
    m_button->updateGeometry();
    m_button->setVisible(!action.isEmpty());
}

} // namespace Leadline
