// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sidebar.h"

#include "elidedlabel.h"
#include "fonts.h"
#include "navigationlist.h"
#include "organizationtile.h"
#include "plaintext.h"
#include "style.h"
#include "tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace Leadline {

using namespace Qt::StringLiterals;

OrganizationButton::OrganizationButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(tr("Opens the organization menu"));
}

void OrganizationButton::setOrganization(const QString &organization, const QString &user)
{
    m_organization = organization;
    m_user = user;
    setAccessibleName(user.isEmpty() ? organization : tr("%1, %2").arg(organization, user));
    setToolTip(plainToolTip(accessibleName()));
    update();
}

void OrganizationButton::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize OrganizationButton::sizeHint() const
{
    return {200, 48};
}

void OrganizationButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void OrganizationButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    if (underMouse() || isDown())
        paintBox(&painter, rect(), 6, t.dark ? t.hover : t.line, QColor());
    const QRect tile = place(QRect(8, 10, 28, 28));
    paintOrganizationTile(&painter, tile, m_organization, m_tone, t);

    const int room = width() - 46 - 8;
    painter.setFont(sized(font(), FontSize::Body, QFont::DemiBold));
    painter.setPen(t.text);
    drawPlainLine(&painter, place(QRect(46, 7, room, 18)),
                  painter.fontMetrics().elidedText(m_organization, Qt::ElideMiddle, room), mirrored);
    painter.setFont(sized(font(), FontSize::Small));
    painter.setPen(t.text2);
    drawPlainLine(&painter, place(QRect(46, 24, room, 16)),
                  painter.fontMetrics().elidedText(m_user, Qt::ElideMiddle, room), mirrored);
    if (hasFocus())
        paintFocusRing(&painter, rect(), 6, t.accent);
}

QStringList Sidebar::sectionIds()
{
    return {u"leads"_s, u"contacts"_s, u"opportunities"_s, u"pipeline"_s, u"tasks"_s};
}

QString Sidebar::changesId()
{
    return u"changes"_s;
}

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_organization(new OrganizationButton(this))
    , m_sections(new NavigationList(tr("Sections"), this))
    , m_heading(new QLabel(tr("SMART VIEWS"), this))
    , m_smartViews(new NavigationList(tr("Smart Views"), this))
    , m_footer(new NavigationList(tr("Changes"), this))
{
    setFixedWidth(216);
    m_sections->addPlace(u"leads"_s, tr("Leads"), u"building"_s);
    m_sections->addPlace(u"contacts"_s, tr("Contacts"), u"person"_s);
    m_sections->addPlace(u"opportunities"_s, tr("Opportunities"), u"dollar"_s);
    m_sections->addPlace(u"pipeline"_s, tr("Pipeline"), u"board"_s);
    m_sections->addPlace(u"tasks"_s, tr("Tasks"), u"check"_s);
    m_sections->setFixedHeight(m_sections->sizeHint().height());
    m_sections->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_footer->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_footer->setFixedHeight(NavigationList::RowPitch);
    setTextRole(m_heading, TextRole::Heading);
    m_heading->setFixedHeight(44);
    m_heading->setContentsMargins(18, 12, 8, 0);
    m_heading->hide();
    m_smartViews->hide();
    m_footer->hide();

    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 7, 8);
    top->addWidget(m_organization);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0); // the line at the edge
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_sections);
    column->addWidget(m_heading);
    column->addWidget(m_smartViews, 1);
    column->addStretch(0);
    column->addWidget(m_footer);
    column->addSpacing(10);
    connectLists();
}

void Sidebar::connectLists()
{
    connect(m_organization, &QAbstractButton::clicked, this, &Sidebar::requestOrganizationMenu);
    connect(m_sections, &NavigationList::activated, this, [this](const QString &id) {
        setActive(id);
        Q_EMIT sectionActivated(id);
    });
    connect(m_smartViews, &NavigationList::activated, this, [this](const QString &id) {
        setActive(QString(), id);
        Q_EMIT smartViewActivated(id);
    });
    connect(m_footer, &NavigationList::activated, this, [this] {
        setActive(changesId());
        Q_EMIT footerActivated();
    });
    const auto enter = [](NavigationList *list, int row) {
        if (list->isHidden() || list->count() == 0)
            return;
        list->setCurrentRow(row, QItemSelectionModel::NoUpdate);
        list->setFocus(Qt::TabFocusReason);
    };
    connect(m_sections, &NavigationList::movedPast, this, [this, enter](int direction) {
        if (direction > 0)
            enter(m_smartViews, 0);
    });
    connect(m_smartViews, &NavigationList::movedPast, this, [this, enter](int direction) {
        if (direction > 0)
            enter(m_footer, 0);
        else
            enter(m_sections, m_sections->count() - 1);
    });
    connect(m_footer, &NavigationList::movedPast, this, [this, enter](int direction) {
        if (direction < 0)
            enter(m_smartViews, m_smartViews->count() - 1);
    });
}

void Sidebar::setOrganization(const QString &organization, const QString &user)
{
    m_organization->setOrganization(organization, user);
}

void Sidebar::setOrganizationTone(Tone tone)
{
    m_organization->setTone(tone);
}

void Sidebar::requestOrganizationMenu()
{
    const QPoint below(0, m_organization->height() + 2);
    Q_EMIT organizationMenuRequested(m_organization->mapToGlobal(below));
}

void Sidebar::setCount(const QString &section, const QString &count, const QString &description)
{
    m_sections->setCount(section, count, description);
}

void Sidebar::setSmartViews(const QList<SmartView> &views)
{
    const QString active = m_smartViews->active();
    m_smartViews->clear();
    for (const SmartView &view : views) {
        m_smartViews->addPlace(view.id, view.name, u"filter"_s);
        m_smartViews->setCount(view.id, view.count, view.countDescription);
    }
    m_smartViews->setActive(active);
    m_heading->setVisible(!views.isEmpty());
    m_smartViews->setVisible(!views.isEmpty());
}

void Sidebar::setFooter(const QString &text, const QString &count, const QString &description)
{
    const QString active = m_footer->active();
    m_footer->clear();
    m_footer->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    m_footer->addPlace(changesId(), text, u"clock"_s);
    m_footer->setCount(changesId(), count, description);
    m_footer->setActive(active);
}

void Sidebar::setActive(const QString &section, const QString &smartView)
{
    m_sections->setActive(section);
    m_smartViews->setActive(smartView);
    m_footer->setActive(section);
}

QSize Sidebar::sizeHint() const
{
    return {216, 600};
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    painter.fillRect(rect(), t.sidebar);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), t.line);
}

} // namespace Leadline
