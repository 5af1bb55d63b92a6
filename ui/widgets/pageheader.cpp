// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pageheader.h"

#include "elidedlabel.h"
#include "flowlayout.h"

#include <QHBoxLayout>

namespace Leadline {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title, this))
    , m_count(new ElidedLabel(QString(), this))
    , m_leading(new QHBoxLayout)
    , m_end(new QHBoxLayout)
    , m_chips(new QWidget(this))
    , m_flow(new FlowLayout(12, true, m_chips))
{
    setMinimumHeight(49);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setTextRole(m_title, TextRole::Title);
    setTextRole(m_count, TextRole::Secondary);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_count->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_count->hide();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_chips->setSizePolicy(policy);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 10);
    row->setSpacing(0);
    row->addWidget(m_title, 0, Qt::AlignVCenter);
    row->addSpacing(12);
    row->addWidget(m_count, 0, Qt::AlignVCenter);
    row->addLayout(m_leading);
    row->addSpacing(12);
    row->addWidget(m_chips, 1, Qt::AlignVCenter);
    row->addLayout(m_end);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->updateGeometry();
}

void PageHeader::setCountText(const QString &text)
{
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
    m_count->updateGeometry();
}

void PageHeader::addLeading(QWidget *widget)
{
    m_leading->addWidget(widget);
}

void PageHeader::setTitleWidget(QWidget *widget)
{
    m_title->hide();
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(0, widget, 0, Qt::AlignVCenter);
}

void PageHeader::addEnd(QWidget *widget)
{
    m_end->addSpacing(m_end->isEmpty() ? 12 : 8);
    m_end->addWidget(widget, 0, Qt::AlignVCenter);
}

void PageHeader::addTrailing(QWidget *widget)
{
    widget->setParent(m_chips);
    m_flow->addWidget(widget);
    widget->show();
    m_chips->updateGeometry();
}

void PageHeader::clearTrailing()
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        // The chip may be the sender of the signal that led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace Leadline
