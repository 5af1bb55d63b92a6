// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "organizationmenu.h"

#include "icons.h"
#include "organizationtile.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int NameWidth = 260;
constexpr int MostNumbers = 9;

/// Of the action's organization: a mnemonic would underline a letter of its name.
QString menuText(QString name, const QFontMetrics &metrics)
{
    name = metrics.elidedText(name, Qt::ElideMiddle, NameWidth);
    return name.replace(u'&', u"&&"_s);
}

} // namespace

OrganizationMenu::OrganizationMenu(const OrganizationMenuContent &content,
                                   const OrganizationMenuActions &actions, QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Organization menu"));
    addOrganizations(content, actions);
    if (actions.addOrganization)
        addAction(Leadline::icon(u"plus"_s), tr("Add Another Organization…"), this, actions.addOrganization);
    addSeparator();
    if (content.colour)
        addColours(content, actions);
    addModes(content, actions);
    addSeparator();
    if (actions.removeLocalData)
        addAction(tr("Remove Local Data"), this, actions.removeLocalData);
    addAction(content.signOutText, this, actions.signOut);
    addSeparator();
    addAction(tr("Leadline %1").arg(QCoreApplication::applicationVersion()))->setEnabled(false);
}

void OrganizationMenu::addOrganizations(const OrganizationMenuContent &content,
                                        const OrganizationMenuActions &actions)
{
    auto *group = new QActionGroup(this);
    for (int i = 0; i < content.organizations.size(); ++i) {
        const OrganizationMenuContent::Entry &entry = content.organizations.at(i);
        QString text = menuText(entry.name, fontMetrics());
        if (content.organizations.size() > 1 && i < MostNumbers)
            text += u'\t' + QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)).toString(QKeySequence::NativeText);
        QAction *action = addAction(organizationIcon(entry.name, entry.tone, this), text);
        action->setCheckable(true);
        action->setChecked(i == content.current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [choose = actions.chooseOrganization, i] { choose(i); });
        m_organizations.append(action);
    }
}

void OrganizationMenu::addColours(const OrganizationMenuContent &content,
                                  const OrganizationMenuActions &actions)
{
    const QString name = content.organizations.at(content.current).name;
    QMenu *menu = addMenu(tr("Color of %1").arg(menuText(name, fontMetrics())));
    auto *group = new QActionGroup(menu);
    for (int i = 0; i < organizationColours(); ++i) {
        QAction *action =
            menu->addAction(organizationIcon(name, organizationTone(i), this), organizationColourName(i));
        action->setCheckable(true);
        action->setChecked(i == *content.colour % organizationColours());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [choose = actions.chooseColour, i] { choose(i); });
    }
}

void OrganizationMenu::addModes(const OrganizationMenuContent &content,
                                const OrganizationMenuActions &actions)
{
    QMenu *menu = addMenu(tr("Appearance"));
    auto *group = new QActionGroup(menu);
    const auto add = [&](Theme::Mode mode, const QString &text) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(mode == content.mode);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [choose = actions.chooseMode, mode] { choose(mode); });
    };
    add(Theme::Mode::System, tr("As the desktop"));
    add(Theme::Mode::Light, tr("Light"));
    add(Theme::Mode::Dark, tr("Dark"));
}

void OrganizationMenu::keyPressEvent(QKeyEvent *event)
{
    const int index = event->key() - Qt::Key_1;
    const bool plain = !(event->modifiers() & ~(Qt::AltModifier | Qt::KeypadModifier));
    if (!plain || index < 0 || index >= qMin(m_organizations.size(), qsizetype(MostNumbers))) {
        QMenu::keyPressEvent(event);
        return;
    }
    QAction *chosen = m_organizations.at(index);
    close();
    chosen->trigger();
}

} // namespace Leadline
