// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace Leadline {

/// A person who works in an organization (developer.close.com/resources/users).
struct User
{
    QString id{};
    QString email{};
    QString firstName{};
    QString lastName{};
    bool isActive = true; ///< false for one who was removed; their name still stands on old records

    /// First and last name; the e-mail address where both are blank. Close sends no full name.
    QString name() const;
    /// "AR" for Ana Reyes.
    QString initials() const;

    friend bool operator==(const User &, const User &) = default;
};

/// A status of leads or of opportunities.
struct Status
{
    QString id{};
    QString label{};
    QString type{}; ///< of opportunities: "active", "won" or "lost"; blank for leads

    friend bool operator==(const Status &, const Status &) = default;
};

/// A pipeline and its statuses in board order (developer.close.com/resources/pipelines).
struct Pipeline
{
    QString id{};
    QString name{};
    QList<Status> statuses{};

    friend bool operator==(const Pipeline &, const Pipeline &) = default;
};

/// A team's space in Close (developer.close.com/resources/organizations).
struct Organization
{
    QString id;
    QString name;
    QString currency;           ///< ISO 4217; one for the whole organization
    QList<Status> leadStatuses; ///< in display order, which /status/lead/ does not keep
    QList<Pipeline> pipelines;
    QList<User> users; ///< members, former ones behind

    friend bool operator==(const Organization &, const Organization &) = default;
};

/// What the signed-in user may do in an organization.
struct Membership
{
    QString organizationId{};
    QString roleId{};
    QStringList permissions{}; ///< permissions_granted: "delete_leads", "export" ...

    friend bool operator==(const Membership &, const Membership &) = default;
};

/// The answer of /me/: whose key it is.
struct Me
{
    User user;
    QList<Membership> memberships;
    QList<Organization> organizations;

    /// The membership in \a organizationId, or an empty one.
    Membership membership(const QString &organizationId) const;

    friend bool operator==(const Me &, const Me &) = default;
};

Result<Me> decodeMe(const QByteArray &body);
Result<Organization> decodeOrganization(const QByteArray &body);
Result<QList<User>> decodeUsers(const QByteArray &body);

/// What the ids in records mean in one organization: names, order and kind of users, statuses, pipelines.
class Directory
{
public:
    Directory() = default;
    Directory(Organization organization, Me me);

    const Organization &organization() const { return m_organization; }
    const User &currentUser() const { return m_me.user; }
    QString currency() const { return m_organization.currency; }
    /// Whether the signed-in user was granted \a permission ("delete_leads").
    bool mayDo(const QString &permission) const;

    /// The name for a user, status or pipeline id; blank for one that is not known.
    QString nameOf(const QString &id) const { return m_names.value(id); }
    /// The place of a status or pipeline in display order; behind all others for one that is not known.
    int orderOf(const QString &id) const;
    /// "active", "won" or "lost"; blank for one that is not known.
    QString statusType(const QString &statusId) const { return m_statusTypes.value(statusId); }
    /// The pipeline a status belongs to, or blank.
    QString pipelineOf(const QString &statusId) const { return m_pipelineOf.value(statusId); }
    /// Adds or replaces users, as /user/ lists them.
    void addUsers(const QList<User> &users);

    friend bool operator==(const Directory &, const Directory &) = default;

private:
    Organization m_organization;
    Me m_me;
    QHash<QString, QString> m_names;
    QHash<QString, int> m_order;
    QHash<QString, QString> m_statusTypes;
    QHash<QString, QString> m_pipelineOf;
};

} // namespace Leadline
