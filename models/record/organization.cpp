// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "organization.h"

#include "qjson.h"

#include <QJsonArray>

#include <algorithm>

#include <limits>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

User readUser(const QJsonObject &object)
{
    return {.id = object.value("id"_L1).toString(),
            .email = object.value("email"_L1).toString(),
            .firstName = object.value("first_name"_L1).toString(),
            .lastName = object.value("last_name"_L1).toString()};
}

/// Memberships carry their user's data with a "user_" prefix (developer.close.com/resources/organizations).
User readMember(const QJsonObject &membership)
{
    return {.id = membership.value("user_id"_L1).toString(),
            .email = membership.value("user_email"_L1).toString(),
            .firstName = membership.value("user_first_name"_L1).toString(),
            .lastName = membership.value("user_last_name"_L1).toString()};
}

Status readStatus(const QJsonObject &object)
{
    return {.id = object.value("id"_L1).toString(),
            .label = object.value("label"_L1).toString(),
            .type = object.value("type"_L1).toString()};
}

Organization readOrganization(const QJsonObject &object)
{
    Organization organization;
    organization.id = object.value("id"_L1).toString();
    organization.name = object.value("name"_L1).toString();
    organization.currency = object.value("currency"_L1).toString();
    for (const QJsonObject &status : jsonObjects(object, "lead_statuses"_L1))
        organization.leadStatuses.append(readStatus(status));
    for (const QJsonObject &item : jsonObjects(object, "pipelines"_L1)) {
        Pipeline pipeline{
            .id = item.value("id"_L1).toString(), .name = item.value("name"_L1).toString(), .statuses = {}};
        for (const QJsonObject &status : jsonObjects(item, "statuses"_L1))
            pipeline.statuses.append(readStatus(status));
        organization.pipelines.append(pipeline);
    }
    for (const QJsonObject &membership : jsonObjects(object, "memberships"_L1))
        organization.users.append(readMember(membership));
    for (const QJsonObject &membership : jsonObjects(object, "inactive_memberships"_L1)) {
        organization.users.append(readMember(membership));
        organization.users.last().isActive = false;
    }
    organization.users.removeIf([](const User &user) { return user.id.isEmpty(); });
    return organization;
}

/// The first \a count characters, never half of one beyond the basic plane.
QString leadingCharacters(const QString &text, qsizetype count)
{
    qsizetype end = 0;
    for (; count > 0 && end < text.size(); --count)
        end += text.at(end).isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
    return text.left(end);
}

} // namespace

QString User::name() const
{
    const QString full = u"%1 %2"_s.arg(firstName, lastName).simplified();
    return full.isEmpty() ? email : full;
}

QString User::initials() const
{
    const QStringList words = name().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const QString letters = words.size() == 1
                                ? leadingCharacters(words.first(), 2)
                                : leadingCharacters(words.first(), 1) + leadingCharacters(words.last(), 1);
    return letters.toUpper();
}

Membership Me::membership(const QString &organizationId) const
{
    for (const Membership &membership : memberships) {
        if (membership.organizationId == organizationId)
            return membership;
    }
    return {};
}

Result<Me> decodeMe(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonObject(body);
    if (!root)
        return tl::make_unexpected(root.error());
    Me me;
    me.user = readUser(*root);
    for (const QJsonObject &membership : jsonObjects(*root, "memberships"_L1)) {
        me.memberships.append({.organizationId = membership.value("organization_id"_L1).toString(),
                               .roleId = membership.value("role_id"_L1).toString(),
                               .permissions = jsonTexts(membership, "permissions_granted"_L1)});
    }
    for (const QJsonObject &organization : jsonObjects(*root, "organizations"_L1))
        me.organizations.append(readOrganization(organization));
    if (me.user.id.isEmpty() || me.organizations.isEmpty())
        return malformedAnswer(u"The answer names no user and organization."_s);
    return me;
}

Result<Organization> decodeOrganization(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonObject(body);
    if (!root)
        return tl::make_unexpected(root.error());
    Organization organization = readOrganization(*root);
    // An answer cut with _fields may lack the id.
    if (organization.id.isEmpty() && organization.leadStatuses.isEmpty() && organization.pipelines.isEmpty())
        return malformedAnswer(u"The answer holds no organization."_s);
    return organization;
}

Result<QList<User>> decodeUsers(const QByteArray &body)
{
    const Result<QList<QJsonObject>> list = jsonList(body);
    if (!list)
        return tl::make_unexpected(list.error());
    QList<User> users;
    for (const QJsonObject &item : *list) {
        User user = readUser(item);
        // A removed user belongs to no organization; an answer cut with _fields does not say.
        const QJsonValue organizations = item.value("organizations"_L1);
        user.isActive = !organizations.isArray() || !organizations.toArray().isEmpty();
        if (!user.id.isEmpty())
            users.append(user);
    }
    return users;
}

Directory::Directory(Organization organization, Me me)
    : m_organization(std::move(organization))
    , m_me(std::move(me))
{
    for (const User &user : m_organization.users)
        m_names.insert(user.id, user.name());
    m_names.insert(m_me.user.id, m_me.user.name());
    int place = 0;
    for (const Status &status : m_organization.leadStatuses) {
        m_names.insert(status.id, status.label);
        m_order.insert(status.id, place++);
    }
    for (const Pipeline &pipeline : m_organization.pipelines) {
        m_names.insert(pipeline.id, pipeline.name);
        m_order.insert(pipeline.id, place++);
        for (const Status &status : pipeline.statuses) {
            m_names.insert(status.id, status.label);
            m_order.insert(status.id, place++);
            m_statusTypes.insert(status.id, status.type);
            m_pipelineOf.insert(status.id, pipeline.id);
        }
    }
}

bool Directory::mayDo(const QString &permission) const
{
    return m_me.membership(m_organization.id).permissions.contains(permission);
}

int Directory::orderOf(const QString &id) const
{
    return m_order.value(id, std::numeric_limits<int>::max());
}

void Directory::addUsers(const QList<User> &users)
{
    for (const User &user : users) {
        m_names.insert(user.id, user.name());
        const auto known = std::find_if(m_organization.users.begin(), m_organization.users.end(),
                                        [&](const User &other) { return other.id == user.id; });
        if (known == m_organization.users.end())
            m_organization.users.append(user);
        else
            *known = user;
    }
}

} // namespace Leadline
