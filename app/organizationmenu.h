// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QList>
#include <QMenu>

#include <functional>
#include <optional>

namespace Leadline {

/// What the menu under the organization's name shows.
struct OrganizationMenuContent
{
    struct Entry
    {
        QString name;
        Tone tone;
    };

    QList<Entry> organizations;
    int current = 0;
    /// The current one's colour; nothing for one that keeps none.
    std::optional<int> colour;
    Theme::Mode mode = Theme::Mode::System;
    QString signOutText;
};

/// What it can ask for. An empty one leaves its entry out.
struct OrganizationMenuActions
{
    std::function<void(int)> chooseOrganization;
    std::function<void()> addOrganization;
    std::function<void(int)> chooseColour;
    std::function<void(Theme::Mode)> chooseMode;
    std::function<void()> removeLocalData;
    std::function<void()> signOut;
};

/// The menu under the organization's name: the organizations, also by their numbers, colour, appearance, sign
/// out, the version. It deletes itself once it has closed.
class OrganizationMenu : public QMenu
{
    Q_OBJECT

public:
    OrganizationMenu(const OrganizationMenuContent &content, const OrganizationMenuActions &actions,
                     QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addOrganizations(const OrganizationMenuContent &content, const OrganizationMenuActions &actions);
    void addColours(const OrganizationMenuContent &content, const OrganizationMenuActions &actions);
    void addModes(const OrganizationMenuContent &content, const OrganizationMenuActions &actions);

    QList<QAction *> m_organizations;
};

} // namespace Leadline
