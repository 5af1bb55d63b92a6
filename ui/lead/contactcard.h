// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "card.h"
#include "contact.h"

#include <QDateTime>

class QHBoxLayout;
class QLabel;

namespace Leadline {

class DesktopLink;
class ElidedLabel;
class LinkButton;

/// A person at a lead: name and title, e-mail addresses, telephone numbers, web addresses, the time at their
/// place. Used again for another contact by setContact().
class ContactCard : public Card
{
    Q_OBJECT

public:
    explicit ContactCard(QWidget *parent = nullptr);

    void setContact(const Contact &contact, const QDateTime &now);
    QString contactId() const { return m_contact.id; }
    /// The time at the contact's place, anew.
    void setNow(const QDateTime &now);
    /// Stands out: the record the person came for.
    void setHighlighted(bool highlighted);
    bool isHighlighted() const { return m_isHighlighted; }
    void setEditable(bool editable);

    /// What can be edited where it is shown: its key, what shows it, and the room for its field in this card.
    struct Part
    {
        QString key;
        QWidget *shown;
        QRect room;
    };
    QList<Part> parts() const;

Q_SIGNALS:
    void editRequested(const QString &contactId);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Line;
    struct LineContent;
    QList<LineContent> linesOf(const Contact &contact) const;
    Line *lineAt(qsizetype index);

    Contact m_contact;
    ElidedLabel *m_name;
    ElidedLabel *m_title;
    LinkButton *m_edit;
    QList<Line *> m_lines;
    ElidedLabel *m_time;
    bool m_isHighlighted = false;
};

} // namespace Leadline
