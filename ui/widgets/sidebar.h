// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QAbstractButton>
#include <QWidget>

class QLabel;

namespace Leadline {

class NavigationList;

/// Who is signed in: a tile with the organization's initials, its name, the user's name.
class OrganizationButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit OrganizationButton(QWidget *parent = nullptr);

    void setOrganization(const QString &organization, const QString &user);
    void setTone(Tone tone);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_organization;
    QString m_user;
    Tone m_tone = Tone::Accent;
};

/// The left edge of the window: organization, sections with counts, Smart Views, a footer line.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    struct SmartView
    {
        QString id;
        QString name;
        QString count;            ///< empty while unknown
        QString countDescription; ///< for screen readers, as "23 leads"
    };

    /// Ids of the sections, in their order.
    static QStringList sectionIds();
    /// Of the place that the footer leads to.
    static QString changesId();

    explicit Sidebar(QWidget *parent = nullptr);

    void setOrganization(const QString &organization, const QString &user);
    /// The colour of the organization's tile.
    void setOrganizationTone(Tone tone);
    /// As if the organization was clicked.
    void requestOrganizationMenu();
    /// \a section is one of sectionIds(): "leads", "contacts", "opportunities", "pipeline", "tasks".
    void setCount(const QString &section, const QString &count, const QString &description);
    void setSmartViews(const QList<SmartView> &views);
    /// The line at the bottom ("Since yesterday" 14); an empty text hides it.
    void setFooter(const QString &text, const QString &count, const QString &description);
    /// Where the window is: exactly one of the two, the other empty. changesId() is a section here.
    void setActive(const QString &section, const QString &smartView = QString());

    NavigationList *sections() const { return m_sections; }
    NavigationList *smartViews() const { return m_smartViews; }
    NavigationList *footer() const { return m_footer; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void sectionActivated(const QString &section);
    void smartViewActivated(const QString &id);
    void footerActivated();
    /// The organization was clicked; \a position, global, is where a menu belongs.
    void organizationMenuRequested(const QPoint &position);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectLists();

    OrganizationButton *m_organization;
    NavigationList *m_sections;
    QLabel *m_heading;
    NavigationList *m_smartViews;
    NavigationList *m_footer;
};

} // namespace Leadline
