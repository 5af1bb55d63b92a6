// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadpage.h"

#include "button.h"
#include "leadlinks.h"
#include "leadview.h"
#include "tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int HeaderHeight = 49;

Button *iconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new Button(Button::Kind::Quiet, QString(), parent);
    button->setIconName(iconName);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

LeadPage::LeadPage(StatusPalette *palette, QWidget *parent)
    : QWidget(parent)
    , m_view(new LeadView(LeadView::Layout::Page, palette, this))
    , m_back(new Button(Button::Kind::Quiet, tr("Back"), this))
    , m_previous(iconButton(u"arrow-up"_s, tr("Previous record"), this))
    , m_next(iconButton(u"arrow-down"_s, tr("Next record"), this))
    , m_openInClose(new Button(Button::Kind::Quiet, tr("Open in Close"), this))
    , m_copyLink(new Button(Button::Kind::Quiet, tr("Copy Link"), this))
    , m_edit(new Button(tr("Edit Lead"), this))
{
    m_back->setIconName(u"chevron-left"_s);
    m_openInClose->setIconName(u"external"_s);
    m_copyLink->setIconName(u"link"_s);
    m_edit->setIconName(u"edit"_s);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(8, 8, 16, 8);
    header->setSpacing(4);
    for (Button *button : {m_back, m_previous, m_next})
        header->addWidget(button);
    header->addStretch(1);
    for (Button *button : {m_copyLink, m_openInClose})
        header->addWidget(button);
    header->addSpacing(4);
    header->addWidget(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addSpacing(1); // the line painted below the header
    column->addWidget(m_view, 1);

    connect(m_back, &QPushButton::clicked, this, &LeadPage::backRequested);
    connect(m_previous, &QPushButton::clicked, this, &LeadPage::previousRequested);
    connect(m_next, &QPushButton::clicked, this, &LeadPage::nextRequested);
    connect(m_openInClose, &QPushButton::clicked, this, [this] { openLink(closePage()); });
    connect(m_copyLink, &QPushButton::clicked, this, &LeadPage::copyLink);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_view->leadId()); });
    connect(m_view, &LeadView::leadShown, this, &LeadPage::updateButtons);
    setFocusProxy(m_back);
    setNeighbours(false, false);
    updateButtons();
}

void LeadPage::setSession(Session *session)
{
    m_isWritable = session && !session->isReadOnly();
    m_view->setSession(session);
    updateButtons();
}

void LeadPage::setLead(const QString &id, const QString &highlightedRecordId)
{
    m_view->setLead(id, highlightedRecordId);
    updateButtons();
}

void LeadPage::setNeighbours(bool hasPrevious, bool hasNext)
{
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
}

QUrl LeadPage::closePage() const
{
    return closePageUrl(m_view->lead().htmlUrl);
}

void LeadPage::copyLink()
{
    const QUrl url = closePage();
    if (url.isValid())
        QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
}

void LeadPage::updateButtons()
{
    const bool hasLink = closePage().isValid();
    m_openInClose->setEnabled(hasLink);
    m_copyLink->setEnabled(hasLink);
    m_edit->setEnabled(!m_view->leadId().isEmpty());
    m_edit->setVisible(m_isWritable);
}

/// With the keyboard in the header the keys of the lead below work all the same.
void LeadPage::keyPressEvent(QKeyEvent *event)
{
    if (!m_view->takeKey(*event))
        QWidget::keyPressEvent(event);
}

void LeadPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, HeaderHeight - 1, width(), 1), t.line);
}

} // namespace Leadline
