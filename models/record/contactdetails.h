// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace Leadline {

/// One e-mail address of a contact. Types are free words in Close ("office", "home", "direct").
struct EmailAddress
{
    QString email;
    QString type;
    bool isUnsubscribed = false; ///< read only

    friend bool operator==(const EmailAddress &, const EmailAddress &) = default;
};

/// One phone number. Close answers in E.164 with the organization's country applied.
struct PhoneNumber
{
    QString phone;
    QString type;
    QString formatted; ///< for the eye; read only, blank on old contacts
    QString country;   ///< ISO 3166 alpha-2; read only, blank for numbers Close cannot place

    /// What a person reads.
    QString display() const { return formatted.isEmpty() ? phone : formatted; }

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;
};

/// One web address of a contact.
struct WebAddress
{
    QString url;
    QString type;

    friend bool operator==(const WebAddress &, const WebAddress &) = default;
};

/// One postal address of a lead; the country is ISO 3166 alpha-2.
struct PostalAddress
{
    QString label;
    QString address1;
    QString address2;
    QString city;
    QString state;
    QString zipcode;
    QString country;

    /// On one line: "Industriestr. 12, 70565 Stuttgart".
    QString display() const;

    friend bool operator==(const PostalAddress &, const PostalAddress &) = default;
};

} // namespace Leadline

Q_DECLARE_METATYPE(Leadline::EmailAddress)
Q_DECLARE_METATYPE(Leadline::PhoneNumber)
Q_DECLARE_METATYPE(Leadline::WebAddress)
Q_DECLARE_METATYPE(Leadline::PostalAddress)
