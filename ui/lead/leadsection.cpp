// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadsection.h"

#include "elidedlabel.h"
#include "linkbutton.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QAccessibleInterface *sectionFactory(const QString &className, QObject *object)
{
    if ((className == "Leadline::LeadSection"_L1 || className == "Leadline::ContactCard"_L1) && object &&
        object->isWidgetType())
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Grouping);
    return nullptr;
}

} // namespace

LeadSection::LeadSection(const QString &title, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QHBoxLayout)
    , m_title(new ElidedLabel(title, this))
    , m_count(new ElidedLabel(QString(), this))
    , m_action(new LinkButton(action, this))
    , m_hint(new QLabel(this))
    , m_body(new QVBoxLayout)
{
    // Installing the same factory again is ignored by Qt.
    QAccessible::installFactory(sectionFactory);
    setAccessibleName(title);
    setTextRole(m_title, TextRole::Strong);
    setTextRole(m_count, TextRole::Secondary);
    setTextRole(m_hint, TextRole::Hint);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_count->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_count->hide();
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_action->setVisible(!action.isEmpty());
    connect(m_action, &LinkButton::clicked, this, &LeadSection::actionTriggered);

    m_heading->setSpacing(0);
    m_heading->addWidget(m_title);
    m_heading->addSpacing(7);
    m_heading->addWidget(m_count);
    m_heading->addStretch(1);
    m_heading->addWidget(m_action);
    m_body->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_heading);
    column->addSpacing(6);
    column->addWidget(m_hint);
    column->addLayout(m_body);
}

LinkButton *LeadSection::addAction(const QString &text, const QString &accessibleName)
{
    auto *link = new LinkButton(text, this);
    link->setAccessibleName(accessibleName);
    const int at = m_heading->indexOf(m_action);
    m_heading->insertWidget(at, link);
    m_heading->insertSpacing(at + 1, 16);
    setTabOrder(link, m_action);
    return link;
}

void LeadSection::setCount(qsizetype count)
{
    m_count->setText(count < 0 ? QString() : QLocale().toString(qlonglong(count)));
    m_count->setVisible(count >= 0);
}

void LeadSection::setHint(const QString &hint)
{
    // On the page's side, in whichever language it is: a label goes by its text.
    m_hint->setAlignment(Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) |
                         Qt::AlignVCenter);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

} // namespace Leadline
