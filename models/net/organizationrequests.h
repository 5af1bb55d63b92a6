// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activity.h"
#include "apicall.h"
#include "codec.h"
#include "organization.h"
#include "paging.h"
#include "smartview.h"

namespace Leadline {

/// Whose key it is: the cheap check of a key (developer.close.com/resources/users).
struct MeRequest
{
    using Answer = Me;

    ApiCall call() const;
    static Result<Me> read(const QByteArray &body) { return decodeMe(body); }
};

/// The id of the organization a key opens, where /me/ names several: what is listed is of that one only, and
/// every organization has a lead status.
struct KeyOrganizationRequest
{
    using Answer = QString;

    ApiCall call() const;
    static Result<QString> read(const QByteArray &body);
};

/// The people of the organization.
struct UserListRequest
{
    using Answer = Page<User>;
    static constexpr PageCaps caps{100, -1};
    int skip = 0;
    QString orderBy{}; ///< "last_name,first_name" or "first_name,last_name"

    ApiCall call() const;
    static Result<Answer> read(const QByteArray &body);
};

/// The organization with its lead statuses and pipelines in display order, and its people.
struct OrganizationRequest
{
    using Answer = Organization;
    QString id{};

    ApiCall call() const;
    static Result<Organization> read(const QByteArray &body) { return decodeOrganization(body); }
};

/// The custom fields of a record type, own and shared ones, in form order
/// (developer.close.com/resources/custom-fields/custom-field-schemas).
struct CustomFieldSchemaRequest
{
    using Answer = CustomFieldSchema;
    QString objectType{}; ///< lead, contact, opportunity

    ApiCall call() const;
    /// Fields that only certain roles may edit read as not editable; who knows the role takes the raw body to
    /// decodeCustomFieldSchema().
    static Result<CustomFieldSchema> read(const QByteArray &body) { return decodeCustomFieldSchema(body); }
};

/// The organization's Smart Views.
struct SmartViewListRequest
{
    using Answer = Page<SmartView>;
    static constexpr PageCaps caps{100, -1};
    QStringList types{}; ///< lead, contact ...; blank: Close lists those of leads
    int skip = 0;

    ApiCall call() const;
    static Result<Answer> read(const QByteArray &body);
};

/// How calls can end in an organization (developer.close.com/resources/outcomes).
struct CallOutcomeListRequest
{
    using Answer = Page<CallOutcome>;
    static constexpr PageCaps caps{100, -1};
    int skip = 0;

    ApiCall call() const;
    static Result<Answer> read(const QByteArray &body);
};

} // namespace Leadline
