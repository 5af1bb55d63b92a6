// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "contactcard.h"

#include "desktoplink.h"
#include "elidedlabel.h"
#include "htmltext.h"
#include "leadlinks.h"
#include "style.h"
#include "tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// "Edit" that is seen while the card is pointed at or the link has the focus: the card stays calm, and the
/// keyboard still finds it.
class QuietLink : public LinkButton
{
public:
    using LinkButton::LinkButton;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (hasFocus() || parentWidget()->underMouse())
            LinkButton::paintEvent(event);
    }
};

} // namespace

/// What one line of the card says.
struct ContactCard::LineContent
{
    QString text;
    QUrl url;
    QString name;
    QString remark;
    bool isQuiet = false;
};

/// A link and a remark behind it ("Unsubscribed").
class ContactCard::Line : public QWidget
{
public:
    explicit Line(QWidget *parent)
        : QWidget(parent)
        , m_link(new DesktopLink(this))
        , m_remark(new ElidedLabel(QString(), this))
    {
        setTextRole(m_remark, TextRole::Hint);
        m_remark->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(m_link);
        row->addWidget(m_remark);
        row->addStretch(1);
    }

    void setContent(const LineContent &content)
    {
        m_link->setQuiet(content.isQuiet);
        m_link->setLink(content.text, content.url, content.name);
        m_remark->setText(content.remark);
        m_remark->setVisible(!content.remark.isEmpty());
    }

    DesktopLink *link() const { return m_link; }

private:
    DesktopLink *m_link;
    ElidedLabel *m_remark;
};

ContactCard::ContactCard(QWidget *parent)
    : Card(parent)
    , m_name(new ElidedLabel(QString(), this))
    , m_title(new ElidedLabel(QString(), this))
    , m_edit(new QuietLink(tr("Edit"), this))
    , m_time(new ElidedLabel(QString(), this))
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTextRole(m_name, TextRole::Strong);
    setTextRole(m_title, TextRole::Secondary);
    setTextRole(m_time, TextRole::Hint);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setSmall(true);
    connect(m_edit, &LinkButton::clicked, this, [this] { Q_EMIT editRequested(m_contact.id); });

    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_name);
    row->addWidget(m_title, 1);
    row->addWidget(m_edit);
    column()->addLayout(row);
    column()->addWidget(m_time);
    m_time->hide();
}

QList<ContactCard::LineContent> ContactCard::linesOf(const Contact &contact) const
{
    QList<LineContent> lines;
    for (const EmailAddress &email : contact.emails)
        lines.append({email.email, mailUrl(email.email), tr("Email to %1").arg(email.email),
                      email.isUnsubscribed ? tr("Unsubscribed") : QString(), false});
    for (const PhoneNumber &phone : contact.phones)
        lines.append({phone.display(), phoneUrl(phone.phone.isEmpty() ? phone.display() : phone.phone),
                      tr("Call %1").arg(phone.display()), QString(), true});
    for (const WebAddress &web : contact.urls)
        lines.append({websiteText(web.url), websiteUrl(web.url), QString(), QString(), false});
    return lines;
}

ContactCard::Line *ContactCard::lineAt(qsizetype index)
{
    while (m_lines.size() <= index) {
        auto *line = new Line(this);
        column()->insertWidget(int(m_lines.size()) + 1, line);
        m_lines.append(line);
    }
    return m_lines.at(index);
}

void ContactCard::setContact(const Contact &contact, const QDateTime &now)
{
    m_contact = contact;
    QString shown = contact.name.isEmpty() ? contact.displayName : contact.name;
    if (shown.isEmpty())
        shown = tr("No name");
    shown = tidyText(shown).simplified();
    m_name->setText(shown);
    m_title->setText(tidyText(contact.title).simplified());
    setAccessibleName(shown);
    m_edit->setAccessibleName(tr("Edit %1").arg(shown));
    const QList<LineContent> contents = linesOf(contact);
    for (qsizetype i = 0; i < contents.size(); ++i) {
        lineAt(i)->setContent(contents.at(i));
        m_lines.at(i)->show();
    }
    for (qsizetype i = contents.size(); i < m_lines.size(); ++i)
        m_lines.at(i)->hide();
    setNow(now);
}

void ContactCard::setNow(const QDateTime &now)
{
    QString text;
    if (!m_contact.timezone.isEmpty()) {
        const QTimeZone zone(m_contact.timezone.toUtf8());
        if (zone.isValid())
            text = tr("%1 there").arg(QLocale().toString(now.toTimeZone(zone).time(), QLocale::ShortFormat));
    }
    m_time->setText(text);
    m_time->setToolTip(m_contact.timezone);
    m_time->setVisible(!text.isEmpty());
}

void ContactCard::setEditable(bool editable)
{
    m_edit->setVisible(editable);
}

/// Name and title share the first line, half of it each; the link stays beside the title. An address or
/// number that is the only one of its kind has its line; several are the form's.
QList<ContactCard::Part> ContactCard::parts() const
{
    constexpr int Inset = 5;
    constexpr int RoomHeight = 32;
    const QRect line(Inset, m_name->geometry().center().y() - RoomHeight / 2 + 1, width() - 2 * Inset,
                     RoomHeight);
    const int half = (line.width() - 4) / 2;
    const QRect front(line.topLeft(), QSize(half, RoomHeight));
    const int end = m_edit->isHidden() ? line.right() + 1 : width() - m_edit->width() - 20;
    const QRect back(line.right() + 1 - half, line.top(), end - (line.right() + 1 - half), RoomHeight);
    QList<Part> parts{{u"name"_s, m_name, QStyle::visualRect(layoutDirection(), rect(), front)},
                      {u"title"_s, m_title, QStyle::visualRect(layoutDirection(), rect(), back)}};
    qsizetype at = 0;
    for (const auto &[key, count] :
         {std::pair(u"emails"_s, m_contact.emails.size()), std::pair(u"phones"_s, m_contact.phones.size()),
          std::pair(u"urls"_s, m_contact.urls.size())}) {
        if (count == 1) {
            const int middle = m_lines.at(at)->geometry().center().y();
            parts.append({key,
                          m_lines.at(at)->link(),
                          {Inset, middle - RoomHeight / 2 + 1, width() - 2 * Inset, RoomHeight}});
        }
        at += count;
    }
    return parts;
}

void ContactCard::setHighlighted(bool highlighted)
{
    m_isHighlighted = highlighted;
    setAccessibleDescription(highlighted ? tr("Selected") : QString());
    update();
}

bool ContactCard::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        m_edit->update();
    return Card::event(event);
}

void ContactCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (m_isHighlighted) {
        QPainter painter(this);
        const Tokens t = Tokens::of(palette());
        paintBox(&painter, rect(), 8, QColor(), t.accent);
    }
}

} // namespace Leadline
