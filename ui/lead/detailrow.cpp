// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "detailrow.h"

#include "desktoplink.h"
#include "leadcontent.h"
#include "leadlinks.h"
#include "textblock.h"

#include <QHBoxLayout>

namespace Leadline {

DetailRow::DetailRow(QWidget *parent)
    : QWidget(parent)
    , m_label(new TextBlock(this))
    , m_value(new TextBlock(this))
    , m_link(new DesktopLink(this))
{
    setTextRole(m_label, TextRole::Secondary);
    m_label->setFixedWidth(LabelWidth - 8);
    m_label->setBuddy(m_link);
    m_link->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_label, 0, Qt::AlignTop);
    row->addSpacing(8);
    row->addWidget(m_value, 1);
    row->addWidget(m_link, 0, Qt::AlignTop);
}

void DetailRow::setDetail(const DetailLine &line)
{
    m_key = line.key;
    m_label->setBlockText(line.label);
    const bool leads = line.link.isValid();
    if (leads)
        m_link->setLink(websiteText(line.text), line.link, line.label + u' ' + line.text);
    else
        m_value->setBlockText(line.text);
    setTextRole(m_value, line.isEmpty ? TextRole::Hint : TextRole::Body);
    m_link->setVisible(leads);
    m_value->setVisible(!leads);
}

QWidget *DetailRow::shown() const
{
    return m_link->isHidden() ? static_cast<QWidget *>(m_value) : m_link;
}

} // namespace Leadline
