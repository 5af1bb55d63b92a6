// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "contactdetails.h"

#include <QString>

namespace Leadline {

/// What a pasted text says of a person: "Uta Bergmann <uta@bergmann.example>", or the end of an e-mail.
struct PersonText
{
    QString name{};
    QString title{};
    QList<EmailAddress> emails{};
    QList<PhoneNumber> phones{};
    QList<WebAddress> urls{};

    /// Whether there is more in it than a name.
    bool hasDetails() const;
};

/// Takes a text apart. What is not clearly a name, a title, an address or a number is left out: companies,
/// postal addresses, register numbers, greetings.
PersonText readPerson(const QString &text);

/// What a single typed text is by its looks alone.
enum class DetailKind { Unknown, Email, Phone, WebAddress };

DetailKind detailKindOf(const QString &text);
/// Close's word for the kind of a web address: "linkedin", "twitter", else "url".
QString webAddressType(const QString &url);

} // namespace Leadline
