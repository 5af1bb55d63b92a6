// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

class QSettings;

namespace Leadline {

/// An organization this desktop has been signed in to. Holds no secret: the key is in the keychain, in the
/// entry of this API base URL and organization.
struct Account
{
    QUrl apiUrl;
    QString organizationId;
    QString organizationName;
    QString userId;
    QString userName;
    /// Which of the colours of organizations it has, from 0; another one for each, as long as there are some.
    int colour = 0;
    /// Its place among the accounts in the order they were added, from 1; 0 for one that is not in the list.
    int place = 0;
};

/// The accounts whose keys are in the keychain, kept in settings, because QtKeychain cannot list its entries.
class AccountList
{
public:
    /// `settings` is not owned and outlives this.
    explicit AccountList(QSettings &settings);

    /// The one signed in to last comes first.
    QList<Account> accounts() const;
    /// Those of an API base URL in the order they were added, which signing in does not change.
    QList<Account> accountsAt(const QUrl &apiUrl) const;
    /// Puts the account first, in place of what was known of the same API base URL and organization, whose
    /// colour and place it keeps. A new one gets the first colour that is free.
    void remember(Account account);
    void setColour(const QUrl &apiUrl, const QString &organizationId, int colour);
    void forget(const QUrl &apiUrl, const QString &organizationId);

    /// Notes whose key this is, by a salted hash of it, so that the same key, given in the environment, is known
    /// without asking Close.
    void rememberKey(const QByteArray &key, const Account &account);
    /// Whose key it was when it was last verified.
    std::optional<Account> accountOf(const QByteArray &key, const QUrl &apiUrl) const;

private:
    void save(const QList<Account> &accounts);
    QString hashOf(const QByteArray &key, const QUrl &apiUrl) const;

    QSettings &m_settings;
};

} // namespace Leadline
